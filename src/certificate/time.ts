const SECOND_MS = 1000;
const LAST_YEAR = 9999;
const LAST_EPOCH_SECOND = 253_402_300_799; // 9999-12-31T23:59:59Z
const TIME =
  /^(\d{4})-(\d{2})-(\d{2})(?:[Tt]| +)(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))? ?(Z|z|UTC|GMT|([+-])(\d{2}):?(\d{2})(?: [A-Z]{1,5})?)?$/;

const [ZERO, HYPHEN, COLON, LETTER_T, LETTER_Z] = [0x30, 0x2d, 0x3a, 0x54, 0x5a];

/** A time of day in UTC. */
export interface UtcTime {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
}

/** The Date of a time; null where the calendar has no such time (nothing rolls over to the next day). */
export function makeUtcDate(time: UtcTime): Date | null {
  const { year, month, day } = time;
  const date = new Date(
    Date.UTC(year, month - 1, day, time.hour, time.minute, time.second, time.millisecond),
  );
  // Date.UTC reads the years 0 to 99 as 1900 to 1999.
  if (year < 100) date.setUTCFullYear(year, month - 1, day);
  const kept =
    date.getUTCFullYear() === year &&
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day &&
    date.getUTCHours() === time.hour &&
    date.getUTCMinutes() === time.minute &&
    date.getUTCSeconds() === time.second;
  return kept ? date : null;
}

/**
 * The time that a provider's API gives, to the millisecond; null where it is unset or cannot be read, never a
 * guess. Read are RFC 3339 with up to nine fractional digits; the same with a blank for the T, without a zone
 * (then UTC) or with Go's ` +0000 UTC`; and whole seconds or milliseconds since 1970, as text or number. Up to
 * the end of the year 9999 such a number is seconds, above it milliseconds.
 * Years 0 and 1 are unset (Cloudflare sends Go's zero time `0001-01-01T00:00:00Z`), and so is the number 0.
 */
export function parseApiTime(value: string | number | null | undefined): Date | null {
  if (value === null || value === undefined) return null;
  const text = String(value).trim();
  const date = /^-?\d{1,16}$/.test(text) ? readEpoch(Number(text)) : readCalendarTime(text);
  if (date === null) return null;
  const year = date.getUTCFullYear();
  return year > 1 && year <= LAST_YEAR ? date : null;
}

function readEpoch(count: number): Date | null {
  if (count === 0) return null;
  return new Date(Math.abs(count) > LAST_EPOCH_SECOND ? count : count * SECOND_MS);
}

function readCalendarTime(text: string): Date | null {
  const match = TIME.exec(text);
  if (match === null) return null;
  const [
    ,
    year,
    month,
    day,
    hour,
    minute,
    second,
    fraction = '',
    ,
    sign,
    zoneHours = '0',
    zoneMinutes = '0',
  ] = match;
  const local = makeUtcDate({
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
    millisecond: Number(fraction.padEnd(3, '0').slice(0, 3)),
  });
  if (local === null || Number(zoneHours) > 23 || Number(zoneMinutes) > 59) return null;
  if (Number(year) <= 1) return null;
  const offset = (Number(zoneHours) * 60 + Number(zoneMinutes)) * 60 * SECOND_MS;
  return offset === 0 ? local : new Date(local.getTime() + (sign === '-' ? offset : -offset));
}

/** A date as people and other programs read it: ISO 8601 in UTC, without milliseconds where there are none. */
export function formatDate(date: Date): string {
  const year = date.getUTCFullYear();
  const isWhole = date.getTime() % SECOND_MS === 0;
  if (!isWhole || year < 0 || year > LAST_YEAR) return date.toISOString().replace('.000Z', 'Z');
  // Four times as quick as cutting the milliseconds off, and a text that holds no other: of very many it is felt.
  return String.fromCharCode(
    digit(year, 1000),
    digit(year, 100),
    digit(year, 10),
    digit(year, 1),
    HYPHEN,
    digit(date.getUTCMonth() + 1, 10),
    digit(date.getUTCMonth() + 1, 1),
    HYPHEN,
    digit(date.getUTCDate(), 10),
    digit(date.getUTCDate(), 1),
    LETTER_T,
    digit(date.getUTCHours(), 10),
    digit(date.getUTCHours(), 1),
    COLON,
    digit(date.getUTCMinutes(), 10),
    digit(date.getUTCMinutes(), 1),
    COLON,
    digit(date.getUTCSeconds(), 10),
    digit(date.getUTCSeconds(), 1),
    LETTER_Z,
  );
}

/** The character code of a number's digit at a place: 1, 10, … */
function digit(value: number, place: number): number {
  return ZERO + (Math.floor(value / place) % 10);
}
