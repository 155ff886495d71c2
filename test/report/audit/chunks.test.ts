import { expect, test } from '@jest/globals';
import { gatherChunks } from '../../../src/report/audit/chunks.ts';

test.each([
  { what: 'nothing', pieces: [], lengths: [] },
  { what: 'empty pieces', pieces: ['', ''], lengths: [] },
  { what: 'a short text', pieces: ['a', 'b'], lengths: [2] },
  { what: 'many pieces', pieces: Array<string>(100_000).fill('x'), lengths: [65_536, 34_464] },
  { what: 'one long piece', pieces: ['x'.repeat(200_000), 'y'], lengths: [200_000, 1] },
])('$what comes whole, in few pieces', ({ pieces, lengths }) => {
  const chunks = [...gatherChunks(pieces)];
  expect(chunks.map(({ length }) => length)).toEqual(lengths);
  expect(chunks.join('')).toBe(pieces.join(''));
});
