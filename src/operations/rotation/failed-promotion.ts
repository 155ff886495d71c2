import type { ObservedCertificate } from '../../providers/rotation.ts';
import { OperationError } from '../outcome.ts';
import type { Decision } from './decision.ts';
import { describeFailedPromotion } from './decision-parts.ts';
import type { RotationLoop } from './loop.ts';
import { refuseRotation } from './refusal.ts';

/** How a promotion was taken back. */
interface Rollback {
  readonly failedId: string;
  /** What serves again. */
  readonly current: ObservedCertificate | null;
  /** What the vendor's part says of it; null where there is no more to say. */
  readonly reason: string | null;
}

/** The old one serves again: the run ends with an error, and people have to say what comes next. */
export function stopAfterRollback(
  { context, book }: RotationLoop,
  decision: Decision,
  { failedId, current, reason }: Rollback,
): OperationError {
  const failure = describeFailedPromotion(failedId, book.view.now);
  const violations = [reason === null ? failure : { ...failure, reason: `${failure.reason} (${reason})` }];
  context.progress.learn({
    decision: {
      ...decision,
      state: 'rolled-back',
      current,
      step: null,
      nextPhase: null,
      comesNext: null,
      violations,
    },
  });
  return refuseRotation(violations, 'rolled-back');
}

/** Neither the new one nor the old one is proved to serve: the run ends with an error that says what stands. */
export function failRollback(
  { context }: RotationLoop,
  decision: Decision,
  what: string,
  cause?: unknown,
): OperationError {
  context.progress.learn({ decision: { ...decision, state: 'rollback-failed' } });
  return new OperationError(
    `${what}.`,
    'See at once what serves, and set the provider to a certificate that can; or run again, which tries the same.',
    cause,
  );
}
