import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { createQuotas } from './access.ts';
import { answerControl, CONTROL_PATH } from './control.ts';
import { createFaultBook, type Fault } from './faults.ts';
import type { LogEntry } from './log.ts';
import { ENDPOINTS } from './routes.ts';
import { type Spoilt, spoil } from './troubles.ts';
import { answerVisit, findVisited } from './visit.ts';
import { makeWorld, type Seed, type World } from './world.ts';

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
  /** What a runner sets; the first token as GITHUB_TOKEN, the first repository as GITHUB_REPOSITORY. */
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
  const world = makeWorld(seed, new Date(clock.now()));
  const quotas = createQuotas(world.callsAnHour);
  const faults = createFaultBook(ENDPOINTS.map(({ name }) => name));
  const log: LogEntry[] = [];
  let origin = '';

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', headers } = request;
    const target = new URL(request.url ?? '/', origin);
    const body = await text(request);
    if (target.pathname.startsWith(CONTROL_PATH)) {
      const asked = { method, path: target.pathname, body };
      return send(response, answerControl({ faults, log, world }, asked), {});
    }
    const path = target.pathname.startsWith(`${basePath}/`) ? target.pathname.slice(basePath.length) : '';
    const endpoint = findVisited(world, { method, path })?.endpoint ?? null;
    const entry: LogEntry = {
      at: new Date(clock.now()),
      method,
      path: target.pathname,
      query: target.search,
      endpoint: endpoint?.name ?? null,
      apiVersion: headers['x-github-api-version']?.toString() ?? null,
      body: parse(body),
      actor: null,
      status: null,
      acted: false,
      fault: null,
    };
    log.push(entry);
    const act = () =>
      answerVisit(
        { world, quotas, apiUrl: `${origin}${basePath}` },
        { method, path, query: target.searchParams, headers, text: body, entry },
      );
    const fault = endpoint === null ? null : faults.take(endpoint.name);
    entry.fault = fault?.kind ?? null;
    const answer = fault === null ? act() : spoil(fault, act, entry.at);
    entry.status = answer === 'reset' ? null : answer.status;
    send(response, answer, {
      'x-github-request-id': `FAKE:${log.length}`,
      'x-github-media-type': 'github.v3; format=json',
      date: entry.at.toUTCString(),
    });
  }

  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MILLISECONDS }, (request, response) => {
    handle(request, response).catch((error: unknown) => {
      if (response.destroyed || request.errored) return;
      const trace = error instanceof Error ? error.stack : error;
      send(response, { status: 500, json: { message: `The fake GitHub failed: ${trace}` } }, {});
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

function send(response: ServerResponse, answer: Spoilt, headers: Readonly<Record<string, string>>): void {
  if (answer === 'reset') {
    response.socket?.resetAndDestroy();
  } else if ('page' in answer) {
    response.writeHead(answer.status, { ...headers, 'content-type': 'text/html' }).end(answer.page);
  } else {
    const { status, json } = answer;
    const type = json === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' };
    response.writeHead(status, { ...headers, ...type, ...answer.headers });
    response.end(json === undefined ? undefined : JSON.stringify(json));
  }
}

/** Undefined where there is nothing, or no JSON. */
function parse(body: string): unknown {
  try {
    return body === '' ? undefined : JSON.parse(body);
  } catch {
    return undefined;
  }
}
