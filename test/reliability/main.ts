/**
 * Plays the whole fault matrix with the built action, and writes its table into docs/reliability.md:
 * `npm run reliability`. With `--rows PATTERN` plays the rows whose name it matches, and writes those; with
 * `--only PATTERN` plays the cells whose row or name it matches, and writes nothing.
 * Ends with 1 where a cell did not pass.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { forEachOf, openHouse } from '../action/support/fault-cells.ts';
import { hasPassed, type PlayedCell } from './cell.ts';
import { makeCells } from './cells.ts';
import { drawTable, placeRows, placeTable } from './table.ts';

/** More than a small machine has cores: some of them wait. */
const AT_ONCE = 4;
const PAGE = path.join(import.meta.dirname, '..', '..', 'docs', 'reliability.md');

const { values } = parseArgs({ options: { only: { type: 'string' }, rows: { type: 'string' } } });
const house = await openHouse();
const only = new RegExp(values.only ?? '');
const rows = new RegExp(values.rows ?? '');
const cells = (await makeCells(house)).filter(
  ({ group, name }) => rows.test(group) && only.test(`${group}: ${name}`),
);
let done = 0;
const played = await forEachOf(cells, AT_ONCE, async (cell): Promise<PlayedCell> => {
  const outcome = await cell.play().catch((error: unknown) => ({
    wrong: [`broke off: ${error instanceof Error ? error.stack : error}`],
    doubled: 0,
    orphans: 0,
    leaks: 0,
  }));
  if (!hasPassed(outcome)) {
    process.stdout.write(`${cell.group}, ${cell.name}: ${JSON.stringify(outcome)}\n`);
    process.exitCode = 1;
  }
  done += 1;
  if (done % 100 === 0) process.stdout.write(`${done} of ${cells.length}\n`);
  return { cell, ...outcome };
});
await house.close();
const table = drawTable(played);
if (values.only === undefined) {
  const place = values.rows === undefined ? placeTable : placeRows;
  writeFileSync(PAGE, place(readFileSync(PAGE, 'utf8'), table));
}
process.stdout.write(`${table}\n`);
