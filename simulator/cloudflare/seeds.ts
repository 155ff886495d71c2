import type { ZoneSeed } from './client-seeds.ts';
import type { JsonObject } from './wire.ts';

/** What a Cloudflare estate begins with. Times are milliseconds since 1970. */
export interface CloudflareSeed {
  readonly accounts: readonly AccountSeed[];
  readonly zones: readonly ZoneSeed[];
  readonly tokens: readonly TokenSeed[];
  readonly globalKey: GlobalKeySeed;
}

export interface AccountSeed {
  /** 32 hex digits. */
  readonly id: string;
  readonly certificates: readonly GatewayCertificateSeed[];
  /** The Gateway configuration's blocks; `certificate.id` says which certificate is in use. */
  readonly settings: JsonObject;
}

export interface GatewayCertificateSeed {
  /** A UUID. */
  readonly id: string;
  readonly type: 'custom' | 'gateway_managed';
  readonly status: 'inactive' | 'available' | 'pending_deployment' | 'pending_deletion';
  /** Also the beginning of its validity; rounded down to a second there. */
  readonly createdAt: number;
  /** Rounded down to a second. */
  readonly expiresOn: number;
  /** The organisation of a custom certificate's issuer. */
  readonly organization?: string;
}

export interface TokenSeed {
  /** 32 hex digits. */
  readonly id: string;
  readonly value: string;
  /** An account-owned token belongs to its account, others to the one user. */
  readonly ownedByAccount: string | null;
  /** Accounts in which it may act. */
  readonly accounts: readonly string[];
  readonly zeroTrust: 'read' | 'write' | 'none';
  /** Zones in which it may act. */
  readonly zones: readonly string[];
  readonly sslAndCertificates: 'read' | 'write' | 'none';
  readonly status: 'active' | 'disabled';
  readonly notBefore: number | null;
  readonly expiresOn: number | null;
}

/** The user's global API key: may do everything in every account and zone. */
export interface GlobalKeySeed {
  readonly email: string;
  readonly key: string;
}
