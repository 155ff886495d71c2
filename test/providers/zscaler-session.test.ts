import { generateKeyPairSync, verify } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import type { ZscalerCredentials } from '../../src/interface/credentials.ts';
import { InputError } from '../../src/interface/input-error.ts';
import { EVERYTHING } from '../../src/interface/request.ts';
import { NOW } from '../support/material.ts';
import {
  COLLECTION,
  createZpaScene,
  failureOf,
  ID,
  json,
  LEGACY,
  MISSING,
  ONEAPI,
  onePage,
  type Route,
  refusal,
} from './zscaler-scene.ts';

const LIST = `GET ${COLLECTION}`;
const ONEAPI_LIST = `GET /zpa${COLLECTION}`;
const TOKEN = 'POST /oauth2/v1/token';
const EMPTY = onePage();
const UNAUTHORISED = refusal(401, 'access.denied');

const makeKey = (bits: number) => {
  const pair = generateKeyPairSync('rsa', { modulusLength: bits });
  return { pem: pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), ...pair };
};
const KEY = makeKey(2048);
const withKey = (privateKey: string, from: 'inputs' | 'environment' = 'inputs'): ZscalerCredentials => ({
  scheme: 'zscaler-key',
  clientId: 'oneapi-client',
  privateKey,
  signIn: { kind: 'oneapi', vanityDomain: 'acme', cloud: 'PRODUCTION' },
  from,
});

describe('where it signs in and calls', () => {
  test.each([
    ['PRODUCTION', 'config.private.zscaler.com'],
    ['ZPATWO', 'config.zpatwo.net'],
    ['BETA', 'config.zpabeta.net'],
    ['GOV', 'config.zpagov.net'],
    ['GOVUS', 'config.zpagov.us'],
    ['PREVIEW', 'config.zpapreview.net'],
  ] as const)('legacy, cloud %s: %s', async (cloud, host) => {
    const credentials = { ...LEGACY, signIn: { kind: 'legacy', cloud } } as const;
    const scene = createZpaScene({ [LIST]: EMPTY }, { credentials });
    await scene.provider.list(EVERYTHING);
    await scene.provider.close();
    expect(scene.requests.map(({ method, url }) => `${method} ${url.origin}${url.pathname}`)).toEqual([
      `POST https://${host}/signin`,
      `GET https://${host}${COLLECTION}`,
      `POST https://${host}/signout`,
    ]);
    expect(scene.provider.origin).toBe(`https://${host}`);
  });

  test.each([
    ['PRODUCTION', 'acme.zslogin.net', 'api.zsapi.net'],
    ['BETA', 'acme.zsloginbeta.net', 'api.beta.zsapi.net'],
    ['ALPHA', 'acme.zsloginalpha.net', 'api.alpha.zsapi.net'],
    ['GOV', 'acme.zidentitygov.net', 'api.zscalergov.net'],
    ['GOVUS', 'acme.zidentitygov.us', 'api.zscalergov.us'],
  ] as const)('OneAPI, cloud %s: %s and %s', async (cloud, tokenHost, apiHost) => {
    const credentials = { ...ONEAPI, signIn: { kind: 'oneapi', vanityDomain: 'acme', cloud } } as const;
    const scene = createZpaScene({ [ONEAPI_LIST]: EMPTY }, { credentials });
    await scene.provider.list(EVERYTHING);
    await scene.provider.close();
    expect(scene.requests.map(({ method, url }) => `${method} ${url.origin}${url.pathname}`)).toEqual([
      `POST https://${tokenHost}/oauth2/v1/token`,
      `GET https://${apiHost}/zpa${COLLECTION}`,
    ]);
    expect(scene.provider.origin).toBe(`https://${apiHost}`);
  });

  test.each([
    [LEGACY, '/signin', COLLECTION],
    [ONEAPI, '/oauth2/v1/token', `/zpa${COLLECTION}`],
  ])('api-url takes the place of every host, and paths stay', async (credentials, signIn, list) => {
    const apiUrl = new URL('http://127.0.0.1:4444');
    const scene = createZpaScene({ [`GET ${list}`]: EMPTY }, { credentials, apiUrl });
    await scene.provider.list(EVERYTHING);
    expect(scene.requests.map(({ url }) => url.href.split('?')[0])).toEqual([
      `http://127.0.0.1:4444${signIn}`,
      `http://127.0.0.1:4444${list}`,
    ]);
  });

  test.each(['evil.example/', 'acme.zslogin.net', 'a@b', '-a', ''])(
    'a vanity domain %j that would lead elsewhere is refused before any call',
    (vanityDomain) => {
      const credentials = {
        ...ONEAPI,
        signIn: { kind: 'oneapi', vanityDomain, cloud: 'PRODUCTION' },
      } as const;
      expect(() => createZpaScene({}, { credentials })).toThrow(InputError);
      expect(() => createZpaScene({}, { credentials })).toThrow("'vanity-domain'");
    },
  );
});

describe('what a sign-in sends', () => {
  test('legacy: client id and secret as a form, without credentials in a header', async () => {
    const scene = createZpaScene({ [LIST]: EMPTY });
    await scene.provider.list(EVERYTHING);
    expect(scene.formsOf('POST /signin')).toEqual([
      { client_id: 'legacy-client', client_secret: 'O2k:0vs#,x,0N9 &=%' },
    ]);
    expect(scene.seen('POST /signin')[0]?.headers).toMatchObject({
      'content-type': 'application/x-www-form-urlencoded',
    });
    expect(scene.tokensOf('POST /signin')).toEqual([undefined]);
    expect(scene.tokensOf(LIST)).toEqual(['Bearer token-1']);
  });

  test('OneAPI with a secret', async () => {
    const scene = createZpaScene({ [ONEAPI_LIST]: EMPTY }, { credentials: ONEAPI });
    await scene.provider.list(EVERYTHING);
    expect(scene.formsOf(TOKEN)).toEqual([
      {
        grant_type: 'client_credentials',
        audience: 'https://api.zscaler.com',
        client_id: 'oneapi-client',
        client_secret: 'oneapi-secret+1',
      },
    ]);
  });

  test('OneAPI with a key: an assertion that the public key verifies, masked before it is sent', async () => {
    const scene = createZpaScene({ [ONEAPI_LIST]: EMPTY }, { credentials: withKey(KEY.pem) });
    await scene.provider.list(EVERYTHING);
    const [form] = scene.formsOf(TOKEN);
    const { client_assertion: assertion = '', ...rest } = form ?? {};
    expect(rest).toEqual({
      grant_type: 'client_credentials',
      audience: 'https://api.zscaler.com',
      client_id: 'oneapi-client',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    });
    const [head = '', claims = '', signature = ''] = assertion.split('.');
    const readPart = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString());
    expect(readPart(head)).toEqual({ alg: 'RS256', typ: 'JWT' });
    expect(readPart(claims)).toEqual({
      iss: 'oneapi-client',
      sub: 'oneapi-client',
      aud: 'https://api.zscaler.com',
      exp: NOW.getTime() / 1000 + 600,
    });
    expect(
      verify('sha256', Buffer.from(`${head}.${claims}`), KEY.publicKey, Buffer.from(signature, 'base64url')),
    ).toBe(true);
    expect(scene.masked).toEqual([assertion, 'token-1']);
  });

  test('a key with escaped or Windows line ends is read', async () => {
    for (const pem of [KEY.pem.replaceAll('\n', '\\n'), KEY.pem.replaceAll('\n', '\r\n')]) {
      const scene = createZpaScene({ [ONEAPI_LIST]: EMPTY }, { credentials: withKey(pem) });
      expect(await scene.provider.list(EVERYTHING)).toEqual([]);
    }
  });

  const encrypted = KEY.privateKey
    .export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' })
    .toString();
  const elliptic = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    .privateKey.export({ type: 'pkcs8', format: 'pem' })
    .toString();
  test.each([
    ['too short', makeKey(1024).pem, 'an RSA key of 1024 bits; OneAPI takes RSA keys of 2048 bits or more'],
    ['of another kind', elliptic, 'a key of the kind ec'],
    ['encrypted', encrypted, 'is encrypted; decrypt it'],
    ['damaged', KEY.pem.replace(/\n[A-Za-z0-9+/]{20}/, '\nAAAA'), 'is damaged'],
    ['cut', KEY.pem.slice(0, 400), 'holds no whole private key'],
    ['a path that was not read', '/keys/zscaler.pem', 'holds no whole private key'],
    ['two', KEY.pem + elliptic, 'holds 2 private keys'],
  ])('a key that is %s is refused before any call, without showing it', (_case, pem, message) => {
    const open = () => createZpaScene({}, { credentials: withKey(pem) });
    expect(open).toThrow(InputError);
    expect(open).toThrow(message);
    expect(open).toThrow("'client-private-key'");
    expect(open).not.toThrow(pem.split('\n')[1] ?? pem);
  });

  test("a key from the environment is named by the vendor's variable", () => {
    expect(() => createZpaScene({}, { credentials: withKey('x', 'environment') })).toThrow(
      "'ZSCALER_PRIVATE_KEY'",
    );
  });
});

describe('how long a token serves', () => {
  const listTwice = async (token: object, pauseMilliseconds: number) => {
    let count = 0;
    const scene = createZpaScene({
      [LIST]: EMPTY,
      'POST /signin': () => json({ ...token, access_token: `token-${++count}` }),
    });
    await scene.provider.list(EVERYTHING);
    await scene.clock.sleep(pauseMilliseconds);
    await scene.provider.list(EVERYTHING);
    return scene.tokensOf(LIST).map((value) => value?.slice('Bearer '.length));
  };
  const SAME = ['token-1', 'token-1'];
  const NEW = ['token-1', 'token-2'];

  test.each<[unknown, number, readonly string[]]>([
    ['3600', 3_569_000, SAME],
    ['3600', 3_571_000, NEW],
    [3600, 3_569_000, SAME],
    [3600, 3_571_000, NEW],
    // A tenth of a short life.
    ['10', 8_900, SAME],
    ['10', 9_100, NEW],
    [undefined, 100_000_000, SAME],
    ['soon', 100_000_000, SAME],
    [-1, 100_000_000, SAME],
  ])('expires_in %j: after %d ms %j', async (expiresIn, pause, tokens) => {
    expect(await listTwice({ expires_in: expiresIn }, pause)).toEqual(tokens);
  });

  test('one sign-in serves all calls that start at once', async () => {
    const scene = createZpaScene({ [LIST]: EMPTY, [`GET ${COLLECTION}/${ID}`]: MISSING });
    await Promise.all([
      scene.provider.list(EVERYTHING),
      scene.provider.get(ID),
      scene.provider.list(EVERYTHING),
    ]);
    expect(scene.seen('POST /signin')).toHaveLength(1);
  });

  test('a token that ends in the middle of a list is renewed once for all its pages', async () => {
    const page: Route = ({ headers, url }) => {
      const number = Number(url.searchParams.get('page'));
      if (number > 1 && headers.authorization === 'Bearer token-1') return UNAUTHORISED;
      return json({ totalPages: '6', list: [{ id: String(number) }] });
    };
    const scene = createZpaScene({ [LIST]: page });
    expect(await scene.provider.list(EVERYTHING)).toHaveLength(6);
    expect(scene.seen('POST /signin')).toHaveLength(2);
  });

  test('a fresh token that is refused at once means the client, not the token: no other is asked for', async () => {
    const scene = createZpaScene({ [LIST]: UNAUTHORISED });
    expect(await failureOf(scene.provider.list(EVERYTHING))).toMatchObject({ status: 401, attempts: 1 });
    expect(scene.seen('POST /signin')).toHaveLength(1);
  });

  test('a client that loses its rights in the middle is asked once whether a new token helps', async () => {
    const scene = createZpaScene({ [LIST]: [EMPTY, UNAUTHORISED] });
    await scene.provider.list(EVERYTHING);
    expect(await failureOf(scene.provider.list(EVERYTHING))).toMatchObject({ status: 401, attempts: 2 });
    expect(scene.seen('POST /signin')).toHaveLength(2);
  });

  test('every token is masked before it is used, and no debug line shows one', async () => {
    const scene = createZpaScene({ [LIST]: [EMPTY, UNAUTHORISED, EMPTY] });
    await scene.provider.list(EVERYTHING);
    await scene.provider.list(EVERYTHING);
    await scene.provider.close();
    expect(scene.masked).toEqual(['token-1', 'token-2']);
    expect(scene.debugLines.length).toBeGreaterThan(4);
    expect(scene.debugLines.join('\n')).not.toMatch(/token-\d|O2k/);
  });
});

describe('a sign-in that fails', () => {
  const failSignIn = async (...replies: readonly Exclude<Route, (...args: never) => unknown>[]) => {
    const scene = createZpaScene({ 'POST /signin': replies.flat(), [LIST]: EMPTY });
    const error = await failureOf(scene.provider.list(EVERYTHING));
    return { scene, error, advice: scene.provider.advise(error) };
  };

  test.each([400, 401, 403])('%d ends it at once and tells what to check', async (status) => {
    const { scene, error, advice } = await failSignIn(refusal(status, 'access.denied', 'Invalid client'));
    expect(scene.requests).toHaveLength(1);
    expect(error.message).toBe(
      `POST /signin at config.private.zscaler.com answered ${status}: access.denied Invalid client (1 try)`,
    );
    expect(advice).toMatch(/client-secret.*ZIdentity.*vanity-domain/);
  });

  test('OneAPI: its refusal is told as RFC 6749 has it, and the other way of signing in is named', async () => {
    const refused = json({ error: 'invalid_client', error_description: 'Invalid client secret' }, 400);
    const scene = createZpaScene({ [TOKEN]: refused }, { credentials: ONEAPI });
    const error = await failureOf(scene.provider.list(EVERYTHING));
    expect(error.message).toContain('invalid_client Invalid client secret');
    expect(scene.provider.advise(error)).toMatch(/ZPA API key of old, leave vanity-domain out/);
  });

  test.each([200, 400, 403, 503])(
    'a tenant that was moved to OneAPI (%d) is told so, once',
    async (status) => {
      const body = 'This tenant can be accessed only through Zscaler OneAPI.\n';
      const { scene, error, advice } = await failSignIn({ status, body });
      expect(scene.requests).toHaveLength(1);
      expect(error.message).toContain('only through Zscaler OneAPI');
      expect(advice).toMatch(/vanity-domain.*ZIdentity/);
    },
  );

  test('what passes is tried again', async () => {
    const { scene } = await failSignIn(json({}, 503), json({}, 429));
    expect(scene.seen('POST /signin')).toHaveLength(3);
  });

  test.each(['{}', '{"access_token":""}', '{"access_token":"a\\nb"}', '[]', ''])(
    'an answer %j without a usable token is refused, unseen',
    async (body) => {
      const { error } = await failSignIn({ body });
      expect(error).toMatchObject({ kind: 'unreadable', status: 200, call: 'POST /signin' });
    },
  );

  test('a lost sign-in never means that the call behind it may have arrived', async () => {
    const { error } = await failSignIn(json({}, 500));
    expect(error).toMatchObject({ status: 500, mayHaveArrived: false });
  });
});

describe('the end of a session', () => {
  test('legacy: signed out with its token, as JSON, once', async () => {
    const scene = createZpaScene({ [LIST]: EMPTY });
    await scene.provider.list(EVERYTHING);
    await scene.provider.close();
    await scene.provider.close();
    expect(scene.tokensOf('POST /signout')).toEqual(['Bearer token-1']);
    expect(scene.seen('POST /signout')[0]?.headers['content-type']).toBe('application/json');
  });

  test('every session that may still be open is signed out, none that has ended', async () => {
    const scene = createZpaScene({ [LIST]: [EMPTY, EMPTY, UNAUTHORISED, EMPTY] });
    await scene.provider.list(EVERYTHING);
    await scene.clock.sleep(3_580_000);
    await scene.provider.list(EVERYTHING);
    await scene.provider.list(EVERYTHING);
    await scene.clock.sleep(30_000);
    await scene.provider.close();
    expect(scene.tokensOf('POST /signout')).toEqual(['Bearer token-2', 'Bearer token-3']);
  });

  test('nothing is sent where nobody signed in, and for OneAPI', async () => {
    const idle = createZpaScene({});
    await idle.provider.close();
    expect(idle.requests).toEqual([]);
    const oneApi = createZpaScene({ [ONEAPI_LIST]: EMPTY }, { credentials: ONEAPI });
    await oneApi.provider.list(EVERYTHING);
    await oneApi.provider.close();
    expect(oneApi.requests).toHaveLength(2);
  });

  test.each([
    ['500', json({}, 500)],
    ['429 with a long wait', json({}, 429, { 'retry-after': '600s' })],
    ['no JSON', { body: 'bye' }],
    ['401', UNAUTHORISED],
    ['an unforeseen error', new TypeError('?')],
  ])('a sign-out that fails (%s) is not an error, and does not take long', async (_case, reply) => {
    const scene = createZpaScene({ [LIST]: EMPTY, 'POST /signout': reply });
    await scene.provider.list(EVERYTHING);
    const startedAt = scene.clock.now();
    await expect(scene.provider.close()).resolves.toBeUndefined();
    expect(scene.clock.now() - startedAt).toBeLessThan(2000);
    expect(scene.seen('POST /signout')[0]?.timeoutMilliseconds).toBe(5000);
  });
});
