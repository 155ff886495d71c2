import { X509Certificate } from 'node:crypto';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { ZscalerOptions } from '../../simulator/zscaler/options.ts';
import { closeSimulators, NOW } from './visitor.ts';
import { CERTIFICATE, DAY, makeMaterial, openZpa, writeKey } from './zscaler-visitor.ts';

afterEach(closeSimulators);

const ec = await makeMaterial();
const rsa = await makeMaterial({ kind: 'rsa' });
const chained = await makeMaterial({ kind: 'rsa', subject: 'CN=Issuer' });
const expired = await makeMaterial({ notAfter: NOW - DAY });
const encrypted = writeKey(rsa.key, 'pkcs1', 'secret');

async function upload(certBlob: unknown, zscaler: Partial<ZscalerOptions> = {}, more: object = {}) {
  const simulator = await openZpa({ estate: 'empty', zscaler });
  const body = { name: 'new', certBlob, ...more };
  return { simulator, reply: await simulator.zpa('POST', CERTIFICATE, { body }) };
}

describe('an upload', () => {
  test('answers with the whole row, without the microtenant’s name', async () => {
    const { simulator, reply } = await upload(
      `${ec.certificate}${writeKey(ec.key)}`,
      {},
      { description: 'd' },
    );
    const x509 = new X509Certificate(ec.certificate);
    expect([reply.status, reply.json]).toEqual([
      201,
      {
        id: expect.stringMatching(/^\d{18}$/),
        name: 'new',
        description: 'd',
        creationTime: String(Math.floor(NOW / 1000)),
        modifiedBy: expect.stringMatching(/^\d+$/),
        cName: 'upload.simulator.example',
        certificate: x509.toString(),
        publicKey: x509.publicKey.export({ type: 'spki', format: 'pem' }),
        issuedTo: 'CN=upload.simulator.example,O=Uploads,C=GB',
        issuedBy: 'CN=upload.simulator.example,O=Uploads,C=GB',
        serialNo: String(0x0badc0de),
        san: ['upload.simulator.example'],
        validFromInEpochSec: String(Date.parse(x509.validFrom) / 1000),
        validToInEpochSec: String(Date.parse(x509.validTo) / 1000),
        readOnly: false,
        zscalerManaged: false,
      },
    ]);
    const read = await simulator.zpa('GET', `${CERTIFICATE}/${reply.json.id}`);
    expect(read.json).toEqual({ ...reply.json, microtenantName: 'Default' });
    expect(simulator.readCompany()).toMatchObject({
      creations: [{ id: reply.json.id, name: 'new', at: NOW }],
      certificates: [{ fingerprint: x509.fingerprint256, referrers: [] }],
    });
  });

  test.each<[string, string, Partial<ZscalerOptions>]>([
    ['certificate, then key', `${ec.certificate}${writeKey(ec.key)}`, {}],
    ['key, then certificate', `${writeKey(ec.key)}${ec.certificate}`, {}],
    ['PKCS#1', `${rsa.certificate}${writeKey(rsa.key, 'pkcs1')}`, {}],
    ['line ends of Windows', `${rsa.certificate}${writeKey(rsa.key)}`.replaceAll('\n', '\r\n'), {}],
    ['words around the blocks', `Bag Attributes\n${rsa.certificate}\n# key\n${writeKey(rsa.key)}`, {}],
    ['an expired certificate', `${expired.certificate}${writeKey(expired.key)}`, {}],
    ['SEC1, where that is taken', `${ec.certificate}${writeKey(ec.key, 'sec1')}`, { sec1Key: 'accept' }],
    [
      'another key, where that is taken',
      `${ec.certificate}${writeKey(rsa.key)}`,
      { mismatchedKey: 'accept' },
    ],
  ])('takes %s', async (_what, blob, zscaler) => {
    const { reply } = await upload(blob, zscaler);
    expect(reply.status).toBe(201);
    expect(reply.json).not.toHaveProperty('certChain');
  });

  test('keeps the chain apart from the leaf, which comes first', async () => {
    const { reply } = await upload(
      `${rsa.certificate}${chained.certificate}${ec.certificate}${writeKey(rsa.key)}`,
    );
    const pem = (text: string) => new X509Certificate(text).toString();
    expect(reply.json).toMatchObject({
      certificate: pem(rsa.certificate),
      certChain: `${pem(chained.certificate)}${pem(ec.certificate)}`,
    });
  });

  test.each<[string, string, readonly string[], object]>([
    ['no alternative names', 'CN=plain', [], { san: ['plain'], cName: 'plain' }],
    [
      'an e-mail address and a comma',
      'E=a@b.example, O="Comma, Ltd", CN=x',
      [],
      { issuedTo: 'CN=x,O=Comma\\, Ltd,1.2.840.113549.1.9.1=#160b6140622e6578616d706c65' },
    ],
    ['a subject of two parts in one', 'C=GB, OU=a+CN=b', [], { issuedTo: 'OU=a+CN=b,C=GB' }],
  ])('tells of a certificate with %s', async (_what, subject, names, told) => {
    const { certificate, key } = await makeMaterial({ subject, names });
    expect((await upload(`${certificate}${writeKey(key)}`)).reply.json).toMatchObject(told);
  });

  const invalid = 'invalid.resource.argument';
  test.each<[string, unknown, Partial<ZscalerOptions>, object, string, string]>([
    ['no blob', undefined, {}, {}, invalid, 'certBlob'],
    ['no certificate', writeKey(ec.key), {}, {}, invalid, 'certBlob'],
    ['no key', ec.certificate, {}, {}, invalid, 'certBlob'],
    ['two keys', `${ec.certificate}${writeKey(ec.key)}${writeKey(rsa.key)}`, {}, {}, invalid, 'certBlob'],
    ['another key', `${ec.certificate}${writeKey(rsa.key)}`, {}, {}, invalid, 'certBlob'],
    [
      'the key of the chain',
      `${ec.certificate}${rsa.certificate}${writeKey(rsa.key)}`,
      {},
      {},
      invalid,
      'certBlob',
    ],
    ['a SEC1 key', `${ec.certificate}${writeKey(ec.key, 'sec1')}`, {}, {}, invalid, 'certBlob'],
    ['an encrypted PKCS#1 key', `${rsa.certificate}${encrypted}`, {}, {}, invalid, 'certBlob'],
    [
      'an encrypted PKCS#8 key',
      `${rsa.certificate}${writeKey(rsa.key, 'pkcs8', 'x')}`,
      {},
      {},
      invalid,
      'certBlob',
    ],
    [
      'a broken key',
      `${ec.certificate}${writeKey(ec.key).replace(/\n..../, '\n????')}`,
      {},
      {},
      invalid,
      'certBlob',
    ],
    [
      'a broken certificate',
      `${ec.certificate.replace('MII', 'QUI')}${writeKey(ec.key)}`,
      {},
      {},
      invalid,
      'certBlob',
    ],
    [
      'an expired one',
      `${expired.certificate}${writeKey(expired.key)}`,
      { expiredUpload: 'refuse' },
      {},
      invalid,
      'certBlob',
    ],
    ['no name', `${ec.certificate}${writeKey(ec.key)}`, {}, { name: undefined }, invalid, 'name'],
    [
      'a name of the console’s rule',
      `${ec.certificate}${writeKey(ec.key)}`,
      { consoleNameRule: true },
      { name: 'a b' },
      invalid,
      'name',
    ],
    [
      'a description that is no text',
      `${ec.certificate}${writeKey(ec.key)}`,
      {},
      { description: {} },
      invalid,
      'description',
    ],
  ])('refuses %s', async (_what, blob, zscaler, more, id, param) => {
    const { simulator, reply } = await upload(blob, zscaler, more);
    expect(reply).toMatchObject({ status: 400, json: { id, params: [param] } });
    expect(simulator.readCompany()).toMatchObject({ certificates: [], creations: [] });
  });

  test.each<[Partial<ZscalerOptions>, number[]]>([
    [{}, [201, 400, 201]],
    [{ duplicateName: 'accept' }, [201, 201, 201]],
    [{ certificateLimit: 1 }, [201, 400, 400]],
  ])('of the same again, and of the same with another name, with %j', async (zscaler, statuses) => {
    const simulator = await openZpa({ estate: 'empty', zscaler });
    const certBlob = `${ec.certificate}${writeKey(ec.key)}`;
    const seen: number[] = [];
    for (const name of ['a', 'a', 'b']) {
      seen.push((await simulator.zpa('POST', CERTIFICATE, { body: { name, certBlob } })).status);
    }
    expect(seen).toEqual(statuses);
    const { certificates, creations } = simulator.readCompany();
    expect(new Set(certificates.map(({ id }) => id)).size).toBe(
      statuses.filter((status) => status === 201).length,
    );
    expect(creations.map(({ id }) => id)).toEqual(certificates.map(({ id }) => id));
  });

  test('may stay out of the lists for a while', async () => {
    const { simulator, reply } = await upload(`${ec.certificate}${writeKey(ec.key)}`, {
      listingLagMilliseconds: 5000,
    });
    simulator.clock.pass(4999);
    expect(await simulator.readList(CERTIFICATE)).toEqual([]);
    expect((await simulator.zpa('GET', `${CERTIFICATE}/${reply.json.id}`)).status).toBe(200);
    simulator.clock.pass(1);
    expect(await simulator.readList(CERTIFICATE)).toHaveLength(1);
  });
});
