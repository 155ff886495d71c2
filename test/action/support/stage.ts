import { runStep, type StepResult } from '../../../scripts/support/step-runner.ts';
import { type Simulator, type SimulatorOptions, startSimulator } from '../../../simulator/server.ts';

/** A simulator of a test's own, and steps of the built action against it. */
export interface Stage {
  readonly simulator: Simulator;
  /** Runs a step; credentials and scope come by the vendors' own environment names unless `env` says otherwise. */
  step(
    inputs: Readonly<Record<string, string | number | boolean>>,
    options?: StepOptions,
  ): Promise<StepResult>;
  /** Endpoints that were called since the last look, in order. */
  calls(): readonly string[];
}

export interface StepOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly debug?: boolean;
}

const stages: Simulator[] = [];

/** Opens a stage; every wait is short. Close all with `closeStages` after each test. */
export async function openStage(provider: string, options: SimulatorOptions = {}): Promise<Stage> {
  const simulator = await startSimulator({ settleMilliseconds: 150, ...options });
  stages.push(simulator);
  let seen = 0;
  return {
    simulator,
    step: (inputs, { env = simulator.env, debug = false } = {}) =>
      runStep({
        with: {
          provider,
          'api-url': simulator.url,
          'poll-interval': '40ms',
          'retry-delay': '5ms',
          'wait-timeout': '5s',
          ...inputs,
        },
        env,
        debug,
      }),
    calls: () => {
      const calls = simulator.history.slice(seen).map(({ endpoint }) => endpoint ?? 'unknown');
      seen = simulator.history.length;
      return calls;
    },
  };
}

/** Closes every stage that was opened. */
export async function closeStages(): Promise<void> {
  await Promise.all(stages.splice(0).map((simulator) => simulator.close()));
}

/** The one error that a step ends with. */
export function readError(step: StepResult): string {
  const errors = step.commands.filter(({ name, properties }) => name === 'error' && !('title' in properties));
  if (errors.length !== 1) throw new Error(`${errors.length} errors:\n${step.stdout}\n${step.stderr}`);
  return errors[0]?.message ?? '';
}
