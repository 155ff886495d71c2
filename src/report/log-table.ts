import type { Judgement } from '../certificate/expiry.ts';
import { formatDate } from '../certificate/time.ts';
import { inertText } from './inert.ts';
import { tellSeverity, tellTimeLeft } from './sentences.ts';

const ROWS_AT_MOST = 50;
const HEAD = ['severity', 'status', 'in use', 'expires on', 'left', 'type', 'id'];

/** Certificates as lines of aligned columns for the log. */
export function writeLogTable(judgements: readonly Judgement[]): string {
  const rows = judgements.slice(0, ROWS_AT_MOST).map((judgement) => {
    const { certificate } = judgement;
    return [
      tellSeverity(judgement),
      inertText(certificate.status ?? '–', 40),
      certificate.inUse === null ? '–' : certificate.inUse ? 'yes' : 'no',
      certificate.notAfter === null ? '–' : formatDate(certificate.notAfter),
      tellTimeLeft(judgement),
      inertText(certificate.type ?? '–', 40),
      inertText(certificate.id ?? '–', 80),
    ];
  });
  const widths = HEAD.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const lines = [HEAD, ...rows].map((row) =>
    row
      .map((text, column) => text.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const left = judgements.length - rows.length;
  return [...lines, ...(left > 0 ? [`… and ${left} more`] : [])].join('\n');
}
