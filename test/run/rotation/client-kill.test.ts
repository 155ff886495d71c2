import { describe, expect, test } from '@jest/globals';
import { AT_ONCE, type ClientEnding, playClient } from './client-story.ts';
import { CLIENT_PHASES, type ClientWorld, type ClientWorldOptions, clientSeed } from './client-world.ts';
import { DENIED } from './fake-ledger.ts';
import { DAY } from './world.ts';

const COMPLETE: ClientEnding = {
  state: 'not-due',
  holds: 'successor',
  living: ['successor active'],
  breaches: [],
};
const WEEK = 7 * DAY;

interface Variant {
  readonly options?: ClientWorldOptions;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly ending?: Partial<ClientEnding>;
}

/** Kills a rotation at each of its calls, on both sides of what the call does; returns what ended otherwise. */
async function killEverywhere({ options = {}, inputs = CLIENT_PHASES, ending = {} }: Variant) {
  const whole = await playClient(options, inputs);
  const wanted = { ...COMPLETE, ...ending };
  expect(whole.ending).toEqual(wanted);
  expect(whole.world.ownCreations).toHaveLength(1);
  const wrong: string[] = [];
  for (const [index, { name }] of whole.world.calls.entries()) {
    for (const when of ['before', 'after'] as const) {
      const killed = await playClient({ ...options, kill: { call: index + 1, when } }, inputs);
      const made = killed.world.ownCreations.length;
      const told = `${when} call ${index + 1}, ${name}: ${JSON.stringify(killed.ending)}, ${made} made`;
      if (JSON.stringify(killed.ending) !== JSON.stringify(wanted) || made > 2) wrong.push(told);
    }
  }
  return { kills: whole.world.calls.length * 2, wrong };
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
      const { kills, wrong } = await killEverywhere(variant);
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
    const wrong: string[] = [];
    for (const [index, { name }] of whole.world.calls.entries()) {
      for (const when of ['before', 'after'] as const) {
        const { ending, world } = await playClient({ kill: { call: index + 1, when } }, AT_ONCE, deny);
        const active = world.certificates().filter(({ status }) => status === 'active');
        const isComplete = JSON.stringify(ending) === JSON.stringify(COMPLETE);
        const isTold =
          active.length > 1 &&
          ending.state?.includes('no record says which') === true &&
          active.every(({ id }) => ending.state?.includes(id));
        if ((isComplete || isTold) && ending.breaches.length === 0) continue;
        wrong.push(`${when} call ${index + 1}, ${name}: ${JSON.stringify(ending)}`);
      }
    }
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
      const { length } = whole.world.calls;
      const kills = [0.15, 0.3, 0.45, 0.6, 0.75, 0.9].map((share) => 1 + Math.floor(share * length));
      for (const [index, call] of kills.entries()) {
        const when = (index + number) % 2 === 0 ? 'before' : 'after';
        const { ending } = await playClient({ ...options, kill: { call, when } });
        expect({ call, when, ...ending }).toEqual({ call, when, ...COMPLETE });
      }
    },
    120_000,
  );
});
