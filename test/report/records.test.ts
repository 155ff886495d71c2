import { describe, expect, test } from '@jest/globals';
import { prepareJson } from '../../src/certificate/json.ts';
import { toRecord, writeJsonArray, writeRecord } from '../../src/report/records.ts';
import { buildCertificate } from '../certificate/build-certificate.ts';

const certificate = buildCertificate({
  name: 'a "name" with \n and é 証',
  sans: ['one.example', 'two.example'],
  notBefore: new Date('2026-01-02T03:04:05Z'),
  notAfter: new Date('2027-01-02T03:04:05Z'),
  vendor: { csr: '-----BEGIN CERTIFICATE REQUEST-----\r\n', nested: { list: [1, null, '}'] } },
});
const judgement = {
  certificate,
  severity: 'expiring',
  daysLeft: 20,
  standing: 'counted',
  contribution: 'warn',
  reason: 'expires in 20 days',
} as const;

describe('A record of a certificate', () => {
  test('is the same text whether or not it was prepared while the list was read', () => {
    const unprepared = writeRecord(judgement);
    prepareJson(certificate);
    expect(writeRecord(judgement)).toBe(unprepared);
    expect(unprepared).toBe(JSON.stringify(toRecord(judgement)));
  });

  test('has its dates as text, and ends with what the policy makes of it', () => {
    expect(JSON.parse(writeRecord(judgement))).toMatchObject({
      name: certificate.name,
      notAfter: '2027-01-02T03:04:05Z',
      createdAt: null,
      vendor: certificate.vendor,
      severity: 'expiring',
      daysLeft: 20,
    });
    expect(writeRecord({ ...judgement, severity: 'unknown', daysLeft: null })).toMatch(
      /,"severity":"unknown","daysLeft":null}$/,
    );
  });
});

describe('An array of records', () => {
  test.each([[0], [1], [3]])('is whole JSON, of %d', (count) => {
    const text = [...writeJsonArray(Array.from({ length: count }, () => writeRecord(judgement)))].join('');
    expect(text.endsWith(']\n')).toBe(true);
    expect(JSON.parse(text)).toHaveLength(count);
  });
});
