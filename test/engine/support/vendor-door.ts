import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { Socket } from 'node:net';
import { pipeline } from 'node:stream';
import { type Authority, createAuthority } from '../../http/authority.ts';

/** The vendors' own hosts that workflows here reach. */
export const VENDOR_HOSTS = [
  'api.cloudflare.com',
  'config.private.zscaler.com',
  'api.zsapi.net',
  'example.zslogin.net',
] as const;

/**
 * A proxy behind which the vendors' own addresses lead to the simulator, over TLS, so that a workflow that names no
 * other address can be run as it stands. To every other host it refuses the way.
 */
export interface VendorDoor {
  /** What steps need to go through it. */
  readonly env: Readonly<Record<string, string>>;
  /** The vendors' hosts that were reached, each once. */
  readonly reached: ReadonlySet<string>;
  /** Others that somebody wanted to reach: `host:port`. */
  readonly refused: readonly string[];
  /** Keeps every later request until this has come to its end. */
  hold(until: Promise<unknown>): void;
  close(): Promise<void>;
}

/** Opens the door on a loopback port. `upstream` is the simulator's address. */
export async function openVendorDoor(upstream: string): Promise<VendorDoor> {
  const authority: Authority = createAuthority();
  const reached = new Set<string>();
  const refused: string[] = [];
  const sockets = new Set<Socket>();
  let held: Promise<unknown> = Promise.resolve();
  const inside = createTlsServer(authority.issue(...VENDOR_HOSTS), async (incoming, response) => {
    await held;
    passOn(upstream, incoming, response);
  });
  const proxy = createServer((_request, response) => response.writeHead(403).end());
  proxy.on('connect', (incoming, socket: Socket) => {
    sockets.add(socket.on('error', () => socket.destroy()));
    socket.once('close', () => sockets.delete(socket));
    const host = VENDOR_HOSTS.find((one) => incoming.url === `${one}:443`);
    if (host === undefined) {
      refused.push(incoming.url ?? '');
      socket.end('HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n');
      return;
    }
    reached.add(host);
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    inside.emit('connection', socket);
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const address = proxy.address();
  if (address === null || typeof address === 'string') throw new Error('A TCP server has no port');
  return {
    env: { https_proxy: `http://127.0.0.1:${address.port}`, NODE_EXTRA_CA_CERTS: authority.file },
    reached,
    refused,
    hold: (until) => {
      held = Promise.all([held, until]);
    },
    close: async () => {
      const closed = once(proxy, 'close');
      proxy.close();
      for (const socket of sockets) socket.destroy();
      proxy.closeAllConnections();
      await closed;
      authority.remove();
    },
  };
}

/** Sends a request to the simulator as it came, and its answer back; what goes wrong ends the connection. */
function passOn(upstream: string, incoming: IncomingMessage, response: ServerResponse): void {
  const { method, url, headers } = incoming;
  const outgoing = request(`${upstream}${url}`, { method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    pipeline(answer, response, () => {});
  });
  outgoing.on('error', () => response.destroy());
  pipeline(incoming, outgoing, () => {});
}
