import type { ObservedCertificate, RotationObservation } from '../../providers/rotation.ts';
import { decideAfterPromotion } from './decide-after-promotion.ts';
import {
  decideLeftover,
  describeUnsettledKey,
  holdForPromotion,
  remarkOnStrangers,
} from './decide-by-ledger.ts';
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
  const serving = findServing(observation, history, now);
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
      return observation.servingKnownBy === 'ledger'
        ? decideByLedger(serving.current, situation)
        : decideSettled(serving.current, situation);
  }
}

/** What serves is known by the records: what they leave open comes first. */
function decideByLedger(current: ObservedCertificate | null, situation: Situation): Decision {
  const held = holdForPromotion(current, situation);
  if (held !== null) return held;
  const unsettled = describeUnsettledKey(situation);
  const decision =
    unsettled === null ? decideSettled(current, situation) : decideDue(current, unsettled, situation);
  return { ...decision, remarks: [...decision.remarks, ...remarkOnStrangers(current, situation)] };
}

function decideSettled(current: ObservedCertificate | null, situation: Situation): Decision {
  const after = current === null ? null : decideAfterPromotion(current, situation);
  if (after?.step?.kind === 'record-promotion') return after;
  if (current === null) {
    const where =
      situation.observation.servingKnownBy === 'ledger' ? 'of the name' : 'of the account or tenant';
    return decideDue(null, `nothing ${where} serves yet`, situation);
  }
  const { observation, policy, now } = situation;
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
  // One that is arriving is waited for where the provider does not say what serves; else it cannot be so.
  const isArriving = observation.servingKnownBy === 'ledger' && current.readiness === 'arriving';
  if (current.readiness !== 'ready' && !isArriving) {
    const status = current.certificate.status ?? 'status unknown';
    const why =
      current.readiness === 'dormant' && observation.servingKnownBy === 'ledger'
        ? `it was promoted last, and is ${status}: what was kept with it is of no use`
        : `it serves, and is ${status}: it may stop at any moment`;
    return decideDue(current, why, situation);
  }
  if (assessed.due) return decideDue(current, assessed.reason, situation);
  if (isArriving) {
    return build(situation, {
      state: 'promoting',
      reason: `Certificate ${id} was promoted last, and is ${current.certificate.status ?? 'on its way back'}: it can serve once that is over. Nothing is done before.`,
      current,
    });
  }
  if (after !== null) return after;
  const leftover = decideLeftover(current, situation);
  if (leftover !== null) return leftover;
  return build(situation, {
    state: 'not-due',
    reason: `Certificate ${id} is not due: ${assessed.reason}.`,
    current,
    comesNext:
      assessed.dueOn === null
        ? null
        : { phase: observation.hasStage ? 'stage' : 'promote', notBefore: assessed.dueOn },
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
  const isSetByOthers =
    observation.servingKnownBy === 'provider' &&
    history.lastPromotion !== null &&
    history.lastPromotion.successor?.id !== current.certificate.id;
  if (isSetByOthers) {
    remarks.push(
      `The last promotion on record is that of ${history.lastPromotion?.successor?.id}; ${current.certificate.id} was set to serve by somebody else. What was replaced is left alone.`,
    );
  }
  // What this run has done itself, it knows.
  if (ledger.unavailability !== null && history.isEmpty) {
    remarks.push(
      `Whether an old certificate waits to be taken away is not known: ${ledger.unavailability.unavailable}. ${ledger.unavailability.mend}`,
    );
  }
  return remarks;
}
