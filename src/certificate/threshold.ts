const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const MAXIMUM_DAYS = 36_500;

/**
 * How near to its end a certificate is noticed: a duration, a percent of its own lifetime, or both; then the
 * shorter window counts. At least one is given.
 */
export interface Threshold {
  readonly milliseconds: number | null;
  /** 1 to 100. */
  readonly percent: number | null;
}

const ALLOWED =
  'allowed: whole days (30 or 30d), hours (12h), a percent of the lifetime (33%), or a duration and a percent (30d 33%)';

/** Reads `30`, `30d`, `12h`, `33%`, or a duration and a percent in either order; the error says what is allowed. */
export function parseThreshold(text: string): { readonly ok: Threshold } | { readonly error: string } {
  let milliseconds: number | null = null;
  let percent: number | null = null;
  for (const word of text.trim().split(/\s+/)) {
    const [, digits, unit] = /^(\d{1,9})(d|h|%)?$/.exec(word) ?? [];
    if (digits === undefined) return { error: ALLOWED };
    const count = Number(digits);
    if (unit === '%') {
      if (percent !== null) return { error: `two percents are given; ${ALLOWED}` };
      if (count < 1 || count > 100) return { error: 'allowed: a percent from 1% to 100%' };
      percent = count;
    } else {
      if (milliseconds !== null) return { error: `two durations are given; ${ALLOWED}` };
      milliseconds = count * (unit === 'h' ? HOUR_MS : DAY_MS);
      if (milliseconds > MAXIMUM_DAYS * DAY_MS) {
        return { error: `allowed: at most ${MAXIMUM_DAYS}d, or ${MAXIMUM_DAYS * 24}h` };
      }
    }
  }
  return { ok: { milliseconds, percent } };
}

/**
 * How long before a certificate's end the threshold begins, in milliseconds; the lifetime is in milliseconds
 * too. Without a lifetime the duration alone counts; null where there is none.
 */
export function windowMilliseconds(threshold: Threshold, lifetimeMs: number | null): number | null {
  const { milliseconds, percent } = threshold;
  if (percent === null || lifetimeMs === null) return milliseconds;
  const share = (lifetimeMs * percent) / 100;
  return milliseconds === null ? share : Math.min(milliseconds, share);
}

/** The threshold as parseThreshold reads it: `30d`, `12h`, `33%`, `30d 33%`. */
export function formatThreshold({ milliseconds, percent }: Threshold): string {
  const words: string[] = [];
  if (milliseconds !== null) {
    words.push(milliseconds % DAY_MS === 0 ? `${milliseconds / DAY_MS}d` : `${milliseconds / HOUR_MS}h`);
  }
  if (percent !== null) words.push(`${percent}%`);
  return words.join(' ');
}
