import { createPrivateKey, type KeyObject } from 'node:crypto';
import type { MaterialBlock, UploadProblem } from './blocks.ts';

export interface UploadKey {
  readonly key: KeyObject;
  /** PKCS#8, or PKCS#1 where it came so: a secret. */
  readonly pem: string;
}

export interface KeyReading {
  /** Null where there is not exactly one that can be used. */
  readonly key: UploadKey | null;
  readonly problems: readonly UploadProblem[];
  readonly remarks: readonly string[];
}

/** Reads the one private key that the blocks must hold; the same key given twice is one. */
export function readPrivateKey(blocks: readonly MaterialBlock[]): KeyReading {
  const readings = blocks.map(readKey);
  const problems = readings.flatMap((reading) => ('message' in reading ? reading : []));
  const keys = readings.flatMap((reading) => ('message' in reading ? [] : reading));
  const [first, ...others] = keys;
  if (others.some(({ key }) => first !== undefined && !first.key.equals(key))) {
    const inputs = [...new Set(keys.map(({ input }) => input))].join(' and ');
    problems.push({
      input: 'private-key',
      message: `There are several private keys (in ${inputs}); leave only the one that belongs to the certificate.`,
    });
  }
  if (first === undefined || problems.length > 0) return { key: null, problems, remarks: [] };
  const remarks = first.isSec1
    ? ['The private key was in SEC1 form (EC PRIVATE KEY), and was converted to PKCS#8, which ZPA documents.']
    : [];
  return { key: { key: first.key, pem: first.pem }, problems: [], remarks };
}

interface ReadKey extends UploadKey {
  readonly input: MaterialBlock['input'];
  readonly isSec1: boolean;
}

function readKey(block: MaterialBlock): ReadKey | UploadProblem {
  const { input, label } = block;
  if (label === 'ENCRYPTED PRIVATE KEY' || /^Proc-Type:.*ENCRYPTED/im.test(block.pem)) {
    return {
      input,
      message:
        'The private key is encrypted, and ZPA takes only unencrypted ones; decrypt it: openssl pkey -in encrypted.pem -out key.pem',
    };
  }
  if (label === 'OPENSSH PRIVATE KEY') {
    return {
      input,
      message: "The private key is in OpenSSH's form; convert a copy: ssh-keygen -p -m PKCS8 -f key",
    };
  }
  const key = block.der === null ? null : parseKey(block.pem);
  if (key === null) {
    return {
      input,
      message: `The private key (${label}) cannot be read: it is damaged or of an unknown kind; copy it again, whole (openssl pkey -in key.pem -check tells more).`,
    };
  }
  const kind = key.asymmetricKeyType;
  if (kind !== 'rsa' && kind !== 'ec') {
    return {
      input,
      message: `The private key is of the kind ${kind}, which browsers do not take in TLS; use a certificate on an RSA or EC key.`,
    };
  }
  const type = label === 'RSA PRIVATE KEY' ? 'pkcs1' : 'pkcs8';
  return {
    input,
    key,
    pem: key.export({ type, format: 'pem' }).toString(),
    isSec1: label === 'EC PRIVATE KEY',
  };
}

function parseKey(pem: string): KeyObject | null {
  try {
    return createPrivateKey(pem);
  } catch {
    return null;
  }
}
