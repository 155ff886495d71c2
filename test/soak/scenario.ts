import { createRandom, deriveSeed, type Random } from '../../simulator/random.ts';
import { formsOf } from '../action/support/secret-hunt.ts';
import type { RecordingRunner } from '../support/recording-runner.ts';

/** One seeded story in an unkind world, and what has to hold in it. */
export interface Scenario {
  readonly name: string;
  play(draw: Random, seed: number): Promise<Played>;
}

/** How a story went. */
export interface Played {
  /** One of few words, to be counted: `killed`, `incomplete`. */
  readonly course: string;
  /** What did not hold, a sentence each. */
  readonly breaches: readonly string[];
}

/** One story that was played. */
export interface Soaked extends Played {
  readonly seed: number;
  readonly scenario: string;
}

/** Plays the story of one seed; which one it is, and all that is drawn in it, follows from the seed. */
export async function soak(scenarios: readonly Scenario[], seed: number): Promise<Soaked> {
  const scenario = scenarios[seed % scenarios.length];
  if (scenario === undefined) throw new Error('There are no scenarios');
  const draw = createRandom(deriveSeed(seed, scenario.name));
  const played = await scenario.play(draw, seed).catch((error: unknown) => ({
    course: 'broken off',
    breaches: [error instanceof Error ? String(error.stack) : String(error)],
  }));
  return { seed, scenario: scenario.name, ...played };
}

/** One of the choices. */
export function choose<Choice>(draw: Random, choices: readonly Choice[]): Choice {
  const chosen = choices[draw.integer(choices.length)];
  if (chosen === undefined) throw new Error('There is nothing to choose from');
  return chosen;
}

/** A sentence for each secret that a run has told anybody, masks aside, and for a failure that nobody foresaw. */
export function judgeRun(runner: RecordingRunner, secrets: readonly string[]): readonly string[] {
  const told = JSON.stringify(runner.events.filter(({ kind }) => kind !== 'mask'));
  const leaks = secrets.flatMap((secret, index) =>
    formsOf(secret).some((form) => told.includes(JSON.stringify(form).slice(1, -1)))
      ? [`secret ${index + 1} is told`]
      : [],
  );
  const isDefect = /unexpected|defect in/i.test(runner.failure ?? '');
  return isDefect ? [...leaks, `a failure that nobody foresaw: ${runner.failure}`] : leaks;
}
