import { DerReader, NotPlain, oid, TAG } from './der-reader.ts';
import { readPlainName } from './plain-name.ts';
import { makeUtcDate } from './time.ts';

/** What is read of a certificate that is as nearly all are. */
export interface PlainCertificate {
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** These as in `CertificateFacts`. */
  readonly subject: string;
  readonly issuer: string;
  readonly serialNumber: string;
  readonly sans: readonly string[];
  /** Of the algorithm that it is signed with, as `DerReader.readOid` gives it. */
  readonly signatureOid: string;
  /** Its SubjectPublicKeyInfo, DER. */
  readonly publicKey: Buffer;
}

const EXTENSION_OIDS = { subjectAltName: oid('551d11'), basicConstraints: oid('551d13') } as const;
/** GeneralName: rfc822Name, dNSName, uniformResourceIdentifier, iPAddress (RFC 5280, 4.2.1.6). */
const TEXT_NAMES: readonly (number | undefined)[] = [0x81, 0x82, 0x86];
const ADDRESS_NAME = 0x87;
/** OpenSSL prints a text of these as it is. */
const PLAIN_SAN = /^[A-Za-z0-9.*_@:/?=&~%-]+$/;
const OPTIONAL = { version: 0xa0, extensions: 0xa3 } as const;
const THIRD_VERSION = '\x02';
/** BasicConstraints of what is no authority: with nothing in it, or with FALSE spelt out. */
const NO_AUTHORITY = ['0\0', '0\x03\x01\x01\0'];

/**
 * Reads the DER of a plain end-entity certificate: version 3, names of single-valued parts in ASCII, dates to the
 * second, strict DER throughout. It takes a twentieth of OpenSSL's time, and says just what OpenSSL says.
 * @returns null for any other certificate, an authority's too, and for what is none: OpenSSL is to judge those.
 */
export function readPlainCertificate(der: Uint8Array): PlainCertificate | null {
  try {
    return readCertificate(Buffer.from(der.buffer, der.byteOffset, der.byteLength));
  } catch (error) {
    if (error instanceof NotPlain) return null;
    throw error;
  }
}

/** RFC 5280, 4.1. */
function readCertificate(octets: Buffer): PlainCertificate {
  const whole = new DerReader(octets);
  const certificate = whole.read(TAG.sequence);
  whole.finish();
  const signed = certificate.read(TAG.sequence);
  const signature = certificate.readAlgorithm();
  certificate.readBitString();
  certificate.finish();

  const version = signed.read(OPTIONAL.version);
  if (version.readPositiveInteger().glance() !== THIRD_VERSION) throw new NotPlain();
  version.finish();
  const serialNumber = signed.readPositiveInteger().toHex().toUpperCase();
  const inner = signed.readAlgorithm();
  if (inner.oid !== signature.oid || inner.parameter !== signature.parameter) throw new NotPlain();
  const issuer = readPlainName(signed.read(TAG.sequence));
  const validity = signed.read(TAG.sequence);
  const notBefore = readTime(validity);
  const notAfter = readTime(validity);
  validity.finish();
  const subject = readPlainName(signed.read(TAG.sequence));
  const publicKey = readPublicKey(signed, octets);
  const sans = signed.isAtEnd ? [] : readExtensions(signed.read(OPTIONAL.extensions));
  signed.finish();
  return {
    notBefore,
    notAfter,
    subject,
    issuer,
    serialNumber,
    sans,
    signatureOid: signature.oid,
    publicKey,
  };
}

function readPublicKey(signed: DerReader, octets: Buffer): Buffer {
  const start = signed.position;
  const info = signed.read(TAG.sequence);
  info.readAlgorithm();
  info.readBitString();
  info.finish();
  return octets.subarray(start, signed.position);
}

const UTC_TIME = /^\d{12}Z$/;
const GENERALIZED_TIME = /^\d{14}Z$/;

/** RFC 5280, 4.1.2.5: of a year of two digits the century is that of 1950 to 2049. */
function readTime(validity: DerReader): Date {
  const isShort = validity.peek() === TAG.utcTime;
  const text = validity.read(isShort ? TAG.utcTime : TAG.generalizedTime).glance();
  if (!(isShort ? UTC_TIME : GENERALIZED_TIME).test(text)) throw new NotPlain();
  const digits = isShort ? `${text < '50' ? '20' : '19'}${text}` : text;
  const at = (start: number) => Number(digits.slice(start, start + 2));
  const date = makeUtcDate({
    year: Number(digits.slice(0, 4)),
    month: at(4),
    day: at(6),
    hour: at(8),
    minute: at(10),
    second: at(12),
    millisecond: 0,
  });
  if (date === null) throw new NotPlain();
  return date;
}

/** The alternative names; every extension is gone through, each of those read here may occur once. */
function readExtensions(wrapped: DerReader): readonly string[] {
  const list = wrapped.read(TAG.sequence);
  wrapped.finish();
  let sans: readonly string[] | null = null;
  let isLimited = false;
  while (!list.isAtEnd) {
    const extension = list.read(TAG.sequence);
    const kind = extension.readOid();
    if (extension.peek() === TAG.boolean) {
      if (extension.read(TAG.boolean).glance() !== '\xff') throw new NotPlain();
    }
    const value = extension.read(TAG.octetString);
    extension.finish();
    if (kind === EXTENSION_OIDS.subjectAltName) {
      if (sans !== null) throw new NotPlain();
      sans = readSans(value);
    } else if (kind === EXTENSION_OIDS.basicConstraints) {
      if (isLimited || !NO_AUTHORITY.includes(value.glance())) throw new NotPlain();
      isLimited = true;
    }
  }
  return sans ?? [];
}

function readSans(value: DerReader): readonly string[] {
  const names = value.read(TAG.sequence);
  value.finish();
  const sans: string[] = [];
  while (!names.isAtEnd) {
    const tag = names.peek();
    if (TEXT_NAMES.includes(tag)) {
      const text = names.read(tag ?? 0).toText();
      if (!PLAIN_SAN.test(text)) throw new NotPlain();
      sans.push(text);
    } else {
      const address = names.read(ADDRESS_NAME);
      if (address.length !== 4) throw new NotPlain();
      sans.push(address.toOctets().join('.'));
    }
  }
  return sans;
}
