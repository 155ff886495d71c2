import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { afterEach, describe, expect, test } from '@jest/globals';
import { makeEstate } from '../../simulator/estate.ts';
import { ONEAPI_CLIENTS, ZPA_CLIENTS, ZPA_CUSTOMERS } from '../../simulator/zscaler/estate.ts';
import type { ZscalerOptions } from '../../simulator/zscaler/options.ts';
import { closeSimulators, NOW } from './visitor.ts';
import { AUDIENCE, CERTIFICATE, type Json, openZpa, TOKEN, type ZpaVisit } from './zscaler-visitor.ts';

afterEach(closeSimulators);

const ONEAPI_CERTIFICATE = `/zpa${CERTIFICATE}`;
const DENIED = { id: 'access.denied', reason: expect.any(String) };
const UNAUTHORIZED = { detail: 'unauthorized', type: '', title: '', status: '' };
const { write } = ZPA_CLIENTS;
const form = (fields: Record<string, string>): ZpaVisit => ({
  token: null,
  body: new URLSearchParams(fields),
});

describe('the legacy sign-in', () => {
  test('gives a token for an hour, which it writes as text', async () => {
    const { zpa } = await openZpa();
    const reply = await zpa('POST', '/signin', form({ client_id: write.id, client_secret: write.secret }));
    expect([reply.status, reply.json]).toEqual([
      200,
      { token_type: 'Bearer', access_token: expect.any(String), expires_in: '3600' },
    ]);
    expect((await zpa('GET', CERTIFICATE, { token: String(reply.json.access_token) })).status).toBe(200);
  });

  test.each<[string, ZpaVisit, number, Json]>([
    ['a wrong secret', form({ client_id: write.id, client_secret: 'x' }), 401, DENIED],
    [
      'another key’s secret',
      form({ client_id: write.id, client_secret: ZPA_CLIENTS.readOnly.secret }),
      401,
      DENIED,
    ],
    ['an unknown id', form({ client_id: 'x', client_secret: write.secret }), 401, DENIED],
    ['nothing', form({}), 401, DENIED],
    [
      'a secret that was not encoded',
      {
        token: null,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: `client_id=${write.id}&client_secret=${write.secret}`,
      },
      401,
      DENIED,
    ],
    [
      'JSON',
      { token: null, body: { client_id: write.id, client_secret: write.secret } },
      415,
      { id: 'unsupported.media.type' },
    ],
  ])('refuses %s', async (_what, visit, status, json) => {
    const simulator = await openZpa();
    expect(await simulator.zpa('POST', '/signin', visit)).toMatchObject({ status, json });
    expect(simulator.readState().zscaler.sessions).toEqual([]);
  });

  test('ends with the sign-out, which the state tells', async () => {
    const { zpa, signIn, readState } = await openZpa();
    const token = await signIn();
    const statuses = () => readState().zscaler.sessions.map(({ status }) => status);
    expect(statuses()).toEqual(['open']);
    const reply = await zpa('POST', '/signout', { token, headers: { 'content-type': 'application/json' } });
    expect([reply.status, reply.text]).toEqual([200, '']);
    expect(statuses()).toEqual(['signed-out']);
    expect(await zpa('GET', CERTIFICATE, { token })).toMatchObject({ status: 401, json: DENIED });
    expect(await zpa('POST', '/signout', { token })).toMatchObject({ status: 401, json: DENIED });
    expect(JSON.stringify(readState())).not.toContain(token);
  });

  test.each<['signIn' | 'fetchToken', string, Json]>([
    ['signIn', CERTIFICATE, DENIED],
    ['fetchToken', ONEAPI_CERTIFICATE, UNAUTHORIZED],
  ])('a token of %s ends by the clock', async (get, path, json) => {
    const simulator = await openZpa({ zscaler: { legacyTokenSeconds: 60, oneApiTokenSeconds: 60 } });
    const token = await simulator[get]();
    simulator.clock.pass(59_999);
    expect((await simulator.zpa('GET', path, { token })).status).toBe(200);
    simulator.clock.pass(1);
    expect(await simulator.zpa('GET', path, { token })).toMatchObject({ status: 401, json });
    expect(simulator.readState().zscaler.sessions).toMatchObject([{ status: 'expired', signedOutAt: null }]);
  });
});

describe('each door has its own tokens', () => {
  test.each<['signIn' | 'fetchToken' | null, string, number, Json | null]>([
    ['signIn', CERTIFICATE, 200, null],
    ['signIn', ONEAPI_CERTIFICATE, 401, UNAUTHORIZED],
    ['fetchToken', ONEAPI_CERTIFICATE, 200, null],
    ['fetchToken', CERTIFICATE, 401, DENIED],
    [null, CERTIFICATE, 401, DENIED],
    [null, ONEAPI_CERTIFICATE, 401, UNAUTHORIZED],
    [null, '/mgmtconfig/v1/nowhere', 401, DENIED],
  ])('a token of %s at %s', async (get, path, status, json) => {
    const simulator = await openZpa();
    const token = get === null ? null : await simulator[get]();
    expect(await simulator.zpa('GET', path, { token })).toMatchObject(
      json === null ? { status } : { status, json },
    );
  });

  test.each(['Basic', 'bearer-less', ''])('a token with the scheme %j is none', async (scheme) => {
    const { zpa, signIn } = await openZpa();
    const headers = { authorization: `${scheme} ${await signIn()}`.trim() };
    expect((await zpa('GET', CERTIFICATE, { token: null, headers })).status).toBe(401);
  });
});

describe('what a credential may do', () => {
  test.each<[Partial<ZscalerOptions>, number, Json]>([
    [{}, 403, DENIED],
    [{ foreignCustomerStatus: 401 }, 401, DENIED],
    [{ foreignCustomerStatus: 400 }, 400, DENIED],
  ])('another customer is out of reach, with %j', async (zscaler, status, json) => {
    const { zpa, signIn } = await openZpa({ zscaler });
    const token = await signIn(ZPA_CLIENTS.second);
    expect(await zpa('GET', CERTIFICATE, { token })).toMatchObject({ status, json });
    const own = CERTIFICATE.replace(ZPA_CUSTOMERS.company, ZPA_CUSTOMERS.second);
    expect(await zpa('GET', own, { token })).toMatchObject({ status: 200, json: { list: [] } });
    const nobody = CERTIFICATE.replace(ZPA_CUSTOMERS.company, '42');
    expect((await zpa('GET', nobody, { token })).status).toBe(status);
  });

  test('a read-only one reads, and writes nothing', async () => {
    const { zpa, signIn, fetchToken, readCompany } = await openZpa();
    const before = readCompany();
    for (const [token, path] of [
      [await signIn(ZPA_CLIENTS.readOnly), CERTIFICATE],
      [await fetchToken(ONEAPI_CLIENTS.readOnly), ONEAPI_CERTIFICATE],
    ] as const) {
      const id = before.certificates[2]?.id;
      expect((await zpa('GET', path, { token })).status).toBe(200);
      expect((await zpa('DELETE', `${path}/${id}`, { token })).status).toBe(403);
      expect((await zpa('PUT', `${path}/${id}`, { token, body: { name: 'x' } })).status).toBe(403);
      expect((await zpa('POST', path, { token, body: {} })).status).toBe(403);
    }
    expect(readCompany()).toEqual(before);
  });

  test('no secret and no token reaches the history', async () => {
    const { zpa, signIn, fetchToken, history } = await openZpa();
    const tokens = [await signIn(), await fetchToken()];
    await zpa('GET', CERTIFICATE, { token: tokens[0] ?? null });
    expect(history.map(({ endpoint, credential, body }) => [endpoint, credential, body])).toEqual([
      ['zpa.signin', 'none', { client_id: write.id, client_secret: '(given)' }],
      ['oneapi.token', 'none', expect.objectContaining({ client_secret: '(given)' })],
      ['zpa.certificates.list', 'bearer', null],
    ]);
    await zpa('POST', '/signin', { token: null, body: { client_secret: write.secret } });
    const told = JSON.stringify(history);
    for (const secret of [...tokens, write.secret, ONEAPI_CLIENTS.write.secret])
      expect(told).not.toContain(secret);
  });
});

describe('a tenant that has moved to OneAPI', () => {
  test.each([
    ['POST', '/signin', 403, {}],
    ['POST', '/signout', 403, {}],
    ['GET', CERTIFICATE, 403, {}],
    ['GET', CERTIFICATE, 400, { oneApiOnlyStatus: 400 }],
  ])('answers %s %s with a text and %i', async (method, path, status, zscaler) => {
    const { zpa, fetchToken } = await openZpa({ zscaler: { oneApiOnly: true, ...zscaler } });
    const reply = await zpa(method, path, { token: null });
    expect([reply.status, reply.text]).toEqual([
      status,
      expect.stringContaining('only through Zscaler OneAPI'),
    ]);
    expect(reply.headers.get('content-type')).toMatch(/^text\/plain/);
    expect((await zpa('GET', ONEAPI_CERTIFICATE, { token: await fetchToken() })).status).toBe(200);
  });
});

describe('the token endpoint of OneAPI', () => {
  const { id, secret } = ONEAPI_CLIENTS.write;
  const good = {
    grant_type: 'client_credentials',
    client_id: id,
    client_secret: secret,
    audience: AUDIENCE,
  };
  const basic = (text: string): ZpaVisit => ({
    ...form({ grant_type: 'client_credentials', audience: AUDIENCE }),
    headers: { authorization: `Basic ${Buffer.from(text).toString('base64')}` },
  });

  test('gives a token, and its lifetime as a number', async () => {
    const { zpa } = await openZpa();
    const reply = await zpa('POST', TOKEN, form(good));
    expect([reply.status, reply.json]).toEqual([
      200,
      { token_type: 'Bearer', access_token: expect.any(String), expires_in: 3600 },
    ]);
    expect(reply.headers.get('x-ratelimit-limit')).toBe('500, 500;w=1, 100000;w=60');
  });

  test.each<[string, ZpaVisit, number]>([
    ['Basic authorisation', basic(`${id}:${secret}`), 200],
    ['Basic authorisation, encoded', basic(`${id}:${encodeURIComponent(secret)}`), 200],
    ['Basic authorisation with another secret', basic(`${id}:x`), 400],
    ['Basic authorisation that is not', basic(id), 400],
    ['Basic authorisation beside a secret', { ...basic(`${id}:${secret}`), ...form(good) }, 400],
    ['a wrong secret', form({ ...good, client_secret: 'x' }), 400],
    ['a legacy key', form({ ...good, client_id: write.id, client_secret: write.secret }), 400],
    ['no proof', form({ grant_type: 'client_credentials', client_id: id, audience: AUDIENCE }), 400],
    ['another grant', form({ ...good, grant_type: 'password' }), 400],
    ['another audience', form({ ...good, audience: 'https://other.example' }), 400],
    ['JSON', { token: null, body: good }, 400],
  ])('with %s', async (_what, visit, status) => {
    const { zpa } = await openZpa();
    const reply = await zpa('POST', TOKEN, visit);
    expect(reply.status).toBe(status);
    expect(reply.json).toHaveProperty(status === 200 ? 'access_token' : 'error');
  });

  test('may do without an audience where that is so', async () => {
    const { audience: _audience, ...bare } = good;
    expect((await (await openZpa()).zpa('POST', TOKEN, form(bare))).status).toBe(400);
    const lenient = await openZpa({ zscaler: { audienceRequired: false } });
    expect((await lenient.zpa('POST', TOKEN, form(bare))).status).toBe(200);
  });
});

describe('a client assertion', () => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const other = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const CLIENT = 'assertive';
  const seconds = Math.floor(NOW / 1000);
  const claims = { iss: CLIENT, sub: CLIENT, aud: AUDIENCE, exp: seconds + 600 };
  const encode = (json: object) => Buffer.from(JSON.stringify(json)).toString('base64url');

  function assert(payload: object, { header = { alg: 'RS256' }, key = privateKey } = {}): string {
    const signed = `${encode(header)}.${encode(payload)}`;
    return `${signed}.${sign('sha256', Buffer.from(signed), key).toString('base64url')}`;
  }

  async function present(fields: Record<string, string>) {
    const estate = makeEstate('company', NOW);
    const client = {
      id: CLIENT,
      secret: null,
      publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
      customerId: ZPA_CUSTOMERS.company,
      mayWrite: true,
    };
    const { oneApiClients } = estate.zscaler;
    const zscaler = { ...estate.zscaler, oneApiClients: [...oneApiClients, client] };
    const simulator = await openZpa({ estate: { ...estate, zscaler } });
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: CLIENT,
      audience: AUDIENCE,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      ...fields,
    });
    return { simulator, reply: await simulator.zpa('POST', TOKEN, { token: null, body }) };
  }

  test('stands for the secret', async () => {
    const { simulator, reply } = await present({ client_assertion: assert(claims) });
    const token = String(reply.json.access_token);
    expect((await simulator.zpa('GET', ONEAPI_CERTIFICATE, { token })).status).toBe(200);
    expect(simulator.history[0]?.body).toMatchObject({ client_assertion: '(given)' });
  });

  test.each<[string, Record<string, string>, string]>([
    ['signed with another key', { client_assertion: assert(claims, { key: other.privateKey }) }, 'signature'],
    ['of another issuer', { client_assertion: assert({ ...claims, iss: 'x' }) }, 'iss'],
    ['of another subject', { client_assertion: assert({ ...claims, sub: 'x' }) }, 'sub'],
    ['for another audience', { client_assertion: assert({ ...claims, aud: 'x' }) }, 'aud'],
    ['without an end', { client_assertion: assert({ ...claims, exp: undefined }) }, 'exp'],
    ['that ends now', { client_assertion: assert({ ...claims, exp: seconds }) }, 'expired'],
    ['that ends too late', { client_assertion: assert({ ...claims, exp: seconds + 3601 }) }, '3600'],
    ['with another algorithm', { client_assertion: assert(claims, { header: { alg: 'RS512' } }) }, 'RS256'],
    [
      'with the public key as a shared secret',
      {
        client_assertion: `${encode({ alg: 'HS256' })}.${encode(claims)}.${createHmac('sha256', publicKey.export({ type: 'spki', format: 'pem' })).digest('base64url')}`,
      },
      'RS256',
    ],
    ['that is no token', { client_assertion: 'x.y' }, 'JSON Web Token'],
    ['of another type', { client_assertion: assert(claims), client_assertion_type: 'x' }, 'type'],
    [
      'of a client without a key',
      { client_assertion: assert(claims), client_id: ONEAPI_CLIENTS.write.id },
      'key',
    ],
    ['that comes with a secret', { client_assertion: assert(claims), client_secret: 'x' }, 'one of'],
  ])('%s is refused', async (_what, fields, named) => {
    const { reply, simulator } = await present(fields);
    expect([reply.status, reply.json.error_description]).toEqual([400, expect.stringContaining(named)]);
    expect(simulator.readState().zscaler.sessions).toEqual([]);
  });

  test('may name its audience in a list', async () => {
    const { reply } = await present({ client_assertion: assert({ ...claims, aud: [AUDIENCE] }) });
    expect(reply.status).toBe(200);
  });
});
