import { type ClientOptions, DEFAULT_CLIENT_OPTIONS } from './client-options.ts';

/**
 * How this Cloudflare behaves. Where the reference and third parties leave a fact open, or contradict each
 * other, each possible behaviour is an option.
 */
export interface CloudflareOptions extends ClientOptions {
  /** Line ends of the PEM as a backslash and an n, as the reference prints them. Default: real line ends. */
  readonly literalBackslashNPem: boolean;
  /** `0:A:FF` (default, as the reference prints fingerprints) or `00:0A:FF`. */
  readonly fingerprintStyle: 'unpadded' | 'padded';
  /** The word for a certificate at the edge: `available` (default), or `active` as it was before. */
  readonly availableWord: 'available' | 'active';
  /** Deactivating what is in use: refused (default), or Gateway turns to the next available certificate. */
  readonly inUseDeactivation: 'refuse' | 'switch';
  /** Activating what is at the edge, or on its way there, already: answered as if done (default), or refused. */
  readonly activateOnAvailable: 'tolerate' | 'refuse';
  /** HTTP status of code 2027, a certificate that is not there. Default 404. */
  readonly notFoundStatus: 400 | 404;
  /** HTTP status of code 10000, a credential that may not do this. Default 403. */
  readonly authenticationErrorStatus: 401 | 403;
  /** Fields left out of every certificate: the reference calls every one optional. Default none. */
  readonly omitFields: readonly string[];
  /** Whether a token's verification puts code 10000 into `messages`. Default true. */
  readonly message10000: boolean;
  /** Whether the list bears `result_info`. Default false. */
  readonly listResultInfo: boolean;
  /** How long a new certificate stays out of the list. Default 0. */
  readonly listingLagMilliseconds: number;
  /** Requests that one user, or one account-owned token, may send in a window. Default 1,200 in 300 s. */
  readonly requestQuota: { readonly requests: number; readonly seconds: number };
  /** Certificates that an account may create in 24 hours, deleted ones included. Default 3. */
  readonly creationQuota: number;
  /** The refusal of one creation too many; its code is not known. */
  readonly creationQuotaError: { readonly status: number; readonly code: number };
  /** How long the rows still show the former certificate as in use after another one was set. Default 0. */
  readonly useLagMilliseconds: number;
  /** Certificates that may be at the edge at once. Default 10. */
  readonly availableLimit: number;
}

/** What holds where nothing else is said. */
export const DEFAULT_CLOUDFLARE_OPTIONS: CloudflareOptions = {
  literalBackslashNPem: false,
  fingerprintStyle: 'unpadded',
  availableWord: 'available',
  inUseDeactivation: 'refuse',
  activateOnAvailable: 'tolerate',
  notFoundStatus: 404,
  authenticationErrorStatus: 403,
  omitFields: [],
  message10000: true,
  listResultInfo: false,
  listingLagMilliseconds: 0,
  useLagMilliseconds: 0,
  requestQuota: { requests: 1200, seconds: 300 },
  creationQuota: 3,
  creationQuotaError: { status: 400, code: 2900 },
  availableLimit: 10,
  ...DEFAULT_CLIENT_OPTIONS,
};
