import { compactCertificate } from '../../certificate/compact.ts';
import { judgeCertificate } from '../../certificate/expiry.ts';
import type { AuditTarget } from '../../interface/audit-request.ts';
import { type Capabilities, capabilitiesOf } from '../../interface/capabilities.ts';
import type { Usage } from '../../providers/provider.ts';
import type { AuditedCertificate } from './audit-report.ts';
import { compactAudited } from './compact-audited.ts';
import { holds, matchesRule } from './ignore.ts';
import { findRenewalDate, findThresholds } from './policy.ts';
import type { SurveyedCertificate } from './read-target.ts';

/** Judges a target's certificates by its policy. */
export function judgeTarget(
  target: AuditTarget,
  certificates: readonly SurveyedCertificate[],
  usage: Usage | null,
  now: Date,
): readonly AuditedCertificate[] {
  const capabilities = capabilitiesOf[target.provider];
  const rules = target.ignore.filter((rule) => holds(rule, now));
  return certificates.map(({ certificate: surveyed, key, consoleUrl }) => {
    const usedBy = findUsers(surveyed.id, usage);
    const inUse = surveyed.inUse ?? concludeUse(usedBy, usage);
    // Of very many certificates a second copy would be felt.
    const certificate = inUse === surveyed.inUse ? surveyed : compactCertificate(surveyed, { inUse });
    const isAuthority = key?.isCa ?? capabilities.holdsAuthorities;
    const thresholds = findThresholds(certificate, isAuthority, target);
    const counts = isCounted(certificate, target, capabilities);
    const judgement = judgeCertificate(
      certificate,
      { ...thresholds, onEmpty: 'fail', counts: () => counts },
      now,
    );
    const ignoredBy = rules.find((rule) => matchesRule(certificate, rule)) ?? null;
    const isIgnored = ignoredBy !== null && judgement.standing === 'counted';
    return compactAudited({
      certificate,
      standing: judgement.standing,
      severity: isIgnored ? 'ignored' : judgement.severity,
      contribution: isIgnored ? null : judgement.contribution,
      daysLeft: judgement.daysLeft,
      reason: judgement.reason,
      target,
      key,
      isAuthority,
      usedBy,
      renewOn: findRenewalDate(certificate, thresholds.warnWithin),
      ignoredBy: isIgnored ? ignoredBy : null,
      consoleUrl,
    });
  });
}

/**
 * Whether it must be known what refers to the certificates: where only those in use count, and where one of
 * those that count is in its window, so that a person sees whom it concerns.
 */
export function needsUsage(
  target: AuditTarget,
  certificates: readonly SurveyedCertificate[],
  now: Date,
): boolean {
  if (target.onlyInUse) return certificates.length > 0;
  return judgeTarget(target, certificates, null, now).some(
    ({ contribution }) => contribution === 'warn' || contribution === 'fail',
  );
}

function isCounted(
  { status, inUse, type }: SurveyedCertificate['certificate'],
  { filter, onlyInUse, types }: AuditTarget,
  { dormantStatuses }: Capabilities,
): boolean {
  // What is not known to be unused counts: an audit must not pass over what may serve.
  if (onlyInUse && inUse === false) return false;
  if (types.length > 0 && !types.includes(type ?? '')) return false;
  return filter.statuses.length > 0 || !dormantStatuses.includes(status ?? '');
}

function findUsers(id: string | null, usage: Usage | null): readonly string[] | null {
  if (usage === null || id === null) return null;
  const users = usage.referrers.get(id) ?? [];
  return users.length === 0 && usage.withheld.length > 0 ? null : users;
}

/** Used where something refers to it, unused only where everything was read and nothing does. */
function concludeUse(usedBy: readonly string[] | null, usage: Usage | null): boolean | null {
  if (usage === null || usedBy === null) return null;
  return usedBy.length > 0;
}
