import type { ObservedCertificate, RotationObservation } from '../../providers/rotation.ts';
import { decideAfterPromotion } from './decide-after-promotion.ts';
import { decideDue } from './decide-due.ts';
import { decideBroken, decideMoving } from './decide-unsettled.ts';
import type { Decision, RotationPolicy } from './decision.ts';
import { block, blockersAt, build, type Situation } from './decision-parts.ts';
import { assessDue } from './due.ts';
import { readHistory } from './history.ts';
import type { LedgerView } from './ledger-book.ts';
import { findServing } from './serving.ts';

/**
 * Where a lineage stands and what is to be done next. Pure: the provider says what exists and what serves, the
 * ledger says since when and whose; where they leave a doubt, the phase is held and the doubt is named.
 */
export function decide(
  observation: RotationObservation,
  ledger: LedgerView,
  policy: RotationPolicy,
  now: Date,
): Decision {
  const history = readHistory(ledger.records);
  const situation: Situation = { observation, history, ledger, policy, now };
  const serving = findServing(observation, history);
  const current = serving.kind === 'settled' ? serving.current : null;
  const barred = blockersAt(observation, 'always');
  if (barred.length > 0) return block(situation, { current }, barred);
  switch (serving.kind) {
    case 'unclear':
      return block(situation, { current }, serving.violations);
    case 'moving':
      return decideMoving(serving, situation);
    case 'broken':
      return decideBroken(serving, situation);
    case 'settled':
      return decideSettled(serving.current, situation);
  }
}

function decideSettled(current: ObservedCertificate | null, situation: Situation): Decision {
  const after = current === null ? null : decideAfterPromotion(current, situation);
  if (after?.step?.kind === 'record-promotion') return after;
  if (current === null) {
    return decideDue(null, 'nothing of the account or tenant serves yet', situation);
  }
  const { policy, now } = situation;
  const assessed = assessDue(current.certificate, policy.rotateWithin, now);
  const { id } = current.certificate;
  if (assessed.due === null) {
    return block(situation, { current }, [
      {
        reason: `whether certificate ${id} is due cannot be told: ${assessed.reason}`,
        certificates: [id],
        instead: 'give rotate-within as days, or replace the certificate by hand',
        forcible: false,
      },
    ]);
  }
  if (current.readiness !== 'ready') {
    const status = current.certificate.status ?? 'status unknown';
    return decideDue(current, `it serves, and is ${status}: it may stop at any moment`, situation);
  }
  if (assessed.due) return decideDue(current, assessed.reason, situation);
  if (after !== null) return after;
  return build(situation, {
    state: 'not-due',
    reason: `Certificate ${id} is not due: ${assessed.reason}.`,
    current,
    comesNext: assessed.dueOn === null ? null : { phase: 'stage', notBefore: assessed.dueOn },
    remarks: remarkOnLeftovers(current, situation),
  });
}

/** A successor that was made and is not needed now, and a ledger that could not be asked. */
function remarkOnLeftovers(current: ObservedCertificate, situation: Situation): readonly string[] {
  const { history, observation, ledger } = situation;
  const exists = (id: string | null) =>
    observation.certificates.some(({ certificate }) => certificate.id === id) &&
    id !== current.certificate.id;
  const remarks: string[] = [];
  if (exists(history.namedSuccessorId)) {
    remarks.push(
      `Certificate ${history.namedSuccessorId} was staged and is not needed now: another one serves. Use it at the next rotation, or take it away by hand.`,
    );
  }
  if (history.lastPromotion !== null && history.lastPromotion.successor?.id !== current.certificate.id) {
    remarks.push(
      `The last promotion on record is that of ${history.lastPromotion.successor?.id}; ${current.certificate.id} was set to serve by somebody else. What was replaced is left alone.`,
    );
  }
  if (ledger.unavailability !== null) {
    remarks.push(
      `Whether an old certificate waits to be taken away is not known: ${ledger.unavailability.unavailable}. ${ledger.unavailability.mend}`,
    );
  }
  return remarks;
}
