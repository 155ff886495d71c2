import { X509Certificate } from 'node:crypto';
import { afterEach, describe, expect, test } from '@jest/globals';
import { CERTIFICATES, type CertificateRow, closeSimulators, NOW, openSimulator } from './visitor.ts';

afterEach(closeSimulators);

const DAY = 24 * 60 * 60 * 1000;
const pad = (fingerprint: string) =>
  fingerprint
    .split(':')
    .map((octet) => octet.padStart(2, '0'))
    .join(':');
const second = (milliseconds: number) => Math.floor(milliseconds / 1000) * 1000;

describe('a certificate in an answer', () => {
  async function readAll(): Promise<CertificateRow[]> {
    const simulator = await openSimulator();
    await simulator.call('POST', CERTIFICATES);
    await simulator.call('POST', CERTIFICATES);
    return simulator.list();
  }

  test('is a root signed by its own key, and agrees with the fields beside it', async () => {
    const rows = await readAll();
    expect(rows).toHaveLength(8);
    for (const row of rows) {
      const certificate = new X509Certificate(row.certificate);
      expect(certificate.verify(certificate.publicKey)).toBe(true);
      expect(certificate.checkIssued(certificate)).toBe(true);
      expect(certificate.ca).toBe(true);
      expect(certificate.fingerprint256).toBe(pad(row.fingerprint));
      expect(Date.parse(certificate.validTo)).toBe(Date.parse(row.expires_on));
      // Node writes the most general part first, a part a line, with the same escapes.
      const parts = certificate.issuer.split('\n').reverse();
      expect(row.issuer_raw).toBe(parts.join(','));
      expect(parts).toContain(`O=${row.issuer_org.replaceAll(',', '\\,')}`);
    }
    const distinct = (name: 'serialNumber' | 'fingerprint256') =>
      new Set(rows.map((row) => new X509Certificate(row.certificate)[name])).size;
    expect([distinct('serialNumber'), distinct('fingerprint256')]).toEqual([8, 8]);
  });

  test('has octets without zero padding, or with it where that is asked for', async () => {
    const unpadded = (await readAll()).map((row) => row.fingerprint).join(':');
    expect(unpadded).toMatch(/^([1-9A-F][0-9A-F]?|0)(:([1-9A-F][0-9A-F]?|0))*$/);
    expect(unpadded).toMatch(/(^|:)[0-9A-F](:|$)/);
    const padded = await openSimulator({ cloudflare: { fingerprintStyle: 'padded' } });
    for (const row of await padded.list()) {
      expect(row.fingerprint).toBe(new X509Certificate(row.certificate).fingerprint256);
    }
  });

  test('writes unset times as year one, whole seconds for the end, microseconds for the rest', async () => {
    const ZERO = '0001-01-01T00:00:00Z';
    for (const row of await readAll()) {
      const set = row.type === 'custom' ? [row.uploaded_on, row.updated_at] : [row.created_at];
      const unset = row.type === 'custom' ? [row.created_at] : [row.uploaded_on, row.updated_at];
      expect(row.expires_on).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
      for (const time of set) expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
      expect(unset.every((time) => time === ZERO)).toBe(true);
    }
  });

  test.each([
    [undefined, 1825],
    ['', 1825],
    [{}, 1825],
    [{ validity_period_days: null }, 1825],
    [{ validity_period_days: 1 }, 1],
    [{ validity_period_days: 10_950, name: 'ignored' }, 10_950],
  ])('created with %j is valid for %i days', async (body, days) => {
    const { callForCertificate } = await openSimulator({ estate: 'empty' });
    const row = await callForCertificate('POST', CERTIFICATES, { body });
    const certificate = new X509Certificate(row.certificate);
    expect(Date.parse(certificate.validFrom)).toBe(second(NOW));
    expect(Date.parse(certificate.validTo)).toBe(second(NOW + days * DAY));
    expect(certificate.fingerprint256).toBe(pad(row.fingerprint));
  });

  test('has the same id again where the seed is the same', async () => {
    const idFor = async (seed: number) =>
      (await (await openSimulator({ estate: 'empty', seed })).callForCertificate('POST', CERTIFICATES)).id;
    const [first, again, other] = [await idFor(1), await idFor(1), await idFor(2)];
    expect(again).toBe(first);
    expect(other).not.toBe(first);
  });
});
