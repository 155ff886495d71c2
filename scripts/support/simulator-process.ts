/** Starts the built simulator as a process of its own, as a user would. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';

const entry = path.join(import.meta.dirname, '..', '..', 'dist', 'simulator', 'index.js');

export interface SimulatorProcess {
  readonly url: string;
  /** The vendors' own environment names for the seeded estate. */
  readonly env: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/** Resolves once it listens. */
export async function startSimulatorProcess(args: readonly string[]): Promise<SimulatorProcess> {
  const child = spawn(process.execPath, [entry, '--port', '0', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const lines = createInterface({ input: child.stdout });
  const first = await Promise.race([
    new Promise<string>((resolve) => lines.once('line', resolve)),
    ended.then(() => Promise.reject(new Error('The simulator ended before it listened'))),
  ]);
  return {
    ...(JSON.parse(first) as { url: string; env: Record<string, string> }),
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
