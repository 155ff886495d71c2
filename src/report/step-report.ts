import type { ExpiryAssessment } from '../certificate/expiry.ts';
import type { Gate } from '../interface/request.ts';
import type { Outcome } from '../operations/outcome.ts';

/** Why a step fails that is not a verdict. */
export interface Failure {
  readonly message: string;
  /** How to mend it; null where nothing better than the message is known. */
  readonly mend: string | null;
}

/** All that a step has to tell, however it ended. */
export interface StepReport {
  readonly operation: string;
  readonly provider: string;
  readonly scope: string;
  readonly origin: string;
  readonly dryRun: boolean;
  readonly outcome: Outcome;
  readonly judged: ExpiryAssessment;
  readonly gate: Gate;
  readonly failure: Failure | null;
}
