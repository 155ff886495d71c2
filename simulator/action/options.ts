import { readInput, type StepEnvironment } from './runner-files.ts';

/** What the inputs of the step ask for. */
export interface StepOptions {
  /** The simulator's command line; it checks the values itself. */
  readonly args: readonly string[];
  readonly exportEnvironment: boolean;
}

/**
 * Reads the inputs of simulator/action.yml.
 * @throws {Error} names the input, what was given and what is allowed
 */
export function readStepOptions(environment: StepEnvironment): StepOptions {
  const given = (name: string) => {
    const value = readInput(environment, name);
    return value === '' ? [] : [`--${name}=${value}`];
  };
  return {
    args: [
      ...['port', 'estate', 'settle'].flatMap(given),
      ...readUnkind(readInput(environment, 'unkind')),
      ...readFaults(readInput(environment, 'faults')).map((fault) => `--fault=${fault}`),
    ],
    exportEnvironment: readBoolean('export-environment', readInput(environment, 'export-environment')),
  };
}

function readUnkind(value: string): readonly string[] {
  if (value === '' || value === 'false') return [];
  return [value === 'true' ? '--unkind' : `--unkind=${value}`];
}

function readFaults(value: string): readonly string[] {
  if (value === '') return [];
  let faults: unknown;
  try {
    faults = JSON.parse(value);
  } catch (cause) {
    throw new Error(`Input 'faults' must be a JSON object or an array of them, not '${value}'`, { cause });
  }
  return (Array.isArray(faults) ? faults : [faults]).map((fault) => JSON.stringify(fault));
}

function readBoolean(name: string, value: string): boolean {
  if (value === 'true') return true;
  if (value === 'false' || value === '') return false;
  throw new Error(`Input '${name}' must be true or false, not '${value}'`);
}
