import type { Verdict } from '../../../certificate/expiry.ts';
import { formatDate } from '../../../certificate/time.ts';
import type { AuditedCertificate, AuditReport } from '../../../operations/audit/audit-report.ts';
import { nameOf } from '../../../operations/audit/certificate-findings.ts';
import { isBeyondDates } from './findings.ts';
import { icon, LOOK_OF_VERDICT } from './icons.ts';
import { link, type Markup, markup, toInert } from './markup.ts';
import {
  countStates,
  isCounted,
  type State,
  stateNames,
  tellCount,
  tellDay,
  tellNumber,
  tellTime,
} from './words.ts';

const MEANINGS: Readonly<Record<Verdict, string>> = {
  fail: 'Something must be done now.',
  warn: 'Something is to be planned.',
  ok: 'Nothing to do.',
};
/** Shown also where there are none of them, which is the news. */
const TILES_ALWAYS: readonly State[] = ['expired', 'critical', 'expiring', 'ok'];

/** The head of the page: verdict, when it was judged, the run, and what was counted. */
export function writeOverview(report: AuditReport): Markup {
  const { verdict, at, run, failJob, isComplete } = report;
  const look = LOOK_OF_VERDICT[verdict];
  const when = markup`<time datetime="${formatDate(at)}">${tellDay(at)} ${tellTime(at)}</time>`;
  const where = run !== null && markup` · ${link(`${run.workflow} of ${run.repository}`, run.url)}`;
  return markup`<header>
<div class="verdict s-${look}">
<div class="mark">${icon(look)}</div>
<div>
<p class="kicker">CertOps expiry audit</p>
<h1>Verdict: <span class="word">${verdict}</span></h1>
<p class="lead">${tellLead(report)}</p>
<p class="meta">Judged ${when}${where}</p>
${!isComplete && markup`<p class="flag">${icon('unknown')} Incomplete: not every target could be read.</p>`}
${verdict === 'fail' && !failJob && markup`<p class="meta"><code>fail-job</code> is <code>false</code>: this verdict does not fail the job.</p>`}
</div>
</div>
${writeTiles(report)}
</header>
`;
}

/** What was found, among how many; where that is nothing, what comes next. */
function tellLead(report: AuditReport): string {
  const { counts, findings, verdict } = report;
  const found = [
    [counts.expired, 'expired'],
    [counts.critical, 'critical'],
    [counts.expiring - counts.critical, 'expiring'],
    [counts.undated, 'not yet valid or without a date'],
  ] as const;
  const some = found.filter(([count]) => count > 0).map(([count, word]) => `${tellNumber(count)} ${word}`);
  const where = `in ${tellCount(counts.targets, 'target')}`;
  const counted = `${tellCount(counts.judged, 'certificate')} that ${counts.judged === 1 ? 'counts' : 'count'}, ${where}`;
  const told =
    counts.judged > 0
      ? `${some.length === 0 ? 'None' : some.join(', ')} of ${counted}${some.length === 0 ? ', is near its end' : ''}.`
      : counts.count > 0
        ? `None of ${tellCount(counts.count, 'certificate')} ${where} counts.`
        : `No certificate was read ${where}.`;
  const beyond = findings.filter(isBeyondDates).length;
  const others = beyond === 0 ? null : `${tellCount(beyond, 'finding')} beyond dates.`;
  return [MEANINGS[verdict], told, others, verdict === 'ok' ? tellNext(report) : null]
    .filter((sentence) => sentence !== null)
    .join(' ');
}

/** The certificate that is to be renewed next; null where none is. */
function tellNext({ certificates, at }: AuditReport): string | null {
  let next: { readonly audited: AuditedCertificate; readonly renewOn: Date } | null = null;
  for (const audited of certificates) {
    const { renewOn } = audited;
    if (!isCounted(audited) || renewOn === null || renewOn < at) continue;
    if (next === null || renewOn < next.renewOn) next = { audited, renewOn };
  }
  if (next === null) return null;
  const { certificate, target } = next.audited;
  return `Next to renew: ${toInert(nameOf(certificate), 100)} of ${toInert(target.name, 100)}, from ${tellDay(next.renewOn)} on.`;
}

/** A number for each state; a click shows those certificates. */
function writeTiles({ certificates, counts }: AuditReport): Markup {
  const states = countStates(certificates);
  const shown = stateNames.filter((state) => TILES_ALWAYS.includes(state) || states.has(state));
  const tiles = shown.map(
    (state) =>
      markup`<li class="tile s-${state}${(states.get(state) ?? 0) === 0 && markup` none`}"><a href="#certificates" data-filter="severity=${state}"><b>${tellNumber(states.get(state) ?? 0)}</b><span>${icon(state)}${state}</span></a></li>`,
  );
  const unread = counts.unreadable > 0 && markup`, ${tellNumber(counts.unreadable)} not read`;
  return markup`<ul class="tiles" aria-label="Counts">
<li class="tile"><a href="#certificates" data-filter="counted=1"><b>${tellNumber(counts.judged)}</b><span>counted, of ${tellNumber(counts.count)}</span></a></li>
${tiles}
<li class="tile"><a href="#targets"><b>${tellNumber(counts.targets)}</b><span>${counts.targets === 1 ? 'target' : 'targets'}${unread}</span></a></li>
</ul>`;
}
