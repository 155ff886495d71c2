/**
 * Which branches of `src/` the tests take: `npm run coverage [-- FOLDER ...]`. First those that run in one process, then
 * those that start the action, here from its source in place of `dist/`; a branch is taken where one of the two took it.
 * Prints the files with the most branches that no test takes, and ends with 1 below the bar or where a test fails.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readStepCoverage, type WasRun } from './support/step-coverage.ts';

/** Branches in a hundred. */
const BAR = 95;
const SHOWN = 25;
/** Tests that start the built action, an engine or a linter, and have nothing of `src/` in them. */
const ELSEWHERE = ['action', 'engine', 'lint', 'reliability', 'simulator', 'repository', 'tools'];
/** Of those that start the action: the others do the same under many faults, and take long. */
const STARTING = [
  'action/audit',
  'action/client',
  'action/gateway',
  'action/rotate',
  'action/masking',
  'action/tls',
  'action/zpa',
];
/** They do nothing but start the action with what is outside it. */
const ENTRIES = ['main.ts', 'cleanup.ts'];

interface Position {
  /** From 1. */
  readonly line: number;
  /** From 0. */
  readonly column: number;
}

/** As `coverage/coverage-final.json` has it. */
interface FileCoverage {
  readonly path: string;
  readonly branchMap: Readonly<
    Record<string, { readonly locations: readonly { readonly start: Position; readonly end: Position }[] }>
  >;
  /** How often each branch was taken. */
  readonly b: Readonly<Record<string, readonly number[]>>;
}

const root = path.join(import.meta.dirname, '..');
const source = path.join(root, 'src');
const folders = process.argv.slice(2);
const steps = mkdtempSync(path.join(tmpdir(), 'step-coverage-'));
try {
  const inProcess = runJest([
    '--coverage',
    '--coverageProvider=v8',
    '--coverageReporters=json',
    '--coverageReporters=html',
    '--collectCoverageFrom=src/**/*.ts',
    ...['**/*.d.ts', 'report/audit/html/browser/**', ...ENTRIES].map(
      (pattern) => `--collectCoverageFrom=!src/${pattern}`,
    ),
    '--testPathIgnorePatterns',
    ...ELSEWHERE.map((folder) => `<rootDir>/test/${folder}/`),
    '--',
    ...folders,
  ]);
  const started =
    folders.length > 0 ||
    runJest(
      STARTING.map((name) => `test/${name}`),
      { CERTOPS_STEP_COVERAGE: steps },
    );
  process.exitCode = tellShares(readStepCoverage(steps, source)) && inProcess && started ? 0 : 1;
} finally {
  rmSync(steps, { recursive: true, force: true });
}

function runJest(args: readonly string[], env: Readonly<Record<string, string>> = {}): boolean {
  const jest = path.join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  const { status } = spawnSync(
    process.execPath,
    ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', jest, '--silent', ...args],
    { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } },
  );
  return status === 0;
}

/** Returns whether the bar is held. */
function tellShares(wasRun: WasRun): boolean {
  const coverage = JSON.parse(
    readFileSync(path.join(root, 'coverage', 'coverage-final.json'), 'utf8'),
  ) as Record<string, FileCoverage>;
  const files = Object.values(coverage).map((file) => countBranches(file, wasRun));
  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
  const worst = files
    .filter(({ missed }) => missed.length > 0)
    .sort((one, other) => other.missed.length - one.missed.length);
  for (const { file, total, missed } of worst.slice(0, SHOWN)) {
    const where = `${path.relative(root, file)}, lines ${missed.join(' ')}`;
    process.stdout.write(`${total - missed.length} of ${total} branches: ${where}\n`);
  }
  const total = sum(files.map((one) => one.total));
  const taken = total - sum(files.map(({ missed }) => missed.length));
  const share = (100 * taken) / total;
  process.stdout.write(
    `Branches of src/ that are taken: ${taken} of ${total}, ${share.toFixed(2)} %; the bar is ${BAR} %\n`,
  );
  return share >= BAR;
}

/** How many branches a file has, and on which lines those are that nothing takes. */
function countBranches({ path: file, branchMap, b: counts }: FileCoverage, wasRun: WasRun) {
  const text = readFileSync(file, 'utf8');
  const lineStarts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const offsetOf = ({ line, column }: Position) => (lineStarts[line - 1] ?? 0) + column;
  const missed: number[] = [];
  let total = 0;
  for (const [id, { locations }] of Object.entries(branchMap)) {
    for (const [index, { start, end }] of locations.entries()) {
      total += 1;
      if ((counts[id]?.[index] ?? 0) > 0) continue;
      if (!isRun(file, offsetOf(start), offsetOf(end), wasRun)) missed.push(start.line);
    }
  }
  return { file, total, missed: missed.sort((one, other) => one - other) };
}

/** A branch counts as taken where all of it was run that this can tell: its bounds are known only roughly. */
function isRun(file: string, start: number, end: number, wasRun: WasRun): boolean {
  const points = [0.25, 0.5, 0.75].map((share) => Math.floor(start + share * (end - start)));
  return [start + 1, ...points, end - 1].every((offset) => wasRun(file, offset));
}
