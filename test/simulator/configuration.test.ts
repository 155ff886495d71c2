import { afterEach, describe, expect, test } from '@jest/globals';
import { GATEWAY_CERTIFICATES as IDS } from '../../simulator/estate.ts';
import { CERTIFICATES, CONFIGURATION, closeSimulators, NOW, openSimulator, SETTLE } from './visitor.ts';

afterEach(closeSimulators);

const NIL = '00000000-0000-0000-0000-000000000000';
const use = (id: unknown) => ({ settings: { certificate: { id } } });

describe('the Gateway configuration', () => {
  test('says what is in use', async () => {
    const { status, json } = await (await openSimulator()).call('GET', CONFIGURATION);
    expect([status, json.result]).toEqual([
      200,
      {
        settings: {
          activity_log: { enabled: true },
          certificate: { id: IDS.inUse },
          tls_decrypt: { enabled: true },
        },
        created_at: new Date(NOW).toISOString(),
        updated_at: new Date(NOW).toISOString(),
      },
    ]);
  });

  test('is patched block by block, each as a whole; null blocks are ignored', async () => {
    const { call, list, clock } = await openSimulator();
    clock.pass(60_000);
    const { status, json } = await call('PATCH', CONFIGURATION, {
      body: {
        settings: {
          certificate: { id: IDS.spare, in_use: true },
          activity_log: { mode: 'all' },
          tls_decrypt: null,
        },
      },
    });
    expect([status, json.result]).toMatchObject([
      200,
      { updated_at: new Date(NOW + 60_000).toISOString(), created_at: new Date(NOW).toISOString() },
    ]);
    expect(json.result).toHaveProperty('settings', {
      activity_log: { mode: 'all' },
      certificate: { id: IDS.spare },
      tls_decrypt: { enabled: true },
    });
    expect((await list()).filter((row) => row.in_use).map(({ id }) => id)).toEqual([IDS.spare]);
  });

  test('is put as a whole', async () => {
    const { call, list } = await openSimulator();
    const { json } = await call('PUT', CONFIGURATION, { body: { settings: { fips: { tls: true } } } });
    expect(json.result).toHaveProperty('settings', { fips: { tls: true } });
    expect((await list()).some((row) => row.in_use)).toBe(false);
  });

  test('with the nil id nothing of the account is in use', async () => {
    const { call, list } = await openSimulator();
    expect((await call('PATCH', CONFIGURATION, { body: use(NIL) })).status).toBe(200);
    expect((await list()).some((row) => row.in_use)).toBe(false);
  });

  test('can show the former certificate as in use for a while', async () => {
    const { call, list, clock } = await openSimulator({ cloudflare: { useLagMilliseconds: 5000 } });
    const shown = async () => (await list()).filter((row) => row.in_use).map(({ id }) => id);
    const { json } = await call('PATCH', CONFIGURATION, { body: use(IDS.spare) });
    expect(json.result).toMatchObject(use(IDS.spare));
    expect(await shown()).toEqual([IDS.inUse]);
    clock.pass(4999);
    expect(await shown()).toEqual([IDS.inUse]);
    clock.pass(1);
    expect(await shown()).toEqual([IDS.spare]);
  });

  test('takes a certificate only once it is available', async () => {
    const { call, clock } = await openSimulator();
    const patch = async () => (await call('PATCH', CONFIGURATION, { body: use(IDS.shelved) })).status;
    expect(await patch()).toBe(400);
    await call('POST', `${CERTIFICATES}/${IDS.shelved}/activate`);
    expect(await patch()).toBe(400);
    clock.pass(SETTLE);
    expect(await patch()).toBe(200);
  });

  test.each([
    ['an inactive certificate', 'PATCH', use(IDS.expired), 2907],
    ['an unknown certificate', 'PATCH', use('5e1f5160-0009-4ed0-8000-000000000009'), 2907],
    ['an id that is a number', 'PATCH', use(7), 2901],
    ['no settings', 'PATCH', {}, 2901],
    ['a block that is no object', 'PATCH', { settings: { certificate: IDS.spare } }, 2901],
    ['decryption without a certificate', 'PUT', { settings: { tls_decrypt: { enabled: true } } }, 2211],
  ])('refuses %s', async (_what, method, body, code) => {
    const simulator = await openSimulator();
    const before = simulator.readState();
    expect(await simulator.call(method, CONFIGURATION, { body })).toMatchObject({
      status: 400,
      json: { errors: [{ code }] },
    });
    expect(simulator.readState()).toEqual(before);
  });
});
