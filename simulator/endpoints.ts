import { CLOUDFLARE_ENDPOINTS } from './cloudflare/endpoints.ts';
import { ZSCALER_ENDPOINTS } from './zscaler/endpoints.ts';

/** Every endpoint for which a fault can be planned. */
export const ENDPOINTS = [...CLOUDFLARE_ENDPOINTS, ...ZSCALER_ENDPOINTS] as const;

export type EndpointName = (typeof ENDPOINTS)[number];
