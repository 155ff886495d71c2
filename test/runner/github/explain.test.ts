import { describe, expect, test } from '@jest/globals';
import { GitHubError } from '../../../src/runner/github/errors.ts';
import { explainFailure } from '../../../src/runner/github/explain.ts';

const call = { method: 'POST', path: '/repos/octo/infra/issues' } as Parameters<typeof explainFailure>[1];
const explaining = {
  place: { apiUrl: 'https://api.github.com', owner: 'octo', repo: 'infra' },
  now: Date.UTC(2026, 0, 1),
  tries: 1,
  redact: (text: string) => text.replaceAll('secret', '***'),
};
const explain = (thrown: unknown) => explainFailure(thrown, call, explaining);
/** As octokit throws it. */
const answer = (response: object) => Object.assign(new Error('octokit'), { response });

describe('an answer of GitHub’s', () => {
  test('is told with its message and what it says of each field', () => {
    const errors = [
      { field: 'title', value: 'x', code: 'invalid', message: 'too short' },
      { resource: 'Issue', code: 'missing', value: 7 },
      'as a text',
      null,
    ];
    const { error } = explain(
      answer({ status: 422, headers: {}, data: { message: 'Validation Failed', errors } }),
    );
    expect(error).toBeInstanceOf(GitHubError);
    expect(error.httpStatus).toBe(422);
    expect(error.message).toContain('POST /repos/octo/infra/issues at api.github.com');
    expect(error.message).toContain('Validation Failed; title x invalid too short; missing; as a text; null');
  });

  test.each([
    ['an object without a message', { status: 422, headers: {}, data: { errors: [] } }, 'no message'],
    ['nothing', { status: 422, headers: {}, data: null }, 'no message'],
    ['a page', { status: 422, data: '<html><title>Unicorn of secret</title></html>' }, '***'],
    ['a message and no list', { status: 422, headers: null, data: { message: 'No', errors: 'x' } }, 'No'],
  ])('is told as what it looks like: %s', (_, response, text) => {
    expect(explain(answer(response)).error.message).toContain(text);
  });

  test('without a body is told by its status', () => {
    expect(explain(answer({ status: 422 })).error.httpStatus).toBe(422);
  });
});

test('what was explained already stays as it is', () => {
  const { error } = explain(answer({ status: 422, data: { message: 'No' } }));
  expect(explain(error)).toEqual({ error, isPassing: false, waitMilliseconds: null });
  expect(explain(new Error('wrapped', { cause: error })).error).toBe(error);
});

test.each([
  new TypeError('a defect'),
  'a text',
  Object.assign(new Error('x'), { response: null }),
  Object.assign(new Error('x'), { response: 'text' }),
  Object.assign(new Error('x'), { response: {} }),
])('a defect is thrown on (%j)', (thrown) => {
  let caught: unknown;
  try {
    explain(thrown);
  } catch (error) {
    caught = error;
  }
  expect(caught).toBe(thrown);
});
