import { describe, expect, test } from '@jest/globals';
import { prepareJson, toJsonFields, writeJson } from '../../src/certificate/json.ts';
import { buildCertificate } from './build-certificate.ts';

const facts = {
  id: 'c1',
  notBefore: new Date('2026-01-02T03:04:05Z'),
  notAfter: new Date('2027-01-02T03:04:05.600Z'),
  updatedAt: new Date('2026-02-02T00:00:00Z'),
  vendor: { ski: 'ab', tags: ['x'] },
};

describe('A certificate as JSON', () => {
  test('has every field, and its dates as text', () => {
    expect(toJsonFields(buildCertificate(facts))).toEqual({
      ...buildCertificate(facts),
      notBefore: '2026-01-02T03:04:05Z',
      notAfter: '2027-01-02T03:04:05.600Z',
      createdAt: null,
      updatedAt: '2026-02-02T00:00:00Z',
    });
  });

  test('is written as those fields in their order', () => {
    const certificate = buildCertificate(facts);
    expect(writeJson(certificate)).toBe(JSON.stringify(toJsonFields(certificate)));
  });

  test('that was prepared is the text of that moment', () => {
    const vendor: Record<string, unknown> = { ski: 'ab' };
    const certificate = buildCertificate({ ...facts, vendor });
    prepareJson(certificate);
    const prepared = writeJson(certificate);
    vendor.ski = 'cd';
    expect(writeJson(certificate)).toBe(prepared);
    expect(writeJson({ ...certificate })).toContain('"ski":"cd"');
  });
});
