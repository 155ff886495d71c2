import { sha256Hex } from '../../certificate/digest.ts';
import { formatDuration } from '../../certificate/duration.ts';
import { formatThreshold } from '../../certificate/threshold.ts';
import type {
  ActingPhase,
  Lineage,
  PhaseDescription,
  Rotation,
  RotationDescription,
  RotationObservation,
} from '../../providers/rotation.ts';
import type { Decision, RotationPolicy } from './decision.ts';

/** What a rotation would do from here on, for the one who approves it. */
export interface RotationPlan {
  readonly lineage: Lineage;
  readonly affected: readonly string[];
  readonly phases: readonly PlannedPhase[];
  readonly irreversible: readonly string[];
  readonly policy: RotationPolicy;
  /** SHA-256 of what the plan rests on, lower-case hex. */
  readonly digest: string;
}

export interface PlannedPhase extends PhaseDescription {
  readonly phase: ActingPhase;
  /** `waiting`: for its soak or overlap. `later`: for the phases before it. */
  readonly standing: 'done' | 'now' | 'waiting' | 'later' | 'held';
}

const PHASES = ['stage', 'promote', 'retire'] as const;

/** The plan that a decision stands for. */
export function makePlan(
  rotation: Rotation,
  observation: RotationObservation,
  policy: RotationPolicy,
  decision: Decision,
): RotationPlan {
  const description = describe(rotation, policy, decision);
  return {
    lineage: rotation.lineage,
    affected: description.affected,
    phases: PHASES.flatMap((phase) => {
      const described = description.phases[phase];
      return described === null ? [] : [{ ...described, phase, standing: findStanding(phase, decision) }];
    }),
    irreversible: description.irreversible,
    policy,
    digest: digestPlan(rotation.lineage, observation, policy, decision),
  };
}

function describe(rotation: Rotation, { retireBy }: RotationPolicy, decision: Decision): RotationDescription {
  const { successor, current, replaced } = decision;
  const served = current?.certificate.id ?? null;
  const hasChanged = served !== null && replaced !== null && replaced.id !== served;
  return rotation.describe({
    replacedId: replaced?.id ?? null,
    successorId: successor?.certificate.id ?? (hasChanged ? served : null),
    retireBy,
  });
}

function findStanding(phase: ActingPhase, { state, step, comesNext }: Decision): PlannedPhase['standing'] {
  if (state === 'retired' || (state === 'promoted' && step === null)) return 'done';
  if (state === 'blocked' || state === 'rolled-back') return 'held';
  const next = step?.phase ?? comesNext?.phase ?? 'stage';
  const distance = PHASES.indexOf(phase) - PHASES.indexOf(next);
  if (distance !== 0) return distance < 0 ? 'done' : 'later';
  return step === null ? 'waiting' : 'now';
}

/**
 * What an approval rests on. It holds neither a time nor the staged successor, so that it is the same from the plan
 * to the last phase, unless something changes that the one who approved has to know.
 */
function digestPlan(
  lineage: Lineage,
  { referrers, material }: RotationObservation,
  policy: RotationPolicy,
  decision: Decision,
): string {
  const replaced = decision.standsFor ?? decision.replaced;
  const basis = {
    lineage: { provider: lineage.provider, scope: lineage.scope, name: lineage.name },
    replaced: replaced === null ? null : { id: replaced.id, fingerprint: replaced.fingerprint },
    referrers: [...referrers].sort(),
    policy: {
      rotateWithin: formatThreshold(policy.rotateWithin),
      soak: formatDuration(policy.soakMilliseconds),
      overlap: formatDuration(policy.overlapMilliseconds),
      retireBy: policy.retireBy,
      successor:
        policy.successor === null ? null : policy.successor.by === 'id' ? policy.successor.id : 'new',
    },
    material: Object.fromEntries(Object.entries(material).sort(([a], [b]) => (a < b ? -1 : 1))),
  };
  return sha256Hex(JSON.stringify(basis));
}
