import { hash } from 'node:crypto';

const PREFIX = /^sha-?256(?: fingerprint)?\s*[:=]\s*/i;
const PLAIN = /^[0-9a-f]{64}$/i;
const OCTETS = /^[0-9a-f]{1,2}(?::[0-9a-f]{1,2}){31}$/i;

/**
 * A SHA-256 fingerprint in the one form of this project: upper-case hex, colon-separated, 32 octets of two
 * digits. Null where the text is not one. Read are 64 hex digits, or 32 octets between colons, with or without
 * their leading zeros (Cloudflare prints Gateway fingerprints without), in either case, optionally after
 * `sha256:` or `SHA256 Fingerprint=`.
 */
export function normaliseFingerprint(text: string): string | null {
  const digits = text.trim().replace(PREFIX, '');
  if (PLAIN.test(digits)) return separateOctets(digits);
  if (!OCTETS.test(digits)) return null;
  return separateOctets(digits.replace(/[^:]+/g, (octet) => octet.padStart(2, '0')).replaceAll(':', ''));
}

/** The SHA-256 fingerprint over a certificate's DER, normalised. */
export function fingerprintOf(der: Uint8Array): string {
  return separateOctets(hash('sha256', der));
}

function separateOctets(hex: string): string {
  const digits = hex.toUpperCase();
  let octets = digits.slice(0, 2);
  for (let start = 2; start < digits.length; start += 2) octets += `:${digits.slice(start, start + 2)}`;
  return octets;
}
