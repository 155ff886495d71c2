import { once } from 'node:events';
import { createServer } from 'node:net';

/** A loopback URL at which nothing listens: a connection to it is refused. */
export async function findClosedUrl(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('A TCP server has no port');
  return `http://127.0.0.1:${address.port}`;
}
