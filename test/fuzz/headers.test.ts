import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readAnswer } from '../../src/http/answer.ts';
import { NetworkFailure } from '../../src/http/errors.ts';
import { findProxy } from '../../src/http/proxy.ts';
import { createRateLimiter } from '../../src/http/rate-limit.ts';
import { parseRatelimit } from '../../src/http/ratelimit-header.ts';
import { parseRetryAfter } from '../../src/http/retry.ts';
import { cloudflareDialect } from '../../src/providers/cloudflare/dialect.ts';
import { zscalerDialect } from '../../src/providers/zscaler/dialect.ts';
import { findControls } from '../report/hostile-text.ts';
import { createVirtualClock } from '../support/virtual-clock.ts';
import { expectCleanPrototypes, oddText, soupOf, tries } from './support/fuzz.ts';

const NOW = Date.UTC(2026, 0, 1);
/** What a header's value can hold on the wire. */
const headerText = fc.oneof(
  oddText,
  fc.uint8Array({ maxLength: 30 }).map((octets) => Buffer.from(octets).toString('latin1')),
);

test('Retry-After is a number of milliseconds that is not negative, or nothing', () => {
  const text = fc.oneof(
    headerText,
    soupOf('1', '0', '9', '.', '-', '+', 's', 'ms', 'm', 'h', ' ', 'e', 'Infinity', '\t'),
    soupOf(
      'Sun, ',
      '06',
      ' Nov ',
      '1994',
      '275760',
      ' 08:49:37',
      ' GMT',
      'Sunday, ',
      '06-Nov-94',
      '2026-01-01T00:00:00Z',
    ),
    fc.bigInt({ min: 0n, max: 10n ** 300n }).map(String),
  );
  fc.assert(
    fc.property(fc.option(text, { nil: undefined }), (value) => {
      const read = parseRetryAfter(value, NOW);
      expect(read === undefined || (Number.isFinite(read) && read >= 0)).toBe(true);
    }),
    tries(10),
  );
});

test('Ratelimit gives at most sixteen policies, each with whole numbers', () => {
  const text = fc.oneof(
    headerText,
    soupOf('"a"', '"', ';', ',', 'r=', 't=', '1', '999999999999', ' ', '\\', '-1', '1e9', '"b";r=5;t=9, '),
    fc
      .integer({ min: 1, max: 2000 })
      .map((count) => Array.from({ length: count }, (_, index) => `"p${index}";r=0;t=300`).join(',')),
  );
  fc.assert(
    fc.property(text, (value) => {
      const read = parseRatelimit(value);
      expect(read.length).toBeLessThanOrEqual(16);
      for (const { remaining, resetMilliseconds } of read) {
        expect(Number.isSafeInteger(remaining) && remaining >= 0).toBe(true);
        expect(Number.isSafeInteger(resetMilliseconds) && resetMilliseconds >= 0).toBe(true);
      }
    }),
    tries(10),
  );
});

test('whatever limits an answer tells, the next call is sent within five minutes', async () => {
  const limits = fc.record({
    ratelimit: fc.option(soupOf('"a"', ';r=0', ';t=999999999', ', ', '"b";r=0;t=600'), { nil: undefined }),
    holdMilliseconds: fc.option(fc.double({ min: 0, max: 1e300, noNaN: true }), { nil: undefined }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(limits, { maxLength: 5 }), async (answers) => {
      const clock = createVirtualClock();
      const limiter = createRateLimiter({ concurrency: 2 }, { clock, sleep: clock.sleep });
      for (const answer of [...answers, {}]) {
        const askedAt = clock.now();
        const turn = await limiter.enter([]);
        expect(clock.now() - askedAt).toBeLessThanOrEqual(300_000);
        turn.finish(answer);
      }
    }),
    tries(),
  );
});

describe('whatever an answer is', () => {
  const answer = fc.record({
    status: fc.integer({ min: 200, max: 599 }),
    headers: fc.dictionary(
      fc.constantFrom(
        'retry-after',
        'location',
        'cf-ray',
        'x-transaction-id',
        '__proto__',
        'constructor',
        'ratelimit',
      ),
      headerText,
    ),
    body: fc.oneof(
      oddText,
      fc.json(),
      soupOf(
        '<!doctype html>',
        '<title>',
        '</title>',
        '<html>',
        'only through Zscaler OneAPI',
        '{"reason":"x"}',
      ),
    ),
  });

  test.each([
    ['Cloudflare', cloudflareDialect],
    ['Zscaler', zscalerDialect],
  ])(
    'of %s, it is good, or its failure is told on one line without what hides or turns text',
    (_, dialect) => {
      fc.assert(
        fc.property(answer, (given) => {
          const origin = new URL('https://api.example.com');
          const reading = readAnswer(given, { dialect, redact: (text) => text, origin }, NOW);
          if (reading.good) return;
          const { text, errors, requestId } = reading.failed;
          for (const told of [text, requestId ?? '', ...errors.map(({ message }) => message)]) {
            expect(findControls(told)).toBeNull();
            expect(told).not.toContain('\n');
            expect(told.length).toBeLessThan(6000);
          }
        }),
        tries(5),
      );
      expectCleanPrototypes();
    },
  );
});

test('a proxy variable gives a proxy, none, or a failure that does not quote it', () => {
  const value = soupOf(
    'http://',
    'https://',
    'socks5://',
    'user:',
    'p%40ss',
    '@',
    'proxy.example',
    ':8080',
    '[::1]',
    '%',
    '/',
  );
  fc.assert(
    fc.property(
      value,
      fc.oneof(oddText, soupOf('*', '.', 'example.com', ':443', ',', '[::1]')),
      (proxy, exempt) => {
        try {
          findProxy(new URL('https://api.example.com'), { https_proxy: proxy, no_proxy: exempt });
        } catch (error) {
          expect(error).toBeInstanceOf(NetworkFailure);
          expect(String(error)).not.toContain('p%40ss');
        }
      },
    ),
    tries(5),
  );
});
