import { formatDate } from '../certificate/time.ts';
import type { Deps } from '../deps.ts';
import type { OutputName } from '../interface/outputs.ts';
import { toRecord, toRecordWithoutPem, writeWithin } from '../report/records.ts';
import type { StepReport } from '../report/step-report.ts';

/** A next step may put the output into an environment variable, which Linux limits to 128 KiB. */
const CERTIFICATES_BYTES_AT_MOST = 100 * 1024;

/**
 * Sets every output that can be known and writes the files they name.
 * @returns where the whole list was written; null where there is none.
 */
export async function setOutputs(
  report: StepReport,
  { runner, files }: Deps,
): Promise<{ readonly certificates: string | null }> {
  const { outcome, judged } = report;
  const set = (name: OutputName, value: string | number | boolean | null) => {
    if (value !== null) runner.setOutput(name, String(value));
  };
  set('changed', outcome.changed);
  set('adopted', outcome.adopted);
  set('verdict', judged.verdict);
  set('private-key-path', outcome.privateKeyPath);
  set('csr-path', outcome.csrPath);
  if (outcome.selection === 'none' && outcome.certificates.length === 0) return { certificates: null };

  const mostUrgent = judged.judgements[0];
  if (mostUrgent !== undefined) {
    const { certificate } = mostUrgent;
    set('id', certificate.id);
    set('fingerprint', certificate.fingerprint);
    set('status', certificate.status);
    set('name', certificate.name);
    set('expires-on', certificate.notAfter === null ? null : formatDate(certificate.notAfter));
    set('days-left', mostUrgent.daysLeft);
    set('in-use', certificate.inUse);
    if (certificate.pem !== null)
      set('certificate-path', await files.write('certificate.pem', certificate.pem));
  }
  set('count', judged.counts.count);
  set('expiring-count', judged.counts.expiring);
  set('expired-count', judged.counts.expired);
  const { text, truncated } = writeWithin(
    judged.judgements.map(toRecordWithoutPem),
    CERTIFICATES_BYTES_AT_MOST,
  );
  set('certificates', text);
  set('truncated', truncated);
  const whole = await files.write(
    'certificates.json',
    `${JSON.stringify(judged.judgements.map(toRecord))}\n`,
  );
  set('certificates-path', whole);
  return { certificates: whole };
}
