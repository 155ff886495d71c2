import { describe, expect, test } from '@jest/globals';
import { ApiError } from '../../src/http/errors.ts';
import { EVERYTHING } from '../../src/interface/request.ts';
import { adviseOnZscaler } from '../../src/providers/zscaler/advice.ts';
import { findZpaQuotas, zscalerDialect } from '../../src/providers/zscaler/dialect.ts';
import { COLLECTION, createZpaScene, failureOf, ID, json, onePage, refusal } from './zscaler-scene.ts';

const LIST = `GET ${COLLECTION}`;

const errorsOf = (status: number, text: string) => {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    parsed = undefined;
  }
  return zscalerDialect.errorsOf({ status, text, json: parsed });
};

describe('what an error body says', () => {
  test.each([
    [
      { id: 'resource.not.found', reason: 'No resource exists with the given id/name :0', params: ['0'] },
      'resource.not.found',
      'No resource exists with the given id/name :0',
    ],
    [
      { id: 'resource.referenced', reason: 'Resource is being referenced', params: ['Application', 'CRM'] },
      'resource.referenced',
      'Resource is being referenced (Application, CRM)',
    ],
    [
      { id: 'invalid.toomanyrequests', reason: '', exception: 'TooMany' },
      'invalid.toomanyrequests',
      'TooMany',
    ],
    [{ id: 'x', params: [{ field: 'name' }, 7, null] }, 'x', '({"field":"name"}, 7, null)'],
    [{ id: 'x', reason: null, params: null }, 'x', ''],
    [{ detail: 'unauthorized', type: '', title: '', status: '' }, null, 'unauthorized'],
    [
      { code: 'SESSION_NOT_VALID', message: 'Session already invalidated' },
      'SESSION_NOT_VALID',
      'Session already invalidated',
    ],
    [{ code: 405, message: 'Not allowed' }, '405', 'Not allowed'],
    [{ error: 'invalid_client', error_description: 'Wrong' }, 'invalid_client', 'Wrong'],
  ])('%j', (body, code, message) => {
    expect(errorsOf(400, JSON.stringify(body))).toEqual([{ code, message }]);
  });

  test.each(['Bad Gateway', '', '<html></html>', '{}', '[]', 'null', '"text"', '{"id":["x"]}'])(
    'none can be read from %j',
    (text) => {
      expect(errorsOf(400, text)).toEqual([]);
    },
  );

  test('a good answer is none, whatever its fields are called', () => {
    const row = { id: '1', reason: 'x', code: 'y', name: 'only through Zscaler OneAPI' };
    expect(errorsOf(200, JSON.stringify(row))).toEqual([]);
  });
});

describe('whether a refusal may pass', () => {
  test.each([
    [409, 'api.concurrent.access.error', true],
    [400, 'api.concurrent.access.error', true],
    [400, 'db.simultaneous.request', true],
    [409, 'resource.already.exist', false],
    [409, null, false],
    [400, 'bad.request', false],
    [400, null, false],
    [429, 'invalid.toomanyrequests', undefined],
    [503, 'retryable.server.error', undefined],
    [500, null, undefined],
    [403, 'access.denied', undefined],
    [503, 'ONLY_ONEAPI_SUPPORTED', false],
  ])('%d %s: %s', (status, code, passing) => {
    expect(zscalerDialect.isPassing({ status, errors: [{ code, message: '' }] })).toBe(passing);
  });
});

describe('calls through the transport', () => {
  test('a permanent 400 is sent once; the error names the id, the params and the request', async () => {
    const body = { id: 'bad.request', reason: 'No', params: ['customerId'] };
    const scene = createZpaScene({ [LIST]: json(body, 400, { 'x-transaction-id': 'tx-1' }) });
    const error = await failureOf(scene.provider.list(EVERYTHING));
    expect(scene.seen(LIST)).toHaveLength(1);
    expect(error.errors).toEqual([{ code: 'bad.request', message: 'No (customerId)' }]);
    expect(error.message).toBe(
      `GET ${COLLECTION} at config.private.zscaler.com answered 400: bad.request No (customerId) (request id tx-1, 1 try)`,
    );
  });

  test("OneAPI's request id comes first", async () => {
    const headers = { 'x-transaction-id': 'tx-1', 'x-oneapi-request-id': 'one-1' };
    const scene = createZpaScene({ [LIST]: json({}, 400, headers) });
    expect((await failureOf(scene.provider.list(EVERYTHING))).requestId).toBe('one-1');
  });

  test('a conflict passes', async () => {
    const scene = createZpaScene({ [LIST]: [refusal(409, 'api.concurrent.access.error'), onePage()] });
    expect(await scene.provider.list(EVERYTHING)).toEqual([]);
  });

  test("a 429 waits as long as retry-after says, not until the gateway's x-ratelimit-reset", async () => {
    const headers = { 'retry-after': '4s', 'x-ratelimit-reset': '48', 'x-ratelimit-remaining': '4932' };
    const limited = json({ id: 'invalid.toomanyrequests', reason: 'x' }, 429, headers);
    const scene = createZpaScene({ [LIST]: [limited, onePage()] });
    await scene.provider.list(EVERYTHING);
    const [first, second] = scene.seen(LIST).map(({ at }) => at);
    expect((second ?? 0) - (first ?? 0)).toBe(4010);
  });

  test('the 21st read of one endpoint waits for the ten seconds to pass; other endpoints do not', async () => {
    const route = () => json({ id: ID });
    const scene = createZpaScene({
      [LIST]: onePage(),
      [`GET ${COLLECTION}/${ID}`]: route,
      [`GET ${COLLECTION}/1`]: route,
    });
    const ids = Array.from({ length: 21 }, (_, index) => (index % 2 === 0 ? ID : '1'));
    await Promise.all([...ids.map((id) => scene.provider.get(id)), scene.provider.list(EVERYTHING)]);
    const late = scene.requests.filter(({ at }) => at >= 10_000);
    expect(late.map(({ url }) => url.pathname)).toEqual([`${COLLECTION}/${ID}`]);
  });
});

test.each([
  ['GET', `${COLLECTION}/${ID}`, 'read /mgmtconfig/v1/admin/customers/{id}/certificate/{id}', 20],
  ['GET', COLLECTION, 'read /mgmtconfig/v1/admin/customers/{id}/certificate', 20],
  ['PUT', `${COLLECTION}/${ID}`, 'write /mgmtconfig/v1/admin/customers/{id}/certificate/{id}', 10],
  ['DELETE', `${COLLECTION}/9`, 'write /mgmtconfig/v1/admin/customers/{id}/certificate/{id}', 10],
] as const)('the quota of %s %s', (method, path, key, calls) => {
  expect(findZpaQuotas({ method, path, retry: 'safe' })).toEqual([
    { key, calls, windowMilliseconds: 10_000 },
  ]);
});

describe('advice', () => {
  const advise = (status: number, code: string | null, call = `GET ${COLLECTION}`) =>
    adviseOnZscaler(
      new ApiError('x', {
        kind: 'http',
        call,
        host: 'h',
        status,
        errors: code === null ? [] : [{ code, message: '' }],
        requestId: null,
        attempts: 1,
        mayHaveArrived: false,
      }),
    );

  test.each([
    [400, 'resource.not.found', /microtenant-id/],
    [400, 'resource.referenced', /refers to it/],
    [400, 'invalid.resource.argument', /letters, digits/],
    [400, 'filtering.input.invalid.operand', /field operator value/],
    [400, 'resource.already.exist', /another name/],
    [400, 'domains.does.not.belong.to.customer', /domain/],
    [400, 'domains.already.exists.in.other.microtenant', /microtenant/],
    [409, 'api.concurrent.access.error', /one after the other/],
    [400, 'db.simultaneous.request', /one after the other/],
    [403, 'config.change.not.allowed.sku.not.enabled', /subscription/],
    [429, 'invalid.toomanyrequests', /20 reads or 10 writes/],
    [429, null, /20 reads or 10 writes/],
    [503, 'retryable.server.error', /later/],
    [400, 'non.restricted.entity.authorization.failed', /microtenant/],
    [400, 'bad.request', /customer-id/],
    [401, 'SESSION_NOT_VALID', /session/],
    [401, 'access.denied', /role/],
    [403, 'access.denied', /role/],
    [401, null, /customer-id/],
    [403, 'ONLY_ONEAPI_SUPPORTED', /vanity-domain/],
  ])('%d %s', (status, code, words) => {
    expect(advise(status, code)).toMatch(words);
  });

  test.each([
    [500, null],
    [400, 'never.heard.of'],
    [404, null],
  ])('none for %d %s', (status, code) => {
    expect(advise(status, code)).toBeNull();
  });

  test("a refused sign-in is advised on as such, also where the id is an ordinary call's", () => {
    expect(advise(401, 'access.denied', 'POST /signin')).toMatch(/legacy sign-in/);
    expect(advise(400, null, 'POST /oauth2/v1/token')).toMatch(/ZIdentity/);
    expect(advise(500, null, 'POST /signin')).toBeNull();
  });
});
