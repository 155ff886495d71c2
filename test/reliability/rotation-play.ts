import { rm } from 'node:fs/promises';
import path from 'node:path';
import { readActionFile, runStep, type StepResult } from '../../scripts/support/step-runner.ts';
import type { HistoryEntry } from '../../simulator/history.ts';
import { COMPLETE, HASTE, type KillWorld, RUNS_AT_MOST, type WorldFaults } from '../action/kill/play.ts';
import { findLeaks } from '../action/support/secret-hunt.ts';
import type { Outcome } from './cell.ts';

export type OpenWorld = () => Promise<KillWorld>;
export type Inputs = Readonly<Record<string, string>>;

/** A rotation that was played to its end. */
export interface PlayedRotation {
  /** Its last state and what its world is like then, as text that can be compared. */
  readonly ending: string;
  /** What the run that met the fault said of itself, in `rotation-state`. */
  readonly stateAfter: string | undefined;
  readonly breaches: readonly string[];
  readonly leaks: readonly string[];
  readonly made: number;
  /** How many calls have met a fault. */
  readonly met: number;
  /** The calls to the vendor of the run that met the fault. */
  readonly calls: readonly HistoryEntry[];
}

/** What a rotation that meets a fault is to come to. */
export interface Expectation {
  readonly open: OpenWorld;
  readonly plan: (faults: WorldFaults) => void;
  /** Beside those of its world, in the run that meets the fault and those after it. */
  readonly inputs?: Inputs;
  /** Beside those of its world, in a run that comes before and meets nothing; left out: there is none. */
  readonly before?: Inputs;
  /** Left out: what it comes to where it meets nothing. */
  readonly ending?: RegExp | string;
  /** What else has to hold, a sentence for each thing that does not. */
  readonly judge?: (played: PlayedRotation) => readonly string[];
}

/** A call that is never answered is given up so soon that the cell ends within seconds. */
export const IMPATIENT: Inputs = { 'request-timeout': '500ms' };

/** Rotations that meet nothing; each world is played through once. */
const undisturbed = new Map<OpenWorld, Promise<PlayedRotation>>();

/** The rotation of a world that meets nothing. */
export function playUndisturbed(open: OpenWorld): Promise<PlayedRotation> {
  const known = undisturbed.get(open);
  if (known !== undefined) return known;
  const played = playThrough({ open, plan: () => {} });
  undisturbed.set(open, played);
  return played;
}

/** Runs the built action until the rotation is complete; the faults are over after the first run. */
export async function playRotation(expectation: Expectation): Promise<Outcome> {
  const { open, judge = () => [] } = expectation;
  const wanted = expectation.ending ?? (await playUndisturbed(open)).ending;
  const isWanted = (ending: string) => (wanted instanceof RegExp ? wanted.test(ending) : wanted === ending);
  const played = await playThrough(expectation);
  const { ending, breaches, leaks, made, met } = played;
  return {
    wrong: [
      ...(isWanted(ending) ? [] : [`ended as ${ending}, and should as ${wanted}`]),
      ...(met > 0 ? [] : ['no call has met the fault']),
      ...judge(played),
      ...breaches,
      ...leaks,
    ],
    doubled: Math.max(0, made - 1),
    // The ending compared above holds every certificate that is left.
    orphans: 0,
    leaks: leaks.length,
  };
}

/** Plays a rotation with its fault, or with none that is planned. */
export async function playThrough({ open, plan, inputs = {}, before }: Expectation): Promise<PlayedRotation> {
  const world = await open();
  const leaks: string[] = [];
  try {
    if (before !== undefined) await runOnce(world, before);
    const since = world.vendorCalls.length;
    plan(world.faults);
    let calls: readonly HistoryEntry[] = [];
    let met = 0;
    let stateAfter: string | undefined;
    let state: string | undefined;
    for (let runs = 0; runs < RUNS_AT_MOST && !COMPLETE.includes(state ?? ''); runs += 1) {
      const step = await runOnce(world, inputs);
      leaks.push(...(await findLeaks(step, world.secrets)));
      await rm(path.dirname(step.runnerTemp), { recursive: true });
      if (runs === 0) {
        met = world.faults.countMet();
        stateAfter = step.outputs['rotation-state'];
        calls = world.vendorCalls.slice(since);
        world.faults.clear();
      }
      // A run that could not ask the ledger does not know whether anything is left to do.
      const isKnown = !step.stdout.includes('waits to be taken away is not known');
      state = isKnown ? step.outputs['rotation-state'] : undefined;
      world.look('a run');
    }
    const isComplete = COMPLETE.includes(state ?? '');
    const ending = JSON.stringify({ state: isComplete ? 'complete' : state, ...(await world.describe()) });
    return {
      ending,
      stateAfter,
      breaches: world.breaches,
      leaks,
      made: world.countMade(),
      met,
      calls,
    };
  } finally {
    await world.close();
  }
}

async function runOnce(world: KillWorld, inputs: Inputs): Promise<StepResult> {
  return runStep(
    {
      with: {
        operation: 'rotate',
        ...HASTE,
        'request-timeout': '2s',
        'max-retries': '2',
        'api-url': world.behind.vendor,
        ...world.inputs,
        ...inputs,
      },
      env: { ...world.env, GITHUB_API_URL: world.behind.github },
      debug: true,
    },
    await readActionFile(),
  );
}
