import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createBench, type Measured, measure, prepareAction } from './support/measure.ts';
import { startVendor, type VendorProcess } from './support/vendor.ts';

/** ZPA counts the reads of the last so many seconds. */
const WINDOW_MILLISECONDS = 10_000;

/**
 * Every ZPA certificate of a customer, into a file, beside a script that walks the pages at their default size and
 * waits where it is told to. The vendor's quota is enforced; between two runs it recovers.
 * @returns whether the action was refused nothing.
 */
export async function benchZpa({
  sizes,
  latencies,
}: {
  readonly sizes: readonly number[];
  readonly latencies: readonly number[];
}): Promise<boolean> {
  let held = true;
  process.stdout.write('Every ZPA certificate of a customer, 20 reads in 10 s are allowed\n\n');
  for (const size of sizes) {
    const vendor = await startVendor({ zones: [], zpa: size, limits: true });
    const { folder } = await createBench();
    try {
      const contenders = await prepareContenders(vendor, folder);
      for (const latency of latencies) {
        await vendor.setLatency(latency);
        process.stdout.write(`${size} certificates at ${latency} ms\n`);
        held = (await runInTurn(vendor, contenders)) && held;
      }
    } finally {
      await vendor.stop();
      await rm(folder, { recursive: true, force: true });
    }
  }
  return held;
}

/** Returns whether the first, the action, was refused nothing. */
async function runInTurn(vendor: VendorProcess, contenders: readonly Measured[]): Promise<boolean> {
  let first: { readonly milliseconds: number; readonly refused: number } | null = null;
  for (const contender of contenders) {
    await new Promise((resolve) => setTimeout(resolve, WINDOW_MILLISECONDS));
    const since = Date.now();
    const { milliseconds, exitCode } = await measure(contender);
    if (exitCode !== 0) throw new Error(`${contender.name} ended with ${exitCode}`);
    const calls = await vendor.listCalls(since);
    const refused = calls.filter(({ status }) => status === 429).length;
    first ??= { milliseconds, refused };
    process.stdout.write(
      `  ${contender.name.padEnd(24)} ${(milliseconds / 1000).toFixed(2).padStart(8)} s, × the action ${(milliseconds / first.milliseconds).toFixed(1).padStart(6)}, ${calls.length} calls, ${refused} refused with 429\n`,
    );
  }
  return first?.refused === 0;
}

async function prepareContenders(vendor: VendorProcess, folder: string): Promise<readonly Measured[]> {
  const { url, env } = vendor;
  const action = await prepareAction(
    {
      operation: 'list',
      provider: 'zscaler-zpa',
      'customer-id': env.ZPA_CUSTOMER_ID ?? '',
      'client-id': env.ZPA_CLIENT_ID ?? '',
      'client-secret': env.ZPA_CLIENT_SECRET ?? '',
      'api-url': url,
    },
    folder,
  );
  const script = path.join(folder, 'walk.mjs');
  await writeFile(script, writeWalk(vendor, path.join(folder, 'walk.json')));
  return [
    { name: 'the action', ...action },
    { name: 'script, page after page', args: [script], env: {} },
  ];
}

function writeWalk({ url, env }: VendorProcess, output: string): string {
  const text = (value: string | undefined) => JSON.stringify(value ?? '');
  return `import { writeFile } from 'node:fs/promises';
const body = new URLSearchParams({ client_id: ${text(env.ZPA_CLIENT_ID)}, client_secret: ${text(env.ZPA_CLIENT_SECRET)} });
const { access_token } = await (await fetch(${text(`${url}/signin`)}, { method: 'POST', body })).json();
const headers = { authorization: \`Bearer \${access_token}\` };
const all = [];
for (let page = 1, pages = 1; page <= pages; ) {
  const answer = await fetch(\`${url}/mgmtconfig/v1/admin/customers/${env.ZPA_CUSTOMER_ID}/certificate?page=\${page}\`, { headers });
  if (answer.status === 429) {
    await new Promise((resolve) => setTimeout(resolve, 1000 * Number.parseFloat(answer.headers.get('retry-after'))));
    continue;
  }
  const { list, totalPages } = await answer.json();
  all.push(...list);
  pages = Number(totalPages);
  page += 1;
}
await writeFile(${text(output)}, JSON.stringify(all));
`;
}
