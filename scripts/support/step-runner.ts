/**
 * A stand-in for GitHub's runner, for one JavaScript action's step: gives it inputs and environment files as
 * the runner does, and reads back what it wrote.
 */
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'yaml';

const root = path.join(import.meta.dirname, '..', '..');

export interface Step {
  /** The `with:` of the step. */
  readonly with: Readonly<Record<string, string | number | boolean>>;
  /** The `env:` of the step. */
  readonly env?: Readonly<Record<string, string>>;
  /** What `github.token` is in defaults of inputs; empty where a job has none. */
  readonly githubToken?: string;
  /** Step debugging. */
  readonly debug?: boolean;
  /** Kills the process after so long; the default is generous. */
  readonly killAfterMilliseconds?: number;
  /** Told how to kill the process as soon as it runs; by SIGKILL, or as the runner does for a cancelled job. */
  readonly onStart?: (kill: (signal?: NodeJS.Signals) => void) => void;
}

export interface StepResult {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly summaryPath: string;
  readonly state: Readonly<Record<string, string>>;
  readonly runnerTemp: string;
  /** Workflow commands of stdout, in order. */
  readonly commands: readonly WorkflowCommand[];
}

export interface WorkflowCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

export interface ActionFile {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  readonly runs: { readonly main: string; readonly post: string };
}

/**
 * The action's own action.yml, or that of an action in a folder of the repository; its entries as paths from the root.
 */
export async function readActionFile(folder = '.'): Promise<ActionFile> {
  const action: ActionFile = parse(await readFile(path.join(root, folder, 'action.yml'), 'utf8'));
  const { main, post } = action.runs;
  return { ...action, runs: { main: path.join(folder, main), post: path.join(folder, post) } };
}

/**
 * Runs the action's main file as a step.
 * @param given the action's own action.yml, for one who has read it already
 */
export async function runStep(step: Step, given?: ActionFile): Promise<StepResult> {
  const action = given ?? (await readActionFile());
  const folder = await mkdtemp(path.join(tmpdir(), 'step-'));
  const runnerTemp = path.join(folder, 'temp');
  await mkdir(runnerTemp);
  const inputs = Object.fromEntries(
    Object.entries(action.inputs).map(([name, { default: value }]) => [
      name,
      String(value ?? '').replace(/^\${{ github\.token }}$/, step.githubToken ?? ''),
    ]),
  );
  for (const [name, value] of Object.entries(step.with)) inputs[name] = String(value);
  return runEntry(path.join(root, action.runs.main), { folder, runnerTemp, step, inputs, state: {} });
}

/**
 * Runs the action's post file after a step, as at the end of the job.
 * @param given as for `runStep`
 */
export async function runPostStep(after: StepResult, given?: ActionFile): Promise<StepResult> {
  const action = given ?? (await readActionFile());
  const folder = await mkdtemp(path.join(tmpdir(), 'step-'));
  return runEntry(path.join(root, action.runs.post), {
    folder,
    runnerTemp: after.runnerTemp,
    step: { with: {} },
    inputs: {},
    state: after.state,
  });
}

interface EntryOptions {
  readonly folder: string;
  readonly runnerTemp: string;
  readonly step: Step;
  readonly inputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
}

async function runEntry(entry: string, options: EntryOptions): Promise<StepResult> {
  const { folder, runnerTemp, step } = options;
  const outputPath = path.join(folder, 'output');
  const summaryPath = path.join(folder, 'summary.md');
  const statePath = path.join(folder, 'state');
  await Promise.all([outputPath, summaryPath, statePath].map((file) => writeFile(file, '')));
  const prefixed = (prefix: string, values: Readonly<Record<string, string>>, upper: boolean) =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [`${prefix}${upper ? name.toUpperCase() : name}`, value]),
    );
  const env = {
    PATH: process.env.PATH ?? '',
    HOME: process.env.HOME ?? folder,
    GITHUB_ACTIONS: 'true',
    GITHUB_OUTPUT: outputPath,
    GITHUB_STEP_SUMMARY: summaryPath,
    GITHUB_STATE: statePath,
    RUNNER_TEMP: runnerTemp,
    ...(step.debug ? { RUNNER_DEBUG: '1' } : {}),
    ...prefixed('INPUT_', options.inputs, true),
    ...prefixed('STATE_', options.state, false),
    ...step.env,
  };
  const ended = await spawnNode(entry, env, step);
  return {
    ...ended,
    outputs: readKeyValues(await readFile(outputPath, 'utf8')),
    summary: await readFile(summaryPath, 'utf8'),
    summaryPath,
    state: readKeyValues(await readFile(statePath, 'utf8')),
    runnerTemp,
    commands: readCommands(ended.stdout),
  };
}

function spawnNode(
  entry: string,
  env: Readonly<Record<string, string>>,
  { killAfterMilliseconds = 120_000, onStart }: Pick<Step, 'killAfterMilliseconds' | 'onStart'>,
): Promise<{ exitCode: number | null; stdout: string; stderr: string }> {
  const measured = process.env.CERTOPS_STEP_COVERAGE;
  const [file, environment] =
    measured === undefined ? [entry, env] : [findSource(entry), { ...env, NODE_V8_COVERAGE: measured }];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [file], { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
    const timer = setTimeout(() => child.kill('SIGKILL'), killAfterMilliseconds);
    onStart?.((signal = 'SIGKILL') => child.kill(signal));
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      stdout += chunk;
    });
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      stderr += chunk;
    });
    child.on('error', reject);
    child.on('close', (exitCode) => {
      clearTimeout(timer);
      resolve({ exitCode, stdout, stderr });
    });
  });
}

/** What `dist/` is built from: `npm run coverage` runs that, so that it is measured line for line. */
function findSource(entry: string): string {
  const name = path.basename(path.dirname(entry));
  return name === 'main' || name === 'cleanup' ? path.join(root, 'src', `${name}.ts`) : entry;
}

/** The heredoc form of GITHUB_OUTPUT and GITHUB_STATE. */
export function readKeyValues(text: string): Record<string, string> {
  const values: Record<string, string> = {};
  const lines = text.split('\n');
  for (let index = 0; index < lines.length; index += 1) {
    const head = /^(.+?)<<(.+)$/.exec(lines[index] ?? '');
    if (head?.[1] === undefined) continue;
    const end = lines.indexOf(head[2] ?? '', index + 1);
    values[head[1]] = lines.slice(index + 1, end).join('\n');
    index = end;
  }
  return values;
}

/** The workflow commands in a log, unescaped as the runner does. */
export function readCommands(log: string): WorkflowCommand[] {
  return log.split('\n').flatMap((line) => {
    const match = /^\s*::([a-z-]+)(?: (.*?))?::(.*)$/.exec(line);
    if (match?.[1] === undefined) return [];
    const properties = Object.fromEntries(
      (match[2] ?? '')
        .split(',')
        .filter((pair) => pair.includes('='))
        .map((pair) => [
          pair.slice(0, pair.indexOf('=')),
          unescapeData(pair.slice(pair.indexOf('=') + 1))
            .replaceAll('%3A', ':')
            .replaceAll('%2C', ','),
        ]),
    );
    return [{ name: match[1], properties, message: unescapeData(match[3] ?? '') }];
  });
}

function unescapeData(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}
