import { formatThreshold } from '../../certificate/threshold.ts';
import { capabilitiesOf } from '../../interface/capabilities.ts';
import type {
  AuditedCertificate,
  AuditedTarget,
  AuditReport,
  Finding,
  FindingRule,
} from '../../operations/audit/audit-report.ts';
import { nameOf } from '../../operations/audit/certificate-findings.ts';
import { findThresholds } from '../../operations/audit/policy.ts';
import { inertText } from '../inert.ts';

/** Rules whose whole story a certificate's own row tells. */
const RULES_OF_ROWS: readonly FindingRule[] = ['expired', 'critical', 'expiring'];

/** Why the verdict is what it is, in one sentence: what was found, among how many, by which thresholds. */
export function describeAuditVerdict(report: AuditReport): string {
  const { counts, findings } = report;
  const expiry = describeExpiry(report);
  const unreadable =
    counts.unreadable === 0
      ? null
      : `${tellNumber(counts.unreadable)} of ${tellNumber(counts.targets)} targets could not be read`;
  const others = findings.filter(isBeyondDates);
  const rules = [...new Set(others.map(({ rule }) => rule))].join(', ');
  const beyond = others.length === 0 ? null : `${tellCount(others.length, 'other finding')} (${rules})`;
  return [expiry, unreadable, beyond].filter((part) => part !== null).join('; ');
}

/** What expires among those that count; in their absence, why there are none. */
export function describeExpiry(report: AuditReport): string {
  const { counts } = report;
  if (counts.judged === 0) return describeEmptiness(report);
  const found = listFound(report);
  const among = `${tellCount(counts.judged, 'certificate')} in ${tellCount(counts.targets, 'target')}`;
  return `${found.length === 0 ? 'nothing expires soon among' : `${found.join(', ')} of`} ${among} (${describePolicy(report)})`;
}

/** `2 expired`, `1 critical`, …: the counts that are not zero. */
export function listFound({ counts }: AuditReport): readonly string[] {
  return [
    tellSome(counts.expired, 'expired'),
    tellSome(counts.critical, 'critical'),
    tellSome(counts.expiring - counts.critical, 'expiring'),
    tellSome(counts.undated, 'not yet valid or without a readable date'),
  ].filter((part) => part !== null);
}

/** `3 ignored`, …: why certificates that were read do not count. */
export function listLeftOut({ counts }: AuditReport): readonly string[] {
  return [
    tellSome(counts.ignored, 'ignored'),
    tellSome(counts.dormant, 'not counted, being inactive, revoked or filtered out'),
    tellSome(counts.pending, 'pending, without a certificate yet'),
  ].filter((part) => part !== null);
}

function describeEmptiness({ counts, findings }: AuditReport): string {
  const empty = findings.find(({ rule }) => rule === 'empty');
  if (empty !== undefined) return inertText(empty.message);
  if (counts.count > 0) {
    return `none of ${tellCount(counts.count, 'certificate')} counts (${counts.ignored} ignored, ${counts.dormant} not in service, ${counts.pending} pending)`;
  }
  return counts.unreadable > 0 ? 'no certificate was read' : 'no certificate was found';
}

/** The thresholds where all targets have the same ones, else who sets them. */
function describePolicy({ targets }: AuditReport): string {
  const given = new Set(targets.map(({ target }) => tellGivenThresholds(target)));
  const [one = ''] = given;
  if (given.size > 1) return 'thresholds of each target';
  return one === '' ? 'default thresholds' : one;
}

function tellGivenThresholds({ failWithin, warnWithin }: AuditedTarget['target']): string {
  return [
    failWithin === null ? null : `fail-within ${formatThreshold(failWithin)}`,
    warnWithin === null ? null : `warn-within ${formatThreshold(warnWithin)}`,
  ]
    .filter((part) => part !== null)
    .join(', ');
}

/** The thresholds that most certificates of a target's kind of store are judged by. */
export function tellThresholds(target: AuditedTarget['target']): string {
  const isAuthority = capabilitiesOf[target.provider].holdsAuthorities;
  const undated = { notBefore: null, notAfter: null };
  const { failWithin, warnWithin } = findThresholds(undated, isAuthority, target);
  return `fail ${formatThreshold(failWithin)}, warn ${formatThreshold(warnWithin)}`;
}

/** Whether something has to be done about a certificate's dates. */
export function needsWork({ contribution, ignoredBy }: AuditedCertificate): boolean {
  return ignoredBy === null && (contribution === 'fail' || contribution === 'warn');
}

/** Whether a certificate is among those that the verdict is about. */
export function isCounted({ standing, ignoredBy }: AuditedCertificate): boolean {
  return standing === 'counted' && ignoredBy === null;
}

/** Whether a finding tells more than the row of its certificate, or of a target that could not be read. */
export function isBeyondDates({ rule }: Finding): boolean {
  return !RULES_OF_ROWS.includes(rule) && rule !== 'unreadable' && rule !== 'empty';
}

/** What a finding is about: `portal of production`, a target, or the audit itself. */
export function tellSubject({ certificate, target }: Finding): string {
  if (certificate !== null) return tellName(certificate);
  return target === null ? 'The audit' : `Target ${inertText(target, 100)}`;
}

/** `portal of production`, in one line. */
export function tellName({ certificate, target }: AuditedCertificate): string {
  return `${inertText(nameOf(certificate), 100)} of ${inertText(target.name, 100)}`;
}

/** Whether it serves, and how many refer to it; null where neither is known. */
export function tellUse({ certificate: { inUse }, usedBy }: AuditedCertificate): string | null {
  const users = usedBy === null || usedBy.length === 0 ? null : `by ${usedBy.length}`;
  if (inUse === null) return users;
  if (!inUse) return 'no';
  return users === null ? 'yes' : `yes, ${users}`;
}

/** The day in UTC: `2026-11-28`. */
export function tellDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** `1 target`, `1,200 targets`. */
export function tellCount(count: number, noun: string): string {
  return `${tellNumber(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** With a comma between thousands; below ten with one decimal, where there is one. */
export function tellNumber(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: Math.abs(value) < 10 ? 1 : 0 });
}

function tellSome(count: number, what: string): string | null {
  return count > 0 ? `${tellNumber(count)} ${what}` : null;
}
