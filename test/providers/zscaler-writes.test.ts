import { X509Certificate } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Certificate } from '../../src/certificate/certificate.ts';
import { EVERYTHING } from '../../src/interface/request.ts';
import type { Provider } from '../../src/providers/provider.ts';
import { describeCall } from '../../src/report/sentences.ts';
import { issue } from '../support/material.ts';
import {
  COLLECTION,
  CUSTOMER,
  createZpaScene,
  failureOf,
  ID,
  json,
  MISSING,
  makeUpload,
  onePage,
  type Route,
  refusal,
} from './zscaler-scene.ts';

const LIST = `GET ${COLLECTION}`;
const POST = `POST ${COLLECTION}`;
const ONE = `${COLLECTION}/${ID}`;
const BRANCH = '216000000000000042';
const CUSTOMER_PATH = `/mgmtconfig/v1/admin/customers/${CUSTOMER}`;
const APPS = `GET ${CUSTOMER_PATH}/application/getAppsByType`;
const PRA_PORTALS = `GET ${CUSTOMER_PATH}/praPortal`;
const USER_PORTALS = `GET ${CUSTOMER_PATH}/userPortal`;

let pem: string;
let fingerprint: string;
beforeAll(async () => {
  pem = (await issue({ subject: 'CN=intranet.example.com', sans: ['intranet.example.com'] })).pem;
  fingerprint = new X509Certificate(pem).fingerprint256;
});

/** The certificates that rows become. */
const readRows = (...rows: readonly object[]): Promise<readonly Certificate[]> =>
  createZpaScene({ [LIST]: onePage(...rows) }).provider.list(EVERYTHING);

async function readRow(row: object): Promise<Certificate & { readonly id: string }> {
  const [certificate] = await readRows({ id: ID, name: 'intranet', ...row });
  if (certificate === undefined) throw new Error('The row is gone');
  return { ...certificate, id: ID };
}

function require<T>(value: T | null): T {
  if (value === null) throw new Error('The provider lacks this');
  return value;
}

describe('creation', () => {
  const { creation } = createZpaScene({}).provider;

  test('uploads certificate, chain and key as one text, once', async () => {
    const scene = createZpaScene({ [POST]: json({ id: ID, name: 'intranet', certificate: pem }, 201) });
    const request = makeUpload({ fingerprint }, { description: 'Door' });
    const call = scene.provider.creation.call(request);
    expect(call.retry).toBe('unsent');
    const created = await scene.provider.creation.send(call);
    expect(created).toMatchObject({ id: ID, fingerprint });
    expect(scene.provider.creation.findMismatch(created, request)).toBeNull();
    expect(scene.jsonOf(POST)).toEqual([
      { name: 'intranet', description: 'Door', certBlob: request.upload?.plan.certBlob },
    ]);
    expect(scene.queriesOf(POST)).toEqual([{}]);
  });

  test('names the microtenant, and leaves out a description that was not given', async () => {
    const call = createZpaScene({}, { microtenantId: '0' }).provider.creation.call(
      makeUpload({ fingerprint }),
    );
    expect(call).toMatchObject({ query: { microtenantId: '0' } });
    expect(call.json).not.toHaveProperty('description');
  });

  test('is never shown with the key', () => {
    const call = creation.call(makeUpload({ fingerprint, chainPems: ['a'] }));
    expect(describeCall(call, 'https://host')).toBe(
      `POST https://host${COLLECTION} {"name":"intranet","certBlob":"(PEM: the certificate, 1 issuer and the private key)"}`,
    );
    expect(JSON.stringify(call.shownJson)).not.toContain('hush');
  });

  test('an answer that is lost or unreadable may have arrived', async () => {
    const scene = createZpaScene({ [POST]: json([], 201) });
    const call = scene.provider.creation.call(makeUpload({ fingerprint }));
    expect(await failureOf(scene.provider.creation.send(call))).toMatchObject({ mayHaveArrived: true });
  });

  test('wants to know what was there', () => {
    expect(creation.listsBefore(makeUpload({ fingerprint }))).toBe(true);
  });

  test('the same certificate is there already: by its fingerprint, the one of that name first', async () => {
    const rows = await readRows(
      { id: '1', name: 'intranet' },
      { id: '2', name: 'other', certificate: pem },
      { id: '3', name: 'intranet', certificate: pem },
    );
    const find = (request = makeUpload({ fingerprint })) => creation.findExisting(rows, request)?.id;
    expect(find()).toBe('3');
    expect(find(makeUpload({ fingerprint }, { name: 'third' }))).toBe('2');
    expect(find(makeUpload({ fingerprint: 'AA' }))).toBeUndefined();
  });

  test.each<[string | null, string | null, boolean]>([
    [null, null, true],
    ['0', null, true],
    [null, '0', true],
    [null, BRANCH, false],
    ['0', BRANCH, false],
    [BRANCH, BRANCH, true],
    [BRANCH, null, true],
  ])('run for microtenant %s, one in %s counts: %s', async (microtenantId, of, counts) => {
    const scene = createZpaScene({}, { microtenantId });
    const row = {
      id: '1',
      name: 'intranet',
      certificate: pem,
      ...(of === null ? {} : { microtenantId: of }),
    };
    const rows = await readRows(row);
    const request = makeUpload({ fingerprint });
    expect(scene.provider.creation.findExisting(rows, request) !== null).toBe(counts);
    expect(scene.provider.creation.recognise(rows, request)).toHaveLength(counts ? 1 : 0);
    expect(scene.provider.creation.findViolations(rows, request)).toHaveLength(counts ? 1 : 0);
  });

  test('a name that another certificate has is refused for good', async () => {
    const rows = await readRows({ id: '1', name: 'Wild%20Card' }, { id: '2', name: 'mail' });
    expect(creation.findViolations(rows, makeUpload({ fingerprint }, { name: 'Wild Card' }))).toEqual([
      {
        reason: expect.stringContaining('"Wild Card"'),
        certificates: ['1'],
        instead: expect.stringContaining('another name'),
        forcible: false,
      },
    ]);
    expect(creation.findViolations(rows, makeUpload({ fingerprint }))).toEqual([]);
  });

  test('is recognised by its fingerprint, and anything else is a mismatch', async () => {
    const rows = await readRows({ id: '1', certificate: pem }, { id: '2' });
    const request = makeUpload({ fingerprint });
    expect(creation.recognise(rows, request).map(({ id }) => id)).toEqual(['1']);
    expect(creation.recognise(rows, makeUpload({ fingerprint: 'AA' }))).toEqual([]);
    const [created] = rows;
    expect(created && creation.findMismatch(created, makeUpload({ fingerprint: 'AA' }))).toContain(
      fingerprint,
    );
    expect(creation.adoptionCaveat).toBeNull();
    expect(creation.lookFor(request)).toContain(fingerprint);
  });

  test('a full tenant is worth knowing', async () => {
    const [row] = await readRows({ id: '1' });
    const rows = (count: number) => Array.from({ length: count }, () => row as Certificate);
    expect(creation.findConcerns(rows(999), new Date())).toEqual([]);
    expect(creation.findConcerns(rows(1000), new Date())).toEqual([expect.stringContaining('1000')]);
  });
});

describe('update', () => {
  const update = require(createZpaScene({}).provider.update);
  const OLD = { name: 'Wild%20Card', description: '&#x2a;&#x2e;old' };

  test.each([
    [
      { name: 'new', description: null },
      { name: 'new', description: '*.old' },
    ],
    [
      { name: null, description: 'new' },
      { name: 'Wild Card', description: 'new' },
    ],
    [
      { name: null, description: '' },
      { name: 'Wild Card', description: '' },
    ],
  ])('%j sends both, unescaped: %j', async (changes, sent) => {
    const scene = createZpaScene({ [`PUT ${ONE}`]: { status: 204 } });
    const real = require(scene.provider.update);
    const certificate = await readRow(OLD);
    expect(real.isDone(certificate, changes)).toBe(false);
    await real.send(real.call(certificate, changes));
    expect(scene.jsonOf(`PUT ${ONE}`)).toEqual([sent]);
  });

  test('a description that is not there is sent as an empty one', async () => {
    const call = update.call(await readRow({}), { name: 'new', description: null });
    expect(call).toMatchObject({ method: 'PUT', json: { name: 'new', description: '' }, retry: 'safe' });
  });

  test.each([
    { name: 'Wild Card', description: null },
    { name: null, description: '*.old' },
    { name: 'Wild Card', description: '*.old' },
    { name: null, description: null },
  ])('%j is so already', async (changes) => {
    expect(update.isDone(await readRow(OLD), changes)).toBe(true);
  });

  test('names the microtenant', async () => {
    const { provider } = createZpaScene({}, { microtenantId: BRANCH });
    const call = require(provider.update).call(await readRow({}), { name: 'x', description: null });
    expect(call.query).toEqual({ microtenantId: BRANCH });
  });
});

describe('an entry that cannot be changed', () => {
  const UNTOUCHED = [APPS, PRA_PORTALS, USER_PORTALS];

  test.each<[string, object, string | null, RegExp]>([
    ["Zscaler's own", { zscalerManaged: true, readOnly: true }, null, /Zscaler manages it/],
    ['shared', { readOnly: true }, null, /read-only/],
    ['of another microtenant', { microtenantId: BRANCH }, null, /is in microtenant 216000000000000042/],
    ['of a microtenant that is not the Default one', { microtenantId: BRANCH }, '0', /is in microtenant/],
  ])('%s: neither updated nor deleted, not by force', async (_case, row, microtenantId, reason) => {
    const scene = createZpaScene({}, { microtenantId });
    const certificate = await readRow(row);
    const violation = { reason: expect.stringMatching(reason), certificates: [ID], forcible: false };
    expect(require(scene.provider.update).findViolations(certificate)).toMatchObject([violation]);
    expect(await require(scene.provider.deletion).findViolations(certificate, [])).toMatchObject([violation]);
    expect(scene.requests.filter(({ what }) => UNTOUCHED.includes(what))).toEqual([]);
  });

  test.each<[object, string | null]>([
    [{ readOnly: false, zscalerManaged: false }, null],
    [{ microtenantId: '0' }, null],
    [{ microtenantId: BRANCH }, BRANCH],
    [{}, BRANCH],
  ])('%j, run for microtenant %s, can be', async (row, microtenantId) => {
    const { provider } = createZpaScene({}, { microtenantId });
    expect(require(provider.update).findViolations(await readRow(row))).toEqual([]);
  });
});

describe('what refers to a certificate', () => {
  const NOTHING: Readonly<Record<string, Route>> = {
    [APPS]: onePage(),
    [PRA_PORTALS]: onePage(),
    [USER_PORTALS]: onePage(),
  };
  const byType = (rows: Readonly<Record<string, readonly object[]>>): Route => {
    return ({ url }) => onePage(...(rows[url.searchParams.get('applicationType') ?? ''] ?? []));
  };
  const findViolations = async (
    routes: Readonly<Record<string, Route>>,
    microtenantId: string | null = null,
  ) => {
    const scene = createZpaScene({ ...NOTHING, ...routes }, { microtenantId });
    const certificate = { ...(await readRow({})) };
    return { scene, violations: await require(scene.provider.deletion).findViolations(certificate, []) };
  };
  const other = { id: '1', name: 'other', certificateId: '216000000000000776' };

  test('nothing: it may be deleted', async () => {
    const { scene, violations } = await findViolations({ [APPS]: onePage(other) });
    expect(violations).toEqual([]);
    expect(scene.queriesOf(APPS)).toEqual([
      { page: '1', pagesize: '500', applicationType: 'BROWSER_ACCESS', expandAll: 'false' },
      { page: '1', pagesize: '500', applicationType: 'INSPECT', expandAll: 'false' },
    ]);
  });

  test.each<[string, Readonly<Record<string, Route>>, string]>([
    [
      'a Browser Access app',
      {
        [APPS]: byType({
          BROWSER_ACCESS: [other, { id: '2', name: 'crm', domain: 'crm.example', certificateId: ID }],
        }),
      },
      'Browser Access applications refer to it: crm at crm.example',
    ],
    [
      'a whole application with clientless apps',
      {
        [APPS]: byType({
          BROWSER_ACCESS: [{ id: '2', name: 'CRM', clientlessApps: [{ certificateId: ID }] }],
        }),
      },
      'Browser Access applications refer to it: CRM',
    ],
    [
      'a whole application of the newer form',
      {
        [APPS]: byType({
          INSPECT: [
            {
              id: '2',
              name: 'CRM',
              commonAppsDto: { appsConfig: [{ appTypes: ['INSPECT'], certificateId: ID }] },
            },
          ],
        }),
      },
      'AppProtection (Inspect) applications refer to it: CRM',
    ],
    [
      'a PRA portal',
      { [PRA_PORTALS]: onePage({ id: '2', name: 'pra.example', domain: 'pra.example', certificateId: ID }) },
      'PRA portals refer to it: pra.example',
    ],
    [
      'a user portal',
      { [USER_PORTALS]: onePage({ id: '2', managedByZs: true }, { id: '3', certificateId: ID }) },
      'user portals refer to it: id 3',
    ],
  ])('%s: refused, and force cannot override it', async (_case, routes, reason) => {
    const { violations } = await findViolations(routes);
    expect(violations).toEqual([
      {
        reason,
        certificates: [ID],
        instead: expect.stringContaining('another certificate'),
        forcible: false,
      },
    ]);
  });

  test('is found on any page, in the microtenant that was named', async () => {
    const { scene, violations } = await findViolations(
      {
        [PRA_PORTALS]: ({ url }) => {
          const page = Number(url.searchParams.get('page'));
          return json({
            totalPages: '3',
            totalCount: '0',
            list: [{ id: String(page), name: `p${page}`, certificateId: page === 3 ? ID : '1' }],
          });
        },
      },
      '0',
    );
    expect(violations).toMatchObject([{ reason: 'PRA portals refer to it: p3' }]);
    expect(scene.queriesOf(PRA_PORTALS)).toHaveLength(3);
    expect(
      scene.requests
        .filter(({ what }) => what.startsWith('GET'))
        .map(({ url }) => url.searchParams.get('microtenantId')),
    ).not.toContain(null);
  });

  test('many are cut', async () => {
    const portals = Array.from({ length: 23 }, (_, index) => ({
      id: `${index}`,
      name: `p${index}`,
      certificateId: ID,
    }));
    const { violations } = await findViolations({ [PRA_PORTALS]: onePage(...portals) });
    expect(violations[0]?.reason).toMatch(/p19, and 3 more$/);
  });

  test.each([401, 403, 404])('a list that is denied (%d) is said, and can be forced', async (status) => {
    const { violations } = await findViolations({ [USER_PORTALS]: refusal(status, 'access.denied') });
    expect(violations).toEqual([
      {
        reason: expect.stringMatching(/user portals refer to it.*access\.denied/),
        certificates: [ID],
        instead: expect.stringContaining('role'),
        forcible: true,
      },
    ]);
  });

  test('a list that fails otherwise fails the operation, once nothing is under way', async () => {
    const scene = createZpaScene({
      ...NOTHING,
      [APPS]: refusal(400, 'bad.request'),
      [PRA_PORTALS]: [json({}, 503), onePage()],
    });
    const certificate = await readRow({});
    const error = await failureOf(require(scene.provider.deletion).findViolations(certificate, []));
    expect(error.errors[0]?.code).toBe('bad.request');
    expect(scene.seen(PRA_PORTALS)).toHaveLength(2);
  });
});

describe('deletion', () => {
  const deleteOne = async (routes: Readonly<Record<string, Route>>, microtenantId: string | null = null) => {
    const scene = createZpaScene(routes, { microtenantId });
    const deletion = require(scene.provider.deletion);
    const call = deletion.call(ID);
    return { scene, deletion, call, sent: deletion.send(call) };
  };

  test('deletes', async () => {
    const { scene, call, sent } = await deleteOne({ [`DELETE ${ONE}`]: { status: 204 } }, '0');
    expect(await sent).toBe(true);
    expect(call).toMatchObject({ method: 'DELETE', retry: 'unsent' });
    expect(scene.queriesOf(`DELETE ${ONE}`)).toEqual([{ microtenantId: '0' }]);
  });

  test('one that is gone was not deleted by us', async () => {
    const { sent } = await deleteOne({ [`DELETE ${ONE}`]: MISSING, [`GET ${ONE}`]: MISSING });
    expect(await sent).toBe(false);
  });

  test('one that the delete does not find but a read does is still there', async () => {
    const { sent } = await deleteOne({ [`DELETE ${ONE}`]: MISSING, [`GET ${ONE}`]: json({ id: ID }) });
    expect(await failureOf(sent)).toMatchObject({ status: 400, call: `DELETE ${ONE}` });
  });

  test("the vendor's refusal is told", async () => {
    const refused = refusal(400, 'resource.referenced', 'Resource is being referenced', {
      params: ['Application', 'CRM'],
    });
    const { sent } = await deleteOne({ [`DELETE ${ONE}`]: refused });
    const error = await failureOf(sent);
    expect(error.message).toContain('resource.referenced Resource is being referenced (Application, CRM)');
    expect(error.mayHaveArrived).toBe(false);
  });

  test('needs no other certificates', async () => {
    expect(require<NonNullable<Provider['deletion']>>(createZpaScene({}).provider.deletion).needsAll).toBe(
      false,
    );
  });
});

describe('check', () => {
  test('proves reading by one page, and says how it signed in', async () => {
    const scene = createZpaScene({ [LIST]: json({ totalPages: '3', list: [{ id: '1' }, { id: '2' }] }) });
    expect(await scene.provider.check()).toEqual({
      read: 'proved',
      write: 'unknown',
      credentialStatus: null,
      credentialExpiresOn: null,
      count: 2,
      remarks: [
        'Signed in through the legacy ZPA sign-in at config.private.zscaler.com, with a client secret; the token lives for 3,600 s and stays in memory.',
        'Only the first of 3 pages was read.',
        expect.stringContaining('no way'),
      ],
    });
    expect(scene.seen(LIST)).toHaveLength(1);
  });

  test.each([
    ['reading, by 403', { [LIST]: refusal(403, 'access.denied') }, LIST, 403],
    ['reading, by 401', { [LIST]: refusal(401, 'access.denied') }, LIST, 401],
    ['the sign-in, by 401', { 'POST /signin': refusal(401, 'access.denied') }, 'POST /signin', 401],
    ['the sign-in, by 400', { 'POST /signin': refusal(400, 'bad.request') }, 'POST /signin', 400],
  ])('denied: %s', async (_case, routes, call, status) => {
    const { read, count } = await createZpaScene(routes).provider.check();
    expect(read).toMatchObject({ call, status });
    expect(count).toBeNull();
  });

  test.each([
    ['a 500', json({}, 500)],
    ['a 400 of the list', refusal(400, 'bad.request')],
  ])('%s is neither proved nor denied', async (_case, reply) => {
    await failureOf(createZpaScene({ [LIST]: reply }).provider.check());
  });
});
