import { judge } from '../certificate/expiry.ts';
import { formatDate } from '../certificate/time.ts';
import type { Deps } from '../deps.ts';
import type { OutputName } from '../interface/outputs.ts';
import { toRecord, toRecordWithoutPem, writeWithin } from '../report/records.ts';
import { writePlan } from '../report/rotation/plan-markdown.ts';
import {
  findParties,
  findPreviousId,
  findSubject,
  type RotationReport,
} from '../report/rotation/rotation-report.ts';
import { writeRotationSummary } from '../report/rotation/rotation-summary.ts';
import { stateWords, tellNext } from '../report/rotation/state-words.ts';
import { describeCall } from '../report/sentences.ts';
import { CERTIFICATES_BYTES_AT_MOST } from './outputs.ts';
import { STEP_DIRECTORY_STATE } from './runner.ts';

/**
 * Shows where a rotation stands and what was done: log, outputs, annotations, files, job summary. Files that cannot
 * be written keep nothing else from being shown.
 * @throws what kept the files or the summary from being written.
 */
export async function publishRotation(
  report: RotationReport,
  deps: Deps,
  options: { readonly summary: boolean },
): Promise<void> {
  const { runner, files } = deps;
  printOutcome(report, runner.info);
  setOutputs(report, runner);
  annotate(report, runner);
  const [written] = await Promise.allSettled([writeFiles(report, deps)]);
  if (files.directory !== null) runner.saveState(STEP_DIRECTORY_STATE, files.directory);
  if (options.summary) await runner.writeSummary(writeRotationSummary(report));
  if (written.status === 'rejected') throw written.reason;
}

function printOutcome({ outcome, origin }: RotationReport, info: (line: string) => void): void {
  const { decision, acts, planned, changed } = outcome;
  for (const act of acts) info(`Done: ${act}`);
  for (const call of planned) info(`Would send: ${describeCall(call, origin)}`);
  for (const remark of decision?.remarks ?? []) info(`Note: ${remark}`);
  if (decision !== null) info(`Rotation: ${stateWords[decision.state]}. ${tellNext(decision)}`);
  if (changed !== null) info(`Changed: ${changed ? 'yes' : 'no'}`);
}

function setOutputs(report: RotationReport, runner: Deps['runner']): void {
  const { decision, plan, changed, adopted } = report.outcome;
  const set = (name: OutputName, value: string | number | boolean | null) => {
    if (value !== null) runner.setOutput(name, String(value));
  };
  set('changed', changed);
  set('adopted', adopted);
  if (decision === null) return;
  const { judgements } = judgeParties(report);
  set('rotation-state', decision.state);
  set('next-phase', decision.nextPhase ?? 'none');
  set('previous-id', findPreviousId(decision));
  set('count', judgements.length);
  const { text, truncated } = writeWithin(judgements.map(toRecordWithoutPem), CERTIFICATES_BYTES_AT_MOST);
  set('certificates', text);
  set('truncated', truncated);
  if (plan !== null) {
    set('plan', writePlan(plan, decision, report.origin));
    set('plan-digest', plan.digest);
  }
  const certificate = findSubject(decision);
  if (certificate === null) return;
  set('id', certificate.id);
  set('fingerprint', certificate.fingerprint);
  set('status', certificate.status);
  set('name', certificate.name);
  set('expires-on', certificate.notAfter === null ? null : formatDate(certificate.notAfter));
  set('days-left', judgements.find((one) => one.certificate === certificate)?.daysLeft ?? null);
  set('in-use', certificate.inUse);
}

/** A rotation has no expiry gate: only the days that are left are taken from it. */
function judgeParties({ outcome, now }: RotationReport) {
  const parties = outcome.decision === null ? [] : findParties(outcome.decision);
  return judge(parties, { failWithin: null, warnWithin: null, onEmpty: 'ignore', counts: () => true }, now);
}

function annotate({ outcome, failure }: RotationReport, runner: Deps['runner']): void {
  const { decision, warnings } = outcome;
  const title = 'CertOps: rotate';
  for (const message of warnings.slice(0, WARNINGS_AT_MOST)) {
    runner.annotate({ level: 'warning', title, message });
  }
  if (decision === null || failure !== null) return;
  const message = `${stateWords[decision.state]}. ${decision.reason} ${tellNext(decision)}`;
  runner.annotate({ level: 'notice', title, message });
}

/** The runner shows ten annotations of a level for a step. */
const WARNINGS_AT_MOST = 10;

async function writeFiles(report: RotationReport, { runner, files }: Deps): Promise<void> {
  const { decision } = report.outcome;
  if (decision === null) return;
  const write = async (output: OutputName, name: string, content: string) => {
    runner.setOutput(output, await files.write(name, content));
  };
  const kept = report.outcome.keptFiles;
  const pem = findSubject(decision)?.pem ?? null;
  if (kept !== null) {
    runner.setOutput('private-key-path', kept.privateKeyPath);
    runner.setOutput('certificate-path', kept.certificatePath);
  } else if (pem !== null) {
    await write('certificate-path', 'certificate.pem', pem);
  }
  const records = judgeParties(report).judgements.map(toRecord);
  if (records.length > 0) {
    await write('certificates-path', 'certificates.json', `${JSON.stringify(records)}\n`);
  }
}
