import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { answerControl, CONTROL_PATH } from './control.ts';
import { COMMIT } from './deployment-state.ts';
import type { Fault } from './faults.ts';
import { createHub, type HubAnswer, write } from './hub.ts';
import type { LogEntry } from './log.ts';
import type { Seed, World } from './world.ts';

const LOOPBACK = '127.0.0.1';
/** Long, so that no idle connection ends just as a test uses it again. */
const KEEP_ALIVE_MILLISECONDS = 60_000;

export interface FakeGitHubOptions {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  /** The machine's clock by default; milliseconds. */
  readonly clock?: { now(): number };
  /** Where the API begins: empty as on github.com (the default), `/api/v3` as on an Enterprise Server. */
  readonly basePath?: string;
  readonly seed?: Seed;
}

/** A GitHub of one's own on a loopback port. */
export interface FakeGitHub {
  /** The API's address. */
  readonly url: string;
  /**
   * What a runner sets; the first token as GITHUB_TOKEN, the first repository as GITHUB_REPOSITORY, the commit that
   * it has as GITHUB_SHA.
   */
  readonly env: Readonly<Record<string, string>>;
  /** What exists now; a test may change it as people would. */
  readonly world: World;
  /** Every request in the order of arrival, control requests aside. */
  readonly log: readonly LogEntry[];
  planFault(fault: Fault): void;
  clearFaults(): void;
  close(): Promise<void>;
}

/** Starts a fake GitHub, and resolves once it listens. */
export async function startGitHub(options: FakeGitHubOptions = {}): Promise<FakeGitHub> {
  const { clock = { now: () => Date.now() }, basePath = '', seed = {} } = options;
  const hub = createHub({ clock, basePath, seed });
  const { world, log, faults } = hub;
  let origin = '';

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', headers } = request;
    const url = new URL(request.url ?? '/', origin);
    const body = await text(request);
    if (url.pathname.startsWith(CONTROL_PATH)) {
      const asked = { method, path: url.pathname, body };
      return send(response, write(await answerControl({ faults, log, world }, asked), {}));
    }
    send(response, hub.answer({ method, url, headers, body }));
  }

  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MILLISECONDS }, (request, response) => {
    handle(request, response).catch((error: unknown) => {
      if (response.destroyed || request.errored) return;
      const trace = error instanceof Error ? error.stack : error;
      send(response, write({ status: 500, json: { message: `The fake GitHub failed: ${trace}` } }, {}));
    });
  });
  server.listen(options.port ?? 0, LOOPBACK);
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('A TCP server has no port');
  origin = `http://${LOOPBACK}:${address.port}`;

  const [repository] = world.repositories;
  return {
    url: `${origin}${basePath}`,
    env: {
      GITHUB_API_URL: `${origin}${basePath}`,
      GITHUB_SERVER_URL: origin,
      GITHUB_REPOSITORY: `${repository?.owner}/${repository?.name}`,
      GITHUB_SHA: COMMIT,
      GITHUB_TOKEN: [...world.tokens.keys()][0] ?? '',
    },
    world,
    log,
    planFault: faults.plan,
    clearFaults: faults.clear,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Only the fake itself dates its answers: it has a clock of its own. */
function send(response: ServerResponse, answer: HubAnswer): void {
  if (answer === 'stall') return;
  if (answer === 'reset') {
    response.socket?.resetAndDestroy();
    return;
  }
  const { status, headers, body, delivery } = answer;
  response.sendDate = false;
  if (delivery === 'cut') {
    const octets = Buffer.from(body);
    response.writeHead(status, { ...headers, 'content-length': octets.length });
    response.write(octets.subarray(0, octets.length / 2), () => response.socket?.destroy());
    return;
  }
  response.writeHead(status, headers);
  if (delivery === 'endless') sendForever(response, '{"message":"');
  else response.end(body === '' ? undefined : body);
}

/** Until the caller goes. */
function sendForever(response: ServerResponse, start: string): void {
  const more = 'A'.repeat(1024 * 1024);
  const go = (): void => {
    let hasRoom = true;
    while (hasRoom && !response.destroyed) hasRoom = response.write(more);
  };
  response.on('drain', go);
  response.write(start);
  go();
}
