import { formatThreshold, type Threshold } from '../../certificate/threshold.ts';
import { formatDate } from '../../certificate/time.ts';
import type {
  AuditedCertificate,
  AuditedTarget,
  AuditReport,
  Finding,
} from '../../operations/audit/audit-report.ts';
import { groupFindings, rulesOf, verdictOf } from './findings.ts';
import { toJsonText, writeItems } from './json-text.ts';

/** Version of docs/audit-report.schema.json. It rises when a reader of the version before could fail. */
const SCHEMA_VERSION = 1;

/** The report as one JSON document that docs/audit-report.schema.json describes, one certificate a line. */
export function* writeJson(report: AuditReport): Generator<string> {
  const groups = groupFindings(report);
  const indexes = new Map(report.certificates.map((certificate, index) => [certificate, index]));
  const head = toJsonText({
    schemaVersion: SCHEMA_VERSION,
    at: formatDate(report.at),
    tool: { name: 'CertOps', version: report.version },
    verdict: report.verdict,
    failJob: report.failJob,
    complete: report.isComplete,
    counts: toCounts(report),
    workload: {
      leaves: report.workload.leaves,
      now: report.workload.now,
      atMost: report.workload.atMost.map(({ days, since, rotations }) => ({ days, since, rotations })),
    },
    run:
      report.run === null
        ? null
        : { repository: report.run.repository, workflow: report.run.workflow, url: report.run.url },
  });
  yield head.slice(0, -1);
  yield ',\n"targets":[';
  yield* writeItems(mapEach(report.targets, toTarget));
  yield '\n],\n"certificates":[';
  yield* writeItems(
    mapEach(report.certificates, (certificate) =>
      toCertificate(certificate, groups.ofCertificate(certificate)),
    ),
  );
  yield '\n],\n"findings":[';
  yield* writeItems(mapEach(report.findings, (finding) => toFinding(finding, indexes)));
  yield '\n]}\n';
}

function* mapEach<T>(items: readonly T[], map: (item: T) => unknown): Generator<unknown> {
  for (const item of items) yield map(item);
}

function toCounts({ counts }: AuditReport): Record<string, number> {
  return {
    count: counts.count,
    judged: counts.judged,
    expiring: counts.expiring,
    critical: counts.critical,
    expired: counts.expired,
    undated: counts.undated,
    dormant: counts.dormant,
    pending: counts.pending,
    ignored: counts.ignored,
    targets: counts.targets,
    unreadable: counts.unreadable,
  };
}

/** Field by field: a target holds credentials too. */
function toTarget({ target, state, trouble, count, credentialExpiresOn, remarks }: AuditedTarget): object {
  return {
    name: target.name,
    provider: target.provider,
    scope: target.scope,
    microtenantId: target.microtenantId,
    view: target.view,
    state,
    trouble: trouble === null ? null : { message: trouble.message, mend: trouble.mend },
    count,
    credentialExpiresOn: formatOptional(credentialExpiresOn),
    failWithin: formatWithin(target.failWithin),
    warnWithin: formatWithin(target.warnWithin),
    statuses: target.filter.statuses,
    types: target.types,
    onlyInUse: target.onlyInUse,
    owner: target.owner,
    runbook: target.runbook,
    remarks,
  };
}

function toCertificate(audited: AuditedCertificate, findings: readonly Finding[]): object {
  const { certificate, key, ignoredBy } = audited;
  return {
    target: audited.target.name,
    provider: certificate.provider,
    scope: certificate.scope,
    id: certificate.id,
    name: certificate.name,
    status: certificate.status,
    fingerprint: certificate.fingerprint,
    subject: certificate.subject,
    issuer: certificate.issuer,
    serialNumber: certificate.serialNumber,
    sans: certificate.sans,
    notBefore: formatOptional(certificate.notBefore),
    notAfter: formatOptional(certificate.notAfter),
    createdAt: formatOptional(certificate.createdAt),
    updatedAt: formatOptional(certificate.updatedAt),
    inUse: certificate.inUse,
    type: certificate.type,
    contradictions: certificate.contradictions,
    standing: audited.standing,
    severity: audited.severity,
    verdict: verdictOf(audited, findings),
    daysLeft: audited.daysLeft,
    reason: audited.reason,
    renewOn: formatOptional(audited.renewOn),
    rules: rulesOf(findings),
    key:
      key === null
        ? null
        : {
            kind: key.kind,
            bits: key.bits,
            publicKeySha256: key.publicKeySha256,
            signatureAlgorithm: key.signatureAlgorithm,
            isCa: key.isCa,
            isSelfIssued: key.isSelfIssued,
          },
    usedBy: audited.usedBy,
    ignored: ignoredBy === null ? null : { reason: ignoredBy.reason, until: formatDate(ignoredBy.until) },
    consoleUrl: audited.consoleUrl,
  };
}

function toFinding(
  { rule, verdict, message, mend, target, certificate }: Finding,
  indexes: ReadonlyMap<AuditedCertificate, number>,
): object {
  return {
    rule,
    verdict,
    message,
    mend,
    target,
    certificate:
      certificate === null
        ? null
        : {
            index: indexes.get(certificate) ?? null,
            id: certificate.certificate.id,
            name: certificate.certificate.name,
            fingerprint: certificate.certificate.fingerprint,
          },
  };
}

function formatOptional(date: Date | null): string | null {
  return date === null ? null : formatDate(date);
}

function formatWithin(threshold: Threshold | null): string | null {
  return threshold === null ? null : formatThreshold(threshold);
}
