import { type Cell, FAULT_KINDS, hasPassed, type PlayedCell } from './cell.ts';

const START = "<!-- matrix: made by 'npm run reliability' -->";
const END = '<!-- /matrix -->';
const SUM = '**all**';

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
    drawRow(SUM, played),
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

/** The page with the rows of this table in the place of those that it has of their names, and the sums made anew. */
export function placeRows(page: string, table: string): string {
  const rows = new Map([...readRows(page), ...readRows(table)].map((cells) => [cells[0] ?? '', cells]));
  rows.delete(SUM);
  const [head = '', line = ''] = table.split('\n');
  const sums = head
    .split('|')
    .slice(2, -1)
    .map((_, column) => {
      const cells = [...rows.values()].map((row) => row[column + 1] ?? '–');
      const isShare = cells.some((cell) => cell.includes(' / '));
      if (cells.every((cell) => cell === '–')) return '–';
      return isShare ? `${addShares(cells, 0)} / ${addShares(cells, 1)}` : String(addShares(cells, 0));
    });
  return placeTable(page, [head, line, ...[...rows.values(), [SUM, ...sums]].map(drawLine)].join('\n'));
}

function addShares(cells: readonly string[], part: number): number {
  return cells.reduce((sum, cell) => sum + (cell === '–' ? 0 : Number(cell.split(' / ')[part])), 0);
}

/** The cells of each row of the page's table, or of a table. */
function readRows(text: string): readonly (readonly string[])[] {
  const table = text.includes(START) ? (text.split(START)[1]?.split(END)[0] ?? '').trim() : text;
  return table
    .split('\n')
    .slice(2)
    .filter((line) => line.startsWith('| '))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

/** The totals that the page tells, by row. */
export function readTotals(page: string): Readonly<Record<string, number>> {
  const totals = readRows(page).map((cells) => [
    cells[0] ?? '',
    Number(cells[FAULT_KINDS.length + 1]?.split(' / ')[1]),
  ]);
  return Object.fromEntries(totals);
}

/** So many cells there are in each row. */
export function countCells(cells: readonly Cell[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const { group } of cells) counts.set(group, (counts.get(group) ?? 0) + 1);
  return { ...Object.fromEntries(counts), [SUM]: cells.length };
}
