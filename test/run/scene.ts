import { NetworkFailure } from '../../src/http/errors.ts';
import type { NetworkRequest } from '../../src/http/types.ts';
import { run } from '../../src/run.ts';
import type { StepFiles } from '../../src/runner/files.ts';
import { createRecordingRunner, type RecordingRunner } from '../support/recording-runner.ts';
import { NO_ROTATION_PORTS } from '../support/rotation-ports.ts';
import { createVirtualClock } from '../support/virtual-clock.ts';

export const ACCOUNT = 'c0ffee00c0ffee00c0ffee00c0ffee01';
export const TOKEN = 'cfut_TokenOfTheTestsThatOpensNothing0000001';
export const BASE = `/client/v4/accounts/${ACCOUNT}/gateway/certificates`;
const ROUND_TRIP_MILLISECONDS = 10;

/** What the vendor's side gives to one request: an answer, or a failure of the network. */
export type Reply = { readonly status?: number; readonly json?: unknown } | Error;

/** One request as it left. */
export interface Sent {
  /** Method and path; the collection's and the certificate's ids are left out: `POST /activate`. */
  readonly call: string;
  readonly body: unknown;
  /** Milliseconds since the start. */
  readonly at: number;
  /** How often this call was sent before. */
  readonly before: number;
  /** How many credentials the runner had been told to mask by then. */
  readonly masks: number;
}

export interface Script {
  readonly inputs: Readonly<Record<string, string>>;
  readonly environment?: Readonly<Record<string, string>>;
  /** The vendor's side. */
  readonly respond: (sent: Sent) => Reply;
  readonly files?: Partial<StepFiles>;
  /** Parts of the runner that behave otherwise. */
  readonly runner?: Partial<Pick<RecordingRunner, 'writeSummary'>>;
}

export interface Played {
  readonly runner: RecordingRunner;
  readonly sent: readonly Sent[];
  /** The calls in order. */
  readonly calls: readonly string[];
  /** Milliseconds that the run took on the virtual clock. */
  readonly elapsed: number;
  /** The files that were written, by name. */
  readonly written: ReadonlyMap<string, string>;
}

/** Runs a step in this process: a virtual clock, a scripted vendor, a runner that remembers. */
export async function playRun(script: Script): Promise<Played> {
  const clock = createVirtualClock();
  const startedAt = clock.now();
  const sent: Sent[] = [];
  const written = new Map<string, string>();
  const runner = createRecordingRunner(
    {
      provider: 'cloudflare-gateway',
      'account-id': ACCOUNT,
      'api-token': TOKEN,
      ...script.inputs,
    },
    script.environment,
  );
  const describe = (request: NetworkRequest): Sent => {
    const call = `${request.method} ${shortenPath(request.url.pathname)}`;
    return {
      call,
      body: request.body === undefined ? null : JSON.parse(request.body),
      at: clock.now() - startedAt,
      before: sent.filter((earlier) => earlier.call === call).length,
      masks: runner.events.filter(({ kind }) => kind === 'mask').length,
    };
  };
  await run({
    runner: Object.assign(runner, script.runner),
    files: {
      directory: '/files',
      read: async () => '',
      write: async (name, content) => {
        written.set(name, [...content].join(''));
        return `/files/${name}`;
      },
      ...script.files,
    },
    network: {
      async send(request) {
        const one = describe(request);
        sent.push(one);
        const reply = script.respond(one);
        await clock.sleep(ROUND_TRIP_MILLISECONDS);
        if (reply instanceof Error) throw reply;
        return {
          status: reply.status ?? 200,
          headers: { 'cf-ray': 'ray-1' },
          body: JSON.stringify(reply.json),
        };
      },
      async close() {},
    },
    clock,
    sleep: clock.sleep,
    random: () => 0,
    conserveMemory: () => {},
    readTrustedRoots: async () => [],
    ...NO_ROTATION_PORTS,
  });
  return { runner, sent, calls: sent.map(({ call }) => call), elapsed: clock.now() - startedAt, written };
}

/** `` for the collection, `/ID` for a certificate, `/ID/activate` for its activation. */
function shortenPath(path: string): string {
  return path.startsWith(BASE) ? path.slice(BASE.length).replace(/^\/[^/]+/, '/ID') || '/' : path;
}

/** A good answer. */
export const succeed = (result: unknown): Reply => ({
  json: { success: true, errors: [], messages: [], result },
});

/** A refusal in the vendor's form. */
export const refuse = (status: number, code: number): Reply => ({
  status,
  json: { success: false, errors: [{ code, message: `refused with ${code}` }], messages: [], result: null },
});

/** The request left, and no answer came. */
export const LOST = new NetworkFailure('The connection was reset', { kind: 'reset', mayHaveArrived: true });

export const idOf = (number: number) => `ab1e0000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** A row as the vendor writes it, without PEM: inactive, valid for so many days since the clock's start. */
export function buildRow(number: number, facts: Readonly<Record<string, unknown>> = {}, validityDays = 1825) {
  const created = Date.UTC(2026, 0, 1);
  return {
    id: idOf(number),
    binding_status: 'inactive',
    type: 'gateway_managed',
    in_use: false,
    created_at: new Date(created).toISOString(),
    expires_on: new Date(created + validityDays * 24 * 60 * 60 * 1000).toISOString(),
    ...facts,
  };
}
