import type { X509Certificate } from 'node:crypto';

/** What the API tells of a row's X.509 certificate. */
export interface CertificateContent {
  /** With a line end after its last line. */
  readonly pem: string;
  /** PEM of the issuers; null where none were uploaded. */
  readonly chain: string | null;
  /** PEM. */
  readonly publicKey: string;
  /** RFC 2253. */
  readonly issuedTo: string;
  readonly issuedBy: string;
  /** Decimal. */
  readonly serialNumber: string;
  readonly commonName: string | null;
  /** The common name where the certificate has no alternative names. */
  readonly sans: readonly string[];
  /** Milliseconds since 1970. */
  readonly notBefore: number;
  readonly notAfter: number;
  /** SHA-256, upper-case octets, colons between them. */
  readonly fingerprint: string;
}

/** OIDs that RFC 2253 has no keyword for, by the short name that Node writes; their values are IA5 strings. */
const NUMERIC_OIDS: Readonly<Record<string, string>> = { emailAddress: '1.2.840.113549.1.9.1' };
const IA5_STRING_TAG = 0x16;

/** Reads the facts from a leaf and the issuers that came with it. */
export function readContent(x509: X509Certificate, chain: readonly X509Certificate[]): CertificateContent {
  const issuedTo = writeRfc2253(x509.subject);
  const commonName = readCommonName(x509);
  const sans = readDnsNames(x509.subjectAltName);
  return {
    pem: x509.toString(),
    chain: chain.length === 0 ? null : chain.join(''),
    publicKey: x509.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    issuedTo,
    issuedBy: writeRfc2253(x509.issuer),
    serialNumber: BigInt(`0x${x509.serialNumber}`).toString(),
    commonName,
    sans: sans.length > 0 || commonName === null ? sans : [commonName],
    notBefore: Date.parse(x509.validFrom),
    notAfter: Date.parse(x509.validTo),
    fingerprint: x509.fingerprint256,
  };
}

/** Turns Node's name, a part a line with the most general first, into RFC 2253's order and form. */
function writeRfc2253(name: string | undefined): string {
  return (name ?? '')
    .split('\n')
    .filter((part) => part !== '')
    .map((part) =>
      part
        .split(/(?<!\\) \+ /)
        .map(writeNamePart)
        .join('+'),
    )
    .reverse()
    .join(',');
}

function writeNamePart(part: string): string {
  const [, type = '', value = ''] = /^([^=]*)=(.*)$/s.exec(part) ?? [];
  const oid = NUMERIC_OIDS[type];
  if (oid === undefined) return part;
  const octets = Buffer.from(value, 'latin1');
  return `${oid}=#${Buffer.from([IA5_STRING_TAG, octets.length, ...octets]).toString('hex')}`;
}

function readCommonName(x509: X509Certificate): string | null {
  const names: unknown = x509.toLegacyObject().subject?.CN;
  const last: unknown = Array.isArray(names) ? names.at(-1) : names;
  return typeof last === 'string' ? last : null;
}

function readDnsNames(subjectAltName: string | undefined): string[] {
  return (subjectAltName ?? '')
    .split(', ')
    .filter((name) => name.startsWith('DNS:'))
    .map((name) => name.slice('DNS:'.length));
}
