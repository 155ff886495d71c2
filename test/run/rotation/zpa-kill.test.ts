import { describe, expect, test } from '@jest/globals';
import { DENIED } from './fake-ledger.ts';
import { drawKills, isSame, killEverywhere } from './kill-walks.ts';
import { ALL_PHASES, COMPLETE, type Ending, HOUR, play } from './zpa-story.ts';
import { DAY, openZpaWorld, renew, type ZpaWorld, type ZpaWorldOptions } from './zpa-world.ts';

const AT_ONCE = { ...ALL_PHASES, overlap: '0s' };

describe('a ZPA rotation that is killed at any call, and run again, ends as it would have', () => {
  test.each<[string, ZpaWorldOptions, Readonly<Record<string, string>>, Partial<Ending>]>([
    ['in one run', {}, AT_ONCE, {}],
    ['with an overlap', { overlapMilliseconds: DAY }, ALL_PHASES, {}],
    [
      'with hosts to verify',
      { inputs: { 'verify-hosts': 'crm.example.com,start.example.com:8443' } },
      AT_ONCE,
      {},
    ],
    [
      'where listings lag, counts are numbers, and a description that is left out is kept',
      { zscaler: { listingLagMilliseconds: 7000, numberForm: 'mixed', absentDescription: 'keep' } },
      AT_ONCE,
      {},
    ],
    ['where ZPA deletes what is referred to', { zscaler: { referencedDeletion: 'accept' } }, AT_ONCE, {}],
    [
      'where nothing refers to it',
      { customer: { applications: [], praPortals: [], userPortals: [] } },
      AT_ONCE,
      { certificates: ['successor as NAME, 0 referrers'] },
    ],
    [
      'as a first installation',
      { customer: { certificates: [], applications: [], praPortals: [], userPortals: [] } },
      { ...AT_ONCE, 'successor-id': 'new' },
      {
        certificates: ['successor as NAME, 0 referrers'],
        deleted: 0,
        recorded: ['staging', 'staged', 'promoted'],
      },
    ],
    [
      'where the old one is kept',
      {},
      { ...AT_ONCE, 'retire-by': 'keep' },
      {
        certificates: ['old as NAME, 0 referrers', 'successor as NAME-xxxxxxxx, 4 referrers'],
        deleted: 0,
        recorded: ['staging', 'staged', 'promoting', 'promoted'],
      },
    ],
  ])(
    '%s',
    async (_, options, inputs, different) => {
      const whole = await play(options, inputs);
      const wanted = { ...COMPLETE, ...different };
      const isFirst = options.customer?.certificates?.length === 0;
      expect(whole.ending).toEqual(wanted);
      const { wrong } = await killEverywhere(
        whole,
        (kill) => play({ ...options, kill }, inputs),
        // Where the first one is there already, no later run looks for who has put it there.
        ({ ending }) => isSame(isFirst ? { ...ending, recorded: wanted.recorded } : ending, wanted),
      );
      expect(whole.world.calls.length).toBeGreaterThan(20);
      expect(wrong).toEqual([]);
    },
    300_000,
  );

  test('without a ledger too, or leaves at most the old one', async () => {
    const deny = (world: ZpaWorld) => {
      world.ledger.readProblem = DENIED;
    };
    const whole = await play({}, AT_ONCE, deny);
    expect(whole.ending).toEqual({ ...COMPLETE, recorded: [] });
    // Nobody can know any more that the old one was replaced, so nobody takes it away.
    const left = {
      ...whole.ending,
      certificates: ['old as NAME, 0 referrers', 'successor as NAME-xxxxxxxx, 4 referrers'],
      deleted: 0,
    };
    const { wrong } = await killEverywhere(
      whole,
      (kill) => play({ kill }, AT_ONCE, deny),
      ({ ending }) => isSame(ending, whole.ending) || isSame(ending, left),
    );
    expect(wrong).toEqual([]);
  }, 300_000);
});

describe('a ZPA rotation in an unkind world', () => {
  const seeds = Array.from({ length: 24 }, (_, index) => index + 1);

  test.each(seeds)(
    'with seed %i, killed once or not, ends as in a kind one',
    async (number) => {
      const options: ZpaWorldOptions = {
        unkind: number,
        overlapMilliseconds: DAY,
        zscaler: { listingLagMilliseconds: 4000 },
      };
      const whole = await play(options, ALL_PHASES);
      expect(whole.ending).toEqual({ ...COMPLETE, recorded: expect.anything() });
      for (const kill of drawKills(whole.world.calls.length, number)) {
        const { ending } = await play({ ...options, kill }, ALL_PHASES);
        expect({ ...kill, ...ending }).toEqual({ ...kill, ...COMPLETE, recorded: expect.anything() });
      }
    },
    120_000,
  );
});

describe('two ZPA runs at once on one lineage', () => {
  test.each([0, 20, 60, 130, 300, 700, 2000, 5000])(
    'upload one successor, and cause no outage, %i ms apart',
    async (offset) => {
      await renew(-1);
      const world = await openZpaWorld();
      await Promise.all([world.live(AT_ONCE), world.clock.sleep(offset).then(() => world.live(AT_ONCE))]);
      await world.pass(HOUR);
      const last = await world.live(AT_ONCE);
      expect(last.failure).toBeNull();
      expect(world.customer().creations).toHaveLength(1);
      expect(world.describe()).toEqual(['successor as NAME, 4 referrers']);
      expect(world.breaches).toEqual([]);
    },
  );
});
