import { once } from 'node:events';
import { createServer as createHttpServer, type IncomingMessage, type RequestListener } from 'node:http';
import { createServer as createTcpServer, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { NetworkFailure } from '../../src/http/errors.ts';
import { createNetwork } from '../../src/http/network.ts';
import type { Network, NetworkRequest } from '../../src/http/types.ts';
import { buildRequest, createLoopback, type Loopback } from './loopback.ts';

let loopback: Loopback;
let network: Network;

beforeEach(() => {
  loopback = createLoopback();
  network = createNetwork({ environment: {} });
});

afterEach(async () => {
  await network.close();
  loopback.close();
});

async function serve(listener: RequestListener): Promise<string> {
  return `http://${await loopback.listen(createHttpServer(listener))}/`;
}

async function serveSockets(onSocket: (socket: Socket) => void): Promise<string> {
  return loopback.listen(createTcpServer(onSocket));
}

async function failureOf(request: NetworkRequest): Promise<NetworkFailure> {
  const error = await network.send(request).catch((reason) => reason);
  expect(error).toBeInstanceOf(NetworkFailure);
  return error;
}

const HEAD = 'HTTP/1.1 200 OK\r\n';

describe('one exchange', () => {
  test('sends the request as it is given', async () => {
    let seen: { request: IncomingMessage; body: string } | undefined;
    const url = await serve(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += chunk;
      seen = { request, body };
      response.end();
    });
    await network.send(
      buildRequest(`${url}a/b%2Fc?x=1&y=%20`, {
        method: 'PATCH',
        headers: { 'x-one': '1' },
        body: '{"ä":1}',
      }),
    );
    expect(seen?.request.method).toBe('PATCH');
    expect(seen?.request.url).toBe('/a/b%2Fc?x=1&y=%20');
    expect(seen?.request.headers).toMatchObject({ 'x-one': '1', 'content-length': '8' });
    expect(seen?.body).toBe('{"ä":1}');
  });

  test('gives status, headers in lower case, repeated ones joined, and the body as UTF-8 without its mark', async () => {
    const url = await serve((_request, response) => {
      response.writeHead(
        418,
        [
          ['X-Twice', 'a'],
          ['x-twice', 'b'],
          ['Constructor', 'c'],
        ].flat(),
      );
      const text = Buffer.from('\uFEFFgrün ✓');
      response.write(text.subarray(0, 6));
      response.end(text.subarray(6));
    });
    const { status, headers, body } = await network.send(buildRequest(url));
    expect(status).toBe(418);
    expect(headers).toMatchObject({ 'x-twice': 'a, b', constructor: 'c' });
    expect(body).toBe('grün ✓');
  });

  test('an informational answer before the answer is passed over', async () => {
    const url = await serve((_request, response) => {
      response.writeEarlyHints({ link: '</a>; rel=preload' }, () => response.end('whole'));
    });
    expect(await network.send(buildRequest(url))).toMatchObject({ status: 200, body: 'whole' });
  });

  test('does not follow a redirect', async () => {
    const paths: unknown[] = [];
    const url = await serve((request, response) => {
      paths.push(request.url);
      response.writeHead(302, { location: '/elsewhere' }).end();
    });
    const { status, headers } = await network.send(buildRequest(url));
    expect([status, headers.location, paths]).toEqual([302, '/elsewhere', ['/']]);
  });

  test('goes direct to plain http, whatever proxy is set', async () => {
    network = createNetwork({ environment: { http_proxy: 'http://127.0.0.1:1', https_proxy: 'socks5://x' } });
    const url = await serve((_request, response) => response.end('direct'));
    expect((await network.send(buildRequest(url))).body).toBe('direct');
  });

  test('refuses a header that cannot be sent, without quoting it, and not as a failure of the network', async () => {
    const url = await serve((_request, response) => response.end());
    const request = buildRequest(url, { headers: { authorization: 'Bearer sec\nret' } });
    const error = await network.send(request).catch((reason) => reason);
    expect(error).not.toBeInstanceOf(NetworkFailure);
    expect(String(error)).toMatch(/authorization/);
    expect(String(error)).not.toMatch(/ret/);
  });
});

describe('connections', () => {
  test('are kept for the next exchange, and ended by close', async () => {
    const url = await serve((_request, response) => response.end());
    for (let count = 0; count < 3; count += 1) await network.send(buildRequest(url));
    expect(loopback.sockets).toHaveLength(1);
    const [socket] = loopback.sockets;
    const ended = socket && once(socket, 'close');
    await network.close();
    await ended;
    expect(socket?.destroyed).toBe(true);
  });

  test('are made side by side for exchanges side by side', async () => {
    const waiting: (() => void)[] = [];
    const url = await serve((_request, response) => {
      waiting.push(() => response.end());
      if (waiting.length === 3) for (const answer of waiting) answer();
    });
    await Promise.all([1, 2, 3].map(() => network.send(buildRequest(url))));
    expect(loopback.sockets).toHaveLength(3);
  });

  test('are made anew where the server has ended one in the meantime', async () => {
    const url = await serve((_request, response) => response.end('fine'));
    await network.send(buildRequest(url));
    const [socket] = loopback.sockets;
    socket?.destroy();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect((await network.send(buildRequest(url, { method: 'POST' }))).body).toBe('fine');
    expect(loopback.sockets).toHaveLength(2);
  });

  test('close ends an exchange that is under way', async () => {
    const url = await serve(() => void network.close());
    expect(await failureOf(buildRequest(url))).toMatchObject({ kind: 'reset', mayHaveArrived: true });
  });
});

describe('a request that was surely not sent', () => {
  test('refused', async () => {
    const server = createTcpServer();
    const authority = await loopback.listen(server);
    server.close();
    await once(server, 'close');
    const failure = await failureOf(buildRequest(`http://${authority}/`));
    expect(failure).toMatchObject({ kind: 'connect', mayHaveArrived: false, passing: true });
    expect(failure.message).toContain(`The connection to ${authority} was refused (ECONNREFUSED); check`);
  });

  test('to a name that does not resolve', async () => {
    const failure = await failureOf(buildRequest('http://nothing.invalid/'));
    expect(failure).toMatchObject({ kind: 'connect', mayHaveArrived: false });
    expect(failure.message).toMatch(
      /^The name nothing\.invalid could not be resolved .*nothing\.invalid:80; check DNS/,
    );
  });

  test('to a server that does not finish the TLS handshake, whose connection is ended', async () => {
    const authority = await serveSockets((socket) => socket.resume());
    const failure = await failureOf(buildRequest(`https://${authority}/`, { timeoutMilliseconds: 100 }));
    expect(failure).toMatchObject({ kind: 'timeout', mayHaveArrived: false });
    expect(failure.message).toMatch(`No connection to ${authority} within 0.1 s; check DNS`);
    await ended(loopback.sockets[0]);
  });

  test('to a server that cuts the TLS handshake, which may pass', async () => {
    const authority = await serveSockets((socket) => socket.once('data', () => socket.destroy()));
    const failure = await failureOf(buildRequest(`https://${authority}/`));
    expect(failure).toMatchObject({ kind: 'tls', mayHaveArrived: false, passing: true });
    expect(failure.message).toMatch(`The TLS handshake with ${authority} failed`);
  });

  test('to a server that does not speak TLS', async () => {
    const url = await serve((_request, response) => response.end());
    const failure = await failureOf(buildRequest(url.replace('http:', 'https:')));
    expect(failure).toMatchObject({ kind: 'tls', mayHaveArrived: false });
  });
});

describe('a request that may have arrived', () => {
  test.each<[string, (socket: Socket) => void, RegExp]>([
    ['reset before the answer', (socket) => socket.resetAndDestroy(), /was cut before the whole answer came/],
    ['ended before the answer', (socket) => socket.end(), /was cut before the whole answer came/],
    ['reset within the headers', (socket) => socket.write(HEAD, () => socket.resetAndDestroy()), /was cut/],
    [
      'ended within a body of known length',
      (socket) => socket.end(`${HEAD}content-length: 9\r\n\r\n{"a"`),
      /was cut/,
    ],
    [
      'ended within a chunked body',
      (socket) => socket.end(`${HEAD}transfer-encoding: chunked\r\n\r\n9\r\n{"a"`),
      /was cut/,
    ],
    ['answered in no HTTP', (socket) => socket.end('SSH-2.0-OpenSSH_9.9\r\n'), /is not HTTP/],
  ])('%s', async (_case, answer, message) => {
    const authority = await serveSockets((socket) => socket.once('data', () => answer(socket)));
    const failure = await failureOf(buildRequest(`http://${authority}/`, { method: 'POST', body: '{}' }));
    expect(failure).toMatchObject({ kind: 'reset', mayHaveArrived: true, passing: true });
    expect(failure.message).toMatch(message);
    expect(failure.message).toContain(authority);
  });

  test.each([
    ['before the answer', ''],
    ['within the headers', HEAD],
    ['within the body', `${HEAD}content-length: 9\r\n\r\n{"a"`],
  ])('stalled %s: the connection is ended', async (_case, start) => {
    const authority = await serveSockets((socket) => socket.once('data', () => socket.write(start)));
    const failure = await failureOf(buildRequest(`http://${authority}/`, { timeoutMilliseconds: 100 }));
    expect(failure).toMatchObject({ kind: 'timeout', mayHaveArrived: true, passing: true });
    expect(failure.message).toBe(`No whole answer from ${authority} within 0.1 s`);
    await ended(loopback.sockets[0]);
  });

  test('a body that trickles does not outlast the timeout of the whole exchange', async () => {
    const url = await serve((_request, response) => {
      const drip = setInterval(() => response.write('.'), 10);
      response.on('close', () => clearInterval(drip));
    });
    expect(await failureOf(buildRequest(url, { timeoutMilliseconds: 150 }))).toMatchObject({
      kind: 'timeout',
    });
  });
});

describe('the limit of a body', () => {
  test('a body of just that length is read', async () => {
    const url = await serve((_request, response) => response.end('x'.repeat(1000)));
    expect((await network.send(buildRequest(url, { maxBodyBytes: 1000 }))).body).toHaveLength(1000);
  });

  test('an announced length beyond it ends the exchange before any of the body came', async () => {
    const url = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': 100_000_000 });
      response.flushHeaders();
    });
    const failure = await failureOf(buildRequest(url, { maxBodyBytes: 1000 }));
    expect(failure).toMatchObject({ kind: 'too-large', mayHaveArrived: true, passing: false });
    await ended(loopback.sockets[0]);
  });

  test('of 100 MB without an announced length, hardly more than the limit is taken', async () => {
    const url = await serve(async (_request, response) => {
      const megabyte = Buffer.alloc(1_000_000, 'x');
      for (let count = 0; count < 100 && !response.destroyed; count += 1) {
        if (!response.write(megabyte)) await Promise.race([once(response, 'drain'), once(response, 'close')]);
      }
      response.end();
    });
    const failure = await failureOf(buildRequest(url, { maxBodyBytes: 1_000_000 }));
    expect(failure).toMatchObject({ kind: 'too-large', mayHaveArrived: true });
    expect(failure.message).toContain('longer than 1000000 bytes');
    const [socket] = loopback.sockets;
    await ended(socket);
    expect(socket?.bytesWritten).toBeLessThan(20_000_000);
  });
});

async function ended(socket: Socket | undefined): Promise<void> {
  if (socket === undefined) throw new Error('There was no connection');
  await new Promise<void>((resolve) => {
    if (socket.destroyed) resolve();
    else socket.once('close', () => resolve());
  });
}
