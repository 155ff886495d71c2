import { expect, test } from '@jest/globals';
import type { Certificate } from '../../src/certificate/certificate.ts';
import { compactCertificate } from '../../src/certificate/compact.ts';
import { toJsonFields } from '../../src/certificate/json.ts';
import { buildCertificate } from './build-certificate.ts';

const whole = buildCertificate({
  id: 'c1',
  name: 'client.example.com',
  status: 'active',
  fingerprint: 'AA:BB',
  subject: 'CN=client.example.com',
  issuer: 'CN=Example CA',
  serialNumber: '0A',
  sans: ['DNS:client.example.com'],
  notBefore: new Date('2026-01-02T03:04:05Z'),
  notAfter: new Date('2027-01-02T03:04:05.600Z'),
  createdAt: new Date('1969-12-31T23:59:59Z'),
  updatedAt: new Date(0),
  inUse: true,
  type: 'custom',
  pem: '-----BEGIN CERTIFICATE-----',
  vendor: { ski: 'ab' },
  contradictions: ["The API's notAfter differs."],
});

test.each<readonly [string, Certificate]>([
  ['with every field', whole],
  ['with none', buildCertificate()],
  ['with empty lists', buildCertificate({ sans: [] })],
])('a compact certificate %s reads as the one it is made of, but for its PEM and the vendor', (_, from) => {
  expect(toJsonFields(compactCertificate(from))).toEqual(toJsonFields({ ...from, pem: null, vendor: {} }));
});

test('what is changed in it is all that differs, also in a compact copy of a compact one', () => {
  const changed = compactCertificate(compactCertificate(whole, { issuer: 'CN=Other' }), { inUse: null });
  const expected = { ...whole, issuer: 'CN=Other', inUse: null, pem: null, vendor: {} };
  expect(toJsonFields(changed)).toEqual(toJsonFields(expected));
});

test('a date that is taken from it and changed does not change it', () => {
  const compact = compactCertificate(whole);
  compact.notAfter?.setFullYear(1999);
  expect(compact.notAfter).toEqual(whole.notAfter);
});
