import { describe, expect, test } from '@jest/globals';
import { describeWeakKey, describeWeakSignature, readKeyFacts } from '../../src/certificate/key-facts.ts';
import { issue, makeRsaKeys } from '../support/material.ts';

describe('what a certificate says of its key', () => {
  test('an EC leaf of another authority', async () => {
    const authority = await issue({ subject: 'CN=root', isCa: true });
    const { pem } = await issue({ subject: 'CN=leaf', issuer: authority });
    expect(readKeyFacts(pem)).toMatchObject({
      kind: 'ec',
      bits: 256,
      signatureAlgorithm: 'ecdsa-with-SHA256',
      isCa: false,
      isSelfIssued: false,
    });
    expect(readKeyFacts(authority.pem)).toMatchObject({ isCa: true, isSelfIssued: true });
  });

  test('certificates of one key have one digest, of another key another', async () => {
    const keys = makeRsaKeys();
    const pems = await Promise.all([
      issue({ subject: 'CN=a', keys }),
      issue({ subject: 'CN=b', keys }),
      issue({ subject: 'CN=c' }),
    ]);
    const [a, b, c] = pems.map(({ pem }) => readKeyFacts(pem)?.publicKeySha256);
    expect(a).toMatch(/^[0-9a-f]{64}$/);
    expect(b).toBe(a);
    expect(c).not.toBe(a);
  });

  test('what is no certificate has none', () => {
    expect(readKeyFacts('-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----')).toBeNull();
    expect(readKeyFacts('')).toBeNull();
  });
});

describe('weak ones', () => {
  const facts = { publicKeySha256: null, isCa: false, isSelfIssued: false };
  test.each([
    ['rsa', 1024, 'has an RSA key of only 1024 bits; 2048 are the least'],
    ['rsa', 2047, 'has an RSA key of only 2047 bits; 2048 are the least'],
    ['rsa', 2048, null],
    ['rsa-pss', 1024, 'has an RSA key of only 1024 bits; 2048 are the least'],
    ['ec', 224, 'has an EC key of only 224 bits; 256 are the least'],
    ['ec', 256, null],
    ['dsa', 3072, 'has a DSA key, which is not to be used any more'],
    ['ed25519', null, null],
    [null, null, null],
  ])('a key of kind %s with %s bits: %s', (kind, bits, told) => {
    expect(describeWeakKey({ ...facts, kind, bits, signatureAlgorithm: null })).toBe(told);
  });

  test.each([
    ['sha1WithRSAEncryption', 'is signed with SHA-1, which can be forged'],
    ['ecdsa-with-SHA1', 'is signed with SHA-1, which can be forged'],
    ['md5WithRSAEncryption', 'is signed with MD5, which can be forged'],
    ['sha256WithRSAEncryption', null],
    ['ecdsa-with-SHA384', null],
    ['RSASSA-PSS', null],
    [null, null],
  ])('a signature by %s: %s', (signatureAlgorithm, told) => {
    const one = { ...facts, kind: 'rsa', bits: 2048, signatureAlgorithm };
    expect(describeWeakSignature(one)).toBe(told);
    expect(describeWeakSignature({ ...one, isSelfIssued: true })).toBeNull();
  });

  test('a real SHA-1 signature is told, and a root of its own is not', async () => {
    const authority = await issue({ subject: 'CN=root', isCa: true, keys: makeRsaKeys(), hash: 'SHA-1' });
    const leaf = await issue({ subject: 'CN=leaf', issuer: authority, hash: 'SHA-1' });
    const told = [leaf, authority].map(({ pem }) => {
      const read = readKeyFacts(pem);
      return read === null ? 'unreadable' : describeWeakSignature(read);
    });
    expect(told).toEqual(['is signed with SHA-1, which can be forged', null]);
  });
});
