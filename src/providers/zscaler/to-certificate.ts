import { assembleCertificate, parseApiTime } from '../../certificate/assemble.ts';
import type { Certificate } from '../../certificate/certificate.ts';
import { unescapeText } from './unescape.ts';
import type { ZpaCertificate } from './wire.ts';

export const ZPA_PROVIDER = 'zscaler-zpa';

/**
 * The record of a row. ZPA has no status: it is derived from the dates, and a row without any trace of a
 * certificate is `pending`. The vendor's `name` is among the vendor's fields where it is escaped.
 */
export function toCertificate(row: ZpaCertificate, scope: string, now: Date): Certificate {
  const {
    id,
    name: rawName,
    certificate: pem,
    issuedTo,
    issuedBy,
    serialNo,
    san,
    validFromInEpochSec,
    validToInEpochSec,
    ...rest
  } = row;
  const name = typeof rawName === 'string' ? unescapeText(rawName) : null;
  const commonName = row.cName ?? row.getcName ?? null;
  const assembled = assembleCertificate({
    provider: ZPA_PROVIDER,
    scope,
    id: readId(id),
    name,
    status: null,
    fingerprint: null,
    subject: issuedTo ?? null,
    issuer: issuedBy ?? null,
    serialNumber: readSerial(serialNo),
    sans: san ?? null,
    notBefore: parseApiTime(validFromInEpochSec),
    notAfter: parseApiTime(validToInEpochSec),
    createdAt: parseApiTime(rest.creationTime),
    updatedAt: parseApiTime(rest.modifiedTime),
    inUse: null,
    type: null,
    pem: pem ?? null,
    vendor: {
      ...rest,
      ...(commonName === null ? {} : { cName: commonName }),
      ...(rawName === name ? {} : { name: rawName }),
    },
  });
  const hasNone = [pem, serialNo].every(isUnset) && [validFromInEpochSec, validToInEpochSec].every(isNoTime);
  return { ...assembled, status: hasNone ? 'pending' : deriveStatus(assembled, now) };
}

/** Null where the dates do not settle it. */
function deriveStatus({ notBefore, notAfter }: Certificate, now: Date): string | null {
  if (notAfter !== null && notAfter <= now) return 'expired';
  if (notBefore !== null && notBefore > now) return 'not-yet-valid';
  return notBefore !== null && notAfter !== null ? 'valid' : null;
}

/** A number that lost digits on the way would name another certificate. */
function readId(id: ZpaCertificate['id']): string | null {
  if (typeof id === 'number') return Number.isSafeInteger(id) ? String(id) : null;
  return id ?? null;
}

/** From decimal to hex, two digits an octet; anything else is left for the record to judge. */
function readSerial(serialNo: ZpaCertificate['serialNo']): string | null {
  if (typeof serialNo === 'number' && !Number.isSafeInteger(serialNo)) return null;
  const text = String(serialNo ?? '').trim();
  const [, sign = '', digits] = /^(-?)(\d{1,200})$/.exec(text) ?? [];
  if (digits === undefined) return text === '' ? null : text;
  const hex = BigInt(digits).toString(16).toUpperCase();
  return `${sign}${hex.length % 2 === 0 ? hex : `0${hex}`}`;
}

function isUnset(value: string | number | null | undefined): boolean {
  return value === null || value === undefined || String(value).trim() === '';
}

function isNoTime(value: string | number | null | undefined): boolean {
  return isUnset(value) || Number(value) === 0;
}
