/**
 * Shows speed and memory, and fails where a bar is missed.
 *
 *   npm run bench                              start-up and audit
 *   npm run bench -- --only start-up --runs 40
 *   npm run bench -- --only list --sizes 1000,10000 --latencies 0,50,100,200
 *   npm run bench -- --only zpa, --only growth, --only limits
 *
 * What is compared with Cloudflare's own library needs `npm ci --prefix bench` first.
 */
import { parseArgs } from 'node:util';
import { benchAudit } from './audit.ts';
import { benchGrowth } from './growth.ts';
import { benchLimits } from './limits.ts';
import { benchList } from './list.ts';
import { benchStartUp } from './start-up.ts';
import { benchZpa } from './zpa.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string' },
    only: { type: 'string' },
    sizes: { type: 'string' },
    latencies: { type: 'string' },
  },
});
const readNumbers = (option: 'runs' | 'sizes' | 'latencies', fallback: string, least: number) =>
  (values[option] ?? fallback).split(',').map((text) => {
    const number = Number(text);
    if (Number.isInteger(number) && number >= least) return number;
    throw new Error(`--${option} takes whole numbers from ${least}, not '${text}'`);
  });
const readRuns = (fallback: number) => readNumbers('runs', String(fallback), 1)[0] ?? fallback;

const benches: Readonly<Record<string, () => Promise<boolean>>> = {
  'start-up': () => benchStartUp(readRuns(40)),
  audit: benchAudit,
  list: () =>
    benchList(readRuns(3), {
      sizes: readNumbers('sizes', '1000,10000', 1),
      latencies: readNumbers('latencies', '0,50,100,200', 0),
    }),
  zpa: () =>
    benchZpa({
      sizes: readNumbers('sizes', '1000,10000', 1),
      latencies: readNumbers('latencies', '0,50,200', 0),
    }),
  growth: () => benchGrowth(readRuns(3), readNumbers('sizes', '1000,10000,100000', 1)),
  limits: benchLimits,
};
const wanted = values.only === undefined ? ['start-up', 'audit'] : [values.only];
for (const name of wanted) {
  const bench = benches[name];
  if (bench === undefined) throw new Error(`--only takes ${Object.keys(benches).join(', ')}, not '${name}'`);
  if (!(await bench())) process.exitCode = 1;
  process.stdout.write('\n');
}
