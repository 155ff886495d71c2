import type { Certificate } from './certificate.ts';
import { normaliseFingerprint } from './fingerprint.ts';
import { readCertificateBlocks } from './pem.ts';
import { formatDate } from './time.ts';
import { type CertificateFacts, readFirstCertificate } from './x509.ts';

export { parseApiTime } from './time.ts';

/** What a provider read from its API, its own spellings included; null where the API gave nothing. */
export type ApiRecord = Omit<Certificate, 'contradictions'>;

// An API may round to the second that the certificate has.
const DATE_TOLERANCE_MS = 1000;

/**
 * One certificate from a provider's record. Fingerprint, subject, issuer, serial number, alternative names and
 * dates come from the PEM where it can be read, else from the record, the fingerprint and the serial number in
 * the one form of this project. A date that is malformed in the PEM is null, whatever the API says. Of the PEM
 * text only certificates are kept. What contradicts is said in `contradictions`, in words that hold nothing of
 * the API's text.
 */
export function assembleCertificate(record: ApiRecord): Certificate {
  const contradictions: string[] = [];
  const claimed = {
    ...record,
    fingerprint: readClaimedFingerprint(record.fingerprint, contradictions),
    serialNumber: readClaimedSerial(record.serialNumber, contradictions),
  };
  if (record.pem === null || record.pem.trim() === '') return { ...claimed, pem: null, contradictions };

  const blocks = readCertificateBlocks(record.pem);
  const pem = blocks.flatMap((block) => (block.der === null ? [] : block.pem)).join('');
  const read = readFirstCertificate(blocks);
  if ('unreadable' in read) {
    contradictions.push(`The PEM ${read.unreadable}; what the API says is taken instead.`);
    compareFingerprints(claimed.fingerprint, read.fingerprint, contradictions);
    const fingerprint = read.fingerprint ?? claimed.fingerprint;
    return { ...claimed, fingerprint, pem: pem === '' ? null : pem, contradictions };
  }
  compareFingerprints(claimed.fingerprint, read.fingerprint, contradictions);
  compareSerials(claimed.serialNumber, read.serialNumber, contradictions);
  compareDates('notBefore', claimed, read, contradictions);
  compareDates('notAfter', claimed, read, contradictions);
  return {
    ...claimed,
    fingerprint: read.fingerprint,
    subject: read.subject,
    issuer: read.issuer,
    serialNumber: read.serialNumber,
    sans: read.sans,
    notBefore: read.notBefore,
    notAfter: read.notAfter,
    pem,
    contradictions,
  };
}

function readClaimedFingerprint(text: string | null, contradictions: string[]): string | null {
  if (text === null || text.trim() === '') return null;
  const fingerprint = normaliseFingerprint(text);
  if (fingerprint === null) contradictions.push("The API's fingerprint is not a SHA-256 fingerprint.");
  return fingerprint;
}

function readClaimedSerial(text: string | null, contradictions: string[]): string | null {
  if (text === null || text.trim() === '') return null;
  const digits = text.trim().replaceAll(':', '');
  if (/^-?[0-9a-f]{1,128}$/i.test(digits)) return digits.toUpperCase();
  contradictions.push("The API's serial number is not hexadecimal.");
  return null;
}

function compareFingerprints(claimed: string | null, actual: string | null, contradictions: string[]): void {
  if (claimed === null || actual === null || claimed === actual) return;
  const head = (fingerprint: string) => `${fingerprint.slice(0, 11)}…`;
  contradictions.push(`The API's fingerprint ${head(claimed)} differs from the PEM's ${head(actual)}.`);
}

function compareSerials(claimed: string | null, actual: string, contradictions: string[]): void {
  if (claimed === null || trimSerial(claimed) === trimSerial(actual)) return;
  contradictions.push(`The API's serial number ${claimed} differs from the PEM's ${actual}.`);
}

function trimSerial(serial: string): string {
  return serial.replace(/^(-?)0+(?=.)/, '$1');
}

function compareDates(
  field: 'notBefore' | 'notAfter',
  claimed: Pick<CertificateFacts, 'notBefore' | 'notAfter'>,
  actual: Pick<CertificateFacts, 'notBefore' | 'notAfter'>,
  contradictions: string[],
): void {
  const apiDate = claimed[field];
  const pemDate = actual[field];
  if (pemDate === null) {
    contradictions.push(`The PEM's ${field} is malformed.`);
  } else if (apiDate !== null && Math.abs(apiDate.getTime() - pemDate.getTime()) > DATE_TOLERANCE_MS) {
    contradictions.push(
      `The API's ${field} ${formatDate(apiDate)} differs from the PEM's ${formatDate(pemDate)}.`,
    );
  }
}
