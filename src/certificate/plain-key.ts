import { DerReader, NotPlain, oid, TAG } from './der-reader.ts';

/** Kind and length of a public key, as `KeyFacts` names them. */
export interface PlainKey {
  readonly kind: 'rsa' | 'ec';
  readonly bits: number;
}

/** y² = x³ − 3x + b over the integers modulo p (FIPS 186-5; SP 800-186, 3.2.1). */
interface Curve {
  readonly bits: number;
  readonly p: bigint;
  readonly b: bigint;
}

const OIDS = {
  rsaEncryption: oid('2a864886f70d010101'),
  ecPublicKey: oid('2a8648ce3d0201'),
} as const;
const CURVES = new Map<string | undefined, Curve>([
  [
    oid('2a8648ce3d030107'),
    {
      bits: 256,
      p: 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n,
      b: 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn,
    },
  ],
  [
    oid('2b81040022'),
    {
      bits: 384,
      p: 2n ** 384n - 2n ** 128n - 2n ** 96n + 2n ** 32n - 1n,
      b: 0xb3312fa7e23ee7e4988e056be3f82d19181d9c6efe8141120314088f5013875ac656398d8a2ed19d2a85c8edd3ec2aefn,
    },
  ],
]);
/** Lengths that OpenSSL takes without a word. */
const MODULUS_BITS = { least: 1024, most: 8192 } as const;
const EXPONENTS = ['03', '11', '010001'];
const UNCOMPRESSED = 0x04;

/**
 * Reads a SubjectPublicKeyInfo of RSA, or of a point on P-256 or P-384, written as OpenSSL writes it.
 * @returns null for any other key, and for what is none.
 */
export function readPlainKey(der: Buffer): PlainKey | null {
  try {
    const info = new DerReader(der).read(TAG.sequence);
    const algorithm = info.readAlgorithm();
    const { parameter } = algorithm;
    const key = info.readBitString();
    if (algorithm.oid === OIDS.rsaEncryption && parameter === 'null') return readRsa(key);
    const curve = CURVES.get(parameter);
    return algorithm.oid === OIDS.ecPublicKey && curve !== undefined ? readPoint(key, curve) : null;
  } catch (error) {
    if (error instanceof NotPlain) return null;
    throw error;
  }
}

/** RFC 8017, A.1.1. */
function readRsa(key: DerReader): PlainKey | null {
  const numbers = key.read(TAG.sequence);
  key.finish();
  const modulus = numbers.readPositiveInteger();
  const exponent = numbers.readPositiveInteger().toHex();
  numbers.finish();
  const bits = (modulus.length - 1) * 8 + (32 - Math.clz32(modulus.peek() ?? 0));
  const isPlain = bits >= MODULUS_BITS.least && bits <= MODULUS_BITS.most && EXPONENTS.includes(exponent);
  return isPlain ? { kind: 'rsa', bits } : null;
}

/** SEC 1, 2.3.4: only what lies on the curve is a key. */
function readPoint(point: DerReader, { bits, p, b }: Curve): PlainKey | null {
  const octets = bits / 8;
  if (point.length !== 1 + 2 * octets || point.peek() !== UNCOMPRESSED) return null;
  point.position += 1;
  const hex = point.toHex();
  const x = BigInt(`0x${hex.slice(0, 2 * octets)}`);
  const y = BigInt(`0x${hex.slice(2 * octets)}`);
  const isOnCurve = x < p && y < p && (x * x * x - 3n * x + b - y * y) % p === 0n;
  return isOnCurve ? { kind: 'ec', bits } : null;
}
