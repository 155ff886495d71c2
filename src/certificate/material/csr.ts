import { createHash, createPrivateKey, createPublicKey, type KeyObject, X509Certificate } from 'node:crypto';
import type { Pkcs10CertificateRequest } from '@peculiar/x509';
import { normalisePem, readCertificateBlocks, readPemBlocks, writeCertificatePem } from '../pem.ts';
import { loadX509 } from './load-x509.ts';
import { formatName, readCommonName } from './subject.ts';

/** What a certificate request that may be sent says. */
export interface CsrFacts {
  /** RFC 4514, most specific part first; empty where the request has none. */
  readonly subject: string;
  /** The most specific one; null where the subject has none. */
  readonly commonName: string | null;
  /** SHA-256 over the DER of the SubjectPublicKeyInfo, lower-case hex. */
  readonly publicKeySha256: string;
  /** The request alone, with LF line ends and the label CERTIFICATE REQUEST. */
  readonly normalisedPem: string;
}

const LABELS = ['CERTIFICATE REQUEST', 'NEW CERTIFICATE REQUEST'];
const MINIMUM_RSA_BITS = 2048;
/** P-256, P-384 and P-521 by OpenSSL's names. */
const CURVES = ['prime256v1', 'secp384r1', 'secp521r1'];
const MAKE_ANEW = 'make a new one: openssl req -new -newkey rsa:2048 -keyout key.pem -out request.csr';

/**
 * Reads a certificate request from a PEM text: it must be the only one, signed by its own key, and that key RSA
 * of at least 2048 bits or EC on P-256, P-384 or P-521. The problem says what is wrong and how to mend it.
 */
export async function checkCsr(text: string): Promise<CsrFacts | { readonly problem: string }> {
  const blocks = findRequests(text);
  const [der] = blocks;
  if (der === undefined) return { problem: describeAbsence(text) };
  if (der === null) {
    return { problem: 'The CSR is not base64 between its BEGIN and END lines; copy the file again, whole.' };
  }
  if (blocks.slice(1).some((other) => other === null || !der.equals(other))) {
    return { problem: `The text holds ${blocks.length} certificate requests; give one.` };
  }
  const x509 = await loadX509();
  const request = attempt(() => new x509.Pkcs10CertificateRequest(der));
  if (request === null) {
    return { problem: `The CSR is malformed: it is not a PKCS#10 request. If it is complete, ${MAKE_ANEW}` };
  }
  const key = attempt(() =>
    createPublicKey({ key: Buffer.from(request.publicKey.rawData), format: 'der', type: 'spki' }),
  );
  if (key === null) return { problem: `The CSR's public key cannot be read; ${MAKE_ANEW}` };
  const problem = describeWeakness(key) ?? (await checkSignature(request));
  if (problem !== null) return { problem };
  const subject = attempt(() => readSubject(request));
  if (subject === null) return { problem: `The CSR's subject cannot be read; ${MAKE_ANEW}` };
  return {
    subject,
    commonName: readCommonName(subject),
    publicKeySha256: publicKeySha256(key),
    normalisedPem: formatCsr(der),
  };
}

/** Whether two texts hold the same request, whatever their line ends; false where either holds none. */
export function sameCsr(a: string, b: string): boolean {
  const [first] = findRequests(a);
  const [second] = findRequests(b);
  return first instanceof Buffer && second instanceof Buffer && first.equals(second);
}

/** The same hash as CsrFacts has, of a PEM text's first certificate; null where that or its key cannot be read. */
export function publicKeySha256OfCertificate(pem: string): string | null {
  const key = attempt(() => readFirstCertificate(pem)?.publicKey ?? null);
  return key === null ? null : publicKeySha256(key);
}

/** Whether the first certificate of a PEM text was issued for a private key, which must not be encrypted. */
export function certificateCarriesKey(certificatePem: string, privateKeyPem: string): boolean {
  const carries = attempt(() => {
    const key = createPrivateKey(normalisePem(privateKeyPem));
    return readFirstCertificate(certificatePem)?.checkPrivateKey(key) ?? false;
  });
  return carries ?? false;
}

/** SHA-256 over the DER of the SubjectPublicKeyInfo, lower-case hex. */
export function publicKeySha256(key: KeyObject): string {
  return createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex');
}

/** A request's DER as PEM. */
export function formatCsr(der: Uint8Array): string {
  const body = Buffer.from(der).toString('base64');
  return normalisePem(`-----BEGIN CERTIFICATE REQUEST-----${body}-----END CERTIFICATE REQUEST-----`);
}

function findRequests(text: string): readonly (Buffer | null)[] {
  return readPemBlocks(text)
    .filter(({ label }) => LABELS.includes(label))
    .map(({ der }) => (der === null ? null : Buffer.from(der)));
}

function readFirstCertificate(pem: string): X509Certificate | null {
  const der = readCertificateBlocks(pem)[0]?.der ?? null;
  return der === null ? null : new X509Certificate(writeCertificatePem(der));
}

function describeAbsence(text: string): string {
  if (/-----BEGIN (?:NEW )?CERTIFICATE REQUEST-----/.test(text)) {
    return 'The CSR is cut short: its END line is missing; copy the file again, whole.';
  }
  const labels = readPemBlocks(text).map(({ label }) => label);
  const holds = labels.length === 0 ? 'The text holds no PEM block' : `The text holds ${labels.join(', ')}`;
  return `${holds}, where a CSR is wanted: PEM that begins with -----BEGIN CERTIFICATE REQUEST-----.`;
}

function describeWeakness(key: KeyObject): string | null {
  const { modulusLength = 0, namedCurve = 'without a name' } = key.asymmetricKeyDetails ?? {};
  if (key.asymmetricKeyType === 'rsa') {
    return modulusLength >= MINIMUM_RSA_BITS
      ? null
      : `The CSR's RSA key has ${modulusLength} bits; at least ${MINIMUM_RSA_BITS} are needed: ${MAKE_ANEW}`;
  }
  if (key.asymmetricKeyType === 'ec') {
    return CURVES.includes(namedCurve)
      ? null
      : `The CSR's EC key is on the curve ${namedCurve}; take P-256, P-384 or P-521.`;
  }
  return `The CSR's key is of the kind ${key.asymmetricKeyType}; take RSA of at least 2048 bits, or EC.`;
}

async function checkSignature(request: Pkcs10CertificateRequest): Promise<string | null> {
  try {
    if (await request.verify(crypto)) return null;
  } catch {
    return `The CSR's signature is malformed or of an unsupported kind; sign it with SHA-256: ${MAKE_ANEW}`;
  }
  return `The CSR's signature does not fit its contents: it was changed or damaged; ${MAKE_ANEW}`;
}

function readSubject(request: Pkcs10CertificateRequest): string {
  const parts = request.subjectName
    .toJSON()
    .map((part) =>
      Object.entries(part).flatMap(([type, values]) => values.map((value) => ({ type, value }))),
    );
  return formatName(parts.reverse());
}

function attempt<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}
