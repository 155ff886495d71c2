import { describe, expect, test } from '@jest/globals';
import { AT_ONCE, describeClientEnding } from './client-story.ts';
import { CLIENT_PHASES, type ClientWorld, openClientWorld } from './client-world.ts';
import { DENIED } from './fake-ledger.ts';
import { finish } from './story.ts';
import { DAY, MINUTE } from './world.ts';

/** By how much the second run is later, in milliseconds. */
const OFFSETS = [0, 20, 60, 100, 130, 170, 210, 250, 290, 330, 700, 5000];
const COMPLETE = { state: 'not-due', holds: 'successor', living: ['successor active'], breaches: [] };

/** Two runs, of which the second begins a moment after the first. */
async function liveTwice(world: ClientWorld, inputs: Readonly<Record<string, string>>, offset: number) {
  return Promise.all([world.live(inputs), world.clock.sleep(offset).then(() => world.live(inputs))]);
}

describe('two runs at once on one client certificate', () => {
  test.each(OFFSETS)('make one successor, and cause no outage, %i ms apart', async (offset) => {
    const world = await openClientWorld({ overlapMilliseconds: 7 * DAY });
    for (const pause of [0, 7 * DAY + 1000]) {
      await world.pass(pause);
      for (const { failure } of await liveTwice(world, CLIENT_PHASES, offset)) expect(failure).toBeNull();
    }
    const last = await finish(world);
    await world.pass(MINUTE);
    expect(describeClientEnding(world, last)).toEqual(COMPLETE);
    expect(world.ownCreations).toHaveLength(1);
    expect(world.store.values).toHaveLength(1);
  });

  test.each(OFFSETS)('do the same in one go, %i ms apart', async (offset) => {
    const world = await openClientWorld({ cloudflare: { clientListingLagMilliseconds: 3000 } });
    await liveTwice(world, AT_ONCE, offset);
    const last = await finish(world, AT_ONCE);
    await world.pass(MINUTE);
    expect(describeClientEnding(world, last)).toEqual(COMPLETE);
    expect(world.ownCreations).toHaveLength(1);
  });

  test.each(OFFSETS)(
    'without a ledger cause no outage, and a doubled one is told, %i ms apart',
    async (offset) => {
      const world = await openClientWorld();
      world.ledger.readProblem = DENIED;
      await liveTwice(world, AT_ONCE, offset);
      await world.pass(MINUTE);
      const after = await world.live(AT_ONCE);
      expect(world.breaches).toEqual([]);
      const active = world.certificates().filter(({ status }) => status === 'active');
      expect(active.map(({ id }) => id)).toContain(world.heldId());
      if (offset === 0) expect(world.ownCreations).toHaveLength(2);
      if (active.length === 1) {
        expect(after.outputs['rotation-state']).toBe('not-due');
        return;
      }
      expect(after.outputs['rotation-state']).toBe('blocked');
      for (const { id } of active) expect(after.failure).toContain(id);
    },
  );
});

describe('a run that is slower than any other would wait for', () => {
  /** How long the first run's create takes. */
  const SLOW = 10 * MINUTE;

  test('gives way to the one that began meanwhile', async () => {
    let isFirst = true;
    const world: ClientWorld = await openClientWorld({
      overlapMilliseconds: 7 * DAY,
      inputs: { 'request-timeout': '9m' },
      intercept: async (name) => {
        if (name !== 'POST certificates' || !isFirst) return null;
        isFirst = false;
        await world.clock.sleep(SLOW);
        return null;
      },
    });
    const [slow, quick] = await Promise.all([
      world.live(),
      world.clock.sleep(5 * MINUTE).then(() => world.live()),
    ]);
    expect([slow.failure, quick.failure]).toEqual([null, null]);
    expect(world.ownCreations).toHaveLength(2);
    expect(world.store.values).toHaveLength(1);
    await world.pass(7 * DAY);
    const last = await finish(world);
    await world.pass(MINUTE);
    expect(describeClientEnding(world, last)).toEqual(COMPLETE);
  });
});
