import type { Judgement } from '../certificate/expiry.ts';
import { chooseColumns } from './columns.ts';
import { inertText } from './inert.ts';

const ROWS_AT_MOST = 50;
const LONGEST_CELL = 80;

/** Certificates as lines of aligned columns for the log. */
export function writeLogTable(judgements: readonly Judgement[]): string {
  const shown = judgements.slice(0, ROWS_AT_MOST);
  const columns = chooseColumns(shown);
  const head = columns.map(({ title }) => title.toLowerCase());
  const rows = shown.map((judgement) =>
    columns.map(({ textOf }) => inertText(textOf(judgement) ?? '–', LONGEST_CELL)),
  );
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const lines = [head, ...rows].map((row) =>
    row
      .map((text, column) => text.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const left = judgements.length - rows.length;
  return [...lines, ...(left > 0 ? [`… and ${left} more`] : [])].join('\n');
}
