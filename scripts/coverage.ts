/**
 * Which branches of `src/` are taken by the tests that run in one process: `npm run coverage [-- FOLDER ...]`. What only
 * a process of its own runs (the entry files) is not counted, since nothing of it is. Writes `coverage/`, prints the
 * files with the most branches that no test takes, and ends with 1 below the bar or where a test fails.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Branches in a hundred. */
const BAR = 95;
const SHOWN = 25;
/** Tests that start the built action, an engine or a linter, and have nothing of `src/` in them. */
const ELSEWHERE = ['action', 'engine', 'lint', 'reliability', 'simulator', 'repository', 'tools'];
/** They do nothing but start the action with what is outside it; `test/action` runs them as built. */
const ENTRIES = ['main.ts', 'cleanup.ts'];

interface Share {
  readonly total: number;
  readonly covered: number;
  readonly pct: number;
}

const root = path.join(import.meta.dirname, '..');
const jest = path.join(root, 'node_modules', 'jest', 'bin', 'jest.js');
const folders = process.argv.slice(2);
const { status } = spawnSync(
  process.execPath,
  [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    jest,
    '--silent',
    '--coverage',
    '--coverageProvider=v8',
    '--coverageReporters=json-summary',
    '--coverageReporters=html',
    '--collectCoverageFrom=src/**/*.ts',
    ...['**/*.d.ts', 'report/audit/html/browser/**', ...ENTRIES].map(
      (pattern) => `--collectCoverageFrom=!src/${pattern}`,
    ),
    '--testPathIgnorePatterns',
    ...ELSEWHERE.map((folder) => `<rootDir>/test/${folder}/`),
    '--',
    ...folders,
  ],
  { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] },
);
const { total, ...files } = JSON.parse(
  readFileSync(path.join(root, 'coverage', 'coverage-summary.json'), 'utf8'),
) as Record<string, { readonly branches: Share }>;
const missed = ({ branches }: { readonly branches: Share }) => branches.total - branches.covered;
const worst = Object.entries(files)
  .filter(([, file]) => missed(file) > 0)
  .sort(([, one], [, other]) => missed(other) - missed(one));
for (const [file, { branches }] of worst.slice(0, SHOWN)) {
  process.stdout.write(
    `${branches.covered} of ${branches.total} branches (${branches.pct} %): ${path.relative(root, file)}\n`,
  );
}
const share = total?.branches.pct ?? 0;
process.stdout.write(`Branches of src/ that are taken: ${share} %; the bar is ${BAR} %\n`);
process.exitCode = status === 0 && share >= BAR ? 0 : 1;
