import { afterEach, describe, expect, test } from '@jest/globals';
import type { CloudflareOptions } from '../../simulator/cloudflare/options.ts';
import { GATEWAY_CERTIFICATES as IDS } from '../../simulator/estate.ts';
import { CERTIFICATES, CONFIGURATION, closeSimulators, NOW, openSimulator, SETTLE } from './visitor.ts';

afterEach(closeSimulators);

const DAY = 24 * 60 * 60 * 1000;
const at = (id: string, action = '') => `${CERTIFICATES}/${id}${action}`;
const NIL = '00000000-0000-0000-0000-000000000000';

describe('the seeded company', () => {
  test('has the certificates that are told of it', async () => {
    const simulator = await openSimulator();
    const rows = await simulator.list();
    expect(
      rows.map((row) => [
        row.id,
        row.type,
        row.binding_status,
        row.in_use,
        Math.floor((Date.parse(row.expires_on) - NOW) / DAY),
      ]),
    ).toEqual([
      [IDS.inUse, 'gateway_managed', 'available', true, 20],
      [IDS.expired, 'gateway_managed', 'inactive', false, -41],
      [IDS.quarter, 'gateway_managed', 'available', false, 90],
      [IDS.custom, 'custom', 'available', false, 400],
      [IDS.shelved, 'gateway_managed', 'inactive', false, 3550],
      [IDS.spare, 'gateway_managed', 'available', false, 1815],
    ]);
  });

  test('is gone in the empty estate', async () => {
    expect(await (await openSimulator({ estate: 'empty' })).list()).toEqual([]);
  });

  test('is there again after a reset, without history and faults', async () => {
    const simulator = await openSimulator();
    await simulator.call('DELETE', at(IDS.shelved));
    simulator.planFault({ endpoint: '*', call: 'every', kind: 'status', status: 503 });
    await simulator.reset();
    expect(simulator.history).toHaveLength(0);
    expect((await simulator.list()).map(({ id }) => id)).toContain(IDS.shelved);
  });
});

describe('the way of a certificate', () => {
  test('leads from inactive to available and back, and ends with its deletion', async () => {
    const { call, callForCertificate, clock, readState } = await openSimulator({ estate: 'empty' });
    const created = await call('POST', CERTIFICATES, { body: { validity_period_days: 365 } });
    const { id, binding_status, qs_pack_id } = created.json.result as Record<string, string>;
    expect([created.status, binding_status, qs_pack_id]).toEqual([200, 'inactive', NIL]);
    const read = async () => {
      const row = await callForCertificate('GET', at(id ?? ''));
      return [row.binding_status, row.qs_pack_id !== NIL];
    };
    const act = async (method: string, action: string) => {
      const reply = await call(method, at(id ?? '', action), method === 'POST' ? { body: {} } : {});
      return [reply.status, (reply.json.result as { binding_status?: string } | null)?.binding_status];
    };

    expect(await act('POST', '/activate')).toEqual([202, 'pending_deployment']);
    clock.pass(SETTLE - 1);
    expect(await read()).toEqual(['pending_deployment', true]);
    clock.pass(1);
    expect(await read()).toEqual(['available', true]);
    expect(await act('DELETE', '')).toEqual([500, undefined]);
    expect(await act('POST', '/deactivate')).toEqual([201, 'pending_deletion']);
    clock.pass(SETTLE - 1);
    expect(await read()).toEqual(['pending_deletion', true]);
    expect(await act('DELETE', '')).toEqual([500, undefined]);
    clock.pass(1);
    expect(await read()).toEqual(['inactive', false]);
    expect(await act('DELETE', '')).toEqual([200, 'inactive']);
    expect(await act('GET', '')).toEqual([404, undefined]);

    const { gateway } = Object.values(readState().cloudflare.accounts)[0] ?? {};
    expect(gateway).toMatchObject({
      certificates: [],
      creations: [{ id, at: NOW, validityDays: 365 }],
      deletedIds: [id],
    });
  });

  test.each([
    ['activate', 'inactive', '/activate', IDS.shelved, 202, 'pending_deployment'],
    ['activate', 'available', '/activate', IDS.spare, 202, 'available'],
    ['deactivate', 'available', '/deactivate', IDS.spare, 201, 'pending_deletion'],
    ['deactivate', 'inactive', '/deactivate', IDS.shelved, 201, 'inactive'],
    ['deactivate', 'custom', '/deactivate', IDS.custom, 201, 'pending_deletion'],
  ])('%s of a certificate that is %s', async (_verb, _state, action, id, status, binding) => {
    const { call } = await openSimulator();
    const withoutBody = await call('POST', at(id, action));
    expect([withoutBody.status, withoutBody.json.result]).toMatchObject([
      status,
      { id, binding_status: binding },
    ]);
  });
});

describe('refusals', () => {
  test.each([
    ['DELETE of one in use', 'DELETE', at(IDS.inUse), 500, 2118],
    ['DELETE of an available one', 'DELETE', at(IDS.spare), 500, 2118],
    ['DELETE of a custom one', 'DELETE', at(IDS.custom), 400, 2903],
    ['GET of an unknown one', 'GET', at(NIL), 404, 2027],
    ['DELETE of an unknown one', 'DELETE', at(NIL), 404, 2027],
    ['activate of an unknown one', 'POST', at(NIL, '/activate'), 404, 2027],
    ['deactivate of an unknown one', 'POST', at(NIL, '/deactivate'), 404, 2027],
    ['deactivate of the one in use', 'POST', at(IDS.inUse, '/deactivate'), 400, 2906],
  ])('%s', async (_what, method, path, status, code) => {
    const simulator = await openSimulator();
    const before = simulator.readState();
    const reply = await simulator.call(method, path);
    expect([reply.status, reply.json]).toMatchObject([
      status,
      { success: false, errors: [{ code }], messages: [], result: null },
    ]);
    expect(simulator.readState()).toEqual(before);
    expect(simulator.history[0]).toMatchObject({ method, status, acted: false });
  });

  test.each([0, -1, 10_951, 1.5, '365', true, [365]])('a validity of %j', async (days) => {
    const { call, readState } = await openSimulator({ estate: 'empty' });
    const reply = await call('POST', CERTIFICATES, { body: { validity_period_days: days } });
    expect([reply.status, reply.json.errors[0]?.source?.pointer]).toEqual([400, '/validity_period_days']);
    expect(Object.values(readState().cloudflare.accounts)[0]?.gateway.creations).toEqual([]);
  });

  test('a fourth creation within 24 hours, although another was deleted', async () => {
    const { call, callForCertificate, clock } = await openSimulator();
    const first = await callForCertificate('POST', CERTIFICATES);
    clock.pass(DAY / 2);
    await Promise.all([call('POST', CERTIFICATES), call('POST', CERTIFICATES)]);
    await call('DELETE', at(first.id));
    const refused = await call('POST', CERTIFICATES);
    expect([refused.status, refused.json.errors[0]?.code]).toEqual([400, 2900]);
    clock.pass(DAY / 2 - 1);
    expect((await call('POST', CERTIFICATES)).status).toBe(400);
    clock.pass(1);
    expect((await call('POST', CERTIFICATES)).status).toBe(200);
    expect((await call('POST', CERTIFICATES)).status).toBe(400);
  });

  test('creations side by side cannot pass the quota', async () => {
    const { call } = await openSimulator({ estate: 'empty' });
    const replies = await Promise.all(Array.from({ length: 8 }, () => call('POST', CERTIFICATES)));
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 200, 200, 400, 400, 400, 400, 400]);
  });

  test('an eleventh certificate at the edge', async () => {
    const { call, callForCertificate } = await openSimulator({ cloudflare: { creationQuota: 20 } });
    // Four are available from the beginning.
    const statuses: number[] = [];
    for (let count = 5; count <= 11; count += 1) {
      const { id } = await callForCertificate('POST', CERTIFICATES);
      statuses.push((await call('POST', at(id, '/activate'))).status);
    }
    expect(statuses).toEqual([202, 202, 202, 202, 202, 202, 400]);
  });
});

describe('what is not established is an option', () => {
  const answer = async (cloudflare: Partial<CloudflareOptions>, method: string, path: string) =>
    (await openSimulator({ cloudflare })).call(method, path);

  test.each<[Partial<CloudflareOptions>, string, string, number, object]>([
    [{ notFoundStatus: 400 }, 'GET', at(NIL), 400, { errors: [{ code: 2027 }] }],
    [{ availableWord: 'active' }, 'GET', at(IDS.spare), 200, { result: { binding_status: 'active' } }],
    [
      { activateOnAvailable: 'refuse' },
      'POST',
      at(IDS.spare, '/activate'),
      400,
      { errors: [{ code: 2905 }] },
    ],
    [
      { creationQuota: 0, creationQuotaError: { status: 403, code: 4711 } },
      'POST',
      CERTIFICATES,
      403,
      { errors: [{ code: 4711 }] },
    ],
    [
      { listResultInfo: true },
      'GET',
      CERTIFICATES,
      200,
      { result_info: { count: 6, page: 1, per_page: 6, total_count: 6 } },
    ],
  ])('%j', async (options, method, path, status, json) => {
    expect(await answer(options, method, path)).toMatchObject({ status, json });
  });

  test('a deactivation of the one in use may turn to the next available managed one', async () => {
    const { call, list, callForCertificate } = await openSimulator({
      cloudflare: { inUseDeactivation: 'switch' },
    });
    expect((await call('POST', at(IDS.inUse, '/deactivate'))).status).toBe(201);
    expect((await list()).filter((row) => row.in_use).map(({ id }) => id)).toEqual([IDS.quarter]);
    expect(await callForCertificate('GET', CONFIGURATION)).toMatchObject({
      settings: { certificate: { id: IDS.quarter } },
    });
  });

  test('fields may be left out, and the PEM may have its line ends spelt', async () => {
    const { list } = await openSimulator({
      cloudflare: { omitFields: ['fingerprint', 'expires_on'], literalBackslashNPem: true },
    });
    for (const row of await list()) {
      expect(row).not.toHaveProperty('fingerprint');
      expect(row).not.toHaveProperty('expires_on');
      expect(row.certificate).toMatch(/^-----BEGIN CERTIFICATE-----\\n[^\n]+\\n$/);
    }
  });

  test('a new certificate may be missing from the list for a while', async () => {
    const { callForCertificate, list, clock } = await openSimulator({
      estate: 'empty',
      cloudflare: { listingLagMilliseconds: 5000 },
    });
    const { id } = await callForCertificate('POST', CERTIFICATES);
    clock.pass(4999);
    expect(await list()).toEqual([]);
    expect(await callForCertificate('GET', at(id))).toMatchObject({ id });
    clock.pass(1);
    expect(await list()).toMatchObject([{ id }]);
  });
});
