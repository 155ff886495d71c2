import type { Certificate } from '../../certificate/certificate.ts';
import type { RotationPhase } from '../../interface/words.ts';
import type { Decision } from '../../operations/rotation/decision.ts';
import type { RotationOutcome } from '../../operations/rotation/outcome.ts';
import type { Failure } from '../step-report.ts';

/** All that a rotation has to tell, however it ended. */
export interface RotationReport {
  readonly provider: string;
  readonly scope: string;
  readonly origin: string;
  readonly dryRun: boolean;
  /** Those that were allowed. */
  readonly phases: readonly RotationPhase[];
  readonly outcome: RotationOutcome;
  readonly failure: Failure | null;
  readonly now: Date;
}

/** The certificate that a rotation is about: the successor once there is one, else the one that serves. */
export function findSubject({ state, successor, current }: Decision): Certificate | null {
  const isBack = state === 'rolled-back' || state === 'rollback-failed';
  const observed = isBack ? (current ?? successor) : (successor ?? current);
  return observed?.certificate ?? null;
}

/** Id of the certificate that the subject replaces, or has replaced; null where it replaces none. */
export function findPreviousId(decision: Decision): string | null {
  const id = decision.replaced?.id ?? null;
  return id === findSubject(decision)?.id ? null : id;
}

/** The certificates of a decision, the subject first, each once. */
export function findParties(decision: Decision): readonly Certificate[] {
  const { successor, current } = decision;
  const parties = [findSubject(decision), successor?.certificate ?? null, current?.certificate ?? null];
  return [...new Set(parties)].filter((party) => party !== null);
}
