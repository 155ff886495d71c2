import { appendFileSync } from 'node:fs';
import { type StandIn, standIns } from './stand-ins.ts';

/** What a stand-in's step is given and may say. */
export interface StandInStep {
  readonly input: (name: string) => string;
  readonly output: (name: string, value: string) => void;
  /** Where artifacts and results are kept, for tests to look at. */
  readonly store: string;
  /** The repository that the workflow belongs to. */
  readonly source: string;
  /** A variable that the runner sets. */
  readonly variable: (name: string) => string;
}

/**
 * Does a stand-in's work as a step: an error fails it in one line.
 * Inputs that the action does not have, and those in which the stand-in cannot do as the action does, are refused.
 */
export async function actAs(
  name: string,
  unsupported: readonly string[],
  work: (step: StandInStep) => Promise<void>,
): Promise<void> {
  try {
    const standIn = standIns[name];
    if (standIn === undefined) throw new Error(`there is no stand-in for ${name}`);
    await work(openStep(standIn, unsupported));
  } catch (error) {
    process.stdout.write(
      `::error title=Stand-in for ${name}::${error instanceof Error ? error.message : error}\n`,
    );
    process.exitCode = 1;
  }
}

function openStep({ inputs, outputs }: StandIn, unsupported: readonly string[]): StandInStep {
  const variable = (name: string) => {
    const value = process.env[name];
    if (value === undefined || value === '') throw new Error(`the engine does not set ${name}`);
    return value;
  };
  const input = (name: string) => process.env[`INPUT_${name.toUpperCase()}`] ?? '';
  const given = Object.keys(process.env).flatMap(
    (name) => /^INPUT_(.+)$/.exec(name)?.[1]?.toLowerCase() ?? [],
  );
  for (const name of given) {
    if (inputs[name] === undefined)
      throw new Error(`unexpected input ${name}; there is ${Object.keys(inputs).join(', ')}`);
    if (unsupported.includes(name) && input(name) !== inputs[name])
      throw new Error(`cannot do '${name}: ${input(name)}'`);
  }
  return {
    input,
    variable,
    output: (name, value) => {
      if (!outputs.includes(name)) throw new Error(`it has no output ${name}`);
      appendFileSync(variable('GITHUB_OUTPUT'), `${name}=${value}\n`);
    },
    store: variable('ENGINE_STORE'),
    source: variable('ENGINE_SOURCE'),
  };
}
