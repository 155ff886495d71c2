import { createPublicKey, verify } from 'node:crypto';
import { isObject, type JsonObject } from './wire.ts';

export const AUDIENCE = 'https://api.zscaler.com';

export interface Expectation {
  readonly clientId: string;
  /** PEM. */
  readonly publicKey: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** How far ahead `exp` may lie. */
  readonly seconds: number;
}

/** What is wrong with a client assertion (RFC 7523, signed RS256); null where it is good. */
export function findAssertionFault(assertion: string, expected: Expectation): string | null {
  const [head = '', claims = '', signature = '', ...more] = assertion.split('.');
  const header = readPart(head);
  const payload = readPart(claims);
  if (more.length > 0 || header === null || payload === null) return 'it is not a JSON Web Token';
  if (header.alg !== 'RS256') return 'alg must be RS256';
  const signed = verify(
    'sha256',
    Buffer.from(`${head}.${claims}`),
    createPublicKey(expected.publicKey),
    Buffer.from(signature, 'base64url'),
  );
  if (!signed) return 'its signature is not by the registered key';
  const { iss, sub, aud, exp } = payload;
  if (iss !== expected.clientId || sub !== expected.clientId) return 'iss and sub must be the client id';
  if (aud !== AUDIENCE && !(Array.isArray(aud) && aud.includes(AUDIENCE))) return `aud must be ${AUDIENCE}`;
  if (typeof exp !== 'number') return 'exp must be a number';
  const now = expected.now / 1000;
  if (exp <= now) return 'it has expired';
  return exp > now + expected.seconds ? `exp may lie at most ${expected.seconds} seconds ahead` : null;
}

function readPart(part: string): JsonObject | null {
  try {
    const json: unknown = JSON.parse(Buffer.from(part, 'base64url').toString());
    return isObject(json) ? json : null;
  } catch {
    return null;
  }
}
