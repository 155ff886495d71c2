import { afterEach, expect, test } from '@jest/globals';
import { GLOBAL_KEY, TOKENS } from '../../simulator/estate.ts';
import { CERTIFICATES, closeSimulators, openSimulator, type Visit } from './visitor.ts';

afterEach(closeSimulators);

test('a user has so many requests in a window, over all credentials; an account-owned token has its own', async () => {
  const simulator = await openSimulator({ cloudflare: { requestQuota: { requests: 3, seconds: 300 } } });
  const ask = async (visit: Visit = {}) => {
    const { status, headers, json } = await simulator.call('GET', CERTIFICATES, visit);
    return [status, headers.get('ratelimit'), headers.get('retry-after'), json.errors[0]?.code];
  };
  const key = {
    token: null,
    headers: { 'x-auth-email': GLOBAL_KEY.email, 'x-auth-key': GLOBAL_KEY.key },
  };

  expect(await ask()).toEqual([200, '"default";r=2;t=300', null, undefined]);
  simulator.clock.pass(100_500);
  expect(await ask({ token: TOKENS.readOnly })).toEqual([200, '"default";r=1;t=200', null, undefined]);
  expect(await ask(key)).toEqual([200, '"default";r=0;t=200', null, undefined]);
  expect(await ask()).toEqual([429, '"default";r=0;t=300', '300', 971]);
  expect((await ask({ token: TOKENS.accountOwned }))[0]).toBe(200);

  simulator.clock.pass(299_001);
  expect(await ask(key)).toEqual([429, '"default";r=0;t=1', '1', 971]);
  simulator.clock.pass(999);
  expect(await ask()).toEqual([200, '"default";r=2;t=300', null, undefined]);
});

test('a request over the quota changes nothing', async () => {
  const simulator = await openSimulator({ cloudflare: { requestQuota: { requests: 0, seconds: 300 } } });
  const before = simulator.readState();
  expect((await simulator.call('POST', CERTIFICATES)).status).toBe(429);
  expect(simulator.readState()).toEqual(before);
  expect(simulator.history).toMatchObject([{ endpoint: 'gateway.create', status: 429, acted: false }]);
});
