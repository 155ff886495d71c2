import type { Operation, ProviderName, RetireBy } from './words.ts';

/** What a provider is and can do, as plain data: enough to refuse a request before any call. */
export interface Capabilities {
  readonly operations: readonly Operation[];
  /** What to use in place of an operation that the provider lacks. */
  readonly insteadOf: Readonly<Partial<Record<Operation, string>>>;
  /** How a certificate may be named. */
  readonly selectors: readonly ('certificate-id' | 'fingerprint' | 'name')[];
  /** The vendor's documented statuses, or the derived ones where it has none. */
  readonly statuses: readonly string[];
  /** Former words for a status that the vendor, or a workflow, may still use. */
  readonly statusAliases: Readonly<Record<string, string>>;
  /** The vendor's documented types; empty where it has none. */
  readonly types: readonly string[];
  /** Whether it can be known which certificates are in use or referred to. */
  readonly tellsUse: boolean;
  /** Certificates of these statuses count in a verdict only when named or filtered for. */
  readonly dormantStatuses: readonly string[];
  /** Whether what it holds are authorities, so that one without a readable PEM is judged as one. */
  readonly holdsAuthorities: boolean;
  /** Whether one certificate serves at a time, and another one takes its place. */
  readonly servesOne: boolean;
  /** How a rotation goes where nothing else is asked for; null where it cannot be done here. */
  readonly rotation: RotationDefaults | null;
  /** Rows of a page, where the store's lists have pages. */
  readonly pageSize: { readonly minimum: number; readonly maximum: number } | null;
}

export interface RotationDefaults {
  readonly soakMilliseconds: number;
  readonly overlapMilliseconds: number;
  /** The ways that are allowed, the default first. */
  readonly retireBy: readonly RetireBy[];
  /** Whether a scope has several lineages, told apart by their names. */
  readonly namesLineages: boolean;
}

const HOUR_MILLISECONDS = 60 * 60 * 1000;

export const capabilitiesOf: Readonly<Record<ProviderName, Capabilities>> = {
  'cloudflare-gateway': {
    operations: ['list', 'get', 'create', 'activate', 'deactivate', 'delete', 'check', 'audit', 'rotate'],
    insteadOf: {
      update: 'a certificate cannot be changed; create another one',
      revoke: "'deactivate', then 'delete'",
      reactivate: "'activate'",
    },
    selectors: ['certificate-id', 'fingerprint'],
    // Cloudflare API reference, Zero Trust certificates, `binding_status`; `available` was called `active` until 2024.
    statuses: ['inactive', 'pending_deployment', 'available', 'pending_deletion'],
    statusAliases: { active: 'available' },
    // Cloudflare API reference, Zero Trust certificates, `type`.
    types: ['gateway_managed', 'custom'],
    tellsUse: true,
    dormantStatuses: ['inactive', 'pending_deletion'],
    holdsAuthorities: true,
    servesOne: true,
    rotation: {
      // Settings take up to ten minutes to reach a device that is on; others are on within the working day.
      soakMilliseconds: 24 * HOUR_MILLISECONDS,
      overlapMilliseconds: 7 * 24 * HOUR_MILLISECONDS,
      retireBy: ['delete', 'deactivate', 'keep'],
      namesLineages: false,
    },
    pageSize: null,
  },
  'cloudflare-client': {
    operations: ['list', 'get', 'create', 'reactivate', 'revoke', 'check', 'audit', 'rotate'],
    insteadOf: {
      delete: "'revoke': client certificates cannot be deleted, revoked ones stay listed",
      activate: "'reactivate'",
      deactivate: "'revoke'",
      update: 'a certificate cannot be changed; create another one',
    },
    selectors: ['certificate-id', 'fingerprint', 'name'],
    // Cloudflare API reference, Client Certificates, `status`.
    statuses: ['active', 'pending_reactivation', 'pending_revocation', 'revoked'],
    statusAliases: {},
    types: [],
    tellsUse: false,
    dormantStatuses: ['pending_revocation', 'revoked'],
    holdsAuthorities: false,
    servesOne: false,
    rotation: {
      soakMilliseconds: 0,
      overlapMilliseconds: 7 * 24 * HOUR_MILLISECONDS,
      retireBy: ['revoke', 'keep'],
      namesLineages: true,
    },
    // Cloudflare API reference, List Client Certificates, `per_page`.
    pageSize: { minimum: 5, maximum: 50 },
  },
  'zscaler-zpa': {
    operations: ['list', 'get', 'create', 'update', 'delete', 'check', 'audit', 'rotate'],
    insteadOf: {
      activate: 'an uploaded certificate needs no activation; choose it where it is to serve',
      deactivate: "'delete'",
      revoke: "'delete'",
      reactivate: "'create'",
    },
    selectors: ['certificate-id', 'fingerprint', 'name'],
    // ZPA has no status of its own: these are derived from the dates.
    statuses: ['pending', 'not-yet-valid', 'valid', 'expired'],
    statusAliases: {},
    types: [],
    tellsUse: true,
    dormantStatuses: [],
    holdsAuthorities: false,
    servesOne: false,
    rotation: {
      soakMilliseconds: 0,
      overlapMilliseconds: 24 * HOUR_MILLISECONDS,
      retireBy: ['delete', 'keep'],
      namesLineages: true,
    },
    // Zscaler ZPA API reference, certificate list, `pagesize`.
    pageSize: { minimum: 1, maximum: 500 },
  },
};
