import type { Answer, Clock } from '../vendor.ts';
import { CODES } from './codes.ts';
import { type Identification, readTokenStatus } from './credentials.ts';
import { refuse, succeed } from './envelope.ts';
import type { CloudflareOptions } from './options.ts';

/**
 * GET tokens/verify. A user's token is verified at the user's path, an account-owned one at its account's.
 * @param accountId null at the user's path
 * @throws {Refusal}
 */
export function verifyToken(
  identification: Identification,
  accountId: string | null,
  { clock, options }: { readonly clock: Clock; readonly options: CloudflareOptions },
): Answer {
  if (identification.caller === null && identification.refusal.status === 400) throw identification.refusal;
  if (identification.caller?.token === null) {
    throw refuse(400, CODES.missingAuthorization, 'Missing "Authorization" header');
  }
  const token = identification.caller?.token;
  if (token === undefined || token.ownedByAccount !== accountId) {
    throw refuse(401, CODES.invalidApiToken, 'Invalid API Token');
  }
  const status = readTokenStatus(token, clock);
  const valid = options.message10000 && status === 'active';
  const result = {
    id: token.id,
    status,
    ...(token.notBefore === null ? {} : { not_before: writeSeconds(token.notBefore) }),
    ...(token.expiresOn === null ? {} : { expires_on: writeSeconds(token.expiresOn) }),
  };
  const messages = [
    { code: CODES.authenticationError, message: 'This API Token is valid and active', type: null },
  ];
  return succeed(200, result, valid ? { messages } : {});
}

function writeSeconds(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/\.\d+Z$/, 'Z');
}
