import { describe, expect, test } from '@jest/globals';
import { DENIED } from './fake-ledger.ts';
import { ALL_PHASES, type Ending, play } from './story.ts';
import { DAY, seed, type World, type WorldOptions } from './world.ts';

const AT_ONCE = { ...ALL_PHASES, soak: '0s', overlap: '0s' };
const DELAYS = { soakMilliseconds: DAY, overlapMilliseconds: 7 * DAY };
const COMPLETE: Ending = {
  state: 'not-due',
  serves: 'successor',
  certificates: ['successor available'],
  creations: 1,
  deleted: ['old'],
  recorded: ['staging', 'staged', 'promoting', 'promoted', 'retired'],
  breaches: [],
};

interface Variant {
  readonly options?: WorldOptions;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly ending?: Partial<Ending>;
}

/** Kills a rotation at each of its calls, on both sides of what the call does; returns what ended otherwise. */
async function killEverywhere({ options = {}, inputs = ALL_PHASES, ending = {} }: Variant) {
  const whole = await play(options, inputs);
  expect(whole.ending).toEqual({ ...COMPLETE, ...ending });
  const wanted = JSON.stringify(whole.ending);
  const wrong: string[] = [];
  for (const [index, { name }] of whole.world.calls.entries()) {
    for (const when of ['before', 'after'] as const) {
      const killed = await play({ ...options, kill: { call: index + 1, when } }, inputs);
      const ended = JSON.stringify(killed.ending);
      if (ended !== wanted) wrong.push(`${when} call ${index + 1}, ${name}: ${ended}`);
    }
  }
  return { kills: whole.world.calls.length * 2, wrong };
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
      const { kills, wrong } = await killEverywhere(variant);
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
    const wrong: string[] = [];
    for (const [index, { name }] of whole.world.calls.entries()) {
      for (const when of ['before', 'after'] as const) {
        const { ending } = await play({ kill: { call: index + 1, when } }, AT_ONCE, deny);
        // Nobody can know any more that the old one was replaced, so nobody takes it away.
        const allowed = [
          whole.ending,
          left,
          { ...left, certificates: ['old inactive', 'successor available'] },
        ];
        if (!allowed.some((one) => JSON.stringify(one) === JSON.stringify(ending))) {
          wrong.push(`${when} call ${index + 1}, ${name}: ${JSON.stringify(ending)}`);
        }
      }
    }
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
      const { length } = whole.world.calls;
      const kills = [0.15, 0.3, 0.45, 0.6, 0.75, 0.9].map((share) => 1 + Math.floor(share * length));
      for (const [index, call] of kills.entries()) {
        const when = (index + number) % 2 === 0 ? 'before' : 'after';
        const { ending } = await play({ ...options, kill: { call, when } });
        expect({ call, when, ...ending }).toEqual({ call, when, ...COMPLETE, recorded: expect.anything() });
      }
    },
    120_000,
  );
});
