import { describe, expect, test } from '@jest/globals';
import { cloudflareDialect } from '../../src/providers/cloudflare/dialect.ts';

const errorsOf = (status: number, json: unknown) =>
  cloudflareDialect.errorsOf({ status, text: JSON.stringify(json) ?? '', json });

describe('what an error body of Cloudflare’s says', () => {
  test('is each error with its chain, where to look and what to read', () => {
    const errors = [
      {
        code: 6003,
        message: 'Invalid request headers',
        source: { pointer: '/headers' },
        documentation_url: 'https://developers.example.com/6003',
        error_chain: [{ code: 6111, message: 'Invalid format for Authorization header' }, {}],
      },
      { message: 'no code' },
      { code: 1001 },
    ];
    expect(errorsOf(400, { success: false, errors })).toEqual([
      {
        code: '6003',
        message: 'Invalid request headers',
        pointer: '/headers',
        documentationUrl: 'https://developers.example.com/6003',
      },
      { code: '6111', message: 'Invalid format for Authorization header' },
      { code: null, message: '' },
      { code: null, message: 'no code' },
      { code: '1001', message: '' },
    ]);
  });

  test.each([
    ['a list', [1]],
    ['no object', 'Bad Gateway'],
    ['errors that are no list', { success: false, errors: 'many' }],
    ['no errors', { success: false }],
    ['errors that are no objects', { success: false, errors: [1, null] }],
  ])('is nothing where it is %s', (_, json) => {
    expect(errorsOf(502, json)).toEqual([]);
  });

  test.each([[{ success: false }], [{ success: false, errors: [] }]])(
    'is a sentence where a good status denies success (%j)',
    (json) => {
      expect(errorsOf(200, json)).toEqual([
        { code: null, message: 'success is false, and no error is given' },
      ]);
    },
  );

  test('is nothing where it is a good answer, whatever lists it has', () => {
    expect(errorsOf(200, { success: true, errors: [{ code: 1, message: 'x' }] })).toEqual([]);
    expect(errorsOf(200, { result: {} })).toEqual([]);
  });
});

describe('whether a failure may pass', () => {
  const isPassing = (...codes: readonly (string | null)[]) =>
    cloudflareDialect.isPassing({ status: 500, errors: codes.map((code) => ({ code, message: '' })) });

  test('is no where one of its codes is a refusal for good', () => {
    expect(isPassing('2118')).toBe(false);
    expect(isPassing(null, '1', '1407')).toBe(false);
  });

  test('is left to the status otherwise', () => {
    expect(isPassing()).toBeUndefined();
    expect(isPassing(null, '1')).toBeUndefined();
  });
});
