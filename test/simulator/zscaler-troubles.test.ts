import { afterEach, describe, expect, test } from '@jest/globals';
import type { FaultPlan } from '../../simulator/faults.ts';
import { ZPA_CERTIFICATES as IDS } from '../../simulator/zscaler/estate.ts';
import type { ZscalerOptions } from '../../simulator/zscaler/options.ts';
import { closeSimulators } from './visitor.ts';
import { CERTIFICATE, CUSTOMER, openZpa, TOKEN, type ZpaVisited } from './zscaler-visitor.ts';

afterEach(closeSimulators);

const QUOTA = { quota: { reads: 20, writes: 10, seconds: 10 } };
const at = (id: string) => `${CERTIFICATE}/${id}`;

/** The statuses of so many calls, one after the other. */
async function repeat(count: number, call: () => Promise<{ status: number }>): Promise<number[]> {
  const statuses: number[] = [];
  for (let done = 0; done < count; done += 1) statuses.push((await call()).status);
  return statuses;
}

describe('the quota of an endpoint', () => {
  test('is 20 reads in any 10 seconds; the refusal says when to come again, with a unit', async () => {
    const { zpa, clock } = await openZpa({ zscaler: QUOTA });
    expect(await repeat(5, () => zpa('GET', CERTIFICATE))).toEqual(Array(5).fill(200));
    clock.pass(6000);
    expect(await repeat(15, () => zpa('GET', CERTIFICATE))).toEqual(Array(15).fill(200));
    const refused = await zpa('GET', CERTIFICATE);
    expect(refused).toMatchObject({
      status: 429,
      json: { id: 'invalid.toomanyrequests', reason: expect.any(String), exception: expect.any(String) },
    });
    expect(refused.headers.get('retry-after')).toBe('4s');
    clock.pass(3999);
    expect((await zpa('GET', CERTIFICATE)).status).toBe(429);
    clock.pass(1);
    expect(await repeat(6, () => zpa('GET', CERTIFICATE))).toEqual([200, 200, 200, 200, 200, 429]);
  });

  test('is apart for each path template and method class, and one for both doors', async () => {
    const { zpa, fetchToken } = await openZpa({ zscaler: QUOTA });
    const token = await fetchToken();
    await repeat(10, () => zpa('GET', CERTIFICATE));
    await repeat(10, () => zpa('GET', `/zpa${CERTIFICATE}`, { token }));
    expect((await zpa('GET', CERTIFICATE)).status).toBe(429);
    expect((await zpa('GET', at(IDS.wiki))).status).toBe(200);
    expect((await zpa('GET', `${CUSTOMER}/praPortal`)).status).toBe(200);
    expect((await zpa('POST', CERTIFICATE, { body: {} })).status).toBe(400);
    // Updates and deletions of whatever id share one quota of 10 writes.
    const ids = [...Array(5).keys()].map(String);
    for (const id of ids) await zpa('PUT', at(id), { body: { name: 'x' } });
    for (const id of ids) await zpa('DELETE', at(id));
    expect((await zpa('PUT', at(IDS.wiki), { body: { name: 'x' } })).status).toBe(429);
    expect((await zpa('GET', at(IDS.wiki))).status).toBe(200);
  });

  test('holds at the sign-in, too', async () => {
    const { zpa } = await openZpa({ zscaler: QUOTA });
    const body = new URLSearchParams({ client_id: 'x', client_secret: 'x' });
    expect(await repeat(11, () => zpa('POST', '/signin', { token: null, body }))).toEqual([
      ...Array(10).fill(401),
      429,
    ]);
  });

  test('may say when to come again as a bare number', async () => {
    const { zpa } = await openZpa({ zscaler: { ...QUOTA, retryAfterForm: 'seconds' } });
    await repeat(20, () => zpa('GET', CERTIFICATE));
    expect((await zpa('GET', CERTIFICATE)).headers.get('retry-after')).toBe('10');
  });
});

describe('headers', () => {
  test('every answer has an id of its own; those of OneAPI tell of another quota', async () => {
    const { zpa, fetchToken, clock } = await openZpa({ zscaler: QUOTA });
    const token = await fetchToken();
    const legacy = await zpa('GET', CERTIFICATE);
    expect(legacy.headers.get('x-ratelimit-limit')).toBeNull();
    expect(legacy.headers.get('x-oneapi-request-id')).toBeNull();
    const ids = new Set([legacy.headers.get('x-transaction-id')]);
    clock.pass(12_000);
    for (const [path, status, remaining] of [
      [CERTIFICATE, 200, 4999],
      [at('42'), 400, 4998],
      [`${CUSTOMER}/nowhere`, 404, 4997],
    ] as const) {
      const { headers, ...reply } = await zpa('GET', `/zpa${path}`, { token });
      expect(reply.status).toBe(status);
      expect(headers.get('x-ratelimit-limit')).toBe('5000, 5000;w=60');
      expect(headers.get('x-ratelimit-remaining')).toBe(String(remaining));
      expect(headers.get('x-ratelimit-reset')).toBe('60');
      ids.add(headers.get('x-transaction-id')).add(headers.get('x-oneapi-request-id'));
    }
    expect(ids.size).toBe(7);
    expect(ids).not.toContain(null);
  });

  test('a 429 of an endpoint leaves the other quota far from spent', async () => {
    const { zpa, fetchToken } = await openZpa({ zscaler: QUOTA });
    const token = await fetchToken();
    await repeat(20, () => zpa('GET', `/zpa${CERTIFICATE}`, { token }));
    const { status, headers } = await zpa('GET', `/zpa${CERTIFICATE}`, { token });
    expect([status, headers.get('retry-after'), headers.get('x-ratelimit-remaining')]).toEqual([
      429,
      '10s',
      '4979',
    ]);
  });

  test('the other quota may be spent as well', async () => {
    const { zpa, fetchToken, clock } = await openZpa({
      zscaler: { gatewayQuota: { requests: 2, seconds: 60 } },
    });
    const token = await fetchToken();
    const call = () => zpa('GET', `/zpa${CERTIFICATE}`, { token });
    expect(await repeat(2, call)).toEqual([200, 200]);
    const { status, headers } = await call();
    expect([status, headers.get('retry-after'), headers.get('x-ratelimit-reset')]).toEqual([429, null, '60']);
    clock.pass(60_000);
    expect((await call()).status).toBe(200);
  });
});

describe('faults', () => {
  const list = { endpoint: 'zpa.certificates.list' } as const;
  test.each<[FaultPlan, number, object, string | null]>([
    [{ ...list, kind: 'status', status: 429 }, 429, { id: 'invalid.toomanyrequests' }, '1s'],
    [{ ...list, kind: 'status', status: 409 }, 409, { id: 'api.concurrent.access.error' }, null],
    [{ ...list, kind: 'status', status: 401 }, 401, { id: 'access.denied' }, null],
    [
      { ...list, kind: 'status', status: 400, code: 'db.simultaneous.request', message: 'Again' },
      400,
      { id: 'db.simultaneous.request', reason: 'Again' },
      null,
    ],
    [
      { ...list, kind: 'status', status: 503, retryAfter: { form: 'unit', seconds: 10 } },
      503,
      { id: 'retryable.server.error' },
      '10s',
    ],
    [{ ...list, kind: 'success-false', code: 'bad.request' }, 200, { id: 'bad.request' }, null],
    [{ ...list, kind: 'wrong-shape', shape: 'swapped' }, 200, { list: { items: expect.any(Array) } }, null],
  ])('%j', async (fault, status, json, retryAfter) => {
    const { zpa } = await openZpa({ faults: [fault] });
    const reply = await zpa('GET', CERTIFICATE);
    expect(reply).toMatchObject({ status, json });
    expect(reply.headers.get('retry-after')).toBe(retryAfter);
    expect((await zpa('GET', CERTIFICATE)).json).toHaveProperty('list');
  });

  test('a refused credential has each door’s own form', async () => {
    const { zpa, fetchToken, planFault } = await openZpa();
    const token = await fetchToken();
    planFault({ ...list, kind: 'status', status: 401 });
    const { json, headers } = await zpa('GET', `/zpa${CERTIFICATE}`, { token });
    expect(json).toEqual({ detail: 'unauthorized', type: '', title: '', status: '' });
    expect(headers.get('x-oneapi-request-id')).toEqual(expect.any(String));
  });

  test.each<[FaultPlan, string, string, unknown, (simulator: ZpaVisited) => unknown, unknown]>([
    [
      { endpoint: 'zpa.certificates.delete', kind: 'lost-answer' },
      'DELETE',
      at(IDS.wiki),
      undefined,
      ({ readCompany }) => readCompany().deletedIds,
      [IDS.wiki],
    ],
    [
      { endpoint: 'zpa.certificates.update', kind: 'cut-body' },
      'PUT',
      at(IDS.wiki),
      { name: 'after' },
      ({ readCompany }) => readCompany().certificates.filter(({ name }) => name === 'after').length,
      1,
    ],
    [
      { endpoint: 'zpa.signout', kind: 'lost-answer' },
      'POST',
      '/signout',
      undefined,
      ({ readState }) => readState().zscaler.sessions.map(({ status }) => status),
      ['signed-out'],
    ],
    [
      { endpoint: 'oneapi.token', kind: 'reset-before' },
      'POST',
      TOKEN,
      undefined,
      ({ readState }) => readState().zscaler.sessions.length,
      1,
    ],
  ])('%j ends the connection', async (fault, method, path, body, observe, seen) => {
    const simulator = await openZpa({ faults: [fault] });
    await expect(simulator.zpa(method, path, { body })).rejects.toThrow();
    expect(observe(simulator)).toEqual(seen);
  });
});

describe('the unkind mode', () => {
  const openUnkind = (unkind: number, zscaler: Partial<ZscalerOptions> = {}) => openZpa({ unkind, zscaler });

  test('gives small pages, whose rows change their order, and none is missing', async () => {
    const { zpa, signIn } = await openUnkind(4);
    const orders = new Set<string>();
    for (let turn = 0; turn < 6; turn += 1) {
      const ids: unknown[] = [];
      for (let page = 1; page <= 3; page += 1) {
        const read = async () => {
          const token = await signIn().catch(() => '');
          return zpa('GET', `${CERTIFICATE}?pagesize=500&page=${page}`, { token });
        };
        let reply = await read();
        while (reply.status !== 200) reply = await read();
        expect(reply.json).toMatchObject({ totalPages: '3', totalCount: '8' });
        ids.push(...(reply.json.list as { id: string }[]).map(({ id }) => id));
      }
      expect([...ids].sort()).toEqual(Object.values(IDS).sort());
      orders.add(ids.join());
    }
    expect(orders.size).toBeGreaterThan(3);
  });

  test('ends tokens after some calls, the same again for the same seed', async () => {
    const lives = async (unkind: number) => {
      const { zpa, signIn } = await openUnkind(unkind);
      const lengths: number[] = [];
      while (lengths.length < 4) {
        const token = await signIn().catch(() => 'undefined');
        if (token === 'undefined') continue;
        let calls = 0;
        for (;;) {
          const { status } = await zpa('GET', at(IDS.wiki), { token });
          if (status === 401) break;
          if (status === 200) calls += 1;
        }
        lengths.push(calls);
      }
      return lengths;
    };
    const first = await lives(11);
    for (const calls of first) {
      expect(calls).toBeGreaterThanOrEqual(2);
      expect(calls).toBeLessThanOrEqual(22);
    }
    expect(await lives(11)).toEqual(first);
    expect(await lives(12)).not.toEqual(first);
  });
});
