/**
 * Plays many seeded stories of audits and rotations in unkind worlds: `npm run soak -- --runs 2000 --seed 1`.
 * Ends with 1 where something did not hold, and says by which command that one story is played again.
 */
import { parseArgs } from 'node:util';
import { AUDITS } from './audits.ts';
import { ROTATIONS } from './rotations.ts';
import { soak } from './scenario.ts';

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '2000' }, seed: { type: 'string', default: '1' } },
});
const [runs, first] = [values.runs, values.seed].map(Number);
if (
  runs === undefined ||
  first === undefined ||
  !Number.isInteger(runs) ||
  !Number.isInteger(first) ||
  runs < 1
) {
  throw new Error('--runs and --seed are whole numbers, runs at least 1');
}

const scenarios = [...ROTATIONS, ...AUDITS];
/** Stories by scenario and course. */
const counts = new Map<string, number>();
let broken = 0;
for (let seed = first; seed < first + runs; seed += 1) {
  const { scenario, course, breaches } = await soak(scenarios, seed);
  const kind = `${scenario}, ${course}`;
  counts.set(kind, (counts.get(kind) ?? 0) + 1);
  broken += breaches.length;
  for (const breach of breaches) process.stdout.write(`seed ${seed}, ${kind}: ${breach}\n`);
  if (breaches.length > 0) process.stdout.write(`  again: npm run soak -- --runs 1 --seed ${seed}\n`);
  if ((seed - first + 1) % 100 === 0) process.stdout.write(`${seed - first + 1} of ${runs}\n`);
}
for (const [kind, count] of [...counts].sort()) process.stdout.write(`${kind}: ${count}\n`);
process.stdout.write(`${runs} stories, ${broken} breaches\n`);
if (broken > 0) process.exitCode = 1;
