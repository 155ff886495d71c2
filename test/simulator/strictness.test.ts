import { afterEach, describe, expect, test } from '@jest/globals';
import { ACCOUNTS, GATEWAY_CERTIFICATES, GLOBAL_KEY, TOKENS } from '../../simulator/estate.ts';
import {
  CERTIFICATES,
  COMPANY,
  CONFIGURATION,
  closeSimulators,
  openSimulator,
  type Visit,
} from './visitor.ts';

afterEach(closeSimulators);

const KEY: Visit = {
  token: null,
  headers: { 'x-auth-email': GLOBAL_KEY.email, 'x-auth-key': GLOBAL_KEY.key },
};
const bearer = (value: string): Visit => ({ token: null, headers: { authorization: value } });
const SECOND = `/client/v4/accounts/${ACCOUNTS.second}/gateway/certificates`;
const STRANGER = `/client/v4/accounts/${'0'.repeat(32)}/gateway/certificates`;
const UNKNOWN_TOKEN = `cfut_${'x'.repeat(40)}`;

describe('credentials', () => {
  test.each<[string, Visit, string, number, number[]]>([
    ['a token', {}, CERTIFICATES, 200, []],
    ['a read-only token', { token: TOKENS.readOnly }, CERTIFICATES, 200, []],
    ['an account-owned token', { token: TOKENS.accountOwned }, CERTIFICATES, 200, []],
    ['the global key', KEY, CERTIFICATES, 200, []],
    ['the global key in another account', KEY, SECOND, 200, []],
    ['the second account’s token there', { token: TOKENS.secondAccount }, SECOND, 200, []],
    ['no credential', { token: null }, CERTIFICATES, 400, [9106]],
    ['a token and a key', { ...KEY, token: TOKENS.write }, CERTIFICATES, 400, [9106]],
    ['another scheme', bearer(`Basic ${TOKENS.write}`), CERTIFICATES, 400, [6003, 6111]],
    ['a token without its scheme', bearer(TOKENS.write), CERTIFICATES, 400, [6003, 6111]],
    ['a token with a quote', bearer(`Bearer "${TOKENS.write}"`), CERTIFICATES, 400, [6003, 6111]],
    ['a global key as token', bearer(`Bearer ${GLOBAL_KEY.key}`), CERTIFICATES, 400, [6003, 6111]],
    [
      'a malformed key',
      { token: null, headers: { ...KEY.headers, 'x-auth-key': 'secret' } },
      CERTIFICATES,
      400,
      [6003, 6103],
    ],
    [
      'an e-mail alone',
      { token: null, headers: { 'x-auth-email': GLOBAL_KEY.email } },
      CERTIFICATES,
      400,
      [6003, 6103],
    ],
    [
      'a key alone',
      { token: null, headers: { 'x-auth-key': GLOBAL_KEY.key } },
      CERTIFICATES,
      400,
      [6003, 6102],
    ],
    [
      'a wrong key',
      { token: null, headers: { ...KEY.headers, 'x-auth-key': 'b'.repeat(37) } },
      CERTIFICATES,
      403,
      [10000],
    ],
    ['an unknown token', { token: UNKNOWN_TOKEN }, CERTIFICATES, 403, [10000]],
    ['an expired token', { token: TOKENS.expired }, CERTIFICATES, 403, [10000]],
    ['a disabled token', { token: TOKENS.disabled }, CERTIFICATES, 403, [10000]],
    ['a token without permission', { token: TOKENS.powerless }, CERTIFICATES, 403, [10000]],
    ['a token of another account', { token: TOKENS.secondAccount }, CERTIFICATES, 403, [10000]],
    ['a token in another account', {}, SECOND, 403, [10000]],
    ['an account that there is not', {}, STRANGER, 403, [10000]],
  ])('%s', async (_what, visit, path, status, codes) => {
    const simulator = await openSimulator();
    const reply = await simulator.call('GET', path, visit);
    const [error] = reply.json.errors;
    const told =
      error === undefined ? [] : [error.code, ...(error.error_chain ?? []).map(({ code }) => code)];
    expect([reply.status, reply.json.success, told]).toEqual([status, status === 200, codes]);
  });

  test.each([
    ['POST', CERTIFICATES],
    ['POST', `${CERTIFICATES}/${GATEWAY_CERTIFICATES.shelved}/activate`],
    ['POST', `${CERTIFICATES}/${GATEWAY_CERTIFICATES.spare}/deactivate`],
    ['DELETE', `${CERTIFICATES}/${GATEWAY_CERTIFICATES.shelved}`],
    ['PATCH', CONFIGURATION],
    ['PUT', CONFIGURATION],
  ])('a read-only token may not %s %s', async (method, path) => {
    const simulator = await openSimulator();
    const before = simulator.readState();
    expect(await simulator.call(method, path, { token: TOKENS.readOnly })).toMatchObject({
      status: 403,
      json: { errors: [{ code: 10000 }] },
    });
    expect(simulator.readState()).toEqual(before);
  });

  test('the status of a refused credential is an option', async () => {
    const simulator = await openSimulator({ cloudflare: { authenticationErrorStatus: 401 } });
    expect((await simulator.call('GET', CERTIFICATES, { token: UNKNOWN_TOKEN })).status).toBe(401);
  });

  test('never reach the history', async () => {
    const simulator = await openSimulator();
    await simulator.call('GET', CERTIFICATES);
    await simulator.call('GET', CERTIFICATES, KEY);
    await simulator.call('GET', CERTIFICATES, { ...KEY, token: TOKENS.write });
    await simulator.call('GET', CERTIFICATES, { token: null });
    expect(simulator.history.map(({ credential }) => credential)).toEqual(['token', 'key', 'both', 'none']);
    const told = JSON.stringify(simulator.history);
    for (const secret of [TOKENS.write, GLOBAL_KEY.key, GLOBAL_KEY.email]) expect(told).not.toContain(secret);
  });
});

describe('paths', () => {
  test.each([
    ['GET', '/client/v4/accounts/nonsense/gateway/certificates', 404, [7003, 7000]],
    ['GET', '/client/v4/accounts//gateway/certificates', 404, [7003, 7000]],
    ['GET', `/client/v4/accounts/${ACCOUNTS.company.toUpperCase()}/gateway/certificates`, 404, [7003, 7000]],
    ['GET', `${CERTIFICATES}/42`, 404, [7003, 7000]],
    ['GET', `${CERTIFICATES}/`, 404, [7003, 7000]],
    ['POST', `${CERTIFICATES}/${GATEWAY_CERTIFICATES.spare}x/activate`, 404, [7003, 7000]],
    ['GET', `${COMPANY}/gateway/certs`, 404, [7000]],
    ['POST', `${CERTIFICATES}/${GATEWAY_CERTIFICATES.spare}/renew`, 404, [7000]],
    ['GET', '/client/v4', 404, [7000]],
    ['PUT', CERTIFICATES, 405, [7001]],
    ['PATCH', `${CERTIFICATES}/${GATEWAY_CERTIFICATES.spare}`, 405, [7001]],
    ['GET', `${CERTIFICATES}/${GATEWAY_CERTIFICATES.spare}/activate`, 405, [7001]],
  ])('%s %s', async (method, path, status, codes) => {
    const reply = await (await openSimulator()).call(method, path);
    expect([reply.status, reply.json.errors.map(({ code }) => code)]).toEqual([status, codes]);
  });

  test('of no vendor are told so', async () => {
    const reply = await (await openSimulator()).call('GET', '/elsewhere');
    expect([reply.status, reply.text]).toEqual([404, '{"error":"No simulated vendor serves /elsewhere"}']);
  });
});

describe('bodies', () => {
  const plain = { 'content-type': 'text/plain' };
  test.each<[string, Visit, number, number[]]>([
    ['of JSON', { body: '{"validity_period_days":30}' }, 200, []],
    [
      'of JSON with a charset',
      { body: '{}', headers: { 'content-type': 'Application/JSON; charset=utf-8' } },
      200,
      [],
    ],
    ['of another type', { body: '{}', headers: plain }, 400, [6003, 6105]],
    ['cut short', { body: '{"validity_period_days":' }, 400, [6007]],
    ['of JSON that is no object', { body: '[365]' }, 400, [2901]],
  ])('%s', async (_what, visit, status, codes) => {
    const reply = await (await openSimulator()).call('POST', CERTIFICATES, visit);
    const [error] = reply.json.errors;
    const told =
      error === undefined ? [] : [error.code, ...(error.error_chain ?? []).map(({ code }) => code)];
    expect([reply.status, told]).toEqual([status, codes]);
  });
});

test('every answer bears a request id and the quota; good or bad, its envelope has the four members', async () => {
  const simulator = await openSimulator();
  const rays = new Set<string | null>();
  for (const [method, path] of [
    ['GET', CERTIFICATES],
    ['GET', `${CERTIFICATES}/42`],
    ['POST', CERTIFICATES],
    ['DELETE', `${CERTIFICATES}/${GATEWAY_CERTIFICATES.inUse}`],
  ] as const) {
    const { headers, json } = await simulator.call(method, path);
    rays.add(headers.get('cf-ray'));
    expect(headers.get('cf-ray')).toMatch(/^[0-9a-f]{16}-[A-Z]{3}$/);
    expect(headers.get('ratelimit')).toMatch(/^"default";r=\d+;t=\d+$/);
    expect(headers.get('ratelimit-policy')).toBe('"default";q=1200;w=300');
    expect(headers.get('content-type')).toBe('application/json');
    expect(Object.keys(json).sort()).toEqual(['errors', 'messages', 'result', 'success']);
  }
  expect(rays.size).toBe(4);
});
