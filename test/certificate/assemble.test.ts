import { describe, expect, test } from '@jest/globals';
import { type ApiRecord, assembleCertificate } from '../../src/certificate/assemble.ts';
import { fingerprintOf } from '../../src/certificate/fingerprint.ts';
import { buildCertificate } from './build-certificate.ts';
import { buildDer, buildPem, dnsName, sanExtension, toPem, utcTime } from './der.ts';

const der = buildDer({ serial: [0x04, 0x31], extensions: [sanExtension(dnsName('a.example'))] });
const pem = toPem(der);
const fingerprint = fingerprintOf(der);

function assemble(facts: Partial<ApiRecord>) {
  const { contradictions: _, ...record } = buildCertificate(facts);
  return assembleCertificate(record);
}

describe('without a PEM', () => {
  test('the record is taken as it is', () => {
    const record = {
      provider: 'zscaler-zpa',
      scope: '42',
      id: '216196257331282583',
      name: 'a certificate',
      status: 'valid',
      subject: 'CN=a',
      issuer: 'CN=b',
      sans: ['a.example'],
      notBefore: new Date('2026-01-01T00:00:00Z'),
      notAfter: new Date('2027-01-01T00:00:00Z'),
      createdAt: new Date('2026-01-02T00:00:00Z'),
      updatedAt: null,
      inUse: true,
      type: 'custom',
      vendor: { qs_pack_id: 'x' },
    };
    expect(assemble(record)).toEqual(buildCertificate(record));
  });

  test('fingerprint and serial number come in the form of this project', () => {
    const unpadded = fingerprint.toLowerCase().replace(/\b0/g, '');
    const certificate = assemble({ fingerprint: unpadded, serialNumber: '04:ab:cd' });
    expect(certificate).toMatchObject({ fingerprint, serialNumber: '04ABCD', contradictions: [] });
  });

  test.each(['', ' \n'])('an empty text (%p) is no text', (empty) => {
    const certificate = assemble({ pem: empty, fingerprint: empty, serialNumber: empty });
    expect(certificate).toEqual(buildCertificate());
  });

  test('what cannot be read is null, and it is said', () => {
    const certificate = assemble({ fingerprint: 'AB:CD', serialNumber: '::error::' });
    expect(certificate).toMatchObject({ fingerprint: null, serialNumber: null });
    expect(certificate.contradictions).toEqual([
      "The API's fingerprint is not a SHA-256 fingerprint.",
      "The API's serial number is not hexadecimal.",
    ]);
  });
});

describe('with a PEM', () => {
  test('its facts fill what the API left out', () => {
    expect(assemble({ pem })).toEqual(
      buildCertificate({
        fingerprint,
        subject: 'CN=test',
        issuer: 'CN=issuer',
        serialNumber: '0431',
        sans: ['a.example'],
        notBefore: new Date('2026-01-01T00:00:00Z'),
        notAfter: new Date('2027-01-01T00:00:00Z'),
        pem,
      }),
    );
  });

  test('fields that say the same in other spellings do not contradict', () => {
    const certificate = assemble({
      pem: pem.replaceAll('\n', '\\n'),
      fingerprint: fingerprint.replaceAll(':', '').toLowerCase(),
      serialNumber: '000431',
      notBefore: new Date('2026-01-01T00:00:00.999Z'),
      notAfter: new Date('2026-12-31T23:59:59Z'),
      createdAt: new Date('2020-01-01T00:00:00Z'),
    });
    expect(certificate.contradictions).toEqual([]);
    expect(certificate.pem).toBe(pem);
  });

  test('its facts win, and each contradiction is said', () => {
    const certificate = assemble({
      pem,
      fingerprint: 'ab'.repeat(32),
      serialNumber: '99',
      notBefore: new Date('2026-01-01T00:00:01.001Z'),
      notAfter: new Date('2036-01-01T00:00:00Z'),
      subject: 'CN=another',
    });
    expect(certificate).toMatchObject({
      fingerprint,
      serialNumber: '0431',
      subject: 'CN=test',
      notBefore: new Date('2026-01-01T00:00:00Z'),
      notAfter: new Date('2027-01-01T00:00:00Z'),
    });
    expect(certificate.contradictions).toEqual([
      `The API's fingerprint AB:AB:AB:AB… differs from the PEM's ${fingerprint.slice(0, 11)}….`,
      "The API's serial number 99 differs from the PEM's 0431.",
      "The API's notBefore 2026-01-01T00:00:01.001Z differs from the PEM's 2026-01-01T00:00:00Z.",
      "The API's notAfter 2036-01-01T00:00:00Z differs from the PEM's 2027-01-01T00:00:00Z.",
    ]);
  });

  test('a date that is malformed in the PEM is null, whatever the API says', () => {
    const malformed = buildPem({ notAfter: utcTime('19020701025736Z') });
    const certificate = assemble({ pem: malformed, notAfter: new Date('2036-01-01T00:00:00Z') });
    expect(certificate.notAfter).toBeNull();
    expect(certificate.contradictions).toEqual(["The PEM's notAfter is malformed."]);
  });

  test('where it cannot be read the API is believed, with a warning', () => {
    const refused = buildDer({ notAfter: utcTime('3601010000Z') });
    const notAfter = new Date('2036-01-01T00:00:00Z');
    const certificate = assemble({ pem: toPem(refused), notAfter, serialNumber: '2a' });
    expect(certificate).toMatchObject({
      fingerprint: fingerprintOf(refused),
      notAfter,
      serialNumber: '2A',
      pem: toPem(refused),
    });
    expect(certificate.contradictions).toEqual([
      'The PEM is refused by OpenSSL as malformed; what the API says is taken instead.',
    ]);
  });

  test('a text without a certificate is not kept, nor quoted', () => {
    const certificate = assemble({ pem: '<script>::error::</script>', fingerprint });
    expect(certificate).toMatchObject({ pem: null, fingerprint });
    expect(certificate.contradictions.join()).toMatch(/^The PEM holds no complete block[ A-Za-z;]+\.$/);
  });

  test('a chain is kept, the first one read; a private key is not kept', () => {
    const issuer = buildPem({ serial: [9] });
    const certificate = assemble({
      pem: `text\n${pem}${toPem(Buffer.from('secret'), 'PRIVATE KEY')}${issuer}`,
    });
    expect(certificate.pem).toBe(pem + issuer);
    expect(certificate.fingerprint).toBe(fingerprint);
  });
});
