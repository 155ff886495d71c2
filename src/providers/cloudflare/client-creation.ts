import type { Certificate } from '../../certificate/certificate.ts';
import { publicKeySha256OfCertificate, sameCsr } from '../../certificate/material/csr.ts';
import type { HttpCall } from '../../http/types.ts';
import type { Creation, SigningRequest } from '../provider.ts';

/**
 * How client certificates are made, and recognised where the answer was lost: by the public key that the
 * signing request carries. The same request can be signed any number of times, so rows that were there before
 * do not count (observed by third parties; the reference names no uniqueness).
 */
export function createClientCreation(
  collection: string,
  send: (call: HttpCall) => Promise<Certificate>,
): Creation {
  return {
    // A key made a moment ago is in no older certificate.
    listsBefore: ({ csr }) => csr?.isFreshKey !== true,
    call: ({ csr, validityDays }) => ({
      method: 'POST',
      path: collection,
      json: { csr: csr?.pem ?? '', validity_days: validityDays },
      retry: 'unsent',
    }),
    send,
    findExisting: () => null,
    findViolations: () => [],
    recognise: (newRows, { csr }) => newRows.filter((row) => csr !== null && isOf(csr, row)),
    findMismatch: (created, { csr }) => {
      if (created.pem === null || csr === null) return null;
      return publicKeySha256OfCertificate(created.pem) === csr.publicKeySha256
        ? null
        : 'the certificate carries another public key than the signing request';
    },
    adoptionCaveat: null,
    lookFor: ({ csr }) => `an active certificate with the public key ${csr?.publicKeySha256 ?? ''} (SHA-256)`,
    findConcerns: () => [],
  };
}

/** Whether a row was made from the request: the same key, and the same request where the row shows it. */
function isOf(csr: SigningRequest, { pem, vendor }: Certificate): boolean {
  const key = pem === null ? null : publicKeySha256OfCertificate(pem);
  const shown = typeof vendor.csr === 'string' ? vendor.csr : null;
  if (key === null && shown === null) return false;
  return (key === null || key === csr.publicKeySha256) && (shown === null || sameCsr(shown, csr.pem));
}
