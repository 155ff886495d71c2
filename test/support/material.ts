import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { loadX509 } from '../../src/certificate/material/load-x509.ts';

/** The time at which the material of these tests is judged. */
export const NOW = new Date('2026-06-15T12:00:00Z');

export interface Keys {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

export interface Issued {
  readonly pem: string;
  readonly keys: Keys;
  readonly subject: string;
}

export interface Issuance {
  /** In the order of the certificate: the least specific part first, separated by commas. */
  readonly subject: string;
  readonly keys?: Keys;
  /** Self-signed where there is none. */
  readonly issuer?: Issued;
  readonly isCa?: boolean;
  readonly sans?: readonly string[];
  /** What it is signed over. */
  readonly hash?: 'SHA-1' | 'SHA-256';
  readonly notBefore?: Date;
  readonly notAfter?: Date;
}

export function makeEcKeys(namedCurve = 'P-256'): Keys {
  return generateKeyPairSync('ec', { namedCurve });
}

export function makeRsaKeys(modulusLength = 2048): Keys {
  return generateKeyPairSync('rsa', { modulusLength });
}

/** Issues a certificate, valid through 2026 where no dates are given. */
export async function issue(issuance: Issuance): Promise<Issued> {
  const x509 = await loadX509();
  const { subject, keys = makeEcKeys(), issuer = null, isCa = false, sans = [] } = issuance;
  const signer = issuer?.keys ?? keys;
  const algorithm = { ...findAlgorithm(signer.privateKey), hash: issuance.hash ?? 'SHA-256' };
  const certificate = await x509.X509CertificateGenerator.create({
    subject,
    issuer: issuer?.subject ?? subject,
    notBefore: issuance.notBefore ?? new Date('2026-01-01T00:00:00Z'),
    notAfter: issuance.notAfter ?? new Date('2027-01-01T00:00:00Z'),
    publicKey: keys.publicKey.toCryptoKey(findAlgorithm(keys.publicKey), true, ['verify']),
    signingKey: signer.privateKey.toCryptoKey(algorithm, false, ['sign']),
    signingAlgorithm: algorithm,
    extensions: [
      ...(isCa ? [new x509.BasicConstraintsExtension(true, undefined, true)] : []),
      ...(sans.length > 0
        ? [new x509.SubjectAlternativeNameExtension(sans.map((value) => ({ type: 'dns', value })))]
        : []),
    ],
  });
  return { pem: `${certificate.toString('pem')}\n`, keys, subject };
}

/** A certificate request on any keys, however weak; the subject as in Issuance. */
export async function request(subject: string, keys = makeEcKeys()): Promise<string> {
  const x509 = await loadX509();
  const algorithm = findAlgorithm(keys.privateKey);
  const csr = await x509.Pkcs10CertificateRequestGenerator.create({
    name: subject,
    keys: {
      privateKey: keys.privateKey.toCryptoKey(algorithm, false, ['sign']),
      publicKey: keys.publicKey.toCryptoKey(algorithm, true, ['verify']),
    },
    signingAlgorithm: algorithm,
  });
  return `${csr.toString('pem')}\n`;
}

/** A PEM text of one block in whose DER the last occurrence of some octets is replaced by as many others. */
export function replaceOctets(pem: string, from: Buffer, to: Buffer): string {
  const [begin = '', ...body] = pem.trim().split('\n');
  const end = body.pop() ?? '';
  const der = Buffer.from(body.join(''), 'base64');
  const position = der.lastIndexOf(from);
  if (position < 0 || from.length !== to.length) throw new Error('The octets cannot be replaced');
  to.copy(der, position);
  return `${begin}\n${der.toString('base64')}\n${end}\n`;
}

/** A PEM text with the last letters of its body, and its end, gone. */
export function cutShort(pem: string): string {
  return pem.slice(0, Math.floor(pem.length / 2));
}

/** A PEM text whose blocks have letters that no base64 has. */
export function breakBase64(pem: string): string {
  return pem.replace(/\n([^-\n]{10})/, '\n$1*?*');
}

/** Line ends as Windows has them. */
export function useCrlf(text: string): string {
  return text.replaceAll('\n', '\r\n');
}

/** Line ends as a backslash and an n. */
export function escapeNewlines(text: string): string {
  return text.replaceAll('\n', '\\n');
}

const CURVES: Readonly<Record<string, string>> = { secp384r1: 'P-384', secp521r1: 'P-521' };

function findAlgorithm(key: KeyObject) {
  if (key.asymmetricKeyType === 'rsa') return { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  const namedCurve = CURVES[key.asymmetricKeyDetails?.namedCurve ?? ''] ?? 'P-256';
  return { name: 'ECDSA', namedCurve, hash: 'SHA-256' };
}
