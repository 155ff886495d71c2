/** The endpoints of a zone. */
const CLIENT_ENDPOINTS = [
  'client.list',
  'client.create',
  'client.get',
  'client.reactivate',
  'client.revoke',
  'client.associations.get',
  'client.associations.put',
] as const;

export type ClientEndpoint = (typeof CLIENT_ENDPOINTS)[number];

/** The simulated endpoints of Cloudflare, named by resource and verb. */
export const CLOUDFLARE_ENDPOINTS = [
  'gateway.list',
  'gateway.create',
  'gateway.get',
  'gateway.delete',
  'gateway.activate',
  'gateway.deactivate',
  'gateway.configuration.get',
  'gateway.configuration.patch',
  'gateway.configuration.put',
  ...CLIENT_ENDPOINTS,
  'token.verify',
] as const;

export type CloudflareEndpoint = (typeof CLOUDFLARE_ENDPOINTS)[number];
