/** A zone with its API Shield client certificates. Times are milliseconds since 1970. */
export interface ZoneSeed {
  /** 32 hex digits. */
  readonly id: string;
  /** The account whose managed authority signs. */
  readonly accountId: string;
  /** Certificates that may be active, or on their way there, at once. */
  readonly quota: number;
  /** Signed when first read, so that a zone may have very many. */
  readonly certificates: readonly ClientCertificateSeed[];
  /** Hosts that ask for a certificate of the managed authority. */
  readonly hostnames: readonly string[];
}

export interface ClientCertificateSeed {
  /** 32 hex digits. */
  readonly id: string;
  readonly subject: ClientSubject;
  readonly status: ClientStatus;
  /** Rounded down to a second. */
  readonly issuedOn: number;
  readonly validityDays: number;
}

/** Lifecycle of a client certificate (Cloudflare API reference, Client Certificates). */
export const CLIENT_STATUSES = ['active', 'pending_reactivation', 'pending_revocation', 'revoked'] as const;
export type ClientStatus = (typeof CLIENT_STATUSES)[number];

/** The parts of a subject that the API tells; empty where there is none. */
export interface ClientSubject {
  readonly commonName: string;
  readonly organization: string;
  readonly organizationalUnit: string;
  readonly location: string;
  /** The province: the API calls it `state`. */
  readonly state: string;
  readonly country: string;
}
