import { readStatus } from './client-certificate.ts';
import type { ClientStatus } from './client-seeds.ts';
import type { ClientCreation, ClientStore } from './client-store.ts';

/** What one zone holds now. */
export interface ZoneState {
  readonly accountId: string;
  /** In the order of creation. */
  readonly clientCertificates: readonly ClientCertificateState[];
  /** Every creation since the start. */
  readonly creations: readonly ClientCreation[];
  /** Host names that ask for a certificate, by the authority's id; the managed one has the empty id. */
  readonly hostnames: Readonly<Record<string, readonly string[]>>;
  /** The managed authority's own certificate. */
  readonly authorityPem: string;
}

export interface ClientCertificateState {
  readonly id: string;
  readonly commonName: string;
  readonly status: ClientStatus;
  readonly validityDays: number;
  /** ISO 8601. */
  readonly issuedOn: string;
  readonly expiresOn: string;
}

/** What a zone holds; signs nothing that was not read yet. */
export function readZoneState(store: ClientStore, now: number): ZoneState {
  return {
    accountId: store.accountId,
    clientCertificates: store.certificates.map((certificate) => ({
      id: certificate.id,
      commonName: certificate.subject.commonName,
      status: readStatus(certificate, now),
      validityDays: certificate.validityDays,
      issuedOn: new Date(certificate.issuedOn).toISOString(),
      expiresOn: new Date(certificate.expiresOn).toISOString(),
    })),
    creations: [...store.creations],
    hostnames: Object.fromEntries(store.hostnames),
    authorityPem: store.authority.pem,
  };
}
