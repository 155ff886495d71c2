/**
 * Whole-process time and peak memory of one `get` by the built action, beside bare Node and beside a minimal
 * script that makes the same call with the global fetch. Interleaved runs in one session; only the ratios mean
 * something on another machine. Fails where a bar is missed.
 *
 *   npm run bench -- --runs 40
 */
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startSimulatorProcess } from '../scripts/support/simulator-process.ts';
import { readActionFile } from '../scripts/support/step-runner.ts';

const TIME_BAR = 1.5;
const MEMORY_BAR = 1.3;

const root = path.join(import.meta.dirname, '..');
const { values } = parseArgs({ options: { runs: { type: 'string', default: '40' } } });
const runs = Number(values.runs);
if (!Number.isInteger(runs) || runs < 5) throw new Error('--runs takes a whole number from 5');

interface Contender {
  readonly name: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly milliseconds: number[];
  readonly kibibytes: number[];
}

const folder = await mkdtemp(path.join(tmpdir(), 'certops-bench-'));
const simulator = await startSimulatorProcess([]);
try {
  const contenders = await prepareContenders();
  for (let round = 0; round < runs + 2; round += 1) {
    for (const contender of contenders) {
      const { milliseconds, kibibytes } = await measure(contender);
      if (round < 2) continue; // the first rounds warm the disk's cache
      contender.milliseconds.push(milliseconds);
      contender.kibibytes.push(kibibytes);
    }
  }
  report(contenders);
} finally {
  await simulator.stop();
  await rm(folder, { recursive: true, force: true });
}

async function prepareContenders(): Promise<readonly Contender[]> {
  const { CLOUDFLARE_ACCOUNT_ID: accountId = '', CLOUDFLARE_API_TOKEN: token = '' } = simulator.env;
  const collection = `${simulator.url}/client/v4/accounts/${accountId}/gateway/certificates`;
  const headers = { authorization: `Bearer ${token}` };
  const listed = (await (await fetch(collection, { headers })).json()) as { result: { id: string }[] };
  const id = listed.result[0]?.id ?? '';
  // Reports the peak at its end, on a channel of its own, for each contender alike.
  const probe = path.join(folder, 'probe.mjs');
  await writeFile(
    probe,
    "import { writeSync } from 'node:fs';\nprocess.on('exit', () => writeSync(3, String(process.resourceUsage().maxRSS)));\n",
  );
  const minimal = path.join(folder, 'minimal.mjs');
  await writeFile(
    minimal,
    `const answer = await fetch(${JSON.stringify(`${collection}/${id}`)}, { headers: ${JSON.stringify(headers)} });
const { result } = await answer.json();
console.log(result.id, result.binding_status, result.expires_on);
`,
  );
  const action = await readActionFile();
  const output = path.join(folder, 'output');
  const summary = path.join(folder, 'summary');
  await Promise.all([writeFile(output, ''), writeFile(summary, '')]);
  const inputs: Record<string, string> = {};
  for (const [name, { default: value }] of Object.entries(action.inputs)) inputs[name] = String(value ?? '');
  Object.assign(inputs, {
    operation: 'get',
    provider: 'cloudflare-gateway',
    'account-id': accountId,
    'api-token': token,
    'api-url': simulator.url,
    'certificate-id': id,
  });
  const actionEnv: Record<string, string> = {
    GITHUB_OUTPUT: output,
    GITHUB_STEP_SUMMARY: summary,
    GITHUB_STATE: path.join(folder, 'summary'),
    RUNNER_TEMP: folder,
    ...Object.fromEntries(
      Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
    ),
  };
  const enter = (
    name: string,
    args: readonly string[],
    env: Readonly<Record<string, string>>,
  ): Contender => ({
    name,
    args: ['--import', probe, ...args],
    env,
    milliseconds: [],
    kibibytes: [],
  });
  return [
    enter('node -e 0', ['-e', '0'], {}),
    enter('minimal fetch script', [minimal], {}),
    enter('the action', [path.join(root, action.runs.main)], actionEnv),
  ];
}

function measure({ name, args, env }: Contender): Promise<{ milliseconds: number; kibibytes: number }> {
  return new Promise((resolve, reject) => {
    const startedAt = performance.now();
    const child = spawn(process.execPath, args, {
      env: { PATH: process.env.PATH ?? '', ...env },
      stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
    });
    let peak = '';
    child.stdio[3]?.on('data', (chunk: Buffer) => {
      peak += chunk.toString();
    });
    child.on('error', reject);
    child.on('close', (code) => {
      const milliseconds = performance.now() - startedAt;
      if (code === 0) resolve({ milliseconds, kibibytes: Number(peak) });
      else reject(new Error(`${name} ended with ${code}`));
    });
  });
}

function report(contenders: readonly Contender[]): void {
  const rows = contenders.map(({ name, milliseconds, kibibytes }) => ({
    name,
    time: median(milliseconds),
    memory: median(kibibytes),
  }));
  const [bare, minimal, action] = rows;
  if (bare === undefined || minimal === undefined || action === undefined)
    throw new Error('nothing measured');
  process.stdout.write(`One get, medians of ${runs} interleaved runs on Node ${process.version}\n\n`);
  for (const row of rows) {
    process.stdout.write(
      `${row.name.padEnd(22)} ${row.time.toFixed(1).padStart(7)} ms  ${(row.memory / 1024).toFixed(1).padStart(6)} MB` +
        `  × minimal: time ${(row.time / minimal.time).toFixed(2)}, memory ${(row.memory / minimal.memory).toFixed(2)}\n`,
    );
  }
  const passed = action.time <= TIME_BAR * minimal.time && action.memory <= MEMORY_BAR * minimal.memory;
  process.stdout.write(`\nBars: time ≤ ${TIME_BAR}, memory ≤ ${MEMORY_BAR}: ${passed ? 'held' : 'MISSED'}\n`);
  if (!passed) process.exitCode = 1;
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
