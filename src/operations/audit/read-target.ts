import type { Certificate } from '../../certificate/certificate.ts';
import { compactCertificate } from '../../certificate/compact.ts';
import { type KeyFacts, readKeyFacts } from '../../certificate/key-facts.ts';
import { ApiError } from '../../http/errors.ts';
import type { AuditTarget } from '../../interface/audit-request.ts';
import type { Provider, Usage } from '../../providers/provider.ts';
import type { AuditedTarget } from './audit-report.ts';

/** A certificate without its PEM and the vendor's remaining fields, and what they say of its key. */
export interface SurveyedCertificate {
  readonly certificate: Certificate;
  readonly key: KeyFacts | null;
  readonly consoleUrl: string | null;
}

/** A target as far as it could be read. */
export interface TargetReading {
  readonly target: AuditTarget;
  readonly provider: Provider | null;
  readonly state: AuditedTarget['state'];
  readonly trouble: AuditedTarget['trouble'];
  readonly certificates: readonly SurveyedCertificate[];
  /** Null where nothing was asked, or nothing can be. */
  readonly usage: Usage | null;
  readonly credentialExpiresOn: Date | null;
  readonly remarks: readonly string[];
}

/** What reading a target takes from outside. */
export interface ReadingContext {
  /** Opens a target's store; stores behind one credential share its limits. */
  readonly open: (target: AuditTarget) => Promise<Provider>;
  /** Says for people why a target could not be read. */
  readonly explain: (error: unknown, target: AuditTarget, provider: Provider | null) => Explanation;
  /** Asks one question about a credential once, for all the targets that share it. */
  readonly askOnce: <T>(target: AuditTarget, ask: () => Promise<T>) => Promise<T>;
}

type Explanation = NonNullable<AuditedTarget['trouble']>;

/** Gives equal texts as one, to hold it once: a target's many certificates have few issuers, and few pages show them. */
function createSharing(): (text: string | null) => string | null {
  const known = new Map<string, string>();
  return (text) => {
    if (text === null) return null;
    const first = known.get(text);
    if (first === undefined) known.set(text, text);
    return first ?? text;
  };
}

/**
 * Reads one target. Never rejects: what keeps it from being read is in the reading.
 * @param needsUsage whether what refers to the certificates must be known, given what was read.
 */
export async function readTarget(
  target: AuditTarget,
  needsUsage: (certificates: readonly SurveyedCertificate[]) => boolean,
  context: ReadingContext,
): Promise<TargetReading> {
  let provider: Provider | null = null;
  try {
    provider = await context.open(target);
    const { consoleUrl, readCredentialEnd, readUsage } = provider;
    const share = createSharing();
    const keep = (certificate: Certificate): SurveyedCertificate => ({
      certificate: compactCertificate(certificate, { issuer: share(certificate.issuer) }),
      key: certificate.pem === null ? null : readKeyFacts(certificate.pem),
      consoleUrl: share(consoleUrl(certificate)),
    });
    const [certificates, credential] = await Promise.allSettled([
      provider.survey(target.filter, keep),
      readCredentialEnd === null ? null : context.askOnce(target, readCredentialEnd),
    ]);
    if (certificates.status === 'rejected') throw certificates.reason;
    const remarks = [...provider.notices];
    const usage =
      readUsage !== null && needsUsage(certificates.value)
        ? await readUsage().catch((error: unknown): Usage => {
            const { message } = context.explain(error, target, provider);
            return {
              referrers: new Map(),
              withheld: [`What refers to certificates is not known: ${message}`],
            };
          })
        : null;
    remarks.push(...(usage?.withheld ?? []));
    if (credential.status === 'rejected') {
      const { message } = context.explain(credential.reason, target, provider);
      remarks.push(`When the credential ends is not known: ${message}`);
    }
    return {
      target,
      provider,
      state: 'read',
      trouble: null,
      certificates: certificates.value,
      usage,
      credentialExpiresOn: credential.status === 'fulfilled' ? (credential.value?.expiresOn ?? null) : null,
      remarks,
    };
  } catch (error) {
    const isDenied = error instanceof ApiError && provider?.isDenial(error) === true;
    return {
      target,
      provider,
      state: isDenied ? 'denied' : 'unreadable',
      trouble: context.explain(error, target, provider),
      certificates: [],
      usage: null,
      credentialExpiresOn: null,
      remarks: [],
    };
  }
}
