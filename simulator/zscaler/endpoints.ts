/** The simulated endpoints of ZPA's management API, named by resource and verb. */
export const API_ENDPOINTS = [
  'zpa.certificates.list',
  'zpa.certificates.create',
  'zpa.certificates.get',
  'zpa.certificates.update',
  'zpa.certificates.delete',
  'zpa.clientless.get',
  'zpa.issued.list',
  'zpa.clientlessIssued.list',
  'zpa.applications.byType',
  'zpa.applications.get',
  'zpa.applications.update',
  'zpa.praPortals.list',
  'zpa.praPortals.get',
  'zpa.praPortals.update',
  'zpa.userPortals.list',
  'zpa.userPortals.get',
  'zpa.userPortals.update',
] as const;

export type ApiEndpoint = (typeof API_ENDPOINTS)[number];

/** All simulated endpoints of Zscaler, those of the sign-in included. */
export const ZSCALER_ENDPOINTS = [...API_ENDPOINTS, 'zpa.signin', 'zpa.signout', 'oneapi.token'] as const;

export type ZscalerEndpoint = (typeof ZSCALER_ENDPOINTS)[number];
