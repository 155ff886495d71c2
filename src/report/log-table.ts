import type { Judgement } from '../certificate/expiry.ts';
import { chooseColumns } from './columns.ts';
import { inertText } from './inert.ts';

const ROWS_AT_MOST = 50;
const LONGEST_CELL = 80;

/** One column of a table for the log; its text is as it came. */
export interface LogColumn<Row> {
  readonly title: string;
  readonly textOf: (row: Row) => string | null;
}

/** Certificates as lines of aligned columns for the log. */
export function writeLogTable(judgements: readonly Judgement[]): string {
  return alignColumns(judgements, chooseColumns(judgements.slice(0, ROWS_AT_MOST)));
}

/** The first 50 rows as lines of aligned columns, and how many more there are. */
export function alignColumns<Row>(all: readonly Row[], columns: readonly LogColumn<Row>[]): string {
  const head = columns.map(({ title }) => title.toLowerCase());
  const rows = all
    .slice(0, ROWS_AT_MOST)
    .map((row) => columns.map(({ textOf }) => inertText(textOf(row) ?? '–', LONGEST_CELL)));
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const lines = [head, ...rows].map((row) =>
    row
      .map((text, column) => text.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const left = all.length - rows.length;
  return [...lines, ...(left > 0 ? [`… and ${left} more`] : [])].join('\n');
}
