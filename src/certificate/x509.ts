import { X509Certificate } from 'node:crypto';
import { fingerprintOf } from './fingerprint.ts';
import { type PemBlock, readCertificateBlocks, writeCertificatePem } from './pem.ts';
import { readPlainCertificate } from './plain-certificate.ts';
import { makeUtcDate } from './time.ts';

/** What a certificate says of itself. */
export interface CertificateFacts {
  /** As in Certificate. */
  readonly fingerprint: string;
  /** Null where the certificate's date is malformed. */
  readonly notBefore: Date | null;
  readonly notAfter: Date | null;
  /** RFC 4514-like, most specific part first; empty where the name has no part; null where it is malformed. */
  readonly subject: string | null;
  readonly issuer: string | null;
  /** Upper-case hex; a negative one begins with a minus sign. */
  readonly serialNumber: string;
  /**
   * DNS names, IP addresses (IPv6 in the short form of RFC 5952), e-mail addresses and URIs, as plain values in
   * the certificate's order; names of other kinds are left out. Empty where it has none, null where malformed.
   */
  readonly sans: readonly string[] | null;
  /** Whether its basic constraints say CA. */
  readonly isCa: boolean;
}

/** A certificate that could not be read. */
export interface UnreadableCertificate {
  /** Why, as the rest of a sentence that begins with "the PEM". */
  readonly unreadable: string;
  /** Over the DER, where there is any. */
  readonly fingerprint: string | null;
}

/** Reads a certificate from its DER, or the first one of a PEM text. Never throws. */
export function readCertificate(material: string | Uint8Array): CertificateFacts | UnreadableCertificate {
  if (typeof material !== 'string') return readDer(material);
  return readFirstCertificate(readCertificateBlocks(material));
}

/** Reads the first certificate of the blocks of a PEM text. Never throws. */
export function readFirstCertificate([block]: readonly PemBlock[]): CertificateFacts | UnreadableCertificate {
  if (block === undefined) {
    return { unreadable: 'holds no complete block between BEGIN and END CERTIFICATE', fingerprint: null };
  }
  return block.der === null
    ? { unreadable: 'has a body that is not base64', fingerprint: null }
    : readDer(block.der);
}

function readDer(der: Uint8Array): CertificateFacts | UnreadableCertificate {
  const plain = readPlainCertificate(der);
  if (plain === null) return readByOpenssl(der);
  const { notBefore, notAfter, subject, issuer, serialNumber, sans } = plain;
  const fingerprint = fingerprintOf(der);
  return { fingerprint, notBefore, notAfter, subject, issuer, serialNumber, sans, isCa: false };
}

/** Reads any DER; it takes twenty times as long as `readPlainCertificate`. Never throws. */
export function readByOpenssl(der: Uint8Array): CertificateFacts | UnreadableCertificate {
  const fingerprint = fingerprintOf(der);
  try {
    // The public key is not touched: OpenSSL throws on those of kinds that it does not know.
    const x509 = new X509Certificate(writeCertificatePem(der));
    return {
      fingerprint,
      notBefore: parseOpensslTime(x509.validFrom),
      notAfter: parseOpensslTime(x509.validTo),
      subject: readName(() => x509.subject),
      issuer: readName(() => x509.issuer),
      serialNumber: x509.serialNumber,
      sans: attempt(() => readSans(x509.subjectAltName)),
      isCa: x509.ca,
    };
  } catch {
    return { unreadable: 'is refused by OpenSSL as malformed', fingerprint };
  }
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const OPENSSL_TIME = /^([A-Z][a-z]{2}) {1,2}(\d{1,2}) (\d{2}):(\d{2}):(\d{2})(?:\.(\d+))? (\d{1,4}) GMT$/;

/**
 * The date that OpenSSL prints as `Nov  8 21:35:53 2018 GMT`; null where it prints another thing, such as `Bad
 * time value`. The year has no leading zeros, so that Date would read year 1 as 2001.
 */
export function parseOpensslTime(text: string): Date | null {
  const match = OPENSSL_TIME.exec(text);
  if (match === null) return null;
  const [, month = '', day, hour, minute, second, fraction = '', year] = match;
  return makeUtcDate({
    year: Number(year),
    month: MONTHS.indexOf(month) + 1,
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
    millisecond: Number(fraction.padEnd(3, '0').slice(0, 3)),
  });
}

/** Node gives a name's parts one a line, the least specific first, and undefined for a name without parts. */
function readName(read: () => string | undefined): string | null {
  return attempt(() =>
    (read() ?? '')
      .split('\n')
      .reverse()
      .map((part) => part.replaceAll(' + ', '+'))
      .join(','),
  );
}

const SAN = /([A-Za-z0-9][A-Za-z0-9 ]*):("(?:[^"\\]|\\.)*"|[^",]*)(?:, |$)/gy;

/** Node quotes a value as JSON where it could be mistaken for more than one. */
function readSans(text: string | undefined): readonly string[] {
  return [...(text ?? '').matchAll(SAN)].flatMap(([, kind = '', printed = '']) => {
    const value = printed.startsWith('"') ? String(JSON.parse(printed)) : printed;
    if (value === '') return [];
    if (kind === 'IP Address') return value.startsWith('<') ? [] : [shortenAddress(value)];
    return kind === 'DNS' || kind === 'email' || kind === 'URI' ? [value] : [];
  });
}

/** OpenSSL prints every group of an IPv6 address; a URL's host has the short form. */
function shortenAddress(address: string): string {
  const url = `http://[${address}]`;
  return URL.canParse(url) ? new URL(url).hostname.slice(1, -1) : address;
}

function attempt<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}
