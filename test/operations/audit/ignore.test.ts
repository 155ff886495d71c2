import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { matchesPattern } from '../../../src/operations/audit/ignore.ts';

test.each([
  ['intranet', 'intranet', true],
  ['Intranet', 'iNTRANET', true],
  ['intranet-2', 'intranet', false],
  ['intranet-2', 'intranet*', true],
  ['my intranet', '*intranet', true],
  ['a.b.c', 'a*c', true],
  ['a.b.c', 'a?b?c', true],
  ['abc', 'a?b?c', false],
  ['', '*', true],
  ['', '?', false],
  ['a+b', 'a+b', true],
  ['aab', 'a+b', false],
  ['😀x', '?x', true],
])('%j with %j is %s', (text, pattern, matches) => {
  expect(matchesPattern(text, pattern)).toBe(matches);
});

test('agrees with the same pattern as a regular expression', () => {
  const letters = fc
    .array(fc.constantFrom('a', 'b', '*', '?', '.'), { maxLength: 12 })
    .map((all) => all.join(''));
  const plain = fc.array(fc.constantFrom('a', 'b', '.'), { maxLength: 12 }).map((all) => all.join(''));
  fc.assert(
    fc.property(plain, letters, (text, pattern) => {
      const source = pattern.replaceAll('.', '\\.').replaceAll('*', '.*').replaceAll('?', '.');
      return matchesPattern(text, pattern) === new RegExp(`^${source}$`, 's').test(text);
    }),
  );
});

test('a pattern of many stars ends at once', () => {
  expect(matchesPattern('a'.repeat(5000), `${'*a'.repeat(200)}*b`)).toBe(false);
});
