import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { describeClientEnding } from './client-story.ts';
import { type ClientWorld, type ClientWorldOptions, clientSeed, openClientWorld } from './client-world.ts';
import { STORE_DENIED } from './fake-secret-store.ts';
import {
  makeLedgerTurns,
  makePauses,
  makeRuns,
  pick,
  pickFrom,
  type SharedHappening,
  turnLedger,
} from './happenings.ts';
import { finish } from './story.ts';
import { DAY, HOUR, MINUTE } from './world.ts';

/** One thing that happens, to any of the certificates of the name. */
type Happening =
  | SharedHappening
  | { readonly kind: 'revoke' | 'reactivate'; readonly pick: number }
  | { readonly kind: 'create' }
  | { readonly kind: 'store'; readonly turn: 'denied' | 'back' | 'refuses' | 'unsure' | 'lost answer' };

const shared: readonly fc.WeightedArbitrary<Happening>[] = [
  makeRuns('plan', 'promote', 'retire', 'promote,retire'),
  makePauses(1000, MINUTE, HOUR, DAY + HOUR, 4 * DAY, 7 * DAY + HOUR),
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('revoke' as const), pick }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reactivate' as const), pick }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('store' as const),
      turn: fc.constantFrom('denied', 'back', 'refuses', 'unsure', 'lost answer'),
    }),
  },
];

const STORE_TROUBLES = {
  refuses: { arrives: false, mayHaveArrived: false },
  unsure: { arrives: false, mayHaveArrived: true },
  'lost answer': { arrives: true, mayHaveArrived: true },
} as const;

/** A certificate that is due, and does not end while a story lasts, however seldom a run is made. */
const SCENE: ClientWorldOptions = {
  certificates: [clientSeed(1, { from: -165 })],
  inputs: { 'rotate-within': '210d' },
  overlapMilliseconds: 7 * DAY,
};

/** Does what happens; returns what a run told. */
async function happen(world: ClientWorld, one: Happening): Promise<string | null> {
  const { ledger, store } = world;
  switch (one.kind) {
    case 'run':
      return (await world.live({ phases: one.phases, 'wait-timeout': '20s' })).failure;
    case 'pass':
      await world.pass(one.milliseconds);
      return null;
    case 'create':
      await world.createByHand();
      return null;
    case 'ledger':
      turnLedger(ledger, one.turn);
      return null;
    case 'store':
      store.violation = one.turn === 'denied' ? STORE_DENIED : null;
      store.nextTrouble = one.turn === 'denied' || one.turn === 'back' ? null : STORE_TROUBLES[one.turn];
      return null;
    default: {
      const { id } = pickFrom(world.certificates(), one.pick) ?? { id: '' };
      await world.changeByHand(one.kind === 'revoke' ? 'DELETE' : 'PATCH', id);
      return null;
    }
  }
}

/** Plays a story, mends what stands in the way of runs, and sees how it ends. */
async function play(world: ClientWorld, story: readonly Happening[]) {
  const failures: string[] = [];
  for (const one of story) failures.push((await happen(world, one)) ?? '');
  await happen(world, { kind: 'ledger', turn: 'back' });
  await happen(world, { kind: 'store', turn: 'back' });
  const last = await finish(world);
  await world.pass(MINUTE);
  expect(world.breaches).toEqual([]);
  expect(failures.filter((failure) => /unexpected|defect/.test(failure))).toEqual([]);
  return last;
}

test('whatever people do between its runs, a rotation ends with what is kept in use, and leaves others alone', async () => {
  const happening = fc.oneof(
    ...shared,
    { weight: 1, arbitrary: fc.constant({ kind: 'create' as const }) },
    makeLedgerTurns(2, ['denied', 'read only', 'back']),
  );
  const property = fc.asyncProperty(fc.array(happening, { minLength: 4, maxLength: 20 }), async (story) => {
    const world = await openClientWorld({ ...SCENE, cloudflare: { clientListingLagMilliseconds: 3000 } });
    // Once a promotion is on record, no other certificate is ever taken for it.
    await world.live();
    const last = await play(world, story);
    const ending = describeClientEnding(world, last);
    expect(ending.holds).toBe('successor');
    expect(ending.living).toContain('successor active');
    expect(ending.state).toBe('not-due');
    // Beside it stands only what people have brought back themselves, or what no record could tell of; that is named.
    const others = world
      .certificates()
      .filter(({ id, status }) => world.ownCreations.includes(id) && status === 'active')
      .filter(({ id }) => id !== world.heldId());
    for (const { id } of others) expect(last.runner.log).toContain(`${id} (active) has the same name`);
    const isExplained = story.some(
      (one) => one.kind === 'reactivate' || (one.kind === 'ledger' && one.turn !== 'back'),
    );
    if (!isExplained) expect(others).toEqual([]);
  });
  await fc.assert(property, { numRuns: 120, seed: 11 });
}, 300_000);

test('whoever loses its records, a rotation does no harm, and names what people have to choose from', async () => {
  const happening = fc.oneof(...shared, makeLedgerTurns(2));
  const property = fc.asyncProperty(fc.array(happening, { minLength: 4, maxLength: 20 }), async (story) => {
    const world = await openClientWorld(SCENE);
    const last = await play(world, story);
    const active = world.certificates().filter(({ status }) => status === 'active');
    if (last.failure === null) {
      expect(last.outputs['rotation-state']).toBe('not-due');
      return;
    }
    const usable = active.filter(({ expiresOn }) => Date.parse(expiresOn) > world.clock.now());
    expect(last.failure).toContain(
      usable.length === 0 ? 'there is no active certificate' : 'no record says which of them does',
    );
    for (const { id } of usable) expect(last.failure).toContain(id);
  });
  await fc.assert(property, { numRuns: 120, seed: 12 });
}, 300_000);
