import type { IncomingHttpHeaders } from 'node:http';
import type { Clock } from '../vendor.ts';
import { CODES } from './codes.ts';
import { type Refusal, refuse } from './envelope.ts';
import type { CloudflareOptions } from './options.ts';
import type { CloudflareSeed, TokenSeed } from './seeds.ts';

/** Who sends a request. */
export interface Caller {
  /** Null for the global key. */
  readonly token: TokenSeed | null;
}

export type Identification = {
  /** Whose request quota is spent: one for all of the user's credentials, one for each account-owned token. */
  readonly quotaOwner: string;
} & ({ readonly caller: Caller } | { readonly caller: null; readonly refusal: Refusal });

/** The quota owner of requests from nobody known. */
export const UNKNOWN_OWNER = 'unknown';

export const CREDENTIAL_HEADERS = ['authorization', 'x-auth-email', 'x-auth-key'] as const;

const TOKEN = /^Bearer [A-Za-z0-9_-]{40,}$/;
const EMAIL = /^[^@\s]+@[^@\s]+$/;
const GLOBAL_KEY = /^([0-9a-f]{32,45}|cfk_[A-Za-z0-9_-]{40,})$/;

/** The credential's scheme: `token`, `key`, `both` or `none`. */
export function describeCredential(headers: IncomingHttpHeaders): 'token' | 'key' | 'both' | 'none' {
  const token = headers.authorization !== undefined;
  const key = headers['x-auth-email'] !== undefined || headers['x-auth-key'] !== undefined;
  if (token) return key ? 'both' : 'token';
  return key ? 'key' : 'none';
}

/** Finds out who sends a request, by its headers alone. */
export function identify(
  headers: IncomingHttpHeaders,
  seed: CloudflareSeed,
  options: CloudflareOptions,
): Identification {
  const unknown = (refusal: Refusal): Identification => ({
    quotaOwner: UNKNOWN_OWNER,
    caller: null,
    refusal,
  });
  switch (describeCredential(headers)) {
    case 'none':
      return unknown(
        refuse(400, CODES.missingCredential, 'Missing X-Auth-Key, X-Auth-Email or Authorization headers'),
      );
    case 'both':
      return unknown(
        refuse(
          400,
          CODES.missingCredential,
          'Use either Authorization or X-Auth-Email and X-Auth-Key headers',
        ),
      );
    case 'token': {
      if (!TOKEN.test(headers.authorization ?? '')) {
        return unknown(refuseHeader(CODES.invalidAuthorizationHeader, 'Authorization'));
      }
      const token = seed.tokens.find(({ value }) => `Bearer ${value}` === headers.authorization);
      if (token === undefined) return unknown(refuseCredential(options));
      return { caller: { token }, quotaOwner: token.ownedByAccount === null ? 'user' : token.id };
    }
    case 'key': {
      const { 'x-auth-email': email, 'x-auth-key': key } = headers;
      if (!EMAIL.test(String(email))) return unknown(refuseHeader(CODES.invalidEmailHeader, 'X-Auth-Email'));
      if (!GLOBAL_KEY.test(String(key))) return unknown(refuseHeader(CODES.invalidKeyHeader, 'X-Auth-Key'));
      return email === seed.globalKey.email && key === seed.globalKey.key
        ? { caller: { token: null }, quotaOwner: 'user' }
        : unknown(refuseCredential(options));
    }
  }
}

/** The answer to a credential that is not valid, or may not do this: the vendor does not tell them apart. */
export function refuseCredential({ authenticationErrorStatus }: CloudflareOptions): Refusal {
  return refuse(authenticationErrorStatus, CODES.authenticationError, 'Authentication error');
}

/** Whether a caller may read, or write, Zero Trust things of an account. */
export function mayAct(caller: Caller, accountId: string, need: 'read' | 'write', clock: Clock): boolean {
  return mayWithToken(caller, clock, ({ accounts, zeroTrust }) => {
    return accounts.includes(accountId) && (zeroTrust === 'write' || zeroTrust === need);
  });
}

/** Whether a caller may read, or write, SSL and Certificates of a zone. */
export function mayActInZone(caller: Caller, zoneId: string, need: 'read' | 'write', clock: Clock): boolean {
  return mayWithToken(caller, clock, ({ zones, sslAndCertificates }) => {
    return zones.includes(zoneId) && (sslAndCertificates === 'write' || sslAndCertificates === need);
  });
}

/** The global key may do everything, a token that is active what it grants. */
function mayWithToken({ token }: Caller, clock: Clock, isGranted: (token: TokenSeed) => boolean): boolean {
  return token === null || (readTokenStatus(token, clock) === 'active' && isGranted(token));
}

/** A token's status now, in the vendor's words. */
export function readTokenStatus(token: TokenSeed, clock: Clock): 'active' | 'disabled' | 'expired' {
  if (token.expiresOn !== null && token.expiresOn <= clock.now()) return 'expired';
  return token.notBefore !== null && token.notBefore > clock.now() ? 'disabled' : token.status;
}

function refuseHeader(code: number, header: string): Refusal {
  return refuse(400, CODES.invalidRequestHeaders, 'Invalid request headers', {
    error_chain: [{ code, message: `Invalid format for ${header} header` }],
  });
}
