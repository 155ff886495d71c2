import type { Socket } from 'node:net';
import Client from 'undici/lib/dispatcher/client.js';
import { openConnection } from './connection.ts';
import { codeOf, describeCut, describeTimeout, describeTooLarge, type Place } from './connection-failure.ts';
import { NetworkFailure } from './errors.ts';
import { bareHost, findProxy, type ProxyServer, portOf } from './proxy.ts';
import type { Network, NetworkRequest, NetworkResponse } from './types.ts';

/** What Node's timers can hold; a longer wait would fire at once. */
const LONGEST_TIMER_MILLISECONDS = 2 ** 31 - 1;

/** One connection at most, carrying one exchange at a time. */
interface Connection {
  readonly client: Client;
  readonly place: Place;
  readonly proxy: ProxyServer | null;
  destroy(): Promise<void>;
}

/**
 * The network of the real world: HTTP/1.1 over TLS, through the proxy that the environment names.
 * Certificates are always verified; more roots come by NODE_EXTRA_CA_CERTS only.
 */
export function createNetwork(options: {
  environment: Readonly<Record<string, string | undefined>>;
}): Network {
  const open = new Set<Connection>();
  const idle = new Map<string, Connection[]>();

  const take = (url: URL): Connection => {
    const kept = idle.get(url.origin)?.pop();
    if (kept !== undefined) return kept;
    const made = createConnection(url, findProxy(url, options.environment));
    open.add(made);
    return made;
  };

  return {
    async send(request) {
      const connection = take(request.url);
      try {
        const response = await exchange(connection, request);
        const { origin } = request.url;
        if (open.has(connection)) idle.set(origin, [...(idle.get(origin) ?? []), connection]);
        return response;
      } catch (error) {
        open.delete(connection);
        await connection.destroy();
        throw error;
      }
    },
    async close() {
      const ending = [...open];
      open.clear();
      idle.clear();
      await Promise.all(ending.map((connection) => connection.destroy()));
    },
  };
}

function createConnection(target: URL, proxy: ProxyServer | null): Connection {
  const opening = new Set<Socket>();
  let destroyed = false;
  const client = new Client(target.origin, {
    // The exchange has a timer of its own that covers all of it.
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: (_options, callback) => {
      const follow = (socket: Socket) => {
        opening.add(socket.once('close', () => opening.delete(socket)));
        if (destroyed) socket.destroy();
      };
      openConnection(target, proxy, follow).then(
        (socket) => callback(null, socket),
        (error) => callback(error, null),
      );
    },
  });
  return {
    client,
    place: { host: bareHost(target), port: portOf(target) },
    proxy,
    destroy() {
      destroyed = true;
      for (const socket of opening) socket.destroy();
      return client.destroy();
    },
  };
}

function exchange({ client, place, proxy }: Connection, request: NetworkRequest): Promise<NetworkResponse> {
  return new Promise((resolve, reject) => {
    const { maxBodyBytes } = request;
    const milliseconds = Math.min(request.timeoutMilliseconds, LONGEST_TIMER_MILLISECONDS);
    const chunks: Buffer[] = [];
    let size = 0;
    let status = 0;
    let headers: Record<string, string> = {};
    let sent = false;
    let over = false;
    /** Ends the exchange at once. Pausing it instead would leave undici in a state in which a closing socket throws. */
    let abort = () => {};

    const end = (settle: () => void) => {
      if (over) return;
      over = true;
      clearTimeout(timer);
      settle();
    };
    const fail = (error: unknown) =>
      end(() => {
        reject(error);
        abort();
      });
    const timer = setTimeout(() => fail(describeTimeout(place, { milliseconds, sent, proxy })), milliseconds);

    client.dispatch(
      {
        method: request.method,
        path: `${request.url.pathname}${request.url.search}`,
        headers: { ...request.headers },
        ...(request.body === undefined ? {} : { body: request.body }),
      },
      {
        // Called right before the first octet is written, and never for a request that was given up.
        onConnect(giveUp) {
          abort = giveUp;
          if (over) giveUp();
          else sent = true;
        },
        onHeaders(code, raw) {
          status = code;
          headers = readHeaders(raw);
          if (code >= 200 && Number(headers['content-length'] ?? 0) > maxBodyBytes) {
            fail(describeTooLarge(place, maxBodyBytes));
          }
          return true;
        },
        onData(chunk) {
          size += chunk.length;
          if (size > maxBodyBytes) fail(describeTooLarge(place, maxBodyBytes));
          else if (!over) chunks.push(chunk);
          return true;
        },
        onComplete() {
          end(() => resolve({ status, headers, body: new TextDecoder().decode(Buffer.concat(chunks)) }));
        },
        onError(error) {
          fail(describeError(error, place, sent));
        },
      },
    );
  });
}

function describeError(error: Error, place: Place, sent: boolean): Error {
  // A malformed header is a mistake of the caller, not of the network.
  if (error instanceof NetworkFailure || codeOf(error) === 'UND_ERR_INVALID_ARG') return error;
  return describeCut(error, place, sent);
}

function readHeaders(raw: readonly Buffer[]): Record<string, string> {
  const headers = new Map<string, string>();
  for (let index = 0; index + 1 < raw.length; index += 2) {
    const name = String(raw[index]).toLowerCase();
    const value = raw[index + 1]?.toString('latin1') ?? '';
    const earlier = headers.get(name);
    headers.set(name, earlier === undefined ? value : `${earlier}, ${value}`);
  }
  return Object.fromEntries(headers);
}
