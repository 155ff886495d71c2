import { createPrivateKey, type KeyObject, sign } from 'node:crypto';
import { readPemBlocks } from '../../certificate/pem.ts';
import type { Clock } from '../../http/types.ts';
import type { ZscalerCredentials } from '../../interface/credentials.ts';
import { InputError } from '../../interface/input-error.ts';

type KeyCredentials = Extract<ZscalerCredentials, { scheme: 'zscaler-key' }>;

/** Zscaler help, OneAPI authentication: the audience of every token and assertion. */
export const ZSCALER_AUDIENCE = 'https://api.zscaler.com';

const LIFETIME_SECONDS = 600;
/** Zscaler's official clients refuse shorter keys. */
const SHORTEST_KEY_BITS = 2048;

/**
 * Reads the key that signs a client's assertions.
 * @returns a function that makes an assertion, good for ten minutes: a secret (RFC 7523; the claims as in
 *   Zscaler help, OneAPI authentication, private key JWT).
 * @throws InputError where the key is not an unencrypted RSA key of 2048 bits or more.
 */
export function createAssertionSigner(credentials: KeyCredentials, clock: Clock): () => string {
  const key = readKey(credentials);
  return () => {
    const claims = {
      iss: credentials.clientId,
      sub: credentials.clientId,
      aud: ZSCALER_AUDIENCE,
      exp: Math.floor(clock.now() / 1000) + LIFETIME_SECONDS,
    };
    const text = [{ alg: 'RS256', typ: 'JWT' }, claims].map(encodePart).join('.');
    return `${text}.${sign('sha256', Buffer.from(text), key).toString('base64url')}`;
  };
}

function encodePart(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}

function readKey({ privateKey, from }: KeyCredentials): KeyObject {
  const refuse = (message: string) =>
    new InputError([{ input: from === 'inputs' ? 'client-private-key' : 'ZSCALER_PRIVATE_KEY', message }]);
  const [block, ...others] = readPemBlocks(privateKey).filter(({ label }) => label.endsWith('PRIVATE KEY'));
  if (block === undefined) {
    throw refuse('holds no whole private key; give PEM from -----BEGIN PRIVATE KEY----- to its END line');
  }
  if (others.length > 0) {
    throw refuse(
      `holds ${others.length + 1} private keys; leave only the one registered with the API client`,
    );
  }
  if (block.label === 'ENCRYPTED PRIVATE KEY' || /^Proc-Type:.*ENCRYPTED/im.test(block.pem)) {
    throw refuse('is encrypted; decrypt it: openssl pkey -in encrypted.pem -out key.pem');
  }
  const key = parseKey(block.pem);
  if (key === null) throw refuse(`is damaged or of an unknown kind (${block.label}); copy it again, whole`);
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  if (key.asymmetricKeyType !== 'rsa' || bits < SHORTEST_KEY_BITS) {
    const given =
      key.asymmetricKeyType === 'rsa'
        ? `an RSA key of ${bits} bits`
        : `a key of the kind ${key.asymmetricKeyType}`;
    throw refuse(`is ${given}; OneAPI takes RSA keys of ${SHORTEST_KEY_BITS} bits or more (RS256)`);
  }
  return key;
}

function parseKey(pem: string): KeyObject | null {
  try {
    return createPrivateKey(pem);
  } catch {
    return null;
  }
}
