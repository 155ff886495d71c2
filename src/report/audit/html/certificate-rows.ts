import { formatDate } from '../../../certificate/time.ts';
import type { AuditTarget } from '../../../interface/audit-request.ts';
import type {
  AuditedCertificate,
  AuditReport,
  Finding,
  FindingRule,
} from '../../../operations/audit/audit-report.ts';
import { nameOf } from '../../../operations/audit/certificate-findings.ts';
import { findAddress } from '../../inert.ts';
import { tellTimeLeft } from '../../sentences.ts';
import { isBeyondDates } from '../sentences.ts';
import { toInert } from './markup.ts';
import type { CertificateRow, TargetFacts } from './page-data.ts';
import { refer } from './reference.ts';
import { listSome, stateOf } from './words.ts';

const LONGEST_NAME = 200;
const NAMES_SHOWN = 2;
const USERS_SHOWN = 3;
/** A certificate may hold hundreds of names. */
const LONGEST_SEARCHED = 4000;

/** Turns certificates into rows of the table. */
export interface RowMaker {
  readonly targets: readonly TargetFacts[];
  rowOf(audited: AuditedCertificate): CertificateRow;
}

export function makeRows(report: AuditReport): RowMaker {
  const rules = listRules(report.findings);
  const facts = new Map(report.targets.map(({ target }) => [target.name, describeTarget(target)]));
  return {
    targets: [...facts.values()],
    rowOf: (audited) => {
      const target = facts.get(audited.target.name) ?? describeTarget(audited.target);
      return describeCertificate(audited, target, rules.get(audited) ?? [], report.at);
    },
  };
}

/** What its severity says already. */
const RULES_OF_SEVERITIES: readonly FindingRule[] = ['not-yet-valid', 'unknown-date'];

/** What is held against each certificate beyond its dates. */
function listRules(findings: readonly Finding[]): ReadonlyMap<AuditedCertificate, readonly string[]> {
  const rules = new Map<AuditedCertificate, string[]>();
  for (const { certificate, rule } of findings.filter(isBeyondDates)) {
    if (certificate === null || RULES_OF_SEVERITIES.includes(rule)) continue;
    const known = rules.get(certificate);
    if (known === undefined) rules.set(certificate, [rule]);
    else if (!known.includes(rule)) known.push(rule);
  }
  return rules;
}

function describeTarget({ name, provider, scope, microtenantId, owner, runbook }: AuditTarget): TargetFacts {
  return {
    name: toInert(name, LONGEST_NAME),
    provider,
    scope: toInert(microtenantId === null ? scope : `${scope} ${microtenantId}`, LONGEST_NAME),
    owner: owner === null ? null : toInert(owner, LONGEST_NAME),
    runbook: runbook === null ? null : refer(runbook),
  };
}

function describeCertificate(
  audited: AuditedCertificate,
  target: TargetFacts,
  rules: readonly string[],
  at: Date,
): CertificateRow {
  const { certificate, usedBy, renewOn } = audited;
  const { notAfter, inUse, issuer, id } = certificate;
  const names = listNames(audited);
  return {
    state: stateOf(audited),
    note: toText([tellNote(audited), ...rules].filter((part) => part !== null).join(', ')),
    name: toInert(nameOf(certificate), LONGEST_NAME) || 'without a name',
    detail: toText(tellDetail(audited, names)),
    more: toText(
      [names.slice(NAMES_SHOWN).join(' '), certificate.subject, certificate.serialNumber, certificate.type]
        .filter((part) => part !== null && part !== '')
        .join(' '),
      LONGEST_SEARCHED,
    ),
    target,
    expires: toSeconds(notAfter),
    left: tellTimeLeft(audited),
    life: tellShare(audited, at),
    window: renewOn === null ? null : tellShare(audited, renewOn),
    renews: toSeconds(renewOn),
    use: inUse === null ? null : inUse ? 'yes' : 'no',
    status: toText(certificate.status),
    usedBy: usedBy === null ? null : toText(listSome(usedBy, USERS_SHOWN)),
    issuer: toText(issuer),
    key: toText(tellKey(audited)),
    signature: toText(audited.key?.signatureAlgorithm ?? null),
    fingerprint: toText(certificate.fingerprint),
    id: toText(id),
    console: audited.consoleUrl === null ? null : findAddress(audited.consoleUrl),
  };
}

/** What its dates do not say already. */
function tellNote({ standing, severity, reason, ignoredBy, certificate }: AuditedCertificate): string | null {
  if (ignoredBy !== null) return `until ${formatDate(ignoredBy.until)}: ${ignoredBy.reason}`;
  if (standing !== 'counted') return standing === 'dormant' ? certificate.status : null;
  return severity === 'unknown' || severity === 'not-yet-valid' ? reason : null;
}

function listNames({ certificate: { sans, name } }: AuditedCertificate): readonly string[] {
  return (sans ?? []).filter((one) => one !== name);
}

/** The names that it is for; without any its subject, where that says more than its name. */
function tellDetail(
  { certificate: { subject, name } }: AuditedCertificate,
  names: readonly string[],
): string | null {
  if (names.length > 0) return listSome(names, NAMES_SHOWN);
  return subject === `CN=${name}` ? null : subject;
}

/** Percent of its lifetime that is left at a moment. */
function tellShare({ certificate: { notBefore, notAfter } }: AuditedCertificate, at: Date): number | null {
  if (notBefore === null || notAfter === null || notAfter <= notBefore) return null;
  const left = (notAfter.getTime() - at.getTime()) / (notAfter.getTime() - notBefore.getTime());
  return Math.round(100 * Math.min(1, Math.max(0, left)));
}

/** `RSA 2048`, `EC 256, CA`; null where nothing is known. */
function tellKey({ key, isAuthority }: AuditedCertificate): string | null {
  const kind = key?.kind ?? null;
  const word = kind === null ? null : /^(rsa|dsa|ec)\b/.test(kind) ? kind.toUpperCase() : kind;
  const bits = key?.bits ?? null;
  const known = [word === null || bits === null ? word : `${word} ${bits}`, isAuthority ? 'CA' : null].filter(
    (part) => part !== null,
  );
  return known.length === 0 ? null : known.join(', ');
}

function toSeconds(date: Date | null): number | null {
  return date === null ? null : Math.floor(date.getTime() / 1000);
}

/** Null where nothing is left to show. */
function toText(text: string | null, maximumLength = 500): string | null {
  return text === null ? null : toInert(text, maximumLength) || null;
}
