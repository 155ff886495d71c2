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
import { DAY, idOf, MINUTE, NAME, OLD, oldSeed, openZpaWorld, renew, type ZpaWorld } from './zpa-world.ts';

const HOUR = 60 * MINUTE;
/** A certificate of the same hosts that is not of the lineage. */
const ANOTHER = idOf(150);

/** One thing that happens, to any of the certificates and of what refers to them. */
type Happening =
  | SharedHappening
  | { readonly kind: 'repoint'; readonly portal: 'praPortal' | 'userPortal'; readonly pick: number }
  | { readonly kind: 'delete' | 'rename'; readonly pick: number };

const happening: fc.Arbitrary<Happening> = fc.oneof(
  makeRuns('plan', 'stage', 'promote', 'retire', 'promote,retire', 'plan,stage,promote,retire'),
  makePauses(1000, MINUTE, HOUR, 13 * HOUR, DAY + HOUR, 3 * DAY),
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('repoint' as const),
      portal: fc.constantFrom('praPortal' as const, 'userPortal' as const),
      pick,
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('delete' as const, 'rename' as const), pick }) },
  makeLedgerTurns(1),
);

const PORTALS = {
  praPortal: {
    id: idOf(401),
    name: 'Vault',
    domain: 'pra.example.com',
    more: { userNotificationEnabled: true },
  },
  userPortal: {
    id: idOf(501),
    name: 'Start',
    domain: 'start.example.com',
    more: { managedByZs: false, userNotificationEnabled: false },
  },
} as const;

/** Does what happens; returns what a run told. */
async function happen(world: ZpaWorld, one: Happening): Promise<string | null> {
  const { ledger } = world;
  const ids = world.customer().certificates.map(({ id }) => id);
  switch (one.kind) {
    case 'run': {
      const { failure, runner } = await world.live({ phases: one.phases, 'wait-timeout': '20s' });
      const told = `${runner.log} ${failure}`;
      // What is named and does not exist is an outage: no run ends without a word of it.
      const untold = world.missing().filter((id) => !told.includes(id));
      return untold.length === 0
        ? failure
        : `defect: ${untold.join()} is named, does not exist, and is not told of`;
    }
    case 'pass':
      await world.pass(one.milliseconds);
      return null;
    case 'ledger':
      turnLedger(ledger, one.turn);
      return null;
    case 'repoint': {
      const { id, name, domain, more } = PORTALS[one.portal];
      const certificateId = pickFrom(ids, one.pick) ?? OLD;
      await world.person('PUT', `${one.portal}/${id}`, {
        name,
        domain,
        enabled: true,
        ...more,
        certificateId,
      });
      return null;
    }
    case 'rename': {
      const id = pickFrom(ids, one.pick) ?? OLD;
      await world.person('PUT', `certificate/${id}`, {
        name: one.pick % 2 === 0 ? NAME : 'mine',
        description: '',
      });
      return null;
    }
    case 'delete':
      await world.person('DELETE', `certificate/${pickFrom(ids, one.pick)}`);
      return null;
  }
}

test.each([
  { referencedDeletion: 'refuse' },
  { referencedDeletion: 'accept' },
  { referencedDeletion: 'accept', deletedCertificateName: 'kept' },
] as const)(
  'whatever people do between its runs, a ZPA rotation does no harm (%j)',
  async (deletion) => {
    await renew(-1);
    const property = fc.asyncProperty(fc.array(happening, { minLength: 4, maxLength: 24 }), async (story) => {
      const world = await openZpaWorld({
        customer: { certificates: [oldSeed(), oldSeed({ id: ANOTHER, name: 'another' })] },
        zscaler: { listingLagMilliseconds: 3000, ...deletion },
        overlapMilliseconds: DAY,
      });
      const failures: string[] = [];
      for (const one of story) failures.push((await happen(world, one)) ?? '');
      expect(world.breaches).toEqual([]);
      expect(failures.filter((failure) => /unexpected|defect/.test(failure))).toEqual([]);
      // One that a person deletes is uploaded anew, and never is there a second one beside it.
      const { certificates, creations } = world.customer();
      const ours = new Set(creations.map(({ id }) => id));
      expect(certificates.filter(({ id }) => ours.has(id)).length).toBeLessThanOrEqual(1);
    });
    await fc.assert(property, { numRuns: 120, seed: 7 });
  },
  300_000,
);
