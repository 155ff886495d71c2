import { formatDate } from '../../certificate/time.ts';
import type {
  AuditedCertificate,
  AuditedTarget,
  AuditReport,
  Finding,
} from '../../operations/audit/audit-report.ts';
import { type FindingGroups, groupFindings, rulesOf, verdictOf } from './findings.ts';
import { describeTrouble, endSentence, plainText } from './plain-text.ts';

/** The columns in their order; what a row of one kind does not have is left empty. */
export const CSV_COLUMNS = [
  'kind',
  'verdict',
  'severity',
  'standing',
  'daysLeft',
  'notAfter',
  'renewOn',
  'target',
  'name',
  'reason',
  'rules',
  'findings',
  'owner',
  'runbook',
  'consoleUrl',
  'provider',
  'scope',
  'id',
  'status',
  'type',
  'inUse',
  'usedBy',
  'fingerprint',
  'subject',
  'issuer',
  'serialNumber',
  'sans',
  'notBefore',
  'createdAt',
  'updatedAt',
  'keyKind',
  'keyBits',
  'publicKeySha256',
  'signatureAlgorithm',
  'isCa',
  'isSelfIssued',
  'contradictions',
  'ignoredReason',
  'ignoredUntil',
  'state',
  'trouble',
  'count',
  'credentialExpiresOn',
  'remarks',
] as const;

type Cell = string | number | boolean | null;
export type CsvRow = { readonly kind: 'audit' | 'target' | 'certificate' } & Partial<
  Readonly<Record<(typeof CSV_COLUMNS)[number], Cell>>
>;

/** Excel cuts a cell at 32,767 characters; room is left for apostrophes. */
const LONGEST_CELL = 30_000;

/** The rows of a report: the audit's own, then every target's, then every certificate's. */
export function* toCsvRows(report: AuditReport): Generator<CsvRow> {
  const groups = groupFindings(report);
  yield {
    kind: 'audit',
    verdict: report.verdict,
    reason: `audited at ${formatDate(report.at)} by CertOps ${plainText(report.version)}`,
    state: report.isComplete ? 'complete' : 'incomplete',
    count: report.counts.count,
    consoleUrl: text(report.run?.url),
    ...tellFindings(groups.ofAudit),
  };
  for (const audited of report.targets) yield toTargetRow(audited, groups);
  for (const audited of report.certificates) yield toCertificateRow(audited, groups);
}

/** Field by field: a target holds credentials too. */
function toTargetRow(audited: AuditedTarget, groups: FindingGroups): CsvRow {
  const { target, state, count, credentialExpiresOn, remarks } = audited;
  const findings = groups.ofTarget(target.name);
  return {
    kind: 'target',
    verdict: verdictOfAll(findings),
    target: text(target.name),
    owner: text(target.owner),
    runbook: text(target.runbook),
    provider: target.provider,
    scope: text(target.scope),
    state,
    trouble: describeTrouble(audited),
    count,
    credentialExpiresOn: date(credentialExpiresOn),
    remarks: list(remarks),
    ...tellFindings(findings),
  };
}

function toCertificateRow(audited: AuditedCertificate, groups: FindingGroups): CsvRow {
  const { certificate, target, key, ignoredBy } = audited;
  const findings = groups.ofCertificate(audited);
  return {
    kind: 'certificate',
    verdict: verdictOf(audited, findings),
    severity: audited.severity,
    standing: audited.standing,
    daysLeft: audited.daysLeft,
    notAfter: date(certificate.notAfter),
    renewOn: date(audited.renewOn),
    target: text(target.name),
    name: text(certificate.name),
    reason: text(audited.reason),
    owner: text(target.owner),
    runbook: text(target.runbook),
    consoleUrl: text(audited.consoleUrl),
    provider: text(certificate.provider),
    scope: text(certificate.scope),
    id: text(certificate.id),
    status: text(certificate.status),
    type: text(certificate.type),
    inUse: certificate.inUse,
    usedBy: list(audited.usedBy),
    fingerprint: text(certificate.fingerprint),
    subject: text(certificate.subject),
    issuer: text(certificate.issuer),
    serialNumber: text(certificate.serialNumber),
    sans: list(certificate.sans),
    notBefore: date(certificate.notBefore),
    createdAt: date(certificate.createdAt),
    updatedAt: date(certificate.updatedAt),
    keyKind: text(key?.kind),
    keyBits: key?.bits ?? null,
    publicKeySha256: text(key?.publicKeySha256),
    signatureAlgorithm: text(key?.signatureAlgorithm),
    isCa: key?.isCa ?? null,
    isSelfIssued: key?.isSelfIssued ?? null,
    contradictions: list(certificate.contradictions),
    ignoredReason: text(ignoredBy?.reason),
    ignoredUntil: date(ignoredBy?.until),
    ...tellFindings(findings),
  };
}

function tellFindings(findings: readonly Finding[]): Pick<CsvRow, 'rules' | 'findings'> {
  return {
    rules: rulesOf(findings).join(' '),
    findings: list(findings.map(({ rule, message, mend }) => `${rule}: ${endSentence(message)} ${mend}`)),
  };
}

function verdictOfAll(findings: readonly Finding[]): Cell {
  if (findings.length === 0) return null;
  return findings.some(({ verdict }) => verdict === 'fail') ? 'fail' : 'warn';
}

function text(value: string | null | undefined): Cell {
  return value === null || value === undefined ? null : plainText(value, LONGEST_CELL);
}

function list(values: readonly string[] | null): Cell {
  return values === null ? null : plainText(values.join('; '), LONGEST_CELL);
}

function date(value: Date | null | undefined): Cell {
  return value === null || value === undefined ? null : formatDate(value);
}
