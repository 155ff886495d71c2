import { generateKeyPairSync, type KeyObject, X509Certificate } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import {
  checkUpload,
  type UploadMaterial,
  type UploadPlan,
} from '../../../src/certificate/material/upload.ts';
import {
  breakBase64,
  cutShort,
  escapeNewlines,
  issue,
  makeEcKeys,
  makeRsaKeys,
  NOW,
  useCrlf,
} from '../../support/material.ts';

const root = await issue({ subject: 'O=Example, CN=Root', isCa: true });
const upper = await issue({ subject: 'O=Example, CN=Upper', isCa: true, issuer: root });
const lower = await issue({ subject: 'O=Example, CN=Lower', isCa: true, issuer: upper });
const stranger = await issue({ subject: 'CN=Stranger', isCa: true });
const rsaKeys = makeRsaKeys();
const serverName = { subject: 'C=DE, CN=app.example.com', sans: ['app.example.com', 'www.example.com'] };
const rsa = await issue({ ...serverName, issuer: lower, keys: rsaKeys });
const ec = await issue({ ...serverName, issuer: lower });
const selfSigned = await issue({ ...serverName, keys: rsaKeys });
const strangerKey = makeEcKeys();

const pkcs8 = (key: KeyObject) => key.export({ type: 'pkcs8', format: 'pem' }).toString();
const pkcs1 = (key: KeyObject) => key.export({ type: 'pkcs1', format: 'pem' }).toString();
const sec1 = (key: KeyObject) => key.export({ type: 'sec1', format: 'pem' }).toString();
const cipher = { format: 'pem', cipher: 'aes-256-cbc', passphrase: 'secret' } as const;
const rsaKey = pkcs8(rsaKeys.privateKey);
const rsaPkcs1 = pkcs1(rsaKeys.privateKey);
const ecSec1 = sec1(ec.keys.privateKey);
const chain = lower.pem + upper.pem;
const EC_PARAMETERS = '-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n';
const good: UploadMaterial = { certificate: rsa.pem, privateKey: rsaKey, chain };

function check(
  material: Partial<UploadMaterial>,
  allowUntrustedChain = false,
  roots = [root.pem],
  now = NOW,
) {
  return checkUpload({ ...good, ...material }, { allowUntrustedChain, roots }, now);
}

function plan(...args: Parameters<typeof check>): UploadPlan {
  const result = check(...args);
  if ('problems' in result) throw new Error(result.problems.map(({ message }) => message).join('\n'));
  return result;
}

function problems(...args: Parameters<typeof check>): readonly string[] {
  const result = check(...args);
  return 'problems' in result ? result.problems.map(({ input, message }) => `${input}: ${message}`) : [];
}

describe('material that may be uploaded', () => {
  test('becomes a plan with the facts of the leaf, and one text with the key last', () => {
    expect(plan({})).toEqual({
      leafPem: rsa.pem,
      chainPems: [lower.pem, upper.pem],
      certBlob: rsa.pem + lower.pem + upper.pem + rsaKey,
      fingerprint: new X509Certificate(rsa.pem).fingerprint256,
      notBefore: new Date('2026-01-01T00:00:00Z'),
      notAfter: new Date('2027-01-01T00:00:00Z'),
      subject: 'CN=app.example.com,C=DE',
      sans: ['app.example.com', 'www.example.com'],
      commonName: 'app.example.com',
      remarks: [],
    });
  });

  test.each<[string, Partial<UploadMaterial>, string]>([
    ['CRLF', { certificate: useCrlf(rsa.pem), privateKey: useCrlf(rsaKey), chain: useCrlf(chain) }, rsaKey],
    ['literal \\n', { certificate: escapeNewlines(rsa.pem), privateKey: escapeNewlines(rsaKey) }, rsaKey],
    [
      'leading text',
      { certificate: `subject=CN = app\nissuer=…\n${rsa.pem}`, chain: `# chain\n${chain}` },
      rsaKey,
    ],
    ['no last newline', { certificate: rsa.pem.trimEnd(), privateKey: rsaKey.trimEnd() }, rsaKey],
    ['PKCS#1', { privateKey: rsaPkcs1 }, rsaPkcs1],
    ['all in one text', { certificate: rsa.pem + chain + rsaKey, privateKey: null, chain: null }, rsaKey],
    [
      'key first in one text',
      { certificate: rsaKey + rsa.pem + chain, privateKey: null, chain: null },
      rsaKey,
    ],
    ['full chain as certificate', { certificate: rsa.pem + chain, chain: null }, rsaKey],
    ['full chain as chain', { chain: rsa.pem + chain }, rsaKey],
    ['all in the key text too', { privateKey: rsa.pem + rsaKey + chain }, rsaKey],
    ['the same key twice', { certificate: rsa.pem + rsaKey, privateKey: rsaKey }, rsaKey],
    ['the same key in two forms', { certificate: rsa.pem + rsaKey, privateKey: rsaPkcs1 }, rsaKey],
  ])('may come with %s', (_, material, key) => {
    const { certBlob, remarks } = plan(material);
    expect(certBlob).toBe(rsa.pem + chain + key);
    expect(remarks).toEqual([]);
  });

  test.each([
    ['alone', ecSec1],
    ['after its parameters', EC_PARAMETERS + ecSec1],
  ])('may have a SEC1 key %s, which becomes PKCS#8', (_, privateKey) => {
    const { certBlob, remarks } = plan({ certificate: ec.pem, privateKey });
    expect(certBlob).toBe(ec.pem + chain + pkcs8(ec.keys.privateKey));
    expect(remarks).toEqual([expect.stringContaining('converted to PKCS#8')]);
  });

  test.each<[string, Partial<UploadMaterial>, RegExp]>([
    [
      'a chain out of order',
      { chain: upper.pem + lower.pem },
      /out of order.*app\.example\.com.*Lower.*Upper/,
    ],
    ['the leaf after its issuers', { certificate: chain + rsa.pem, chain: null }, /out of order/],
    ['the root too', { chain: chain + root.pem }, /root "CN=Root,O=Example" was left out/],
    ['an unrelated certificate', { chain: chain + stranger.pem }, /"CN=Stranger" has no part in the chain/],
    [
      'a block of another kind',
      { certificate: `${rsa.pem}-----BEGIN X509 CRL-----\nAAAA\n-----END X509 CRL-----` },
      /X509 CRL/,
    ],
  ])('may have %s, which is mended with a remark', (_, material, remark) => {
    const { certBlob, remarks } = plan(material);
    expect(certBlob).toBe(rsa.pem + chain + rsaKey);
    expect(remarks).toEqual([expect.stringMatching(remark)]);
  });

  test('has no chain where a trusted root issued the leaf itself', async () => {
    const leaf = await issue({ ...serverName, issuer: root });
    expect(
      plan({ certificate: leaf.pem, privateKey: pkcs8(leaf.keys.privateKey), chain: null }).chainPems,
    ).toEqual([]);
  });

  test('may be a CA certificate that carries the key', async () => {
    const leaf = await issue({ ...serverName, issuer: lower, isCa: true });
    const { leafPem, remarks } = plan({ certificate: leaf.pem, privateKey: pkcs8(leaf.keys.privateKey) });
    expect(leafPem).toBe(leaf.pem);
    expect(remarks).toEqual([expect.stringContaining('is a CA certificate')]);
  });

  test('may have a common name only', async () => {
    const leaf = await issue({ subject: 'CN=a\\, b', issuer: lower });
    const result = plan({ certificate: leaf.pem, privateKey: pkcs8(leaf.keys.privateKey) });
    expect(result).toMatchObject({ commonName: 'a, b', sans: [] });
    expect(result.remarks).toEqual([expect.stringContaining('no subject alternative name')]);
  });

  test('is the leaf that carries the key, of several', async () => {
    const other = await issue({ subject: 'CN=other', issuer: lower });
    expect(plan({ certificate: other.pem + rsa.pem }).leafPem).toBe(rsa.pem);
  });
});

describe('the chain', () => {
  test('goes through the valid one of two issuers with the same key', async () => {
    const past = { notBefore: new Date('2020-01-01'), notAfter: new Date('2025-01-01') };
    const old = await issue({ subject: lower.subject, keys: lower.keys, isCa: true, issuer: upper, ...past });
    expect(plan({ chain: old.pem + chain }).chainPems).toEqual([lower.pem, upper.pem]);
  });

  test('keeps a cross-signed certificate beyond a trusted root, and needs none', async () => {
    const cross = await issue({ subject: root.subject, keys: root.keys, isCa: true, issuer: stranger });
    expect(plan({ chain: chain + cross.pem }).chainPems).toEqual([lower.pem, upper.pem, cross.pem]);
    expect(plan({ chain: cross.pem + chain + root.pem }).chainPems).toEqual([
      lower.pem,
      upper.pem,
      cross.pem,
    ]);
  });

  test('leaves out an expired cross-signed certificate that is not needed', async () => {
    const past = { notBefore: new Date('2020-01-01'), notAfter: new Date('2025-01-01') };
    const cross = await issue({
      subject: root.subject,
      keys: root.keys,
      isCa: true,
      issuer: stranger,
      ...past,
    });
    expect(plan({ chain: chain + cross.pem }).chainPems).toEqual([lower.pem, upper.pem]);
  });

  test('ends where two certificates issued each other', async () => {
    const a = await issue({ subject: 'CN=A', isCa: true, issuer: stranger });
    const b = await issue({ subject: 'CN=B', isCa: true, issuer: a });
    const again = await issue({ subject: 'CN=A', keys: a.keys, isCa: true, issuer: b });
    const leaf = await issue({ ...serverName, issuer: b });
    const material = {
      certificate: leaf.pem,
      privateKey: pkcs8(leaf.keys.privateKey),
      chain: b.pem + again.pem,
    };
    expect(problems(material)).toEqual([expect.stringContaining('chain is incomplete')]);
  });

  test.each<[string, Partial<UploadMaterial>, string[], string[], RegExp]>([
    [
      'incomplete in the middle',
      { chain: upper.pem },
      [root.pem],
      [],
      /"CN=Lower,O=Example", which issued "CN=app.example.com,C=DE"/,
    ],
    ['missing', { chain: null }, [root.pem], [], /"CN=Lower,O=Example", which issued/],
    [
      'incomplete at its end',
      { chain: lower.pem },
      [root.pem],
      [lower.pem],
      /"CN=Upper,O=Example", which issued "CN=Lower,O=Example"/,
    ],
    [
      'without a trusted root',
      {},
      [stranger.pem],
      [lower.pem, upper.pem],
      /"CN=Root,O=Example", which issued "CN=Upper,O=Example"/,
    ],
    [
      'ended by a root of its own',
      { chain: chain + root.pem },
      [],
      [lower.pem, upper.pem],
      /ends at "CN=Root,O=Example", which is not among the trusted/,
    ],
    ['self-signed', { certificate: selfSigned.pem, chain: null }, [root.pem], [], /is self-signed/],
  ])('that is %s is refused, and passes where that is allowed', (_, material, roots, chainPems, message) => {
    const refusals = problems(material, false, roots);
    expect(refusals).toEqual([expect.stringMatching(message)]);
    expect(refusals).toEqual([expect.stringContaining('allow-untrusted-chain: true')]);
    const passed = plan(material, true, roots);
    expect(passed.chainPems).toEqual(chainPems);
    expect(passed.remarks).toContainEqual(expect.stringMatching(message));
  });

  test('counts an expired root among the trusted as none', () => {
    expect(problems({}, false, [root.pem], new Date('2026-12-31T23:59:59Z'))).toEqual([]);
    const late = problems({}, false, [root.pem], new Date('2027-01-01T00:00:00Z'));
    expect(late).toContainEqual(expect.stringContaining('neither given nor a trusted root'));
  });

  test('is verified by signature, not by names alone', async () => {
    const impostor = await issue({ subject: lower.subject, isCa: true, issuer: upper });
    expect(problems({ chain: impostor.pem + upper.pem })).toEqual([
      expect.stringMatching(/chain is incomplete: "CN=Lower.*One of that name is given, but did not sign it/),
    ]);
  });
});

describe('material that is refused even where an untrusted chain is allowed', () => {
  const ed25519 = pkcs8(generateKeyPairSync('ed25519').privateKey);
  const request = '-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n-----END CERTIFICATE REQUEST-----\n';
  const publicKey = rsaKeys.publicKey.export({ type: 'spki', format: 'pem' }).toString();
  test.each<[string, Partial<UploadMaterial>, string]>([
    ['no key', { privateKey: null }, 'private-key: There is no private key'],
    [
      'two keys',
      { privateKey: rsaKey + pkcs8(strangerKey.privateKey) },
      'private-key: There are several private keys',
    ],
    [
      'a mismatched key',
      { privateKey: pkcs8(strangerKey.privateKey) },
      'private-key: The private key does not belong to the certificate "CN=app.example.com,C=DE"',
    ],
    [
      'an encrypted PKCS#8 key',
      { privateKey: rsaKeys.privateKey.export({ type: 'pkcs8', ...cipher }).toString() },
      'openssl pkey -in encrypted.pem',
    ],
    [
      'an encrypted PKCS#1 key',
      { privateKey: rsaKeys.privateKey.export({ type: 'pkcs1', ...cipher }).toString() },
      'private-key: The private key is encrypted',
    ],
    [
      'an encrypted key with CRLF',
      { privateKey: useCrlf(rsaKeys.privateKey.export({ type: 'pkcs1', ...cipher }).toString()) },
      'private-key: The private key is encrypted',
    ],
    [
      'an encrypted key with literal \\n',
      { privateKey: escapeNewlines(rsaKeys.privateKey.export({ type: 'pkcs1', ...cipher }).toString()) },
      'private-key: The private key is encrypted',
    ],
    ['a key of another kind', { privateKey: ed25519 }, 'of the kind ed25519'],
    [
      "OpenSSH's key",
      { privateKey: rsaKey.replaceAll('PRIVATE KEY', 'OPENSSH PRIVATE KEY') },
      'ssh-keygen -p -m PKCS8',
    ],
    [
      'a key with the wrong label',
      { privateKey: rsaKey.replaceAll('PRIVATE KEY', 'EC PRIVATE KEY') },
      'cannot be read',
    ],
    [
      'a key that is not base64',
      { privateKey: breakBase64(rsaKey) },
      'private-key: The private key (PRIVATE KEY) cannot be read',
    ],
    ['a key cut short', { privateKey: cutShort(rsaKey) }, 'private-key: The private-key text is cut short'],
    [
      'a certificate as key',
      { privateKey: rsa.pem },
      'private-key: The private-key text holds no private key, but CERTIFICATE',
    ],
    ['a public key as key', { privateKey: publicKey }, 'PUBLIC KEY (the public half of a key only)'],
    [
      'a request as certificate',
      { certificate: request },
      'certificate: The certificate text holds no certificate, but CERTIFICATE REQUEST (a request;',
    ],
    ['a key as chain', { chain: rsaKey }, 'chain: The chain text holds no certificate, but PRIVATE KEY'],
    [
      'a certificate cut short',
      { certificate: cutShort(rsa.pem) },
      'certificate: The certificate text is cut short: a block begins with CERTIFICATE',
    ],
    [
      'a certificate that is not base64',
      { certificate: breakBase64(rsa.pem) },
      'certificate: A certificate in the certificate text is not base64',
    ],
    [
      'a certificate whose body is cut',
      {
        certificate: rsa.pem.replace(/\n[^\n]+\n-----END/, '\n-----END'),
      },
      'certificate: A certificate in the certificate text is refused by OpenSSL',
    ],
    [
      'an intermediate cut short',
      { chain: lower.pem + cutShort(upper.pem) },
      'chain: The chain text is cut short',
    ],
    ['an empty certificate', { certificate: ' \n' }, 'certificate: The certificate text is empty'],
    ['no PEM', { certificate: 'app.example.com' }, 'certificate: The certificate text holds no PEM block'],
    ['PEM in base64', { certificate: Buffer.from(rsa.pem).toString('base64') }, 'base64 -d'],
  ])('%s', (_, material, problem) => {
    expect(problems(material, true)).toContainEqual(expect.stringContaining(problem));
    expect(problems(material, false)).toContainEqual(expect.stringContaining(problem));
  });

  test.each([
    ['not yet valid', '2025-12-31T23:59:59Z', 'is not valid before 2026-01-01T00:00:00Z'],
    ['on its first second', '2026-01-01T00:00:00Z', null],
    ['a second before its end', '2026-12-31T23:59:59Z', null],
    ['expired', '2027-01-01T00:00:00Z', 'expired on 2027-01-01T00:00:00Z'],
  ])('a leaf that is %s', (_, now, problem) => {
    const found = problems({ certificate: selfSigned.pem, chain: null }, true, [], new Date(now));
    expect(found).toEqual(problem === null ? [] : [expect.stringContaining(problem)]);
  });

  test.each([
    ['expired', { notAfter: new Date('2026-06-15T12:00:00Z') }, '"CN=Sub" expired on 2026-06-15T12:00:00Z'],
    ['not yet valid', { notBefore: new Date('2026-06-15T12:00:01Z') }, '"CN=Sub" is not valid before'],
    ['no CA certificate', { isCa: false }, '"CN=Sub" is no CA certificate'],
  ])('an intermediate that is %s', async (_, facts, problem) => {
    const sub = await issue({ subject: 'CN=Sub', isCa: true, issuer: root, ...facts });
    const leaf = await issue({ ...serverName, issuer: sub });
    const material = { certificate: leaf.pem, privateKey: pkcs8(leaf.keys.privateKey), chain: sub.pem };
    expect(problems(material, true)).toEqual([expect.stringContaining(problem)]);
  });

  test('a leaf without names', async () => {
    const leaf = await issue({ subject: 'O=Example', issuer: lower });
    const material = { certificate: leaf.pem, privateKey: pkcs8(leaf.keys.privateKey) };
    expect(problems(material, true)).toEqual([expect.stringContaining('has no names')]);
  });

  test('says all problems at once', async () => {
    const past = { notBefore: new Date('2024-01-01'), notAfter: new Date('2025-01-01') };
    const leaf = await issue({ ...serverName, issuer: lower, ...past });
    expect(problems({ certificate: leaf.pem, chain: null })).toEqual([
      expect.stringContaining('expired on 2025-01-01'),
      expect.stringContaining('does not belong to'),
      expect.stringContaining('chain is incomplete'),
    ]);
  });

  test('says the one problem only', () => {
    expect(problems({ certificate: cutShort(rsa.pem) })).toHaveLength(1);
    expect(problems({ privateKey: cutShort(rsaKey) })).toHaveLength(1);
    expect(problems({ privateKey: null })).toHaveLength(1);
  });
});

test('no problem or remark holds any part of a key', () => {
  const secrets = [rsaKey, rsaPkcs1, ecSec1].flatMap((key) =>
    key.split('\n').filter((line) => /^[^-]{16}/.test(line)),
  );
  const materials: Partial<UploadMaterial>[] = [
    { certificate: rsaKey, privateKey: rsa.pem, chain: rsaPkcs1 },
    { privateKey: rsaKey + ecSec1 },
    { privateKey: breakBase64(rsaPkcs1) },
    { privateKey: cutShort(rsaKey) },
    { privateKey: rsaKey.replaceAll('-', '') },
    { certificate: rsaKey.replaceAll('-', '') },
    { certificate: ec.pem, privateKey: ecSec1 },
  ];
  for (const material of materials) {
    const result = check(material);
    const said = JSON.stringify('problems' in result ? result.problems : result.remarks);
    expect(said.length).toBeGreaterThan(2);
    for (const line of secrets) {
      expect(said).not.toContain(line.slice(0, 12));
      expect(said).not.toContain(line.slice(-12));
    }
  }
});
