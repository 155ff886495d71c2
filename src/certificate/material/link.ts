import { X509Certificate } from 'node:crypto';
import { writeCertificatePem } from '../pem.ts';
import { formatDate } from '../time.ts';
import { readCertificate } from '../x509.ts';
import type { MaterialBlock, MaterialInput, UploadProblem } from './blocks.ts';

/** A certificate that can stand in a chain. */
export interface Link {
  readonly input: MaterialInput;
  readonly x509: X509Certificate;
  /** As in Certificate. */
  readonly fingerprint: string;
  readonly subject: string;
  readonly issuer: string;
  readonly sans: readonly string[];
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly isCa: boolean;
  /** Signed by its own key. */
  readonly isSelfSigned: boolean;
}

/** Reads a certificate; where it cannot be used at all, why. */
export function readLink(block: MaterialBlock): Link | UploadProblem {
  const { input } = block;
  const refuse = (what: string): UploadProblem => ({
    input,
    message: `A certificate in the ${input} text ${what}; copy or export it again, whole.`,
  });
  if (block.der === null) return refuse('is not base64 between its BEGIN and END lines');
  const facts = readCertificate(block.der);
  if ('unreadable' in facts) return refuse(facts.unreadable);
  const { subject, issuer, notBefore, notAfter } = facts;
  if (subject === null || issuer === null) return refuse('has a malformed subject or issuer');
  if (notBefore === null || notAfter === null) return refuse(`("${subject}") has a date that cannot be read`);
  const x509 = new X509Certificate(writeCertificatePem(block.der));
  const isSelfSigned = subject === issuer && isSignedBy(x509, x509);
  return {
    ...facts,
    input,
    x509,
    subject,
    issuer,
    notBefore,
    notAfter,
    sans: facts.sans ?? [],
    isSelfSigned,
  };
}

/** Whether one certificate issued another: by the names and identifiers that both hold, and by its signature. */
export function isIssuedBy(x509: X509Certificate, issuer: X509Certificate): boolean {
  return x509.checkIssued(issuer) && isSignedBy(x509, issuer);
}

/** Why a certificate cannot serve at a time, as the rest of a sentence about it; null where it can. */
export function describeStaleness(link: Link, now: Date): string | null {
  if (link.notAfter <= now) return `expired on ${formatDate(link.notAfter)}`;
  return link.notBefore > now
    ? `is not valid before ${formatDate(link.notBefore)}, and it is now ${formatDate(now)}`
    : null;
}

/** What to call a certificate in a sentence. */
export function nameLink(link: Link): string {
  return link.subject === '' ? `the certificate ${link.fingerprint}` : `"${link.subject}"`;
}

function isSignedBy(x509: X509Certificate, issuer: X509Certificate): boolean {
  try {
    return x509.verify(issuer.publicKey);
  } catch {
    // OpenSSL throws on public keys of kinds that it does not know.
    return false;
  }
}
