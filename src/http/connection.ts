import { request } from 'node:http';
import { connect as connectTcp, isIP, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import {
  type ConnectionPhase,
  describeConnectionFailure,
  describeProxyRefusal,
  type Place,
} from './connection-failure.ts';
import { bareHost, type ProxyServer, portOf } from './proxy.ts';

const KEEP_ALIVE_PROBE_MILLISECONDS = 60_000;

/**
 * Opens a connection that a request can be written to at once: TCP, the proxy's tunnel, TLS.
 * Each socket on the way is handed to `onSocket` first, so that the caller can destroy it at any time.
 * @throws NetworkFailure with `mayHaveArrived` false: nothing of a request was sent.
 */
export async function openConnection(
  target: URL,
  proxy: ProxyServer | null,
  onSocket: (socket: Socket) => void,
): Promise<Socket> {
  const place = { host: bareHost(target), port: portOf(target) };
  if (proxy === null) {
    return open({ place, secure: target.protocol === 'https:', proxy, toProxy: false, onSocket });
  }
  const outer = await open({ place: proxy, secure: proxy.secure, proxy, toProxy: true, onSocket });
  const tunnel = await openTunnel(outer, place, proxy);
  return open({ place, secure: true, over: tunnel, proxy, toProxy: false, onSocket });
}

interface Opening {
  readonly place: Place;
  readonly secure: boolean;
  /** A tunnel that is open already. */
  readonly over?: Socket;
  readonly proxy: ProxyServer | null;
  /** Whether the place is the proxy itself. */
  readonly toProxy: boolean;
  readonly onSocket: (socket: Socket) => void;
}

function open(opening: Opening): Promise<Socket> {
  const { place, secure, over, onSocket } = opening;
  return new Promise((resolve, reject) => {
    let phase: ConnectionPhase = over === undefined ? 'tcp' : 'tls';
    const fail = (error: unknown) => reject(describeConnectionFailure(error, { ...opening, phase }));
    const socket: Socket = secure
      ? startTls(place, over)
      : connectTcp({ host: place.host, port: place.port });
    onSocket(socket);
    socket.once('connect', () => {
      phase = 'tls';
    });
    socket.once(secure ? 'secureConnect' : 'connect', () => {
      socket.setNoDelay(true);
      socket.setKeepAlive(true, KEEP_ALIVE_PROBE_MILLISECONDS);
      resolve(socket);
    });
    // Stays for the socket's life: an error without a listener would end the process.
    socket.on('error', fail);
    socket.once('close', fail);
    over?.once('error', (error) => socket.destroy(error));
    over?.once('close', () => socket.destroy());
  });
}

/** Said outright, so that neither NODE_TLS_REJECT_UNAUTHORIZED nor --tls-min-v1.0 weakens it. */
function startTls({ host, port }: Place, over: Socket | undefined): TLSSocket {
  return connectTls({
    host,
    ...(over === undefined ? { port } : { socket: over }),
    ...(isIP(host) === 0 ? { servername: host } : {}),
    rejectUnauthorized: true,
    minVersion: 'TLSv1.2',
    ALPNProtocols: ['http/1.1'],
  });
}

/** Asks the proxy for a tunnel (RFC 9110, section 9.3.6). */
function openTunnel(outer: Socket, place: Place, proxy: ProxyServer): Promise<Socket> {
  const authority = isIP(place.host) === 6 ? `[${place.host}]:${place.port}` : `${place.host}:${place.port}`;
  return new Promise((resolve, reject) => {
    const connect = request({
      method: 'CONNECT',
      path: authority,
      setHost: false,
      headers: {
        host: authority,
        ...(proxy.authorisation === null ? {} : { 'proxy-authorization': proxy.authorisation }),
      },
      createConnection: (): Duplex => outer,
    });
    connect.once('connect', (answer, _socket, head: Buffer) => {
      const status = answer.statusCode ?? 0;
      if (status < 200 || status > 299) {
        outer.destroy();
        reject(describeProxyRefusal(status, place, proxy));
        return;
      }
      if (head.length > 0) outer.unshift(head);
      resolve(outer);
    });
    connect.once('error', (error) =>
      reject(describeConnectionFailure(error, { place: proxy, phase: 'tcp', proxy, toProxy: true })),
    );
    connect.end();
  });
}
