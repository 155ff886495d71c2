/** Every operation there is; what a provider can do is in its capabilities. */
export const operations = ['list', 'get', 'create', 'activate', 'deactivate', 'delete', 'check'] as const;
export type Operation = (typeof operations)[number];

/** Every provider there is. */
export const providers = ['cloudflare-gateway'] as const;
export type ProviderName = (typeof providers)[number];
