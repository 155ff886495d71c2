import { hash, type KeyObject, X509Certificate } from 'node:crypto';
import { oid } from './der-reader.ts';
import { readCertificateBlocks } from './pem.ts';
import { readPlainCertificate } from './plain-certificate.ts';
import { readPlainKey } from './plain-key.ts';

/** What is known of a certificate's key and signature, to tell weak ones. */
export interface KeyFacts {
  /** `rsa`, `rsa-pss`, `dsa`, `ec`, `ed25519`, … as Node names it; null where OpenSSL does not know the kind. */
  readonly kind: string | null;
  /** Length of an RSA or DSA modulus, or of an elliptic curve's field, in bits. */
  readonly bits: number | null;
  /** SHA-256 over the SubjectPublicKeyInfo, hex: the same for every certificate of one key. */
  readonly publicKeySha256: string | null;
  /** OpenSSL's name of the algorithm that it is signed with, else its OID; null where the runtime does not say. */
  readonly signatureAlgorithm: string | null;
  readonly isCa: boolean;
  /** Subject and issuer are one, so nothing rests on its signature. */
  readonly isSelfIssued: boolean;
}

/** Shorter RSA and DSA keys are not to be used any more (NIST SP 800-131A Rev. 2, tables 2 and 4). */
const SHORTEST_MODULUS_BITS = 2048;
/** Curves of smaller fields are not to be trusted by browsers (CA/Browser Forum Baseline Requirements, 6.1.5). */
const SHORTEST_FIELD_BITS = 256;

/** OpenSSL's names of the algorithms that nearly all certificates are signed with, by OID. */
const SIGNATURES = new Map([
  [oid('2a8648ce3d040302'), 'ecdsa-with-SHA256'],
  [oid('2a8648ce3d040303'), 'ecdsa-with-SHA384'],
  [oid('2a864886f70d01010b'), 'sha256WithRSAEncryption'],
  [oid('2a864886f70d01010c'), 'sha384WithRSAEncryption'],
  [oid('2a864886f70d01010d'), 'sha512WithRSAEncryption'],
]);

/** Reads the first certificate of a PEM text; null where it cannot be read. Never throws. */
export function readKeyFacts(pem: string): KeyFacts | null {
  return readPlainKeyFacts(pem) ?? readKeyFactsByOpenssl(pem);
}

/** Those of a plain certificate with a plain key; null for any other. */
function readPlainKeyFacts(pem: string): KeyFacts | null {
  const der = readCertificateBlocks(pem)[0]?.der ?? null;
  const plain = der === null ? null : readPlainCertificate(der);
  const signatureAlgorithm = plain === null ? undefined : SIGNATURES.get(plain.signatureOid);
  if (plain === null || signatureAlgorithm === undefined) return null;
  const key = readPlainKey(plain.publicKey);
  if (key === null) return null;
  return {
    kind: key.kind,
    bits: key.bits,
    publicKeySha256: hash('sha256', plain.publicKey),
    signatureAlgorithm,
    isCa: false,
    isSelfIssued: plain.subject === plain.issuer,
  };
}

/** Those of any certificate; it takes far longer. Never throws. */
export function readKeyFactsByOpenssl(pem: string): KeyFacts | null {
  try {
    const x509 = new X509Certificate(pem);
    return {
      ...readPublicKey(x509),
      // Node gives these from 24.9 on.
      signatureAlgorithm: x509.signatureAlgorithm ?? x509.signatureAlgorithmOid ?? null,
      isCa: x509.ca,
      isSelfIssued: x509.subject === x509.issuer,
    };
  } catch {
    return null;
  }
}

function readPublicKey(x509: X509Certificate): Pick<KeyFacts, 'kind' | 'bits' | 'publicKeySha256'> {
  let key: KeyObject;
  let der: Buffer;
  try {
    key = x509.publicKey;
    der = key.export({ type: 'spki', format: 'der' });
  } catch {
    return { kind: null, bits: null, publicKeySha256: null };
  }
  const { modulusLength, namedCurve } = key.asymmetricKeyDetails ?? {};
  return {
    kind: key.asymmetricKeyType ?? null,
    bits: modulusLength ?? readFieldBits(namedCurve),
    publicKeySha256: hash('sha256', der),
  };
}

/** A curve's name holds the length of its field: prime256v1, secp384r1, brainpoolP512r1. */
function readFieldBits(curve: string | undefined): number | null {
  const digits = /\d{3}/.exec(curve ?? '')?.[0];
  return digits === undefined ? null : Number(digits);
}

/** Why the key is too weak, as a clause that follows the certificate's name; null where it is not. */
export function describeWeakKey({ kind, bits }: KeyFacts): string | null {
  if (kind === 'dsa') return 'has a DSA key, which is not to be used any more';
  if (bits === null) return null;
  const shortest = kind === 'ec' ? SHORTEST_FIELD_BITS : kind?.startsWith('rsa') ? SHORTEST_MODULUS_BITS : 0;
  if (bits >= shortest) return null;
  return `has ${kind === 'ec' ? 'an EC' : 'an RSA'} key of only ${bits} bits; ${shortest} are the least`;
}

/**
 * Why the signature is too weak, as a clause that follows the certificate's name; null where it is not. A root's
 * own signature is never looked at: it is trusted for its key.
 */
export function describeWeakSignature({ signatureAlgorithm, isSelfIssued }: KeyFacts): string | null {
  if (isSelfIssued || signatureAlgorithm === null) return null;
  const hash = /md2|md4|md5|sha1(?!\d)/i.exec(signatureAlgorithm)?.[0].toUpperCase();
  return hash === undefined ? null : `is signed with ${hash.replace('SHA1', 'SHA-1')}, which can be forged`;
}
