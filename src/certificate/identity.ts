import { hash } from 'node:crypto';
import type { Certificate } from './certificate.ts';

/** What tells a certificate from every other one; a part of the record. */
export type IdentityFacts = Pick<
  Certificate,
  'provider' | 'scope' | 'fingerprint' | 'id' | 'name' | 'subject' | 'serialNumber'
>;

/**
 * Names one certificate of one store, the same in every audit: by its fingerprint, or else its id, or else by
 * what its names say. Nothing in it changes with the days. It is no text for people.
 */
export function identify(certificate: IdentityFacts): string {
  const { provider, scope, fingerprint, id, name, subject, serialNumber } = certificate;
  const own =
    fingerprint !== null
      ? ['fingerprint', fingerprint]
      : id !== null
        ? ['id', id]
        : ['names', name, subject, serialNumber];
  return JSON.stringify([provider, scope, ...own]);
}

/** The first 128 bits of a text's SHA-256, as 32 lower-case hex digits: a short name for it. */
export function digestText(text: string): string {
  // Not cut from the whole digest, which a part of it would keep in memory.
  return hash('sha256', text, 'buffer').toString('hex', 0, 16);
}
