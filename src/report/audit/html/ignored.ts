import type { IgnoreRule } from '../../../interface/audit-request.ts';
import type { AuditedCertificate, AuditReport } from '../../../operations/audit/audit-report.ts';
import { nameOf } from '../../../operations/audit/certificate-findings.ts';
import { describeRule } from '../../../operations/audit/ignore.ts';
import { tellDay, tellNumber } from '../sentences.ts';
import { type Markup, markup } from './markup.ts';
import { listSome } from './words.ts';

const NAMES_SHOWN = 5;

/** The section of what ignore rules take out of the verdict, why and until when; none where nothing is. */
export function* writeIgnored({ certificates }: AuditReport): Generator<Markup> {
  const byRule = new Map<IgnoreRule, AuditedCertificate[]>();
  for (const one of certificates) {
    if (one.ignoredBy === null) continue;
    const known = byRule.get(one.ignoredBy);
    if (known === undefined) byRule.set(one.ignoredBy, [one]);
    else known.push(one);
  }
  if (byRule.size === 0) return;
  yield markup`<section id="ignored" aria-labelledby="ignored-title">
<h2 id="ignored-title">Ignored</h2>
<div class="scroll" role="region" tabindex="0" aria-labelledby="ignored-caption">
<table>
<caption id="ignored-caption"><span>What ignore rules take out of the verdict</span></caption>
<thead><tr><th scope="col">Rule</th><th scope="col">Target</th><th scope="col">Certificates</th><th scope="col">Reason</th><th scope="col">Until</th></tr></thead>
<tbody>
`;
  for (const [rule, group] of byRule) yield writeRule(rule, group);
  yield markup`</tbody>\n</table>\n</div>\n</section>\n`;
}

function writeRule(rule: IgnoreRule, group: readonly AuditedCertificate[]): Markup {
  const targets = [...new Set(group.map(({ target }) => target.name))];
  const names = group.map(({ certificate }) => nameOf(certificate));
  return markup`<tr><th scope="row"><code>${describeRule(rule)}</code></th><td>${listSome(targets, NAMES_SHOWN)}</td><td>${tellNumber(group.length)}<span class="sub">${listSome(names, NAMES_SHOWN)}</span></td><td>${rule.reason}</td><td>${tellDay(rule.until)}</td></tr>
`;
}
