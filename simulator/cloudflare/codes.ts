/**
 * Error codes of the Cloudflare API, from its documentation and from reports of those who met them. The group
 * at the end is chosen for this simulator: the real numbers are not known, so nothing may depend on them.
 */
export const CODES = {
  rateLimited: 971,
  invalidApiToken: 1000,
  missingAuthorization: 1001,
  clientAlreadyDeleted: 1407,
  invalidClientCertificateId: 1415,
  clientQuotaReached: 1445,
  certificateNotFound: 2027,
  certificateActive: 2118,
  decryptionNeedsCertificate: 2211,
  invalidRequestHeaders: 6003,
  invalidEmailHeader: 6102,
  invalidKeyHeader: 6103,
  invalidContentType: 6105,
  invalidAuthorizationHeader: 6111,
  malformedJson: 6007,
  noRoute: 7000,
  noMethod: 7001,
  couldNotRoute: 7003,
  missingCredential: 9106,
  authenticationError: 10000,

  invalidBody: 2901,
  invalidValidityPeriod: 2902,
  customCertificate: 2903,
  availableLimit: 2904,
  alreadyActive: 2905,
  certificateInUse: 2906,
  certificateNotAvailable: 2907,
  invalidCsr: 2908,
  invalidQuery: 2909,
  clientNotRevoked: 2910,
  internalError: 2999,
} as const;
