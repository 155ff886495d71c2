import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { readPlainKey } from '../../src/certificate/plain-key.ts';
import { sequence, tlv } from './der.ts';

const RSA = tlv(0x06, Buffer.from('2a864886f70d010101', 'hex'));
const EC = tlv(0x06, Buffer.from('2a8648ce3d0201', 'hex'));
const P256 = tlv(0x06, Buffer.from('2a8648ce3d030107', 'hex'));
const NULL = tlv(0x05);
const integer = (hex: string) => tlv(0x02, Buffer.from(hex, 'hex'));
const bits = (...contents: readonly Uint8Array[]) => tlv(0x03, Buffer.of(0), ...contents);

/** A modulus of so many bits, all of them set: no product of primes, which a reader does not ask. */
function modulusOf(length: number): Buffer {
  const number = (1n << BigInt(length)) - 1n;
  const hex = number.toString(16);
  const whole = hex.length % 2 === 0 ? hex : `0${hex}`;
  return integer(Number.parseInt(whole.slice(0, 2), 16) >= 0x80 ? `00${whole}` : whole);
}

const rsaKey = (modulus: Buffer, exponent = '010001', more: readonly Uint8Array[] = []) =>
  sequence(sequence(RSA, NULL), bits(sequence(modulus, integer(exponent), ...more)));

describe('keys that OpenSSL makes are plain', () => {
  test.each([
    ['P-256', 256],
    ['P-384', 384],
  ])('EC on %s', (namedCurve, length) => {
    for (let count = 0; count < 20; count += 1) {
      const { publicKey } = generateKeyPairSync('ec', { namedCurve });
      expect(readPlainKey(publicKey.export({ type: 'spki', format: 'der' }))).toEqual({
        kind: 'ec',
        bits: length,
      });
    }
  });

  test.each([1024, 2048])('RSA of %d bits', (modulusLength) => {
    const { publicKey } = generateKeyPairSync('rsa', { modulusLength });
    expect(readPlainKey(publicKey.export({ type: 'spki', format: 'der' }))).toEqual({
      kind: 'rsa',
      bits: modulusLength,
    });
  });
});

describe('keys of other kinds are not', () => {
  test('P-521, secp256k1, Ed25519, X25519, RSA-PSS', () => {
    const others = [
      generateKeyPairSync('ec', { namedCurve: 'P-521' }),
      generateKeyPairSync('ec', { namedCurve: 'secp256k1' }),
      generateKeyPairSync('ed25519'),
      generateKeyPairSync('x25519'),
      generateKeyPairSync('rsa-pss', { modulusLength: 1024 }),
    ];
    for (const { publicKey } of others) {
      expect(readPlainKey(publicKey.export({ type: 'spki', format: 'der' }))).toBeNull();
    }
  });
});

describe('an RSA key', () => {
  test.each([
    [1023, null],
    [1024, 1024],
    [1025, 1025],
    [2047, 2047],
    [8192, 8192],
    [8193, null],
  ])('of %d bits: %s', (length, read) => {
    expect(readPlainKey(rsaKey(modulusOf(length)))).toEqual(
      read === null ? null : { kind: 'rsa', bits: read },
    );
  });

  test.each([
    ['03', true],
    ['11', true],
    ['010001', true],
    ['05', false],
    ['01', false],
    ['02', false],
  ])('of the exponent %s is plain: %s', (exponent, isPlain) => {
    expect(readPlainKey(rsaKey(modulusOf(2048), exponent)) !== null).toBe(isPlain);
  });

  test('with anything more in it is not plain', () => {
    const modulus = modulusOf(2048);
    expect(readPlainKey(rsaKey(modulus))).not.toBeNull();
    expect(readPlainKey(rsaKey(modulus, '010001', [NULL]))).toBeNull();
    const numbers = sequence(modulus, integer('010001'));
    expect(readPlainKey(sequence(sequence(RSA, NULL), bits(numbers, NULL)))).toBeNull();
    expect(readPlainKey(sequence(sequence(RSA), bits(numbers)))).toBeNull();
    expect(readPlainKey(sequence(sequence(EC, NULL), bits(numbers)))).toBeNull();
    expect(readPlainKey(sequence(sequence(RSA, P256), bits(numbers)))).toBeNull();
  });

  test('that ends in the middle is none', () => {
    const whole = rsaKey(modulusOf(2048));
    for (const length of [0, 1, 10, 100, whole.length - 1]) {
      expect(readPlainKey(whole.subarray(0, length))).toBeNull();
    }
  });
});

describe('a point', () => {
  const p = 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n;
  const hexOf = (number: bigint) => number.toString(16).padStart(64, '0');
  const pointKey = (octets: string, curve: Uint8Array = P256) =>
    sequence(sequence(EC, curve), bits(Buffer.from(octets, 'hex')));
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const [xHex, yHex] = [x, y].map((part) => Buffer.from(String(part), 'base64url').toString('hex'));
  const opposite = hexOf(p - BigInt(`0x${yHex}`));
  /** Where the curve meets x = 0. */
  const root = power(0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn, (p + 1n) / 4n, p);

  test.each([
    ['as it is', `04${xHex}${yHex}`, true],
    ['and its opposite', `04${xHex}${opposite}`, true],
    ['beside the curve', `04${xHex}${hexOf((BigInt(`0x${yHex}`) + 1n) % p)}`, false],
    ['with its coordinates exchanged', `04${yHex}${xHex}`, false],
    ['compressed', `02${xHex}`, false],
    ['hybrid', `06${xHex}${yHex}`, false],
    ['with an octet more', `04${xHex}${yHex}00`, false],
    ['with an octet less', `04${xHex}${yHex?.slice(2)}`, false],
    ['at x = 0', `04${hexOf(0n)}${hexOf(root)}`, true],
    ['at x = p, which is no number of the field', `04${hexOf(p)}${hexOf(root)}`, false],
    ['at infinity', '00', false],
  ])('%s: %s is a key: %s', (_, octets, isKey) => {
    expect(readPlainKey(pointKey(octets))).toEqual(isKey ? { kind: 'ec', bits: 256 } : null);
  });

  test('of one curve is none of another', () => {
    const p384 = tlv(0x06, Buffer.from('2b81040022', 'hex'));
    expect(readPlainKey(pointKey(`04${xHex}${yHex}`, p384))).toBeNull();
    expect(
      readPlainKey(sequence(sequence(RSA, P256), bits(Buffer.from(`04${xHex}${yHex}`, 'hex')))),
    ).toBeNull();
  });
});

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  for (let square = base, rest = exponent; rest > 0n; square = (square * square) % modulus, rest >>= 1n) {
    if (rest & 1n) result = (result * square) % modulus;
  }
  return result;
}
