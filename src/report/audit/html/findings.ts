import type {
  AuditedTarget,
  AuditReport,
  Finding,
  FindingRule,
} from '../../../operations/audit/audit-report.ts';
import { nameOf } from '../../../operations/audit/certificate-findings.ts';
import { isBeyondDates, tellCount, tellNumber } from '../sentences.ts';
import { icon, LOOK_OF_VERDICT } from './icons.ts';
import { type Markup, markup, markupLines } from './markup.ts';

/** Of one kind, in the page; all of them are in the machines' reports. */
const SHOWN_AT_MOST = 50;

/** What each rule finds, as a heading. */
const TITLES: Readonly<Record<FindingRule, string>> = {
  expired: 'Expired',
  critical: 'About to expire',
  expiring: 'To be renewed',
  'not-yet-valid': 'Not yet valid',
  'unknown-date': 'Without a date that can be judged',
  'expired-in-use': 'Expired and still in use',
  'no-successor': 'In use without a successor',
  contradiction: 'The store contradicts the certificate',
  'weak-key': 'Weak keys',
  'weak-signature': 'Weak signatures',
  'shared-key': 'One key in several certificates',
  'ended-ignore': 'Ignore rules that have ended',
  'credential-expiring': 'Credentials that are about to end',
  unreadable: 'Targets that could not be read',
  empty: 'Nothing to judge',
};

/** Whether the section tells of a finding; the others are told by the table, and by that on what was not read. */
export function isTold(finding: Finding): boolean {
  return isBeyondDates(finding) || finding.rule === 'empty';
}

/** The section of findings beyond expiry, by rule; none where there are none. */
export function* writeFindings({ findings }: AuditReport): Generator<Markup> {
  const byRule = groupBy(findings.filter(isTold), ({ rule }) => rule);
  if (byRule.size === 0) return;
  yield markup`<section id="findings" aria-labelledby="findings-title">
<h2 id="findings-title">Other findings</h2>
<div class="cards">
`;
  for (const [rule, group] of byRule) yield writeGroup(rule, group);
  yield markup`</div>\n</section>\n`;
}

function writeGroup(rule: FindingRule, group: readonly Finding[]): Markup {
  const verdict = group.some((one) => one.verdict === 'fail') ? 'fail' : 'warn';
  const look = LOOK_OF_VERDICT[verdict];
  const shown = group.slice(0, SHOWN_AT_MOST);
  const more = group.length - shown.length;
  const mends = [...new Set(group.map(({ mend }) => mend))].slice(0, SHOWN_AT_MOST);
  return markup`<article class="card s-${look}">
<h3>${icon(look)}${TITLES[rule]} <span class="count">${tellNumber(group.length)}</span></h3>
<p class="sub">${verdict}, <code>${rule}</code></p>
<ul>${shown.map((finding) => markup`<li>${writeSubject(finding)} ${markupLines(finding.message)}</li>`)}${more > 0 && markup`<li>and ${tellNumber(more)} more, in the CSV and JSON reports</li>`}</ul>
${mends.map((mend) => markup`<p class="mend"><b>What to do</b> ${markupLines(mend)}</p>`)}
</article>
`;
}

function writeSubject({ certificate, target }: Finding): Markup {
  if (certificate !== null) {
    return markup`<b><bdi>${nameOf(certificate.certificate)}</bdi></b> of <bdi>${certificate.target.name}</bdi>`;
  }
  return target === null ? markup`The audit:` : markup`<b><bdi>${target}</bdi></b>`;
}

/** The section of targets that could not be read, with why and how to mend it; none where all were. */
export function* writeTroubles({ targets }: AuditReport): Generator<Markup> {
  const troubled = targets.filter(({ state }) => state !== 'read');
  if (troubled.length === 0) return;
  const alike = groupBy(troubled, ({ state, trouble }) =>
    JSON.stringify([state, trouble?.message ?? null, trouble?.mend ?? null]),
  );
  yield markup`<section id="unread" aria-labelledby="unread-title">
<h2 id="unread-title">Not read, and so not watched</h2>
<p>${tellCount(troubled.length, 'target')} of ${tellNumber(targets.length)} could not be read. Whatever ${troubled.length === 1 ? 'it holds' : 'they hold'} is missing from all that follows.</p>
<div class="cards">
`;
  const groups = [...alike.values()];
  for (const group of groups.slice(0, SHOWN_AT_MOST)) yield writeTrouble(group);
  yield markup`</div>\n`;
  const more = groups.slice(SHOWN_AT_MOST).flat().length;
  if (more > 0)
    yield markup`<p>${tellCount(more, 'more target')}, in the table of <a href="#targets">targets</a>.</p>\n`;
  yield markup`</section>\n`;
}

function writeTrouble(group: readonly AuditedTarget[]): Markup {
  const [first] = group;
  if (first === undefined) return markup``;
  const { state, trouble } = first;
  const names = group.slice(0, SHOWN_AT_MOST);
  const more = group.length - names.length;
  return markup`<article class="card s-expired">
<h3>${icon('expired')}${state === 'denied' ? 'Denied' : 'Unreadable'} <span class="count">${tellNumber(group.length)}</span></h3>
<ul>${names.map(({ target }) => markup`<li><b><bdi>${target.name}</bdi></b> <span class="sub">${target.provider}, <code>${target.scope}</code></span></li>`)}${more > 0 && markup`<li>and ${tellNumber(more)} more</li>`}</ul>
${trouble !== null && markup`<p>${markupLines(trouble.message)}</p>`}
${trouble !== null && trouble.mend !== null && markup`<p class="mend"><b>What to do</b> ${markupLines(trouble.mend)}</p>`}
</article>
`;
}

function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}
