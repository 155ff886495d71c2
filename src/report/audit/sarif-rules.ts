import type { FindingRule } from '../../operations/audit/audit-report.ts';

/** A kind of finding as code scanning shows it. */
interface RuleFacts {
  /** In PascalCase, as SARIF has the names of rules. */
  readonly name: string;
  /** One sentence: what is wrong. */
  readonly short: string;
  /** What it leads to. */
  readonly full: string;
  readonly mend: string;
  readonly level: 'error' | 'warning';
  /** As a CVSS score: above 9 is critical, from 7 high, from 4 medium, below that low. */
  readonly securitySeverity: number;
  readonly tags: readonly string[];
}

/** What every rule is about; a new rule does not type-check before it is told of here. */
export const RULE_FACTS: Readonly<Record<FindingRule, RuleFacts>> = {
  expired: {
    name: 'CertificateExpired',
    short: 'A certificate has expired.',
    full: 'The certificate is past its end of validity and is still kept as one that counts. Whoever meets it refuses the connection.',
    mend: 'Replace it, or delete it where nothing needs it.',
    level: 'error',
    securitySeverity: 8.5,
    tags: ['expiry'],
  },
  critical: {
    name: 'CertificateExpiresWithinFailWindow',
    short: 'A certificate expires within fail-within.',
    full: 'The time left is within the window in which the audit fails. Connections will be refused soon.',
    mend: 'Renew it now.',
    level: 'error',
    securitySeverity: 7.5,
    tags: ['expiry'],
  },
  expiring: {
    name: 'CertificateExpiresWithinWarnWindow',
    short: 'A certificate expires within warn-within.',
    full: 'The time left is within the window in which the audit warns: it is time to renew.',
    mend: 'Renew it before it enters fail-within.',
    level: 'warning',
    securitySeverity: 4,
    tags: ['expiry'],
  },
  'not-yet-valid': {
    name: 'CertificateNotYetValid',
    short: 'A certificate is not valid yet.',
    full: 'Its validity begins in the future. Whoever meets it before then refuses the connection.',
    mend: 'Do not let it serve before its notBefore; check the clock of whoever issued it.',
    level: 'warning',
    securitySeverity: 5,
    tags: ['expiry'],
  },
  'unknown-date': {
    name: 'CertificateWithoutReadableDate',
    short: 'When a certificate ends cannot be told.',
    full: 'Its dates are missing, cannot be read, or cannot be judged by the thresholds, so nobody would notice its end.',
    mend: 'Look at it at the vendor, and replace it where its dates are broken.',
    level: 'error',
    securitySeverity: 6,
    tags: ['expiry'],
  },
  'expired-in-use': {
    name: 'ExpiredCertificateInUse',
    short: 'An expired certificate still serves, or something still refers to it.',
    full: 'Whoever connects to what uses it meets an expired certificate: people are refused, or taught to click warnings away.',
    mend: 'Point what uses it at a valid certificate.',
    level: 'error',
    securitySeverity: 9.1,
    tags: ['expiry', 'in-use'],
  },
  'no-successor': {
    name: 'CertificateInUseWithoutSuccessor',
    short: 'A certificate in use is about to end, and none is there to take over.',
    full: 'Its successor has to be made, and has to reach every device, before it ends.',
    mend: 'Make its successor now.',
    level: 'error',
    securitySeverity: 7,
    tags: ['expiry', 'in-use'],
  },
  contradiction: {
    name: 'VendorContradictsCertificate',
    short: "The vendor's own fields contradict the certificate.",
    full: 'What the API says of the certificate is not what the certificate itself says. The certificate is believed.',
    mend: "Trust the certificate's own dates, and tell the vendor.",
    level: 'warning',
    securitySeverity: 4,
    tags: ['integrity'],
  },
  'weak-key': {
    name: 'WeakKey',
    short: "A certificate's key is too weak.",
    full: 'The key is of a kind or length that is no longer considered safe; who breaks it can pose as its owner.',
    mend: 'Replace the certificate with one of a stronger key, such as ecdsa-p256 or rsa-3072.',
    level: 'error',
    securitySeverity: 8.1,
    tags: ['cryptography', 'external/cwe/cwe-326'],
  },
  'weak-signature': {
    name: 'WeakSignature',
    short: 'A certificate is signed with a broken algorithm.',
    full: 'Signatures of this algorithm can be forged, so another certificate could pass for this one.',
    mend: 'Have it issued anew, signed with SHA-256 or better.',
    level: 'error',
    securitySeverity: 8.1,
    tags: ['cryptography', 'external/cwe/cwe-328'],
  },
  'shared-key': {
    name: 'KeySharedByCertificates',
    short: 'Several certificates have one key.',
    full: 'Who gets hold of the key has all of them at once, and renewing one of them does not make the key new.',
    mend: 'Give every certificate a key of its own.',
    level: 'warning',
    securitySeverity: 5,
    tags: ['cryptography'],
  },
  'ended-ignore': {
    name: 'IgnoreRuleEnded',
    short: 'A rule that ignores certificates has ended.',
    full: 'The day that the exception was agreed to has passed. Its certificates count again.',
    mend: 'Delete the rule, or agree on a new day.',
    level: 'warning',
    securitySeverity: 3,
    tags: ['configuration'],
  },
  'credential-expiring': {
    name: 'CredentialExpires',
    short: 'The credential that the audit reads with is about to end.',
    full: 'Once it has ended the audit sees nothing of this target any more.',
    mend: 'Make a new credential and store it where the audit finds it.',
    level: 'warning',
    securitySeverity: 5,
    tags: ['expiry', 'credential'],
  },
  unreadable: {
    name: 'TargetUnreadable',
    short: 'A target could not be read.',
    full: 'Nothing is known of its certificates; any of them may have expired.',
    mend: 'Mend what the message says, and run the audit again.',
    level: 'error',
    securitySeverity: 7,
    tags: ['coverage'],
  },
  empty: {
    name: 'NothingToAudit',
    short: 'No certificate was found.',
    full: 'An audit that sees nothing passes for a good one: a wrong scope or a missing permission looks the same.',
    mend: 'Check scopes and permissions; where there truly is nothing, set on-empty to ignore.',
    level: 'error',
    securitySeverity: 6,
    tags: ['coverage'],
  },
};

/** A rule as a SARIF reportingDescriptor. */
export function toReportingDescriptor(id: FindingRule): object {
  const { name, short, full, mend, level, securitySeverity, tags } = RULE_FACTS[id];
  return {
    id,
    name,
    shortDescription: { text: short },
    fullDescription: { text: full },
    help: { text: `${full} ${mend}`, markdown: `${full}\n\n**What to do:** ${mend}` },
    defaultConfiguration: { level },
    properties: {
      tags: ['security', 'certificate', ...tags],
      precision: 'very-high',
      'problem.severity': level,
      'security-severity': securitySeverity.toFixed(1),
    },
  };
}
