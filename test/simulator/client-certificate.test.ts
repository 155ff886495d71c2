import { createHash, X509Certificate } from 'node:crypto';
import { afterEach, describe, expect, test } from '@jest/globals';
import { ZONES } from '../../simulator/cloudflare/client-estate.ts';
import type { CloudflareOptions } from '../../simulator/cloudflare/options.ts';
import { loadX509 } from '../../simulator/x509.ts';
import {
  at,
  CLIENTS,
  type ClientRow,
  makeCsr,
  openZone,
  readCode,
  readRow,
  SECOND_CLIENTS,
} from './client-visitor.ts';
import { closeSimulators, NOW } from './visitor.ts';

afterEach(closeSimulators);

const DAY = 24 * 60 * 60 * 1000;
const second = (milliseconds: number) => Math.floor(milliseconds / 1000) * 1000;
const open = (cloudflare: Partial<CloudflareOptions> = {}) => openZone({ cloudflare });

/** Checks a row against its own certificate, by two other readers of X.509. */
async function expectAgreement(row: ClientRow, authorityPem: string): Promise<void> {
  const certificate = new X509Certificate(row.certificate);
  const authority = new X509Certificate(authorityPem);
  expect(certificate.checkIssued(authority)).toBe(true);
  expect(certificate.verify(authority.publicKey)).toBe(true);
  expect(certificate.ca).toBe(false);
  expect(certificate.keyUsage).toEqual(['1.3.6.1.5.5.7.3.2']);
  expect(certificate.issuer).toMatch(/^CN=Managed CA [0-9a-f]{32}$/m);
  expect(certificate.fingerprint256.replaceAll(':', '').toLowerCase()).toBe(row.fingerprint_sha256);
  expect(certificate.serialNumber.toLowerCase()).toBe(row.serial_number);
  expect(row.serial_number).toMatch(/^[0-9a-f]{40}$/);
  expect(Date.parse(certificate.validFrom)).toBe(Date.parse(row.issued_on));
  expect(Date.parse(certificate.validTo)).toBe(Date.parse(row.expires_on));
  expect(Date.parse(row.expires_on) - Date.parse(row.issued_on)).toBe(row.validity_days * DAY);
  const parts = Object.fromEntries(
    certificate.subject.split('\n').map((line) => line.replaceAll('\\,', ',').split('=') as [string, string]),
  );
  const told = {
    C: row.country,
    ST: row.state,
    L: row.location,
    O: row.organization,
    OU: row.organizational_unit,
    CN: row.common_name,
  };
  expect(parts).toEqual(Object.fromEntries(Object.entries(told).filter(([, value]) => value !== '')));

  const x509 = await loadX509();
  const parsed = new x509.X509Certificate(row.certificate);
  const request = new x509.Pkcs10CertificateRequest(row.csr);
  expect(await request.verify()).toBe(true);
  expect(Buffer.from(request.publicKey.rawData)).toEqual(Buffer.from(parsed.publicKey.rawData));
  expect(request.subject).toBe(parsed.subject);
  expect(parsed.getExtension(x509.SubjectKeyIdentifierExtension)?.keyId).toBe(row.ski);
  const keyId = (await x509.SubjectKeyIdentifierExtension.create(parsed.publicKey)).keyId;
  expect(row.ski).toBe(keyId);
  expect(parsed.getExtension(x509.KeyUsagesExtension)?.usages).toBe(x509.KeyUsageFlags.digitalSignature);
  const authorityKeyId = await x509.SubjectKeyIdentifierExtension.create(
    new x509.X509Certificate(authorityPem).publicKey,
  );
  expect(parsed.getExtension(x509.AuthorityKeyIdentifierExtension)?.keyId).toBe(authorityKeyId.keyId);
}

describe('a client certificate in an answer', () => {
  test('is signed by the managed authority, and agrees with the fields beside it', async () => {
    const { listAll, readState } = await open();
    const rows = await listAll();
    const authorityPem = readState().cloudflare.zones[ZONES.company]?.authorityPem ?? '';
    expect(rows).toHaveLength(240);
    for (const row of rows) await expectAgreement(row, authorityPem);
    for (const field of ['id', 'serial_number', 'fingerprint_sha256', 'ski'] as const) {
      expect(new Set(rows.map((row) => row[field])).size).toBe(240);
    }
    const authority = new X509Certificate(authorityPem);
    expect([authority.ca, authority.verify(authority.publicKey)]).toEqual([true, true]);
  });

  test('is the same in the list and by its id, and stays so', async () => {
    const { callForPage, callForRow } = await open();
    const { rows } = await callForPage('?per_page=5');
    for (const row of rows) expect(await callForRow('GET', at(row.id))).toEqual(row);
  });

  test.each(['ecdsa', 'rsa'] as const)('is made of an %s request, subject and key and all', async (type) => {
    const { callForRow, readState } = await open();
    const csr = await makeCsr(
      [
        { C: ['DE'] },
        { ST: ['Bayern'] },
        { L: ['Nürnberg'] },
        { O: ['Beispiel, GmbH'] },
        { OU: ['Pumpen'] },
        { CN: ['pump.company.example'] },
      ],
      type,
    );
    const body = { csr, validity_days: 3650 };
    const row = await callForRow('POST', CLIENTS, { body });
    expect(row).toMatchObject({
      id: expect.stringMatching(/^[0-9a-f]{32}$/),
      status: 'active',
      state: 'Bayern',
      location: 'Nürnberg',
      organization: 'Beispiel, GmbH',
      organizational_unit: 'Pumpen',
      country: 'DE',
      common_name: 'pump.company.example',
      validity_days: 3650,
      signature: 'ECDSAWithSHA256',
      certificate_authority: { name: 'Cloudflare Managed CA for account' },
      issued_on: '2026-11-20T10:00:00Z',
      expires_on: '2036-11-17T10:00:00Z',
    });
    await expectAgreement(row, readState().cloudflare.zones[ZONES.company]?.authorityPem ?? '');
    expect(Object.keys(row).sort()).toEqual([
      'certificate',
      'certificate_authority',
      'common_name',
      'country',
      'csr',
      'expires_on',
      'fingerprint_sha256',
      'id',
      'issued_on',
      'location',
      'organization',
      'organizational_unit',
      'serial_number',
      'signature',
      'ski',
      'state',
      'status',
      'validity_days',
    ]);
  });

  test.each([
    ['line feeds', (csr: string) => csr],
    ['carriage returns too', (csr: string) => csr.replaceAll('\n', '\r\n')],
    ['no last line end', (csr: string) => csr.trim()],
  ])('brings the request back with CRLF, sent with %s', async (_what, change) => {
    const csr = await makeCsr();
    const row = await (await open()).callForRow('POST', CLIENTS, {
      body: { csr: change(csr), validity_days: 1 },
    });
    expect(row.csr.trim()).toBe(csr.trim().replaceAll('\n', '\r\n'));
  });

  test('past the year 2049 has its dates in the longer form', async () => {
    const csr = await makeCsr();
    const row = await (await open()).callForRow('POST', CLIENTS, { body: { csr, validity_days: 36_500 } });
    expect(Date.parse(new X509Certificate(row.certificate).validTo)).toBe(second(NOW) + 36_500 * DAY);
  });

  test('is made anew each time the same request is sent', async () => {
    const { callForRow, readState } = await open();
    const body = { csr: await makeCsr(), validity_days: 30 };
    const rows = await Promise.all([1, 2, 3].map(() => callForRow('POST', CLIENTS, { body })));
    for (const field of ['id', 'serial_number', 'fingerprint_sha256'] as const) {
      expect(new Set(rows.map((row) => row[field])).size).toBe(3);
    }
    expect(new Set(rows.map(({ csr, ski }) => csr + ski)).size).toBe(1);
    expect(readState().cloudflare.zones[ZONES.company]?.creations).toEqual(
      rows.map(({ id }) => ({ id, at: NOW, validityDays: 30 })),
    );
  });

  test('has the same authority in each zone of the account', async () => {
    const { callForRow } = await open();
    const body = { csr: await makeCsr(), validity_days: 30 };
    const [here, there] = [
      await callForRow('POST', CLIENTS, { body }),
      await callForRow('POST', SECOND_CLIENTS, { body }),
    ];
    expect(there.certificate_authority).toEqual(here.certificate_authority);
    expect(new X509Certificate(there.certificate).issuer).toBe(new X509Certificate(here.certificate).issuer);
  });

  test('has the same id and serial number again where the seed is the same', async () => {
    const csr = await makeCsr();
    const numbersFor = async (seed: number) => {
      const row = await (await openZone({ seed })).callForRow('POST', CLIENTS, {
        body: { csr, validity_days: 1 },
      });
      return [row.id, row.serial_number];
    };
    expect(await numbersFor(1)).toEqual(await numbersFor(1));
    expect(await numbersFor(2)).not.toEqual(await numbersFor(1));
  });

  test('never comes with a private key', async () => {
    const { call } = await open();
    const body = { csr: await makeCsr(), validity_days: 30 };
    expect((await call('POST', CLIENTS, { body })).text).not.toContain('PRIVATE KEY');
  });
});

describe('what is not established is an option', () => {
  test.each([
    ['rfc3339', '2026-11-20T10:00:00Z', '2026-12-20T10:00:00Z'],
    ['go', '2026-11-20 10:00:00 +0000 UTC', '2026-12-20 10:00:00 +0000 UTC'],
    ['no-zone', '2026-11-20T10:00:00', '2026-12-20T10:00:00'],
  ] as const)('times in the style %s', async (clientTimeStyle, issued_on, expires_on) => {
    const body = { csr: await makeCsr(), validity_days: 30 };
    const row = await (await open({ clientTimeStyle })).callForRow('POST', CLIENTS, { body });
    expect(row).toMatchObject({ issued_on, expires_on });
  });

  test('fields may be left out, and the PEM may have its line ends spelt', async () => {
    const { callForPage } = await open({ omitFields: ['expires_on', 'csr'], literalBackslashNPem: true });
    for (const row of (await callForPage()).rows) {
      expect(row).not.toHaveProperty('expires_on');
      expect(row).not.toHaveProperty('csr');
      expect(row.certificate).toMatch(/^-----BEGIN CERTIFICATE-----\\n[^\n]+\\n$/);
    }
  });
});

describe('a creation is refused', () => {
  const spoil = (csr: string) => {
    const der = Buffer.from(csr.replace(/-----[^-]+-----/g, ''), 'base64');
    // Within the signature, which is at the end.
    der.writeUInt8(der.readUInt8(der.length - 5) ^ 1, der.length - 5);
    return `-----BEGIN CERTIFICATE REQUEST-----\n${der.toString('base64')}\n-----END CERTIFICATE REQUEST-----\n`;
  };
  test.each<[string, (csr: string) => object | undefined, string]>([
    ['without a body', () => undefined, '/csr'],
    ['without a request', () => ({ validity_days: 30 }), '/csr'],
    ['with a number for a request', () => ({ csr: 1, validity_days: 30 }), '/csr'],
    ['with an empty request', () => ({ csr: '', validity_days: 30 }), '/csr'],
    ['with text for a request', () => ({ csr: 'request', validity_days: 30 }), '/csr'],
    ['with the line ends spelt', (csr) => ({ csr: csr.replaceAll('\n', '\\n'), validity_days: 30 }), '/csr'],
    ['with half of a request', (csr) => ({ csr: csr.slice(0, 200), validity_days: 30 }), '/csr'],
    ['with a broken signature', (csr) => ({ csr: spoil(csr), validity_days: 30 }), '/csr'],
    [
      'with another label',
      (csr) => ({ csr: csr.replaceAll('CERTIFICATE REQUEST', 'CERTIFICATE'), validity_days: 30 }),
      '/csr',
    ],
    ['without a validity', (csr) => ({ csr }), '/validity_days'],
    ['with no day', (csr) => ({ csr, validity_days: 0 }), '/validity_days'],
    ['with half a day', (csr) => ({ csr, validity_days: 0.5 }), '/validity_days'],
    ['with a text for days', (csr) => ({ csr, validity_days: '30' }), '/validity_days'],
  ])('%s', async (_what, makeBody, pointer) => {
    const { call, readState } = await open();
    const before = readState();
    const reply = await call('POST', CLIENTS, { body: makeBody(await makeCsr()) });
    expect([reply.status, reply.json.success, reply.json.errors[0]?.source?.pointer]).toEqual([
      400,
      false,
      pointer,
    ]);
    expect(readState()).toEqual(before);
  });
});

test('the authority’s key identifies it as it should', async () => {
  const pem = (await open()).readState().cloudflare.zones[ZONES.company]?.authorityPem ?? '';
  const key = new X509Certificate(pem).publicKey.export({ type: 'spki', format: 'der' });
  const x509 = await loadX509();
  // A P-256 point has 65 octets, at the end.
  const hash = createHash('sha1').update(key.subarray(-65)).digest('hex');
  expect(new x509.X509Certificate(pem).getExtension(x509.SubjectKeyIdentifierExtension)?.keyId).toBe(hash);
});

test('a lost answer of a creation leaves a certificate', async () => {
  const { call, callForPage, planFault } = await open();
  const { info } = await callForPage('?status=active');
  planFault({ endpoint: 'client.create', kind: 'lost-answer' });
  const body = { csr: await makeCsr(), validity_days: 30 };
  await expect(call('POST', CLIENTS, { body })).rejects.toThrow();
  expect((await callForPage('?status=active')).info.total_count).toBe(info.total_count + 1);
  expect(readCode(await call('POST', CLIENTS, { body }))).toEqual([200, null]);
  expect(readRow(await call('GET', at((await callForPage()).rows[0]?.id ?? ''))).validity_days).toBe(30);
});
