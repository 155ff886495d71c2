import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseDuration } from '../../src/certificate/duration.ts';
import { normaliseFingerprint } from '../../src/certificate/fingerprint.ts';
import { checkSubject, formatName, parseName } from '../../src/certificate/material/subject.ts';
import { formatThreshold, parseThreshold, windowMilliseconds } from '../../src/certificate/threshold.ts';
import { InputError } from '../../src/interface/input-error.ts';
import { inputNames } from '../../src/interface/input-notes.ts';
import { readRequest } from '../../src/interface/request.ts';
import { readRotationRequest } from '../../src/interface/rotation-request.ts';
import { parseYaml } from '../../src/interface/targets/yaml-text.ts';
import { parseVerifiedHost } from '../../src/interface/verified-host.ts';
import { operations, providers } from '../../src/interface/words.ts';
import { readFromFile, readInline } from '../interface/targets/scene.ts';
import { expectCleanPrototypes, oddText, PROTOTYPE_KEYS, soupOf, tries } from './support/fuzz.ts';

test('a threshold is read and written alike, or refused with what is allowed', () => {
  const text = fc.oneof(oddText, soupOf('30', 'd', 'h', '%', ' ', '9'.repeat(12), '0', '-', '.', '\n'));
  fc.assert(
    fc.property(text, fc.double({ noNaN: true }), (given, lifetime) => {
      const parsed = parseThreshold(given);
      if ('error' in parsed) return expect(parsed.error).toContain('allowed');
      expect(parseThreshold(formatThreshold(parsed.ok))).toEqual(parsed);
      expect(windowMilliseconds(parsed.ok, lifetime)).not.toBeNaN();
    }),
    tries(10),
  );
});

test('durations, fingerprints and hosts are read or refused', () => {
  const text = fc.oneof(
    oddText,
    soupOf('1', 'ms', 'd', ':', 'a0', 'sha256:', 'host', '=', '[::1]', '443', '.', 'F'.repeat(64)),
  );
  fc.assert(
    fc.property(text, (given) => {
      const duration = parseDuration(given);
      expect(duration === null || Number.isSafeInteger(duration)).toBe(true);
      expect(normaliseFingerprint(given) ?? `${'00:'.repeat(31)}00`).toMatch(
        /^(?:[0-9A-F]{2}:){31}[0-9A-F]{2}$/,
      );
      const host = parseVerifiedHost(given);
      if (!(host instanceof Error)) expect(host.port).toBeGreaterThan(0);
    }),
    tries(10),
  );
});

test('a subject is read and written alike, or refused', () => {
  const text = fc.oneof(
    oddText,
    soupOf('CN', '=', ',', '+', '\\', '\\2C', '"', '#', ' ', 'ä', '\\C3', '2.5.4.3', ...PROTOTYPE_KEYS),
  );
  fc.assert(
    fc.property(text, (given) => {
      const problem = checkSubject(given);
      const name = parseName(given);
      if ('problem' in name) return expect(problem).toContain(name.problem);
      if (problem === null) expect(parseName(formatName(name))).toEqual(name);
    }),
    tries(10),
  );
});

describe('whatever the inputs', () => {
  const word = fc.oneof(fc.constantFrom(...providers), oddText);
  const value = fc.oneof(
    oddText,
    fc.constantFrom(
      'true',
      'false',
      '30',
      '30d 33%',
      'https://api.example.com',
      '0123456789abcdef'.repeat(2),
    ),
  );
  const inputs = fc
    .tuple(word, fc.dictionary(fc.constantFrom(...inputNames, ...PROTOTYPE_KEYS), value, { maxKeys: 8 }))
    .map(([provider, rest]) => ({ ...rest, provider }));

  test.each([
    ['a request', readRequest, operations.filter((one) => one !== 'rotate' && one !== 'audit')],
    ['a request to rotate', readRotationRequest, ['rotate']],
  ])('%s comes of them, or an InputError', (_, read, verbs) => {
    fc.assert(
      fc.property(inputs, fc.constantFrom(...verbs, 'none'), (given, operation) => {
        try {
          read({ ...given, operation }, {});
        } catch (error) {
          expect(error).toBeInstanceOf(InputError);
        }
      }),
      tries(3),
    );
    expectCleanPrototypes();
  });
});

describe('targets that are no ordinary text', () => {
  const lines = (count: number, line: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => line(index)).join('\n');
  const bombs: readonly (readonly [string, string])[] = [
    [
      'ten billion laughs',
      `a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n${lines(9, (index) => `a${index + 1}: &a${index + 1} [${`*a${index},`.repeat(10)}]`)}`,
    ],
    [
      'laughs in merged maps',
      `a0: &a0 {k: v}\n${lines(24, (index) => `a${index + 1}: &a${index + 1} {x: *a${index}, y: *a${index}}`)}`,
    ],
    ['an anchor within itself', 'a: &a [*a]'],
    ['a hundred thousand brackets', '['.repeat(100_000)],
    ['a hundred thousand maps', '{a: '.repeat(100_000)],
    ['a hundred thousand dashes', '- '.repeat(100_000)],
    ['a hundred thousand keys', lines(100_000, (index) => `k${index}: 1`)],
    ['a hundred thousand anchors', lines(100_000, (index) => `- &a${index} x`)],
    ['quotes that do not end', `- "${'\\"'.repeat(100_000)}`],
    ['five million characters', `targets: ${'x'.repeat(5_000_000)}`],
    [
      'huge numbers',
      `- {provider: cloudflare-gateway, warn-within: ${'9'.repeat(100_000)}, fail-within: 1e999999}`,
    ],
    [
      'prototype keys',
      JSON.stringify(PROTOTYPE_KEYS.map((key) => ({ [key]: { polluted: true }, provider: key }))),
    ],
    [
      'a prototype in a prototype',
      '- {"__proto__": {"__proto__": {"polluted": "x"}}, constructor: {prototype: {polluted: x}}}',
    ],
  ];

  test.each(bombs)('%s: refused, and said why', async (_, text) => {
    for (const reading of [await readInline(text), await readFromFile(text)]) {
      expect(reading.request).toBeNull();
      expect(reading.problems.length).toBeGreaterThan(0);
      expect(reading.error.length).toBeLessThan(100_000);
    }
    expectCleanPrototypes();
  });

  test('any soup of YAML is read or refused', async () => {
    const soup = soupOf(
      '- ',
      ': ',
      '\n',
      '  ',
      '&a ',
      '*a',
      '{',
      '}',
      '[',
      ']',
      '"',
      "'",
      '|\n',
      '<<: *a\n',
      '!!js/function ',
      '!!binary ',
      '__proto__: ',
      '%TAG ! x\n',
      '---\n',
      '? ',
    );
    await fc.assert(
      fc.asyncProperty(soup, async (text) => {
        const parsed = await parseYaml(text);
        if ('problems' in parsed) expect(parsed.problems.length).toBeGreaterThan(0);
      }),
      tries(10),
    );
    expectCleanPrototypes();
  });
});
