import { spawn } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { networkInterfaces } from 'node:os';
import path from 'node:path';
import { createSecureContext, createServer as createTlsServer, type TlsOptions } from 'node:tls';
import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import { probeServedCertificate, type TlsEndpoint } from '../../src/http/served-certificate.ts';
import { issue } from '../support/material.ts';
import { createAuthority, type Identity } from './authority.ts';

const authority = createAuthority();
afterAll(authority.remove);
const PORTAL = authority.issue('portal.example.com');
const OTHER = authority.issue('other.example.com');
const fingerprintOf = (pem: string) => new X509Certificate(pem).fingerprint256;

/** Both families, where this machine has both. */
const LOOPBACKS = Object.values(networkInterfaces())
  .flatMap((addresses) => addresses ?? [])
  .map(({ address }) => address)
  .filter((address) => address === '127.0.0.1' || address === '::1');

const servers: Server[] = [];
const sockets: Socket[] = [];
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
  for (const server of servers.splice(0)) server.close();
});

/** Lets a server listen on a free loopback port, and gives where to ask it for `portal.example.com`. */
async function listen(server: Server, address = '127.0.0.1'): Promise<TlsEndpoint> {
  server.on('connection', (socket) => sockets.push(socket.on('error', () => {})));
  server.on('tlsClientError', () => {});
  servers.push(server.listen(0, address));
  await once(server, 'listening');
  return { host: 'portal.example.com', address, port: (server.address() as AddressInfo).port };
}

const serve = (options: TlsOptions = {}, address?: string) =>
  listen(createTlsServer({ ...PORTAL, ...options }), address);
const probe = (endpoint: TlsEndpoint, timeoutMilliseconds = 60_000) =>
  probeServedCertificate(endpoint, timeoutMilliseconds);
const SERVED = { fingerprint: fingerprintOf(PORTAL.cert) };

describe('the certificate that a host serves', () => {
  test('is read although nobody trusts it', async () => {
    expect(await probe(await serve())).toEqual(SERVED);
    expect(SERVED.fingerprint).toMatch(/^[0-9A-F]{2}(:[0-9A-F]{2}){31}$/);
  });

  test('is read although it is expired, self-signed and for other names', async () => {
    const { pem, keys } = await issue({
      subject: 'CN=elsewhere.example.com',
      notBefore: new Date('2019-01-01T00:00:00Z'),
      notAfter: new Date('2020-01-01T00:00:00Z'),
    });
    const key = keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    expect(await probe(await serve({ cert: pem, key }))).toEqual({ fingerprint: fingerprintOf(pem) });
  });

  test('is the leaf, whatever comes after it', async () => {
    const root = await issue({ subject: 'CN=Root', isCa: true });
    const leaf = await issue({ subject: 'CN=Leaf', issuer: root });
    const key = leaf.keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const endpoint = await serve({ cert: leaf.pem + root.pem, key });
    expect(await probe(endpoint)).toEqual({ fingerprint: fingerprintOf(leaf.pem) });
  });

  test.each(['TLSv1.2', 'TLSv1.3'] as const)('is read over %s', async (version) => {
    expect(await probe(await serve({ minVersion: version, maxVersion: version }))).toEqual(SERVED);
  });

  test.each(['TLSv1.2', 'TLSv1.3'] as const)(
    'is read over %s of a server that wants a certificate of its client',
    async (version) => {
      const mutual = { requestCert: true, rejectUnauthorized: true, ca: [OTHER.cert] };
      expect(await probe(await serve({ ...mutual, maxVersion: version }))).toEqual(SERVED);
    },
  );

  test('is the one of the name that is asked for', async () => {
    const asked: string[] = [];
    const contexts: Readonly<Record<string, Identity>> = {
      'portal.example.com': PORTAL,
      'other.example.com': OTHER,
    };
    const endpoint = await serve({
      SNICallback: (name, callback) => {
        asked.push(name);
        const identity = contexts[name];
        callback(null, identity === undefined ? undefined : createSecureContext(identity));
      },
    });
    expect(await probe(endpoint)).toEqual(SERVED);
    expect(await probe({ ...endpoint, host: 'other.example.com', address: 'localhost' })).toEqual({
      fingerprint: fingerprintOf(OTHER.cert),
    });
    expect(asked).toEqual(['portal.example.com', 'other.example.com']);
  });

  test.each(['127.0.0.1', '::1'])('is asked for without a name at the address %s', async (host) => {
    const asked: string[] = [];
    const endpoint = await serve({
      SNICallback: (name, callback) => {
        asked.push(name);
        callback(null);
      },
    });
    expect(await probe({ ...endpoint, host })).toEqual(SERVED);
    expect(asked).toEqual([]);
  });

  test.each(LOOPBACKS)('is read at %s', async (address) => {
    expect(await probe(await serve({}, address))).toEqual(SERVED);
  });
});

describe('where none can be read, one clause says why', () => {
  test('nobody listens', async () => {
    const endpoint = await serve();
    const [server] = servers.splice(0);
    server?.close();
    await once(server as Server, 'close');
    expect(await probe(endpoint)).toEqual({ failure: 'connection refused (ECONNREFUSED)' });
  });

  test('the name does not exist', async () => {
    const { failure } = { failure: '', ...(await probe({ ...(await serve()), address: 'absent.invalid' })) };
    expect(failure).toMatch(/^(name absent\.invalid not found|the name could not be looked up, .*) \(E/);
  });

  test.each([
    ['an HTTP server', () => createHttpServer((_request, response) => response.end())],
    ['a mail server', () => createTcpServer((socket) => socket.write('220 mail.example.com ESMTP\r\n'))],
  ])('%s speaks no TLS', async (_words, create) => {
    expect(await probe(await listen(create()))).toEqual({
      failure: 'no TLS there, it answers in plain text (such as HTTP) (ERR_SSL_WRONG_VERSION_NUMBER)',
    });
  });

  test('a server is too old', async () => {
    const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' } as const;
    expect(await probe(await serve(old))).toEqual({
      failure: expect.stringMatching(/^it speaks no TLS 1\.2 or later \(ERR_SSL_\w+\)$/),
    });
  });

  test('a server has no certificate', async () => {
    expect(await probe(await listen(createTlsServer()))).toEqual({
      failure: expect.stringMatching(/^the TLS handshake failed \(ERR_SSL_.*HANDSHAKE_FAILURE\)$/),
    });
  });

  test.each([
    ['ends', (socket: Socket) => socket.end()],
    ['resets', (socket: Socket) => socket.resetAndDestroy()],
  ])('a server %s the connection', async (_words, handle) => {
    expect(await probe(await listen(createTcpServer(handle)))).toEqual({
      failure: expect.stringMatching(
        /^it closed the connection (in the TLS handshake|at once) \(ECONNRESET\)$/,
      ),
    });
  });

  test('a server is silent', async () => {
    const endpoint = await listen(createTcpServer());
    expect(await probe(endpoint, 200)).toEqual({ failure: 'timed out after 200ms (in the TLS handshake)' });
  });
});

describe('no connection stays', () => {
  test('the server sees its end, whether it answered or not', async () => {
    for (const endpoint of [await serve(), await listen(createTcpServer((socket) => socket.resume()))]) {
      await probe(endpoint, 200);
      const socket = sockets.at(-1);
      if (socket?.closed === false) await once(socket, 'close');
    }
    expect(sockets.map(({ closed }) => closed)).toEqual([true, true]);
  });

  test('nor does it hold the process, though the server never ends its side', async () => {
    const stubborn = createTlsServer({ ...PORTAL, allowHalfOpen: true });
    const endpoints = [await listen(stubborn), await listen(createTcpServer({ allowHalfOpen: true }))];
    const file = path.join(import.meta.dirname, '..', '..', 'src', 'http', 'served-certificate.ts');
    const script = `
      import { probeServedCertificate } from ${JSON.stringify(file)};
      for (const endpoint of ${JSON.stringify(endpoints)}) {
        console.log(JSON.stringify(await probeServedCertificate(endpoint, 500)));
      }`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script]);
    let lines = '';
    child.stdout.on('data', (chunk) => {
      lines += chunk;
    });
    const [code] = await once(child, 'close');
    expect([
      code,
      lines
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ]).toEqual([0, [SERVED, { failure: 'timed out after 500ms (in the TLS handshake)' }]]);
  });
});
