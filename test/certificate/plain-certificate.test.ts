import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createClientAuthority, makeRequest } from '../../simulator/cloudflare/client-authority.ts';
import { fingerprintOf } from '../../src/certificate/fingerprint.ts';
import { readKeyFacts, readKeyFactsByOpenssl } from '../../src/certificate/key-facts.ts';
import { loadX509 } from '../../src/certificate/material/load-x509.ts';
import { readPlainCertificate } from '../../src/certificate/plain-certificate.ts';
import { readByOpenssl, readCertificate } from '../../src/certificate/x509.ts';
import { type Issued, issue, makeEcKeys, makeRsaKeys } from '../support/material.ts';
import {
  addressName,
  buildDer,
  caExtension,
  directoryName,
  dnsName,
  emailName,
  generalizedTime,
  name,
  sanExtension,
  toPem,
  uriName,
  utcTime,
} from './der.ts';

/*
 * Plain certificates are read without OpenSSL, for speed. Whatever is read so has to be what OpenSSL says; and
 * what OpenSSL refuses or reads in another way must not pass for plain.
 */

/** Says whether it was plain; fails where the readers differ. */
function compare(der: Buffer): boolean {
  const pem = toPem(der);
  expect(readKeyFacts(pem)).toEqual(readKeyFactsByOpenssl(pem));
  const plain = readPlainCertificate(der);
  if (plain === null) return false;
  expect(readCertificate(der)).toEqual(readByOpenssl(der));
  expect(fingerprintOf(der)).toMatch(/^[0-9A-F]{2}(:[0-9A-F]{2}){31}$/);
  return true;
}

const decode = ({ pem }: Pick<Issued, 'pem'>) =>
  Buffer.from(pem.replace(/-----[^-]+-----|\s/g, ''), 'base64');
const DAY = 24 * 60 * 60 * 1000;
const NOW = Date.UTC(2026, 5, 15);

async function issueSamples(): Promise<readonly Buffer[]> {
  const root = await issue({ subject: 'C=GB,O=Example Trust\\, Ltd,CN=root', isCa: true });
  const authority = createClientAuthority('account', {
    clock: { now: () => NOW },
    seed: 1,
    settleMilliseconds: 0,
    unkind: null,
  });
  const request = makeRequest({
    commonName: 'device-1.example',
    organization: 'Example, Works "Ltd"',
    organizationalUnit: 'A+B',
    location: 'Leeds',
    state: '',
    country: 'GB',
  });
  const issued = await Promise.all([
    issue({ subject: 'C=GB,O=Example,CN=leaf', issuer: root, sans: ['a.example', '*.b.example'] }),
    issue({ subject: 'CN=rsa', issuer: root, keys: makeRsaKeys() }),
    issue({ subject: 'CN=wide', keys: makeEcKeys('P-384') }),
  ]);
  return [
    ...issued.map(decode),
    decode(authority.issue(request, { id: '1', issuedOn: NOW, expiresOn: NOW + 3650 * DAY })),
  ];
}

describe('a plain certificate, read without OpenSSL', () => {
  test('certificates as authorities issue them are plain', async () => {
    const samples = await issueSamples();
    expect(samples.map(compare)).toEqual(samples.map(() => true));
  });

  test('an authority, and a key that is not known, are left to OpenSSL', async () => {
    const root = await issue({ subject: 'CN=root', isCa: true });
    expect(readPlainCertificate(decode(root))).toBeNull();
    expect(readCertificate(decode(root))).toMatchObject({ isCa: true });
    const odd = await issue({ subject: 'CN=odd', keys: makeEcKeys('P-521') });
    expect(compare(decode(odd))).toBe(true);
    expect(readKeyFacts(odd.pem)).toMatchObject({ kind: 'ec', bits: 521 });
  });

  test('what @peculiar/x509 reads is read here', async () => {
    const x509 = await loadX509();
    for (const der of await issueSamples()) {
      const other = new x509.X509Certificate(new Uint8Array(der));
      const plain = readPlainCertificate(der);
      expect(plain?.serialNumber.toLowerCase()).toBe(other.serialNumber.toLowerCase());
      expect([plain?.notBefore, plain?.notAfter]).toEqual([other.notBefore, other.notAfter]);
      expect(plain?.publicKey.equals(Buffer.from(other.publicKey.rawData))).toBe(true);
      const sans = other.getExtension(x509.SubjectAlternativeNameExtension)?.names.items ?? [];
      expect(plain?.sans).toEqual(sans.map(({ value }) => value));
      const [commonName] = other.subjectName.getField('CN');
      expect(plain?.subject.startsWith(`CN=${commonName}`)).toBe(true);
    }
  });

  test('one octet or two of a certificate changed, left out or put in', async () => {
    const samples = await issueSamples();
    const change = fc.record({
      at: fc.nat(10_000),
      octet: fc.oneof(
        fc.nat(255),
        fc.constantFrom(0, 1, 2, 3, 4, 5, 6, 12, 19, 22, 23, 24, 0x30, 0x31, 0x80, 0x81),
      ),
      kind: fc.constantFrom('set', 'set', 'set', 'flip', 'insert', 'remove'),
    });
    let plain = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...samples),
        fc.array(change, { minLength: 1, maxLength: 2 }),
        (sample, changes) => {
          let der = Buffer.from(sample);
          for (const { at, octet, kind } of changes) {
            const index = at % der.length;
            const [head, tail] = [der.subarray(0, index), der.subarray(index + 1)];
            const kept = der.subarray(index, index + 1);
            const one = Buffer.from([kind === 'flip' ? (kept[0] ?? 0) ^ (1 << (octet % 8)) : octet]);
            der = Buffer.concat([
              head,
              ...(kind === 'remove' ? [] : [one]),
              ...(kind === 'insert' ? [kept] : []),
              tail,
            ]);
          }
          if (compare(der)) plain += 1;
        },
      ),
      { numRuns: 4000 },
    );
    // Most changes of a signature or a key leave a certificate that can be read.
    expect(plain).toBeGreaterThan(200);
  });

  test('any names, dates, serial numbers and alternative names', () => {
    const text = fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom('device-1.example', 'Example Works, Ltd', 'GB', 'A & "B"') },
      fc.string({ maxLength: 12, unit: 'grapheme' }),
      fc.string({ maxLength: 12, unit: fc.constantFrom(...'aB1 ,+"\\<>;#=/*\u0000\n') }),
      fc.constantFrom(' a', 'a ', '#a', 'a + b', ''),
    );
    const names = fc
      .array(fc.tuple(fc.constantFrom('CN', 'C', 'O'), text), { maxLength: 4 })
      .chain((parts) => fc.boolean().map((together) => name(parts, together && parts.length > 1)));
    const digits = fc.constantFrom(
      ...['260101000000', '491231235959', '500101000000', '260230000000', '261301000000', '26010100000', 'x'],
    );
    const time = fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(utcTime('260101000000Z'), generalizedTime('20510517130102Z')) },
      fc.tuple(digits, fc.constantFrom('Z', '', '+0100')).map(([head, zone]) => utcTime(head + zone)),
      fc
        .tuple(fc.constantFrom('20', '19', '00', '99'), digits, fc.constantFrom('Z', '.5Z', '-0600'))
        .map(([century, tail, zone]) => generalizedTime(century + tail + zone)),
    );
    const host = fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom('a.example', '*.b.example', 'a_b@c.example', 'x') },
      text,
    );
    const san = fc.oneof(
      host.map(dnsName),
      host.map(emailName),
      host.map((path) => uriName(`https://a.example/${path}`)),
      fc.uint8Array({ minLength: 3, maxLength: 17 }).map((octets) => addressName([...octets])),
      fc.constant(directoryName('x')),
    );
    const certificates = fc.record(
      {
        serial: fc.array(fc.nat(255), { minLength: 1, maxLength: 20 }),
        subject: names,
        issuer: names,
        notBefore: time,
        notAfter: time,
        extensions: fc.array(
          fc.oneof(
            fc.array(san, { maxLength: 4 }).map((all) => sanExtension(...all)),
            fc.constant(caExtension),
          ),
          { maxLength: 2 },
        ),
      },
      // What is left out is plain.
      { requiredKeys: [] },
    );
    let plain = 0;
    fc.assert(
      fc.property(certificates, (certificate) => {
        if (compare(buildDer(certificate))) plain += 1;
      }),
      { numRuns: 3000 },
    );
    expect(plain).toBeGreaterThan(100);
  });
});
