import { readdir, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type SimulatorProcess, startSimulatorProcess } from '../scripts/support/simulator-process.ts';
import { reportFormats } from '../src/interface/words.ts';
import { createBench, measure, prepareAction } from './support/measure.ts';

const SECONDS_BAR = 60;
const MEGABYTES_BAR = 200;
const VALIDATION_SECONDS_BAR = 1;
const LATENCY_MILLISECONDS = 100;
const TARGETS = 4000;

/**
 * An audit of 10,000 client and 10,000 ZPA certificates at 100 ms of latency with every report, and the
 * validation of 4,000 targets.
 * @returns whether the bars were held.
 */
export async function benchAudit(): Promise<boolean> {
  const audited = await auditEstate();
  const validated = await validateTargets();
  return audited && validated;
}

async function auditEstate(): Promise<boolean> {
  const latency = { endpoint: '*', kind: 'slow', call: 'every', delayMilliseconds: LATENCY_MILLISECONDS };
  const start = (estate: string) =>
    startSimulatorProcess(['--estate', estate, '--fault', JSON.stringify(latency)]);
  const { folder, probe } = await createBench();
  // `large` has 10,000 client certificates, `huge` 10,000 of ZPA.
  const [cloudflare, zscaler] = await Promise.all([start('large'), start('huge')]);
  try {
    const action = await prepareAction(
      {
        operation: 'audit',
        targets: JSON.stringify([
          {
            name: 'clients',
            provider: 'cloudflare-client',
            'zone-id': cloudflare.env.CLOUDFLARE_ZONE_ID,
            'api-token': cloudflare.env.CLOUDFLARE_API_TOKEN,
            'api-url': cloudflare.url,
          },
          {
            name: 'private access',
            provider: 'zscaler-zpa',
            'customer-id': zscaler.env.ZPA_CUSTOMER_ID,
            'vanity-domain': zscaler.env.ZSCALER_VANITY_DOMAIN,
            'client-id': zscaler.env.ZSCALER_CLIENT_ID,
            'client-secret': zscaler.env.ZSCALER_CLIENT_SECRET,
            'api-url': zscaler.url,
          },
        ]),
        'fail-job': 'false',
        'report-formats': reportFormats.join(','),
        'report-directory': path.join(folder, 'reports'),
      },
      folder,
    );
    const { milliseconds, kibibytes, exitCode } = await measure({ name: 'audit', ...action }, probe);
    const refused = (await Promise.all([cloudflare, zscaler].map(countRefusals))).reduce((a, b) => a + b);
    const reports = await listSizes(path.join(folder, 'reports'));
    const seconds = milliseconds / 1000;
    const megabytes = kibibytes / 1024;
    process.stdout.write(
      `Audit of 10,000 client and 10,000 ZPA certificates at ${LATENCY_MILLISECONDS} ms latency, every report\n\n` +
        `${seconds.toFixed(1)} s, ${megabytes.toFixed(0)} MB at the peak, ${refused} answers of 429, exit code ${exitCode}\n` +
        `${reports.join('\n')}\n\n`,
    );
    const held =
      exitCode === 0 &&
      reports.length === reportFormats.length &&
      seconds < SECONDS_BAR &&
      megabytes < MEGABYTES_BAR &&
      refused === 0;
    process.stdout.write(
      `Bars: < ${SECONDS_BAR} s, < ${MEGABYTES_BAR} MB, no 429: ${held ? 'held' : 'MISSED'}\n\n`,
    );
    return held;
  } finally {
    await Promise.all([cloudflare.stop(), zscaler.stop()]);
    await rm(folder, { recursive: true, force: true });
  }
}

async function countRefusals({ url }: SimulatorProcess): Promise<number> {
  const history = (await (await fetch(`${url}/__simulator/history`)).json()) as { status: number }[];
  return history.filter(({ status }) => status === 429).length;
}

async function listSizes(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder);
  return Promise.all(
    names.sort().map(async (name) => {
      const { size } = await stat(path.join(folder, name));
      return `  ${name.padEnd(26)} ${(size / 1024 / 1024).toFixed(1).padStart(6)} MB`;
    }),
  );
}

/** Each with a policy of its own, as an estate of that size would have. */
async function validateTargets(): Promise<boolean> {
  const { folder, probe } = await createBench();
  const inputsOf = (count: number) => ({
    operation: 'audit',
    'validate-only': 'true',
    'report-formats': 'json',
    targets: Array.from({ length: count }, (_, index) => writeTarget(index)).join(''),
  });
  try {
    const one = await measure({ name: '1 target', ...(await prepareAction(inputsOf(1), folder)) }, probe);
    // An environment variable holds 128 KiB, so that many targets come in a file.
    const file = path.join(folder, 'targets.yml');
    await writeFile(file, inputsOf(TARGETS).targets);
    const { targets: _inline, ...rest } = inputsOf(0);
    const action = await prepareAction({ ...rest, 'targets-file': file }, folder);
    const all = await measure({ name: `${TARGETS} targets`, ...action }, probe);
    const seconds = (all.milliseconds - one.milliseconds) / 1000;
    const held = one.exitCode === 0 && all.exitCode === 0 && seconds < VALIDATION_SECONDS_BAR;
    process.stdout.write(
      `Configuration of ${TARGETS} targets parsed and validated: ${seconds.toFixed(2)} s more than of one target ` +
        `(${(all.milliseconds / 1000).toFixed(2)} s in all, ${(all.kibibytes / 1024).toFixed(0)} MB)\n\n` +
        `Bar: < ${VALIDATION_SECONDS_BAR} s: ${held ? 'held' : 'MISSED'}\n`,
    );
    return held;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function writeTarget(index: number): string {
  return `- name: store ${index}
  provider: cloudflare-gateway
  account-id: ${index.toString(16).padStart(32, '0')}
  api-token-env: TOKEN_${index % 40}
  warn-within: 60d 33%
  fail-within: 14d
  only-in-use: true
  owner: team ${index % 100}
  runbook: https://wiki.example.com/stores/${index}
  ignore:
    - name: old-${index}-*
      reason: is replaced by hand
      until: 2030-01-31
`;
}
