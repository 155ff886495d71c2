import { type Options, stringify } from 'csv-stringify/sync';
import type { AuditReport } from '../../operations/audit/audit-report.ts';
import { CSV_COLUMNS, type CsvRow, toCsvRows } from './csv-rows.ts';

/** Without it Excel takes UTF-8 for the code page of its country. */
const BYTE_ORDER_MARK = '\ufeff';
/** More rows outlive V8's young generation, and then take half as long again. */
const ROWS_AT_ONCE = 20;

// At a cell's start, and after every mark that a spreadsheet of another country parts cells by.
const FORMULA = /(^|[,;\t])(?=[\s"'`\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20])/gu;

/**
 * Rows of RFC 4180: first one of the audit, then one a target, then one a certificate, told apart by `kind`.
 * No text can be taken for a formula: what would be is preceded by an apostrophe. Numbers stay numbers.
 */
export function* writeCsv(report: AuditReport): Generator<string> {
  yield BYTE_ORDER_MARK;
  let rows: CsvRow[] = [];
  let header = true;
  for (const row of toCsvRows(report)) {
    rows.push(row);
    if (rows.length < ROWS_AT_ONCE) continue;
    yield stringify(rows, chooseOptions(header));
    header = false;
    rows = [];
  }
  if (rows.length > 0) yield stringify(rows, chooseOptions(header));
}

function chooseOptions(header: boolean): Options {
  return {
    header,
    columns: CSV_COLUMNS.map((key) => ({ key })),
    record_delimiter: '\r\n',
    quoted_string: true,
    cast: { string: quoteFormulas, boolean: String },
  };
}

/** Text of which no part, as a spreadsheet parts it, begins as a formula does. */
function quoteFormulas(text: string): string {
  return text.replace(FORMULA, "$1'");
}
