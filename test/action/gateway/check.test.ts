import { describe, expect, test } from '@jest/globals';
import type { TokenSeed } from '../../../simulator/cloudflare/seeds.ts';
import { ACCOUNTS, GLOBAL_KEY, TOKENS } from '../../../simulator/estate.ts';
import { ACCOUNT, DAY, errorOf, withScene } from './scene.ts';

const OLD_TOKEN = 'FakeTokenOfTheSimulatorFromBeforePrefixes01';
const USER = '/client/v4/user/tokens/verify';
const OWN = `/client/v4/accounts/${ACCOUNT}/tokens/verify`;

/** A token of before 2026: nothing in it tells whose it is. */
function seedOldToken(ownedByAccount: string | null): TokenSeed {
  return {
    id: '70ce0000000000000000000000000f01',
    value: OLD_TOKEN,
    ownedByAccount,
    accounts: [ACCOUNT],
    zeroTrust: 'read',
    zones: [],
    sslAndCertificates: 'none',
    status: 'active',
    notBefore: null,
    expiresOn: null,
  };
}

/** The date of a second so many days from now; the estate was seeded a moment ago. */
const dateIn = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);

describe('check', () => {
  test.each<[string, Record<string, string>, { verified: readonly string[]; says: readonly RegExp[] }]>([
    [
      'a token that may write',
      { 'api-token': TOKENS.write },
      { verified: [USER], says: [/credential: active/, new RegExp(`expires: ${dateIn(60)}`)] },
    ],
    [
      'a token that may only read',
      { 'api-token': TOKENS.readOnly },
      { verified: [USER], says: [/credential: active/] },
    ],
    [
      "an account's own token",
      { 'api-token': TOKENS.accountOwned },
      { verified: [OWN], says: [/credential: active/] },
    ],
    [
      'a Global API Key, which cannot be verified',
      { 'api-token': '', 'api-email': GLOBAL_KEY.email, 'api-key': GLOBAL_KEY.key },
      { verified: [], says: [/credential: state not known/, /Global API Key/] },
    ],
  ])('of %s proves that it reads, and leaves writing unknown', async (_, inputs, { verified, says }) => {
    await withScene({}, async ({ step, simulator }) => {
      const { exitCode, outputs, stdout, summary } = await step({ operation: 'check', ...inputs });
      expect(exitCode).toBe(0);
      expect(outputs).toEqual({ changed: 'false' });
      for (const line of [/read: proved \(6/, /write: unknown/, ...says]) expect(stdout).toMatch(line);
      expect(summary).toMatch(/read: proved.*write: unknown/s);
      const { history } = simulator;
      expect(history.map(({ method }) => method)).toEqual(history.map(() => 'GET'));
      expect(history.map(({ path }) => path).filter((path) => path.endsWith('/verify'))).toEqual(verified);
    });
  });

  test.each([
    ['of a user at the first endpoint', null, [USER]],
    ['of an account at the second', ACCOUNTS.company, [USER, OWN]],
  ])('verifies a token without prefix %s', async (_, owner, verified) => {
    await withScene({ tokens: [seedOldToken(owner)] }, async ({ step, simulator }) => {
      const { exitCode, stdout } = await step({ operation: 'check', 'api-token': OLD_TOKEN });
      expect(exitCode).toBe(0);
      expect(stdout).toContain('credential: active');
      const paths = simulator.history.map(({ path }) => path);
      expect(paths.filter((path) => path.endsWith('/verify'))).toEqual(verified);
    });
  });

  test.each([
    ['expired', TOKENS.expired, [/credential: expired/, new RegExp(`expires: ${dateIn(-1)}`)]],
    ['disabled', TOKENS.disabled, [/credential: disabled/]],
    ['without the permission', TOKENS.powerless, [/credential: active/]],
    ['of another account', TOKENS.secondAccount, [/credential: active/]],
    ['that nobody knows', `cfut_${'x'.repeat(40)}`, [/credential: state not known/, /could not be verified/]],
  ])('of a token %s tells its state and fails with what to do', async (_, token, says) => {
    await withScene({}, async ({ step }) => {
      const result = await step({ operation: 'check', 'api-token': token });
      expect(errorOf(result)).toMatch(/10000.*Zero Trust: Read/s);
      for (const line of [/read: denied/, /write: unknown/, ...says]) expect(result.stdout).toMatch(line);
      expect(result.outputs).toEqual({ changed: 'false' });
    });
  });
});
