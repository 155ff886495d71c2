import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Simulator, type SimulatorOptions, startSimulator } from '../../../simulator/server.ts';
import { type FakeGitHub, startGitHub } from '../../support/github/server.ts';
import { type Actor, REPOSITORY, type RepositorySeed } from '../../support/github/world.ts';
import { runAct } from './act.ts';
import { type EngineJob, type EngineStep, readEngineLog, readJobEnd, showEngineLog } from './engine-log.ts';
import { makeScratch, type Scratch } from './scratch.ts';
import { openVendorDoor, type VendorDoor } from './vendor-door.ts';

/** The job's token, which may all that any workflow here asks for. */
const TOKEN = 'ghs_TokenOfTheEngineThatOpensNothing00001';
const PERMISSIONS: Actor['permissions'] = {
  issues: 'write',
  deployments: 'write',
  actions: 'read',
};

export interface EngineOptions {
  readonly simulator?: SimulatorOptions;
  readonly github?: Partial<RepositorySeed>;
  /** Tokens besides the job's own. */
  readonly tokens?: Readonly<Record<string, Partial<Actor>>>;
  /** Where GitHub's API begins: empty as on github.com (the default), `/api/v3` as on an Enterprise Server. */
  readonly apiPath?: string;
  /** Files of the repository by their paths; workflows among them. */
  readonly files: Readonly<Record<string, string>>;
}

/** How a run is started. */
export interface RunOptions {
  /** The workflow's file name in `.github/workflows`. */
  readonly workflow: string;
  /** `workflow_dispatch` where left out. */
  readonly event?: string;
  /** The event's payload. */
  readonly payload?: unknown;
  /** Inputs of a workflow_dispatch. */
  readonly inputs?: Readonly<Record<string, string>>;
  readonly secrets?: Readonly<Record<string, string>>;
  readonly variables?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  /** What people do once a job has ended: the next one finds it done. */
  readonly afterJob?: (id: string) => Promise<unknown> | undefined;
}

/** What came of a run. */
export interface EngineRun {
  readonly succeeded: boolean;
  /** Jobs that ran, in the order in which they began. */
  readonly jobs: readonly EngineJob[];
  /** The log as people see it, and the engine's own words on what went wrong. */
  readonly log: string;
  /** The one job with this key. @throws Error where it did not run, or more than once */
  job(id: string): EngineJob;
  /** The step with this id of the one job with that key. @throws Error where there is none */
  step(job: string, step: string): EngineStep;
}

/** A user's repository with everything around it: the vendors, GitHub, and the engine that runs its workflows. */
export interface EngineStage {
  readonly simulator: Simulator;
  readonly github: FakeGitHub;
  readonly door: VendorDoor;
  run(options: RunOptions): Promise<EngineRun>;
  /** Names of the artifacts that runs have left, each with its files. */
  artifacts(): Promise<Readonly<Record<string, readonly string[]>>>;
  readArtifact(name: string, file: string): Promise<string>;
  /** Categories of results in code scanning, each with the rules of its results. */
  codeScanning(): Promise<Readonly<Record<string, readonly string[]>>>;
}

const closers: (() => Promise<unknown>)[] = [];

/** Opens a stage; every wait of the vendors is short. Close all with `closeEngines` after each test. */
export async function openEngine(options: EngineOptions): Promise<EngineStage> {
  const scratch = await makeScratch(REPOSITORY, options.files);
  closers.push(scratch.remove);
  const simulator = await startSimulator({ settleMilliseconds: 100, ...options.simulator });
  closers.push(simulator.close);
  const repository: RepositorySeed = {
    name: REPOSITORY,
    ...options.github,
    commits: { refs: { main: scratch.commit } },
  };
  const tokens = { [TOKEN]: { permissions: PERMISSIONS }, ...options.tokens };
  const github = await startGitHub({
    seed: { repositories: [repository], tokens },
    basePath: options.apiPath ?? '',
  });
  closers.push(github.close);
  const door = await openVendorDoor(simulator.url);
  closers.push(door.close);
  const env = { ...door.env, ...pick(github.env, ['GITHUB_API_URL', 'GITHUB_SERVER_URL']) };
  return {
    simulator,
    github,
    door,
    run: (run) =>
      runWorkflow(scratch, { ...run, env: { ...env, ...run.env } }, (job) => {
        const done = run.afterJob?.(job);
        if (done !== undefined) door.hold(done);
      }),
    artifacts: () => listArtifacts(scratch.store),
    readArtifact: (name, file) =>
      readFile(path.join(scratch.store, 'artifacts', name, 'files', file), 'utf8'),
    codeScanning: () => readCodeScanning(scratch.store),
  };
}

/** Closes every stage that was opened, the last first. */
export async function closeEngines(): Promise<void> {
  for (const close of closers.splice(0).reverse()) await close();
}

async function runWorkflow(
  scratch: Scratch,
  options: RunOptions,
  onJobEnd: (job: string) => void,
): Promise<EngineRun> {
  const { workflow, event = 'workflow_dispatch', payload = {}, env = {}, inputs = {} } = options;
  const { repository, home, store, replacements } = scratch;
  const eventFile = path.join(home, 'event.json');
  await writeFile(
    eventFile,
    JSON.stringify({ ...Object(payload), ...(event === 'workflow_dispatch' ? { inputs } : {}) }),
  );
  const pairs = (option: string, values: Readonly<Record<string, string>>) =>
    Object.entries(values).flatMap(([name, value]) => [option, `${name}=${value}`]);
  const { exitCode, stdout, stderr } = await runAct(
    [
      event,
      ...['--workflows', `.github/workflows/${workflow}`, '--eventpath', eventFile, '--json'],
      // On this machine, and with nothing from anywhere else.
      ...['ubuntu-latest', 'self-hosted'].flatMap((label) => ['--platform', `${label}=-self-hosted`]),
      ...['--pull=false', '--no-cache-server'],
      ...['--use-new-action-cache', '--action-offline-mode', '--no-skip-checkout'],
      ...['--action-cache-path', path.join(home, 'actions')],
      ...replacements.flatMap((one) => ['--local-repository', one]),
      ...pairs('--secret', { GITHUB_TOKEN: TOKEN, ...options.secrets }),
      ...pairs('--var', options.variables ?? {}),
      ...pairs('--env', {
        // A runner sets it, the engine does not.
        GITHUB_WORKFLOW_REF: `${REPOSITORY}/.github/workflows/${workflow}@refs/heads/main`,
        ...env,
        ENGINE_STORE: store,
        ENGINE_SOURCE: repository,
      }),
    ],
    {
      directory: repository,
      home,
      onLine: (line) => {
        const ended = readJobEnd(line);
        if (ended !== null) onJobEnd(ended);
      },
    },
  );
  const jobs = readEngineLog(stdout);
  const log = `${showEngineLog(stdout)}\n${stderr}`;
  const job = (id: string) => {
    const found = jobs.filter((one) => one.id === id);
    if (found.length === 1 && found[0] !== undefined) return found[0];
    throw new Error(`${found.length} jobs ${id} ran of ${jobs.map((one) => one.path).join(', ')}\n${log}`);
  };
  return {
    succeeded: exitCode === 0,
    jobs,
    log,
    job,
    step: (jobId, stepId) => {
      const { steps } = job(jobId);
      const found = steps.find(({ id }) => id === stepId);
      if (found !== undefined) return found;
      throw new Error(`No step ${stepId} ran of ${steps.map(({ id }) => id).join(', ')}\n${log}`);
    },
  };
}

async function listArtifacts(store: string): Promise<Readonly<Record<string, readonly string[]>>> {
  const folder = path.join(store, 'artifacts');
  const names = (await readdir(folder).catch(() => [])).sort();
  const files = names.map(async (name) => [name, (await readdir(path.join(folder, name, 'files'))).sort()]);
  return Object.fromEntries(await Promise.all(files));
}

async function readCodeScanning(store: string): Promise<Readonly<Record<string, readonly string[]>>> {
  const folder = path.join(store, 'sarif');
  const names = (await readdir(folder).catch(() => [])).sort();
  const results = names.map(async (name) => {
    const { category, sarif } = JSON.parse(await readFile(path.join(folder, name), 'utf8'));
    return [category, sarif.runs[0].results.map(({ ruleId }: { ruleId: string }) => ruleId)];
  });
  return Object.fromEntries(await Promise.all(results));
}

function pick(
  values: Readonly<Record<string, string>>,
  names: readonly string[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(names.map((name) => [name, values[name] ?? '']));
}
