import { describe, expect, test } from '@jest/globals';
import { NetworkFailure } from '../../src/http/errors.ts';
import { answerJson, createScene, type Reply, refuse, SECRET } from './scene.ts';

const once = { maxRetries: 0 };
const messageOf = async (reply: Reply) => (await createScene([reply], once).failure()).message;
const WHERE = 'GET /v1/things at api.example.com';

describe('the message', () => {
  test.each<[string, Reply, string]>([
    [
      'says call, host, status, code, request id and tries',
      answerJson(
        { errors: [{ code: '10000', message: 'Authentication error' }] },
        { status: 403, headers: { 'x-second-id': '8f0c' } },
      ),
      'answered 403: 10000 Authentication error (request id 8f0c, 1 try)',
    ],
    [
      'says pointer and documentation',
      answerJson(
        {
          errors: [
            { code: '1', message: 'a', pointer: '/validity_days' },
            { code: null, message: 'b', documentationUrl: 'https://d.example/b' },
          ],
        },
        { status: 400 },
      ),
      'answered 400: 1 a (at /validity_days); b (see https://d.example/b) (1 try)',
    ],
    [
      'shows five errors and counts the others',
      answerJson(
        { errors: Array.from({ length: 8 }, (_, index) => ({ code: `c${index}`, message: '' })) },
        { status: 400 },
      ),
      'answered 400: c0; c1; c2; c3; c4; and 3 more (1 try)',
    ],
    ['says that a 200 was an error', refuse(200), 'answered 200: 7 no (1 try)'],
    [
      'shows a short text',
      { status: 502, body: 'bad\n\n  gateway' },
      'answered 502 with "bad gateway" (1 try)',
    ],
    ['says that there was nothing', { status: 502 }, 'answered 502 with an empty body (1 try)'],
    [
      'says what a page is, and not what is on it',
      {
        status: 502,
        body: '<!DOCTYPE html>\n<html><head><title>\n Bad  gateway</title></head><body>x</body>',
      },
      'answered 502 with an HTML page titled "Bad gateway" (1 try)',
    ],
    [
      'takes a page without a title',
      { status: 500, body: '<html><p>x' },
      'answered 500 with an HTML page (1 try)',
    ],
    [
      'does not show what came instead of JSON, which may be what was asked for',
      { body: 'access=abc' },
      'answered 200 with 10 characters that are not JSON where JSON was due (1 try)',
    ],
    [
      'takes a page with status 200 for what it is',
      { body: '<html><title>Sign in</title>' },
      'answered 200 with an HTML page titled "Sign in" where JSON was due (1 try)',
    ],
    [
      'names the host of a redirect, and nothing else of it',
      { status: 307, headers: { location: 'https://u:p@sso.example:8443/in?t=1' } },
      'answered 307, a redirect to sso.example:8443, which is not followed; check api-url, and for a proxy that asks to sign in (1 try)',
    ],
    [
      'says what failed in the network',
      new NetworkFailure('The connection to h:1 was refused', { kind: 'connect', mayHaveArrived: false }),
      'failed: The connection to h:1 was refused (1 try)',
    ],
  ])('%s', async (_case, reply, message) => {
    expect(await messageOf(reply)).toBe(`${WHERE} ${message}`);
  });

  test('counts the tries', async () => {
    const { message } = await createScene([refuse(503)], { maxRetries: 1 }).failure();
    expect(message).toMatch(/\(2 tries\)$/);
  });

  test('holds neither query nor secret', async () => {
    const scene = createScene([refuse(400)], once);
    const error = await scene.failure({ path: `/v1/${SECRET}`, query: { name: 'private' } });
    expect(error.call).toBe('GET /v1/***');
    expect(error.message).not.toMatch(/private|hunter22/);
  });
});

describe('a vendor’s texts', () => {
  test('are on one line, without control characters, without secrets, and not longer than 500', async () => {
    const message = `a\u001b[31m\r\n::error::b\u202e ${SECRET} ${'x'.repeat(600)}`;
    const error = await createScene(
      [
        answerJson(
          { errors: [{ code: `c\n${SECRET}`, message, pointer: SECRET, documentationUrl: SECRET }] },
          { status: 400 },
        ),
      ],
      once,
    ).failure();
    const [shown] = error.errors;
    expect(shown?.message).toMatch(/^a \[31m ::error::b \*\*\* x+…$/);
    expect(shown?.message).toHaveLength(501);
    expect(shown).toMatchObject({ code: 'c ***', pointer: '***', documentationUrl: '***' });
    expect(error.message).not.toMatch(/\n|hunter22/);
  });

  test('a secret at the cut is not left in half', async () => {
    const message = 'x'.repeat(495) + SECRET;
    const error = await createScene(
      [answerJson({ errors: [{ code: null, message }] }, { status: 400 })],
      once,
    ).failure();
    expect(error.errors[0]?.message).toBe(`${'x'.repeat(495)}***`);
  });

  test('are all kept, also those that the message does not show', async () => {
    const errors = Array.from({ length: 8 }, (_, index) => ({ code: `c${index}`, message: '' }));
    const error = await createScene([answerJson({ errors }, { status: 400 })], once).failure();
    expect(error.has('c7')).toBe(true);
    expect(error.has('c8')).toBe(false);
  });

  test('the request id is cleaned as well', async () => {
    const reply = answerJson(
      {},
      { status: 500, headers: { 'x-first-id': `${SECRET}\u0007`, 'x-second-id': 'b' } },
    );
    expect((await createScene([reply], once).failure()).requestId).toBe('***');
  });
});
