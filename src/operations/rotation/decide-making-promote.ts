import { formatDuration } from '../../certificate/duration.ts';
import { formatDate } from '../../certificate/time.ts';
import type { Violation } from '../../providers/provider.ts';
import type { ObservedCertificate } from '../../providers/rotation.ts';
import type { Decision } from './decision.ts';
import { block, blockersAt, build, type Situation } from './decision-parts.ts';
import { isValidNow } from './due.ts';
import { findYoungKey, isKeyless } from './open-keys.ts';

/**
 * A promote that makes its successor itself: there is nothing to stage and to soak.
 * @param because why one is needed.
 */
export function decideMakingPromote(
  current: ObservedCertificate | null,
  because: string,
  situation: Situation & { readonly violations: readonly Violation[] },
): Decision {
  const { observation, history, ledger, policy } = situation;
  const violations = [
    ...blockersAt(observation, 'create', 'promote'),
    ...situation.violations,
    ...findUnprovableRetirement(current, situation),
  ];
  const remarks =
    current === null ? ['Nothing serves before it, so this promotion cannot be taken back.'] : [];
  if (violations.length > 0) return block(situation, { current, remarks }, violations);
  const young = findYoungKey(history, ledger, policy);
  if (young !== null) {
    const until = new Date(young.at.getTime() + policy.creationSettlesMilliseconds);
    const run = young.run === null ? 'a run' : `run ${young.run}`;
    return build(situation, {
      state: 'planned',
      reason: `${because}. At ${formatDate(young.at)} ${run} was about to make its successor, and may be at it.`,
      current,
      step: { kind: 'await-creation', phase: 'promote', until },
      remarks,
    });
  }
  const keyless = observation.certificates.filter(
    (one) => one !== current && one.readiness === 'ready' && isKeyless(one, history),
  );
  return build(situation, {
    state: 'planned',
    reason: `${because}. The promote makes its successor.`,
    current,
    step: { kind: 'promote', phase: 'promote', replaced: current, successor: null, keyless },
    remarks: [
      ...remarks,
      ...keyless.map(
        ({ certificate }) =>
          `The key of certificate ${certificate.id} was lost before it was kept; it is taken away and replaced.`,
      ),
    ],
  });
}

/**
 * Without the ledger the next run could not tell the new one from the old one, which could then never be taken away:
 * so it is not made. Not so where the old one cannot serve any more, or goes at once.
 */
function findUnprovableRetirement(
  current: ObservedCertificate | null,
  { ledger, policy, now }: Situation,
): readonly Violation[] {
  const { overlapMilliseconds: overlap, retireBy } = policy;
  const staysBeside = overlap > 0 || retireBy === 'keep';
  if (ledger.unavailability === null || current === null || !staysBeside) return [];
  if (current.readiness !== 'ready' || !isValidNow(current.certificate, now)) return [];
  const { unavailable, mend } = ledger.unavailability;
  const { id } = current.certificate;
  const why =
    retireBy === 'keep'
      ? `certificate ${id} is to be kept beside its successor`
      : `an overlap of ${formatDuration(overlap)} of certificate ${id} cannot be proved`;
  return [
    {
      reason: `${why}, and without the ledger nothing tells the two apart afterwards: ${unavailable}`,
      certificates: [id],
      instead: `${mend.replace(/\.$/, '')}; ${retireBy === 'keep' ? "with retire-by 'revoke' and overlap 0s" : 'with overlap 0s'} it is not needed`,
      forcible: false,
    },
  ];
}
