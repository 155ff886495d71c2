/**
 * Feeds what outside parties could send to every parser, for longer than `npm test` does.
 *
 *   npm run fuzz -- --runs 5000 --seed 42
 *   npm run fuzz -- --runs 500 certificates
 *
 * What follows the options is which files of test/fuzz. A failure names its seed and the shortest input found.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  options: { runs: { type: 'string', default: '2000' }, seed: { type: 'string' } },
  allowPositionals: true,
});
for (const [name, value] of Object.entries(values)) {
  if (/^-?\d{1,9}$/.test(value)) continue;
  process.stderr.write(`--${name} is a whole number, not ${JSON.stringify(value)}\n`);
  process.exit(2);
}
const { status } = spawnSync(
  process.execPath,
  [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    path.join(import.meta.dirname, '../node_modules/jest/bin/jest.js'),
    '--testTimeout=3600000',
    ...(positionals.length === 0 ? ['test/fuzz'] : positionals.map((name) => `test/fuzz/${name}`)),
  ],
  {
    stdio: 'inherit',
    env: {
      ...process.env,
      FUZZ_RUNS: values.runs,
      ...(values.seed === undefined ? {} : { FUZZ_SEED: values.seed }),
    },
  },
);
process.exit(status ?? 1);
