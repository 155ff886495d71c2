import type { DescribedTry } from './answer.ts';
import { cleanText, describeTries } from './error-text.ts';
import { ApiError } from './errors.ts';
import type { TransportOptions } from './transport.ts';
import type { HttpCall } from './types.ts';

/** What has become of one call so far. */
export interface Course {
  readonly call: HttpCall;
  attempts: number;
  /** Repeats after a failure; one after a renewed credential is none. */
  retries: number;
  renewals: number;
  /** Whether any try may have been acted on. */
  mayHaveArrived: boolean;
  /** When the time for all tries is over; set by the first. */
  deadline: number;
}

/**
 * The error that a call ends with.
 * @param shortage why no further try is made although one might help; the inputs to raise are named after it.
 */
export function giveUp(
  course: Course,
  failed: DescribedTry,
  { origin, redact }: Pick<TransportOptions, 'origin' | 'redact'>,
  shortage?: string,
): ApiError {
  const call = cleanText(`${course.call.method} ${course.call.path}`, redact);
  const { text, kind, status, errors, requestId } = failed;
  const advice = shortage === undefined ? '' : `; ${shortage} (raise max-retries or request-timeout)`;
  return new ApiError(
    `${call} at ${origin.host} ${text} ${describeTries(requestId, course.attempts)}${advice}`,
    {
      kind,
      call,
      host: origin.host,
      status,
      errors,
      requestId,
      attempts: course.attempts,
      mayHaveArrived: course.mayHaveArrived,
      cause: failed.cause,
    },
  );
}
