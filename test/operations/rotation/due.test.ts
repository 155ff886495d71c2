import { describe, expect, test } from '@jest/globals';
import { assessDue, isValidNow, wouldBeDueAtOnce } from '../../../src/operations/rotation/due.ts';
import { DAY, HOUR, inDays, NOW, threshold } from './build-situation.ts';

const MINUTE = 60 * 1000;
const moment = (milliseconds: number) => new Date(NOW.getTime() + milliseconds);

describe('A certificate is due', () => {
  test.each([
    ['on the moment its window begins', { notBefore: null, notAfter: inDays(30) }, true],
    ['not a moment before', { notBefore: null, notAfter: moment(30 * DAY + 1) }, false],
    ['by a percent of its lifetime', { notBefore: inDays(-70), notAfter: inDays(30) }, true, '30%'],
    ['not before that percent', { notBefore: inDays(-69), notAfter: inDays(30) }, false, '30%'],
    ['not where it does not expire', { notBefore: null, notAfter: new Date('9999-12-31T23:59:59Z') }, false],
  ])('%s', (_, dates, due, within = '30d') => {
    expect(assessDue(dates, threshold(within), NOW)).toMatchObject({ due });
  });

  test.each([
    [0, 'it expired on 2026-06-15T12:00:00Z'],
    [-1000, 'it expired on 2026-06-15T11:59:59Z'],
    [1000, 'it expires on 2026-06-15T12:00:01Z, within rotate-within 30d'],
  ])('once it expired, which it has on its last moment (%d ms)', (left, reason) => {
    const dates = { notBefore: null, notAfter: moment(left) };
    expect(assessDue(dates, threshold('30d'), NOW)).toMatchObject({ due: true, reason });
  });

  test.each([
    ['no end', { notBefore: null, notAfter: null }, 'its notAfter is missing or cannot be read'],
    [
      'an end that is its beginning',
      { notBefore: inDays(5), notAfter: inDays(5) },
      'its notAfter is not after its notBefore',
    ],
    [
      'an end before its beginning',
      { notBefore: inDays(5), notAfter: inDays(4) },
      'its notAfter is not after its notBefore',
    ],
    [
      'no beginning, where a percent counts',
      { notBefore: null, notAfter: inDays(5) },
      'its lifetime is not known, so a percent of it cannot be applied; add days to rotate-within, such as 180d 33%',
    ],
  ])('or not cannot be said of one with %s', (_, dates, reason) => {
    expect(assessDue(dates, threshold('33%'), NOW)).toEqual({ due: null, reason });
  });
});

describe('A successor would be due before its soak is over', () => {
  test.each([
    ['where window and soak are its lifetime', 31 * DAY, true],
    ['and not where it lives a moment longer', 31 * DAY + 1, false],
    ['and not where its lifetime is not known', null, false],
  ])('%s', (_, lifetime, expected) => {
    expect(wouldBeDueAtOnce(lifetime, threshold('30d'), DAY)).toBe(expected);
  });
});

describe('A certificate is valid now', () => {
  test.each([
    ['in its last moment', { notBefore: null, notAfter: moment(1) }, true],
    ['and not at its end', { notBefore: null, notAfter: NOW }, false],
    ['and not without an end', { notBefore: null, notAfter: null }, false],
    ['where clocks differ by ten minutes', { notBefore: moment(10 * MINUTE), notAfter: moment(HOUR) }, true],
    ['and not where it is more', { notBefore: moment(10 * MINUTE + 1), notAfter: moment(HOUR) }, false],
  ])('%s', (_, dates, expected) => {
    expect(isValidNow(dates, NOW)).toBe(expected);
  });
});
