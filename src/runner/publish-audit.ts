import type { Deps } from '../deps.ts';
import type { ReportFormat } from '../interface/words.ts';
import type { AuditReport } from '../operations/audit/audit-report.ts';
import { findAuditAnnotations } from '../report/audit/annotations.ts';
import { writeAuditLog } from '../report/audit/log.ts';
import { toAuditRecord } from '../report/audit/records.ts';
import { isCounted } from '../report/audit/sentences.ts';
import { type KeptIssue, writeAuditSummary } from '../report/audit/summary.ts';
import { mapEach, writeJsonArray } from '../report/records.ts';
import { createReportFiles, type ReportFiles } from './audit-files.ts';
import { setCertificateOutputs, setOutput } from './outputs.ts';
import { STEP_DIRECTORY_STATE } from './runner.ts';

/** Writes one kind of report. */
export interface ReportWriter {
  /** The same in every run. */
  readonly fileName: string;
  /** The report in parts, each made when it is asked for. */
  write(report: AuditReport): Iterable<string>;
}

export interface AuditPublication {
  /** Whether the job summary is written. */
  readonly summary: boolean;
  readonly formats: readonly ReportFormat[];
  /** Where the reports go; null: a new folder under RUNNER_TEMP. */
  readonly directory: string | null;
  readonly loadWriter: (format: ReportFormat) => Promise<ReportWriter>;
  /** Null where no issue is kept. */
  readonly issue?: KeptIssue | null;
  /** What went wrong beside the audit itself, such as an issue that could not be written. */
  readonly warnings?: readonly string[];
}

/**
 * Shows what an audit found: log, outputs, annotations, reports, job summary. What cannot be written keeps nothing
 * else from being shown.
 * @throws what kept files or the summary from being written, all of it.
 */
export async function publishAudit(
  report: AuditReport,
  { runner, files }: Pick<Deps, 'runner' | 'files'>,
  options: AuditPublication,
): Promise<void> {
  const { issue = null, warnings = [] } = options;
  for (const line of writeAuditLog(report)) runner.info(line);
  setAuditOutputs(report, runner);
  setOutput(runner, 'issue-url', issue?.url ?? null);
  for (const annotation of findAuditAnnotations(report, warnings)) runner.annotate(annotation);

  const failures: unknown[] = [];
  const attempt = async <T>(task: () => Promise<T>): Promise<T | null> => {
    try {
      return await task();
    } catch (error) {
      failures.push(error);
      return null;
    }
  };
  const certificatesPath = await attempt(() =>
    files.write(
      'certificates.json',
      writeJsonArray(
        mapEach(report.certificates, (certificate) => JSON.stringify(toAuditRecord(certificate))),
      ),
    ),
  );
  if (files.directory !== null) runner.saveState(STEP_DIRECTORY_STATE, files.directory);
  setOutput(runner, 'certificates-path', certificatesPath);

  const reportFiles = createReportFiles(runner.environment, options.directory);
  const reports = new Map<ReportFormat, string>();
  for (const format of options.formats) {
    const file = await attempt(() => writeReport(report, format, options, reportFiles));
    if (file === null) continue;
    reports.set(format, file);
    runner.info(`Report (${format}): ${file}`);
  }
  if (reports.size > 0) setOutput(runner, 'report-directory', reportFiles.directory);

  if (options.summary) {
    const [first] = reports.values();
    const summary = writeAuditSummary(report, {
      reportPath: reports.get('html') ?? first ?? certificatesPath,
      issue,
      warnings: [...warnings, ...tellFailures(failures)],
    });
    await attempt(() => runner.writeSummary(summary));
  }
  if (failures.length > 0) throw new AggregateError(failures, tellFailures(failures).join('\n'));
}

function setAuditOutputs(report: AuditReport, runner: Deps['runner']): void {
  setOutput(runner, 'verdict', report.verdict);
  setOutput(runner, 'complete', report.isComplete);
  setCertificateOutputs(
    {
      mostUrgent: report.certificates.find(isCounted) ?? null,
      counts: report.counts,
      records: mapEach(report.certificates, toAuditRecord),
    },
    runner,
  );
}

async function writeReport(
  report: AuditReport,
  format: ReportFormat,
  { loadWriter }: AuditPublication,
  reportFiles: ReportFiles,
): Promise<string> {
  const { fileName, parts } = await startReport(report, format, loadWriter);
  return reportFiles.write(fileName, parts);
}

async function startReport(
  report: AuditReport,
  format: ReportFormat,
  loadWriter: AuditPublication['loadWriter'],
): Promise<{ readonly fileName: string; readonly parts: Iterable<string> }> {
  try {
    const writer = await loadWriter(format);
    return { fileName: writer.fileName, parts: writer.write(report) };
  } catch (error) {
    throw new Error(`report-formats: ${format} could not be made (${tellFailure(error)}).`, { cause: error });
  }
}

/** Each once: what keeps one report from its folder keeps the others too. */
function tellFailures(failures: readonly unknown[]): readonly string[] {
  return [...new Set(failures.map(tellFailure))];
}

function tellFailure(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
