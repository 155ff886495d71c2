import { expect, test } from '@jest/globals';
import { nameOf } from '../../../src/operations/audit/certificate-findings.ts';
import { buildCertificate } from '../../certificate/build-certificate.ts';

test.each([
  [{ name: 'a', id: 'b', fingerprint: 'c' }, 'a'],
  [{ id: 'b', fingerprint: 'c' }, 'b'],
  [{ fingerprint: 'c' }, 'c'],
  [{ notAfter: new Date('2027-01-02T03:04:05Z') }, 'without id (2027-01-02T03:04:05Z)'],
  [{}, 'without id (no date)'],
])('people call a certificate by the best name that there is (%j)', (facts, name) => {
  expect(nameOf(buildCertificate(facts))).toBe(name);
});
