import childProcess, { type SpawnOptions } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

type Counts = Readonly<Record<string, number>>;

/** The processes that tests start: they run mutated code too. */
export interface Children {
  /** From now on they have that mutant in them; null: none, and they tell what they come by. */
  infect(mutant: string | null): void;
  /** What those have come by that have ended since the last question. */
  takeCounts(): Counts;
  dispose(): void;
}

const TELL_COVERAGE = pathToFileURL(path.join(import.meta.dirname, 'tell-coverage.ts')).href;

/** Takes the place of `spawn`, so that processes of Node are given what they need beside their own environment. */
export function followChildren(): Children {
  const folder = mkdtempSync(path.join(tmpdir(), 'mutation-'));
  let mutant: string | null = null;
  const spawn = childProcess.spawn as (
    command: string,
    args: readonly string[],
    options: SpawnOptions,
  ) => childProcess.ChildProcess;
  const follow = (command: string, args: readonly string[] = [], options: SpawnOptions = {}) => {
    if (command !== process.execPath) return spawn(command, args, options);
    const more = mutant === null ? { MUTATION_COVERAGE: folder } : { __STRYKER_ACTIVE_MUTANT__: mutant };
    const tell = mutant === null ? ['--import', TELL_COVERAGE] : [];
    return spawn(command, [...tell, ...args], {
      ...options,
      env: { ...(options.env ?? process.env), ...more },
    });
  };
  Object.assign(childProcess, { spawn: follow });
  syncBuiltinESMExports();
  return {
    infect(id) {
      mutant = id;
    },
    takeCounts() {
      const sum: Record<string, number> = {};
      for (const name of readdirSync(folder)) {
        const file = path.join(folder, name);
        const counts = JSON.parse(readFileSync(file, 'utf8')) as Counts;
        for (const [id, count] of Object.entries(counts)) sum[id] = (sum[id] ?? 0) + count;
        rmSync(file);
      }
      return sum;
    },
    dispose: () => rmSync(folder, { recursive: true, force: true }),
  };
}
