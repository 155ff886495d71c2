import { writeApplication } from './applications.ts';
import { writePortal } from './portals.ts';
import type { SessionState, Sessions } from './sessions.ts';
import type { Creation, CustomerStore, Referrer } from './store.ts';
import type { JsonObject } from './wire.ts';

/** What exists in this ZPA now. */
export interface ZscalerState {
  /** Every session since the start, in the order of their sign-in. */
  readonly sessions: readonly SessionState[];
  /** By customer id. */
  readonly customers: Readonly<Record<string, CustomerState>>;
}

export interface CustomerState {
  /** In the order of creation. */
  readonly certificates: readonly CertificateState[];
  /** Every creation since the start, whatever became of it. */
  readonly creations: readonly Creation[];
  /** In the order of deletion. */
  readonly deletedIds: readonly string[];
  /** Applications and portals as the API gives them. */
  readonly applications: readonly JsonObject[];
  readonly praPortals: readonly JsonObject[];
  readonly userPortals: readonly JsonObject[];
}

export interface CertificateState {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly microtenantId: string;
  /** SHA-256, every octet two digits; null where there is no certificate yet, as with what follows. */
  readonly fingerprint: string | null;
  /** ISO 8601. */
  readonly expiresOn: string | null;
  readonly pem: string | null;
  readonly chain: string | null;
  readonly referrers: readonly Referrer[];
}

/** What there is, for tests and for the control endpoint. */
export function readZscalerState(
  stores: ReadonlyMap<string, CustomerStore>,
  sessions: Sessions,
): ZscalerState {
  const customers = [...stores].map(([id, store]) => [id, readCustomer(store)] as const);
  return { sessions: sessions.readState(), customers: Object.fromEntries(customers) };
}

function readCustomer(store: CustomerStore): CustomerState {
  return {
    certificates: store.certificates.map(({ id, name, description, microtenantId, content }) => ({
      id,
      name,
      description,
      microtenantId,
      fingerprint: content?.fingerprint ?? null,
      expiresOn: content === null ? null : new Date(content.notAfter).toISOString(),
      pem: content?.pem ?? null,
      chain: content?.chain ?? null,
      referrers: store.findReferrers(id),
    })),
    creations: [...store.creations],
    deletedIds: [...store.deletedIds],
    applications: store.applications.map((application) => writeApplication(application, store)),
    praPortals: store.praPortals.map((portal) => writePortal(portal, store)),
    userPortals: store.userPortals.map((portal) => writePortal(portal, store)),
  };
}
