import type { Random } from '../random.ts';
import { makeKeys, signRoot } from '../x509.ts';
import type { CloudflareOptions } from './options.ts';
import type { BindingStatus, GatewayCertificateJson } from './wire.ts';

export type GatewayStatus = Exclude<BindingStatus, 'active'>;

/** A Gateway certificate as the simulator keeps it. Times are milliseconds since 1970. */
export interface GatewayCertificate {
  readonly id: string;
  readonly type: 'custom' | 'gateway_managed';
  readonly pem: string;
  /** 64 lower-case hex digits. */
  readonly sha256: string;
  readonly issuerOrganization: string;
  readonly issuer: string;
  readonly createdAt: number;
  /** The digits after the millisecond. */
  readonly createdMicroseconds: number;
  readonly expiresOn: number;
  /** When the list begins to show it. */
  readonly listedAt: number;
  /** The status that it has, or had before `settlesAt`. */
  status: GatewayStatus;
  /** When a pending status ends; null where it does not pend. */
  settlesAt: number | null;
  packId: string;
}

export const NIL_ID = '00000000-0000-0000-0000-000000000000';
/** An unset time as the vendor writes it. */
const ZERO_TIME = '0001-01-01T00:00:00Z';

interface Recipe {
  readonly id: string;
  readonly type: 'custom' | 'gateway_managed';
  readonly createdAt: number;
  readonly expiresOn: number;
  readonly listedAt: number;
  /** Of a custom certificate's issuer. */
  readonly organization?: string | undefined;
}

/** Makes an inactive certificate, signed for real. */
export async function makeCertificate(recipe: Recipe, random: Random): Promise<GatewayCertificate> {
  const issuer =
    recipe.type === 'gateway_managed'
      ? describeManagedIssuer(random.hex(32))
      : describeCustomIssuer(recipe.organization ?? 'Example Company');
  const expiresOn = Math.floor(recipe.expiresOn / 1000) * 1000;
  const { pem, sha256 } = await signRoot({
    name: issuer.map(([type, value]) => ({ [type]: [value] })),
    // The first digit keeps it positive and 20 octets long.
    serialNumber: `4${random.hex(39)}`,
    notBefore: new Date(Math.floor(recipe.createdAt / 1000) * 1000),
    notAfter: new Date(expiresOn),
    keys: await makeKeys(),
  });
  return {
    id: recipe.id,
    type: recipe.type,
    pem,
    sha256,
    issuerOrganization: issuer.find(([type]) => type === 'O')?.[1] ?? '',
    issuer: issuer
      .map(([type, value]) => `${type}=${value.replaceAll(',', '\\,')}`)
      .reverse()
      .join(','),
    createdAt: Math.floor(recipe.createdAt),
    createdMicroseconds: random.integer(1000),
    expiresOn,
    listedAt: recipe.listedAt,
    status: 'inactive',
    settlesAt: null,
    packId: NIL_ID,
  };
}

/** A certificate as the API writes it. */
export function writeCertificate(
  certificate: GatewayCertificate,
  inUse: boolean,
  options: CloudflareOptions,
): Partial<GatewayCertificateJson> {
  const managed = certificate.type === 'gateway_managed';
  const created = writeMicroseconds(certificate.createdAt, certificate.createdMicroseconds);
  const json: GatewayCertificateJson = {
    id: certificate.id,
    in_use: inUse,
    binding_status: certificate.status === 'available' ? options.availableWord : certificate.status,
    qs_pack_id: certificate.packId,
    type: certificate.type,
    updated_at: managed ? ZERO_TIME : created,
    uploaded_on: managed ? ZERO_TIME : created,
    created_at: managed ? created : ZERO_TIME,
    expires_on: new Date(certificate.expiresOn).toISOString().replace('.000Z', 'Z'),
    certificate: options.literalBackslashNPem ? certificate.pem.replaceAll('\n', '\\n') : certificate.pem,
    issuer_org: certificate.issuerOrganization,
    issuer_raw: certificate.issuer,
    fingerprint: writeFingerprint(certificate.sha256, options.fingerprintStyle),
  };
  return Object.fromEntries(Object.entries(json).filter(([field]) => !options.omitFields.includes(field)));
}

/** Upper-case octets, colons between them; unpadded ones without a leading zero. */
export function writeFingerprint(sha256: string, style: CloudflareOptions['fingerprintStyle']): string {
  const octets = sha256.toUpperCase().match(/../g) ?? [];
  return octets.map((octet) => (style === 'unpadded' ? octet.replace(/^0/, '') : octet)).join(':');
}

function writeMicroseconds(milliseconds: number, micros: number): string {
  return new Date(milliseconds).toISOString().replace('Z', `${String(micros).padStart(3, '0')}Z`);
}

/** The parts of a name, the most general first, as in the certificate. */
type NameParts = readonly (readonly [type: string, value: string])[];

function describeManagedIssuer(mark: string): NameParts {
  return [
    ['C', 'US'],
    ['ST', 'California'],
    ['L', 'San Francisco'],
    ['O', 'Cloudflare, Inc.'],
    ['CN', `Gateway CA - Cloudflare Managed G1 ${mark}`],
  ];
}

function describeCustomIssuer(organization: string): NameParts {
  return [
    ['C', 'GB'],
    ['L', 'Leeds'],
    ['O', organization],
    ['CN', `${organization} Inspection Root`],
  ];
}
