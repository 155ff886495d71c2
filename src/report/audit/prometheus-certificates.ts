import type { AuditedCertificate, AuditReport } from '../../operations/audit/audit-report.ts';
import { isJudged } from './findings.ts';
import { countOccurrences } from './occurrences.ts';
import { plainText } from './plain-text.ts';
import { type Labels, markOccurrence, type Sample, writeGauge, writeLabels } from './prometheus-text.ts';

/** What is measured of a certificate; null where it has no such value. */
interface Gauge {
  readonly name: string;
  readonly help: string;
  readonly measure: (audited: AuditedCertificate) => number | null;
  readonly moreLabels?: (audited: AuditedCertificate) => Labels;
}

const GAUGES: readonly Gauge[] = [
  {
    name: 'certops_certificate_not_after_timestamp_seconds',
    help: 'End of validity.',
    measure: ({ certificate }) => toSeconds(certificate.notAfter),
  },
  {
    name: 'certops_certificate_not_before_timestamp_seconds',
    help: 'Begin of validity.',
    measure: ({ certificate }) => toSeconds(certificate.notBefore),
  },
  {
    name: 'certops_certificate_renew_timestamp_seconds',
    help: 'When to renew: the begin of its warn window.',
    measure: ({ renewOn }) => toSeconds(renewOn),
  },
  {
    name: 'certops_certificate_severity',
    help: 'Severity of the certificate, as a label; always 1.',
    measure: () => 1,
    moreLabels: ({ severity }) => ({ severity }),
  },
  {
    name: 'certops_certificate_info',
    help: 'What is known of the certificate, as labels; always 1.',
    measure: () => 1,
    moreLabels: ({ certificate, target }) => ({
      provider: plainText(certificate.provider),
      scope: plainText(certificate.scope),
      status: plainText(certificate.status ?? ''),
      type: plainText(certificate.type ?? ''),
      in_use: certificate.inUse === null ? '' : String(certificate.inUse),
      subject: plainText(certificate.subject ?? ''),
      issuer: plainText(certificate.issuer ?? ''),
      serial_number: plainText(certificate.serialNumber ?? ''),
      owner: plainText(target.owner ?? ''),
    }),
  },
];

/**
 * The series of certificates that count and are not ignored, so that an alert needs no filter. No two are the
 * same: those that could not be told apart bear the label `occurrence`.
 */
export function* writeCertificateGauges({ certificates }: AuditReport): Generator<string> {
  const judged = certificates.filter(isJudged);
  const occurrences = numberOccurrences(judged);
  for (const { name, help, measure, moreLabels } of GAUGES) {
    yield* writeGauge(name, help, samplesOf(judged, occurrences, measure, moreLabels));
  }
}

function* samplesOf(
  judged: readonly AuditedCertificate[],
  occurrences: Uint32Array,
  measure: Gauge['measure'],
  moreLabels: Gauge['moreLabels'],
): Generator<Sample> {
  for (const [index, audited] of judged.entries()) {
    const value = measure(audited);
    if (value === null) continue;
    const labels = markOccurrence(toIdentityLabels(audited), occurrences[index] ?? 1);
    yield { labels: { ...labels, ...moreLabels?.(audited) }, value };
  }
}

/** For each certificate how many before it, itself among them, have its labels. */
function numberOccurrences(judged: readonly AuditedCertificate[]): Uint32Array {
  const count = countOccurrences();
  return Uint32Array.from(judged, (audited) => count(writeLabels(toIdentityLabels(audited))));
}

function toIdentityLabels({ certificate, target }: AuditedCertificate): Labels {
  return {
    target: plainText(target.name),
    id: plainText(certificate.id ?? ''),
    name: plainText(certificate.name ?? ''),
    fingerprint: plainText(certificate.fingerprint ?? ''),
  };
}

function toSeconds(date: Date | null): number | null {
  return date === null ? null : date.getTime() / 1000;
}
