import { ApiError } from '../../http/errors.ts';
import type { Transport } from '../../http/transport.ts';
import type { CloudflareCredentials } from '../../interface/credentials.ts';
import type { CredentialCheck } from '../provider.ts';
import { verifyToken } from './token.ts';

/**
 * What a Cloudflare credential can do: its own state, and reading proved by reading.
 * @param accountId the account of an account-owned token; null where it is not known.
 * @param countCertificates reads certificates and says how many there are.
 */
export async function checkCredential(
  transport: Transport,
  credentials: CloudflareCredentials,
  accountId: string | null,
  countCertificates: () => Promise<number>,
): Promise<CredentialCheck> {
  const [token, count] = await Promise.all([
    verifyToken(transport, credentials, accountId),
    countCertificates().catch((error: unknown) => {
      if (error instanceof ApiError && isCloudflareDenial(error)) return error;
      throw error;
    }),
  ]);
  return {
    read: count instanceof ApiError ? count : 'proved',
    write: 'unknown',
    credentialStatus: token.status,
    credentialExpiresOn: token.expiresOn,
    count: count instanceof ApiError ? null : count,
    remarks: token.remarks,
  };
}

/** Whether Cloudflare refused the credential: 401 or 403 (Cloudflare API reference, error 10000 and its like). */
export function isCloudflareDenial({ status }: ApiError): boolean {
  return status === 401 || status === 403;
}
