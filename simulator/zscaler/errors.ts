import type { Answer } from '../vendor.ts';
import type { ErrorJson } from './wire.ts';

/**
 * Error ids of the ZPA API, from its documentation and from official clients. The group at the end is chosen
 * for this simulator: the real ids are not known, so nothing may depend on them.
 */
export const ERROR_IDS = {
  accessDenied: 'access.denied',
  alreadyExists: 'resource.already.exist',
  badRequest: 'bad.request',
  concurrentChange: 'api.concurrent.access.error',
  invalidArgument: 'invalid.resource.argument',
  invalidOperand: 'filtering.input.invalid.operand',
  notFound: 'resource.not.found',
  referenced: 'resource.referenced',
  retryableServerError: 'retryable.server.error',
  tooManyRequests: 'invalid.toomanyrequests',

  internalError: 'internal.server.error',
  limitReached: 'resource.limit.reached',
  methodNotAllowed: 'method.not.allowed',
  noRoute: 'no.such.path',
  notEditable: 'resource.not.editable',
  unsupportedMediaType: 'unsupported.media.type',
} as const;

const JSON_TYPE = 'application/json;charset=utf-8';

/** A refusal on its way to the caller. */
export class Refusal extends Error {
  readonly answer: Answer;

  constructor(message: string, answer: Answer) {
    super(message);
    this.answer = answer;
  }
}

/** A refusal in ZPA's own form. */
export function refuse(
  status: number,
  id: string,
  reason: string,
  more: Partial<ErrorJson> = {},
  headers: Readonly<Record<string, string>> = {},
): Refusal {
  const answer = succeed(status, { id, reason, ...more });
  return new Refusal(`${id} ${reason}`, { ...answer, headers: { ...answer.headers, ...headers } });
}

/** The refusal of a field's value. */
export function refuseField(field: string, because: string): Refusal {
  return refuse(
    400,
    ERROR_IDS.invalidArgument,
    `One or more input fields ${field} are not valid. ${because}`,
    {
      params: [field],
    },
  );
}

/** The refusal of what is not there: HTTP 400, not 404 (ZPA API documentation, error codes). */
export function refuseMissing(idOrName: string): Refusal {
  return refuse(400, ERROR_IDS.notFound, `No resource exists with the given id/name :${idOrName}`, {
    params: [idOrName],
  });
}

/** An answer with JSON. */
export function succeed(status: number, json: unknown): Answer {
  return { status, headers: { 'content-type': JSON_TYPE }, json };
}

/** An answer without a body. */
export function succeedEmpty(status: number): Answer {
  return { status, headers: {}, json: null, text: '' };
}
