import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  makeLedgerTurns,
  makePauses,
  makeRuns,
  pick,
  pickFrom,
  type SharedHappening,
  turnLedger,
} from './happenings.ts';
import { DAY, HOUR, MINUTE, openWorld, seed, type World } from './world.ts';

/** One thing that happens, to any of the certificates that there are. */
type Happening =
  | SharedHappening
  | { readonly kind: 'activate' | 'deactivate' | 'use' | 'delete'; readonly pick: number }
  | { readonly kind: 'create' }
  | { readonly kind: 'use nil' };

const happening: fc.Arbitrary<Happening> = fc.oneof(
  makeRuns('plan', 'stage', 'promote', 'retire', 'promote,retire', 'plan,stage,promote,retire'),
  makePauses(1000, MINUTE, HOUR, 13 * HOUR, DAY + HOUR, 4 * DAY, 7 * DAY + HOUR),
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constantFrom('activate', 'deactivate', 'use', 'delete'), pick }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'create' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'use nil' as const }) },
  makeLedgerTurns(1),
);

/** Does what happens; returns what a run told. */
async function happen(world: World, one: Happening): Promise<string | null> {
  const { ledger } = world;
  const ids = world.gateway().certificates.map(({ id }) => id);
  switch (one.kind) {
    case 'run':
      return (await world.live({ phases: one.phases, 'wait-timeout': '20s' })).failure;
    case 'pass':
      await world.pass(one.milliseconds);
      return null;
    case 'create':
      await world.person('POST', 'certificates', {});
      return null;
    case 'use nil':
      await world.person('PATCH', 'configuration', {
        settings: { certificate: { id: '00000000-0000-0000-0000-000000000000' } },
      });
      return null;
    case 'ledger':
      turnLedger(ledger, one.turn);
      return null;
    default: {
      const id = pickFrom(ids, one.pick) ?? '';
      // Who chooses a certificate, or takes it away, knows what they do: its delays are theirs from then on.
      if (one.kind === 'use') {
        await world.person('PATCH', 'configuration', { settings: { certificate: { id } } }, ids);
      } else if (one.kind === 'delete') await world.person('DELETE', `certificates/${id}`);
      else await world.person('POST', `certificates/${id}/${one.kind}`, {}, [id]);
      return null;
    }
  }
}

test.each(['refuse', 'switch'] as const)(
  'whatever people do between its runs, a rotation does no harm (deactivation in use: %s)',
  async (inUseDeactivation) => {
    const property = fc.asyncProperty(fc.array(happening, { minLength: 4, maxLength: 24 }), async (story) => {
      const world = await openWorld({
        certificates: [seed(1, { to: 170 }), seed(2, { status: 'inactive', from: -400, to: 3000 })],
        cloudflare: {
          inUseDeactivation,
          useLagMilliseconds: 3000,
          listingLagMilliseconds: 3000,
          creationQuota: 99,
        },
        delays: { soakMilliseconds: DAY, overlapMilliseconds: 7 * DAY },
      });
      const failures: string[] = [];
      for (const one of story) failures.push((await happen(world, one)) ?? '');
      expect(world.breaches).toEqual([]);
      expect(failures.filter((failure) => /unexpected|defect/.test(failure))).toEqual([]);
      const waiting = world
        .gateway()
        .certificates.map(({ id }) => id)
        .filter((id) => world.ownCreations.includes(id))
        .filter((id) => !world.everServed.has(id) && !world.touched.has(id));
      expect(waiting.length).toBeLessThanOrEqual(1);
    });
    await fc.assert(property, { numRuns: 150, seed: 7 });
  },
  300_000,
);
