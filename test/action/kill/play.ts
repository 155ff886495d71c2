import { readActionFile, runStep } from '../../../scripts/support/step-runner.ts';
import type { FaultPlan } from '../../../simulator/faults.ts';
import type { HistoryEntry } from '../../../simulator/history.ts';
import type { Simulator } from '../../../simulator/server.ts';
import type { Fault as GitHubFault } from '../../support/github/faults.ts';
import type { FakeGitHub } from '../../support/github/server.ts';
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
  /** How many certificates were made and are alive, or of how many one would have been enough. */
  countMade(): number;
  readonly faults: WorldFaults;
  /** Every call to the vendor so far. */
  readonly vendorCalls: readonly HistoryEntry[];
  /** Credentials that nobody may see. */
  readonly secrets: readonly string[];
  close(): Promise<void>;
}

/** Troubles that are planned for the vendor and for GitHub. */
export interface WorldFaults {
  planVendor(fault: FaultPlan): void;
  planGitHub(fault: GitHubFault): void;
  clear(): void;
  /** How many calls have met one. */
  countMet(): number;
}

/** The plans of both sides. */
export function planFaults(
  simulator: Pick<Simulator, 'planFault' | 'clearFaults' | 'history'>,
  github: Pick<FakeGitHub, 'planFault' | 'clearFaults' | 'log'>,
): WorldFaults {
  return {
    planVendor: simulator.planFault,
    planGitHub: github.planFault,
    clear: () => {
      simulator.clearFaults();
      github.clearFaults();
    },
    countMet: () =>
      simulator.history.filter(({ fault }) => fault !== undefined).length +
      github.log.filter(({ fault }) => fault !== null).length,
  };
}

/** How a play ended. */
export interface Played {
  readonly ending: string;
  readonly calls: readonly string[];
  readonly breaches: readonly string[];
  /** What each run said; `killed` where it came to no end. */
  readonly states: readonly string[];
}

/** Waits short enough for a test. */
export const HASTE = {
  phases: 'plan,stage,promote,retire',
  'poll-interval': '20ms',
  'retry-delay': '5ms',
  'wait-timeout': '1s',
};
/** A rotation in one go takes one run, a killed one two. */
export const RUNS_AT_MOST = 8;
/** What the run says that ends a rotation, and each one after it. */
export const COMPLETE = ['retired', 'not-due'];

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
            ...HASTE,
            'api-url': toll.urlOf('vendor'),
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
