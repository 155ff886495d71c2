import { describeTries } from './error-text.ts';
import { ApiError } from './errors.ts';
import type { HttpAnswer, HttpCall } from './types.ts';

/** The error for what a vendor says in good answers and what cannot be so. */
export function refuseClaim(message: string): ApiError {
  return new ApiError(message, {
    kind: 'unreadable',
    call: '',
    host: '',
    status: null,
    errors: [],
    requestId: null,
    attempts: 0,
    mayHaveArrived: false,
  });
}

/** The error for an answer that is good by its status, and not what the vendor's reference promises. */
export function refuseShape(call: HttpCall, answer: HttpAnswer): ApiError {
  const { status, host, requestId, attempts } = answer;
  const shown = `${call.method} ${call.path}`;
  const body = answer.text.trim() === '' ? 'an empty body' : 'a body of another shape than documented';
  return new ApiError(
    `${shown} at ${host} answered ${status} with ${body} ${describeTries(requestId, attempts)}`,
    {
      kind: 'unreadable',
      call: shown,
      host,
      status,
      errors: [],
      requestId,
      attempts,
      mayHaveArrived: true,
    },
  );
}
