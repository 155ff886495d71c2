import { KeyObject } from 'node:crypto';
import { isIP } from 'node:net';
import type { JsonAttributeObject, JsonGeneralName, JsonNameParams } from '@peculiar/x509';
import { formatCsr, publicKeySha256 } from './csr.ts';
import { loadX509 } from './load-x509.ts';
import { checkSubject, type DistinguishedName, findOid, type NameAttribute, parseName } from './subject.ts';

/** As the `key-algorithm` input has them. */
export type KeyAlgorithm = 'ecdsa-p256' | 'ecdsa-p384' | 'rsa-2048' | 'rsa-3072' | 'rsa-4096';

export interface KeyRequest {
  /** RFC 4514, most specific part first; see checkSubject. */
  readonly subject: string;
  readonly keyAlgorithm: KeyAlgorithm;
  /** DNS names, IP addresses, e-mail addresses and URIs, told apart by their form. */
  readonly sans?: readonly string[];
}

export interface KeyAndCsr {
  /** PKCS#8, not encrypted: a secret. */
  readonly privateKeyPem: string;
  readonly csrPem: string;
  /** SHA-256 over the DER of the SubjectPublicKeyInfo, lower-case hex. */
  readonly publicKeySha256: string;
}

const ALGORITHMS = {
  'ecdsa-p256': makeEc('P-256', 'SHA-256'),
  'ecdsa-p384': makeEc('P-384', 'SHA-384'),
  'rsa-2048': makeRsa(2048),
  'rsa-3072': makeRsa(3072),
  'rsa-4096': makeRsa(4096),
} as const;

/** Makes a key pair and a request for a certificate on it. Throws where the subject or a name is malformed. */
export async function generateKeyAndCsr(request: KeyRequest): Promise<KeyAndCsr> {
  const problem = checkSubject(request.subject);
  if (problem !== null) throw new Error(problem);
  const name = parseName(request.subject);
  if ('problem' in name) throw new Error(name.problem);
  const sans = (request.sans ?? []).map(readGeneralName);
  const algorithm = ALGORITHMS[request.keyAlgorithm];
  const x509 = await loadX509();
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const csr = await x509.Pkcs10CertificateRequestGenerator.create(
    {
      name: new x509.Name(encodeName(name)),
      keys,
      signingAlgorithm: algorithm,
      extensions: sans.length > 0 ? [new x509.SubjectAlternativeNameExtension(sans)] : [],
    },
    crypto,
  );
  return {
    privateKeyPem: KeyObject.from(keys.privateKey).export({ type: 'pkcs8', format: 'pem' }).toString(),
    csrPem: formatCsr(new Uint8Array(csr.rawData)),
    publicKeySha256: publicKeySha256(KeyObject.from(keys.publicKey)),
  };
}

function makeEc(namedCurve: string, hash: string) {
  return { name: 'ECDSA', namedCurve, hash };
}

function makeRsa(modulusLength: number) {
  return {
    name: 'RSASSA-PKCS1-v1_5',
    modulusLength,
    publicExponent: new Uint8Array([1, 0, 1]),
    hash: 'SHA-256',
  };
}

/** The request holds the least specific part first (RFC 4514, section 2.1). */
function encodeName(name: DistinguishedName): JsonNameParams {
  return name
    .toReversed()
    .map((part) =>
      Object.fromEntries(part.map((attribute) => [findOid(attribute.type) ?? '', [encodeValue(attribute)]])),
    );
}

/** The string types that RFC 5280, appendix A.1, and RFC 4519 allow. */
function encodeValue({ type, value }: NameAttribute): JsonAttributeObject {
  if (type === 'C' || type === 'serialNumber') return { printableString: value };
  return type === 'DC' || type === 'emailAddress' ? { ia5String: value } : { utf8String: value };
}

const DNS_NAME =
  /^(?:\*\.)?(?:[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?\.)*[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?$/;

function readGeneralName(value: string): JsonGeneralName {
  if (isIP(value) !== 0) return { type: 'ip', value };
  if (value.includes('://') && URL.canParse(value)) return { type: 'url', value };
  if (/^[^\s@]+@[^\s@]+$/.test(value)) return { type: 'email', value };
  if (DNS_NAME.test(value)) return { type: 'dns', value };
  throw new Error(
    `The alternative name ${JSON.stringify(value)} is no DNS name, IP address, e-mail address or URI; names beyond ASCII are written in Punycode (xn--…).`,
  );
}
