import type { Threshold } from '../../certificate/threshold.ts';
import type { RetireBy } from '../../interface/words.ts';
import type { Violation } from '../../providers/provider.ts';
import type { ActingPhase, ObservedCertificate } from '../../providers/rotation.ts';
import type { CertificateReference } from './ledger.ts';

/** What the workflow wants of a rotation. */
export interface RotationPolicy {
  /** A certificate is due where its end is within this. */
  readonly rotateWithin: Threshold;
  /** How long a successor has to be ready before it may serve. */
  readonly soakMilliseconds: number;
  /** How long an old certificate stays after it was replaced. */
  readonly overlapMilliseconds: number;
  readonly retireBy: RetireBy;
  /** A listing lags behind a create by some seconds; one that does not show after this long was not made. */
  readonly creationSettlesMilliseconds: number;
  /** Which successor a person has chosen; null where nobody has. */
  readonly successor: SuccessorChoice | null;
}

/** `new`: make one, whatever others there are. */
export type SuccessorChoice = { readonly by: 'id'; readonly id: string } | { readonly by: 'new' };

/**
 * Where a lineage stands. `planned`: due, and its successor is not ready. `staged`: the successor may serve now.
 * `soaking`: not yet. `promoting`: it is set to serve, and not proved to. `promoted`: it serves, and the old one may
 * be taken away now. `overlapping`: not yet. `retired`: this run has ended the rotation.
 */
export type RotationState =
  | 'not-due'
  | 'planned'
  | 'soaking'
  | 'staged'
  | 'promoting'
  | 'overlapping'
  | 'promoted'
  | 'retired'
  | 'rolled-back'
  | 'rollback-failed'
  | 'blocked';

/** Where a lineage stands, and what is to be done about it. */
export interface Decision {
  readonly state: RotationState;
  /** Why, in one sentence. */
  readonly reason: string;
  /** What serves; null where nothing of the scope does. */
  readonly current: ObservedCertificate | null;
  /** What is to take its place; null once it serves, and before it is known. */
  readonly successor: ObservedCertificate | null;
  /** What is being replaced: the one that serves, or after the promotion the one that did. */
  readonly replaced: CertificateReference | null;
  /**
   * What an approval of this decision was given for, where that is not `replaced`: a certificate that is taken away
   * beside it, and of which nobody could know when the plan was made.
   */
  readonly standsFor: CertificateReference | null;
  /** What can be done now, were its phase allowed; null where there is nothing to do, or to wait for. */
  readonly step: Step | null;
  /** The phase that an acting job is needed for now; null where there is none. */
  readonly nextPhase: ActingPhase | null;
  /** What comes next, and not before when (null: that is not known); null where nothing does. */
  readonly comesNext: { readonly phase: ActingPhase; readonly notBefore: Date | null } | null;
  /** Everything that stands against going on; then the run fails. */
  readonly violations: readonly Violation[];
  /** What people should know: one sentence each. */
  readonly remarks: readonly string[];
}

/** One thing to do. Those that only record send nothing to the vendor. */
export type Step =
  | { readonly kind: 'await-creation'; readonly phase: 'stage' | 'promote'; readonly until: Date }
  | {
      readonly kind: 'stage';
      readonly phase: 'stage';
      /** Null: make one. */
      readonly successor: ObservedCertificate | null;
      /** Why a certificate that nobody named is taken for the successor; null where it was named, or is made. */
      readonly adoption: string | null;
    }
  | {
      readonly kind: 'promote';
      readonly phase: 'promote';
      readonly replaced: ObservedCertificate | null;
      readonly successor: ObservedCertificate | null;
      readonly keyless: readonly ObservedCertificate[];
    }
  | {
      readonly kind: 'record-promotion';
      readonly phase: 'promote';
      readonly previous: CertificateReference | null;
      readonly successor: ObservedCertificate;
    }
  | {
      readonly kind: 'rollback';
      readonly phase: 'promote';
      readonly failed: CertificateReference;
      readonly restored: ObservedCertificate;
    }
  | {
      readonly kind: 'retire';
      readonly phase: 'retire';
      readonly replaced: ObservedCertificate | null;
      readonly heir: ObservedCertificate;
    }
  | {
      readonly kind: 'record-retirement';
      readonly phase: 'retire';
      readonly previous: CertificateReference;
      readonly heir: ObservedCertificate;
    };
