import type { Certificate } from '../../certificate/certificate.ts';
import { publicKeySha256OfCertificate } from '../../certificate/material/csr.ts';
import { readCommonName } from '../../certificate/material/subject.ts';
import type { KeptRow } from '../pages.ts';
import type { KnownCertificate, ObservedCertificate } from '../rotation.ts';
import { type ClientCertificate, clientCertificateSchema } from './wire.ts';

/**
 * Statuses that a rotation has to see (Cloudflare API reference, List Client Certificates, `status`). Revoked ones
 * stay listed for ever; of those only the ones that are on record are read, by their ids.
 */
export const LIVING_STATUSES = ['pending_reactivation', 'pending_revocation', 'active'] as const;
export type LivingStatus = (typeof LIVING_STATUSES)[number];

/**
 * Reads a row of the list where it has the common name, exactly; of the others only their ids, so that the
 * certificates of a large zone are not parsed.
 * @returns null where the row is not of the documented shape
 */
export function readNamedRow(
  row: unknown,
  commonName: string,
  toCertificate: (row: ClientCertificate) => Certificate,
): KeptRow<Certificate> | null {
  const read = clientCertificateSchema.safeParse(row);
  if (!read.success) return null;
  const key = { id: read.data.id ?? JSON.stringify(read.data), mark: '' };
  const named = read.data.common_name ?? null;
  if (named !== null && named !== commonName) return { ...key, kept: null };
  const certificate = toCertificate(read.data);
  return { ...key, kept: findCommonName(certificate) === commonName ? certificate : null };
}

/** The API's own field, else that of the certificate. */
export function findCommonName({ name, subject }: Pick<Certificate, 'name' | 'subject'>): string | null {
  return name ?? readCommonName(subject);
}

/** What a certificate of the lineage means for a rotation. Nothing tells who signs in with it. */
export function observeClient(certificate: KnownCertificate): ObservedCertificate {
  return {
    certificate,
    readiness: findReadiness(certificate.status),
    serves: 'unknown',
    resemblance: 'none',
    publicKeySha256: certificate.pem === null ? null : publicKeySha256OfCertificate(certificate.pem),
    unfitness: null,
  };
}

function findReadiness(status: string | null): ObservedCertificate['readiness'] {
  switch (status) {
    case 'active':
      return 'ready';
    case 'pending_reactivation':
      return 'arriving';
    case 'pending_revocation':
      return 'leaving';
    default:
      return 'dormant';
  }
}
