import type { Verdict } from '../../certificate/expiry.ts';
import { windowMilliseconds } from '../../certificate/threshold.ts';
import { formatDate } from '../../certificate/time.ts';
import type { AuditRequest } from '../../interface/audit-request.ts';
import type { AuditCounts, AuditedCertificate, Finding } from './audit-report.ts';
import { describeRule, holds, matchesRule } from './ignore.ts';
import { findThresholds } from './policy.ts';
import type { TargetReading } from './read-target.ts';

/** What is held against a target itself. */
export function findAboutTarget(reading: TargetReading, now: Date): readonly Finding[] {
  return [...tellTrouble(reading), ...tellEndedRules(reading, now)];
}

function tellTrouble({ target, state, trouble }: TargetReading): readonly Finding[] {
  if (trouble === null) return [];
  return [
    {
      rule: 'unreadable',
      verdict: 'fail',
      message: `${state === 'denied' ? 'may not be read' : 'could not be read'}: ${trouble.message}`,
      mend: trouble.mend ?? 'Run again; what is not read is not watched.',
      target: target.name,
      certificate: null,
    },
  ];
}

function tellEndedRules({ target }: TargetReading, now: Date): readonly Finding[] {
  return target.ignore
    .filter((rule) => !holds(rule, now))
    .map((rule) => ({
      rule: 'ended-ignore',
      verdict: 'warn',
      message: `has an ignore rule for ${describeRule(rule)} that ended on ${formatDate(rule.until)} (${rule.reason}); what it named is judged again`,
      mend: 'Remove the rule, or decide anew and give it a later until.',
      target: target.name,
      certificate: null,
    }));
}

/** Rules that name no certificate of a target that was read: perhaps misspelt, perhaps no longer needed. */
export function remarkOnIdleRules(
  { target, state }: TargetReading,
  certificates: readonly AuditedCertificate[],
  now: Date,
): readonly string[] {
  if (state !== 'read') return [];
  return target.ignore
    .filter((rule) => holds(rule, now))
    .filter((rule) => !certificates.some(({ certificate }) => matchesRule(certificate, rule)))
    .map((rule) => `The ignore rule for ${describeRule(rule)} names no certificate.`);
}

/**
 * Credentials that end within a window, as leaf certificates do: once they have, nothing can be read. One finding
 * a credential.
 * @param keyOf tells credentials apart.
 */
export function findEndingCredentials(
  readings: readonly TargetReading[],
  keyOf: (reading: TargetReading) => string,
  now: Date,
): readonly Finding[] {
  const byCredential = new Map<string, TargetReading[]>();
  for (const reading of readings) {
    if (reading.credentialExpiresOn === null) continue;
    const key = keyOf(reading);
    byCredential.set(key, [...(byCredential.get(key) ?? []), reading]);
  }
  return [...byCredential.values()].flatMap((sharing): readonly Finding[] => {
    const [first] = sharing;
    const expiresOn = first?.credentialExpiresOn ?? null;
    if (first === undefined || expiresOn === null) return [];
    const verdict = sharing
      .map(({ target }) => judgeEnd(expiresOn, target, now))
      .reduce<Verdict>((worst, one) => (worst === 'fail' || one === 'ok' ? worst : one), 'ok');
    if (verdict === 'ok') return [];
    const more = sharing.length - 1;
    const others = more === 0 ? '' : `, as that of ${more} more target${more === 1 ? '' : 's'},`;
    return [
      {
        rule: 'credential-expiring',
        verdict,
        message: `is read with an API token${others} that ends on ${formatDate(expiresOn)}`,
        mend: 'Roll the token, or give it a later end, and store it again; without it nothing is watched.',
        target: first.target.name,
        certificate: null,
      },
    ];
  });
}

/** A credential's lifetime is not known: in place of a share of it alone stands what is usual for a leaf. */
function judgeEnd(expiresOn: Date, target: TargetReading['target'], now: Date): Verdict {
  const dates = { notBefore: null, notAfter: expiresOn };
  const given = findThresholds(dates, false, target);
  const usual = findThresholds(dates, false, { failWithin: null, warnWithin: null });
  const isWithin = (threshold: 'failWithin' | 'warnWithin') => {
    const window = windowMilliseconds(given[threshold], null) ?? windowMilliseconds(usual[threshold], null);
    return window !== null && expiresOn.getTime() - now.getTime() <= window;
  };
  if (isWithin('failWithin')) return 'fail';
  return isWithin('warnWithin') ? 'warn' : 'ok';
}

/** Nothing to judge in all that was read, which is more often a mistake than good news. */
export function findEmptiness(
  { judged, ignored, dormant, pending, unreadable, count }: AuditCounts,
  onEmpty: AuditRequest['onEmpty'],
): readonly Finding[] {
  if (judged + ignored > 0 || unreadable > 0 || onEmpty === 'ignore') return [];
  const message =
    count === 0
      ? 'No certificate was found in any target'
      : `None of the ${count} certificates found counts (${dormant} not in service, ${pending} pending)`;
  return [
    {
      rule: 'empty',
      verdict: onEmpty,
      message: `${message}, and on-empty is ${onEmpty}`,
      mend: 'Check the scopes and filters of the targets; if that is as it should be, set on-empty to ignore.',
      target: null,
      certificate: null,
    },
  ];
}
