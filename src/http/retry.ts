import type { ApiErrorKind, NetworkFailure } from './errors.ts';
import type { RetryRule } from './types.ts';

/** No pause of our own is longer; a vendor's Retry-After may be. */
export const LONGEST_BACKOFF_MILLISECONDS = 30_000;

const UNIT_MILLISECONDS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

/** The three forms of RFC 9110, section 5.6.7, and ISO 8601 in UTC; Date.parse alone takes almost anything. */
const DATES = [
  /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/,
  /^[A-Z][a-z]{5,8}, \d{2}-[A-Z][a-z]{2}-\d{2} \d{2}:\d{2}:\d{2} GMT$/,
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/,
];
const ASCTIME = /^[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d{2}:\d{2}:\d{2} \d{4}$/;

/**
 * How long a Retry-After header asks to wait: seconds (`4`), with a unit (`4s`, `0.5s`, `500ms`, `1m`), or
 * until a date. ZPA sends the unit (ZPA API, Rate Limiting).
 * @returns milliseconds, never negative; undefined where there is no header or it cannot be read.
 */
export function parseRetryAfter(value: string | undefined, now: number): number | undefined {
  const text = value?.trim() ?? '';
  const amount = /^(?<sign>[+-])?(?<number>\d+(?:\.\d+)?|\.\d+)\s*(?<unit>ms|s|m|h)?$/i.exec(text)?.groups;
  if (amount !== undefined) {
    if (amount.sign === '-') return 0;
    const unit = UNIT_MILLISECONDS[(amount.unit ?? 's').toLowerCase()] ?? 1000;
    return Math.min(Math.ceil(Number(amount.number) * unit), Number.MAX_SAFE_INTEGER);
  }
  const date = parseDate(text);
  return date === undefined ? undefined : Math.max(0, date - now);
}

function parseDate(text: string): number | undefined {
  const dated = ASCTIME.test(text) ? `${text} GMT` : DATES.some((form) => form.test(text)) ? text : undefined;
  const time = dated === undefined ? Number.NaN : Date.parse(dated);
  return Number.isNaN(time) ? undefined : time;
}

/**
 * The pause before a try: the first delay doubled for each retry already made, half of it jittered, and never
 * less than the vendor asks for.
 * @param random uniform in [0, 1)
 * @returns milliseconds
 */
export function findPause(
  retry: { retriesMade: number; firstDelayMilliseconds: number; retryAfterMilliseconds: number | undefined },
  random: () => number,
): number {
  const doubled = retry.firstDelayMilliseconds * 2 ** Math.min(retry.retriesMade, 30);
  const backoff = Math.min(doubled, LONGEST_BACKOFF_MILLISECONDS);
  const jittered = Math.round(backoff / 2 + (backoff / 2) * random());
  return Math.max(jittered, retry.retryAfterMilliseconds ?? 0);
}

/** A try that gave no good answer. */
export interface FailedTry {
  readonly kind: ApiErrorKind;
  readonly status: number | null;
  /** Whether it may pass by itself. */
  readonly passing: boolean;
  /** Whether the vendor may have acted on it. */
  readonly mayHaveArrived: boolean;
}

/** Judges a try that got no whole answer. */
export function judgeNetworkFailure(failure: NetworkFailure): FailedTry {
  const { passing, mayHaveArrived } = failure;
  return { kind: 'network', status: null, passing, mayHaveArrived };
}

/**
 * Judges an answer that is not a good one.
 * @param verdict the dialect's word on whether it may pass; a refusal for good (`false`) was not acted on,
 *   whatever its status is.
 */
export function judgeAnswer(
  kind: Exclude<ApiErrorKind, 'network'>,
  status: number,
  verdict: boolean | undefined,
): FailedTry {
  const faulty = status === 408 || status >= 500 || kind === 'unreadable';
  return {
    kind,
    status,
    passing: verdict ?? (faulty || status === 429),
    mayHaveArrived: faulty && verdict !== false,
  };
}

/** Whether a call under that rule may be sent again after such a try. */
export function mayRetry(rule: RetryRule, failed: FailedTry): boolean {
  if (!failed.passing) return false;
  if (rule === 'safe') return true;
  return failed.status === 429 || (failed.kind === 'network' && !failed.mayHaveArrived);
}
