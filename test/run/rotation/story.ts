import type { Life } from './lives.ts';
import { DAY, HOUR, MINUTE, OLD, openWorld, type World, type WorldOptions } from './world.ts';

export const ALL_PHASES = { phases: 'plan,stage,promote,retire' };
/** A rotation takes four runs; a killed or failed one costs one or two more. */
const RUNS_AT_MOST = 20;

/** What people would do meanwhile: wait until the next run can do something; a killed or failed run is repeated. */
const PAUSES: Readonly<Record<string, number>> = { soaking: DAY + 1000, overlapping: 7 * DAY + 1000 };

/** Whether nothing is left to do. A run that could not ask the ledger does not know that, and says so. */
export function isOver({ ledger }: Pick<World, 'ledger'>, { outputs, runner }: Life): boolean {
  const isKnown = ledger.readProblem !== null || !runner.log.includes('waits to be taken away is not known');
  return outputs['rotation-state'] === 'not-due' && isKnown;
}

/** Runs again and again until the rotation is complete; returns the last run's life. */
export async function finish(
  world: Pick<World, 'live' | 'pass' | 'ledger'>,
  inputs: Readonly<Record<string, string>> = ALL_PHASES,
): Promise<Life> {
  let life = await world.live(inputs);
  for (let runs = 1; runs < RUNS_AT_MOST && !isOver(world, life); runs += 1) {
    const state = life.failure === null ? (life.outputs['rotation-state'] ?? '') : '';
    if (!life.wasKilled) await world.pass(PAUSES[state] ?? (life.failure === null ? HOUR : MINUTE));
    life = await world.live(inputs);
  }
  return life;
}

/** A world's runs and time, and how every run went. */
export interface Remembered extends Pick<World, 'live' | 'pass' | 'ledger'> {
  readonly lives: readonly Life[];
}

export function remember({ live, pass, ledger }: Pick<World, 'live' | 'pass' | 'ledger'>): Remembered {
  const lives: Life[] = [];
  return {
    lives,
    ledger,
    pass,
    live: async (inputs) => {
      const life = await live(inputs);
      lives.push(life);
      return life;
    },
  };
}

/** How a world ended, without ids that differ from play to play. */
export interface Ending {
  readonly state: string | undefined;
  readonly serves: string;
  readonly certificates: readonly string[];
  readonly creations: number;
  readonly deleted: readonly string[];
  /** What the ledger tells, each phase once. */
  readonly recorded: readonly string[];
  readonly breaches: readonly string[];
}

/** How a rotation ends that nothing has kept from its end. */
export const COMPLETE: Ending = {
  state: 'not-due',
  serves: 'successor',
  certificates: ['successor available'],
  creations: 1,
  deleted: ['old'],
  recorded: ['staging', 'staged', 'promoting', 'promoted', 'retired'],
  breaches: [],
};

export function describeEnding(world: World, last: Life): Ending {
  const { certificates, creations, deletedIds } = world.gateway();
  const [successor] = world.ownCreations;
  const name = (id: string) => (id === OLD ? 'old' : id === successor ? 'successor' : id.slice(-2));
  return {
    state: last.failure ?? last.outputs['rotation-state'],
    serves: name(world.serving()?.id ?? ''),
    certificates: certificates.map(({ id, status }) => `${name(id)} ${status}`),
    creations: creations.length,
    deleted: deletedIds.map(name),
    recorded: [...new Set(world.ledger.records.map(({ phase }) => phase))],
    breaches: world.breaches,
  };
}

/** Plays a whole rotation in a world of its own. */
export async function play(
  options: WorldOptions,
  inputs: Readonly<Record<string, string>> = ALL_PHASES,
  prepare: (world: World) => void = () => {},
): Promise<{ readonly world: World; readonly ending: Ending; readonly lives: readonly Life[] }> {
  const world = await openWorld(options);
  prepare(world);
  const remembered = remember(world);
  const last = await finish(remembered, inputs);
  await world.pass(MINUTE);
  return { world, ending: describeEnding(world, last), lives: remembered.lives };
}
