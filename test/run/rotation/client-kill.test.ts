import { describe, expect, test } from '@jest/globals';
import { AT_ONCE, type ClientEnding, COMPLETE, playClient } from './client-story.ts';
import { CLIENT_PHASES, type ClientWorld, type ClientWorldOptions, clientSeed } from './client-world.ts';
import { DENIED } from './fake-ledger.ts';
import { drawKills, isSame, killEverywhere } from './kill-walks.ts';
import { DAY } from './world.ts';

const WEEK = 7 * DAY;

interface Variant {
  readonly options?: ClientWorldOptions;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly ending?: Partial<ClientEnding>;
}

/** Kills a rotation at each of its calls; returns what ended otherwise, or made more than one that had to go. */
async function killVariant({ options = {}, inputs = CLIENT_PHASES, ending = {} }: Variant) {
  const whole = await playClient(options, inputs);
  const wanted = { ...COMPLETE, ...ending };
  expect(whole.ending).toEqual(wanted);
  expect(whole.world.ownCreations).toHaveLength(1);
  return killEverywhere(
    whole,
    (kill) => playClient({ ...options, kill }, inputs),
    ({ ending: ended, world }) => isSame(ended, wanted) && world.ownCreations.length <= 2,
  );
}

describe('a rotation of a client certificate that is killed at any call, and run again, ends as it would have', () => {
  test.each<[string, Variant]>([
    ['with an overlap', { options: { overlapMilliseconds: WEEK } }],
    ['in one run', { inputs: AT_ONCE }],
    [
      'where the vendor lags',
      {
        options: {
          overlapMilliseconds: WEEK,
          settleMilliseconds: 100_000,
          cloudflare: { clientListingLagMilliseconds: 7000, clientListOrder: 'oldest-first' },
        },
      },
    ],
    ["where the ledger's clock is behind", { options: { ledgerSkewMilliseconds: -90_000 }, inputs: AT_ONCE }],
    ["where the ledger's clock is ahead", { options: { ledgerSkewMilliseconds: 90_000 }, inputs: AT_ONCE }],
    [
      'as a first installation',
      {
        options: { certificates: [], overlapMilliseconds: WEEK, inputs: { 'successor-id': 'new' } },
      },
    ],
    ['where the key is kept in files', { options: { inFiles: true, overlapMilliseconds: WEEK } }],
    [
      'beside certificates of other names',
      {
        options: {
          certificates: [
            clientSeed(1),
            clientSeed(2, { name: 'other.example.com' }),
            clientSeed(3, { status: 'revoked' }),
          ],
          overlapMilliseconds: WEEK,
        },
        ending: { living: ['02 active', 'successor active'] },
      },
    ],
  ])(
    '%s',
    async (_, variant) => {
      const { kills, wrong } = await killVariant(variant);
      expect(kills).toBeGreaterThan(30);
      expect(wrong).toEqual([]);
    },
    300_000,
  );
});

describe('a rotation of a client certificate without a ledger that is killed at any call, and run again,', () => {
  const deny = (world: ClientWorld) => {
    world.ledger.readProblem = DENIED;
  };

  test('keeps what is kept usable, and ends or names those that people have to choose from', async () => {
    const whole = await playClient({}, AT_ONCE, deny);
    expect(whole.ending).toEqual(COMPLETE);
    const { wrong } = await killEverywhere(
      whole,
      (kill) => playClient({ kill }, AT_ONCE, deny),
      ({ ending, world }) => {
        const active = world.certificates().filter(({ status }) => status === 'active');
        const isTold =
          active.length > 1 &&
          ending.state?.includes('no record says which') === true &&
          active.every(({ id }) => ending.state?.includes(id));
        return (isSame(ending, COMPLETE) || isTold) && ending.breaches.length === 0;
      },
    );
    expect(wrong).toEqual([]);
  }, 300_000);
});

describe('a rotation of a client certificate in an unkind world', () => {
  const seeds = Array.from({ length: 25 }, (_, index) => index + 1);

  test.each(seeds)(
    'with seed %i, killed once or not, ends as in a kind one',
    async (number) => {
      const options: ClientWorldOptions = {
        unkind: number,
        overlapMilliseconds: WEEK,
        cloudflare: { clientListingLagMilliseconds: 4000, clientNotFoundStatus: 404 },
      };
      const whole = await playClient(options);
      expect(whole.ending).toEqual(COMPLETE);
      for (const kill of drawKills(whole.world.calls.length, number)) {
        const { ending } = await playClient({ ...options, kill });
        expect({ ...kill, ...ending }).toEqual({ ...kill, ...COMPLETE });
      }
    },
    120_000,
  );
});
