import type { ApiError } from '../../http/errors.ts';
import { ONLY_ONEAPI } from './dialect.ts';
import { LEGACY_SIGN_IN, ONEAPI_SIGN_IN } from './session.ts';

interface Advice {
  readonly codes: readonly string[];
  readonly mend: string;
}

const ONEAPI_MEND =
  'This tenant was moved to OneAPI. Set vanity-domain (acme for acme.zslogin.net), and give client-id with client-secret or client-private-key of an API client that was made in ZIdentity; the ZPA API keys of old no longer sign in.';

const RATE_LIMIT_MEND =
  'Rate limit: 20 reads or 10 writes of one endpoint in 10 seconds, for everything behind this IP address. Run again later, or raise max-retries and request-timeout so that the step can wait.';

/** Ids and their meaning: ZPA API documentation, error codes; some are known from Zscaler's official clients only. */
const adviceByCode: readonly Advice[] = [
  {
    codes: ['resource.not.found'],
    mend: "There is nothing of this id in the customer and microtenant. Run operation 'list' to see what there is; check customer-id, and set microtenant-id where the certificate is not in the Default microtenant.",
  },
  {
    codes: ['resource.referenced'],
    mend: 'The certificate is in use. Choose another one in each application and portal that refers to it (the error names one), then delete it.',
  },
  {
    codes: ['resource.already.exist'],
    mend: 'There is a certificate of this name already. Choose another name; ZPA cannot replace the certificate of an entry.',
  },
  {
    codes: ['invalid.resource.argument'],
    mend: 'ZPA does not accept a value. In a name, use letters, digits, ".", "-" and "_" only; the upload must be an X.509 certificate and its unencrypted RSA key (PKCS#1 or PKCS#8); microtenant-id must be one of this tenant, or 0.',
  },
  {
    codes: ['filtering.input.invalid.operand'],
    mend: 'The search is not understood. Write it as field operator value, such as name EQ intranet.example.com; operators are EQ, NE, LIKE, CONTAINS, STARTSWITH, ENDSWITH.',
  },
  {
    codes: ['domains.does.not.belong.to.customer'],
    mend: 'A name in the certificate is of a domain that is not among the authentication domains of this tenant or microtenant. Check microtenant-id and the domains in the ZPA admin portal.',
  },
  {
    codes: ['domains.already.exists.in.other.microtenant'],
    mend: 'The domain belongs to another microtenant. Set microtenant-id to that one.',
  },
  {
    codes: ['api.concurrent.access.error', 'db.simultaneous.request'],
    mend: 'Something else changes this tenant in the same moment; nothing was done. Run again, and let workflows that write to the tenant run one after the other (concurrency).',
  },
  {
    codes: ['config.change.not.allowed.sku.not.enabled'],
    mend: 'The subscription of the tenant does not include this. Ask Zscaler, or whoever manages the subscription.',
  },
  { codes: ['invalid.toomanyrequests'], mend: RATE_LIMIT_MEND },
  {
    codes: ['retryable.server.error'],
    mend: "The vendor's side is busy. Run again later; look at trust.zscaler.com.",
  },
  {
    codes: ['non.restricted.entity.authorization.failed'],
    mend: 'The API client is restricted to a microtenant, or its role lacks this right. Set microtenant-id, or give the client a role with the right.',
  },
  {
    codes: ['bad.request'],
    mend: 'ZPA did not understand the call. Check that customer-id, microtenant-id and certificate-id are the numbers that the admin portal shows.',
  },
  {
    codes: ['SESSION_NOT_VALID'],
    mend: 'The session was ended elsewhere. Run again; let no other workflow sign out with the same API client at the same time.',
  },
];

const ACCESS_MEND =
  "The API client may not do this: its role lacks the right (certificates: view to read, full to change), customer-id is not the client's own, or it works within a microtenant and microtenant-id is missing.";

/** How to mend what Zscaler refused; null where neither id nor status is a known one. */
export function adviseOnZscaler(error: ApiError): string | null {
  if (error.has(ONLY_ONEAPI)) return ONEAPI_MEND;
  const { call, status } = error;
  const isRefused = status === 400 || status === 401 || status === 403;
  if (isRefused && call === `POST ${LEGACY_SIGN_IN}`) {
    return 'The legacy sign-in refused the credential. Check client-id and client-secret of the ZPA API key (stored whole, not expired), and that cloud is its own. If the client was made in ZIdentity, set vanity-domain to sign in through OneAPI.';
  }
  if (isRefused && call === `POST ${ONEAPI_SIGN_IN}`) {
    return 'OneAPI refused the credential. Check vanity-domain, cloud, client-id, and client-secret or the public key that is registered with the API client in ZIdentity (for a signed assertion, the clock of the runner too). If it is a ZPA API key of old, leave vanity-domain out.';
  }
  const known = adviceByCode.find(({ codes }) => codes.some((code) => error.has(code)));
  if (known !== undefined) return known.mend;
  if (status === 429) return RATE_LIMIT_MEND;
  // `access.denied`, and OneAPI's `unauthorized`, come with these.
  return status === 401 || status === 403 ? ACCESS_MEND : null;
}
