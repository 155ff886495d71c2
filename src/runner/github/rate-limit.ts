import { parseRetryAfter } from '../../http/retry.ts';

/** Headers by their names in lower case. */
export type AnswerHeaders = Readonly<Record<string, string | number | undefined>>;

/** Where GitHub does not say how long: a minute at least (GitHub REST API, Rate limits). */
const SECONDARY_WAIT_MILLISECONDS = 60_000;
/** The server's clock and this one are not quite the same. */
const RESET_SLACK_MILLISECONDS = 1000;

/**
 * How long a refusal for too many calls asks to wait, in milliseconds; null where it is no such refusal.
 * GitHub sends 403 or 429 for both of its limits: with `retry-after`, with nothing left of the hourly quota and
 * the time of its reset, or with a message alone.
 */
export function findWait(
  answer: { readonly status: number; readonly headers: AnswerHeaders; readonly message: string },
  now: number,
): number | null {
  const { status, headers, message } = answer;
  if (status !== 403 && status !== 429) return null;
  const asked = readRetryAfter(headers, now);
  if (asked !== null) return asked;
  if (status === 403 && !/rate limit|abuse detection/i.test(message)) return null;
  const reset = Number(headerOf(headers, 'x-ratelimit-reset') ?? Number.NaN);
  if (headerOf(headers, 'x-ratelimit-remaining') !== '0' || !Number.isFinite(reset)) {
    return SECONDARY_WAIT_MILLISECONDS;
  }
  return Math.max(0, reset * 1000 - now) + RESET_SLACK_MILLISECONDS;
}

/** What a `retry-after` asks for, in milliseconds; null where there is none that can be read. */
export function readRetryAfter(headers: AnswerHeaders, now: number): number | null {
  return parseRetryAfter(headerOf(headers, 'retry-after'), now) ?? null;
}

/** A header's text; undefined where it is not there. */
export function headerOf(headers: AnswerHeaders, name: string): string | undefined {
  const value = headers[name];
  return value === undefined ? undefined : String(value);
}
