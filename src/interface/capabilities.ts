import type { Operation, ProviderName } from './words.ts';

/** What a provider is and can do, as plain data: enough to refuse a request before any call. */
export interface Capabilities {
  readonly operations: readonly Operation[];
  /** The vendor's documented statuses. */
  readonly statuses: readonly string[];
  /** Former words for a status that the vendor, or a workflow, may still use. */
  readonly statusAliases: Readonly<Record<string, string>>;
  /** Certificates of these statuses count in a verdict only when named or filtered for. */
  readonly dormantStatuses: readonly string[];
}

export const capabilitiesOf: Readonly<Record<ProviderName, Capabilities>> = {
  'cloudflare-gateway': {
    operations: ['list', 'get', 'create', 'activate', 'deactivate', 'delete', 'check'],
    // Cloudflare API reference, Zero Trust certificates, `binding_status`; `available` was called `active` until 2024.
    statuses: ['inactive', 'pending_deployment', 'available', 'pending_deletion'],
    statusAliases: { active: 'available' },
    dormantStatuses: ['inactive', 'pending_deletion'],
  },
};
