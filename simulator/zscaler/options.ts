/**
 * How this ZPA behaves. Where neither the documentation nor a recorded answer settles a fact, each possible
 * behaviour is an option.
 */
export interface ZscalerOptions {
  /** The tenant was moved to OneAPI: legacy calls are answered with a plain text. Default false. */
  readonly oneApiOnly: boolean;
  /** The status of that text. Default 403. */
  readonly oneApiOnlyStatus: number;
  /** How long a legacy token lives, at most an hour with the vendor. Default 3,600. */
  readonly legacyTokenSeconds: number;
  /** How long a OneAPI token lives; the vendor lets it be set for each client. Default 3,600. */
  readonly oneApiTokenSeconds: number;
  /** The status of a good sign-out. Default 200. */
  readonly signOutStatus: 200 | 204;
  /** Whether the token endpoint wants `audience`. Default true. */
  readonly audienceRequired: boolean;
  /** How far ahead a client assertion's `exp` may lie. Default 3,600 s. */
  readonly assertionSeconds: number;
  /** The status where a credential belongs to another customer. Default 403. */
  readonly foreignCustomerStatus: 400 | 401 | 403;
  /** The status of a microtenant that there is not. Default 400. */
  readonly unknownMicrotenantStatus: 400 | 403;
  /** Whether a write to what is in another microtenant must name that microtenant. Default `required`. */
  readonly microtenantOnWrite: 'required' | 'optional';

  /** How a list writes its counts; `mixed` has numbers on even pages. Default `string`. */
  readonly numberForm: 'string' | 'number' | 'mixed';
  /** A list's totalCount: `zero` is wrong unless the list is empty. Default `right`. */
  readonly totalCount: 'right' | 'zero' | 'absent';
  /** An empty page: `list: []` (default), or no `list` at all. */
  readonly emptyList: 'empty' | 'omitted';
  /** A page size above 500. Default `refuse`. */
  readonly oversizedPage: 'refuse' | 'cap';
  /** The member with the certificate's common name. Default `cName`. */
  readonly commonNameField: 'cName' | 'getcName';
  /** How long a new certificate stays out of the lists. Default 0. */
  readonly listingLagMilliseconds: number;

  /** A name that another certificate has. Default `refuse`. */
  readonly duplicateName: 'refuse' | 'accept';
  /** Whether names are held to the console's letters, digits, `.`, `-` and `_`. Default false. */
  readonly consoleNameRule: boolean;
  /** A key that does not belong to the certificate. Default `refuse`. */
  readonly mismatchedKey: 'refuse' | 'accept';
  /** A key as `EC PRIVATE KEY`: the documentation names PKCS#1 and PKCS#8 only. Default `refuse`. */
  readonly sec1Key: 'refuse' | 'accept';
  /** A certificate that has expired already. Default `accept`. */
  readonly expiredUpload: 'refuse' | 'accept';
  /** Certificates that a tenant may have (ZPA ranges and limitations). Default 1,000. */
  readonly certificateLimit: number;
  /** Members other than name and description in an update. Default `ignore`. */
  readonly otherFieldsInUpdate: 'ignore' | 'refuse';
  /** An update without a description: the old one is cleared (default) or kept. */
  readonly absentDescription: 'clear' | 'keep';
  /** A change of a row that is read-only or Zscaler's own. Default 403. */
  readonly notEditableStatus: 400 | 403;
  /** Deleting what something refers to. Default `refuse`. */
  readonly referencedDeletion: 'refuse' | 'accept';
  /** The name that what refers to a deleted certificate shows for it: none (default), or the one that it had. */
  readonly deletedCertificateName: 'gone' | 'kept';

  /** Requests to one endpoint and method class in a window. Default 20 reads, 10 writes, 10 s. */
  readonly quota: { readonly reads: number; readonly writes: number; readonly seconds: number };
  /** How `retry-after` is written: `4s` (default) or `4`. */
  readonly retryAfterForm: 'unit' | 'seconds';
  /** Requests to OneAPI in a window, over all endpoints. Default 5,000 in 60 s. */
  readonly gatewayQuota: { readonly requests: number; readonly seconds: number };
}

/** What holds where nothing else is said. */
export const DEFAULT_ZSCALER_OPTIONS: ZscalerOptions = {
  oneApiOnly: false,
  oneApiOnlyStatus: 403,
  legacyTokenSeconds: 3600,
  oneApiTokenSeconds: 3600,
  signOutStatus: 200,
  audienceRequired: true,
  assertionSeconds: 3600,
  foreignCustomerStatus: 403,
  unknownMicrotenantStatus: 400,
  microtenantOnWrite: 'required',
  numberForm: 'string',
  totalCount: 'right',
  emptyList: 'empty',
  oversizedPage: 'refuse',
  commonNameField: 'cName',
  listingLagMilliseconds: 0,
  duplicateName: 'refuse',
  consoleNameRule: false,
  mismatchedKey: 'refuse',
  sec1Key: 'refuse',
  expiredUpload: 'accept',
  certificateLimit: 1000,
  otherFieldsInUpdate: 'ignore',
  absentDescription: 'clear',
  notEditableStatus: 403,
  referencedDeletion: 'refuse',
  deletedCertificateName: 'gone',
  quota: { reads: 20, writes: 10, seconds: 10 },
  retryAfterForm: 'unit',
  gatewayQuota: { requests: 5000, seconds: 60 },
};
