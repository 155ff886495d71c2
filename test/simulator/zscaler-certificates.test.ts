import { X509Certificate } from 'node:crypto';
import { afterEach, describe, expect, test } from '@jest/globals';
import { ZPA_CERTIFICATES as IDS, ZPA_MICROTENANTS, ZPA_REFERRERS } from '../../simulator/zscaler/estate.ts';
import type { ZscalerOptions } from '../../simulator/zscaler/options.ts';
import { closeSimulators, NOW } from './visitor.ts';
import { CERTIFICATE, CUSTOMER, DAY, type Json, makeMaterial, openZpa, writeKey } from './zscaler-visitor.ts';

afterEach(closeSimulators);

const at = (id: string) => `${CERTIFICATE}/${id}`;
const seconds = (milliseconds: number) => String(Math.floor(milliseconds / 1000));

describe('the seeded company', () => {
  test('has the certificates that are told of it', async () => {
    const { readList } = await openZpa();
    const daysLeft = ({ validToInEpochSec: end }: Json) =>
      end === undefined ? null : Math.floor((Number(end) * (Number(end) > 1e11 ? 1 : 1000) - NOW) / DAY);
    expect((await readList(CERTIFICATE)).map((row) => [row.id, row.name, daysLeft(row)])).toEqual([
      [IDS.managed, 'Zscaler Managed', 400],
      [IDS.escaped, 'Wild%20Card%20Cert', 60],
      [IDS.wiki, 'Wiki cert', -151],
      [IDS.portal, 'pra01.simulator.example', -151],
      [IDS.wildcard, '*.simulator.example', -13],
      [IDS.serving, 'crm.simulator.example', 20],
      [IDS.branch, 'branch', 190],
      [IDS.pending, 'CN=new.simulator.example,O=Example Works', null],
    ]);
  });

  test('has three expired ones, one of which serves a portal; the valid one serves the CRM', async () => {
    const { certificates } = (await openZpa()).readCompany();
    const referrers = (id: string) => certificates.find((row) => row.id === id)?.referrers;
    expect(referrers(IDS.portal)).toEqual([{ kind: 'PRA Portal', name: 'Server room' }]);
    expect(referrers(IDS.serving)).toEqual([
      { kind: 'Application', name: 'CRM' },
      { kind: 'Application', name: 'CRM, inspected' },
      { kind: 'User Portal', name: 'Start page' },
    ]);
    const expired = certificates.filter(({ expiresOn }) => expiresOn !== null && Date.parse(expiresOn) < NOW);
    expect(expired.map(({ id }) => id)).toEqual([IDS.wiki, IDS.portal, IDS.wildcard]);
  });

  test.each<[string, 'company' | 'empty' | 'large', number]>([
    ['nothing in the empty estate', 'empty', 0],
    ['as many as a tenant may have in the large one', 'large', 1000],
  ])('has %s', async (_what, estate, count) => {
    const { readCompany } = await openZpa({ estate });
    const { certificates } = readCompany();
    expect(certificates).toHaveLength(count);
    expect(new Set(certificates.map(({ id }) => id)).size).toBe(count);
  });
});

describe('a row', () => {
  test('agrees with its certificate in every field', async () => {
    const { readList } = await openZpa();
    const rows = (await readList(CERTIFICATE)).filter((row) => row.certificate !== undefined);
    expect(rows).toHaveLength(7);
    for (const row of rows) {
      const x509 = new X509Certificate(String(row.certificate));
      const text = (name: string) => name.split('\n').reverse().join(',');
      const unit = row.id === IDS.escaped ? 1 : 1000;
      expect(row).toMatchObject({
        certificate: expect.stringMatching(/-----END CERTIFICATE-----\n$/),
        issuedTo: text(x509.subject),
        issuedBy: text(x509.issuer),
        cName: /CN=(.+)/.exec(x509.subject)?.[1],
        serialNo: BigInt(`0x${x509.serialNumber}`).toString(),
        publicKey: x509.publicKey.export({ type: 'spki', format: 'pem' }),
        validFromInEpochSec: String(Date.parse(x509.validFrom) / unit),
        validToInEpochSec: String(Date.parse(x509.validTo) / unit),
        microtenantName: row.id === IDS.branch ? 'Branch' : 'Default',
      });
      expect(Object.keys(row)).not.toEqual(expect.arrayContaining(['fingerprint']));
      expect(JSON.stringify(row)).not.toContain('PRIVATE');
    }
  });

  test.each<[string, string, Json, readonly string[]]>([
    [
      'the valid one',
      IDS.serving,
      {
        certChain: expect.stringMatching(/^-----BEGIN CERTIFICATE-----\n/),
        san: ['crm.simulator.example', 'start.simulator.example'],
        modifiedTime: seconds(NOW - 60 * DAY),
        readOnly: false,
        zscalerManaged: false,
      },
      ['microtenantId', 'status', 'certBlob'],
    ],
    [
      'one without alternative names',
      IDS.wiki,
      { san: ['wiki.simulator.example'] },
      ['description', 'modifiedTime', 'certChain'],
    ],
    [
      'an old record',
      IDS.escaped,
      {
        name: 'Wild%20Card%20Cert',
        description: '&#x2a;&#x2e;legacy',
        validToInEpochSec: expect.stringMatching(/^\d{13}$/),
      },
      ['san'],
    ],
    ['Zscaler’s own', IDS.managed, { readOnly: true, zscalerManaged: true }, []],
    ['one of the branch', IDS.branch, { microtenantId: ZPA_MICROTENANTS.branch }, []],
    [
      'a signing request',
      IDS.pending,
      { name: 'CN=new.simulator.example,O=Example Works', creationTime: seconds(NOW - 2 * DAY) },
      ['certificate', 'cName', 'san', 'serialNo', 'validFromInEpochSec', 'validToInEpochSec', 'publicKey'],
    ],
  ])('of %s', async (_what, id, has, lacks) => {
    const { zpa, readList } = await openZpa();
    const { status, json } = await zpa('GET', at(id));
    expect([status, json]).toEqual([200, expect.objectContaining(has)]);
    for (const field of lacks) expect(json).not.toHaveProperty(field);
    expect((await readList(CERTIFICATE)).find((row) => row.id === id)).toEqual(json);
    const deprecated = await zpa('GET', `${CUSTOMER}/clientlessCertificate/${id}`);
    expect(deprecated).toMatchObject({ status: 200, json });
  });

  test('has a chain whose authority signed the certificate', async () => {
    const { json } = await (await openZpa()).zpa('GET', at(IDS.serving));
    const [leaf, issuer] = [String(json.certificate), String(json.certChain)].map(
      (pem) => new X509Certificate(pem),
    );
    expect(issuer?.ca).toBe(true);
    expect(issuer !== undefined && leaf?.verify(issuer.publicKey)).toBe(true);
  });

  test('may name its common name otherwise', async () => {
    const { zpa } = await openZpa({ zscaler: { commonNameField: 'getcName' } });
    const { json } = await zpa('GET', at(IDS.serving));
    expect([json.getcName, json.cName]).toEqual(['crm.simulator.example', undefined]);
  });
});

describe('an update', () => {
  test('changes the name and the description, and tells when', async () => {
    const { zpa, clock } = await openZpa();
    clock.pass(5000);
    const reply = await zpa('PUT', at(IDS.wiki), { body: { name: 'Wiki', description: 'Old' } });
    expect([reply.status, reply.text, reply.headers.get('content-type')]).toEqual([204, '', null]);
    expect((await zpa('GET', at(IDS.wiki))).json).toMatchObject({
      name: 'Wiki',
      description: 'Old',
      modifiedTime: seconds(NOW + 5000),
    });
  });

  test.each<[string, Partial<ZscalerOptions>, Json, Json]>([
    ['without a description clears it', {}, { name: 'x' }, { name: 'x', description: null }],
    [
      'without a description may keep it',
      { absentDescription: 'keep' },
      { name: 'x' },
      { name: 'x', description: 'CRM and start page' },
    ],
    [
      'with null clears it always',
      { absentDescription: 'keep' },
      { name: 'x', description: null },
      { description: null },
    ],
    ['may keep its name', {}, { name: 'crm.simulator.example', description: 'y' }, { description: 'y' }],
    [
      'may take another’s name where that is so',
      { duplicateName: 'accept' },
      { name: 'branch' },
      { name: 'branch' },
    ],
  ])('%s', async (_what, zscaler, body, told) => {
    const { zpa, readCompany } = await openZpa({ zscaler });
    expect((await zpa('PUT', at(IDS.serving), { body })).status).toBe(204);
    expect(readCompany().certificates.find(({ id }) => id === IDS.serving)).toMatchObject(told);
  });

  test('cannot replace what the row holds', async () => {
    const { certificate, key } = await makeMaterial();
    const body = { name: 'x', certBlob: `${certificate}${writeKey(key)}`, certificate, id: '7' };
    const { zpa, readCompany } = await openZpa();
    const before = readCompany().certificates.map(({ id, pem }) => [id, pem]);
    expect((await zpa('PUT', at(IDS.serving), { body })).status).toBe(204);
    expect(readCompany().certificates.map(({ id, pem }) => [id, pem])).toEqual(before);
    const strict = await openZpa({ zscaler: { otherFieldsInUpdate: 'refuse' } });
    expect(await strict.zpa('PUT', at(IDS.serving), { body })).toMatchObject({
      status: 400,
      json: { id: 'invalid.resource.argument', params: ['certBlob'] },
    });
  });
});

describe('refusals leave all as it was', () => {
  const managed = { id: 'resource.not.editable' };
  const missing = (id: string) => ({ id: 'resource.not.found', params: [id] });
  test.each<[string, string, string, unknown, number, Json, Partial<ZscalerOptions>?]>([
    ['GET of one that is not there', 'GET', at('42'), undefined, 400, missing('42')],
    ['DELETE of one that is not there', 'DELETE', at('42'), undefined, 400, missing('42')],
    ['PUT to one that is not there', 'PUT', at('42'), { name: 'x' }, 400, missing('42')],
    ['PUT without a name', 'PUT', at(IDS.serving), { description: 'x' }, 400, { params: ['name'] }],
    [
      'PUT of a description that is no text',
      'PUT',
      at(IDS.serving),
      { name: 'x', description: 1 },
      400,
      { params: ['description'] },
    ],
    [
      'PUT of a taken name',
      'PUT',
      at(IDS.serving),
      { name: 'branch' },
      400,
      { id: 'resource.already.exist' },
    ],
    ['PUT of no object', 'PUT', at(IDS.serving), '[]', 400, { id: 'bad.request' }],
    ['PUT to Zscaler’s own', 'PUT', at(IDS.managed), { name: 'x' }, 403, managed],
    ['DELETE of Zscaler’s own', 'DELETE', at(IDS.managed), undefined, 403, managed],
    [
      'DELETE of Zscaler’s own, as an option',
      'DELETE',
      at(IDS.managed),
      undefined,
      400,
      managed,
      { notEditableStatus: 400 },
    ],
    [
      'DELETE of one that an application refers to',
      'DELETE',
      at(IDS.serving),
      undefined,
      400,
      { id: 'resource.referenced', params: ['Application', 'CRM'] },
    ],
    [
      'DELETE of one that a portal refers to',
      'DELETE',
      at(IDS.portal),
      undefined,
      400,
      { id: 'resource.referenced', params: ['PRA Portal', 'Server room'] },
    ],
    ['an id that is no number', 'GET', at('issued'), undefined, 400, { id: 'bad.request' }],
    [
      'a customer that is no number',
      'GET',
      '/mgmtconfig/v1/admin/customers/me/certificate',
      undefined,
      400,
      { id: 'bad.request' },
    ],
    ['an unknown path', 'GET', `${CUSTOMER}/certificates`, undefined, 404, { id: 'no.such.path' }],
    ['another method', 'DELETE', CERTIFICATE, undefined, 405, { id: 'method.not.allowed' }],
    ['v2 where it is v1', 'GET', CERTIFICATE.replace('v1', 'v2'), undefined, 404, { id: 'no.such.path' }],
  ])('%s', async (_what, method, path, body, status, json, zscaler = {}) => {
    const { zpa, readCompany, history } = await openZpa({ zscaler });
    const before = readCompany();
    const reply = await zpa(method, path, { body });
    expect(reply).toMatchObject({ status, json });
    expect(reply.headers.get('content-type')).toBe('application/json;charset=utf-8');
    expect(readCompany()).toEqual(before);
    expect(history.at(-1)).toMatchObject({ acted: false });
  });

  test('a body of another type', async () => {
    const { zpa } = await openZpa();
    const reply = await zpa('PUT', at(IDS.wiki), {
      body: 'name: x',
      headers: { 'content-type': 'text/yaml' },
    });
    expect(reply).toMatchObject({ status: 415, json: { id: 'unsupported.media.type' } });
  });
});

describe('a deletion', () => {
  test('takes the row away, with or without a body', async () => {
    const { zpa, readCompany } = await openZpa();
    for (const [id, body] of [
      [IDS.wiki, undefined],
      [IDS.wildcard, {}],
    ] as const) {
      const reply = await zpa('DELETE', at(id), { body });
      expect([reply.status, reply.text]).toEqual([204, '']);
      expect((await zpa('GET', at(id))).status).toBe(400);
    }
    expect(readCompany().deletedIds).toEqual([IDS.wiki, IDS.wildcard]);
  });

  test('may pass over what refers to the certificate', async () => {
    const { zpa } = await openZpa({ zscaler: { referencedDeletion: 'accept' } });
    expect((await zpa('DELETE', at(IDS.portal))).status).toBe(204);
    const portal = await zpa('GET', `${CUSTOMER}/praPortal/${ZPA_REFERRERS.praPortal}`);
    expect(portal.json).toMatchObject({ certificateId: IDS.portal });
    expect(portal.json).not.toHaveProperty('certificateName');
  });
});

describe('a microtenant', () => {
  test.each<[string, number]>([
    ['', 8],
    ['?microtenantId=', 8],
    ['?microtenantId=0', 7],
    [`?microtenantId=${ZPA_MICROTENANTS.branch}`, 1],
  ])('with the query %j shows %i rows', async (query, count) => {
    const { readList, zpa } = await openZpa();
    expect(await readList(CERTIFICATE + query)).toHaveLength(count);
    expect((await zpa('GET', at(IDS.branch) + query)).status).toBe(count === 7 ? 400 : 200);
  });

  test.each([400, 403] as const)('that there is not is refused with %i', async (unknownMicrotenantStatus) => {
    const { zpa } = await openZpa({ zscaler: { unknownMicrotenantStatus } });
    for (const path of [CERTIFICATE, at(IDS.branch)]) {
      expect((await zpa('GET', `${path}?microtenantId=7`)).status).toBe(unknownMicrotenantStatus);
    }
  });

  test.each<[Partial<ZscalerOptions>, string, number]>([
    [{}, '', 400],
    [{}, '?microtenantId=0', 400],
    [{}, `?microtenantId=${ZPA_MICROTENANTS.branch}`, 204],
    [{ microtenantOnWrite: 'optional' }, '', 204],
    [{ microtenantOnWrite: 'optional' }, '?microtenantId=0', 400],
  ])('is named in a write: with %j and %j it is %i', async (zscaler, query, status) => {
    const { zpa } = await openZpa({ zscaler });
    expect((await zpa('PUT', at(IDS.branch) + query, { body: { name: 'x' } })).status).toBe(status);
    expect((await zpa('DELETE', at(IDS.branch) + query)).status).toBe(status);
  });

  test('is where a create puts the certificate', async () => {
    const { certificate, key } = await makeMaterial();
    const { zpa, readCompany } = await openZpa();
    for (const [name, query] of [
      ['a', ''],
      ['b', `?microtenantId=${ZPA_MICROTENANTS.branch}`],
    ] as const) {
      const body = { name, certBlob: `${certificate}${writeKey(key)}` };
      expect((await zpa('POST', CERTIFICATE + query, { body })).status).toBe(201);
    }
    const found = readCompany().certificates.slice(-2);
    expect(found.map(({ microtenantId }) => microtenantId)).toEqual(['0', ZPA_MICROTENANTS.branch]);
  });
});
