import { formatDate } from '../certificate/time.ts';
import type { Deps } from '../deps.ts';
import { type Annotation, limitAnnotations } from '../report/annotations.ts';
import { writeLogTable } from '../report/log-table.ts';
import { describeCall, describeFinding, describeVerdict } from '../report/sentences.ts';
import type { StepReport } from '../report/step-report.ts';
import { writeSummary } from '../report/summary.ts';
import { setOutputs, writeFiles } from './outputs.ts';
import { STEP_DIRECTORY_STATE } from './runner.ts';

/**
 * Shows what a step found and did: log, outputs, annotations, files, job summary. Files that cannot be written
 * keep nothing else from being shown.
 * @throws what kept the files or the summary from being written.
 */
export async function publish(
  report: StepReport,
  deps: Deps,
  options: { readonly summary: boolean },
): Promise<void> {
  const { runner, files } = deps;
  printOutcome(report, runner.info);
  setOutputs(report, runner);
  for (const annotation of findAnnotations(report)) runner.annotate(annotation);
  const [paths] = await Promise.allSettled([writeFiles(report, deps)]);
  if (files.directory !== null) runner.saveState(STEP_DIRECTORY_STATE, files.directory);
  const certificatesPath = paths.status === 'fulfilled' ? paths.value.certificates : null;
  if (options.summary) await runner.writeSummary(writeSummary(report, certificatesPath));
  if (paths.status === 'rejected') throw paths.reason;
}

function printOutcome(report: StepReport, info: (line: string) => void): void {
  const { outcome, judged } = report;
  if (judged.judgements.length > 0) info(writeLogTable(judged.judgements));
  else if (outcome.selection !== 'none') info('No certificates');
  for (const call of outcome.planned) info(`Would send: ${describeCall(call, report.origin)}`);
  const { check } = outcome;
  if (check !== null) {
    info(`read: ${check.read === 'proved' ? `proved (${check.count} certificates)` : 'denied'}`);
    info('write: unknown (no write is tried)');
    info(`credential: ${check.credentialStatus ?? 'state not known'}`);
    if (check.credentialExpiresOn !== null)
      info(`credential expires: ${formatDate(check.credentialExpiresOn)}`);
    for (const remark of check.remarks) info(remark);
  }
  const verdict = describeVerdict(report);
  if (verdict !== null) info(`Verdict: ${judged.verdict} (${verdict})`);
  if (outcome.changed !== null) info(`Changed: ${outcome.changed ? 'yes' : 'no'}`);
}

function findAnnotations(report: StepReport): readonly Annotation[] {
  const title = `CertOps: ${report.operation}`;
  const warnings: Annotation[] = [
    ...report.outcome.warnings,
    ...report.judged.judgements.flatMap(({ certificate }) =>
      certificate.contradictions.map(
        (sentence) => `Certificate ${certificate.id ?? 'without id'}: ${sentence}`,
      ),
    ),
  ].map((message) => ({ level: 'warning', title, message }));
  const findings: Annotation[] = report.judged.judgements
    .filter(({ contribution }) => contribution === 'fail' || contribution === 'warn')
    .map((judgement) => ({
      level: judgement.contribution === 'fail' && report.gate.failJob ? 'error' : 'warning',
      title: `CertOps: ${judgement.severity}`,
      message: describeFinding(judgement),
    }));
  return limitAnnotations([...findings, ...warnings]);
}
