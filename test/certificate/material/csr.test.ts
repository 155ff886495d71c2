import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import {
  certificateCarriesKey,
  checkCsr,
  publicKeySha256OfCertificate,
  sameCsr,
} from '../../../src/certificate/material/csr.ts';
import { generateKeyAndCsr, type KeyAlgorithm } from '../../../src/certificate/material/key-pair.ts';
import { loadX509 } from '../../../src/certificate/material/load-x509.ts';
import {
  breakBase64,
  cutShort,
  escapeNewlines,
  issue,
  makeEcKeys,
  makeRsaKeys,
  replaceOctets,
  request,
  useCrlf,
} from '../../support/material.ts';
import { name, sequence, tlv, toPem } from '../der.ts';

const subject = 'CN=device 7,OU=Test,O=Example\\, Inc,C=DE';
const made = await generateKeyAndCsr({ subject, keyAlgorithm: 'ecdsa-p256' });
const other = await generateKeyAndCsr({ subject, keyAlgorithm: 'ecdsa-p256' });
const ECDSA_SHA256 = Buffer.from('2a8648ce3d040302', 'hex');
const UNKNOWN_SIGNATURE = Buffer.from('2a8648ce3d04037f', 'hex');
const weak = await request('CN=x', makeRsaKeys(1024));
const mislabelled = (await issue({ subject: 'CN=x' })).pem.replaceAll('CERTIFICATE', 'CERTIFICATE REQUEST');
const rsa = await issue({ subject: 'CN=x', keys: makeRsaKeys() });
const ec = await issue({ subject: 'CN=x' });
const facts = {
  subject,
  commonName: 'device 7',
  publicKeySha256: made.publicKeySha256,
  normalisedPem: made.csrPem,
};

/** A request that nothing has signed. */
function requestOn(key: KeyObject | Buffer): string {
  const spki = Buffer.isBuffer(key) ? key : key.export({ type: 'spki', format: 'der' });
  const info = sequence(tlv(0x02, Buffer.from([0])), name([['CN', 'x']]), spki, tlv(0xa0));
  const algorithm = sequence(tlv(0x06, ECDSA_SHA256));
  return toPem(sequence(info, algorithm, tlv(0x03, Buffer.alloc(65))), 'CERTIFICATE REQUEST');
}

describe('a key and its request', () => {
  test.each<[KeyAlgorithm, object]>([
    ['ecdsa-p256', { namedCurve: 'prime256v1' }],
    ['ecdsa-p384', { namedCurve: 'secp384r1' }],
    ['rsa-2048', { modulusLength: 2048 }],
    ['rsa-3072', { modulusLength: 3072 }],
  ])('are made for %s', async (keyAlgorithm, details) => {
    const { privateKeyPem, csrPem, publicKeySha256 } = await generateKeyAndCsr({ subject, keyAlgorithm });
    expect(privateKeyPem).toMatch(/^-----BEGIN PRIVATE KEY-----\n[^-]+\n-----END PRIVATE KEY-----\n$/);
    const privateKey = createPrivateKey(privateKeyPem);
    expect(privateKey.asymmetricKeyDetails).toMatchObject(details);
    expect(await checkCsr(csrPem)).toEqual({ ...facts, publicKeySha256, normalisedPem: csrPem });
    const certificate = await issue({
      subject: 'CN=x',
      keys: { privateKey, publicKey: createPublicKey(privateKey) },
    });
    expect(publicKeySha256OfCertificate(certificate.pem)).toBe(publicKeySha256);
  });

  test('are new every time', () => {
    expect(made.publicKeySha256).not.toBe(other.publicKeySha256);
    expect(made.publicKeySha256).toMatch(/^[0-9a-f]{64}$/);
  });

  test('hold the least specific part of the subject first, in the string types of RFC 5280', async () => {
    const { csrPem } = await generateKeyAndCsr({
      subject: 'CN=Zürich+serialNumber=7,DC=example,C=DE,1.2.3.4=x',
      keyAlgorithm: 'ecdsa-p256',
    });
    const x509 = await loadX509();
    const { subjectName } = new x509.Pkcs10CertificateRequest(csrPem);
    expect(subjectName.toJSON()).toEqual([
      { '1.2.3.4': ['x'] },
      { C: ['DE'] },
      { DC: ['example'] },
      { CN: ['Zürich'], '2.5.4.5': ['7'] },
    ]);
    const bytes = Buffer.from(subjectName.toArrayBuffer()).toString('latin1');
    expect(bytes).toContain('\x13\x02DE');
    expect(bytes).toContain('\x16\x07example');
    expect(bytes).toContain(`\x0c\x07${Buffer.from('Zürich').toString('latin1')}`);
    expect(await checkCsr(csrPem)).toMatchObject({
      subject: 'CN=Zürich+serialNumber=7,DC=example,C=DE,1.2.3.4=x',
    });
  });

  test('hold the alternative names by their kinds', async () => {
    const sans = [
      'app.example.com',
      '*.example.com',
      '192.0.2.7',
      '2001:db8::1',
      'a@example.com',
      'spiffe://x/y',
    ];
    const { csrPem } = await generateKeyAndCsr({ subject, keyAlgorithm: 'ecdsa-p256', sans });
    const x509 = await loadX509();
    const extension = new x509.Pkcs10CertificateRequest(csrPem).getExtension('2.5.29.17');
    expect(new x509.SubjectAlternativeNameExtension(extension?.rawData ?? '').names.toJSON()).toEqual([
      { type: 'dns', value: 'app.example.com' },
      { type: 'dns', value: '*.example.com' },
      { type: 'ip', value: '192.0.2.7' },
      { type: 'ip', value: expect.stringMatching(/^2001:0?db8:/) },
      { type: 'email', value: 'a@example.com' },
      { type: 'url', value: 'spiffe://x/y' },
    ]);
  });

  test.each([
    [{ subject: 'device' }, 'The subject is malformed'],
    [{ subject: 'CN=' }, "The subject's CN has no value"],
    [{ sans: ['app example'] }, 'The alternative name "app example"'],
    [{ sans: ['zürich.example'] }, 'Punycode'],
  ])('are not made for %j', async (change, problem) => {
    await expect(generateKeyAndCsr({ subject, keyAlgorithm: 'ecdsa-p256', ...change })).rejects.toThrow(
      problem,
    );
  });
});

describe('a certificate request', () => {
  test.each([
    ['as it is', made.csrPem],
    ['with CRLF', useCrlf(made.csrPem)],
    ['with literal \\n', escapeNewlines(made.csrPem)],
    ['after other text', `Certificate Request:\n    Data:\n${made.csrPem}`],
    ['with the old label', made.csrPem.replaceAll('CERTIFICATE REQUEST', 'NEW CERTIFICATE REQUEST')],
    ['with its key', made.privateKeyPem + made.csrPem],
    ['twice', made.csrPem + useCrlf(made.csrPem)],
  ])('is read %s', async (_, text) => {
    expect(await checkCsr(text)).toEqual(facts);
    expect(sameCsr(text, made.csrPem)).toBe(true);
  });

  test.each([
    ['RSA 2048', makeRsaKeys(2048)],
    ['P-384', makeEcKeys('P-384')],
    ['P-521', makeEcKeys('P-521')],
  ])('may be on %s', async (_, keys) => {
    expect(await checkCsr(await request('C=DE, CN=x', keys))).toMatchObject({
      subject: 'CN=x,C=DE',
      commonName: 'x',
    });
  });

  test('may have no common name', async () => {
    expect(await checkCsr(await request('O=Example'))).toMatchObject({
      subject: 'O=Example',
      commonName: null,
    });
    expect(await checkCsr(await request(''))).toMatchObject({ subject: '', commonName: null });
  });

  test.each<[string, string, string]>([
    ['RSA 1024', weak, 'RSA key has 1024 bits; at least 2048'],
    [
      'a changed subject',
      replaceOctets(made.csrPem, Buffer.from('device 7'), Buffer.from('device 8')),
      'signature does not fit',
    ],
    [
      'a signature of an unknown kind',
      replaceOctets(made.csrPem, ECDSA_SHA256, UNKNOWN_SIGNATURE),
      'of an unsupported kind',
    ],
    ['a key of another kind', requestOn(generateKeyPairSync('ed25519').publicKey), 'of the kind ed25519'],
    ['a key on another curve', requestOn(makeEcKeys('secp256k1').publicKey), 'on the curve secp256k1'],
    ['a key that is none', requestOn(Buffer.from('3000', 'hex')), 'malformed|public key cannot be read'],
    ['a body that is not base64', breakBase64(made.csrPem), 'not base64'],
    ['its end missing', cutShort(made.csrPem), 'cut short'],
    ['half its body', made.csrPem.replace(/\n[^\n]+\n-----END/, '\n-----END'), 'malformed'],
    ['another request', made.csrPem + other.csrPem, '2 certificate requests'],
    ['a key for a request', made.privateKeyPem, 'The text holds PRIVATE KEY, where a CSR is wanted'],
    ['nothing', '', 'The text holds no PEM block'],
    ['a certificate in the wrong label', mislabelled, 'malformed'],
  ])('is refused with %s', async (_, text, problem) => {
    expect(await checkCsr(text)).toEqual({ problem: expect.stringMatching(new RegExp(problem)) });
  });

  test('is told apart from another, and from none', () => {
    expect(sameCsr(made.csrPem, useCrlf(made.csrPem))).toBe(true);
    expect(sameCsr(made.csrPem, other.csrPem)).toBe(false);
    expect(sameCsr(made.csrPem, '')).toBe(false);
    expect(sameCsr('', '')).toBe(false);
  });
});

describe('a certificate and a key', () => {
  const rsaKey = rsa.keys.privateKey.export({ type: 'pkcs1', format: 'pem' }).toString();
  const ecKey = ec.keys.privateKey.export({ type: 'sec1', format: 'pem' }).toString();
  test.each([
    ['fit', rsa.pem, rsaKey, true],
    ['fit', ec.pem, ecKey, true],
    ['fit with other line ends', useCrlf(rsa.pem), escapeNewlines(rsaKey), true],
    ['do not fit', rsa.pem, ecKey, false],
    ['cannot be read', cutShort(rsa.pem), rsaKey, false],
    ['cannot be read', rsa.pem, cutShort(rsaKey), false],
    ['cannot be read', rsa.pem, 'key', false],
  ])('%s', (_, certificate, key, expected) => {
    expect(certificateCarriesKey(certificate, key)).toBe(expected);
  });

  test.each(['', 'x', cutShort(rsa.pem), breakBase64(rsa.pem)])(
    'no hash is made of what is no certificate',
    (pem) => {
      expect(publicKeySha256OfCertificate(pem)).toBeNull();
    },
  );

  test('the hash is that of the first certificate', () => {
    expect(publicKeySha256OfCertificate(useCrlf(rsa.pem + ec.pem))).toBe(
      publicKeySha256OfCertificate(rsa.pem),
    );
  });
});
