import { afterEach, describe, expect, test } from '@jest/globals';
import { ACCOUNTS, GATEWAY_CERTIFICATES } from '../../simulator/estate.ts';
import { CERTIFICATES, closeSimulators, openSimulator } from './visitor.ts';

afterEach(closeSimulators);

const FAULT = { endpoint: 'gateway.list', kind: 'status', status: 503 };

describe('the control endpoints', () => {
  test.each([
    [FAULT, 1],
    [[FAULT, { ...FAULT, status: 502 }], 2],
  ])('plan %j', async (body, planned) => {
    const { call } = await openSimulator();
    const reply = await call('POST', '/__simulator/faults', { body });
    expect([reply.status, reply.json]).toEqual([201, { planned }]);
    expect((await call('GET', CERTIFICATES)).status).toBe(503);
  });

  test.each([
    ['{', 'JSON'],
    [{ ...FAULT, kind: 'refuse' }, 'kind'],
    [[FAULT, { ...FAULT, status: 99 }], 'status'],
  ])('refuse %j and plan nothing', async (body, named) => {
    const { call } = await openSimulator();
    const reply = await call('POST', '/__simulator/faults', { body });
    expect([reply.status, reply.text]).toEqual([400, expect.stringContaining(named)]);
    expect((await call('GET', CERTIFICATES)).status).toBe(200);
  });

  test('clear the faults', async () => {
    const { call } = await openSimulator();
    await call('POST', '/__simulator/faults', { body: { ...FAULT, call: 'every' } });
    expect((await call('DELETE', '/__simulator/faults')).status).toBe(200);
    expect((await call('GET', CERTIFICATES)).status).toBe(200);
  });

  test('tell the history, themselves left out', async () => {
    const { call, clock } = await openSimulator();
    await call('POST', `${CERTIFICATES}?dry=1`, { body: { validity_period_days: 7 } });
    const reply = await call('GET', '/__simulator/history');
    expect(reply.json).toEqual([
      {
        at: clock.now(),
        method: 'POST',
        path: CERTIFICATES,
        query: '?dry=1',
        endpoint: 'gateway.create',
        credential: 'token',
        headers: expect.objectContaining({ authorization: '(given)', 'content-type': 'application/json' }),
        body: { validity_period_days: 7 },
        status: 200,
        acted: true,
      },
    ]);
  });

  test('tell the state', async () => {
    const { call, readState } = await openSimulator();
    const { json } = await call('GET', '/__simulator/state');
    expect(json).toEqual(readState());
    expect(json).toMatchObject({
      cloudflare: {
        accounts: {
          [ACCOUNTS.company]: {
            gateway: {
              certificates: expect.arrayContaining([
                expect.objectContaining({ id: GATEWAY_CERTIFICATES.inUse, status: 'available', inUse: true }),
              ]),
            },
          },
          [ACCOUNTS.second]: { gateway: { certificates: [], creations: [], deletedIds: [] } },
        },
      },
    });
  });

  test('say what there is where the path is wrong', async () => {
    const reply = await (await openSimulator()).call('GET', '/__simulator/nothing');
    expect([reply.status, reply.text]).toEqual([404, expect.stringContaining('GET /__simulator/history')]);
  });
});

describe('POST /__simulator/stop', () => {
  const stop = '/__simulator/stop';

  test('by the token that the simulator was started with ends it, and tells its calls', async () => {
    const { call, url } = await openSimulator({ stopToken: 'open sesame' });
    await call('GET', CERTIFICATES);
    const reply = await call('POST', stop, { token: 'open sesame' });
    expect([reply.status, reply.json]).toEqual([200, { calls: 1 }]);
    await expect(fetch(url)).rejects.toThrow();
  });

  test.each([
    ['another token', 'open sesame', 'open barley'],
    ['no token', 'open sesame', null],
    ['any token, where it was started with none', undefined, 'undefined'],
  ])('by %s is refused', async (_, stopToken, token) => {
    const { call } = await openSimulator({ stopToken });
    expect((await call('POST', stop, { token })).status).toBe(403);
    expect((await call('GET', CERTIFICATES)).status).toBe(200);
  });
});
