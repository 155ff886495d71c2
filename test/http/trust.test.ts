import { createServer as createHttpServer } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { createServer as createTcpServer } from 'node:net';
import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createAuthority, type Identity } from './authority.ts';
import { type ChildResult, createLoopback, type Loopback, sendFromChild, serveAsProxy } from './loopback.ts';

const authority = createAuthority();
const identity = authority.issue('localhost', '127.0.0.1');
const trusting = { NODE_EXTRA_CA_CERTS: authority.file };

let loopback: Loopback;

beforeEach(() => {
  loopback = createLoopback();
});

afterEach(() => {
  loopback.close();
});

afterAll(() => {
  authority.remove();
});

async function serveTarget(shown: Identity = identity): Promise<string> {
  return loopback.listen(
    createHttpsServer(shown, (request, response) => response.end(`seen ${request.url}`)),
  );
}

async function serveProxy(scheme: 'http' | 'https', status = 200) {
  const server = scheme === 'http' ? createHttpServer() : createHttpsServer(identity);
  const calls = serveAsProxy(server, status);
  return { address: await loopback.listen(server), calls };
}

const bodiesOf = ({ responses }: ChildResult) => responses.map(({ body }) => body);

describe('trust', () => {
  test('a CA in NODE_EXTRA_CA_CERTS is trusted, for the addresses and names of the certificate', async () => {
    const target = await serveTarget();
    const urls = [`https://${target}/a`, `https://${target.replace('127.0.0.1', 'localhost')}/b`];
    const result = await sendFromChild(urls, trusting);
    expect(result).toMatchObject({ failure: null, stderr: '' });
    expect(bodiesOf(result)).toEqual(['seen /a', 'seen /b']);
  });

  test('an unknown issuer is refused, and no variable of Node switches that off', async () => {
    const target = await serveTarget();
    const { failure } = await sendFromChild([`https://${target}/`], { NODE_TLS_REJECT_UNAUTHORIZED: '0' });
    expect(failure).toMatchObject({ kind: 'tls', mayHaveArrived: false, passing: false });
    expect(failure?.message).toContain(`The certificate of ${target} is not from a trusted issuer`);
    expect(failure?.message).toContain('NODE_EXTRA_CA_CERTS');
  });

  test('a certificate for another name is refused', async () => {
    const target = await serveTarget(authority.issue('other.example'));
    const { failure } = await sendFromChild([`https://${target}/`], trusting);
    expect(failure).toMatchObject({ kind: 'tls', mayHaveArrived: false, passing: false });
    expect(failure?.message).toContain(`The certificate of ${target} is for other names`);
  });
});

describe('a proxy', () => {
  test.each(['http', 'https'] as const)(
    'over %s tunnels to the target, once for all calls',
    async (scheme) => {
      const target = await serveTarget();
      const proxy = await serveProxy(scheme);
      const result = await sendFromChild([`https://${target}/a`, `https://${target}/b`], {
        ...trusting,
        https_proxy: `${scheme}://user:p%40ss@${proxy.address}`,
      });
      expect(result).toMatchObject({ failure: null, stderr: '' });
      expect(bodiesOf(result)).toEqual(['seen /a', 'seen /b']);
      expect(proxy.calls).toEqual([{ authority: target, authorisation: `Basic ${btoa('user:p@ss')}` }]);
    },
  );

  test('is passed by for a host in no_proxy', async () => {
    const target = await serveTarget();
    const proxy = await serveProxy('http');
    const environment = { ...trusting, https_proxy: `http://${proxy.address}`, no_proxy: '127.0.0.1' };
    expect(bodiesOf(await sendFromChild([`https://${target}/`], environment))).toEqual(['seen /']);
    expect(proxy.calls).toEqual([]);
  });

  test.each([
    [407, false, 'it asks for a user and password: put them into HTTPS_PROXY'],
    [403, false, 'check that it allows this host and port'],
    [502, true, 'check that it allows this host and port'],
  ])('that answers %d is a failure of the proxy', async (status, passing, advice) => {
    const proxy = await serveProxy('http', status);
    const { failure } = await sendFromChild(['https://api.example.com/'], {
      HTTPS_PROXY: `http://user:hunter22@${proxy.address}`,
    });
    expect(failure).toMatchObject({ kind: 'proxy', mayHaveArrived: false, passing });
    expect(failure?.message).toContain(
      `The proxy ${proxy.address} (from HTTPS_PROXY) answered ${status} to CONNECT api.example.com:443; ${advice}`,
    );
    expect(failure?.message).not.toMatch(/user:|hunter22/);
  });

  test('whose own certificate is not trusted is a failure of the proxy', async () => {
    const proxy = await serveProxy('https');
    const { failure } = await sendFromChild(['https://api.example.com/'], {
      https_proxy: `https://${proxy.address}`,
    });
    expect(failure).toMatchObject({ kind: 'proxy', mayHaveArrived: false, passing: false });
    expect(failure?.message).toContain(
      `The certificate of the proxy ${proxy.address} (from https_proxy) is not from`,
    );
  });

  test('does not weaken the trust in the target', async () => {
    const target = await serveTarget(authority.issue('other.example'));
    const proxy = await serveProxy('http');
    const environment = { ...trusting, https_proxy: `http://${proxy.address}` };
    const { failure } = await sendFromChild([`https://${target}/`], environment);
    expect(failure).toMatchObject({ kind: 'tls', mayHaveArrived: false, passing: false });
  });

  test('that ends the connection instead of an answer, or is not there, is a failure of the proxy', async () => {
    const address = await loopback.listen(
      createTcpServer((socket) => socket.once('data', () => socket.destroy())),
    );
    for (const proxy of [address, '127.0.0.1:1']) {
      const { failure } = await sendFromChild(['https://api.example.com/'], {
        https_proxy: `http://${proxy}`,
      });
      expect(failure).toMatchObject({ kind: 'proxy', mayHaveArrived: false, passing: true });
      expect(failure?.message).toContain(`the proxy ${proxy} (from https_proxy)`);
      expect(failure?.message).toContain('check the host and port in https_proxy');
    }
  });

  test('that cuts the tunnel while TLS begins is nothing that was sent', async () => {
    const server = createHttpServer().on('connect', (_request, socket) => {
      socket.on('error', () => {});
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      socket.once('data', () => socket.destroy());
    });
    const environment = { https_proxy: `http://${await loopback.listen(server)}` };
    const { failure } = await sendFromChild(['https://api.example.com/'], environment);
    expect(failure).toMatchObject({ kind: 'tls', mayHaveArrived: false, passing: true });
  });
});
