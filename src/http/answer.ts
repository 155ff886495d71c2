import { cleanText, cleanVendorError, describeBody, listVendorErrors } from './error-text.ts';
import type { NetworkFailure, VendorError } from './errors.ts';
import { readJson } from './json.ts';
import { type FailedTry, judgeAnswer, judgeNetworkFailure, parseRetryAfter } from './retry.ts';
import type { TransportOptions } from './transport.ts';
import type { NetworkResponse } from './types.ts';

/** A failed try, with what an error is to say of it. */
export interface DescribedTry extends FailedTry {
  /** `answered 403: 10000 Authentication error`: follows the call and the host. */
  readonly text: string;
  readonly errors: readonly VendorError[];
  readonly requestId: string | null;
  readonly retryAfterMilliseconds: number | undefined;
  readonly cause?: unknown;
}

/** A good answer's JSON and request id, or why the answer is not good. */
export type Reading =
  | { readonly good: true; readonly json: unknown; readonly requestId: string | null }
  | { readonly good: false; readonly failed: DescribedTry };

type ReadingOptions = Pick<TransportOptions, 'dialect' | 'redact' | 'origin'>;

/**
 * Tells a good answer from a failed one: by status, by body, and by what the dialect finds in it.
 * @param now milliseconds since the epoch, for a Retry-After that is a date
 */
export function readAnswer(response: NetworkResponse, options: ReadingOptions, now: number): Reading {
  const { dialect, redact } = options;
  const { status, headers, body } = response;
  const { json, excess } = readJson(body);
  const given = dialect.errorsOf({ status, text: body, json });
  const errors = given.map((error) => cleanVendorError(error, redact));
  const fail = (kind: 'http' | 'unreadable' | 'redirect', text: string): Reading => ({
    good: false,
    failed: {
      // The dialect judges by what came, not by its cleaned form.
      ...judgeAnswer(kind, status, dialect.isPassing({ status, errors: given })),
      text: `answered ${status}${text}`,
      errors,
      requestId: findRequestId(response, options),
      retryAfterMilliseconds: parseRetryAfter(headers['retry-after'], now),
    },
  });

  if (status >= 300 && status < 400) return fail('redirect', describeRedirect(response, options));
  if (errors.length > 0) return fail('http', `: ${listVendorErrors(errors)}`);
  if (status < 200 || status >= 300) return fail('http', ` with ${describeBody(body, redact, true)}`);
  if (excess !== null) return fail('unreadable', ` with ${excess}`);
  if (json === undefined && body.trim() !== '') {
    return fail('unreadable', ` with ${describeBody(body, redact, false)} where JSON was due`);
  }
  return { good: true, json, requestId: findRequestId(response, options) };
}

/** A try that got no whole answer. */
export function readNetworkFailure(failure: NetworkFailure, redact: (text: string) => string): DescribedTry {
  return {
    ...judgeNetworkFailure(failure),
    text: `failed: ${cleanText(failure.message, redact)}`,
    errors: [],
    requestId: null,
    retryAfterMilliseconds: undefined,
    cause: failure,
  };
}

function findRequestId({ headers }: NetworkResponse, { dialect, redact }: ReadingOptions): string | null {
  const name = dialect.requestIdHeaders.find((header) => headers[header]);
  return name === undefined ? null : cleanText(headers[name] ?? '', redact, 100);
}

function describeRedirect({ headers }: NetworkResponse, { origin, redact }: ReadingOptions): string {
  const target = headers.location === undefined ? null : URL.parse(headers.location, origin.origin);
  const where = target === null ? '' : ` to ${cleanText(target.host, redact)}`;
  return `, a redirect${where}, which is not followed; check api-url, and for a proxy that asks to sign in`;
}
