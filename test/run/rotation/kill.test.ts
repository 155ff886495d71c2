import { describe, expect, test } from '@jest/globals';
import { DENIED } from './fake-ledger.ts';
import { drawKills, isSame, killEverywhere } from './kill-walks.ts';
import { ALL_PHASES, COMPLETE, type Ending, play } from './story.ts';
import { DAY, seed, type World, type WorldOptions } from './world.ts';

const AT_ONCE = { ...ALL_PHASES, soak: '0s', overlap: '0s' };
const DELAYS = { soakMilliseconds: DAY, overlapMilliseconds: 7 * DAY };

interface Variant {
  readonly options?: WorldOptions;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly ending?: Partial<Ending>;
}

/** Kills a rotation at each of its calls; returns what ended otherwise. */
async function killVariant({ options = {}, inputs = ALL_PHASES, ending = {} }: Variant) {
  const whole = await play(options, inputs);
  const wanted = { ...COMPLETE, ...ending };
  expect(whole.ending).toEqual(wanted);
  return killEverywhere(
    whole,
    (kill) => play({ ...options, kill }, inputs),
    (killed) => isSame(killed.ending, wanted),
  );
}

describe('a rotation that is killed at any call, and run again, ends as it would have', () => {
  test.each<[string, Variant]>([
    ['with soak and overlap', { options: { delays: DELAYS } }],
    ['in one run', { inputs: AT_ONCE }],
    [
      'where the vendor lags, and would switch silently',
      {
        options: {
          cloudflare: {
            listingLagMilliseconds: 7000,
            useLagMilliseconds: 5000,
            inUseDeactivation: 'switch',
            activateOnAvailable: 'refuse',
            notFoundStatus: 400,
          },
        },
        inputs: AT_ONCE,
      },
    ],
    ["where the ledger's clock is behind", { options: { ledgerSkewMilliseconds: -90_000 }, inputs: AT_ONCE }],
    ["where the ledger's clock is ahead", { options: { ledgerSkewMilliseconds: 90_000 }, inputs: AT_ONCE }],
    [
      'as a first installation',
      {
        options: { certificates: [], inUse: null },
        ending: { deleted: [], recorded: ['staging', 'staged', 'promoting', 'promoted'] },
      },
    ],
    [
      'where the old one is only deactivated',
      {
        inputs: { ...AT_ONCE, 'retire-by': 'deactivate' },
        ending: { certificates: ['old inactive', 'successor available'], deleted: [] },
      },
    ],
    [
      'where the old one is kept',
      {
        inputs: { ...AT_ONCE, 'retire-by': 'keep' },
        ending: {
          certificates: ['old available', 'successor available'],
          deleted: [],
          recorded: ['staging', 'staged', 'promoting', 'promoted'],
        },
      },
    ],
    [
      'beside strangers',
      {
        options: {
          certificates: [
            seed(1),
            seed(2, { type: 'custom', from: -10, to: 700 }),
            seed(3, { status: 'inactive', from: -400, to: 3000 }),
            seed(4, { from: -1700, to: 100 }),
          ],
        },
        inputs: AT_ONCE,
        ending: {
          certificates: ['02 available', '03 inactive', '04 available', 'successor available'],
        },
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

describe('a rotation without a ledger that is killed at any call, and run again,', () => {
  const deny = (world: World) => {
    world.ledger.readProblem = DENIED;
  };

  test('serves at every moment, makes one successor, and at most leaves the old one', async () => {
    const whole = await play({}, AT_ONCE, deny);
    expect(whole.ending).toEqual({ ...COMPLETE, recorded: [] });
    const left = { ...whole.ending, certificates: ['old available', 'successor available'], deleted: [] };
    // Nobody can know any more that the old one was replaced, so nobody takes it away.
    const allowed = [whole.ending, left, { ...left, certificates: ['old inactive', 'successor available'] }];
    const { wrong } = await killEverywhere(
      whole,
      (kill) => play({ kill }, AT_ONCE, deny),
      ({ ending }) => allowed.some((one) => isSame(one, ending)),
    );
    expect(wrong).toEqual([]);
  }, 300_000);
});

describe('a rotation in an unkind world', () => {
  const seeds = Array.from({ length: 20 }, (_, index) => index + 1);

  test.each(seeds)(
    'with seed %i, killed once or not, ends as in a kind one',
    async (number) => {
      const options: WorldOptions = {
        unkind: number,
        delays: DELAYS,
        cloudflare: { listingLagMilliseconds: 4000, useLagMilliseconds: 3000, inUseDeactivation: 'switch' },
      };
      const whole = await play(options);
      expect(whole.ending).toEqual({ ...COMPLETE, recorded: expect.anything() });
      for (const kill of drawKills(whole.world.calls.length, number)) {
        const { ending } = await play({ ...options, kill });
        expect({ ...kill, ...ending }).toEqual({ ...kill, ...COMPLETE, recorded: expect.anything() });
      }
    },
    120_000,
  );
});
