/** Every operation there is; what a provider can do is in its capabilities. */
export const operations = [
  'list',
  'get',
  'create',
  'update',
  'activate',
  'deactivate',
  'reactivate',
  'revoke',
  'delete',
  'check',
] as const;
export type Operation = (typeof operations)[number];

/** Every provider there is. */
export const providers = ['cloudflare-gateway', 'cloudflare-client', 'zscaler-zpa'] as const;
export type ProviderName = (typeof providers)[number];

/** Which of ZPA's lists is read. */
export const views = ['all', 'issued', 'clientless-issued'] as const;
export type View = (typeof views)[number];

/** Kinds of key that can be made on the runner. */
export const keyAlgorithms = ['ecdsa-p256', 'ecdsa-p384', 'rsa-2048', 'rsa-3072', 'rsa-4096'] as const;
export type KeyAlgorithm = (typeof keyAlgorithms)[number];
