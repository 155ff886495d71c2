import { describe, expect, test } from '@jest/globals';
import { sha256Hex } from '../../src/certificate/digest.ts';
import { digestText, identify } from '../../src/certificate/identity.ts';
import { buildCertificate } from './build-certificate.ts';

describe('what names a certificate', () => {
  const facts = { provider: 'zscaler-zpa', scope: '1', fingerprint: 'AA', id: '7', name: 'crm' } as const;
  const one = buildCertificate({ ...facts, subject: 'CN=crm', serialNumber: '01' });

  test('is its fingerprint, else its id, else its names; with its store', () => {
    expect(JSON.parse(identify(one))).toEqual(['zscaler-zpa', '1', 'fingerprint', 'AA']);
    expect(JSON.parse(identify({ ...one, fingerprint: null }))).toEqual(['zscaler-zpa', '1', 'id', '7']);
    expect(JSON.parse(identify({ ...one, fingerprint: null, id: null }))).toEqual([
      'zscaler-zpa',
      '1',
      'names',
      'crm',
      'CN=crm',
      '01',
    ]);
  });

  test('is the same whatever else changes', () => {
    const later = buildCertificate({ ...one, status: 'expired', inUse: true, name: 'renamed' });
    expect(identify(later)).toBe(identify(one));
    expect(identify({ ...one, scope: '2' })).not.toBe(identify(one));
  });
});

// FIPS 180-2, appendix B.1: the digest of "abc".
test('digests are of SHA-256', () => {
  const abc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
  expect(sha256Hex('abc')).toBe(abc);
  expect(digestText('abc')).toBe(abc.slice(0, 32));
});
