/**
 * Mutation testing: changes one thing in the source after another, and tells which changes no test notices.
 *
 *   npm ci --prefix mutation
 *   npm run mutation [-- --only certificate|http|rotation] [-- --files PATTERN]
 *
 * Writes mutation/reports/, one page and one JSON file for each part. Ends with 1 where a score is under the bar.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';

const ROOT = path.join(import.meta.dirname, '..');
/** Killed mutants in a hundred; of one part of the source, not of each file. */
const BAR = 85;

/** What is mutated, and by which tests it should be noticed: those that run in one process. */
const PARTS: Readonly<Record<string, { readonly source: string; readonly tests: readonly string[] }>> = {
  certificate: { source: 'src/certificate/**/*.ts', tests: ['test/certificate/**/*.test.ts'] },
  http: { source: 'src/http/**/*.ts', tests: ['test/http/**/*.test.ts'] },
  rotation: {
    source: 'src/operations/rotation/**/*.ts',
    // Not those that kill or disturb hundreds of runs: they take minutes for each mutant.
    tests: [
      'test/operations/rotation/**/*.test.ts',
      ...['gateway-rotation', 'client-rotation', 'zpa-rotation', 'gates', 'telling'].map(
        (name) => `test/run/rotation/${name}.test.ts`,
      ),
    ],
  },
};

const { values } = parseArgs({ options: { only: { type: 'string' }, files: { type: 'string' } } });
const names = values.only === undefined ? Object.keys(PARTS) : [values.only];
process.chdir(ROOT);
for (const name of names) {
  const part = PARTS[name];
  if (part === undefined) throw new Error(`--only ${name}: there is ${Object.keys(PARTS).join(', ')}`);
  const report = path.join('mutation', 'reports', name);
  await new Stryker({
    testRunner: 'in-process',
    plugins: [path.join(import.meta.dirname, 'runner', 'plugin.ts')],
    tests: part.tests,
    testRunnerNodeArgs: ['--disable-warning=ExperimentalWarning'],
    coverageAnalysis: 'perTest',
    // What a module does while it is loaded would need a process of its own for each mutant.
    ignoreStatic: true,
    mutate: [values.files ?? part.source],
    ignorePatterns: ['.tmp', '/bench', '/build', '/dist', '/docs', '/examples', '/mutation'],
    tempDirName: '.tmp/mutation',
    // Stryker would rewrite it by TypeScript's own library, which the compiler in use does not have.
    tsconfigFile: 'none',
    reporters: ['progress', 'clear-text', 'json', 'html'],
    jsonReporter: { fileName: `${report}.json` },
    htmlReporter: { fileName: `${report}.html` },
    clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportMutants: false },
    concurrency: 2,
    maxTestRunnerReuse: 500,
    timeoutMS: 5000,
    thresholds: { high: 95, low: BAR, break: BAR },
    warnings: false,
  }).runMutationTest();
}
