import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';

/** What the vendors are to hold. */
export interface VendorWish {
  /** Client certificates of each zone; each zone has a token of its own. */
  readonly zones: readonly number[];
  /** ZPA certificates of the one customer. */
  readonly zpa: number;
  /** Whether the vendors refuse with 429 what exceeds their quotas. */
  readonly limits: boolean;
}

/** The first line of the process. */
export interface VendorReady {
  readonly url: string;
  readonly zones: readonly Zone[];
  /** The vendors' own environment names. */
  readonly env: Readonly<Record<string, string>>;
}

export interface Zone {
  readonly id: string;
  readonly token: string;
}

/** One call that a vendor met. */
export interface VendorCall {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly endpoint: string | null;
  readonly status: number | null;
}

export interface VendorProcess extends VendorReady {
  /** From now on every answer takes so much longer. */
  setLatency(milliseconds: number): Promise<void>;
  /** The calls since a moment. */
  listCalls(since: number): Promise<readonly VendorCall[]>;
  stop(): Promise<void>;
}

const entry = path.join(import.meta.dirname, 'vendor-process.ts');

/** Resolves once every certificate is signed. */
export async function startVendor(wish: VendorWish): Promise<VendorProcess> {
  const child = spawn(process.execPath, [entry, JSON.stringify(wish)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const lines = createInterface({ input: child.stdout });
  const first = await Promise.race([
    new Promise<string>((resolve) => lines.once('line', resolve)),
    ended.then(() => Promise.reject(new Error('The vendors ended before they were ready'))),
  ]);
  const ready = JSON.parse(first) as VendorReady;
  const control = async (method: string, what: string, json?: unknown): Promise<unknown> => {
    const body = json === undefined ? null : JSON.stringify(json);
    const answer = await fetch(`${ready.url}/__simulator/${what}`, { method, body });
    if (!answer.ok) throw new Error(`${method} ${what} was answered ${answer.status}`);
    return answer.json();
  };
  return {
    ...ready,
    setLatency: async (milliseconds) => {
      await control('DELETE', 'faults');
      if (milliseconds === 0) return;
      const slow = { endpoint: '*', kind: 'slow', call: 'every', delayMilliseconds: milliseconds };
      await control('POST', 'faults', slow);
    },
    listCalls: async (since) =>
      ((await control('GET', 'history')) as VendorCall[]).filter(({ at }) => at >= since),
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
