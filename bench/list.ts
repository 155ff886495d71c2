import { rm } from 'node:fs/promises';
import path from 'node:path';
import { createBench, type Measured, measure, median, prepareAction } from './support/measure.ts';
import { tellBar } from './support/rounds.ts';
import { hasSdk, prepareSdk } from './support/sdk.ts';
import { startVendor, type VendorProcess } from './support/vendor.ts';
import { countMostCalls } from './support/windows.ts';

/** The cell that the bars are of. */
const BAR = { size: 10_000, latency: 100, overSdk: 8, ofIdeal: 1.25 };
const CONCURRENCY = 8;
const LARGEST_PAGE = 50;
/** Cloudflare: calls of a token in five minutes. */
const QUOTA = { calls: 1200, seconds: 300 };

/** What a contender took, and whether the vendor would have let it. */
interface Row {
  readonly name: string;
  readonly seconds: number;
  readonly calls: number;
  readonly mostInWindow: number;
}

/**
 * Every client certificate of a zone, into a file, beside the automatic pager of Cloudflare's own library, as it
 * comes and with the largest page. The vendor's quota is counted, not enforced, so that all come to an end.
 * @returns whether the bars were held, where their cell was among those measured.
 */
export async function benchList(
  runs: number,
  { sizes, latencies }: { readonly sizes: readonly number[]; readonly latencies: readonly number[] },
): Promise<boolean> {
  const withSdk = hasSdk();
  let held = true;
  process.stdout.write(`Every client certificate of a zone, medians of ${runs} interleaved runs\n\n`);
  for (const size of sizes) {
    const vendor = await startVendor({ zones: [size], zpa: 0, limits: false });
    const { folder } = await createBench();
    try {
      const contenders = await prepareContenders(vendor, folder, withSdk);
      for (const latency of latencies) {
        await vendor.setLatency(latency);
        held = report(await runInTurn(vendor, contenders, runs), size, latency) && held;
      }
    } finally {
      await vendor.stop();
      await rm(folder, { recursive: true, force: true });
    }
  }
  return held;
}

async function prepareContenders(
  vendor: VendorProcess,
  folder: string,
  withSdk: boolean,
): Promise<readonly Measured[]> {
  const [zone] = vendor.zones;
  if (zone === undefined) throw new Error('The vendor has no zone');
  const action = await prepareAction(
    {
      operation: 'list',
      provider: 'cloudflare-client',
      'zone-id': zone.id,
      'api-token': zone.token,
      'api-url': vendor.url,
      concurrency: String(CONCURRENCY),
    },
    folder,
  );
  const walk = (query: object) => `import { writeFile } from 'node:fs/promises';
const all = [];
for await (const one of client.clientCertificates.list(${JSON.stringify({ zone_id: zone.id, ...query })})) all.push(one);
await writeFile(${JSON.stringify(path.join(folder, 'sdk.json'))}, JSON.stringify(all));`;
  const at = { url: vendor.url, token: zone.token, into: folder };
  const ours = { name: 'the action', ...action };
  if (!withSdk) return [ours];
  return [
    ours,
    await prepareSdk('SDK, as it comes', { ...at, body: walk({}) }),
    await prepareSdk('SDK, 50 a page', { ...at, body: walk({ per_page: LARGEST_PAGE }) }),
  ];
}

async function runInTurn(
  vendor: VendorProcess,
  contenders: readonly Measured[],
  runs: number,
): Promise<readonly Row[]> {
  const seconds = contenders.map((): number[] => []);
  const calls: number[][] = [];
  for (let run = 0; run < runs; run += 1) {
    for (const [index, contender] of contenders.entries()) {
      const since = Date.now();
      const { milliseconds, exitCode } = await measure(contender);
      if (exitCode !== 0) throw new Error(`${contender.name} ended with ${exitCode}`);
      seconds[index]?.push(milliseconds / 1000);
      calls[index] = (await vendor.listCalls(since)).map(({ at }) => at);
    }
  }
  return contenders.map(({ name }, index) => ({
    name,
    seconds: median(seconds[index] ?? []),
    calls: calls[index]?.length ?? 0,
    mostInWindow: countMostCalls(calls[index] ?? [], QUOTA.seconds * 1000),
  }));
}

/** What the action's own choice of pages side by side, and the vendor's quota, would take without any work. */
function findIdeal(size: number, latency: number): number {
  const pages = Math.ceil(size / LARGEST_PAGE);
  const rounds = 1 + Math.ceil((pages - 1) / CONCURRENCY);
  const windows = Math.ceil(pages / QUOTA.calls) - 1;
  return Math.max((rounds * latency) / 1000, windows * QUOTA.seconds);
}

function report(rows: readonly Row[], size: number, latency: number): boolean {
  const [ours] = rows;
  if (ours === undefined) throw new Error('nothing measured');
  const ideal = findIdeal(size, latency);
  process.stdout.write(`${size} certificates at ${latency} ms\n`);
  for (const { name, seconds, calls, mostInWindow } of rows) {
    const ofIdeal = ideal > 0 && name === ours.name ? `, × ideal ${(seconds / ideal).toFixed(2)}` : '';
    const refused = mostInWindow > QUOTA.calls ? `, REFUSED by the vendor after ${QUOTA.calls}` : '';
    process.stdout.write(
      `  ${name.padEnd(20)} ${seconds.toFixed(2).padStart(8)} s, × the action ${(seconds / ours.seconds).toFixed(2).padStart(6)}, ${calls} calls${ofIdeal}${refused}\n`,
    );
  }
  const sdk = rows[1];
  if (size !== BAR.size || latency !== BAR.latency) return ours.mostInWindow <= QUOTA.calls;
  return [
    tellBar("the action's time ÷ the ideal", ours.seconds / ideal, BAR.ofIdeal),
    sdk === undefined ||
      tellBar("the action's time ÷ the SDK's", ours.seconds / sdk.seconds, 1 / BAR.overSdk, 3),
    ours.mostInWindow <= QUOTA.calls,
  ].every((held) => held);
}
