import type { Judgement } from '../certificate/expiry.ts';
import { formatDate } from '../certificate/time.ts';
import { chooseColumns } from './columns.ts';
import { inertMarkdown } from './inert.ts';
import { SEVERITY_MARKS } from './marks.ts';
import { describeCall, describeVerdict, tellSeverity } from './sentences.ts';
import type { StepReport } from './step-report.ts';

/** Rows beyond these are in the JSON file; a summary over 1 MiB would not be shown at all. */
const ROWS_AT_MOST = 500;
const TABLE_BYTES_AT_MOST = 800 * 1024;

/** A certificate that nothing was asked of, or that is gone, is not called good. */
function markSeverity(judgement: Judgement): string {
  const word = tellSeverity(judgement);
  return word === '–' ? word : `${SEVERITY_MARKS[judgement.severity]} ${word}`;
}

/** The job summary: what was asked, the verdict or the failure first, then every certificate by time left. */
export function writeSummary(report: StepReport, certificatesPath: string | null): string {
  const { outcome, judged } = report;
  const parts = [
    `### CertOps: ${inertMarkdown(report.operation, 100)} · ${inertMarkdown(report.provider, 100)}`,
    `Scope ${code(report.scope)}${report.dryRun ? ' · **dry run: nothing was changed**' : ''}`,
  ];
  if (report.failure !== null) {
    parts.push(
      `**Failed:** ${writeLines(report.failure.message)}`,
      ...(report.failure.mend === null ? [] : [`**What to do:** ${writeLines(report.failure.mend)}`]),
    );
  }
  const verdict = describeVerdict(report);
  if (verdict !== null) parts.push(`**Verdict: ${judged.verdict ?? ''}** — ${inertMarkdown(verdict)}`);
  if (outcome.changed !== null) {
    parts.push(outcome.changed ? '**Changed:** yes' : '**Changed:** no');
  }
  parts.push(...outcome.warnings.map((warning) => `> ⚠️ ${inertMarkdown(warning, 1000)}`));
  if (outcome.planned.length > 0) {
    parts.push(
      'Would send:',
      outcome.planned.map((call) => `- ${code(describeCall(call, report.origin))}`).join('\n'),
    );
  }
  if (outcome.check !== null) parts.push(writeCheck(report));
  if (judged.judgements.length > 0) parts.push(writeTable(judged.judgements, certificatesPath));
  return `${parts.join('\n\n')}\n`;
}

function writeTable(judgements: readonly Judgement[], certificatesPath: string | null): string {
  const candidates = judgements.slice(0, ROWS_AT_MOST);
  const columns = chooseColumns(candidates);
  const rows = takeWithin(
    candidates.map((judgement) => {
      const cells = columns.map(({ title, textOf }) => {
        if (title === 'Severity') return markSeverity(judgement);
        const text = textOf(judgement);
        return title === 'Id' && text !== null ? code(text) : cell(text);
      });
      return `| ${cells.join(' | ')} |`;
    }),
    TABLE_BYTES_AT_MOST,
  );
  const head = columns.map(({ title }) => title);
  const left = judgements.length - rows.length;
  return [
    `| ${head.join(' | ')} |`,
    `| ${head.map(() => '---').join(' | ')} |`,
    ...rows,
    ...(left > 0
      ? [
          '',
          `… and ${left} more, in ${certificatesPath === null ? '`certificates-path`' : code(certificatesPath)}.`,
        ]
      : []),
  ].join('\n');
}

/** The first lines that are not longer together. */
function takeWithin(lines: readonly string[], maximumBytes: number): readonly string[] {
  let bytes = 0;
  const end = lines.findIndex((line) => {
    bytes += Buffer.byteLength(line) + 1;
    return bytes > maximumBytes;
  });
  return end === -1 ? lines : lines.slice(0, end);
}

function writeCheck({ outcome: { check } }: StepReport): string {
  if (check === null) return '';
  const lines = [
    `- read: ${check.read === 'proved' ? `proved (${check.count} certificates)` : 'denied'}`,
    '- write: unknown (no write is tried)',
    `- credential: ${cell(check.credentialStatus ?? 'state not known')}`,
    `- credential expires: ${check.credentialExpiresOn === null ? 'no date given' : formatDate(check.credentialExpiresOn)}`,
    ...check.remarks.map((remark) => `- ${inertMarkdown(remark)}`),
  ];
  return lines.join('\n');
}

/** Lines that begin with a hyphen become a list. */
export function writeLines(text: string): string {
  const lines = text.split('\n').map((line) => {
    const item = line.startsWith('- ');
    return `${item ? '- ' : ''}${inertMarkdown(item ? line.slice(2) : line, 2000)}`;
  });
  return lines.join('\n').replace(/\n(?=- )/, '\n\n');
}

function cell(text: string | null): string {
  return text === null ? '–' : inertMarkdown(text, 100);
}

/** Code in HTML, since a backtick in the text would end a Markdown one. */
function code(text: string): string {
  return `<code>${inertMarkdown(text, 300)}</code>`;
}
