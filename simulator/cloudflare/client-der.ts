import { type KeyObject, sign } from 'node:crypto';

/*
 * Certificates and requests are written octet by octet here: it takes about a tenth of the time that the X.509
 * library takes, and a zone of the benchmark has a hundred thousand of them.
 */

const SEQUENCE = 0x30;
const SET = 0x31;
const INTEGER = 0x02;
const BIT_STRING = 0x03;
const OCTET_STRING = 0x04;
const OBJECT_IDENTIFIER = 0x06;
const UTF8_STRING = 0x0c;
const PRINTABLE_STRING = 0x13;
const UTC_TIME = 0x17;
const GENERALIZED_TIME = 0x18;
const explicit = (number: number) => 0xa0 + number;
const implicit = (number: number) => 0x80 + number;

const ECDSA_WITH_SHA256 = writeDer(SEQUENCE, writeOid('2a8648ce3d040302'));
const TRUE = Buffer.from('0101ff', 'hex');
/** RFC 5280, 4.1.2.5: from this year on, times are GeneralizedTime. */
const FIRST_GENERALIZED_YEAR = 2050;

/** Parts of a name in the order in which certificates bear them, the most general first. */
const NAME_PARTS = [
  ['country', '550406', PRINTABLE_STRING],
  ['state', '550408', UTF8_STRING],
  ['location', '550407', UTF8_STRING],
  ['organization', '55040a', UTF8_STRING],
  ['organizationalUnit', '55040b', UTF8_STRING],
  ['commonName', '550403', UTF8_STRING],
] as const;

/** A name's parts; empty ones are left out. */
export type NameParts = Readonly<Record<(typeof NAME_PARTS)[number][0], string>>;

export interface CertificateTerms {
  /** Hex digits of a positive number. */
  readonly serialNumber: string;
  /** DER, as `subject` and `publicKey` (SubjectPublicKeyInfo) are. */
  readonly issuer: Buffer;
  readonly subject: Buffer;
  readonly publicKey: Buffer;
  /** Milliseconds since 1970. */
  readonly notBefore: number;
  readonly notAfter: number;
  /** Each by `writeExtension` or one of its like. */
  readonly extensions: readonly Buffer[];
}

/** Signs a certificate of version 3 with an ECDSA key and SHA-256; DER. */
export function signCertificate(terms: CertificateTerms, issuerKey: KeyObject): Buffer {
  return signContents(
    writeDer(
      SEQUENCE,
      writeDer(explicit(0), writeDer(INTEGER, Buffer.of(2))),
      writeDer(INTEGER, Buffer.from(terms.serialNumber, 'hex')),
      ECDSA_WITH_SHA256,
      terms.issuer,
      writeDer(SEQUENCE, writeTime(terms.notBefore), writeTime(terms.notAfter)),
      terms.subject,
      terms.publicKey,
      writeDer(explicit(3), writeDer(SEQUENCE, ...terms.extensions)),
    ),
    issuerKey,
  );
}

/** Signs a certificate signing request (PKCS #10) with its own ECDSA key and SHA-256; DER. */
export function signRequest(subject: Buffer, publicKey: Buffer, key: KeyObject): Buffer {
  const version = writeDer(INTEGER, Buffer.of(0));
  return signContents(writeDer(SEQUENCE, version, subject, publicKey, writeDer(explicit(0))), key);
}

/** A name in DER. */
export function writeName(parts: NameParts): Buffer {
  const given = NAME_PARTS.filter(([part]) => parts[part] !== '');
  return writeDer(
    SEQUENCE,
    ...given.map(([part, oid, tag]) =>
      writeDer(SET, writeDer(SEQUENCE, writeOid(oid), writeDer(tag, Buffer.from(parts[part])))),
    ),
  );
}

/** BasicConstraints, critical. */
export function writeBasicConstraints(authority: boolean): Buffer {
  return writeExtension('551d13', writeDer(SEQUENCE, ...(authority ? [TRUE] : [])), true);
}

/** KeyUsage, critical: signing certificates and CRLs for an authority, digital signatures for others. */
export function writeKeyUsage(authority: boolean): Buffer {
  return writeExtension(
    '551d0f',
    writeDer(BIT_STRING, Buffer.from(authority ? '0106' : '0780', 'hex')),
    true,
  );
}

/** ExtendedKeyUsage: clientAuth. */
export function writeClientUsage(): Buffer {
  return writeExtension('551d25', writeDer(SEQUENCE, writeOid('2b06010505070302')), false);
}

/** SubjectKeyIdentifier. */
export function writeSubjectKeyId(keyId: Buffer): Buffer {
  return writeExtension('551d0e', writeDer(OCTET_STRING, keyId), false);
}

/** AuthorityKeyIdentifier. */
export function writeAuthorityKeyId(keyId: Buffer): Buffer {
  return writeExtension('551d23', writeDer(SEQUENCE, writeDer(implicit(0), keyId)), false);
}

/** The octets of the key itself within a SubjectPublicKeyInfo, of which a key identifier is the hash. */
export function readKeyOctets(publicKey: Buffer): Buffer {
  const [algorithmStart] = readContents(publicKey, 0);
  const [, algorithmEnd] = readContents(publicKey, algorithmStart);
  const [start, end] = readContents(publicKey, algorithmEnd);
  // The first octet of a bit string counts its unused bits.
  return publicKey.subarray(start + 1, end);
}

/** PEM with lines of 64, each ended by `lineEnd`. */
export function writePem(label: string, der: Buffer, lineEnd = '\n'): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join(lineEnd);
}

function signContents(contents: Buffer, key: KeyObject): Buffer {
  const signature = writeDer(BIT_STRING, Buffer.of(0), sign('sha256', contents, key));
  return writeDer(SEQUENCE, contents, ECDSA_WITH_SHA256, signature);
}

function writeExtension(oid: string, value: Buffer, critical: boolean): Buffer {
  return writeDer(SEQUENCE, writeOid(oid), ...(critical ? [TRUE] : []), writeDer(OCTET_STRING, value));
}

function writeOid(hex: string): Buffer {
  return writeDer(OBJECT_IDENTIFIER, Buffer.from(hex, 'hex'));
}

function writeTime(milliseconds: number): Buffer {
  const time = new Date(milliseconds);
  const digits = time.toISOString().replace(/\.\d+|[^\dZ]/g, '');
  return time.getUTCFullYear() < FIRST_GENERALIZED_YEAR
    ? writeDer(UTC_TIME, Buffer.from(digits.slice(2)))
    : writeDer(GENERALIZED_TIME, Buffer.from(digits));
}

function writeDer(tag: number, ...contents: readonly Buffer[]): Buffer {
  const length = contents.reduce((sum, part) => sum + part.length, 0);
  return Buffer.concat([Buffer.of(tag), writeLength(length), ...contents]);
}

function writeLength(length: number): Buffer {
  if (length < 0x80) return Buffer.of(length);
  const hex = length.toString(16);
  const octets = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex');
  return Buffer.concat([Buffer.of(0x80 + octets.length), octets]);
}

/** Where the contents of the value that begins at `at` begin and end. */
function readContents(der: Buffer, at: number): readonly [start: number, end: number] {
  const first = der.readUInt8(at + 1);
  if (first < 0x80) return [at + 2, at + 2 + first];
  const octets = first - 0x80;
  const start = at + 2 + octets;
  return [start, start + der.readUIntBE(at + 2, octets)];
}
