import { formatThreshold } from '../../../certificate/threshold.ts';
import type { AuditTarget } from '../../../interface/audit-request.ts';
import type { AuditedTarget, AuditReport } from '../../../operations/audit/audit-report.ts';
import { findThresholds } from '../../../operations/audit/policy.ts';
import { tellDay, tellNumber } from '../sentences.ts';
import { icon } from './icons.ts';
import { type Markup, markup, markupLines } from './markup.ts';
import { refer, writeRunbook } from './reference.ts';

/** The section with every store that was audited, and the policy it is judged by. */
export function* writeTargets({ targets }: AuditReport): Generator<Markup> {
  yield markup`<section id="targets" aria-labelledby="targets-title">
<h2 id="targets-title">Targets</h2>
<div class="scroll tall" role="region" tabindex="0" aria-labelledby="targets-caption">
<table class="targets">
<caption id="targets-caption"><span>Each store and the policy it is judged by</span></caption>
<thead><tr><th scope="col">Target</th><th scope="col">State</th><th scope="col">Scope</th><th scope="col" class="number">Certificates</th><th scope="col">Fail within</th><th scope="col">Warn within</th><th scope="col">Counted</th><th scope="col">Credential ends on</th><th scope="col">Owner</th><th scope="col">Remarks</th></tr></thead>
<tbody>
`;
  for (const target of targets) yield writeTarget(target);
  yield markup`</tbody>\n</table>\n</div>\n</section>\n`;
}

function writeTarget({ target, state, trouble, count, credentialExpiresOn, remarks }: AuditedTarget): Markup {
  const told = [trouble?.message ?? null, trouble?.mend ?? null, ...remarks].filter((text) => text !== null);
  const look = state === 'read' ? 'ok' : 'expired';
  const { failWithin, warnWithin } = tellThresholds(target);
  return markup`<tr class="s-${look}"><th scope="row"><span>${target.name}</span><span class="sub">${target.provider}</span></th><td><span class="state">${icon(look)}${state}</span></td><td class="code">${target.scope}${target.microtenantId !== null && markup`<span class="sub">${target.microtenantId}</span>`}</td><td class="number">${count === null ? '–' : tellNumber(count)}</td><td>${failWithin}</td><td>${warnWithin}</td><td>${tellFilter(target)}</td><td>${credentialExpiresOn === null ? '–' : tellDay(credentialExpiresOn)}</td><td><span>${target.owner ?? '–'}</span>${target.runbook !== null && writeRunbook(refer(target.runbook))}</td><td>${told.length === 0 ? '–' : told.map((text) => markup`<p>${markupLines(text)}</p>`)}</td></tr>
`;
}

/** What a target gives; where it gives none, the defaults of leaf certificates and of authorities. */
function tellThresholds(target: AuditTarget): { readonly failWithin: Markup; readonly warnWithin: Markup } {
  const undated = { notBefore: null, notAfter: null };
  const leaf = findThresholds(undated, false, target);
  const authority = findThresholds(undated, true, target);
  const tell = (name: 'failWithin' | 'warnWithin') => {
    const given = target[name];
    return given !== null
      ? markup`${formatThreshold(given)}`
      : markup`${formatThreshold(leaf[name])}<span class="sub">CA: ${formatThreshold(authority[name])}</span>`;
  };
  return { failWithin: tell('failWithin'), warnWithin: tell('warnWithin') };
}

/** Which of its certificates count. */
function tellFilter({ onlyInUse, filter, types }: AuditTarget): string {
  const parts = [
    onlyInUse ? 'in use' : null,
    filter.statuses.length > 0 ? `status ${filter.statuses.join(', ')}` : null,
    types.length > 0 ? `type ${types.join(', ')}` : null,
    filter.search === null ? null : `search ${filter.search}`,
  ].filter((part) => part !== null);
  return parts.length === 0 ? 'all in service' : parts.join('; ');
}
