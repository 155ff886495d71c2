import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { describeClientEnding } from './client-story.ts';
import { type ClientWorld, clientSeed, openClientWorld } from './client-world.ts';
import { DENIED } from './fake-ledger.ts';
import { STORE_DENIED } from './fake-secret-store.ts';
import { finish } from './story.ts';
import { DAY, HOUR, MINUTE } from './world.ts';

/** One thing that happens, to any of the certificates of the name. */
type Happening =
  | { readonly kind: 'run'; readonly phases: string }
  | { readonly kind: 'pass'; readonly milliseconds: number }
  | { readonly kind: 'revoke' | 'reactivate'; readonly pick: number }
  | { readonly kind: 'create' }
  | { readonly kind: 'ledger'; readonly turn: 'lost' | 'denied' | 'read only' | 'back' }
  | { readonly kind: 'store'; readonly turn: 'denied' | 'back' | 'refuses' | 'unsure' | 'lost answer' };

const pick = fc.nat({ max: 5 });
const shared: readonly fc.WeightedArbitrary<Happening>[] = [
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('run' as const),
      phases: fc.constantFrom('plan', 'promote', 'retire', 'promote,retire'),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('pass' as const),
      milliseconds: fc.constantFrom(1000, MINUTE, HOUR, DAY + HOUR, 4 * DAY, 7 * DAY + HOUR),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('revoke', 'reactivate'), pick }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('store' as const),
      turn: fc.constantFrom('denied', 'back', 'refuses', 'unsure', 'lost answer'),
    }),
  },
];
const ledgerTurns = (turns: readonly ('lost' | 'denied' | 'read only' | 'back')[]) => ({
  weight: 2,
  arbitrary: fc.record({ kind: fc.constant('ledger' as const), turn: fc.constantFrom(...turns) }),
});

const STORE_TROUBLES = {
  refuses: { arrives: false, mayHaveArrived: false },
  unsure: { arrives: false, mayHaveArrived: true },
  'lost answer': { arrives: true, mayHaveArrived: true },
} as const;

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
      if (one.turn === 'lost') ledger.records.length = 0;
      ledger.readProblem = one.turn === 'denied' ? DENIED : null;
      ledger.appendProblem = one.turn === 'read only' ? DENIED : null;
      return null;
    case 'store':
      store.violation = one.turn === 'denied' ? STORE_DENIED : null;
      store.nextTrouble = one.turn === 'denied' || one.turn === 'back' ? null : STORE_TROUBLES[one.turn];
      return null;
    default: {
      const all = world.certificates();
      const { id } = all[one.pick % all.length] ?? { id: '' };
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
    ledgerTurns(['denied', 'read only', 'back']),
  );
  const property = fc.asyncProperty(fc.array(happening, { minLength: 4, maxLength: 20 }), async (story) => {
    const world = await openClientWorld({
      overlapMilliseconds: 7 * DAY,
      cloudflare: { clientListingLagMilliseconds: 3000 },
    });
    // Once a promotion is on record, no other certificate is ever taken for it.
    await world.live();
    const last = await play(world, story);
    const ending = describeClientEnding(world, last);
    expect(ending.holds).toBe('successor');
    expect(ending.living).toContain('successor active');
    expect(ending.state).toBe('not-due');
  });
  await fc.assert(property, { numRuns: 120, seed: 11 });
}, 300_000);

test('whoever loses its records, a rotation does no harm, and names those between which people have to choose', async () => {
  const happening = fc.oneof(...shared, ledgerTurns(['lost', 'denied', 'read only', 'back']));
  const property = fc.asyncProperty(fc.array(happening, { minLength: 4, maxLength: 20 }), async (story) => {
    const world = await openClientWorld({
      certificates: [clientSeed(1)],
      overlapMilliseconds: 7 * DAY,
    });
    const last = await play(world, story);
    const active = world.certificates().filter(({ status }) => status === 'active');
    if (last.failure === null) {
      expect(last.outputs['rotation-state']).toBe('not-due');
      return;
    }
    expect(last.failure).toContain('no record says which of them does');
    for (const { id } of active) {
      const end = world.certificates().find((one) => one.id === id)?.expiresOn ?? '';
      if (Date.parse(end) > world.clock.now()) expect(last.failure).toContain(id);
    }
  });
  await fc.assert(property, { numRuns: 120, seed: 12 });
}, 300_000);
