import type { ExpiryCounts, Judgement } from '../certificate/expiry.ts';
import { formatDate } from '../certificate/time.ts';
import type { Deps } from '../deps.ts';
import type { OutputName } from '../interface/outputs.ts';
import { mapEach, toRecordWithoutPem, writeJsonArray, writeRecord, writeWithin } from '../report/records.ts';
import type { StepReport } from '../report/step-report.ts';
import type { Runner } from './runner.ts';

/** A next step may put the output into an environment variable, which Linux limits to 128 KiB. */
export const CERTIFICATES_BYTES_AT_MOST = 100 * 1024;

/** What the outputs that describe certificates are made of. */
export interface CertificateOutputs {
  /** The one that the single values describe; null where there is none. */
  readonly mostUrgent: Judgement | null;
  readonly counts: Pick<ExpiryCounts, 'count' | 'expiring' | 'expired'>;
  /** The most urgent first; as many are shown as fit. */
  readonly records: Iterable<Record<string, unknown>>;
}

/** Sets an output whose value is known. */
export function setOutput(
  runner: Pick<Runner, 'setOutput'>,
  name: OutputName,
  value: string | number | boolean | null,
): void {
  if (value !== null) runner.setOutput(name, String(value));
}

/** Sets every output that can be known, those of the certificates' files aside. */
export function setOutputs(report: StepReport, runner: Pick<Runner, 'setOutput'>): void {
  const { outcome, judged } = report;
  const set = setOutput.bind(null, runner);
  set('changed', outcome.changed);
  set('adopted', outcome.adopted);
  set('verdict', judged.verdict);
  set('private-key-path', outcome.privateKeyPath);
  set('csr-path', outcome.csrPath);
  if (!endsWithCertificates(report)) return;

  setCertificateOutputs(
    {
      mostUrgent: judged.judgements[0] ?? null,
      counts: judged.counts,
      records: mapEach(judged.judgements, toRecordWithoutPem),
    },
    runner,
  );
}

/** Sets the outputs that describe certificates, whichever operation they are of. */
export function setCertificateOutputs(
  { mostUrgent, counts, records }: CertificateOutputs,
  runner: Pick<Runner, 'setOutput'>,
): void {
  const set = setOutput.bind(null, runner);
  if (mostUrgent !== null) {
    const { certificate } = mostUrgent;
    set('id', certificate.id);
    set('fingerprint', certificate.fingerprint);
    set('status', certificate.status);
    set('name', certificate.name);
    set('expires-on', certificate.notAfter === null ? null : formatDate(certificate.notAfter));
    set('days-left', mostUrgent.daysLeft);
    set('in-use', certificate.inUse);
  }
  set('count', counts.count);
  set('expiring-count', counts.expiring);
  set('expired-count', counts.expired);
  const { text, truncated } = writeWithin(records, CERTIFICATES_BYTES_AT_MOST);
  set('certificates', text);
  set('truncated', truncated);
}

/**
 * Writes the certificates' files, and sets the outputs that name them.
 * @returns where the whole list was written; null where there is none.
 */
export async function writeFiles(
  report: StepReport,
  { runner, files }: Pick<Deps, 'runner' | 'files'>,
): Promise<{ readonly certificates: string | null }> {
  if (!endsWithCertificates(report)) return { certificates: null };
  const write = async (output: OutputName, name: string, content: string | Iterable<string>) => {
    const file = await files.write(name, content);
    runner.setOutput(output, file);
    return file;
  };
  const { judgements } = report.judged;
  const pem = judgements[0]?.certificate.pem ?? null;
  if (pem !== null) await write('certificate-path', 'certificate.pem', pem);
  const whole = writeJsonArray(mapEach(judgements, writeRecord));
  return { certificates: await write('certificates-path', 'certificates.json', whole) };
}

function endsWithCertificates({ outcome }: StepReport): boolean {
  return outcome.selection !== 'none' || outcome.certificates.length > 0;
}
