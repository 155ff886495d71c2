import { afterEach, describe, expect, test } from '@jest/globals';
import { ACCOUNTS, GLOBAL_KEY, TOKENS } from '../../simulator/estate.ts';
import { COMPANY, closeSimulators, NOW, openSimulator, type Visit } from './visitor.ts';

afterEach(closeSimulators);

const USER = '/client/v4/user/tokens/verify';
const ACCOUNT = `${COMPANY}/tokens/verify`;
const DAY = 24 * 60 * 60 * 1000;
const day = (days: number) => new Date(NOW + days * DAY).toISOString().replace('.250Z', 'Z');
const id = (number: number) => `${'70ce'.padEnd(31, '0')}${number}`;
const VALID = [{ code: 10000, message: 'This API Token is valid and active', type: null }];

describe('token verification', () => {
  test.each<[string, string, string, object, object[]]>([
    [
      'a token',
      TOKENS.write,
      USER,
      { id: id(1), status: 'active', not_before: day(-30), expires_on: day(60) },
      VALID,
    ],
    ['a token without dates', TOKENS.readOnly, USER, { id: id(2), status: 'active' }, VALID],
    [
      'an expired token',
      TOKENS.expired,
      USER,
      { id: id(3), status: 'expired', not_before: day(-90), expires_on: day(-1) },
      [],
    ],
    ['a disabled token', TOKENS.disabled, USER, { id: id(4), status: 'disabled' }, []],
    ['an account-owned token', TOKENS.accountOwned, ACCOUNT, { id: id(5), status: 'active' }, VALID],
    ['a token without permission', TOKENS.powerless, USER, { id: id(7), status: 'active' }, VALID],
  ])('of %s', async (_what, token, path, result, messages) => {
    const reply = await (await openSimulator()).call('GET', path, { token });
    expect([reply.status, reply.json]).toEqual([200, { success: true, errors: [], messages, result }]);
  });

  test.each<[string, string, Visit, number, number]>([
    ['an account-owned token at the user’s path', USER, { token: TOKENS.accountOwned }, 401, 1000],
    ['a user’s token at the account’s path', ACCOUNT, {}, 401, 1000],
    [
      'an account-owned token at another account',
      ACCOUNT.replace(ACCOUNTS.company, ACCOUNTS.second),
      { token: TOKENS.accountOwned },
      401,
      1000,
    ],
    ['an unknown token', USER, { token: 'z'.repeat(40) }, 401, 1000],
    ['a malformed token', USER, { token: 'short' }, 400, 6003],
    [
      'the global key',
      USER,
      { token: null, headers: { 'x-auth-email': GLOBAL_KEY.email, 'x-auth-key': GLOBAL_KEY.key } },
      400,
      1001,
    ],
    ['nobody', USER, { token: null }, 400, 9106],
  ])('refuses %s', async (_what, path, visit, status, code) => {
    expect(await (await openSimulator()).call('GET', path, visit)).toMatchObject({
      status,
      json: { success: false, errors: [{ code }] },
    });
  });

  test('follows the clock', async () => {
    const { call, clock } = await openSimulator();
    const status = async () => ((await call('GET', USER)).json.result as { status: string }).status;
    clock.pass(60 * DAY - 1);
    expect(await status()).toBe('active');
    clock.pass(1);
    expect(await status()).toBe('expired');
  });

  test('may come without the message', async () => {
    const { call } = await openSimulator({ cloudflare: { message10000: false } });
    expect((await call('GET', USER)).json.messages).toEqual([]);
  });
});
