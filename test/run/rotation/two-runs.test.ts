import { describe, expect, test } from '@jest/globals';
import { DENIED } from './fake-ledger.ts';
import { ALL_PHASES, describeEnding, finish } from './story.ts';
import { DAY, openWorld, type World } from './world.ts';

const AT_ONCE = { ...ALL_PHASES, soak: '0s', overlap: '0s' };
/** By how much the second run is later, in milliseconds. */
const OFFSETS = [0, 20, 60, 130, 300, 700, 2000, 5000, 9000];

/** Two runs, of which the second begins a moment after the first. */
async function liveTwice(world: World, inputs: Readonly<Record<string, string>>, offset: number) {
  return Promise.all([world.live(inputs), world.clock.sleep(offset).then(() => world.live(inputs))]);
}

describe('two runs at once on one lineage', () => {
  test.each(OFFSETS)('make one successor, and cause no outage, %i ms apart', async (offset) => {
    const world = await openWorld({ cloudflare: { listingLagMilliseconds: 3000, useLagMilliseconds: 2000 } });
    await liveTwice(world, ALL_PHASES, offset);
    expect(world.ownCreations).toHaveLength(1);
    await world.pass(DAY + 1000);
    await liveTwice(world, ALL_PHASES, offset);
    await world.pass(7 * DAY + 1000);
    await liveTwice(world, ALL_PHASES, offset);
    const last = await finish(world);
    expect(describeEnding(world, last)).toMatchObject({
      state: 'not-due',
      serves: 'successor',
      certificates: ['successor available'],
      creations: 1,
      breaches: [],
    });
  });

  test.each(OFFSETS)('do the same in one go, %i ms apart', async (offset) => {
    const world = await openWorld({ cloudflare: { inUseDeactivation: 'switch' } });
    await liveTwice(world, AT_ONCE, offset);
    const last = await finish(world, AT_ONCE);
    expect(describeEnding(world, last)).toMatchObject({
      state: 'not-due',
      serves: 'successor',
      certificates: ['successor available'],
      creations: 1,
      breaches: [],
    });
  });

  test.each(OFFSETS)(
    'without a ledger cause no outage, and a doubled one is told, %i ms apart',
    async (offset) => {
      const world = await openWorld();
      world.ledger.readProblem = DENIED;
      const inputs = { phases: 'plan,stage', soak: '0s', overlap: '0s' };
      await liveTwice(world, inputs, offset);
      const after = await world.live(inputs);
      expect(world.breaches).toEqual([]);
      if (offset === 0) expect(world.ownCreations).toHaveLength(2);
      if (world.ownCreations.length === 1) {
        expect(after.outputs['rotation-state']).toBe('staged');
        return;
      }
      expect(after.outputs['rotation-state']).toBe('blocked');
      for (const id of world.ownCreations) expect(after.failure).toContain(id);
    },
  );
});
