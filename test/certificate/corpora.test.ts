import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { readCertificate } from '../../src/certificate/x509.ts';
import { buildDer, type DerCertificate, generalizedTime, name, sanExtension, toPem, utcTime } from './der.ts';

/*
 * Certificates that are hard to read, and what an independent reader of DER says of them. A corpus of public
 * ones is read from CERTOPS_CORPORA, or from ../shared/corpora beside the repository, where there is one; those
 * generated here are always read.
 */
interface TrickyCertificate {
  readonly id: string;
  readonly notBefore: string | null;
  readonly notAfter: string | null;
  readonly sha256: string;
  readonly der: string;
  readonly pemFileB64?: string | null;
}

const folder = process.env.CERTOPS_CORPORA ?? join(import.meta.dirname, '../../../shared/corpora');
const file = join(folder, 'tricky-certificates.jsonl.gz');

const records: readonly TrickyCertificate[] = [
  ...generateRecords(),
  ...(existsSync(file) ? readRecords() : []),
];

function readRecords(): readonly TrickyCertificate[] {
  const lines = gunzipSync(readFileSync(file)).toString('utf8').trim().split('\n');
  return lines.map((line): TrickyCertificate => JSON.parse(line));
}

function generateRecords(): readonly TrickyCertificate[] {
  const end = '2027-01-01T00:00:00Z';
  const tricky: readonly (readonly [string, DerCertificate, string | null])[] = [
    ['year 1', { notAfter: generalizedTime('00010101000000Z') }, '0001-01-01T00:00:00Z'],
    ['year 9999', { notAfter: generalizedTime('99991231235959Z') }, '9999-12-31T23:59:59Z'],
    ['GeneralizedTime', { notAfter: generalizedTime('20300101000000Z') }, '2030-01-01T00:00:00Z'],
    ['another zone', { notAfter: generalizedTime('20300101000000+0100') }, '2029-12-31T23:00:00Z'],
    ['fractions', { notAfter: generalizedTime('20300101000000.5Z') }, '2030-01-01T00:00:00.500Z'],
    ['UTCTime with four digits', { notAfter: utcTime('19020701025736Z') }, null],
    ['no seconds', { notAfter: generalizedTime('203001010000Z') }, '2030-01-01T00:00:00Z'],
    ['negative serial', { serial: [0x80] }, end],
    ['serial not minimal', { serial: [0, 0, 1] }, end],
    ['empty names', { subject: name([]), issuer: name([]) }, end],
    ['names that are no text', { subject: name([['CN', '\u0000\u0007\u202e']]) }, end],
    ['no alternative name', { extensions: [sanExtension()] }, end],
    ['a broken alternative name', { extensions: [sanExtension(Buffer.from([0x82, 0x05, 0x61]))] }, end],
  ];
  return tricky.map(([id, certificate, notAfter]) => {
    const der = buildDer(certificate);
    return {
      id,
      notBefore: '2026-01-01T00:00:00Z',
      notAfter,
      sha256: createHash('sha256').update(der).digest('hex'),
      der: der.toString('base64'),
      pemFileB64: Buffer.from(`Certificate:\n  Data:\n${toPem(der)}`).toString('base64'),
    };
  });
}

const toTime = (text: string | null) => (text === null ? null : new Date(text).getTime());

describe('tricky certificates', () => {
  test.each(records)('$id: dates and fingerprint are right, or it is said to be unreadable', (record) => {
    const materials: readonly (string | Uint8Array)[] = [
      Buffer.from(record.der, 'base64'),
      ...(record.pemFileB64 ? [Buffer.from(record.pemFileB64, 'base64').toString('latin1')] : []),
    ];
    for (const material of materials) {
      const facts = readCertificate(material);
      expect(facts.fingerprint?.replaceAll(':', '').toLowerCase()).toBe(record.sha256);
      if ('unreadable' in facts) {
        expect(facts.unreadable).not.toBe('');
      } else {
        expect(facts.notBefore?.getTime() ?? null).toBe(toTime(record.notBefore));
        expect(facts.notAfter?.getTime() ?? null).toBe(toTime(record.notAfter));
      }
    }
  });

  test('few of them are unreadable', () => {
    const unreadable = records.filter(
      (record) => 'unreadable' in readCertificate(Buffer.from(record.der, 'base64')),
    );
    expect(unreadable.length).toBeLessThan(records.length / 3);
  });
});
