import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';

/** Where a run is killed: at which of all calls, counted from 1, and on which side of what the call does. */
export interface Kill {
  readonly call: number;
  readonly when: 'before' | 'after';
}

/** A gate between a process and everybody that it calls: it counts, and kills. */
export interface Toll {
  /** The address at which somebody is reached through the gate. */
  urlOf(somebody: string): string;
  /** Every call that arrived, in order: `POST /client/v4/…`. */
  readonly calls: readonly string[];
  /** From now on this kills the process that calls. */
  arm(kill: () => void): void;
  close(): Promise<void>;
}

export interface TollOptions {
  /** Addresses that calls are handed on to, by name. */
  readonly behind: Readonly<Record<string, string>>;
  readonly kill: Kill | null;
  /** Looks at what stands, before and after each call. */
  readonly look: (what: string) => void;
}

/** Opens a port for each that is behind the gate. */
export async function openToll({ behind, kill, look }: TollOptions): Promise<Toll> {
  const calls: string[] = [];
  const servers = new Map<string, { readonly server: Server; readonly url: string }>();
  let killProcess: () => void = () => {};

  async function pass(target: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const name = `${request.method} ${request.url?.split('?')[0]}`;
    look(`before ${name}`);
    calls.push(name);
    const isLast = kill?.call === calls.length;
    const body = await buffer(request);
    if (isLast && kill.when === 'before') {
      killProcess();
      response.destroy();
      return;
    }
    const answer = await handOn(target, request, body);
    look(`after ${name}`);
    if (isLast) {
      killProcess();
      response.destroy();
      return;
    }
    const own = servers.get(target)?.url ?? '';
    const link = answer.headers.link?.replaceAll(target, own);
    response.writeHead(answer.status, { ...answer.headers, ...(link === undefined ? {} : { link }) });
    response.end(answer.body);
  }

  for (const target of Object.values(behind)) {
    const server = createServer((request, response) => {
      // A process that was killed leaves its calls half done.
      pass(target, request, response).catch(() => response.destroy());
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('A TCP server has no port');
    servers.set(target, { server, url: `http://127.0.0.1:${address.port}` });
  }

  return {
    urlOf: (somebody) => servers.get(behind[somebody] ?? '')?.url ?? '',
    calls,
    arm: (given) => {
      killProcess = given;
    },
    close: async () => {
      for (const { server } of servers.values()) {
        const closed = once(server, 'close');
        server.close();
        server.closeAllConnections();
        await closed;
      }
    },
  };
}

interface HandedOn {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: Buffer;
}

/** Headers that are of one connection, or that change with it. */
const OWN_HEADERS = new Set(['host', 'connection', 'content-length', 'transfer-encoding', 'keep-alive']);

async function handOn(target: string, { method, url, headers }: IncomingMessage, body: Buffer) {
  const sent = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined || OWN_HEADERS.has(name) ? [] : [[name, String(value)] as [string, string]],
  );
  const answer = await fetch(`${target}${url}`, {
    method: method ?? 'GET',
    headers: sent,
    ...(body.length === 0 ? {} : { body: new Uint8Array(body) }),
    redirect: 'manual',
  });
  const received = [...answer.headers].filter(
    ([name]) => !OWN_HEADERS.has(name) && name !== 'content-encoding',
  );
  return {
    status: answer.status,
    headers: Object.fromEntries(received),
    body: Buffer.from(await answer.arrayBuffer()),
  } satisfies HandedOn;
}
