import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { NetworkFailure } from '../../src/http/errors.ts';
import { createNetwork } from '../../src/http/network.ts';
import type { NetworkResponse } from '../../src/http/types.ts';
import { soupOf, spoilOctets, tries } from './support/fuzz.ts';

/** A server that answers every request with the octets at hand, whatever they are. */
let speak: (socket: Socket) => void = () => {};
const server = createServer((socket) => {
  socket.on('error', () => {});
  socket.once('data', () => speak(socket));
});
let url: URL;
/** What ends only by its timeout is not waited for; all else ends long before. */
const SOON_MILLISECONDS = 400;
const LATE_MILLISECONDS = 30_000;

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
});
afterAll(() => {
  server.close();
});

async function ask(timeoutMilliseconds = LATE_MILLISECONDS): Promise<NetworkResponse | NetworkFailure> {
  const network = createNetwork({ environment: {} });
  try {
    return await network.send({
      method: 'GET',
      url,
      headers: {},
      timeoutMilliseconds,
      maxBodyBytes: 100_000,
    });
  } catch (error) {
    if (error instanceof NetworkFailure) return error;
    throw error;
  } finally {
    await network.close();
  }
}

const GOOD = Buffer.from('HTTP/1.1 200 OK\r\ncontent-length: 2\r\nratelimit: "a";r=1;t=1\r\n\r\n{}');
const CHUNKED = Buffer.from('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n');

test('whatever the octets, they are an answer or a NetworkFailure', async () => {
  const octets = fc.oneof(
    spoilOctets(GOOD),
    spoilOctets(CHUNKED),
    fc.uint8Array({ maxLength: 60 }).map((given) => Buffer.from(given)),
    soupOf(
      'HTTP/1.1 200 OK\r\n',
      'HTTP/1.1 100 Continue\r\n\r\n',
      'HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n',
      'content-length: 99999999999999999999\r\n',
      'content-length: -1\r\n',
      'transfer-encoding: chunked\r\n',
      'content-encoding: gzip\r\n',
      '__proto__: x\r\n',
      '\r\n',
      'ffffffffffffffff\r\n',
      '{}',
    ).map((text) => Buffer.from(text, 'latin1')),
  );
  await fc.assert(
    fc.asyncProperty(octets, async (given) => {
      speak = (socket) => socket.end(given);
      const answer = await ask();
      if (!(answer instanceof NetworkFailure)) expect(answer.status).toBeGreaterThanOrEqual(100);
    }),
    tries(),
  );
});

describe('an answer that does not end is given up', () => {
  /** Writes as long as anybody listens. */
  const pour = (head: string, part: string) => (socket: Socket) => {
    socket.write(head);
    const write = () => {
      while (!socket.destroyed && socket.write(part));
    };
    socket.on('drain', write);
    write();
  };

  test.each([
    ['a body without a length', pour('HTTP/1.1 200 OK\r\n\r\n', 'x'.repeat(10_000)), /too-large/],
    [
      'chunks',
      pour('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n', `2710\r\n${'x'.repeat(10_000)}\r\n`),
      /too-large/,
    ],
    ['a head', pour('HTTP/1.1 200 OK\r\n', `x: ${'x'.repeat(1000)}\r\n`), /reset|too-large/],
    ['answers to come', pour('', 'HTTP/1.1 103 Early Hints\r\n\r\n'), /reset|timeout/],
    [
      'a body that drips',
      (socket: Socket) => void socket.write('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nx'),
      /timeout/,
    ],
  ])('%s', async (_, speech, kind) => {
    speak = speech;
    const answer = await ask(kind.test('timeout') ? SOON_MILLISECONDS : undefined);
    expect(answer).toBeInstanceOf(NetworkFailure);
    expect((answer as NetworkFailure).kind).toMatch(kind);
  });
});
