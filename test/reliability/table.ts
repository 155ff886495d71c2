import { type Cell, FAULT_KINDS, hasPassed, type PlayedCell } from './cell.ts';

const START = "<!-- matrix: made by 'npm run reliability' -->";
const END = '<!-- /matrix -->';

/** The table of all that was played: a row for each whose calls they are, a column for each kind of fault. */
export function drawTable(played: readonly PlayedCell[]): string {
  const groups = [...new Set(played.map(({ cell }) => cell.group))];
  const rows = groups.map((group) =>
    drawRow(
      group,
      played.filter(({ cell }) => cell.group === group),
    ),
  );
  return [
    drawLine(['calls to', ...FAULT_KINDS, 'in all', 'doubled', 'left untold', 'secrets shown']),
    drawLine(Array.from({ length: FAULT_KINDS.length + 5 }, () => '---')),
    ...rows,
    drawRow('**all**', played),
  ].join('\n');
}

function drawRow(group: string, played: readonly PlayedCell[]): string {
  const share = (some: readonly PlayedCell[]) =>
    some.length === 0 ? '–' : `${some.filter(hasPassed).length} / ${some.length}`;
  const sum = (count: (one: PlayedCell) => number) =>
    String(played.reduce((total, one) => total + count(one), 0));
  return drawLine([
    group,
    ...FAULT_KINDS.map((kind) => share(played.filter(({ cell }) => cell.kind === kind))),
    share(played),
    sum(({ doubled }) => doubled),
    sum(({ orphans }) => orphans),
    sum(({ leaks }) => leaks),
  ]);
}

function drawLine(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** The page with this table in the place of the one that it has. @throws Error where the page has no place for it */
export function placeTable(page: string, table: string): string {
  const [before, rest] = page.split(START);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new Error(`The page has no ${START} … ${END}`);
  return `${before}${START}\n${table}\n${END}${after}`;
}

/** The totals that the page tells, by row. */
export function readTotals(page: string): Readonly<Record<string, number>> {
  const table = page.split(START)[1]?.split(END)[0] ?? '';
  const rows = table
    .split('\n')
    .slice(3)
    .filter((line) => line.startsWith('| '));
  return Object.fromEntries(
    rows.map((row) => {
      const cells = row.split('|').map((cell) => cell.trim());
      return [cells[1] ?? '', Number(cells[FAULT_KINDS.length + 2]?.split(' / ')[1])];
    }),
  );
}

/** So many cells there are in each row. */
export function countCells(cells: readonly Cell[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const { group } of cells) counts.set(group, (counts.get(group) ?? 0) + 1);
  return { ...Object.fromEntries(counts), '**all**': cells.length };
}
