import { formatDate } from '../../certificate/time.ts';
import type { ObservedCertificate } from '../../providers/rotation.ts';
import type { Decision } from './decision.ts';
import { build, reference, type Situation } from './decision-parts.ts';
import { findOpenKey, isKeyless } from './open-keys.ts';

/** A run that has been silent for so long is dead, however slow it was. */
const RUN_ENDS_MILLISECONDS = 60 * 60 * 1000;

/** What was promoted a moment ago and is not shown yet is waited for: it is not replaced. */
export function holdForPromotion(current: ObservedCertificate | null, situation: Situation): Decision | null {
  const { history, ledger, policy } = situation;
  const { lastPromotion } = history;
  const promotedId = lastPromotion?.successor?.id ?? null;
  if (lastPromotion === null || promotedId === null || current?.certificate.id === promotedId) return null;
  const settled = lastPromotion.at.getTime() + policy.creationSettlesMilliseconds;
  if (settled <= ledger.now.getTime()) return null;
  return build(situation, {
    state: 'promoting',
    reason: `Certificate ${promotedId} was promoted at ${formatDate(lastPromotion.at)}, and is not shown yet.`,
    current: null,
  });
}

/**
 * A run that was about to keep a key, and of which nothing was heard since: what is kept may be the old one or the
 * new one. Only another new one settles that.
 * @returns one clause; null where there is no such.
 */
export function describeUnsettledKey({ history }: Situation): string | null {
  const key = history.openKeys.findLast(({ certificate }) => certificate !== null);
  if (key === undefined) return null;
  const run = key.run === null ? 'a run' : `run ${key.run}`;
  return `at ${formatDate(key.at)} ${run} was about to keep the key of certificate ${key.certificate?.id}, and no record says that it did, so what is kept is not known`;
}

/** A certificate that was made for a key which nobody kept, and that showed too late to be taken away before. */
export function decideLeftover(current: ObservedCertificate, situation: Situation): Decision | null {
  const { observation, history, ledger, policy } = situation;
  if (policy.retireBy === 'keep') return null;
  const leftover = observation.certificates.find((one) => {
    const heardAt = findOpenKey(one, history)?.at.getTime() ?? Number.POSITIVE_INFINITY;
    const isDead = heardAt + RUN_ENDS_MILLISECONDS <= ledger.now.getTime();
    return isDead && isKeyless(one, history) && one.readiness === 'ready';
  });
  if (leftover === undefined) return null;
  const { id } = leftover.certificate;
  return build(situation, {
    state: 'promoted',
    reason: `Certificate ${current.certificate.id} serves. The key of certificate ${id} was lost before it was kept, so that one can be taken away now.`,
    current,
    replaced: reference(leftover),
    standsFor: reference(current),
    step: { kind: 'retire', phase: 'retire', replaced: leftover, heir: current },
  });
}

/** Certificates of the same name that no record tells of: somebody else's, and left alone. */
export function remarkOnStrangers(
  current: ObservedCertificate | null,
  { observation, history, ledger }: Situation,
): readonly string[] {
  const replacedIds = new Set(history.replacements.map(({ previous }) => previous.id));
  const strangers = observation.certificates.filter(
    (one) =>
      one !== current &&
      one.readiness !== 'dormant' &&
      !replacedIds.has(one.certificate.id) &&
      findOpenKey(one, history) === null,
  );
  const remarks = strangers.map(
    ({ certificate: { id, status } }) =>
      `Certificate ${id} (${status ?? 'status unknown'}) has the same name, and no record tells of it: it is left alone.`,
  );
  const promotedId = history.lastPromotion?.successor?.id ?? null;
  if (promotedId !== null && current?.certificate.id !== promotedId && ledger.unavailability === null) {
    remarks.push(`Certificate ${promotedId}, which was promoted last, does not exist any more.`);
  }
  return remarks;
}
