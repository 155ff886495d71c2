import { afterEach, describe, expect, test } from '@jest/globals';
import { CLIENT_CERTIFICATES as IDS } from '../../simulator/cloudflare/client-estate.ts';
import type { CloudflareOptions } from '../../simulator/cloudflare/options.ts';
import { at, CLIENTS, makeCsr, openZone, readCode, readRow, SECOND_CLIENTS } from './client-visitor.ts';
import { closeSimulators, SETTLE } from './visitor.ts';

afterEach(closeSimulators);

const UNKNOWN = 'f'.repeat(32);
const REACTIVATE = { body: { reactivate: true } };

describe('the way of a client certificate', () => {
  test('leads from active to revoked and back, and never to an end', async () => {
    const { call, callForRow, callForPage, clock } = await openZone({ estate: 'empty' });
    const { id } = await callForRow('POST', CLIENTS, { body: { csr: await makeCsr(), validity_days: 30 } });
    const read = async () => (await callForRow('GET', at(id))).status;

    expect((await callForRow('DELETE', at(id))).status).toBe('pending_revocation');
    expect(readCode(await call('DELETE', at(id)))).toEqual([400, 1407]);
    clock.pass(SETTLE - 1);
    expect(await read()).toBe('pending_revocation');
    clock.pass(1);
    expect(await read()).toBe('revoked');
    expect(readCode(await call('DELETE', at(id)))).toEqual([400, 1407]);
    expect((await callForPage()).rows).toMatchObject([{ id, status: 'revoked' }]);

    expect((await callForRow('PATCH', at(id), REACTIVATE)).status).toBe('pending_reactivation');
    clock.pass(SETTLE - 1);
    expect(await read()).toBe('pending_reactivation');
    clock.pass(1);
    expect(await read()).toBe('active');
  });

  test.each([
    ['PATCH', 'pending_revocation', IDS.pendingRevocation, 'pending_reactivation', 'active'],
    ['PATCH', 'revoked', IDS.revoked, 'pending_reactivation', 'active'],
    ['PATCH', 'pending_reactivation', IDS.pendingReactivation, 'pending_reactivation', 'active'],
    ['PATCH', 'active', IDS.spare, 'active', 'active'],
    ['DELETE', 'active', IDS.spare, 'pending_revocation', 'revoked'],
    ['DELETE', 'active and expired', IDS.expired, 'pending_revocation', 'revoked'],
    ['DELETE', 'pending_reactivation', IDS.pendingReactivation, 'pending_revocation', 'revoked'],
  ])('%s of one that is %s', async (method, _status, id, answered, settled) => {
    const { callForRow, clock } = await openZone();
    const before = await callForRow('GET', at(id));
    expect(await callForRow(method, at(id), method === 'PATCH' ? REACTIVATE : {})).toEqual({
      ...before,
      status: answered,
    });
    clock.pass(SETTLE);
    expect(await callForRow('GET', at(id))).toEqual({ ...before, status: settled });
  });

  test('settles by itself where it was seeded on its way', async () => {
    const { callForPage, clock } = await openZone();
    clock.pass(SETTLE);
    expect((await callForPage('?status=pending_revocation')).info.total_count).toBe(0);
    expect((await callForPage('?status=revoked')).info.total_count).toBe(58);
    expect((await callForPage('?status=active')).info.total_count).toBe(182);
  });
});

describe('refusals', () => {
  test.each([
    ['GET of an unknown one', 'GET', at(UNKNOWN), 1415],
    ['GET of a malformed id', 'GET', at('42'), 1415],
    ['GET of an encoded path', 'GET', at('..%2F..%2Fuser'), 1415],
    ['DELETE of an unknown one', 'DELETE', at(UNKNOWN), 1415],
    ['PATCH of an unknown one', 'PATCH', at(UNKNOWN), 1415],
    ['GET of one of another zone', 'GET', `${SECOND_CLIENTS}/${IDS.spare}`, 1415],
    ['DELETE of a revoked one', 'DELETE', at(IDS.revoked), 1407],
    ['DELETE of one on its way there', 'DELETE', at(IDS.pendingRevocation), 1407],
  ])('%s', async (_what, method, path, code) => {
    const simulator = await openZone();
    const before = simulator.readState();
    expect(await simulator.call(method, path)).toMatchObject({
      status: 400,
      json: { success: false, errors: [{ code }], messages: [], result: null },
    });
    expect(simulator.readState()).toEqual(before);
    expect(simulator.history[0]).toMatchObject({ acted: false });
  });

  test.each<[Partial<CloudflareOptions>, string, string, object | undefined, number, number | null]>([
    [{ clientNotFoundStatus: 404 }, 'GET', at(UNKNOWN), undefined, 404, 1415],
    [{ clientRefusalStatus: 409 }, 'DELETE', at(IDS.revoked), undefined, 409, 1407],
    [{ clientReactivateActive: 'refuse' }, 'PATCH', at(IDS.spare), { reactivate: true }, 400, 2910],
    [{}, 'PATCH', at(IDS.revoked), undefined, 200, null],
    [{}, 'PATCH', at(IDS.revoked), {}, 200, null],
    [{}, 'PATCH', at(IDS.revoked), { reactivate: false }, 400, 2901],
    [{ clientPatchBodyRequired: true }, 'PATCH', at(IDS.revoked), undefined, 400, 2901],
    [{ clientPatchBodyRequired: true }, 'PATCH', at(IDS.revoked), {}, 400, 2901],
    [{ clientPatchBodyRequired: true }, 'PATCH', at(IDS.revoked), { reactivate: true }, 200, null],
  ])('with %j: %s %s %j', async (cloudflare, method, path, body, status, code) => {
    const { call } = await openZone({ cloudflare });
    expect(readCode(await call(method, path, { body }))).toEqual([status, code]);
  });
});

describe('the quota of a zone', () => {
  test('counts what is active or on its way there, and a revocation frees a slot at once', async () => {
    const { call, callForRow, clock } = await openZone({ estate: 'empty', cloudflare: { clientQuota: 2 } });
    const body = { csr: await makeCsr(), validity_days: 30 };
    const create = () => call('POST', CLIENTS, { body });
    const [first, second] = [readRow(await create()), readRow(await create())];
    expect(readCode(await create())).toEqual([400, 1445]);

    await callForRow('DELETE', at(first.id));
    expect(readCode(await create())).toEqual([200, null]);
    // Its slot is taken.
    expect(readCode(await call('PATCH', at(first.id)))).toEqual([400, 1445]);

    clock.pass(SETTLE);
    await callForRow('DELETE', at(second.id));
    expect((await callForRow('PATCH', at(first.id))).status).toBe('pending_reactivation');
    expect(readCode(await create())).toEqual([400, 1445]);
  });

  test('cannot be passed by creations side by side', async () => {
    const { call } = await openZone({ estate: 'empty', cloudflare: { clientQuota: 3 } });
    const body = { csr: await makeCsr(), validity_days: 30 };
    const replies = await Promise.all(Array.from({ length: 8 }, () => call('POST', CLIENTS, { body })));
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(3);
  });

  test('is the zone’s own unless said otherwise', async () => {
    const { call } = await openZone();
    const body = { csr: await makeCsr(), validity_days: 30 };
    for (let count = 1; count <= 100; count += 1) {
      expect((await call('POST', SECOND_CLIENTS, { body })).status).toBe(200);
    }
    expect(readCode(await call('POST', SECOND_CLIENTS, { body }))).toEqual([400, 1445]);
    expect((await call('POST', CLIENTS, { body })).status).toBe(200);
  });
});
