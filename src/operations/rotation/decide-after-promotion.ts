import { formatDate } from '../../certificate/time.ts';
import type { ObservedCertificate } from '../../providers/rotation.ts';
import type { Decision } from './decision.ts';
import { block, blockersAt, build, describeUnprovable, findById, type Situation } from './decision-parts.ts';
import { isValidNow } from './due.ts';

/**
 * What a promotion leaves to do: to record it, to take the old certificate away after the overlap, and what only
 * then can be done.
 * @returns null where nothing is left, or where the ledger does not know that this certificate took another's place.
 */
export function decideAfterPromotion(current: ObservedCertificate, situation: Situation): Decision | null {
  const { observation, history, policy } = situation;
  const { id } = current.certificate;
  const intent = history.findIntent(id);
  if (intent !== null && history.findPromotion(id) === null) {
    return build(situation, {
      state: 'promoting',
      reason: `Certificate ${id} serves; that is not on record yet, and the overlap begins with the record.`,
      current,
      replaced: intent.previous,
      step: { kind: 'record-promotion', phase: 'promote', previous: intent.previous, successor: current },
    });
  }
  const isPromoted = history.lastPromotion?.successor?.id === id;
  for (const { previous, promotion } of isPromoted ? history.replacements : []) {
    const old = findById(observation, previous.id);
    if (policy.retireBy === 'keep') continue;
    const isGone = old === null || (old.readiness === 'dormant' && policy.retireBy !== 'delete');
    const { previous: first } = promotion;
    const standsFor = first?.id === previous.id ? null : first;
    if (isGone) {
      return build(situation, {
        state: 'retired',
        reason: `Certificate ${previous.id} is taken away; that is not on record yet.`,
        current,
        replaced: previous,
        standsFor,
        step: { kind: 'record-retirement', phase: 'retire', previous, heir: current },
      });
    }
    return { ...decideRetirement(old, promotion.at, current, situation), standsFor };
  }
  if (observation.unfinished.length === 0) return null;
  return build(situation, {
    state: 'promoted',
    reason: `Certificate ${id} serves. Left to do: ${observation.unfinished.join('; ')}.`,
    current,
    replaced: null,
    step: { kind: 'retire', phase: 'retire', replaced: null, heir: current },
  });
}

function decideRetirement(
  old: ObservedCertificate,
  promotedAt: Date,
  current: ObservedCertificate,
  situation: Situation,
): Decision {
  const { observation, ledger, policy, now } = situation;
  const oldId = old.certificate.id;
  const replaced = { id: oldId, fingerprint: old.certificate.fingerprint };
  const since = `Certificate ${current.certificate.id} took the place of ${oldId} at ${formatDate(promotedAt)}`;
  const overlap = policy.overlapMilliseconds;
  if (overlap > 0 && ledger.unavailability !== null) {
    const unprovable = describeUnprovable('overlap', overlap, oldId, ledger);
    return block(situation, { current, replaced }, [unprovable]);
  }
  const overlapEnd = new Date(promotedAt.getTime() + overlap);
  if (overlap > 0 && overlapEnd.getTime() > ledger.now.getTime()) {
    return build(situation, {
      state: 'overlapping',
      reason: `${since}, which stays until ${formatDate(overlapEnd)}.`,
      current,
      replaced,
      comesNext: { phase: 'retire', notBefore: overlapEnd },
    });
  }
  if (old.serves !== 'no' && observation.servingKnownBy === 'provider') {
    return build(situation, {
      state: 'overlapping',
      reason: `${since}, which is not proved to be out of use.`,
      current,
      replaced,
      comesNext: { phase: 'retire', notBefore: null },
    });
  }
  const violations = [...blockersAt(observation, 'retire')];
  if (!isValidNow(current.certificate, now)) {
    violations.push({
      reason: `certificate ${current.certificate.id}, which serves, is not within its dates, so the old one is kept`,
      certificates: [current.certificate.id],
      instead: 'see to a certificate that is valid first',
      forcible: false,
    });
  }
  if (violations.length > 0) return block(situation, { current, replaced }, violations);
  return build(situation, {
    state: 'promoted',
    reason: `${since}, which can be taken away now.`,
    current,
    replaced,
    step: { kind: 'retire', phase: 'retire', replaced: old, heir: current },
  });
}
