import type { Severity } from '../../certificate/expiry.ts';
import { describeWeakKey, describeWeakSignature } from '../../certificate/key-facts.ts';
import { formatDate } from '../../certificate/time.ts';
import { capabilitiesOf } from '../../interface/capabilities.ts';
import { EVERYTHING } from '../../interface/request.ts';
import type { AuditedCertificate, Finding, FindingRule } from './audit-report.ts';

type Told = Pick<Finding, 'rule' | 'verdict' | 'message' | 'mend'>;

const RULES: Readonly<Partial<Record<Severity, { readonly rule: FindingRule; readonly mend: string }>>> = {
  expired: { rule: 'expired', mend: 'Replace it now, or remove it if nothing needs it any more.' },
  critical: {
    rule: 'critical',
    mend: 'Replace it now: create its successor, put that into service, retire this one.',
  },
  expiring: { rule: 'expiring', mend: 'Plan its replacement: create its successor before the time is up.' },
  'not-yet-valid': {
    rule: 'not-yet-valid',
    mend: 'Put it into service only when it is valid; check the clock of who issued it.',
  },
  unknown: {
    rule: 'unknown-date',
    mend: 'Look at it in the console of the vendor: what cannot be read cannot be watched.',
  },
};

/** What is held against one certificate that counts. */
export function findAboutCertificate(
  audited: AuditedCertificate,
  siblings: readonly AuditedCertificate[],
): readonly Finding[] {
  if (audited.standing !== 'counted' || audited.ignoredBy !== null) return [];
  const told = [
    ...tellSeverity(audited),
    ...tellExpiredInUse(audited),
    ...tellMissingSuccessor(audited, siblings),
    ...tellContradictions(audited),
    ...tellWeakness(audited),
  ];
  return told.map((one) => ({ ...one, target: audited.target.name, certificate: audited }));
}

function tellSeverity({ severity, contribution, reason }: AuditedCertificate): readonly Told[] {
  const known = RULES[severity];
  if (known === undefined || contribution === null || contribution === 'ok') return [];
  return [{ ...known, verdict: contribution, message: reason }];
}

function tellExpiredInUse({ severity, certificate, usedBy }: AuditedCertificate): readonly Told[] {
  if (severity !== 'expired' || certificate.inUse !== true) return [];
  const isReferredTo = usedBy !== null && usedBy.length > 0;
  return [
    {
      rule: 'expired-in-use',
      verdict: 'fail',
      message: isReferredTo
        ? `has expired and is still referred to: ${listSome(usedBy)}`
        : 'has expired and is still in use',
      mend: 'Users see errors now. Put a valid certificate in its place.',
    },
  ];
}

/** Where one certificate serves at a time, and the one that does is in its window. */
function tellMissingSuccessor(
  audited: AuditedCertificate,
  siblings: readonly AuditedCertificate[],
): readonly Told[] {
  const { certificate, target, severity, contribution } = audited;
  if (!capabilitiesOf[target.provider].servesOne || certificate.inUse !== true) return [];
  if (contribution !== 'warn' && contribution !== 'fail') return [];
  // A narrower list may leave out the successor itself.
  if (target.filter.statuses.length > 0 || target.filter.inUse !== EVERYTHING.inUse) return [];
  const isReady = (one: AuditedCertificate) =>
    one !== audited && one.standing === 'counted' && one.severity === 'ok';
  if (siblings.some(isReady)) return [];
  return [
    {
      rule: 'no-successor',
      verdict: contribution,
      message: `is in use and ${severity === 'expired' ? 'has expired' : 'inside its window'}, and no other certificate is available to take its place`,
      mend: 'Create and activate its successor now, so that it reaches every device before the switch.',
    },
  ];
}

function tellContradictions({ certificate }: AuditedCertificate): readonly Told[] {
  return certificate.contradictions.map((sentence) => ({
    rule: 'contradiction',
    verdict: 'warn',
    message: `contradicts itself. ${sentence}`,
    mend: "The certificate's own text is what counts and was judged; tell the vendor of the difference.",
  }));
}

function tellWeakness({ key }: AuditedCertificate): readonly Told[] {
  if (key === null) return [];
  const weakKey = describeWeakKey(key);
  const weakSignature = describeWeakSignature(key);
  const mend =
    'Replace it by one with a key of ECDSA P-256 or RSA 2048 at least, signed with SHA-256 or better.';
  return [
    ...(weakKey === null ? [] : [{ rule: 'weak-key', verdict: 'warn', message: weakKey, mend } as const]),
    ...(weakSignature === null
      ? []
      : [{ rule: 'weak-signature', verdict: 'warn', message: weakSignature, mend } as const]),
  ];
}

/** Certificates of one key, wherever they are: who has the key of one has that of all. */
export function findSharedKeys(counted: readonly AuditedCertificate[]): readonly Finding[] {
  const firsts = new Map<string, AuditedCertificate>();
  /** By key, then by fingerprint: one certificate in two stores is no second certificate. */
  const groups = new Map<string, Map<string | null, AuditedCertificate>>();
  for (const audited of counted) {
    const digest = audited.key?.publicKeySha256 ?? null;
    if (digest === null) continue;
    const first = firsts.get(digest);
    if (first === undefined) {
      firsts.set(digest, audited);
      continue;
    }
    const group = groups.get(digest) ?? new Map([[first.certificate.fingerprint, first]]);
    groups.set(digest, group);
    const { fingerprint } = audited.certificate;
    if (!group.has(fingerprint)) group.set(fingerprint, audited);
  }
  return [...groups.values()].flatMap((group): readonly Finding[] => {
    const [first, ...others] = group.values();
    if (first === undefined || others.length === 0) return [];
    const names = others.map(({ certificate, target }) => `${nameOf(certificate)} of ${target.name}`);
    return [
      {
        rule: 'shared-key',
        verdict: 'warn',
        message: `has the same key as ${listSome(names)}`,
        mend: 'Make a new key with each new certificate, so that one loss is not the loss of all.',
        target: first.target.name,
        certificate: first,
      },
    ];
  });
}

/** What people call a certificate. */
export function nameOf({ name, id, fingerprint, notAfter }: AuditedCertificate['certificate']): string {
  return name ?? id ?? fingerprint ?? `without id (${notAfter === null ? 'no date' : formatDate(notAfter)})`;
}

function listSome(names: readonly string[]): string {
  const shown = names.slice(0, 5).join(', ');
  return names.length > 5 ? `${shown} and ${names.length - 5} more` : shown;
}
