import { rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type SimulatorProcess, startSimulatorProcess } from '../scripts/support/simulator-process.ts';
import { createBench, type Measured, prepareAction } from './support/measure.ts';
import { type Result, requireSuccess, runRounds, tellBar } from './support/rounds.ts';
import { hasSdk, prepareSdk } from './support/sdk.ts';

const TIME_BAR = 1.5;
const MEMORY_BAR = 1.3;
const BUNDLE_MEGABYTES_BAR = 2;
/** The first rounds warm the disk's cache. */
const WARMING_ROUNDS = 2;
const PROBED_ROUNDS = 11;
const NODE_CONTENDERS = ['node -e 0', 'minimal fetch script', 'the action', 'Cloudflare SDK'];

/**
 * Whole-process time and peak memory of one `get` by the built action, beside bare Node, a minimal script with
 * the global fetch, curl with jq, and Cloudflare's own library. Only the ratios mean something on another machine.
 * @returns whether the bars were held.
 */
export async function benchStartUp(runs: number): Promise<boolean> {
  const { folder, probe } = await createBench();
  const simulator = await startSimulatorProcess([]);
  try {
    const contenders = await prepareContenders(folder, simulator);
    const times = await runRounds(contenders, runs, { warming: WARMING_ROUNDS });
    // The probe takes time, so the peak is told by runs of its own.
    const inNode = contenders.filter(({ name }) => NODE_CONTENDERS.includes(name));
    const peaks = await runRounds(inNode, PROBED_ROUNDS, { probe });
    requireSuccess([...times, ...peaks]);
    return await report(times, peaks, runs);
  } finally {
    await simulator.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function prepareContenders(folder: string, simulator: SimulatorProcess): Promise<readonly Measured[]> {
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
  const pipe = `curl -sf -H "authorization: Bearer $TOKEN" ${collection}/${id} | jq -r '.result | .id, .binding_status, .expires_on'`;
  return [
    { name: 'node -e 0', args: ['-e', '0'], env: {} },
    { name: 'minimal fetch script', args: [minimal], env: {} },
    { name: 'the action', ...action },
    { name: 'curl + jq', command: 'bash', args: ['-o', 'pipefail', '-c', pipe], env: { TOKEN: token } },
    ...(hasSdk()
      ? [
          await prepareSdk('Cloudflare SDK', {
            url: simulator.url,
            token,
            into: folder,
            body: `const one = await client.zeroTrust.gateway.certificates.get(${JSON.stringify(id)}, { account_id: ${JSON.stringify(accountId)} });
console.log(one.id, one.binding_status, one.expires_on);`,
          }),
        ]
      : []),
  ];
}

async function report(times: readonly Result[], peaks: readonly Result[], runs: number): Promise<boolean> {
  const find = (results: readonly Result[], name: string) => results.find((one) => one.name === name);
  const minimal = find(times, 'minimal fetch script')?.milliseconds ?? Number.NaN;
  const minimalPeak = find(peaks, 'minimal fetch script')?.kibibytes ?? Number.NaN;
  const minimalCpu = find(peaks, 'minimal fetch script')?.cpuMilliseconds ?? Number.NaN;
  process.stdout.write(`One get, medians of ${runs} interleaved runs on Node ${process.version}\n\n`);
  for (const { name, milliseconds } of times) {
    const probed = find(peaks, name);
    const more =
      probed === undefined
        ? ''
        : ` | CPU ${probed.cpuMilliseconds.toFixed(1).padStart(6)} ms, × minimal ${(probed.cpuMilliseconds / minimalCpu).toFixed(2)} | ${(probed.kibibytes / 1024).toFixed(1)} MB, × minimal ${(probed.kibibytes / minimalPeak).toFixed(2)}`;
    process.stdout.write(
      `${name.padEnd(22)} ${milliseconds.toFixed(1).padStart(7)} ms, × minimal ${(milliseconds / minimal).toFixed(2)}${more}\n`,
    );
  }
  const action = find(times, 'the action')?.milliseconds ?? Number.NaN;
  const sdk = find(times, 'Cloudflare SDK')?.milliseconds;
  const { size } = await stat(path.join(import.meta.dirname, '..', 'dist', 'main', 'index.js'));
  process.stdout.write('\n');
  return [
    tellBar("the action's time ÷ the minimal script's", action / minimal, TIME_BAR),
    tellBar(
      "the action's memory ÷ the minimal script's",
      (find(peaks, 'the action')?.kibibytes ?? Number.NaN) / minimalPeak,
      MEMORY_BAR,
    ),
    sdk === undefined || tellBar("the action's time ÷ the SDK's", action / sdk, 1),
    tellBar('megabytes that load at the start', size / 1024 / 1024, BUNDLE_MEGABYTES_BAR),
  ].every((held) => held);
}
