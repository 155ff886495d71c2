import { formatDuration } from '../../certificate/duration.ts';
import { formatThreshold } from '../../certificate/threshold.ts';
import { formatDate } from '../../certificate/time.ts';
import type { Decision } from '../../operations/rotation/decision.ts';
import type { PlannedPhase, RotationPlan } from '../../operations/rotation/plan.ts';
import { inertMarkdown } from '../inert.ts';
import { describeCall } from '../sentences.ts';

const STANDINGS: Readonly<Record<PlannedPhase['standing'], string>> = {
  done: '✅ done',
  now: '▶️ now',
  waiting: '⏳ waiting',
  later: '– later',
  held: '⛔ held',
};

/** A plan for the one who approves it: what, why, to whom, what each phase does, what cannot be undone. */
export function writePlan(plan: RotationPlan, decision: Decision, origin: string): string {
  const { lineage, affected, phases, irreversible, policy, digest } = plan;
  return [
    `**Lineage:** ${code(lineage.name)} of ${inertMarkdown(lineage.provider)} ${code(lineage.scope)}`,
    `**Why:** ${inertMarkdown(decision.reason, 1000)}`,
    writeParties(decision),
    '**Who is affected**',
    list(affected),
    '**What each phase does**',
    writePhases(phases),
    '**Calls**',
    list(
      phases.flatMap(({ phase, calls }) => calls.map((call) => `${phase}: ${describeCall(call, origin)}`)),
      true,
    ),
    '**What cannot be undone**',
    irreversible.length === 0 ? '- nothing' : list(irreversible),
    `**Policy:** rotate-within ${formatThreshold(policy.rotateWithin)}, soak ${formatDuration(policy.soakMilliseconds)}, overlap ${formatDuration(policy.overlapMilliseconds)}, retire-by ${policy.retireBy}`,
    `**Plan digest:** ${code(digest)}`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function writeParties({ current, successor, replaced }: Decision): string {
  const rows = [
    ...(current === null ? [] : [row('serves', current.certificate)]),
    ...(successor === null ? [] : [row('successor', successor.certificate)]),
    ...(replaced === null || replaced.id === current?.certificate.id
      ? []
      : [`| replaced | ${code(replaced.id)} | – | – | ${code(replaced.fingerprint ?? '–')} |`]),
  ];
  if (rows.length === 0) return '';
  return [
    '| Part | Id | Status | Expires on | Fingerprint |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

function row(
  part: string,
  {
    id,
    status,
    notAfter,
    fingerprint,
  }: {
    readonly id: string;
    readonly status: string | null;
    readonly notAfter: Date | null;
    readonly fingerprint: string | null;
  },
): string {
  const end = notAfter === null ? '–' : formatDate(notAfter);
  return `| ${part} | ${code(id)} | ${inertMarkdown(status ?? '–', 100)} | ${end} | ${code(fingerprint ?? '–')} |`;
}

function writePhases(phases: readonly PlannedPhase[]): string {
  const rows = phases.map(
    ({ phase, standing, what }) => `| ${phase} | ${STANDINGS[standing]} | ${inertMarkdown(what, 1000)} |`,
  );
  return ['| Phase | Where it stands | What it does |', '| --- | --- | --- |', ...rows].join('\n');
}

function list(lines: readonly string[], asCode = false): string {
  return lines.map((line) => `- ${asCode ? code(line) : inertMarkdown(line, 1000)}`).join('\n');
}

/** Code in HTML, since a backtick in the text would end a Markdown one. */
function code(text: string): string {
  return `<code>${inertMarkdown(text, 400)}</code>`;
}
