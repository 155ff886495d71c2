import { describe, expect, test } from '@jest/globals';
import { ApiError, type ApiErrorDetails } from '../../src/http/errors.ts';
import { InputError } from '../../src/interface/input-error.ts';
import { OperationError } from '../../src/operations/outcome.ts';
import { explainFailure, type FailureContext } from '../../src/report/failure.ts';

const context: FailureContext = {
  operation: 'delete',
  provider: 'cloudflare-gateway',
  advise: (error) => (error.has('2118') ? 'Deactivate it first.' : null),
  redact: (text) => text.replaceAll('hunter2', '***'),
};

function buildApiError(details: Partial<ApiErrorDetails> = {}): ApiError {
  return new ApiError('DELETE /x at api.example.com answered 500: 2118 active (request id ray-1, 1 try)', {
    kind: 'http',
    call: 'DELETE /x',
    host: 'api.example.com',
    status: 500,
    errors: [{ code: '2118', message: 'active' }],
    requestId: 'ray-1',
    attempts: 1,
    mayHaveArrived: false,
    ...details,
  });
}

describe('a failure', () => {
  test('of the vendor tells what was asked of whom, the answer as it came, and how to mend it', () => {
    const { message, mend } = explainFailure(buildApiError(), context);
    expect(message).toMatch(/^delete on cloudflare-gateway: .*500: 2118 active \(request id ray-1, 1 try\)$/);
    expect(mend).toBe('Deactivate it first.');
  });

  test.each<[string, Partial<ApiErrorDetails>, RegExp]>([
    ['a redirect', { kind: 'redirect', status: 302 }, /api-url/],
    ['an answer that is not JSON', { kind: 'unreadable', status: 200 }, /api-url.*prox/],
    ['no answer', { kind: 'network', status: null }, /network.*prox/],
    ["the vendor's side", { status: 503 }, /again later/],
    [
      'a refusal with a page',
      { status: 400, errors: [{ code: '1', message: 'no', documentationUrl: 'https://docs.example.com/1' }] },
      /https:\/\/docs\.example\.com\/1/,
    ],
  ])('of an unknown code gets the advice for %s', (_, details, advice) => {
    const { mend } = explainFailure(buildApiError({ errors: [], ...details }), context);
    expect(mend).toMatch(advice);
  });

  test('of the inputs says that nothing was called', () => {
    const problems = [
      { input: 'status', message: 'given "x"; allowed: available' },
      { input: 'wait', message: 'given "perhaps"; allowed: true, false' },
    ];
    const { message, mend } = explainFailure(new InputError(problems), context);
    expect(message.split('\n')).toHaveLength(3);
    for (const { input } of problems) expect(message).toContain(`'${input}'`);
    expect(mend).toMatch(/nothing was called/i);
  });

  test('of the operation keeps its lines, and adds the advice for its cause', () => {
    const error = new OperationError('Refused:\n- one\n- two', 'Look first.', buildApiError());
    const { message, mend } = explainFailure(error, context);
    expect(message.split('\n').slice(1)).toEqual(['- one', '- two']);
    expect(mend).toBe('Look first. Deactivate it first.');
  });

  test.each([
    [new RangeError('broken'), 'RangeError: broken'],
    ['a text', 'a text'],
    [undefined, 'undefined'],
  ])('that nobody expected (%p) is told as a defect', (error, text) => {
    const { message, mend } = explainFailure(error, context);
    expect(message).toContain(`unexpected ${text}`);
    expect(mend).toMatch(/defect.*report/);
  });

  test('holds no secret, in neither text', () => {
    const { message, mend } = explainFailure(new OperationError('bad hunter2', 'drop hunter2'), context);
    expect(`${message} ${mend}`).not.toContain('hunter2');
  });
});
