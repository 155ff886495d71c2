/**
 * Shows speed and memory, and fails where a bar is missed.
 *
 *   npm run bench -- --runs 40
 *   npm run bench -- --only audit
 */
import { parseArgs } from 'node:util';
import { benchAudit } from './audit.ts';
import { benchStartUp } from './start-up.ts';

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '40' }, only: { type: 'string', default: '' } },
});
const runs = Number(values.runs);
if (!Number.isInteger(runs) || runs < 5) throw new Error('--runs takes a whole number from 5');
const benches = { 'start-up': () => benchStartUp(runs), audit: benchAudit };
if (values.only !== '' && !(values.only in benches))
  throw new Error(`--only takes ${Object.keys(benches).join(' or ')}`);
for (const [name, bench] of Object.entries(benches)) {
  if (values.only !== '' && values.only !== name) continue;
  if (!(await bench())) process.exitCode = 1;
  process.stdout.write('\n');
}
