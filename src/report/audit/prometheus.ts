import type { Verdict } from '../../certificate/expiry.ts';
import type { AuditReport } from '../../operations/audit/audit-report.ts';
import { countOccurrences } from './occurrences.ts';
import { plainText } from './plain-text.ts';
import { writeCertificateGauges } from './prometheus-certificates.ts';
import { type Labels, markOccurrence, type Sample, writeGauge, writeLabels } from './prometheus-text.ts';

const VERDICTS: readonly Verdict[] = ['ok', 'warn', 'fail'];

/**
 * Gauges in Prometheus' text format, as node_exporter's textfile collector reads them. Times are seconds since
 * 1970. Certificates that count have series of their own; every one is in `certops_certificates`.
 */
export function* writePrometheus(report: AuditReport): Generator<string> {
  yield* writeGauge('certops_build_info', 'Version of CertOps that audited; always 1.', [
    { labels: { version: plainText(report.version) }, value: 1 },
  ]);
  yield* writeGauge('certops_audit_timestamp_seconds', 'When the audit was judged.', [
    { labels: {}, value: report.at.getTime() / 1000 },
  ]);
  yield* writeGauge(
    'certops_audit_verdict',
    'Verdict of the audit: 1 for the one that holds, 0 for the others.',
    VERDICTS.map((verdict) => ({ labels: { verdict }, value: verdict === report.verdict ? 1 : 0 })),
  );
  yield* writeGauge('certops_audit_complete', 'Whether every target could be read.', [
    { labels: {}, value: report.isComplete ? 1 : 0 },
  ]);
  yield* writeTargetGauges(report);
  yield* writeGauge(
    'certops_findings',
    'Findings by target and rule; without a target those of the audit as a whole.',
    countAlike(labelFindings(report)),
  );
  yield* writeGauge(
    'certops_certificates',
    'Certificates by target, standing and severity.',
    countAlike(labelCertificates(report)),
  );
  yield* writeCertificateGauges(report);
}

function* writeTargetGauges({ targets }: AuditReport): Generator<string> {
  const count = countOccurrences();
  const named = targets.map((audited) => {
    const labels = {
      target: plainText(audited.target.name),
      provider: audited.target.provider,
      scope: plainText(audited.target.scope),
    };
    return { audited, labels: markOccurrence(labels, count(writeLabels(labels))) };
  });
  yield* writeGauge(
    'certops_target_up',
    'Whether the target could be read.',
    named.map(({ audited, labels }) => ({ labels, value: audited.state === 'read' ? 1 : 0 })),
  );
  yield* writeGauge(
    'certops_target_certificates',
    'Certificates that the target holds, where it could be read.',
    named.flatMap(({ audited: { count }, labels }) => (count === null ? [] : [{ labels, value: count }])),
  );
  yield* writeGauge(
    'certops_target_credential_not_after_timestamp_seconds',
    'End of the credential that the target is read with, where the vendor tells.',
    named.flatMap(({ audited: { credentialExpiresOn }, labels }) =>
      credentialExpiresOn === null ? [] : [{ labels, value: credentialExpiresOn.getTime() / 1000 }],
    ),
  );
}

function* labelFindings({ findings }: AuditReport): Generator<Labels> {
  for (const { target, rule, verdict } of findings) yield { target: plainText(target ?? ''), rule, verdict };
}

function* labelCertificates({ certificates }: AuditReport): Generator<Labels> {
  for (const { target, standing, severity } of certificates) {
    yield { target: plainText(target.name), standing, severity };
  }
}

function countAlike(labelSets: Iterable<Labels>): readonly Sample[] {
  const samples = new Map<string, { labels: Labels; value: number }>();
  for (const labels of labelSets) {
    const key = writeLabels(labels);
    const sample = samples.get(key);
    if (sample === undefined) samples.set(key, { labels, value: 1 });
    else sample.value += 1;
  }
  return [...samples.values()];
}
