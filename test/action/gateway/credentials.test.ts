import { describe, expect, test } from '@jest/globals';
import { GATEWAY_CERTIFICATES, GLOBAL_KEY, TOKENS } from '../../../simulator/estate.ts';
import { ACCOUNT, errorOf, idOf, type With, withScene } from './scene.ts';

const { email, key } = GLOBAL_KEY;
const none = { 'api-token': '' };
const WRONG = `cfut_${'w'.repeat(40)}`;

describe('the credential', () => {
  test.each<[string, With, Record<string, string>, string]>([
    ['is the token of the inputs', { 'api-token': TOKENS.write }, {}, 'token'],
    ['is the e-mail and key of the inputs', { ...none, 'api-email': email, 'api-key': key }, {}, 'key'],
    ['is the token of the environment', none, { CLOUDFLARE_API_TOKEN: TOKENS.readOnly }, 'token'],
    [
      'is the e-mail and key of the environment',
      none,
      { CLOUDFLARE_EMAIL: email, CLOUDFLARE_API_KEY: key },
      'key',
    ],
    [
      'is the token of the environment before its key',
      none,
      { CLOUDFLARE_API_TOKEN: TOKENS.write, CLOUDFLARE_EMAIL: email, CLOUDFLARE_API_KEY: key },
      'token',
    ],
    [
      'is a whole one of the inputs, whatever the environment holds',
      { ...none, 'api-email': email, 'api-key': key },
      { CLOUDFLARE_API_TOKEN: WRONG, CLOUDFLARE_EMAIL: 'x@example.com' },
      'key',
    ],
  ])('%s', async (_, inputs, env, scheme) => {
    await withScene({}, async ({ step, simulator }) => {
      const { exitCode, outputs } = await step({ operation: 'list', ...inputs }, { env });
      expect([exitCode, outputs.count]).toEqual([0, '6']);
      expect(simulator.history.map(({ credential }) => credential)).toEqual([scheme]);
    });
  });

  test('and the account may both come from the environment', async () => {
    await withScene({}, async ({ step }) => {
      const { outputs } = await step(
        { operation: 'list', 'account-id': '', ...none },
        { env: { CLOUDFLARE_ACCOUNT_ID: ACCOUNT, CLOUDFLARE_API_TOKEN: TOKENS.write } },
      );
      expect(outputs.count).toBe('6');
    });
  });
});

/** Each is refused; the names are of the inputs that the error speaks of. */
const refusals: readonly (readonly [string, With, RegExp])[] = [
  ['two schemes', { operation: 'list', 'api-email': email, 'api-key': key }, /api-token.*one scheme/s],
  ['an e-mail without key', { operation: 'list', ...none, 'api-email': email }, /api-key/],
  ['no credential', { operation: 'list', ...none }, /api-token.*secret/s],
  ['a token that was cut', { operation: 'list', 'api-token': 'cfut_short' }, /api-token.*characters/s],
  ['a key for a token', { operation: 'list', 'api-token': `cfk_${'0'.repeat(40)}` }, /api-key/],
  ['an unknown operation', { operation: 'renew' }, /operation.*list.*delete/s],
  ['an unknown input', { operation: 'list', 'fail-witin': '7d' }, /fail-within/],
  ['a malformed account', { operation: 'list', 'account-id': 'c0ffee' }, /account-id.*32/s],
  ['an unencrypted URL', { operation: 'list', 'api-url': 'http://api.example.com' }, /api-url.*https/s],
  ['a malformed threshold', { operation: 'list', 'fail-within': '30x' }, /fail-within.*30d/s],
  ['swapped thresholds', { operation: 'list', 'fail-within': '30d', 'warn-within': '7d' }, /swapped/],
  ['an unknown status', { operation: 'list', status: 'avaliable' }, /status.*available/s],
  ['no certificate named', { operation: 'activate' }, /certificate-id.*fingerprint/s],
  [
    'an id that leads elsewhere',
    { operation: 'delete', 'certificate-id': '../configuration' },
    /certificate-id/,
  ],
  ['a validity out of range', { operation: 'create', 'validity-days': '10951' }, /validity-days.*10950/s],
  ['a validity where none is made', { operation: 'list', 'validity-days': '10' }, /validity-days.*create/s],
  ['a threshold where nothing is judged', { operation: 'check', 'fail-within': '7d' }, /fail-within.*list/s],
  [
    'force where nothing is guarded',
    { operation: 'activate', 'certificate-id': idOf(1), force: 'true' },
    /force/,
  ],
];

describe('what the inputs get wrong', () => {
  test('is told by the name of the input, before any call', async () => {
    await withScene({}, async ({ step, simulator }) => {
      const results = await Promise.all(refusals.map(([, inputs]) => step(inputs)));
      for (const [index, [what, , pattern]] of refusals.entries()) {
        const result = results[index];
        if (result === undefined) throw new Error('A step is missing');
        expect([what, errorOf(result)]).toEqual([what, expect.stringMatching(pattern)]);
        expect([what, result.outputs]).toEqual([what, {}]);
      }
      expect(simulator.history).toEqual([]);
    });
  });

  test('is told all at once', async () => {
    await withScene({}, async ({ step, simulator }) => {
      const inputs = { operation: 'lst', 'on-empty': 'maybe', 'max-retries': '-1', 'api-url': 'ftp://x' };
      const result = await step(inputs);
      const error = errorOf(result);
      for (const name of Object.keys(inputs)) expect(error).toContain(`'${name}'`);
      expect(result.summary).toContain('on-empty');
      expect(simulator.history).toEqual([]);
    });
  });

  test('is no reason to touch a certificate that is named', async () => {
    await withScene({}, async ({ step, gateway, simulator }) => {
      const inputs = { operation: 'delete', 'certificate-id': GATEWAY_CERTIFICATES.expired, on: 'x' };
      expect(errorOf(await step(inputs))).toContain("'on'");
      expect(gateway().deletedIds).toEqual([]);
      expect(simulator.history).toEqual([]);
    });
  });
});
