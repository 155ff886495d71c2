import type { ApiError } from '../../http/errors.ts';

interface Advice {
  readonly codes: readonly string[];
  readonly mend: string;
}

/*
 * Codes and their meaning: Cloudflare API reference and Fundamentals documentation; those without a page there
 * are known from public issue threads. Order matters: the more specific code first.
 */
const adviceByCode: readonly Advice[] = [
  {
    codes: ['6111'],
    mend: 'The token is malformed. Store it again without blanks, quotes or a "Bearer" before it; a Global API Key belongs in api-key with api-email.',
  },
  {
    codes: ['6103'],
    mend: 'api-key is malformed. Give the Global API Key; an API token belongs in api-token.',
  },
  { codes: ['6102'], mend: 'api-email is malformed, or is not the address that the key belongs to.' },
  { codes: ['6003'], mend: 'A credential header is malformed. Check api-token, or api-email with api-key.' },
  {
    codes: ['10000'],
    mend: 'The credential is not accepted for this call: the token is wrong, lacks the permission (cloudflare-gateway: Account · Zero Trust: Read to read, Edit to change; cloudflare-client: Zone · SSL and Certificates: Read to read, Edit to change), or account-id or zone-id names one outside the token. A token made a moment ago may need a minute.',
  },
  {
    codes: ['9109'],
    mend: 'The token is not valid here: check that it has not expired or been rolled, and that its IP address filter allows this runner.',
  },
  {
    codes: ['1000'],
    mend: 'The API token is not valid: it was deleted, rolled or mistyped. Create one and store it again.',
  },
  {
    codes: ['1001'],
    mend: 'The endpoint did not find a usable credential: api-email with api-key cannot be verified, and some endpoints do not take account-owned tokens. Use an API token.',
  },
  {
    codes: ['7003', '7000'],
    mend: 'The path was not understood: check account-id or zone-id (32 hex digits) and certificate-id.',
  },
  {
    codes: ['971'],
    mend: 'Rate limit: 1,200 calls in 5 minutes for this user or token, dashboard included. Run again later, or raise max-retries and request-timeout so that the step can wait.',
  },
  {
    codes: ['2027'],
    mend: "There is no certificate with this id in the account. Run operation 'list' to see what there is.",
  },
  {
    codes: ['2118'],
    mend: "The certificate is still bound to the edge. Run operation 'deactivate' on it first, and if it is in use, choose another certificate in the Gateway configuration before that.",
  },
  { codes: ['1407'], mend: 'The client certificate is revoked already, or on its way there.' },
  {
    codes: ['1415'],
    mend: "There is no client certificate with this id in the zone. Run operation 'list' to see what there is.",
  },
  {
    codes: ['1445'],
    mend: 'The zone has as many client certificates as its plan allows. Revoke one that is not needed: that frees its place at once.',
  },
  {
    codes: ['2211'],
    mend: 'TLS decryption is on and needs a certificate. Set another available certificate in the Gateway configuration first.',
  },
];

const QUOTA_MEND =
  'An account can create 3 Gateway certificates in any 24 hours, and deleting one gives nothing back. Wait until the oldest creation is 24 hours old, or activate a spare.';

/** How to mend what Cloudflare refused; null where neither code nor status is a known one. */
export function adviseOnCloudflare(error: ApiError): string | null {
  const known = adviceByCode.find((advice) => advice.codes.some((code) => error.has(code)));
  if (known !== undefined) return known.mend;
  if (isCreationQuota(error)) return QUOTA_MEND;
  if (error.status === 429) return adviceByCode.find((advice) => advice.codes.includes('971'))?.mend ?? null;
  if (error.status === 401 || error.status === 403) {
    return adviceByCode.find((advice) => advice.codes.includes('10000'))?.mend ?? null;
  }
  return null;
}

/** The vendor's number for a spent creation quota is not documented, so its words are read. */
function isCreationQuota(error: ApiError): boolean {
  return (
    error.call.startsWith('POST ') &&
    error.call.endsWith('/gateway/certificates') &&
    error.errors.some((one) =>
      /quota|limit|maximum|too many|no more than|exceed|24 hours|per day/i.test(one.message),
    )
  );
}
