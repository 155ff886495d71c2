import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Server as HttpServer } from 'node:http';
import { type AddressInfo, connect, type Server, type Socket } from 'node:net';
import path from 'node:path';
import type { NetworkFailure } from '../../src/http/errors.ts';
import type { NetworkRequest, NetworkResponse } from '../../src/http/types.ts';

/** Servers on loopback ports of their own. */
export interface Loopback {
  /** Every connection that was ever made to them. */
  readonly sockets: readonly Socket[];
  /** @returns `127.0.0.1:port` */
  listen(server: Server): Promise<string>;
  close(): void;
}

export function createLoopback(): Loopback {
  const servers: Server[] = [];
  const sockets: Socket[] = [];
  return {
    sockets,
    async listen(server) {
      server.on('connection', (socket) => sockets.push(socket.on('error', () => {})));
      servers.push(server.listen(0, '127.0.0.1'));
      await once(server, 'listening');
      return `127.0.0.1:${(server.address() as AddressInfo).port}`;
    },
    close() {
      for (const socket of sockets) socket.destroy();
      for (const server of servers) server.close();
    },
  };
}

export interface ProxyCall {
  readonly authority: string | undefined;
  readonly authorisation: string | undefined;
}

/** Makes a proxy of a server: tunnels where the status is 200, refuses otherwise. Returns what it was asked. */
export function serveAsProxy(server: HttpServer, status = 200): readonly ProxyCall[] {
  const calls: ProxyCall[] = [];
  server.on('connect', (request, socket, head) => {
    calls.push({ authority: request.url, authorisation: request.headers['proxy-authorization'] });
    socket.on('error', () => {});
    if (status !== 200) {
      socket.end(`HTTP/1.1 ${status} Refused\r\ncontent-length: 0\r\n\r\n`);
      return;
    }
    const target = connect(Number(request.url?.split(':').at(-1)), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      target.write(head);
      socket.pipe(target).pipe(socket);
    });
    target.on('error', () => socket.destroy());
  });
  return calls;
}

export interface ChildResult {
  readonly responses: readonly NetworkResponse[];
  readonly failure: Pick<NetworkFailure, 'kind' | 'mayHaveArrived' | 'passing' | 'message'> | null;
  readonly stderr: string;
}

/**
 * Sends a GET to each URL, one after another, in a Node process of its own, closes the network and waits for
 * the process to end: Node reads NODE_EXTRA_CA_CERTS only when it starts.
 */
export async function sendFromChild(
  urls: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<ChildResult> {
  const script = path.join(import.meta.dirname, 'send-from-child.ts');
  const child = spawn(process.execPath, [script, ...urls], { env: environment });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  await once(child, 'close');
  if (stdout === '') throw new Error(`The child wrote nothing: ${stderr}`);
  return { ...JSON.parse(stdout), stderr };
}

export function buildRequest(url: string, overrides: Partial<NetworkRequest> = {}): NetworkRequest {
  return {
    method: 'GET',
    url: new URL(url),
    headers: {},
    timeoutMilliseconds: 10_000,
    maxBodyBytes: 1_000_000,
    ...overrides,
  };
}
