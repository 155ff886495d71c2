import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { toolPath } from '../../../scripts/support/test-tools.ts';

/** How long the engine may take at most; a run takes seconds. */
const TIMEOUT_MILLISECONDS = 180_000;
/** What it may take to stop its steps once it is told to end. */
const GRACE_MILLISECONDS = 5_000;
const BIN = path.join(import.meta.dirname, '..', '..', '..', 'node_modules', '.bin');

export interface ActResult {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Where the engine runs. */
export interface ActPlace {
  readonly directory: string;
  /** A folder for whatever it keeps. */
  readonly home: string;
  /** Where the engine is; for tests of this alone. */
  readonly command?: string;
  /** Told each line as it is written. */
  readonly onLine?: (line: string) => void;
}

/**
 * Runs the engine on this machine, without containers and without anything of the user's own.
 * @throws Error where it is not installed, or does not end
 */
export async function runAct(
  args: readonly string[],
  { directory, home, command = toolPath('act'), onLine = () => {} }: ActPlace,
): Promise<ActResult> {
  if (!existsSync(command)) {
    throw new Error(
      `The workflow engine act is not at ${command}. 'npm test' installs it with pip from test/tools/requirements.txt: ` +
        `run 'node scripts/install-test-tools.ts', with python3, pip and access to PyPI.`,
    );
  }
  const child = spawn(command, args, {
    cwd: directory,
    env: {
      HOME: home,
      XDG_CACHE_HOME: path.join(home, 'cache'),
      // JavaScript actions run on the first node that the engine finds: the runtime of runners, not the system's.
      PATH: `${BIN}${path.delimiter}${process.env.PATH}`,
      // Whoever has a Docker of their own keeps it out of this.
      DOCKER_HOST: '',
      LANG: 'C.UTF-8',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A process group of its own, so that nothing of it is left behind.
    detached: true,
  });
  let stdout = '';
  let stderr = '';
  let begun = '';
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    stdout += chunk;
    const lines = `${begun}${chunk}`.split('\n');
    begun = lines.pop() ?? '';
    for (const line of lines) onLine(line);
  });
  child.stderr.setEncoding('utf8').on('data', (chunk) => {
    stderr += chunk;
  });
  let isLate = false;
  const timers = [
    setTimeout(() => {
      isLate = true;
      endGroup(child.pid, 'SIGTERM');
    }, TIMEOUT_MILLISECONDS),
    setTimeout(() => endGroup(child.pid, 'SIGKILL'), TIMEOUT_MILLISECONDS + GRACE_MILLISECONDS),
  ];
  const [exitCode] = await once(child, 'close');
  for (const timer of timers) clearTimeout(timer);
  if (isLate) {
    const last = stdout.split('\n').slice(-20).join('\n');
    throw new Error(`act did not end within ${TIMEOUT_MILLISECONDS / 1000} seconds:\n${last}\n${stderr}`);
  }
  return { exitCode, stdout, stderr };
}

function endGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  try {
    if (pid !== undefined) process.kill(-pid, signal);
  } catch {
    // It has ended meanwhile.
  }
}
