import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { foldLines as foldAsTheLibrary } from 'ical-generator';
import { foldLines } from '../../../src/report/audit/fold-lines.ts';

describe('folding', () => {
  test.each([
    ['a line of 74', 'x'.repeat(74), ['x'.repeat(74)]],
    ['a line of 75', 'x'.repeat(75), ['x'.repeat(74), ' x']],
    ['a line of 148', 'x'.repeat(148), ['x'.repeat(74), ` ${'x'.repeat(74)}`]],
    ['a line of 149', 'x'.repeat(149), ['x'.repeat(74), ` ${'x'.repeat(74)}`, ' x']],
    ['an empty line', '', ['']],
  ])('%s', (_, text, lines) => {
    expect(foldLines(text).split('\r\n')).toEqual(lines);
  });

  test('is what the library makes of any text, and no line has more than 75 octets', () => {
    const part = fc.oneof(
      fc.string({ maxLength: 200 }),
      fc.string({ unit: 'grapheme', maxLength: 100 }),
      fc.constant('\r\n'),
      fc.constant('x'.repeat(73)),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const text = parts.join('');
        const folded = foldLines(text);
        expect(folded).toBe(foldAsTheLibrary(text));
        const longest = Math.max(...folded.split('\r\n').map((line) => Buffer.byteLength(line)));
        expect(longest).toBeLessThanOrEqual(75);
      }),
    );
  });
});
