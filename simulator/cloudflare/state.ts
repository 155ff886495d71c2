import type { ZoneState } from './client-state.ts';
import { type GatewayStatus, writeFingerprint } from './gateway-certificate.ts';
import type { Creation, GatewayStore } from './gateway-store.ts';
import type { JsonObject } from './wire.ts';

/** What exists in this Cloudflare now, by account id and by zone id. */
export interface CloudflareState {
  readonly accounts: Readonly<Record<string, { readonly gateway: GatewayState }>>;
  readonly zones: Readonly<Record<string, ZoneState>>;
}

export interface GatewayState {
  /** In the order of creation. */
  readonly certificates: readonly GatewayCertificateState[];
  /** Every creation since the start, whatever became of it. */
  readonly creations: readonly Creation[];
  /** In the order of deletion. */
  readonly deletedIds: readonly string[];
  readonly settings: JsonObject;
}

export interface GatewayCertificateState {
  readonly id: string;
  readonly type: 'custom' | 'gateway_managed';
  readonly status: GatewayStatus;
  readonly inUse: boolean;
  /** SHA-256, every octet two digits. */
  readonly fingerprint: string;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly expiresOn: string;
  readonly pem: string;
}

/** What one account's Gateway holds now. */
export function readGatewayState(store: GatewayStore): GatewayState {
  return {
    certificates: store.readCertificates().map((certificate) => ({
      id: certificate.id,
      type: certificate.type,
      status: certificate.status,
      inUse: store.readIdInUse() === certificate.id,
      fingerprint: writeFingerprint(certificate.sha256, 'padded'),
      createdAt: new Date(certificate.createdAt).toISOString(),
      expiresOn: new Date(certificate.expiresOn).toISOString(),
      pem: certificate.pem,
    })),
    creations: [...store.creations],
    deletedIds: [...store.deletedIds],
    settings: store.configuration.settings,
  };
}
