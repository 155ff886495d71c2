import { isOver, remember } from './story.ts';
import { DAY, MINUTE, openZpaWorld, type ZpaWorld, type ZpaWorldOptions } from './zpa-world.ts';

export const ALL_PHASES = { phases: 'plan,stage,promote,retire' };
export const HOUR = 60 * MINUTE;
const RUNS_AT_MOST = 20;

/** How a world ended, without ids that differ from play to play. */
export interface Ending {
  readonly state: string | undefined;
  readonly certificates: readonly string[];
  readonly uploads: number;
  readonly deleted: number;
  readonly recorded: readonly string[];
  readonly breaches: readonly string[];
}

/** How a rotation ends that nothing has kept from its end. */
export const COMPLETE: Ending = {
  state: 'not-due',
  certificates: ['successor as NAME, 4 referrers'],
  uploads: 1,
  deleted: 1,
  recorded: ['staging', 'staged', 'promoting', 'promoted', 'retired'],
  breaches: [],
};

/** Runs again and again until the rotation is complete, as people would. */
export async function play(
  options: ZpaWorldOptions,
  inputs: Readonly<Record<string, string>>,
  prepare: (world: ZpaWorld) => void = () => {},
) {
  const world = await openZpaWorld(options);
  prepare(world);
  const { live, lives } = remember(world);
  let life = await live(inputs);
  for (let runs = 1; runs < RUNS_AT_MOST && !isOver(world, life); runs += 1) {
    const overlaps = life.failure === null && life.outputs['rotation-state'] === 'overlapping';
    if (!life.wasKilled) await world.pass(overlaps ? DAY + 1000 : life.failure === null ? HOUR : MINUTE);
    life = await live(inputs);
  }
  await world.pass(MINUTE);
  const { creations, deletedIds } = world.customer();
  const ending: Ending = {
    state: life.failure ?? life.outputs['rotation-state'],
    certificates: world.describe(),
    uploads: creations.length,
    deleted: deletedIds.length,
    recorded: [...new Set(world.ledger.records.map(({ phase }) => phase))],
    breaches: world.breaches,
  };
  return { world, ending, lives };
}
