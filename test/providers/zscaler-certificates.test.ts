import { X509Certificate } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { EVERYTHING, type ListFilter } from '../../src/interface/request.ts';
import { toCertificate } from '../../src/providers/zscaler/to-certificate.ts';
import { unescapeText } from '../../src/providers/zscaler/unescape.ts';
import { type Issued, issue, NOW } from '../support/material.ts';
import {
  COLLECTION,
  CUSTOMER,
  createZpaScene,
  failureOf,
  ID,
  json,
  MISSING,
  onePage,
  refusal,
} from './zscaler-scene.ts';

const LIST = `GET ${COLLECTION}`;
const V2 = `/mgmtconfig/v2/admin/customers/${CUSTOMER}`;
const SECOND = 1000;
const DAY = 24 * 60 * 60 * SECOND;

const seconds = (time: number) => String(Math.floor(time / SECOND));

/** What becomes of a row in a list. */
async function readRow(row: object) {
  const [certificate] = await createZpaScene({ [LIST]: onePage(row) }).provider.list(EVERYTHING);
  if (certificate === undefined) throw new Error('The row is gone');
  return certificate;
}

const list = (rows: readonly object[], filter: Partial<ListFilter>) =>
  createZpaScene({ [LIST]: onePage(...rows) }).provider.list({ ...EVERYTHING, ...filter });

let leaf: Issued;
beforeAll(async () => {
  leaf = await issue({ subject: 'O=Example, CN=intranet.example.com', sans: ['intranet.example.com'] });
});

describe('a row with its PEM', () => {
  test('becomes a record: facts from the PEM, the rest as it came', async () => {
    const x509 = new X509Certificate(leaf.pem);
    const certificate = await readRow({
      id: ID,
      name: 'intranet',
      description: 'Door',
      cName: 'intranet.example.com',
      certificate: leaf.pem,
      certChain: 'chain',
      publicKey: 'key',
      issuedTo: 'CN=something else',
      issuedBy: 'CN=something else',
      serialNo: BigInt(`0x${x509.serialNumber}`).toString(),
      san: ['something.else'],
      validFromInEpochSec: seconds(Date.parse(x509.validFrom)),
      validToInEpochSec: seconds(Date.parse(x509.validTo)),
      creationTime: '1767225600',
      modifiedTime: '1767225700',
      modifiedBy: '216000000000000001',
      readOnly: false,
      zscalerManaged: false,
      microtenantName: 'Default',
      future: { field: [1] },
    });
    expect(certificate).toEqual({
      provider: 'zscaler-zpa',
      scope: CUSTOMER,
      id: ID,
      name: 'intranet',
      status: 'valid',
      fingerprint: x509.fingerprint256,
      subject: 'CN=intranet.example.com,O=Example',
      issuer: 'CN=intranet.example.com,O=Example',
      serialNumber: x509.serialNumber,
      sans: ['intranet.example.com'],
      notBefore: new Date(x509.validFrom),
      notAfter: new Date(x509.validTo),
      createdAt: new Date(1_767_225_600_000),
      updatedAt: new Date(1_767_225_700_000),
      inUse: null,
      type: null,
      pem: leaf.pem,
      vendor: {
        description: 'Door',
        cName: 'intranet.example.com',
        certChain: 'chain',
        creationTime: '1767225600',
        modifiedTime: '1767225700',
        publicKey: 'key',
        modifiedBy: '216000000000000001',
        readOnly: false,
        zscalerManaged: false,
        microtenantName: 'Default',
        future: { field: [1] },
      },
      contradictions: [],
    });
  });

  test("a serial number or date that is not the PEM's is told", async () => {
    const { contradictions } = await readRow({ certificate: leaf.pem, serialNo: '17', validToInEpochSec: 1 });
    expect(contradictions).toEqual([
      expect.stringMatching(/^The API's serial number 11 differs/),
      expect.stringMatching(/^The API's notAfter 1970-01-01T00:00:01Z differs/),
    ]);
  });
});

describe('a row without PEM', () => {
  test('is told by its fields', async () => {
    expect(
      await readRow({
        id: ID,
        issuedTo: 'CN=a,O=b',
        issuedBy: 'CN=c',
        serialNo: '4919',
        san: ['a.example'],
        validFromInEpochSec: '1519963049000',
        validToInEpochSec: 4_102_444_800,
        getcName: 'a.example',
      }),
    ).toMatchObject({
      name: null,
      fingerprint: null,
      subject: 'CN=a,O=b',
      issuer: 'CN=c',
      serialNumber: '1337',
      sans: ['a.example'],
      notBefore: new Date('2018-03-02T03:57:29Z'),
      notAfter: new Date('2100-01-01T00:00:00Z'),
      status: 'valid',
      createdAt: null,
      updatedAt: null,
      pem: null,
      vendor: { cName: 'a.example', getcName: 'a.example' },
    });
  });

  test.each([
    ['0', '00'],
    ['1', '01'],
    ['255', 'FF'],
    ['-255', '-FF'],
    [4096, '1000'],
    ['1461501637330902918203684832716283019655932542975', 'FF'.repeat(20)],
    [2 ** 60, null],
    ['', null],
    [null, null],
    ['0A:1B', '0A1B'],
  ])('serialNo %j is %s', async (serialNo, hex) => {
    expect((await readRow({ serialNo, validToInEpochSec: '1' })).serialNumber).toBe(hex);
  });

  test.each([
    ['216000000000000777', '216000000000000777'],
    [6573, '6573'],
    [2 ** 60, null],
    [undefined, null],
  ])('id %j is %s', async (id, expected) => {
    expect((await readRow({ id })).id).toBe(expected);
  });
});

describe('the status', () => {
  const now = NOW.getTime();
  test.each([
    ['a day ahead', now + DAY, now + 9 * DAY, 'not-yet-valid'],
    ['in a second', now + SECOND, now + 9 * DAY, 'not-yet-valid'],
    ['from now', now, now + 9 * DAY, 'valid'],
    ['for a second more', now - DAY, now + SECOND, 'valid'],
    ['until now', now - DAY, now, 'expired'],
    ['until a second ago', now - DAY, now - SECOND, 'expired'],
  ])('valid %s', (_case, from, to, status) => {
    const row = { validFromInEpochSec: seconds(from), validToInEpochSec: seconds(to), serialNo: '1' };
    expect(toCertificate(row, CUSTOMER, NOW).status).toBe(status);
  });

  test.each([
    ['nothing of a certificate', { id: ID, name: 'CN=new', creationTime: '1767225600' }, 'pending'],
    [
      'empty fields',
      { certificate: '', serialNo: '', validFromInEpochSec: '0', validToInEpochSec: 0 },
      'pending',
    ],
    ['a serial number only', { serialNo: '1' }, null],
    ['a PEM that cannot be read', { certificate: 'x' }, null],
    ['a date that cannot be read', { validToInEpochSec: 'soon' }, null],
    ['no begin', { validToInEpochSec: '4102444800' }, null],
    ['no end', { validFromInEpochSec: '1' }, null],
    ['no begin, but an end in the past', { validToInEpochSec: '1' }, 'expired'],
  ])('%s', async (_case, row, status) => {
    expect((await readRow(row)).status).toBe(status);
  });
});

describe('names of old records', () => {
  test.each([
    ['Wild%20Card%20Cert', 'Wild Card Cert'],
    ['&#x2a;&#x2e;example&#46;com', '*.example.com'],
    ['&amp;#x2a;.example.com', '*.example.com'],
    ['R&amp;amp;D', 'R&D'],
    ['%26%2342%3B', '*'],
    ['&lt;b&gt; &quot;x&quot; &apos;y&apos;', '<b> "x" \'y\''],
    ['100% safe', '100% safe'],
    ['%C3%BC', 'ü'],
    ['%FF', '%FF'],
    ['a%0A::error::b', 'a%0A::error::b'],
    ['a&#10;b&#x1b;', 'a&#10;b&#x1b;'],
    ['&#xD800;&#x110000;&copy;&', '&#xD800;&#x110000;&copy;&'],
    ['CN=*.example.com,O=Example,C=US', 'CN=*.example.com,O=Example,C=US'],
    ['', ''],
  ])('%j is %j', (raw, name) => {
    expect(unescapeText(raw)).toBe(name);
  });

  test('the raw one is kept where it differs', async () => {
    expect(await readRow({ name: 'Wild%20Card' })).toMatchObject({
      name: 'Wild Card',
      vendor: { name: 'Wild%20Card' },
    });
    expect((await readRow({ name: 'plain' })).vendor).not.toHaveProperty('name');
  });

  test('nothing is unescaped into a control character, and plain words stay', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const mayHold = /\p{Cc}/u.test(text);
        expect(mayHold || !/\p{Cc}/u.test(unescapeText(text))).toBe(true);
      }),
    );
    fc.assert(
      fc.property(fc.stringMatching(/^[\w .*=,()-]*$/), (text) => {
        expect(unescapeText(text)).toBe(text);
      }),
    );
  });
});

describe('lists', () => {
  test.each([
    ['all', COLLECTION, 0],
    ['issued', `${V2}/certificate/issued`, 0],
    ['clientless-issued', `${V2}/clientlessCertificate/issued`, 1],
  ] as const)('view %s reads %s', async (view, path, notices) => {
    const scene = createZpaScene({ [`GET ${path}`]: onePage({ id: ID }) }, { view });
    expect(await scene.provider.list(EVERYTHING)).toMatchObject([{ id: ID }]);
    expect(scene.queriesOf(`GET ${path}`)).toEqual([{ page: '1', pagesize: '500' }]);
    expect(scene.provider.notices).toHaveLength(notices);
  });

  test('the deprecated view names its replacement', () => {
    const scene = createZpaScene({}, { view: 'clientless-issued' });
    expect(scene.provider.notices.join()).toContain('view: issued');
  });

  test.each([
    [null, {}],
    ['0', { microtenantId: '0' }],
    ['216000000000000042', { microtenantId: '216000000000000042' }],
  ])('microtenant %s asks for %j', async (microtenantId, query) => {
    const scene = createZpaScene({ [LIST]: onePage({ id: ID }) }, { microtenantId });
    const [certificate] = await scene.provider.list(EVERYTHING);
    expect(scene.queriesOf(LIST)).toEqual([{ page: '1', pagesize: '500', ...query }]);
    expect(certificate?.scope).toBe(microtenantId === null ? CUSTOMER : `${CUSTOMER}/${microtenantId}`);
    expect(scene.provider.scope).toBe(certificate?.scope);
  });

  test.each([
    ['texts', '3'],
    ['numbers', 3],
  ])('all pages are read by totalPages as %s; totalCount is not heeded', async (_case, totalPages) => {
    const scene = createZpaScene(
      {
        [LIST]: ({ url }) => {
          const page = url.searchParams.get('page');
          return json({
            totalPages,
            totalCount: '0',
            list: [{ id: `${page}0` }, { id: `${page}1` }, { id: '11' }],
          });
        },
      },
      { pageSize: 2 },
    );
    const certificates = await scene.provider.list(EVERYTHING);
    expect(certificates.map(({ id }) => id)).toEqual(['10', '11', '20', '21', '30', '31']);
    expect(scene.queriesOf(LIST).map(({ page }) => page)).toEqual(['1', '2', '3']);
    expect(scene.queriesOf(LIST)[0]).toMatchObject({ pagesize: '2' });
  });

  test.each([
    ['no list', { totalPages: '0' }],
    ['null', { totalPages: '0', list: null }],
    ['an empty one', { totalPages: 0, list: [] }],
    ['nothing at all', {}],
  ])('%s is an empty list', async (_case, envelope) => {
    const scene = createZpaScene({ [LIST]: json(envelope) });
    expect(await scene.provider.list(EVERYTHING)).toEqual([]);
  });

  test.each([
    ['no object', [], 'a body of another shape'],
    ['a list that is none', { list: { id: '1' } }, 'a body of another shape'],
    ['a row that is none', { list: ['1'] }, 'a body of another shape'],
    ['a field of another kind', { list: [{ certificate: 7 }] }, 'a body of another shape'],
  ])('%s is refused', async (_case, body, message) => {
    const scene = createZpaScene({ [LIST]: json(body, 200, { 'x-transaction-id': 'tx-1' }) });
    const error = await failureOf(scene.provider.list(EVERYTHING));
    expect(error).toMatchObject({
      kind: 'unreadable',
      host: 'config.private.zscaler.com',
      requestId: 'tx-1',
    });
    expect(error.message).toContain(message);
  });

  test('statuses are filtered here', async () => {
    const rows = [
      { id: '1', validFromInEpochSec: '1', validToInEpochSec: '2' },
      { id: '2' },
      { id: '3', validFromInEpochSec: '1', validToInEpochSec: '4102444800' },
    ];
    const ids = async (statuses: readonly string[]) => (await list(rows, { statuses })).map(({ id }) => id);
    expect(await ids([])).toEqual(['1', '2', '3']);
    expect(await ids(['expired'])).toEqual(['1']);
    expect(await ids(['pending', 'valid'])).toEqual(['2', '3']);
  });
});

describe('searches', () => {
  const rows = ['intranet', 'Intranet-old', 'Wild%20Card', 'mail'].map((name) => ({ name }));

  test.each([
    ['name EQ intranet', ['intranet']],
    ['name eq INTRANET', ['intranet']],
    ['name+EQ+mail', ['mail']],
    ['  name   EQ   mail  ', ['mail']],
    ['name NE mail', ['intranet', 'Intranet-old', 'Wild Card']],
    ['name LIKE net', ['intranet', 'Intranet-old']],
    ['name CONTAINS OLD', ['Intranet-old']],
    ['name STARTSWITH in', ['intranet', 'Intranet-old']],
    ['name ENDSWITH il', ['mail']],
    ['name EQ Wild Card', ['Wild Card']],
    ['name EQ Wild%20Card', ['Wild Card']],
    ['name NE Wild Card', ['intranet', 'Intranet-old', 'mail']],
    ['name EQ nothing', []],
    // What only the vendor understands is not judged here.
    ['name GT mail', ['intranet', 'Intranet-old', 'Wild Card', 'mail']],
    ['cName EQ mail', ['intranet', 'Intranet-old', 'Wild Card', 'mail']],
    ['mail', ['intranet', 'Intranet-old', 'Wild Card', 'mail']],
  ])('%j lets pass %j, whatever the vendor lets through', async (search, names) => {
    expect((await list(rows, { search })).map(({ name }) => name)).toEqual(names);
  });

  test('go to the vendor as they are', async () => {
    const scene = createZpaScene({ [LIST]: onePage() });
    await scene.provider.list({ ...EVERYTHING, search: 'name LIKE a+b & c' });
    expect(scene.queriesOf(LIST)).toEqual([{ page: '1', pagesize: '500', search: 'name LIKE a+b & c' }]);
  });
});

describe('one certificate', () => {
  const ONE = `GET ${COLLECTION}/${ID}`;
  const CLIENTLESS = `GET /mgmtconfig/v1/admin/customers/${CUSTOMER}/clientlessCertificate/${ID}`;

  test.each([
    ['all', ONE],
    ['issued', ONE],
    ['clientless-issued', CLIENTLESS],
  ] as const)('view %s reads %s', async (view, route) => {
    const scene = createZpaScene({ [route]: json({ id: ID, name: 'x' }) }, { view, microtenantId: '0' });
    expect(await scene.provider.get(ID)).toMatchObject({ id: ID, name: 'x', pem: null });
    expect(scene.queriesOf(route)).toEqual([{ microtenantId: '0' }]);
  });

  test.each([
    ['HTTP 400 with the id of absence', MISSING],
    ["a 404 of the vendor's", refusal(404, 'resource.not.found')],
    ["a 404 of OneAPI's gateway", json({ detail: 'Not Found' }, 404)],
  ])('%s: there is none', async (_case, reply) => {
    expect(await createZpaScene({ [ONE]: reply }).provider.get(ID)).toBeNull();
  });

  test.each([
    ['a 404 that is not the API', { status: 404, body: '<html>nothing here</html>' }],
    ['another 400', refusal(400, 'bad.request')],
    ['403', refusal(403, 'access.denied')],
    ['an empty 200', { body: '' }],
  ])('%s is an error, not an absence', async (_case, reply) => {
    const error = await failureOf(createZpaScene({ [ONE]: reply }).provider.get(ID));
    expect(error.call).toBe(ONE);
  });

  test('an id cannot lead to another path', async () => {
    const scene = createZpaScene({});
    const error = await failureOf(scene.provider.get('../x?y=1'));
    expect(error.message).toContain('is not one that can be sent as it is');
    expect(scene.requests.map(({ url }) => url.pathname)).toEqual(['/signin']);
  });
});
