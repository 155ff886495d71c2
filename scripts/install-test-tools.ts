/**
 * Sees to what the tests need beside Node: a browser that draws pages (`chromium`), and Prometheus's own checker
 * (`promtool`). Where one is missing it is installed from the packages of a Debian system; where that cannot be
 * done, says what to install, and fails.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

/** The command, and Debian's package that has it. */
const TOOLS: Readonly<Record<string, string>> = { chromium: 'chromium', promtool: 'prometheus' };

const isInstalled = (command: string) =>
  (process.env.PATH ?? '').split(path.delimiter).some((folder) => existsSync(path.join(folder, command)));
const findMissing = () =>
  Object.entries(TOOLS)
    .filter(([command]) => !isInstalled(command))
    .map(([, name]) => name);
const run = (command: string, ...args: readonly string[]) =>
  spawnSync(command, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });

const missing = findMissing();
if (missing.length > 0 && process.getuid?.() === 0 && isInstalled('apt-get')) {
  process.stdout.write(`Installing ${missing.join(' and ')} for the tests\n`);
  run('apt-get', 'update', '-qq');
  run('apt-get', 'install', '-y', '-qq', ...missing);
}
const left = findMissing();
if (left.length > 0) {
  process.stderr.write(
    `The tests need ${left.join(' and ')}, as Debian's packages are called. Install: sudo apt-get install ${left.join(' ')}\n`,
  );
  process.exitCode = 1;
}
