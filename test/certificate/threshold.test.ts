import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  formatThreshold,
  parseThreshold,
  type Threshold,
  windowMilliseconds,
} from '../../src/certificate/threshold.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

describe('parseThreshold', () => {
  test.each([
    ['30', 30 * DAY_MS, null],
    ['30d', 30 * DAY_MS, null],
    ['0', 0, null],
    ['0h', 0, null],
    ['12h', 12 * HOUR_MS, null],
    ['33%', null, 33],
    ['1%', null, 1],
    ['100%', null, 100],
    ['30d 33%', 30 * DAY_MS, 33],
    ['33% 30d', 30 * DAY_MS, 33],
    ['10% 12h', 12 * HOUR_MS, 10],
    ['  7   10% ', 7 * DAY_MS, 10],
    ['36500d', 36_500 * DAY_MS, null],
    ['876000h', 36_500 * DAY_MS, null],
  ])('reads %p', (text, milliseconds, percent) => {
    expect(parseThreshold(text)).toEqual({ ok: { milliseconds, percent } });
  });

  test.each([
    ['', 'allowed: whole days'],
    ['soon', 'allowed: whole days'],
    ['-1', 'allowed: whole days'],
    ['+30', 'allowed: whole days'],
    ['1.5d', 'allowed: whole days'],
    ['30 d', 'allowed: whole days'],
    ['30 %', 'allowed: whole days'],
    ['30D', 'allowed: whole days'],
    ['1e3', 'allowed: whole days'],
    ['30m', 'allowed: whole days'],
    ['30d,33%', 'allowed: whole days'],
    ['1000000000000', 'allowed: whole days'],
    ['30d 12h', 'two durations are given'],
    ['30 30', 'two durations are given'],
    ['30% 10%', 'two percents are given'],
    ['30d 33% 7d', 'two durations are given'],
    ['0%', 'from 1% to 100%'],
    ['101%', 'from 1% to 100%'],
    ['36501', 'at most 36500d, or 876000h'],
    ['876001h', 'at most 36500d, or 876000h'],
  ])('refuses %p and says what is allowed', (text, message) => {
    expect(parseThreshold(text)).toEqual({ error: expect.stringContaining(message) });
  });

  const milliseconds = fc.oneof(
    fc.nat(36_500).map((days) => days * DAY_MS),
    fc.nat(876_000).map((hours) => hours * HOUR_MS),
  );
  const percent = fc.integer({ min: 1, max: 100 });
  const threshold: fc.Arbitrary<Threshold> = fc.oneof(
    fc.record({ milliseconds, percent: fc.constant(null) }),
    fc.record({ milliseconds: fc.constant(null), percent }),
    fc.record({ milliseconds, percent }),
  );

  test('reads back what formatThreshold prints', () => {
    fc.assert(
      fc.property(threshold, (given) => {
        expect(parseThreshold(formatThreshold(given))).toEqual({ ok: given });
      }),
    );
  });

  test('reads the two parts in either order alike', () => {
    fc.assert(
      fc.property(threshold, (given) => {
        const turned = formatThreshold(given).split(' ').reverse().join('  ');
        expect(parseThreshold(turned)).toEqual({ ok: given });
      }),
    );
  });

  test('never throws, and never reads a threshold out of bounds', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9dh% ]{0,12}$/)), (text) => {
        const parsed = parseThreshold(text);
        if ('error' in parsed) return expect(parsed.error).toContain('allowed: ');
        const { milliseconds: duration, percent: share } = parsed.ok;
        expect(duration !== null || share !== null).toBe(true);
        if (duration !== null) expect(duration).toBeLessThanOrEqual(36_500 * DAY_MS);
        if (share !== null) expect(share >= 1 && share <= 100).toBe(true);
      }),
    );
  });
});

test.each([
  ['30d', '30d'],
  ['24h', '1d'],
  ['25h', '25h'],
  ['33% 7', '7d 33%'],
  ['0h', '0d'],
])('formatThreshold prints %s as %s', (text, printed) => {
  const parsed = parseThreshold(text);
  expect('ok' in parsed && formatThreshold(parsed.ok)).toBe(printed);
});

describe('windowMilliseconds', () => {
  const both: Threshold = { milliseconds: 30 * DAY_MS, percent: 33 };
  test.each([
    ['the duration alone', { milliseconds: DAY_MS, percent: null }, 47 * DAY_MS, DAY_MS],
    ['the percent alone', { milliseconds: null, percent: 50 }, 47 * DAY_MS, 23.5 * DAY_MS],
    ['the percent where it is shorter', both, 47 * DAY_MS, 15.51 * DAY_MS],
    ['the duration where it is shorter', both, 1825 * DAY_MS, 30 * DAY_MS],
    ['the duration without a lifetime', both, null, 30 * DAY_MS],
    ['nothing for a percent without a lifetime', { milliseconds: null, percent: 33 }, null, null],
  ])('is %s', (_, threshold, lifetime, expected) => {
    expect(windowMilliseconds(threshold, lifetime)).toBe(expected);
  });
});
