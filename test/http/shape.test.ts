import { expect, test } from '@jest/globals';
import { refuseClaim, refuseShape } from '../../src/http/shape.ts';
import type { HttpAnswer, HttpCall } from '../../src/http/types.ts';

const CALL: HttpCall = { method: 'GET', path: '/x', retry: 'safe' };
const ANSWER: HttpAnswer = {
  status: 200,
  headers: {},
  text: '',
  json: undefined,
  host: 'api.example.com',
  requestId: 'ray-1',
  attempts: 2,
};

test.each([
  ['', 'an empty body'],
  [' \n', 'an empty body'],
  ['{"a":1}', 'a body of another shape than documented'],
])('a good answer of %j that is not what was promised: %s', (text, body) => {
  const error = refuseShape(CALL, { ...ANSWER, text });
  expect(error).toMatchObject({
    name: 'ApiError',
    kind: 'unreadable',
    call: 'GET /x',
    host: 'api.example.com',
    status: 200,
    errors: [],
    requestId: 'ray-1',
    attempts: 2,
    mayHaveArrived: true,
  });
  expect(error.message).toContain(`GET /x at api.example.com answered 200 with ${body} (`);
  expect(error.message).toContain('ray-1');
});

test('a claim that cannot be so is of no call', () => {
  expect(refuseClaim('the list does not end')).toMatchObject({
    name: 'ApiError',
    message: 'the list does not end',
    kind: 'unreadable',
    call: '',
    host: '',
    status: null,
    errors: [],
    requestId: null,
    mayHaveArrived: false,
  });
});
