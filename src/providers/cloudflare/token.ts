import { parseApiTime } from '../../certificate/assemble.ts';
import { ApiError } from '../../http/errors.ts';
import type { Transport } from '../../http/transport.ts';
import type { HttpCall } from '../../http/types.ts';
import type { CloudflareCredentials } from '../../interface/credentials.ts';
import { CLOUDFLARE_BASE_PATH, sendForResult } from './client.ts';
import { tokenSchema } from './wire.ts';

/** What Cloudflare says of the token itself. */
export interface TokenState {
  readonly status: string | null;
  readonly expiresOn: Date | null;
  readonly remarks: readonly string[];
}

/**
 * Asks for the token's state. A user's token and an account's own have an endpoint each, told apart by the
 * prefix (`cfut_`, `cfat_`: Fundamentals documentation, API token formats); an older token has none, then both
 * are tried. An e-mail with key cannot be verified at all.
 */
export async function verifyToken(
  transport: Transport,
  credentials: CloudflareCredentials,
  accountId: string | null,
): Promise<TokenState> {
  if (credentials.scheme !== 'cloudflare-token') {
    return {
      status: null,
      expiresOn: null,
      remarks: ['A Global API Key cannot be verified and does not expire; a scoped API token is safer.'],
    };
  }
  const user = `${CLOUDFLARE_BASE_PATH}/user/tokens/verify`;
  const account = `${CLOUDFLARE_BASE_PATH}/accounts/${accountId}/tokens/verify`;
  if (credentials.token.startsWith('cfat_') && accountId === null) {
    return {
      status: null,
      expiresOn: null,
      remarks: ["The token is an account's own; only with the account's id could it be verified."],
    };
  }
  const paths = credentials.token.startsWith('cfat_')
    ? [account]
    : credentials.token.startsWith('cfut_')
      ? [user]
      : [user, ...(accountId === null ? [] : [account])];
  let refusal: ApiError | null = null;
  for (const path of paths) {
    try {
      return await readState(transport, { method: 'GET', path, retry: 'safe' });
    } catch (error) {
      if (!(error instanceof ApiError && isRefusal(error))) throw error;
      refusal = error;
    }
  }
  return {
    status: null,
    expiresOn: null,
    remarks: [`The token could not be verified: ${refusal?.message ?? 'no endpoint took it'}`],
  };
}

async function readState(transport: Transport, call: HttpCall): Promise<TokenState> {
  return sendForResult(transport, call, (result) => {
    const token = tokenSchema.safeParse(result);
    if (!token.success) return null;
    return {
      status: token.data.status ?? null,
      expiresOn: parseApiTime(token.data.expires_on ?? null),
      remarks: [],
    };
  });
}

function isRefusal(error: ApiError): boolean {
  return error.status === 400 || error.status === 401 || error.status === 403;
}
