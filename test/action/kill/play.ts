import { expect } from '@jest/globals';
import { readActionFile, runStep } from '../../../scripts/support/step-runner.ts';
import { type Kill, openToll } from './toll.ts';

/** A world of processes: simulated vendors and a GitHub behind a gate, and what has to hold in it. */
export interface KillWorld {
  /** Addresses by name: `vendor`, `github`. */
  readonly behind: { readonly vendor: string; readonly github: string };
  readonly inputs: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
  /** What no rotation may ever do or cause, as it happened. */
  readonly breaches: readonly string[];
  look(what: string): void;
  /** How the world ended, without ids that differ from play to play. */
  describe(): Promise<object> | object;
  close(): Promise<void>;
}

/** How a play ended. */
export interface Played {
  readonly ending: string;
  readonly calls: readonly string[];
  readonly breaches: readonly string[];
  /** What each run said; `killed` where it came to no end. */
  readonly states: readonly string[];
}

/** A rotation in one go takes one run, a killed one two. */
const RUNS_AT_MOST = 8;
/** What the run says that ends a rotation, and each one after it. */
const COMPLETE = ['retired', 'not-due'];

/**
 * Runs the built action again and again until the rotation is complete; one run is killed where that is asked, and where
 * none is, one more run sees that nothing is left to do.
 */
export async function play(openWorld: () => Promise<KillWorld>, kill: Kill | null): Promise<Played> {
  const world = await openWorld();
  const toll = await openToll({ behind: world.behind, kill, look: world.look });
  try {
    const action = await readActionFile();
    const run = () =>
      runStep(
        {
          with: {
            operation: 'rotate',
            phases: 'plan,stage,promote,retire',
            'api-url': toll.urlOf('vendor'),
            'poll-interval': '20ms',
            'retry-delay': '5ms',
            'wait-timeout': '1s',
            ...world.inputs,
          },
          env: { ...world.env, GITHUB_API_URL: toll.urlOf('github') },
          onStart: toll.arm,
        },
        action,
      );
    const states: string[] = [];
    const runOnce = async () => void states.push((await run()).outputs['rotation-state'] ?? 'killed');
    await runOnce();
    while (states.length < RUNS_AT_MOST && !COMPLETE.includes(states.at(-1) ?? '')) await runOnce();
    const calls = [...toll.calls];
    if (kill === null) await runOnce();
    world.look('the end');
    const isComplete = COMPLETE.includes(states.at(-1) ?? '');
    const state = isComplete ? 'complete' : states.join(', ');
    const ending = JSON.stringify({ state, ...(await world.describe()) });
    return { ending, calls, breaches: world.breaches, states };
  } finally {
    await toll.close();
    await world.close();
  }
}

/** Every call of a whole rotation, killed before it and after what it does: what ended otherwise than unkilled. */
export async function killEverywhere(
  openWorld: () => Promise<KillWorld>,
  isWanted: (ending: string) => void,
): Promise<{ readonly kills: number; readonly wrong: readonly string[] }> {
  const whole = await play(openWorld, null);
  isWanted(whole.ending);
  expect(whole.states).toEqual(['retired', 'not-due']);
  const wrong = whole.breaches.map((breach) => `unkilled: ${breach}`);
  let kills = 0;
  for (const [index, name] of whole.calls.entries()) {
    // A call that only reads does nothing: killed after it is killed before it.
    for (const when of name.startsWith('GET') ? (['before'] as const) : (['before', 'after'] as const)) {
      const killed = await play(openWorld, { call: index + 1, when });
      kills += 1;
      const where = `${when} call ${index + 1}, ${name}`;
      if (killed.ending !== whole.ending) wrong.push(`${where}: ${killed.ending}`);
      for (const breach of killed.breaches) wrong.push(`${where}: ${breach}`);
    }
  }
  return { kills, wrong };
}
