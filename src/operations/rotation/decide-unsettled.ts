import type { Violation } from '../../providers/provider.ts';
import type { ObservedCertificate } from '../../providers/rotation.ts';
import { decideDue } from './decide-due.ts';
import type { Decision } from './decision.ts';
import { block, build, findById, reference, type Situation } from './decision-parts.ts';
import { isValidNow } from './due.ts';
import type { LedgerRecord } from './ledger.ts';
import type { Serving } from './serving.ts';

/** The provider is set to another certificate, and what serves is not settled. */
export function decideMoving(
  { to, from }: Extract<Serving, { kind: 'moving' }>,
  situation: Situation,
): Decision {
  const { history, observation, now } = situation;
  if (to !== null && !isValidNow(to.certificate, now)) {
    const why = `certificate ${to.certificate.id}, which was to take its place, is not within its dates`;
    return decideDue(from ?? to, why, situation);
  }
  const chosen = observation.settlesByItself ? null : findChosen(situation);
  if (chosen !== null && chosen !== to) return goOn(chosen, from === chosen ? to : from, from, situation);
  const intent = to === null ? null : history.findIntent(to.certificate.id);
  if (to !== null && (intent !== null || to.resemblance === 'certain' || chosen === to)) {
    return goOn(to, findById(observation, intent?.previous?.id ?? null) ?? from, from, situation);
  }
  if (!observation.settlesByItself) return block(situation, { current: from }, [describeSplit(to, from)]);
  const target = to === null ? 'none of its certificates' : `certificate ${to.certificate.id}`;
  return build(situation, {
    state: 'promoting',
    reason: `Somebody has set the provider to ${target}, and what serves is not settled yet${from === null ? '' : ` (${from.certificate.id} still does)`}. Nothing is done before it is.`,
    current: from,
  });
}

/** The provider is set to a certificate that cannot serve. */
export function decideBroken(
  { failedId, failed }: Extract<Serving, { kind: 'broken' }>,
  situation: Situation,
): Decision {
  const { history, observation, policy, now } = situation;
  const heir = failed === null ? findHeir(failedId, situation) : null;
  if (heir !== null) return goOn(heir, null, heir, situation);
  const status =
    failed === null ? 'does not exist' : `is ${failed.certificate.status ?? 'of unknown status'}`;
  const intent = history.findIntent(failedId);
  const restored = findById(observation, intent?.previous?.id ?? null);
  const canRestore = restored !== null && canServe(restored, now);
  if (!canRestore && policy.successor !== null) {
    return decideDue(
      null,
      'somebody has chosen what takes its place',
      situation,
      `What is set to serve (${failedId}) ${status}`,
    );
  }
  if (!canRestore) {
    const why = tellWhatServedBefore(intent);
    return block(situation, { current: null, successor: failed }, [
      {
        reason: `the provider is set to certificate ${failedId}, which ${status}, and ${why}`,
        certificates: [failedId],
        instead:
          "choose a certificate that is available where the provider is set to it, at once; or set successor-id to the id of one that can, or to 'new' to make one",
        forcible: false,
      },
    ]);
  }
  const hasFailedBefore =
    history.lastFailure?.phase === 'rollback-failed' && history.lastFailure.successor?.id === failedId;
  return build(situation, {
    state: hasFailedBefore ? 'rollback-failed' : 'promoting',
    reason: `The provider is set to certificate ${failedId}, which ${status}; ${restored.certificate.id} has to serve again.`,
    current: null,
    successor: failed,
    replaced: reference(restored),
    step: {
      kind: 'rollback',
      phase: 'promote',
      failed: reference(failed) ?? { id: failedId, fingerprint: null },
      restored,
    },
  });
}

/** A promotion that has begun, or that a person has chosen, goes on. */
function goOn(
  successor: ObservedCertificate,
  replaced: ObservedCertificate | null,
  current: ObservedCertificate | null,
  situation: Situation,
): Decision {
  const { history } = situation;
  const { id } = successor.certificate;
  return build(situation, {
    state: 'promoting',
    reason: `Certificate ${id} is set to serve, and is not proved to yet.`,
    current,
    successor,
    replaced: history.findIntent(id)?.previous ?? reference(replaced),
    step: { kind: 'promote', phase: 'promote', replaced, successor, keyless: [] },
  });
}

/** The one that took, or was taking, the place of a certificate that is gone, and is named by the rest. */
function findHeir(failedId: string, { observation, history, now }: Situation): ObservedCertificate | null {
  return (
    observation.certificates.find(
      (one) =>
        (one.serves === 'yes' || one.serves === 'arriving') &&
        history.findIntent(one.certificate.id)?.previous?.id === failedId &&
        canServe(one, now),
    ) ?? null
  );
}

/** The one that a person has named, where it can serve; it need not be any younger than the other. */
function findChosen({ observation, policy, now }: Situation): ObservedCertificate | null {
  const { successor } = policy;
  const chosen = successor?.by === 'id' ? findById(observation, successor.id) : null;
  return chosen !== null && canServe(chosen, now) ? chosen : null;
}

function canServe({ readiness, unfitness, certificate }: ObservedCertificate, now: Date): boolean {
  return readiness === 'ready' && unfitness === null && isValidNow(certificate, now);
}

/** Nobody finishes it but people. */
function describeSplit(to: ObservedCertificate | null, from: ObservedCertificate | null): Violation {
  const ids = [to, from].flatMap((one) => (one === null ? [] : [one.certificate.id]));
  return {
    reason: `some of what serves names certificate ${ids[0]} and some names ${ids[1] ?? 'none'}, and no record says why`,
    certificates: ids,
    instead:
      'set all of it to one of them by hand, or set successor-id to the id of the one that shall serve',
    forcible: false,
  };
}

/** @param intent the record of the promotion that failed */
function tellWhatServedBefore(intent: LedgerRecord | null): string {
  if (intent === null) return 'no record says what served before it';
  return intent.previous === null
    ? 'nothing served before it'
    : `${intent.previous.id}, which served before it, cannot serve again`;
}
