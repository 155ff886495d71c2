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
  'audit',
  'rotate',
] as const;
export type Operation = (typeof operations)[number];
/** Those that one certificate store does; an audit goes over any number of them. */
export type StoreOperation = Exclude<Operation, 'audit'>;
/** Those that are done once, where a rotation is the same one over many runs. */
export type SingleOperation = Exclude<StoreOperation, 'rotate'>;

/** Every provider there is. */
export const providers = ['cloudflare-gateway', 'cloudflare-client', 'zscaler-zpa'] as const;
export type ProviderName = (typeof providers)[number];

/** Which of ZPA's lists is read. */
export const views = ['all', 'issued', 'clientless-issued'] as const;
export type View = (typeof views)[number];

/** What an audit can write beside the job summary. */
export const reportFormats = ['html', 'json', 'csv', 'sarif', 'junit', 'prometheus', 'icalendar'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** Kinds of key that can be made on the runner. */
export const keyAlgorithms = ['ecdsa-p256', 'ecdsa-p384', 'rsa-2048', 'rsa-3072', 'rsa-4096'] as const;
export type KeyAlgorithm = (typeof keyAlgorithms)[number];

/** Phases of a rotation, in their order. */
export const rotationPhases = ['plan', 'stage', 'promote', 'retire'] as const;
export type RotationPhase = (typeof rotationPhases)[number];

/** How a rotation takes the old certificate away. */
export const retireWays = ['delete', 'deactivate', 'revoke', 'keep'] as const;
export type RetireBy = (typeof retireWays)[number];
