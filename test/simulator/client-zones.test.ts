import { afterEach, describe, expect, test } from '@jest/globals';
import { CLIENT_CERTIFICATES as IDS, ZONES } from '../../simulator/cloudflare/client-estate.ts';
import { GLOBAL_KEY, makeEstate, TOKENS } from '../../simulator/estate.ts';
import { ASSOCIATIONS, at, CLIENTS, openZone, readCode, SECOND_CLIENTS, ZONE } from './client-visitor.ts';
import { closeSimulators, type Visit } from './visitor.ts';

afterEach(closeSimulators);

const KEY: Visit = {
  token: null,
  headers: { 'x-auth-email': GLOBAL_KEY.email, 'x-auth-key': GLOBAL_KEY.key },
};
const STRANGER = `/client/v4/zones/${'0'.repeat(32)}/client_certificates`;
const BYO = '5e1f5160-000a-4ed0-8000-00000000000a';

describe('credentials', () => {
  test.each<[string, Visit, string, number, number | null]>([
    ['a token', {}, CLIENTS, 200, null],
    ['a token in the other zone', {}, SECOND_CLIENTS, 200, null],
    ['a read-only token', { token: TOKENS.readOnly }, CLIENTS, 200, null],
    ['an account-owned token', { token: TOKENS.accountOwned }, CLIENTS, 200, null],
    ['the global key', KEY, SECOND_CLIENTS, 200, null],
    ['the second zone’s token there', { token: TOKENS.secondZone }, SECOND_CLIENTS, 200, null],
    ['the second zone’s token elsewhere', { token: TOKENS.secondZone }, CLIENTS, 403, 10000],
    ['a token of another account', { token: TOKENS.secondAccount }, CLIENTS, 403, 10000],
    ['a token without permission', { token: TOKENS.powerless }, CLIENTS, 403, 10000],
    ['an expired token', { token: TOKENS.expired }, CLIENTS, 403, 10000],
    ['a disabled token', { token: TOKENS.disabled }, CLIENTS, 403, 10000],
    ['a zone that there is not', {}, STRANGER, 403, 10000],
    ['no credential', { token: null }, CLIENTS, 400, 9106],
  ])('%s', async (_what, visit, path, status, code) => {
    const { call } = await openZone();
    expect(readCode(await call('GET', path, visit))).toEqual([status, code]);
  });

  test.each([
    ['POST', CLIENTS],
    ['PATCH', at(IDS.revoked)],
    ['DELETE', at(IDS.spare)],
    ['PUT', ASSOCIATIONS],
  ])('a read-only token may not %s %s', async (method, path) => {
    const { call, readState } = await openZone();
    const before = readState();
    expect(readCode(await call(method, path, { token: TOKENS.readOnly }))).toEqual([403, 10000]);
    expect(readState()).toEqual(before);
  });
});

test.each([
  ['GET', '/client/v4/zones/nonsense/client_certificates', 404, 7003],
  ['GET', '/client/v4/zones//client_certificates', 404, 7003],
  ['GET', `${CLIENTS}/`, 404, 7003],
  ['PUT', CLIENTS, 405, 7001],
  ['POST', at(IDS.spare), 405, 7001],
  ['DELETE', ASSOCIATIONS, 405, 7001],
  ['GET', `${ZONE}/client_certs`, 404, 7000],
])('%s %s cannot be routed', async (method, path, status, code) => {
  const { call } = await openZone();
  expect(readCode(await call(method, path))).toEqual([status, code]);
});

test.each([
  ['GET', CLIENTS, 'client.list'],
  ['POST', CLIENTS, 'client.create'],
  ['GET', at(IDS.spare), 'client.get'],
  ['PATCH', at(IDS.spare), 'client.reactivate'],
  ['DELETE', at(IDS.spare), 'client.revoke'],
  ['GET', ASSOCIATIONS, 'client.associations.get'],
  ['PUT', ASSOCIATIONS, 'client.associations.put'],
] as const)('a fault can be planned for %s %s', async (method, path, endpoint) => {
  const { call, history } = await openZone({ faults: [{ endpoint, kind: 'status', status: 503 }] });
  expect((await call(method, path)).status).toBe(503);
  expect(history).toMatchObject([{ endpoint, status: 503, acted: false }]);
});

describe('hostname associations', () => {
  test('are replaced as a whole, those of another authority left alone', async () => {
    const { call, readState } = await openZone();
    const read = async (query = '') => (await call('GET', `${ASSOCIATIONS}${query}`)).json.result;
    expect(await read()).toEqual({ hostnames: ['api.company.example', 'devices.company.example'] });

    const put = await call('PUT', ASSOCIATIONS, { body: { hostnames: ['pay.company.example'] } });
    expect([put.status, put.json.result]).toEqual([200, { hostnames: ['pay.company.example'] }]);
    expect(await read()).toEqual({ hostnames: ['pay.company.example'] });

    const body = { hostnames: ['mail.company.example'], mtls_certificate_id: BYO };
    expect((await call('PUT', ASSOCIATIONS, { body })).status).toBe(200);
    expect(await read(`?mtls_certificate_id=${BYO}`)).toEqual({ hostnames: ['mail.company.example'] });
    expect(await read()).toEqual({ hostnames: ['pay.company.example'] });
    expect(readState().cloudflare.zones[ZONES.company]?.hostnames).toEqual({
      '': ['pay.company.example'],
      [BYO]: ['mail.company.example'],
    });

    expect((await call('PUT', ASSOCIATIONS, { body: { hostnames: [] } })).status).toBe(200);
    expect(await read()).toEqual({ hostnames: [] });
  });

  test.each([
    [undefined, '/hostnames'],
    [{}, '/hostnames'],
    [{ hostnames: 'api.company.example' }, '/hostnames'],
    [{ hostnames: [1] }, '/hostnames'],
    [{ hostnames: [''] }, '/hostnames'],
    [{ hostnames: [], mtls_certificate_id: 'mine' }, '/mtls_certificate_id'],
  ])('are not replaced by %j', async (body, pointer) => {
    const { call, readState } = await openZone();
    const before = readState();
    const reply = await call('PUT', ASSOCIATIONS, { body });
    expect([reply.status, reply.json.errors[0]?.source?.pointer]).toEqual([400, pointer]);
    expect(readState()).toEqual(before);
  });
});

test('the zone is told in the environment of a visitor', async () => {
  expect((await openZone()).env).toMatchObject({ CLOUDFLARE_ZONE_ID: ZONES.company });
});

test('a zone of an account that the estate lacks is told so', async () => {
  const estate = makeEstate('empty', 0);
  const [zone] = estate.cloudflare.zones;
  if (zone === undefined) throw new Error('The empty estate has no zone');
  const zones = [{ ...zone, accountId: 'f'.repeat(32) }];
  await expect(
    openZone({ estate: { ...estate, cloudflare: { ...estate.cloudflare, zones } } }),
  ).rejects.toThrow(/which the estate lacks/);
});
