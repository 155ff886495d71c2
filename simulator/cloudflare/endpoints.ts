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
  'token.verify',
] as const;

export type CloudflareEndpoint = (typeof CLOUDFLARE_ENDPOINTS)[number];
