import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openHouse } from '../action/support/fault-cells.ts';
import { readText } from '../support/workflow.ts';
import { type Cell, hasPassed, type PlayedCell } from './cell.ts';
import { makeCells } from './cells.ts';
import { countCells, drawTable, placeRows, placeTable, readTotals } from './table.ts';

const house = await openHouse();
const cells = await makeCells(house);
/** The meetings with the vendors' own endpoints are played by test/action/fault-matrix. */
const isElsewhere = ({ group }: Cell) =>
  ['cloudflare-gateway', 'cloudflare-client', 'zscaler-zpa'].includes(group);

afterAll(house.close);

describe('of the fault matrix', () => {
  const played = cells.filter((cell) => cell.isInTests && !isElsewhere(cell));

  test.each(played)('$group: $name', async (cell) => {
    const outcome = await cell.play();
    expect(outcome).toEqual({ wrong: [], doubled: 0, orphans: 0, leaks: 0 });
  });

  test('some of every row are played here', () => {
    const rows = new Set(cells.map(({ group }) => group));
    const here = new Set(cells.filter(({ isInTests }) => isInTests).map(({ group }) => group));
    expect(here).toEqual(rows);
  });
});

describe('docs/reliability.md', () => {
  const page = readText('docs', 'reliability.md');

  test('tells of every cell that there is today', () => {
    expect(readTotals(page)).toEqual(countCells(cells));
  });

  test('tells that every cell has passed', () => {
    const shares = [...page.matchAll(/ (\d+) \/ (\d+) /g)];
    expect(shares.length).toBeGreaterThan(20);
    expect(shares.filter(([, passed, all]) => passed !== all)).toEqual([]);
  });
});

describe('the table', () => {
  const cell = (group: string, kind: Cell['kind']): Cell => ({
    group,
    kind,
    name: 'x',
    isInTests: true,
    play: async () => Promise.reject(new Error('not played')),
  });
  const played: readonly PlayedCell[] = [
    { cell: cell('a', 'limit'), wrong: [], doubled: 0, orphans: 0, leaks: 0 },
    { cell: cell('a', 'limit'), wrong: [], doubled: 1, orphans: 0, leaks: 0 },
    { cell: cell('b', 'body'), wrong: ['ended otherwise'], doubled: 0, orphans: 2, leaks: 3 },
  ];
  let table: string;
  beforeAll(() => {
    table = drawTable(played);
  });

  test('counts what has passed, and what must not be', () => {
    expect(played.map(hasPassed)).toEqual([true, false, false]);
    expect(table.split('\n').slice(2)).toEqual([
      '| a | – | 1 / 2 | – | – | – | 1 / 2 | 1 | 0 | 0 |',
      '| b | – | – | – | – | 0 / 1 | 0 / 1 | 0 | 2 | 3 |',
      '| **all** | – | 1 / 2 | – | – | 0 / 1 | 1 / 3 | 1 | 2 | 3 |',
    ]);
  });

  test('takes the place of the one on the page, and is read back', () => {
    const page =
      "before\n<!-- matrix: made by 'npm run reliability' -->\nwhat was here\n<!-- /matrix -->\nafter\n";
    const placed = placeTable(page, table);
    expect(placed).not.toContain('what was here');
    expect(placed.startsWith('before\n')).toBe(true);
    expect(placed.endsWith('\nafter\n')).toBe(true);
    expect(readTotals(placed)).toEqual({ a: 2, b: 1, '**all**': 3 });
    expect(() => placeTable('no place', table)).toThrow('has no <!-- matrix');
  });

  test('of some rows takes their places only, and the sums are made anew', () => {
    const page = placeTable("<!-- matrix: made by 'npm run reliability' -->\n<!-- /matrix -->\n", table);
    const again = drawTable([{ cell: cell('b', 'body'), wrong: [], doubled: 0, orphans: 0, leaks: 0 }]);
    expect(placeRows(page, again).split('\n').slice(3, -2)).toEqual([
      '| a | – | 1 / 2 | – | – | – | 1 / 2 | 1 | 0 | 0 |',
      '| b | – | – | – | – | 1 / 1 | 1 / 1 | 0 | 0 | 0 |',
      '| **all** | – | 1 / 2 | – | – | 1 / 1 | 2 / 3 | 1 | 0 | 0 |',
    ]);
  });
});
