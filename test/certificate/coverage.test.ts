import { expect, test } from '@jest/globals';
import { coversName } from '../../src/certificate/coverage.ts';

test.each<[names: string, name: string, covered: boolean]>([
  ['a.example.com', 'a.example.com', true],
  ['A.Example.COM.', 'a.example.com', true],
  ['a.example.com', 'A.EXAMPLE.COM.', true],
  ['a.example.com', 'b.example.com', false],
  ['*.example.com', 'a.example.com', true],
  ['*.example.com', 'a.b.example.com', false],
  ['*.example.com', 'example.com', false],
  ['*.b.example.com', 'a.b.example.com', true],
  ['*.example.com', '*.example.com', true],
  ['a.example.com', '*.example.com', false],
  ['*.*.example.com', 'a.b.example.com', false],
  ['*', 'localhost', false],
  ['*.com', 'example.com', true],
  ['a*.example.com', 'ab.example.com', false],
  ['b.example.com a.example.com', 'a.example.com', true],
  ['', 'a.example.com', false],
  ['*.*.example.com', '*.b.example.com', false],
  ['*.*', '*.com', false],
])('%s covers %s: %s', (names, name, covered) => {
  expect(
    coversName(
      names.split(' ').filter((one) => one !== ''),
      name,
    ),
  ).toBe(covered);
});

test('blanks around a name, and an empty one, cover nothing more', () => {
  expect(coversName([' a.example.com\t'], 'a.example.com')).toBe(true);
  expect(coversName(['a.example.com'], ' a.example.com')).toBe(true);
  expect(coversName(['*.'], '')).toBe(false);
  expect(coversName(['straße.example'], 'STRASSE.example')).toBe(false);
});
