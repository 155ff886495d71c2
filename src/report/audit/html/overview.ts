import type { Verdict } from '../../../certificate/expiry.ts';
import { formatDate } from '../../../certificate/time.ts';
import type { AuditedCertificate, AuditReport } from '../../../operations/audit/audit-report.ts';
import {
  describeExpiry,
  isBeyondDates,
  isCounted,
  listFound,
  tellCount,
  tellDay,
  tellName,
  tellNumber,
} from '../sentences.ts';
import { icon, LOOK_OF_VERDICT } from './icons.ts';
import { link, type Markup, markup } from './markup.ts';
import { countStates, type State, stateNames, tellTime } from './words.ts';

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
  const others = report.findings.filter(isBeyondDates).length;
  return [
    MEANINGS[report.verdict],
    tellFound(report),
    others === 0 ? null : `${tellCount(others, 'other finding')}.`,
    report.verdict === 'ok' ? tellNext(report) : null,
  ]
    .filter((sentence) => sentence !== null)
    .join(' ');
}

function tellFound(report: AuditReport): string {
  const { judged, targets } = report.counts;
  if (judged === 0) {
    const told = describeExpiry(report);
    return `${told.charAt(0).toUpperCase()}${told.slice(1)}.`;
  }
  const counted = `${tellCount(judged, 'certificate')} that ${judged === 1 ? 'counts' : 'count'}, in ${tellCount(targets, 'target')}`;
  const found = listFound(report);
  return found.length === 0 ? `None of ${counted}, is near its end.` : `${found.join(', ')} of ${counted}.`;
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
  return `Next to renew: ${tellName(next.audited)}, from ${tellDay(next.renewOn)} on.`;
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
