import { readdirSync } from 'node:fs';
import path from 'node:path';
import { reviewedBy } from '../../support/github/environment-state.ts';
import { readText } from '../../support/workflow.ts';
import { makeExampleEstate } from './example-estate.ts';
import { STORE_TOKEN } from './rotations.ts';
import {
  type EngineOptions,
  type EngineRun,
  type EngineStage,
  openEngine,
  type RunOptions,
} from './stage.ts';

/** What the examples' variables hold in the simulated estate. */
export const EXAMPLE_ACCOUNT = '0123456789abcdef0123456789abcdef';
const ENVIRONMENTS = ['production', 'gateway-production', 'zpa-production'].map((name) => ({
  name,
  rules: [reviewedBy('octocat')],
}));

export interface ExampleOptions extends Pick<EngineOptions, 'apiPath'> {
  readonly files?: EngineOptions['files'];
  readonly mend?: (text: string) => string;
}

/** An example as a workflow of a repository, and how it is run there. */
export interface ExampleStage {
  readonly stage: EngineStage;
  run(options?: Omit<RunOptions, 'workflow'>): Promise<EngineRun>;
}

/** Opens an example where the environments that it names ask somebody. Close it with `closeEngines`. */
export async function openExample(
  name: string,
  { files = {}, mend = (text) => text, ...rest }: ExampleOptions = {},
): Promise<ExampleStage> {
  const stage = await openEngine({
    ...rest,
    files: { ...files, [`.github/workflows/${name}`]: mend(readText('examples', name)) },
    simulator: { estate: makeExampleEstate() },
    github: { environments: ENVIRONMENTS },
    tokens: { [STORE_TOKEN]: { permissions: { secrets: 'write', environments: 'write' } } },
  });
  return { stage, run: (options = {}) => stage.run({ ...options, workflow: name }) };
}

/** The examples that are workflows, by their file names. */
export function listExamples(): readonly string[] {
  const names = readdirSync(path.join(import.meta.dirname, '..', '..', '..', 'examples'));
  return names.filter((name) => /^jobs:/m.test(readText('examples', name)));
}
