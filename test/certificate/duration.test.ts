import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formatDuration, parseDuration } from '../../src/certificate/duration.ts';

test.each([
  ['200ms', 200],
  ['30s', 30_000],
  ['5m', 300_000],
  ['12h', 43_200_000],
  ['7d', 604_800_000],
  ['0s', 0],
  [' 3s ', 3000],
])('parseDuration reads %p', (text, milliseconds) => {
  expect(parseDuration(text)).toBe(milliseconds);
});

test.each([
  '',
  '30',
  's',
  '1.5s',
  '-1s',
  '+1s',
  '1e3s',
  '1 s',
  '1S',
  '1m30s',
  '30 min',
  '2w',
  '9999999999s',
  '٣s',
])('parseDuration refuses %p', (text) => {
  expect(parseDuration(text)).toBeNull();
});

test.each([
  [0, '0s'],
  [1, '1ms'],
  [1500, '1500ms'],
  [90_000, '90s'],
  [600_000, '10m'],
  [86_400_000, '1d'],
  [90_000_000, '25h'],
  [0.4, '0s'],
])('formatDuration prints %p ms as %s', (milliseconds, text) => {
  expect(formatDuration(milliseconds)).toBe(text);
});

test('parseDuration reads what formatDuration prints', () => {
  fc.assert(
    fc.property(fc.nat(999_999_999), fc.constantFrom('ms', 's', 'm', 'h', 'd'), (count, unit) => {
      const milliseconds = parseDuration(`${count}${unit}`);
      expect(milliseconds).not.toBeNull();
      expect(parseDuration(formatDuration(milliseconds ?? -1))).toBe(milliseconds);
    }),
  );
});
