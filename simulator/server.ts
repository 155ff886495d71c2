import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { createCloudflare } from './cloudflare/cloudflare.ts';
import { type CloudflareOptions, DEFAULT_CLOUDFLARE_OPTIONS } from './cloudflare/options.ts';
import type { CloudflareState } from './cloudflare/state.ts';
import { answerControl } from './control.ts';
import { CONTROL_PATH } from './control-names.ts';
import { type Delivery, deliver, deliverFault } from './delivery.ts';
import { type Estate, type EstateName, makeEstate } from './estate.ts';
import { createFaultBook, type FaultPlan } from './faults.ts';
import { type HistoryEntry, maskHeaders, type OpenEntry, readBody } from './history.ts';
import { createUnkind } from './unkind.ts';
import type { Clock, Vendor } from './vendor.ts';
import { DEFAULT_ZSCALER_OPTIONS, type ZscalerOptions } from './zscaler/options.ts';
import type { ZscalerState } from './zscaler/state.ts';
import { createZscaler } from './zscaler/zscaler.ts';

const LOOPBACK = '127.0.0.1';
/** Long, so that no idle connection ends just as a test uses it again. */
const KEEP_ALIVE_MILLISECONDS = 60_000;
const DEFAULT_SETTLE_MILLISECONDS = 1500;

export interface SimulatorOptions {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  /** The machine's clock by default. */
  readonly clock?: Clock;
  /** Ids and serial numbers made at run time follow from it; 1 by default. */
  readonly seed?: number;
  /** How long a state change takes; 1,500 by default. */
  readonly settleMilliseconds?: number;
  /** Troubles by this seed; none by default. */
  readonly unkind?: number | undefined;
  /** `company` by default. */
  readonly estate?: EstateName | Estate;
  readonly faults?: readonly FaultPlan[];
  /** Whoever knows it may stop the simulator by a call; nobody may by default. */
  readonly stopToken?: string | undefined;
  /** How the simulated Cloudflare behaves where that is not established. */
  readonly cloudflare?: Partial<CloudflareOptions>;
  /** The same for Zscaler. */
  readonly zscaler?: Partial<ZscalerOptions>;
}

export interface SimulatorState {
  readonly cloudflare: CloudflareState;
  readonly zscaler: ZscalerState;
}

export interface Simulator {
  /** `http://127.0.0.1:PORT`. */
  readonly url: string;
  /** The vendors' own environment names for the seeded estate. */
  readonly env: Readonly<Record<string, string>>;
  /** Every request since the start or the last reset, in the order of arrival, control requests aside. */
  readonly history: readonly HistoryEntry[];
  planFault(fault: FaultPlan): void;
  clearFaults(): void;
  /** What exists now. */
  readState(): SimulatorState;
  /** Seeds the estate anew, relative to now; forgets faults, quotas and history. */
  reset(): Promise<void>;
  /** Ends every connection and stops listening. */
  close(): Promise<void>;
}

/**
 * Starts the simulator on the loopback interface, and resolves once it listens.
 * @throws {Error} for a fault that cannot be planned, or a port that is taken
 */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const clock = options.clock ?? { now: () => Date.now() };
  const faults = createFaultBook();
  for (const fault of options.faults ?? []) faults.plan(fault);
  const history: OpenEntry[] = [];
  let estate = await openEstate(options, clock);
  let closing: Promise<void> | undefined;

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', headers } = request;
    const { path, query } = splitTarget(request.url ?? '/');
    if (path.startsWith(CONTROL_PATH)) {
      const control = { faults, history, readState: estate.readState, stopToken: options.stopToken };
      const { authorization } = headers;
      const answer = answerControl(control, { method, path, authorization, body: await text(request) });
      if (answer.ends) response.once('close', () => void close());
      return sendJson(response, answer.status, answer.json);
    }
    const vendor = estate.vendors.find((candidate) => candidate.serves(path));
    if (vendor === undefined) return sendJson(response, 404, { error: `No simulated vendor serves ${path}` });
    const endpoint = vendor.findEndpoint(method, path);
    const entry: OpenEntry = {
      at: clock.now(),
      method,
      path,
      query,
      endpoint,
      credential: vendor.describeCredential(headers),
      headers: maskHeaders(headers, vendor.credentialHeaders),
      body: null,
      status: null,
      acted: false,
    };
    history.push(entry);
    const writes = method !== 'GET' && method !== 'HEAD';
    const fault =
      endpoint === null
        ? null
        : (faults.take(endpoint, new URLSearchParams(query)) ??
          estate.unkind?.drawFault(endpoint, writes) ??
          null);
    const body = fault?.kind === 'reset-before' ? '' : await text(request);
    entry.body = readBody(body, headers['content-type'], vendor.credentialFields);
    const delivery: Delivery = {
      vendor,
      request: { method, path, query: new URLSearchParams(query), headers, body },
      response,
      entry,
      clock,
    };
    await (fault === null ? deliver(delivery) : deliverFault(delivery, fault));
  }

  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MILLISECONDS }, (request, response) => {
    handle(request, response).catch((error: unknown) => {
      // A caller that went away while it sent is no news; anything else is the simulator's own mistake.
      if (response.destroyed || request.errored) return;
      sendJson(response, 500, {
        error: `The simulator failed: ${error instanceof Error ? error.stack : error}`,
      });
    });
  });
  const close = () => {
    closing ??= closeServer(server);
    return closing;
  };
  server.listen(options.port ?? 0, LOOPBACK);
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('A TCP server has no port');

  return {
    url: `http://${LOOPBACK}:${address.port}`,
    env: estate.env,
    history,
    planFault: (fault) => faults.plan(fault),
    clearFaults: () => faults.clear(),
    readState: () => estate.readState(),
    reset: async () => {
      estate = await openEstate(options, clock);
      faults.clear();
      history.length = 0;
    },
    close,
  };
}

async function closeServer(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}

/** Seeds every vendor. */
async function openEstate(options: SimulatorOptions, clock: Clock) {
  const { estate: wanted = 'company' } = options;
  const seeded = typeof wanted === 'string' ? makeEstate(wanted, clock.now()) : wanted;
  const unkind = options.unkind === undefined ? null : createUnkind(options.unkind);
  const world = {
    clock,
    unkind,
    seed: options.seed ?? 1,
    settleMilliseconds: options.settleMilliseconds ?? DEFAULT_SETTLE_MILLISECONDS,
  };
  const cloudflare = await createCloudflare(seeded.cloudflare, world, {
    ...DEFAULT_CLOUDFLARE_OPTIONS,
    ...options.cloudflare,
  });
  const zscaler = await createZscaler(seeded.zscaler, world, {
    ...DEFAULT_ZSCALER_OPTIONS,
    ...options.zscaler,
  });
  const vendors: readonly Vendor[] = [cloudflare, ...zscaler.vendors];
  const readState = (): SimulatorState => ({
    cloudflare: cloudflare.readState(),
    zscaler: zscaler.readState(),
  });
  return { env: seeded.env, vendors, unkind, readState };
}

/** Path and query (with its question mark) as they came: an URL parser would tidy them up. */
function splitTarget(target: string): { readonly path: string; readonly query: string } {
  const [path = ''] = target.split('?', 1);
  return { path, query: target.slice(path.length) };
}

function sendJson(response: ServerResponse, status: number, json: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json));
}
