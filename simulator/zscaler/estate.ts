export const ZPA_CUSTOMERS = {
  company: '216000000000000001',
  /** Has no certificates. */
  second: '216000000000000002',
} as const;

export const ZPA_MICROTENANTS = { default: '0', branch: '314159000000000201' } as const;

/** The company's ZPA certificates. */
export const ZPA_CERTIFICATES = {
  /** The valid one, uploaded with its chain; expires in 20 days. Serves the CRM, its inspection and a user portal. */
  serving: '314159000000000101',
  /** Expired 150 days ago, and yet serves a PRA portal. */
  portal: '314159000000000102',
  /** Expired 150 days ago; has no alternative names. */
  wiki: '314159000000000103',
  /** Expired 12 days ago. */
  wildcard: '314159000000000104',
  /** A signing request without a certificate. */
  pending: '314159000000000105',
  /** An old record: its name is escaped, its dates are milliseconds; expires in 60 days. */
  escaped: '314159000000000106',
  /** Zscaler's own, read-only, with a short id; expires in 400 days. */
  managed: '6573',
  /** In the microtenant of the branch; expires in 190 days. */
  branch: '314159000000000107',
} as const;

/** What refers to the company's certificates, and what might. */
export const ZPA_REFERRERS = {
  /** Application with a Browser Access app. */
  crm: '314159000000000301',
  crmApp: '314159000000000311',
  /** Application with an inspected app. */
  inspected: '314159000000000302',
  inspectedApp: '314159000000000312',
  /** Application with an app for privileged remote access, which has no certificate. */
  servers: '314159000000000303',
  serversApp: '314159000000000313',
  praPortal: '314159000000000401',
  userPortal: '314159000000000501',
  /** Has Zscaler's certificate. */
  managedUserPortal: '314159000000000502',
} as const;

/** Credentials with letters that must be encoded in a form; none has ever been valid anywhere. */
export const ZPA_CLIENTS = {
  write: { id: 'RmFrZUtleU9mVGhlU2ltdWxhdG9yOjE=', secret: 'FakeSecret+Of:the#Simulator,1&x=%41' },
  readOnly: { id: 'RmFrZUtleU9mVGhlU2ltdWxhdG9yOjI=', secret: 'FakeSecret+Of:the#Simulator,2&x=%41' },
  second: { id: 'RmFrZUtleU9mVGhlU2ltdWxhdG9yOjM=', secret: 'FakeSecret+Of:the#Simulator,3&x=%41' },
} as const;

export const ONEAPI_CLIENTS = {
  write: { id: 'simulator1oneapi', secret: 'FakeOneApiSecret+Of:the#Simulator,1&x=%41' },
  readOnly: { id: 'simulator2oneapi', secret: 'FakeOneApiSecret+Of:the#Simulator,2&x=%41' },
} as const;

export const VANITY_DOMAIN = 'simulator';

/** The vendor's own environment names for what a visitor needs. */
export const ZSCALER_ENV = {
  ZPA_CUSTOMER_ID: ZPA_CUSTOMERS.company,
  ZPA_CLIENT_ID: ZPA_CLIENTS.write.id,
  ZPA_CLIENT_SECRET: ZPA_CLIENTS.write.secret,
  ZSCALER_CLIENT_ID: ONEAPI_CLIENTS.write.id,
  ZSCALER_CLIENT_SECRET: ONEAPI_CLIENTS.write.secret,
  ZSCALER_VANITY_DOMAIN: VANITY_DOMAIN,
} as const;
