import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formatDate, parseApiTime } from '../../src/certificate/time.ts';

const DAY_MS = 86_400_000;

describe('parseApiTime', () => {
  test.each([
    ['2029-06-19T08:24:00Z', '2029-06-19T08:24:00.000Z'],
    ['2029-06-19t08:24:00z', '2029-06-19T08:24:00.000Z'],
    ['2014-01-01T05:20:00.1Z', '2014-01-01T05:20:00.100Z'],
    ['2014-01-01T05:20:00.12345Z', '2014-01-01T05:20:00.123Z'],
    ['2014-01-01T05:20:00.999999999Z', '2014-01-01T05:20:00.999Z'],
    ['2014-01-01T05:20:00+05:30', '2013-12-31T23:50:00.000Z'],
    ['2014-01-01T05:20:00-0800', '2014-01-01T13:20:00.000Z'],
    ['2033-02-20 23:18:00 +0000 UTC', '2033-02-20T23:18:00.000Z'],
    ['2033-02-20 23:18:00.5 +0100 CET', '2033-02-20T22:18:00.500Z'],
    ['2033-02-20 23:18:00 UTC', '2033-02-20T23:18:00.000Z'],
    ['2033-02-20T23:18:00', '2033-02-20T23:18:00.000Z'],
    ['2033-02-20 23:18:00', '2033-02-20T23:18:00.000Z'],
    [' 2033-02-20T23:18:00Z ', '2033-02-20T23:18:00.000Z'],
    ['2028-02-29T00:00:00Z', '2028-02-29T00:00:00.000Z'],
    ['9999-12-31T23:59:59Z', '9999-12-31T23:59:59.000Z'],
    ['1519963049', '2018-03-02T03:57:29.000Z'],
    ['1519963049000', '2018-03-02T03:57:29.000Z'],
    [1519963049, '2018-03-02T03:57:29.000Z'],
    [1519963049123, '2018-03-02T03:57:29.123Z'],
    ['253402300799', '9999-12-31T23:59:59.000Z'],
    [253402300799000, '9999-12-31T23:59:59.000Z'],
  ])('reads %p', (text, expected) => {
    expect(parseApiTime(text)?.toISOString()).toBe(expected);
  });

  test.each([
    null,
    undefined,
    '',
    '0001-01-01T00:00:00Z',
    '0001-01-01T00:00:00.000000Z',
    '0001-01-01 00:00:00 +0000 UTC',
    '0000-00-00 00:00:00',
    '0',
    0,
    '-62135596800',
  ])('has %p as unset', (text) => {
    expect(parseApiTime(text)).toBeNull();
  });

  test.each([
    '2026-02-30T00:00:00Z',
    '2027-02-29T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-00-01T00:00:00Z',
    '2026-01-00T00:00:00Z',
    '2026-01-01T24:00:00Z',
    '2026-01-01T23:60:00Z',
    '2026-01-01T23:59:60Z',
    '2026-01-01T00:00:00+24:00',
    '2026-01-01T00:00:00+01:60',
    '2026-01-01T00:00:00 CET',
    '2026-01-01T00:00:00.Z',
    '2026-01-01',
    '26-01-01T00:00:00Z',
    '12026-01-01T00:00:00Z',
    '2026-1-1T00:00:00Z',
    '01/02/2026 00:00:00',
    'Feb 20 23:18:00 2033 GMT',
    '2026-01-01T00:00:00Z 2027-01-01T00:00:00Z',
    '1519963049.5',
    1519963049.5,
    '99999999999999999',
    Number.NaN,
    Number.POSITIVE_INFINITY,
    'never',
    '*string*',
  ])('does not guess at %p', (text) => {
    expect(parseApiTime(text)).toBeNull();
  });

  const instant = fc.date({
    min: new Date('0100-01-01T00:00:00Z'),
    max: new Date('9999-12-30T00:00:00Z'),
    noInvalidDate: true,
  });

  test('reads back every instant that is printed as RFC 3339, in any zone', () => {
    const offset = fc.integer({ min: -23 * 60, max: 23 * 60 });
    fc.assert(
      fc.property(instant, offset, (date, minutes) => {
        const local = new Date(date.getTime() + minutes * 60_000).toISOString().slice(0, -1);
        const [hours, rest] = [Math.trunc(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
        const zone = `${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
        expect(parseApiTime(local + zone)).toEqual(date);
      }),
    );
  });

  test('gives the very day that is written, or nothing', () => {
    const two = (maximum: number) =>
      fc.integer({ min: 0, max: maximum }).map((n) => String(n).padStart(2, '0'));
    const year = fc.integer({ min: 0, max: 9999 }).map((n) => String(n).padStart(4, '0'));
    fc.assert(
      fc.property(year, two(20), two(40), two(30), two(70), two(70), (y, mo, d, h, mi, s) => {
        const text = `${y}-${mo}-${d}T${h}:${mi}:${s}Z`;
        const date = parseApiTime(text);
        if (date !== null) expect(formatDate(date)).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  test('tells seconds from milliseconds for every instant since 1978 and until 9999', () => {
    const since1979 = instant.filter((date) => date.getTime() > 9 * 366 * DAY_MS);
    fc.assert(
      fc.property(since1979, fc.boolean(), (date, asText) => {
        const seconds = Math.floor(date.getTime() / 1000);
        const milliseconds = date.getTime();
        expect(parseApiTime(asText ? String(seconds) : seconds)?.getTime()).toBe(seconds * 1000);
        expect(parseApiTime(asText ? String(milliseconds) : milliseconds)?.getTime()).toBe(milliseconds);
      }),
    );
  });

  test('never throws, and never gives an invalid date', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.double(), fc.stringMatching(/^[-0-9TZ:. +UTC]{0,40}$/)),
        (value) => {
          const date = parseApiTime(value);
          expect(date === null || !Number.isNaN(date.getTime())).toBe(true);
        },
      ),
    );
  });
});

test.each([
  ['2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00Z'],
  ['2026-01-01T00:00:00.120Z', '2026-01-01T00:00:00.120Z'],
])('formatDate prints %s as %s', (iso, text) => {
  expect(formatDate(new Date(iso))).toBe(text);
});

test('formatDate prints any date as ISO 8601 does, without milliseconds where there are none', () => {
  const last = 8_640_000_000_000_000;
  const seconds = fc.integer({ min: -last / 1000, max: last / 1000 }).map((count) => count * 1000);
  const near = fc.integer({ min: -70_000_000_000, max: 260_000_000_000 }).map((count) => count * 1000);
  fc.assert(
    fc.property(fc.oneof(seconds, near, fc.integer({ min: -last, max: last })), (time) => {
      const iso = new Date(time).toISOString();
      expect(formatDate(new Date(time))).toBe(iso.endsWith('.000Z') ? `${iso.slice(0, -5)}Z` : iso);
    }),
    { numRuns: 2000 },
  );
});

test('formatDate refuses a date that is none', () => {
  expect(() => formatDate(new Date(Number.NaN))).toThrow(RangeError);
});
