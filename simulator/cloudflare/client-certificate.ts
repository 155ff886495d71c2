import { type ClientAuthority, type ClientMaterial, SIGNATURE } from './client-authority.ts';
import type { ClientStatus, ClientSubject } from './client-seeds.ts';
import type { CloudflareOptions } from './options.ts';

/** A client certificate as the simulator keeps it. Times are milliseconds since 1970. */
export interface ClientCertificate {
  readonly id: string;
  readonly subject: ClientSubject;
  readonly issuedOn: number;
  readonly expiresOn: number;
  readonly validityDays: number;
  /** When the list begins to show it. */
  readonly listedAt: number;
  /** The status that it has, or had before `settlesAt`. */
  status: ClientStatus;
  /** When a pending status ends; null where it does not pend. */
  settlesAt: number | null;
  /** Signs it when first read. */
  readMaterial(): ClientMaterial;
}

/** Cloudflare API reference, Client Certificates; every field is optional there. */
interface ClientCertificateJson {
  readonly id: string;
  readonly certificate: string;
  readonly certificate_authority: { readonly id: string; readonly name: string };
  readonly common_name: string;
  readonly country: string;
  readonly csr: string;
  readonly expires_on: string;
  readonly fingerprint_sha256: string;
  readonly issued_on: string;
  readonly location: string;
  readonly organization: string;
  readonly organizational_unit: string;
  readonly serial_number: string;
  readonly signature: string;
  readonly ski: string;
  /** The subject's province. */
  readonly state: string;
  readonly status: ClientStatus;
  readonly validity_days: number;
}

/** The status as of now: a pending one ends when its time has come. */
export function readStatus({ status, settlesAt }: ClientCertificate, now: number): ClientStatus {
  if (settlesAt === null || settlesAt > now) return status;
  return status === 'pending_revocation' ? 'revoked' : 'active';
}

/** Whether it takes one of the zone's slots: revoking frees it at once. */
export function takesSlot(status: ClientStatus): boolean {
  return status === 'active' || status === 'pending_reactivation';
}

/** A certificate as the API writes it. */
export function writeClientCertificate(
  certificate: ClientCertificate,
  authority: ClientAuthority,
  options: CloudflareOptions,
  now: number,
): Partial<ClientCertificateJson> {
  const { subject } = certificate;
  const { csr, pem, sha256, serialNumber, keyId } = certificate.readMaterial();
  const json: ClientCertificateJson = {
    id: certificate.id,
    certificate: options.literalBackslashNPem ? pem.replaceAll('\n', '\\n') : pem,
    certificate_authority: { id: authority.id, name: authority.name },
    common_name: subject.commonName,
    country: subject.country,
    csr,
    expires_on: writeTime(certificate.expiresOn, options.clientTimeStyle),
    fingerprint_sha256: sha256,
    issued_on: writeTime(certificate.issuedOn, options.clientTimeStyle),
    location: subject.location,
    organization: subject.organization,
    organizational_unit: subject.organizationalUnit,
    serial_number: serialNumber,
    signature: SIGNATURE,
    ski: keyId,
    state: subject.state,
    status: readStatus(certificate, now),
    validity_days: certificate.validityDays,
  };
  return Object.fromEntries(Object.entries(json).filter(([field]) => !options.omitFields.includes(field)));
}

function writeTime(milliseconds: number, style: CloudflareOptions['clientTimeStyle']): string {
  const [date, time] = new Date(milliseconds).toISOString().split(/[T.]/);
  switch (style) {
    case 'rfc3339':
      return `${date}T${time}Z`;
    case 'go':
      return `${date} ${time} +0000 UTC`;
    case 'no-zone':
      return `${date}T${time}`;
  }
}
