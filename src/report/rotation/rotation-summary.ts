import { inertMarkdown } from '../inert.ts';
import { describeCall } from '../sentences.ts';
import { writeLines } from '../summary.ts';
import { writePlan } from './plan-markdown.ts';
import type { RotationReport } from './rotation-report.ts';
import { stateWords, tellNext } from './state-words.ts';

/** The job summary of a rotation: where it stands first, then what was done, what comes next, and the whole plan. */
export function writeRotationSummary(report: RotationReport): string {
  const { outcome, failure, provider, scope, phases, dryRun, origin } = report;
  const { decision, plan } = outcome;
  const parts = [
    `### CertOps: rotate · ${inertMarkdown(provider, 100)}`,
    `Scope <code>${inertMarkdown(scope, 300)}</code> · allowed phases: ${phases.join(', ')}${dryRun ? ' · **dry run: nothing was changed**' : ''}`,
  ];
  if (decision !== null) {
    parts.push(`**${stateWords[decision.state]}**`, inertMarkdown(decision.reason, 1000), tellNext(decision));
  }
  if (failure !== null) {
    parts.push(
      `**Failed:** ${writeLines(failure.message)}`,
      ...(failure.mend === null ? [] : [`**What to do:** ${writeLines(failure.mend)}`]),
    );
  }
  if (outcome.acts.length > 0) {
    parts.push('**Done in this run**', outcome.acts.map((act) => `- ${inertMarkdown(act)}`).join('\n'));
  }
  parts.push(...outcome.warnings.map((warning) => `> ⚠️ ${inertMarkdown(warning, 1000)}`));
  parts.push(...(decision?.remarks ?? []).map((remark) => `> ℹ️ ${inertMarkdown(remark, 1000)}`));
  if (outcome.planned.length > 0) {
    const calls = outcome.planned.map(
      (call) => `- <code>${inertMarkdown(describeCall(call, origin), 400)}</code>`,
    );
    parts.push('Would send:', calls.join('\n'));
  }
  if (decision !== null && decision.state !== 'not-due' && plan !== null)
    parts.push('#### Plan', writePlan(plan, decision, origin));
  return `${parts.join('\n\n')}\n`;
}
