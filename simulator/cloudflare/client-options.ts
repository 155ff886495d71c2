/**
 * How client certificates behave. Where the reference and third parties leave a fact open, or contradict each
 * other, each possible behaviour is an option.
 */
export interface ClientOptions {
  /** How long a new certificate stays out of the list; by its id it can be read at once. Default 0. */
  readonly clientListingLagMilliseconds: number;
  /** Default: the newest first. */
  readonly clientListOrder: 'newest-first' | 'oldest-first';
  /** What the list tells of its pages: all (default), all but `total_pages`, or nothing. */
  readonly clientResultInfo: 'full' | 'no-total-pages' | 'none';
  /** `2033-02-20T23:18:00Z` (default), `2033-02-20 23:18:00 +0000 UTC`, or `2033-02-20T23:18:00`. */
  readonly clientTimeStyle: 'rfc3339' | 'go' | 'no-zone';
  /** Certificates that may be active, or on their way there, at once; null (default) for each zone's own number. */
  readonly clientQuota: number | null;
  /** HTTP status of code 1415, a certificate that is not there or an id that cannot be one. Default 400. */
  readonly clientNotFoundStatus: 400 | 404;
  /** HTTP status of codes 1407, revoked already, and 1445, quota reached. Default 400. */
  readonly clientRefusalStatus: number;
  /** Whether a PATCH must bear `{"reactivate": true}`, as in the newer reference. Default false. */
  readonly clientPatchBodyRequired: boolean;
  /** Reactivating what is active, or on its way there, already: answered as if done (default), or refused. */
  readonly clientReactivateActive: 'tolerate' | 'refuse';
}

/** What holds where nothing else is said. */
export const DEFAULT_CLIENT_OPTIONS: ClientOptions = {
  clientListingLagMilliseconds: 0,
  clientListOrder: 'newest-first',
  clientResultInfo: 'full',
  clientTimeStyle: 'rfc3339',
  clientQuota: null,
  clientNotFoundStatus: 400,
  clientRefusalStatus: 400,
  clientPatchBodyRequired: false,
  clientReactivateActive: 'tolerate',
};
