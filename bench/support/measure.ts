import { spawn } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readActionFile } from '../../scripts/support/step-runner.ts';

/** A process to measure. */
export interface Measured {
  readonly name: string;
  /** Node, where it is left out. */
  readonly command?: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** What a process took from its start to its end. */
export interface Measurement {
  readonly milliseconds: number;
  /** Peak of the resident set; not a number where no probe was loaded. */
  readonly kibibytes: number;
  /** Of the processor, on all its cores; not a number without a probe. What else the machine does changes it little. */
  readonly cpuMilliseconds: number;
  readonly exitCode: number;
}

/** A folder for a benchmark's files, with the probe that tells each process's peak. */
export async function createBench(): Promise<{ readonly folder: string; readonly probe: string }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'certops-bench-'));
  // Reports the peak at its end, on a channel of its own, for each contender alike.
  const probe = path.join(folder, 'probe.mjs');
  await writeFile(
    probe,
    "import { writeSync } from 'node:fs';\nprocess.on('exit', () => {\n  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();\n  writeSync(3, JSON.stringify([maxRSS, (userCPUTime + systemCPUTime) / 1000]));\n});\n",
  );
  return { folder, probe };
}

/**
 * Runs a process and measures it.
 * @param probe is loaded into it, to tell its peak; it takes a few milliseconds
 */
export function measure(
  { command = process.execPath, args, env }: Measured,
  probe?: string,
): Promise<Measurement> {
  return new Promise((resolve, reject) => {
    const startedAt = performance.now();
    const child = spawn(command, probe === undefined ? args : ['--import', probe, ...args], {
      env: { PATH: process.env.PATH ?? '', ...env },
      stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
    });
    let peak = '';
    child.stdio[3]?.on('data', (chunk: Buffer) => {
      peak += chunk.toString();
    });
    child.on('error', reject);
    child.on('close', (code) => {
      const [kibibytes = Number.NaN, cpuMilliseconds = Number.NaN] = JSON.parse(peak || '[]') as number[];
      resolve({
        milliseconds: performance.now() - startedAt,
        kibibytes,
        cpuMilliseconds,
        exitCode: code ?? -1,
      });
    });
  });
}

/** The built action as the runner starts it: its file, and the environment of its inputs and files. */
export async function prepareAction(
  inputs: Readonly<Record<string, string>>,
  folder: string,
): Promise<Pick<Measured, 'args' | 'env'>> {
  const action = await readActionFile();
  const given: Record<string, string> = {};
  for (const [name, { default: value }] of Object.entries(action.inputs)) given[name] = String(value ?? '');
  Object.assign(given, inputs);
  const files = ['output', 'summary', 'state'].map((name) => path.join(folder, name));
  await Promise.all(files.map((file) => writeFile(file, '')));
  const [output = '', summary = '', state = ''] = files;
  return {
    args: [path.join(import.meta.dirname, '..', '..', action.runs.main)],
    env: {
      GITHUB_OUTPUT: output,
      GITHUB_STEP_SUMMARY: summary,
      GITHUB_STATE: state,
      RUNNER_TEMP: folder,
      ...Object.fromEntries(
        Object.entries(given).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
      ),
    },
  };
}

/** The middle one. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
