import type { JsonObject } from './wire.ts';

/** What a Zscaler estate begins with. Times are milliseconds since 1970. */
export interface ZscalerSeed {
  readonly customers: readonly CustomerSeed[];
  /** API keys of the legacy sign-in. */
  readonly legacyClients: readonly ClientSeed[];
  readonly oneApiClients: readonly OneApiClientSeed[];
}

export interface ClientSeed {
  readonly id: string;
  readonly secret: string;
  readonly customerId: string;
  readonly mayWrite: boolean;
}

export interface OneApiClientSeed extends Omit<ClientSeed, 'secret'> {
  /** Null where it proves itself by an assertion only. */
  readonly secret: string | null;
  /** PEM of the registered public key; null where it has none. */
  readonly publicKey: string | null;
}

export interface CustomerSeed {
  /** Digits. */
  readonly id: string;
  /** All but the Default microtenant, whose id is `0`. */
  readonly microtenants: readonly { readonly id: string; readonly name: string }[];
  readonly certificates: readonly CertificateSeed[];
  readonly applications: readonly ApplicationSeed[];
  readonly praPortals: readonly PortalSeed[];
  readonly userPortals: readonly PortalSeed[];
}

export interface CertificateSeed {
  readonly id: string;
  /** As it is on the wire, escapes included. */
  readonly name: string;
  readonly description?: string;
  /** The Default one where left out. */
  readonly microtenantId?: string;
  /** Null for a signing request that waits for its certificate; seeds with the very same leaf share one PEM. */
  readonly leaf: LeafSeed | null;
  readonly createdAt: number;
  readonly modifiedAt?: number;
  readonly readOnly?: boolean;
  readonly zscalerManaged?: boolean;
  /** Dates in milliseconds and no `san`, as records of old have it. */
  readonly oldForm?: boolean;
}

/** A certificate to be signed by the simulated authority. */
export interface LeafSeed {
  readonly commonName: string;
  /** DNS names; without any, there is no such extension. */
  readonly sans: readonly string[];
  /** Both rounded down to a second. */
  readonly notBefore: number;
  readonly notAfter: number;
  /** Whether it was uploaded with the intermediate certificate. */
  readonly withChain: boolean;
}

export type AppType = 'BROWSER_ACCESS' | 'INSPECT' | 'SECURE_REMOTE_ACCESS';

export interface ApplicationSeed {
  readonly id: string;
  readonly microtenantId?: string;
  /** What the API takes and gives as it is: name, domainNames, segmentGroupId, … */
  readonly settings: JsonObject;
  /** Pairs: from, to. */
  readonly tcpPorts: readonly string[];
  readonly apps: readonly AppSeed[];
  readonly createdAt: number;
}

/** One of an application's apps. */
export interface AppSeed {
  readonly id: string;
  readonly type: AppType;
  /** Name, domain, certificateId and so on. */
  readonly fields: JsonObject;
}

export interface PortalSeed {
  readonly id: string;
  readonly microtenantId?: string;
  readonly fields: JsonObject;
  readonly createdAt: number;
}
