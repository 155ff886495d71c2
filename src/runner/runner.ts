import type { Environment, RawInputs } from '../interface/raw-inputs.ts';
import type { Annotation } from '../report/annotations.ts';

/** What a step sees of GitHub's runner; the real one is in actions-runner.ts. */
export interface Runner {
  readonly environment: Environment;
  readonly inputs: RawInputs;
  /** Whether step debugging is on. */
  readonly isDebug: boolean;
  /** From now on the runner shows `***` for it. */
  mask(secret: string): void;
  info(line: string): void;
  debug(line: string): void;
  annotate(annotation: Annotation): void;
  setOutput(name: string, value: string): void;
  writeSummary(markdown: string): Promise<void>;
  /** Hands a value to the post step. */
  saveState(name: string, value: string): void;
  getState(name: string): string;
  /** Prints one error and makes the step fail. */
  fail(message: string): void;
}

/** The state by which the step tells its post step which folder to remove. */
export const STEP_DIRECTORY_STATE = 'step-directory';
