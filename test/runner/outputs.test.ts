import { describe, expect, test } from '@jest/globals';
import { judge } from '../../src/certificate/expiry.ts';
import { toRecordWithoutPem, writeWithin } from '../../src/report/records.ts';
import { buildCertificate } from '../certificate/build-certificate.ts';

const now = new Date('2026-11-23T00:00:00Z');

describe('the output `certificates`', () => {
  const certificates = Array.from({ length: 400 }, (_, index) =>
    buildCertificate({
      id: `id-${index}`,
      name: 'ü'.repeat(200),
      pem: '-----BEGIN CERTIFICATE-----\n…',
      notAfter: new Date(now.getTime() + (400 - index) * 86_400_000),
    }),
  );
  const { judgements } = judge(
    certificates,
    { failWithin: null, warnWithin: null, onEmpty: 'fail', counts: () => true },
    now,
  );
  const records = judgements.map(toRecordWithoutPem);

  test('is valid JSON below its limit in octets, whole records, the most urgent first', () => {
    const { text, truncated } = writeWithin(records, 100 * 1024);
    expect(truncated).toBe(true);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(100 * 1024);
    expect(Buffer.byteLength(text)).toBeGreaterThan(99 * 1024);
    const kept = JSON.parse(text);
    expect(kept[0].id).toBe('id-399');
    expect(kept.length).toBeLessThan(400);
    expect(kept.every((record: object) => !('pem' in record) && 'severity' in record)).toBe(true);
  });

  test('is whole where it fits', () => {
    const { text, truncated } = writeWithin(records.slice(0, 3), 100 * 1024);
    expect(truncated).toBe(false);
    expect(JSON.parse(text)).toHaveLength(3);
  });

  test('is an empty array for none', () => {
    expect(writeWithin([], 10)).toEqual({ text: '[]', truncated: false });
  });
});
