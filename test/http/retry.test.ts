import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { NetworkFailure } from '../../src/http/errors.ts';
import {
  findPause,
  judgeAnswer,
  judgeNetworkFailure,
  mayRetry,
  parseRetryAfter,
} from '../../src/http/retry.ts';

const NOW = Date.UTC(2026, 0, 1, 12, 0, 0);

describe('Retry-After', () => {
  test.each([
    ['4', 4000],
    ['4s', 4000],
    ['4 s', 4000],
    ['13S', 13_000],
    ['0.5s', 500],
    ['.5', 500],
    ['1.2345', 1235],
    ['500ms', 500],
    ['1m', 60_000],
    ['1h', 3_600_000],
    ['0', 0],
    ['+4', 4000],
    ['-4', 0],
    ['-0.5s', 0],
    [' 7 ', 7000],
    ['2026', 2_026_000],
    ['Thu, 01 Jan 2026 12:00:09 GMT', 9000],
    ['Thursday, 01-Jan-26 12:00:09 GMT', 9000],
    ['Thu Jan  1 12:00:09 2026', 9000],
    ['2026-01-01T12:00:09Z', 9000],
    ['Thu, 01 Jan 2026 11:59:00 GMT', 0],
  ])('%j is %d ms', (value, milliseconds) => {
    expect(parseRetryAfter(value, NOW)).toBe(milliseconds);
  });

  test.each([
    undefined,
    '',
    ' ',
    'soon',
    '4 apples',
    'apples 4',
    '4d',
    '1e3',
    '4, 5',
    'NaN',
    'Infinity',
    '0x10',
    'Thu, 99 Jan 2026 12:00:09 GMT',
  ])('%j is read as absent, never as a date by chance', (value) => {
    expect(parseRetryAfter(value, NOW)).toBeUndefined();
  });

  test('never throws, and is never negative, NaN or infinite', () => {
    const likely = fc.stringMatching(/^[-+]?\d{0,400}(\.\d{0,400})?\s?(ms|s|m|h|d)?$/);
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          likely,
          fc.date().map((date) => String(date)),
        ),
        (value) => {
          const parsed = parseRetryAfter(value, NOW);
          expect(parsed === undefined || (Number.isSafeInteger(parsed) && parsed >= 0)).toBe(true);
        },
      ),
    );
  });
});

describe('the pause before a repeat', () => {
  const pause = (retriesMade: number, random: number, retryAfterMilliseconds?: number) =>
    findPause({ retriesMade, firstDelayMilliseconds: 500, retryAfterMilliseconds }, () => random);

  test.each([
    [0, 0, 250],
    [0, 0.999, 500],
    [1, 0, 500],
    [3, 0.999, 3998],
    [6, 0.5, 22_500],
    [500, 0.999, 29_985],
  ])('after %d repeats with random %d: %d ms', (retriesMade, random, milliseconds) => {
    expect(pause(retriesMade, random)).toBe(milliseconds);
  });

  test.each([
    [4000, 4000],
    [45_000, 45_000],
    [0, 250],
  ])('a Retry-After of %d ms gives %d ms: never less, and beyond our own cap', (asked, milliseconds) => {
    expect(pause(0, 0, asked)).toBe(milliseconds);
  });
});

describe('what may be sent again', () => {
  const answered = (status: number, verdict?: boolean) =>
    judgeAnswer(status >= 300 && status < 400 ? 'redirect' : 'http', status, verdict);

  test.each([
    // status, the dialect's word, safe, unsent, may have arrived
    [200, undefined, false, false, false],
    [200, true, true, false, false],
    [302, undefined, false, false, false],
    [400, undefined, false, false, false],
    [403, undefined, false, false, false],
    [404, undefined, false, false, false],
    [408, undefined, true, false, true],
    [409, undefined, false, false, false],
    [409, true, true, false, false],
    [429, undefined, true, true, false],
    [429, false, false, false, false],
    [500, undefined, true, false, true],
    [500, false, false, false, false],
    [500, true, true, false, true],
    [503, undefined, true, false, true],
    [522, undefined, true, false, true],
  ])('an answer %d, of which the dialect says %s', (status, verdict, safe, unsent, arrived) => {
    const failed = answered(status, verdict);
    expect([mayRetry('safe', failed), mayRetry('unsent', failed), failed.mayHaveArrived]).toEqual([
      safe,
      unsent,
      arrived,
    ]);
  });

  test('a 2xx that cannot be read is like a 5xx', () => {
    const failed = judgeAnswer('unreadable', 200, undefined);
    expect([mayRetry('safe', failed), mayRetry('unsent', failed), failed.mayHaveArrived]).toEqual([
      true,
      false,
      true,
    ]);
  });

  test.each([
    [true, true, true, false],
    [false, true, true, true],
    [false, false, false, false],
    [true, false, false, false],
  ])('a network failure, arrived %s, passing %s', (mayHaveArrived, passing, safe, unsent) => {
    const failed = judgeNetworkFailure(new NetworkFailure('x', { kind: 'reset', mayHaveArrived, passing }));
    expect([mayRetry('safe', failed), mayRetry('unsent', failed)]).toEqual([safe, unsent]);
  });
});
