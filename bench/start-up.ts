import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { startSimulatorProcess } from '../scripts/support/simulator-process.ts';
import {
  createBench,
  type Measured,
  type Measurement,
  measure,
  median,
  prepareAction,
} from './support/measure.ts';

const TIME_BAR = 1.5;
const MEMORY_BAR = 1.3;
/** The first rounds warm the disk's cache. */
const WARMING_ROUNDS = 2;

/**
 * Whole-process time and peak memory of one `get` by the built action, beside bare Node and beside a minimal
 * script that makes the same call with the global fetch. Interleaved runs in one session; only the ratios mean
 * something on another machine.
 * @returns whether the bars were held.
 */
export async function benchStartUp(runs: number): Promise<boolean> {
  const { folder, probe } = await createBench();
  const simulator = await startSimulatorProcess([]);
  try {
    const contenders = await prepareContenders(folder, simulator);
    const taken = contenders.map((): Measurement[] => []);
    for (let round = 0; round < runs + WARMING_ROUNDS; round += 1) {
      for (const [index, contender] of contenders.entries()) {
        const measurement = await measure(contender, probe);
        if (measurement.exitCode !== 0)
          throw new Error(`${contender.name} ended with ${measurement.exitCode}`);
        if (round >= WARMING_ROUNDS) taken[index]?.push(measurement);
      }
    }
    return report(contenders, taken, runs);
  } finally {
    await simulator.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function prepareContenders(
  folder: string,
  simulator: { readonly url: string; readonly env: Readonly<Record<string, string>> },
): Promise<readonly Measured[]> {
  const { CLOUDFLARE_ACCOUNT_ID: accountId = '', CLOUDFLARE_API_TOKEN: token = '' } = simulator.env;
  const collection = `${simulator.url}/client/v4/accounts/${accountId}/gateway/certificates`;
  const headers = { authorization: `Bearer ${token}` };
  const listed = (await (await fetch(collection, { headers })).json()) as { result: { id: string }[] };
  const id = listed.result[0]?.id ?? '';
  const minimal = path.join(folder, 'minimal.mjs');
  await writeFile(
    minimal,
    `const answer = await fetch(${JSON.stringify(`${collection}/${id}`)}, { headers: ${JSON.stringify(headers)} });
const { result } = await answer.json();
console.log(result.id, result.binding_status, result.expires_on);
`,
  );
  const action = await prepareAction(
    {
      operation: 'get',
      provider: 'cloudflare-gateway',
      'account-id': accountId,
      'api-token': token,
      'api-url': simulator.url,
      'certificate-id': id,
    },
    folder,
  );
  return [
    { name: 'node -e 0', args: ['-e', '0'], env: {} },
    { name: 'minimal fetch script', args: [minimal], env: {} },
    { name: 'the action', ...action },
  ];
}

function report(
  contenders: readonly Measured[],
  taken: readonly (readonly Measurement[])[],
  runs: number,
): boolean {
  const rows = contenders.map(({ name }, index) => ({
    name,
    time: median((taken[index] ?? []).map(({ milliseconds }) => milliseconds)),
    memory: median((taken[index] ?? []).map(({ kibibytes }) => kibibytes)),
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
  const held = action.time <= TIME_BAR * minimal.time && action.memory <= MEMORY_BAR * minimal.memory;
  process.stdout.write(`\nBars: time ≤ ${TIME_BAR}, memory ≤ ${MEMORY_BAR}: ${held ? 'held' : 'MISSED'}\n`);
  return held;
}
