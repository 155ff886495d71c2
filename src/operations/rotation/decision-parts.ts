import { formatDuration } from '../../certificate/duration.ts';
import { formatDate } from '../../certificate/time.ts';
import type { Violation } from '../../providers/provider.ts';
import type { Blocker, ObservedCertificate, RotationObservation } from '../../providers/rotation.ts';
import type { Decision, RotationPolicy } from './decision.ts';
import type { LineageHistory } from './history.ts';
import type { CertificateReference } from './ledger.ts';
import type { LedgerView } from './ledger-book.ts';

/** Everything that a decision is made from. */
export interface Situation {
  readonly observation: RotationObservation;
  readonly history: LineageHistory;
  readonly ledger: LedgerView;
  readonly policy: RotationPolicy;
  readonly now: Date;
}

type Facts = Pick<Decision, 'state' | 'reason' | 'current'> & Partial<Decision>;

/**
 * A decision with what follows from its step: the phase that is needed now is the step's, unless the step only
 * tidies up the ledger's history and nothing is left to do after it.
 */
export function build({ observation }: Pick<Situation, 'observation'>, facts: Facts): Decision {
  const step = facts.step ?? null;
  const isTidying = step?.kind === 'record-retirement' && observation.unfinished.length === 0;
  const nextPhase = step === null || isTidying ? null : step.phase;
  return {
    successor: null,
    replaced: reference(facts.current),
    standsFor: null,
    step,
    nextPhase,
    comesNext: nextPhase === null ? null : { phase: nextPhase, notBefore: null },
    violations: [],
    ...facts,
    remarks: [...observation.remarks, ...(facts.remarks ?? [])],
  };
}

/** A decision to do nothing until people have mended what is listed. */
export function block(
  situation: Pick<Situation, 'observation'>,
  facts: Pick<Decision, 'current'> & Partial<Decision>,
  violations: readonly Violation[],
): Decision {
  const [first] = violations;
  const reason =
    violations.length === 1 ? `Blocked: ${first?.reason ?? ''}.` : `Blocked by ${violations.length} things.`;
  return build(situation, { state: 'blocked', reason, ...facts, violations });
}

/** How a record names a certificate. */
export function reference(observed: ObservedCertificate | null): CertificateReference | null {
  if (observed === null) return null;
  const { id, fingerprint } = observed.certificate;
  return { id, fingerprint };
}

/** What stands against one of the phases. */
export function blockersAt(
  { blockers }: RotationObservation,
  ...phases: readonly Blocker['at'][]
): readonly Violation[] {
  return blockers.filter(({ at }) => phases.includes(at)).map(({ violation }) => violation);
}

export function findById(
  { certificates }: RotationObservation,
  id: string | null,
): ObservedCertificate | null {
  return certificates.find(({ certificate }) => certificate.id === id) ?? null;
}

/** A promotion that failed: people have to say what comes next. */
export function describeFailedPromotion(failedId: string, at: Date): Violation {
  return {
    reason: `certificate ${failedId} was set to serve and could not; at ${formatDate(at)} the one before it was set to serve again`,
    certificates: [failedId],
    instead: `find out why it could not; then set successor-id to '${failedId}' to try it again, or to 'new' to make another one`,
    forcible: false,
  };
}

/** A waiting time that nothing proves: the phase after it is held. */
export function describeUnprovable(
  what: 'soak' | 'overlap',
  milliseconds: number,
  id: string | null,
  { unavailability }: LedgerView,
): Violation {
  return {
    reason: `${what === 'overlap' ? 'an' : 'a'} ${what} of ${formatDuration(milliseconds)}${id === null ? '' : ` of certificate ${id}`} cannot be proved: ${unavailability?.unavailable ?? 'no record tells when it began'}`,
    certificates: id === null ? [] : [id],
    instead: `${(unavailability?.mend ?? 'see to the ledger').replace(/\.$/, '')}; with ${what} 0s nothing has to be proved`,
    forcible: false,
  };
}
