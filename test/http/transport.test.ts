import { describe, expect, test } from '@jest/globals';
import { ApiError } from '../../src/http/errors.ts';
import type { HttpCall } from '../../src/http/types.ts';
import {
  answerJson,
  createScene,
  REFUSED,
  RESET,
  type Reply,
  refuse,
  SECRET,
  TIMED_OUT,
  UNTRUSTED,
} from './scene.ts';

const GOOD = answerJson({ fine: true });

describe('a request', () => {
  test('has the origin, the path, the query, the credential and the names of what it sends and takes', async () => {
    const scene = createScene([GOOD]);
    await scene.send({
      method: 'POST',
      path: '/v1/a-b',
      query: { q: 'a b&c', page: '2' },
      json: { ä: [1] },
    });
    expect(scene.requests[0]?.url.href).toBe('https://api.example.com/v1/a-b?q=a+b%26c&page=2');
    expect(scene.requests[0]).toMatchObject({
      method: 'POST',
      body: '{"ä":[1]}',
      timeoutMilliseconds: 30_000,
      headers: {
        accept: 'application/json',
        'accept-encoding': 'identity',
        'content-type': 'application/json',
        'user-agent': 'certops/1',
        authorization: `Bearer ${SECRET}`,
      },
    });
  });

  test('may be a form', async () => {
    const scene = createScene([GOOD]);
    await scene.send({ method: 'POST', form: { grant: 'a b', 'c&d': 'é' } });
    expect(scene.requests[0]).toMatchObject({
      body: 'grant=a+b&c%26d=%C3%A9',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
  });

  test('has neither body nor type where there is nothing to send', async () => {
    const scene = createScene([GOOD]);
    await scene.send();
    expect(scene.requests[0]).not.toHaveProperty('body');
    expect(scene.requests[0]?.headers).not.toHaveProperty('content-type');
  });

  test.each([
    '//evil.example/x',
    '/a/../b',
    '/a/%2e%2e/b',
    '/a/b%2Fc',
    '/a//b',
    '/a/',
    '/a/..',
    '/a?b',
    '/a#b',
    'a',
    '',
    '/ä',
  ])('is not made of the path %s', async (path) => {
    const scene = createScene([GOOD]);
    await expect(scene.send({ path })).rejects.toThrow('not one that can be sent as it is');
    expect(scene.requests).toHaveLength(0);
  });

  test('asks for its credential before each try', async () => {
    let count = 0;
    const authorise = async () => {
      count += 1;
      return { authorization: `t${count}` };
    };
    const scene = createScene([refuse(503), GOOD], { authorise });
    await scene.send();
    expect(scene.requests.map(({ headers }) => headers.authorization)).toEqual(['t1', 't2']);
  });
});

describe('a good answer', () => {
  test.each<[string, Reply, unknown]>([
    ['JSON', answerJson({ id: '123456789012345678' }), { id: '123456789012345678' }],
    ['JSON under another type', { body: ' [1]\n', headers: { 'content-type': 'text/plain' } }, [1]],
    ['null', { body: 'null' }, null],
    ['empty', { status: 204 }, undefined],
    ['blank', { body: ' \r\n' }, undefined],
  ])('%s is passed on', async (_case, reply, json) => {
    const answer = await createScene([reply]).send();
    expect(answer.json).toEqual(json);
    expect(answer.attempts).toBe(1);
  });

  test('says how often the call was sent', async () => {
    expect(await createScene([REFUSED, refuse(429), GOOD]).send()).toMatchObject({
      status: 200,
      attempts: 3,
    });
  });
});

describe('what is sent again', () => {
  const tries = async (reply: Reply, retry: HttpCall['retry']) => {
    const scene = createScene([reply, GOOD]);
    await scene.send({ retry }).catch(() => {});
    return scene.requests.length;
  };

  test.each<[string, Reply, number, number]>([
    ['a connection that was never made', REFUSED, 2, 2],
    ['a connection that was cut', RESET, 2, 1],
    ['a timeout', TIMED_OUT, 2, 1],
    ['an untrusted certificate', UNTRUSTED, 1, 1],
    ['408', refuse(408), 2, 1],
    ['429', refuse(429), 2, 2],
    ['500', refuse(500), 2, 1],
    ['503', refuse(503), 2, 1],
    ['400', refuse(400), 1, 1],
    ['401 without a way to renew', refuse(401), 1, 1],
    ['404', refuse(404), 1, 1],
    ['302', { status: 302 }, 1, 1],
    ['200 that is an error', refuse(200), 1, 1],
    ['200 that is no JSON', { body: '<html>' }, 2, 1],
    [
      '409 that the vendor calls passing',
      answerJson({ errors: [{ code: 'passing', message: '' }] }, { status: 409 }),
      2,
      1,
    ],
    [
      '500 that the vendor calls final',
      answerJson({ errors: [{ code: 'final', message: '' }] }, { status: 500 }),
      1,
      1,
    ],
  ])('%s', async (_case, reply, safe, unsent) => {
    expect([await tries(reply, 'safe'), await tries(reply, 'unsent')]).toEqual([safe, unsent]);
  });

  test('no more than max-retries times, with pauses that double', async () => {
    const scene = createScene([refuse(503)]);
    expect((await scene.failure()).attempts).toBe(4);
    expect(scene.timesOfTries()).toEqual([0, 510, 1520, 3530]);
  });

  test('not at all with max-retries 0', async () => {
    const scene = createScene([refuse(429, { 'retry-after': '1' })], { maxRetries: 0 });
    expect((await scene.failure()).attempts).toBe(1);
  });
});

describe('time', () => {
  test('a Retry-After is waited for, also with a unit', async () => {
    const scene = createScene([refuse(429, { 'retry-after': '4s' }), GOOD]);
    await scene.send();
    expect(scene.timesOfTries()).toEqual([0, 4010]);
  });

  test('a Retry-After that does not fit ends the call at once and says so', async () => {
    const scene = createScene([refuse(429, { 'retry-after': '300' })]);
    const { message } = await scene.failure({ retry: 'unsent' });
    expect(scene.elapsed()).toBe(10);
    expect(message).toBe(
      'GET /v1/things at api.example.com answered 429: 7 no (1 try); it asks to wait 300 s, longer than the ' +
        '119 s left for this call (raise max-retries or request-timeout)',
    );
  });

  test('all tries and pauses together keep to the budget', async () => {
    const overrides = { requestTimeoutMilliseconds: 1000, maxRetries: 2 };
    const scene = createScene([{ ...refuse(503), takes: 900 }], overrides);
    const error = await scene.failure();
    expect(scene.timesOfTries()).toEqual([0, 1400]);
    expect(scene.elapsed()).toBe(2300);
    expect(error.message).toMatch(/answered 503: .*; no time is left for another try \(raise max-retries or/);
  });

  test('a last try gets the time that is left, where that is worth a try', async () => {
    const overrides = { requestTimeoutMilliseconds: 2000, maxRetries: 1 };
    const worth = createScene([{ ...refuse(503), takes: 1800 }], overrides);
    await worth.failure();
    expect(worth.requests.map(({ timeoutMilliseconds }) => timeoutMilliseconds)).toEqual([2000, 1700]);
    const futile = createScene([{ ...refuse(503), takes: 3100 }], overrides);
    expect((await futile.failure()).attempts).toBe(1);
  });

  test('waiting before the first try costs nothing of the budget', async () => {
    const quota = { key: 'k', calls: 1, windowMilliseconds: 100_000 };
    const scene = createScene([GOOD, refuse(503), GOOD], {
      quotasOf: ({ path }) => (path === '/limited' ? [quota] : []),
      requestTimeoutMilliseconds: 1000,
      maxRetries: 200,
    });
    await scene.send({ path: '/limited' });
    await scene.send({ path: '/limited' });
    // Each try takes 10 ms; a window is over so long after the answer.
    expect(scene.timesOfTries()).toEqual([0, 100_010, 200_020]);
  });

  test('a repeat that the rate limit cannot let through in time ends with the last failure', async () => {
    const quota = { key: 'k', calls: 1, windowMilliseconds: 100_000 };
    const scene = createScene([refuse(503)], {
      quotasOf: () => [quota],
      maxRetries: 1,
      requestTimeoutMilliseconds: 5000,
    });
    const error = await scene.failure();
    expect(error).toMatchObject({ status: 503, attempts: 1, mayHaveArrived: true });
    expect(error.message).toMatch(
      /the rate limit leaves no time for another try \(raise max-retries or request-timeout\)$/,
    );
    expect(scene.elapsed()).toBeLessThan(10_000);
  });
});

describe('calls side by side', () => {
  test('a 429 with Retry-After holds the others of its quota, not those of another', async () => {
    const scene = createScene([refuse(429, { 'retry-after': '5' }), GOOD], {
      quotasOf: ({ path }) => [{ key: path, calls: 100, windowMilliseconds: 1000 }],
    });
    const first = scene.send({ path: '/a' });
    await scene.clock.sleep(20);
    await Promise.all([first, scene.send({ path: '/a' }), scene.send({ path: '/b' })]);
    const times = scene.requests.map(({ url, at }) => `${url.pathname} ${at}`);
    expect(times).toEqual(['/a 0', '/b 20', '/a 5010', '/a 5010']);
  });

  test('the Ratelimit header is heeded before a 429', async () => {
    const spent = answerJson({}, { headers: { ratelimit: '"default";r=0;t=7' } });
    const scene = createScene([spent, GOOD]);
    await scene.send();
    await scene.send();
    expect(scene.timesOfTries()).toEqual([0, 7010]);
  });

  test('x-ratelimit-reset is not obeyed: it belongs to another limiter', async () => {
    const headers = { 'retry-after': '4s', 'x-ratelimit-reset': '48', 'x-ratelimit-remaining': '0' };
    const scene = createScene([refuse(429, headers), GOOD]);
    await scene.send();
    expect(scene.timesOfTries()).toEqual([0, 4010]);
  });

  test('a call that ends in an unforeseen error leaves its place to the next', async () => {
    const scene = createScene([new TypeError('invalid authorization header'), GOOD], { concurrency: 1 });
    await expect(scene.send()).rejects.toThrow(TypeError);
    expect(await scene.send()).toMatchObject({ status: 200 });
  });
});

describe('401', () => {
  test('is sent once more after the credential was renewed, also where nothing may be sent twice', async () => {
    let renewals = 0;
    const renew = async () => {
      renewals += 1;
      return true;
    };
    const scene = createScene([refuse(401), GOOD], { maxRetries: 0, renew });
    expect(await scene.send({ method: 'POST', retry: 'unsent' })).toMatchObject({ attempts: 2 });
    expect(renewals).toBe(1);
  });

  test('tells which credential was refused', async () => {
    const refused: unknown[] = [];
    const renew = async (headers: unknown) => {
      refused.push(headers);
      return true;
    };
    await createScene([refuse(401), GOOD], { renew }).send();
    expect(refused).toEqual([{ authorization: `Bearer ${SECRET}` }]);
  });

  test('a fourth one is final, and so is one whose credential could not be renewed', async () => {
    const scene = createScene([refuse(401)], { renew: async () => true, maxRetries: 0 });
    expect(await scene.failure()).toMatchObject({ status: 401, attempts: 4, mayHaveArrived: false });
    expect(await createScene([refuse(401)], { renew: async () => false }).failure()).toMatchObject({
      attempts: 1,
    });
  });
});

describe('whether a failed call may have been acted on', () => {
  test.each<[string, readonly Reply[], boolean]>([
    ['never connected', [REFUSED], false],
    ['cut', [RESET], true],
    ['timeout', [TIMED_OUT], true],
    ['500', [refuse(500)], true],
    ['408', [refuse(408)], true],
    ['429', [refuse(429)], false],
    ['403', [refuse(403)], false],
    ['302', [{ status: 302 }], false],
    ['no JSON', [{ body: 'OK' }], true],
    ['200 that is an error', [refuse(200)], false],
    [
      'a refusal for good by 500',
      [answerJson({ errors: [{ code: 'final', message: '' }] }, { status: 500 })],
      false,
    ],
    ['a timeout, then a refusal', [TIMED_OUT, refuse(404)], true],
    ['429, then a refusal', [refuse(429), refuse(404)], false],
  ])('%s', async (_case, replies, mayHaveArrived) => {
    expect((await createScene(replies).failure()).mayHaveArrived).toBe(mayHaveArrived);
  });

  test('is not forgotten where the next sign-in fails', async () => {
    const details = {
      kind: 'http',
      call: 'POST /signin',
      host: 'h',
      status: 401,
      errors: [],
      requestId: null,
    } as const;
    const denied = new ApiError('Denied', { ...details, attempts: 1, mayHaveArrived: false });
    let count = 0;
    const authorise = async () => {
      count += 1;
      if (count > 1) throw denied;
      return {};
    };
    const error = await createScene([TIMED_OUT], { authorise }).failure();
    expect(error).toMatchObject({ message: 'Denied', call: 'POST /signin', mayHaveArrived: true });
  });
});

test('debugging shows each try, and no header, body or secret', async () => {
  const scene = createScene([{ ...refuse(503), takes: 34 }, RESET, GOOD]);
  await scene.send({ path: `/v1/${SECRET}`, query: { q: 'x' }, json: { body: 1 } });
  expect(scene.debugLines).toEqual([
    'GET /v1/*** -> 503 in 34 ms (try 1)',
    'GET /v1/*** -> reset in 10 ms (try 2)',
    'GET /v1/*** -> 200 in 10 ms (try 3)',
  ]);
});
