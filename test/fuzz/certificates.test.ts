import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { assembleCertificate } from '../../src/certificate/assemble.ts';
import { describeWeakKey, describeWeakSignature, readKeyFacts } from '../../src/certificate/key-facts.ts';
import { checkCsr } from '../../src/certificate/material/csr.ts';
import { loadX509 } from '../../src/certificate/material/load-x509.ts';
import { checkUpload } from '../../src/certificate/material/upload.ts';
import { normalisePem, readPemBlocks } from '../../src/certificate/pem.ts';
import { parseApiTime } from '../../src/certificate/time.ts';
import { parseOpensslTime, readCertificate } from '../../src/certificate/x509.ts';
import { unescapeText } from '../../src/providers/zscaler/unescape.ts';
import { buildCertificate } from '../certificate/build-certificate.ts';
import { buildDer, sanExtension, toPem } from '../certificate/der.ts';
import { type Issued, issue, makeEcKeys, NOW } from '../support/material.ts';
import { expectCleanPrototypes, oddText, soupOf, spoilOctets, tries } from './support/fuzz.ts';

let issued: Issued;
let csr: Buffer;

beforeAll(async () => {
  const keys = makeEcKeys();
  issued = await issue({ subject: 'CN=fuzz.example.com', sans: ['fuzz.example.com'], keys });
  const x509 = await loadX509();
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const request = await x509.Pkcs10CertificateRequestGenerator.create({
    name: 'CN=fuzz,O=Fuzz',
    keys: {
      privateKey: keys.privateKey.toCryptoKey(algorithm, false, ['sign']),
      publicKey: keys.publicKey.toCryptoKey(algorithm, true, ['verify']),
    },
    signingAlgorithm: algorithm,
  });
  csr = Buffer.from(request.rawData);
});

const wrap = (label: string, der: Uint8Array) =>
  `-----BEGIN ${label}-----\n${Buffer.from(der).toString('base64')}\n-----END ${label}-----\n`;
const derOf = (pem: string) => Buffer.from(readPemBlocks(pem)[0]?.der ?? []);
const pemSoup = soupOf(
  '-----BEGIN CERTIFICATE-----',
  '-----END CERTIFICATE-----',
  '-----BEGIN CERTIFICATE REQUEST-----',
  '-----END CERTIFICATE REQUEST-----',
  '-----BEGIN EC PRIVATE KEY-----',
  '-----END EC PRIVATE KEY-----',
  'Proc-Type: 4,ENCRYPTED',
  '\n',
  '\\n',
  '\\\\r\\\\n',
  'MIIB',
  '====',
  '\u0000',
);

describe('a certificate', () => {
  test('of any octets is read, or said to be unreadable; its fingerprint is over what was given', () => {
    const octets = fc.oneof(
      fc.uint8Array({ minLength: 1, maxLength: 64 }).map((given) => Buffer.from(given)),
      spoilOctets(derOf(issued.pem)),
      spoilOctets(buildDer({ extensions: [sanExtension(Buffer.from('82036162638704c0000201', 'hex'))] })),
    );
    fc.assert(
      fc.property(octets, (der) => {
        const facts = readCertificate(der);
        expect(facts.fingerprint?.replaceAll(':', '').toLowerCase()).toBe(
          createHash('sha256').update(der).digest('hex'),
        );
        if ('unreadable' in facts) expect(facts.unreadable).toMatch(/\S/);
        for (const text of [toPem(der), wrap('CERTIFICATE', der)])
          expect(readCertificate(text)).toEqual(facts);
        const key = readKeyFacts(toPem(der));
        if (key !== null) expect([describeWeakKey(key), describeWeakSignature(key)]).toHaveLength(2);
      }),
      tries(5),
    );
  });

  test('of any text is read the same after its form was put right', () => {
    fc.assert(
      fc.property(fc.oneof(pemSoup, oddText), (text) => {
        const normal = normalisePem(text);
        expect(normalisePem(normal)).toBe(normal);
        expect(readPemBlocks(normal)).toEqual(readPemBlocks(text));
        readCertificate(text);
      }),
      tries(5),
    );
  });

  test('is put together from any record of an API, and contradictions hold nothing of its text', () => {
    const text = fc.option(
      fc.oneof(
        oddText,
        pemSoup,
        fc.constant('fuzzed-text').map((one) => one.repeat(3)),
      ),
      {
        nil: null,
      },
    );
    const record = fc.record({ fingerprint: text, serialNumber: text, pem: text, name: text, id: text });
    fc.assert(
      fc.property(record, text, (facts, time) => {
        const { contradictions, notAfter } = assembleCertificate({
          ...buildCertificate(facts),
          notAfter: parseApiTime(time),
        });
        expect(contradictions.join()).not.toContain('fuzzed-text');
        expect(notAfter === null || notAfter.getUTCFullYear() <= 9999).toBe(true);
      }),
      tries(5),
    );
    expectCleanPrototypes();
  });
});

test('a time is one of the years 2 to 9999, or none', () => {
  const text = fc.oneof(
    oddText,
    soupOf(
      '2026',
      '-01',
      '-31',
      'T',
      ' ',
      '23:59:60',
      ':00',
      '.123456789',
      'Z',
      '+00:00',
      ' +0000 UTC',
      '253402300800',
    ),
    fc.integer().map(String),
    fc.double().map(String),
  );
  fc.assert(
    fc.property(text, (given) => {
      const year = parseApiTime(given)?.getUTCFullYear() ?? 2000;
      expect(year > 1 && year <= 9999).toBe(true);
      parseOpensslTime(given);
    }),
    tries(10),
  );
});

test('an escaped name is read without control characters of its own making', () => {
  const text = soupOf(
    '%20',
    '%00',
    '%',
    '&#x2a;',
    '&#0;',
    '&#x110000;',
    '&#xd800;',
    '&amp;',
    '&amp;#10;',
    'ä',
    '&',
  );
  fc.assert(
    fc.property(text, (given) => {
      const plain = unescapeText(given);
      if (!/\p{Cc}/u.test(given)) expect(plain).not.toMatch(/\p{Cc}/u);
    }),
    tries(10),
  );
});

test('a request of any octets is read, or refused with how to mend it', async () => {
  const text = fc.oneof(
    pemSoup,
    spoilOctets(csr).map((der) => wrap('CERTIFICATE REQUEST', der)),
    fc.uint8Array({ maxLength: 40 }).map((der) => wrap('NEW CERTIFICATE REQUEST', der)),
  );
  await fc.assert(
    fc.asyncProperty(text, async (given) => {
      const read = await checkCsr(given);
      if ('problem' in read) expect(read.problem).toMatch(/\S/);
      else expect(read.publicKeySha256).toMatch(/^[0-9a-f]{64}$/);
    }),
    tries(2),
  );
});

test('an upload of any octets is planned, or refused without a piece of the key', () => {
  const key = issued.keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const pieces = key.split('\n').slice(1, -2);
  const material = fc.record({
    certificate: fc.oneof(
      fc.constant(issued.pem),
      spoilOctets(derOf(issued.pem)).map((der) => wrap('CERTIFICATE', der)),
      pemSoup,
    ),
    privateKey: fc.oneof(
      fc.constant(key),
      spoilOctets(derOf(key)).map((der) => wrap('PRIVATE KEY', der)),
      soupOf(...key.split('\n'), '\n', 'Proc-Type: 4,ENCRYPTED\n'),
    ),
    chain: fc.option(fc.oneof(fc.constant(issued.pem), pemSoup), { nil: null }),
  });
  fc.assert(
    fc.property(material, (given) => {
      const plan = checkUpload(given, { allowUntrustedChain: true, roots: ['no root'] }, NOW);
      if (!('problems' in plan)) return expect(plan.leafPem).toContain('BEGIN CERTIFICATE');
      expect(plan.problems.length).toBeGreaterThan(0);
      const said = JSON.stringify(plan.problems);
      expect(pieces.filter((piece) => said.includes(piece))).toEqual([]);
    }),
    tries(2),
  );
});
