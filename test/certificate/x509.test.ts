import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { type CertificateFacts, parseOpensslTime, readCertificate } from '../../src/certificate/x509.ts';
import {
  addressName,
  buildDer,
  buildPem,
  caExtension,
  type DerCertificate,
  directoryName,
  dnsName,
  emailName,
  generalizedTime,
  name,
  sanExtension,
  sequence,
  tlv,
  toPem,
  uriName,
  utcTime,
} from './der.ts';

function read(certificate: DerCertificate): CertificateFacts {
  const facts = readCertificate(buildDer(certificate));
  if ('unreadable' in facts) throw new Error(facts.unreadable);
  return facts;
}

const hashOf = (der: Uint8Array) => createHash('sha256').update(der).digest('hex');
const plain = (fingerprint: string | null) => fingerprint?.replaceAll(':', '').toLowerCase();

test('a certificate within an extension of a certificate is not taken for it', () => {
  const inner = buildPem({ subject: name([['CN', 'inner']]) });
  const comment = sequence(Buffer.from('0603551d0e', 'hex'), tlv(0x04, Buffer.from(`\n${inner}`)));
  const outer = { subject: name([['CN', 'outer']]) };
  for (const extensions of [[comment], [caExtension, comment]]) {
    expect(read({ ...outer, extensions }).subject).toBe('CN=outer');
  }
});

describe('dates', () => {
  test.each([
    ['a UTCTime', utcTime('270101000000Z'), '2027-01-01T00:00:00.000Z'],
    ['a UTCTime of 1950', utcTime('500101000000Z'), '1950-01-01T00:00:00.000Z'],
    ['a UTCTime of 2049', utcTime('491231235959Z'), '2049-12-31T23:59:59.000Z'],
    ['the year 1', generalizedTime('00010101000000Z'), '0001-01-01T00:00:00.000Z'],
    ['the year 99', generalizedTime('00991231235959Z'), '0099-12-31T23:59:59.000Z'],
    [
      'a GeneralizedTime before 2050',
      generalizedTime('20260229000000Z'.replace('29', '28')),
      '2026-02-28T00:00:00.000Z',
    ],
    ['a GeneralizedTime after 2050', generalizedTime('20510517130102Z'), '2051-05-17T13:01:02.000Z'],
    ['fractions of a second', generalizedTime('20571201060708.999Z'), '2057-12-01T06:07:08.999Z'],
    ['another zone', generalizedTime('20560811122001-0600'), '2056-08-11T18:20:01.000Z'],
    ['the end of all time', generalizedTime('99991231235959Z'), '9999-12-31T23:59:59.000Z'],
  ])('notAfter as %s', (_, notAfter, expected) => {
    expect(read({ notAfter }).notAfter?.toISOString()).toBe(expected);
    expect(read({ notBefore: notAfter }).notBefore?.toISOString()).toBe(expected);
  });

  test('a year of four digits in a UTCTime is null, not a guess', () => {
    const facts = read({ notAfter: utcTime('19020701025736Z') });
    expect(facts.notAfter).toBeNull();
    expect(facts.notBefore?.toISOString()).toBe('2026-01-01T00:00:00.000Z');
  });

  test.each([
    ['Jan  1 00:00:00 1 GMT', '0001-01-01T00:00:00.000Z'],
    ['Feb 29 23:59:59 2028 GMT', '2028-02-29T23:59:59.000Z'],
    ['Dec  1 06:07:08.5 2057 GMT', '2057-12-01T06:07:08.500Z'],
  ])('OpenSSL prints %s', (text, expected) => {
    expect(parseOpensslTime(text)?.toISOString()).toBe(expected);
  });

  test.each([
    'Bad time value',
    '',
    'Feb 30 00:00:00 2026 GMT',
    'Foo  1 00:00:00 2026 GMT',
    'Jan  1 24:00:00 2026 GMT',
    'Jan  1 00:00:00 2026',
    'Jan  1 00:00:00 12026 GMT',
  ])('the text %p is no date', (text) => {
    expect(parseOpensslTime(text)).toBeNull();
  });
});

describe('names and numbers', () => {
  test.each([
    ['positive', [0x2a], '2A'],
    ['with a leading zero', [0x00, 0xff], 'FF'],
    ['negative', [0xff], '-01'],
    ['zero', [0x00], '0'],
    ['longer than 20 octets', Array(24).fill(0x11), '11'.repeat(24)],
  ])('a serial number that is %s', (_, serial, expected) => {
    expect(read({ serial }).serialNumber).toBe(expected);
  });

  test('the most specific part of a name comes first', () => {
    const subject = name([
      ['C', 'US'],
      ['O', 'Example, Inc.'],
      ['CN', 'a + b = c'],
    ]);
    expect(read({ subject }).subject).toBe('CN=a \\+ b = c,O=Example\\, Inc.,C=US');
    expect(read({ issuer: subject }).issuer).toBe('CN=a \\+ b = c,O=Example\\, Inc.,C=US');
  });

  test('a part with several values, an empty name, and a line break in a value', () => {
    const several = name(
      [
        ['CN', 'a'],
        ['O', 'b'],
      ],
      true,
    );
    expect(read({ subject: several }).subject).toMatch(/^(CN=a\+O=b|O=b\+CN=a)$/);
    expect(read({ subject: name([]) }).subject).toBe('');
    expect(read({ subject: name([['CN', 'a\nO=b']]) }).subject).toBe('CN=a\\0AO=b');
  });

  test('alternative names come as plain values in their order, other kinds left out', () => {
    const san = sanExtension(
      dnsName('example.com'),
      addressName([192, 0, 2, 1]),
      addressName([0x20, 0x01, 0x0d, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]),
      directoryName('someone, else'),
      emailName('a@example.com'),
      uriName('https://example.com/?a=1, DNS:forged.example'),
      dnsName('*.example.com'),
    );
    expect(read({ extensions: [san] }).sans).toEqual([
      'example.com',
      '192.0.2.1',
      '2001:db8::1',
      'a@example.com',
      'https://example.com/?a=1, DNS:forged.example',
      '*.example.com',
    ]);
  });

  test('an address of a wrong length is left out', () => {
    expect(read({ extensions: [sanExtension(addressName([1, 2, 3]), dnsName('a.example'))] }).sans).toEqual([
      'a.example',
    ]);
  });

  test('no alternative names', () => {
    expect(read({}).sans).toEqual([]);
  });

  test('basic constraints', () => {
    expect(read({}).isCa).toBe(false);
    expect(read({ extensions: [caExtension] }).isCa).toBe(true);
  });
});

describe('material', () => {
  test('the fingerprint is the hash of the DER, from DER and PEM alike', () => {
    const der = buildDer();
    const fromDer = readCertificate(der);
    expect(plain(fromDer.fingerprint)).toBe(hashOf(der));
    expect(readCertificate(toPem(der))).toEqual(fromDer);
    expect(readCertificate(`text\n${toPem(der).replaceAll('\n', '\\n')}`)).toEqual(fromDer);
  });

  test('of several certificates the first is read, keys passed over', () => {
    const first = buildDer({ serial: [1] });
    const text = toPem(Buffer.from('key'), 'PRIVATE KEY') + toPem(first) + buildPem({ serial: [2] });
    expect(plain(readCertificate(text).fingerprint)).toBe(hashOf(first));
  });

  test('what OpenSSL refuses is unreadable and still has its fingerprint', () => {
    const noSeconds = buildDer({ notBefore: utcTime('1204270000Z') });
    const facts = readCertificate(noSeconds);
    expect(facts).toEqual({
      unreadable: expect.stringContaining('OpenSSL'),
      fingerprint: expect.any(String),
    });
    expect(plain(facts.fingerprint)).toBe(hashOf(noSeconds));
  });

  test.each([
    ['nothing', '', null],
    ['no block', 'hello', null],
    ['a key', toPem(Buffer.from('key'), 'PRIVATE KEY'), null],
    ['a body that is not base64', '-----BEGIN CERTIFICATE-----\n*string*\n-----END CERTIFICATE-----', null],
    ['a body that is no certificate', toPem(Buffer.from('hello')), hashOf(Buffer.from('hello'))],
    ['a certificate cut short', toPem(buildDer().subarray(0, 80)), hashOf(buildDer().subarray(0, 80))],
    ['empty DER', new Uint8Array(), hashOf(new Uint8Array())],
  ])('%s is unreadable', (_, material, hash) => {
    const facts = readCertificate(material);
    expect(facts).toHaveProperty('unreadable');
    expect(plain(facts.fingerprint) ?? null).toBe(hash);
  });
});
