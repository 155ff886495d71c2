import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';

/** A host that is not the vendor's, and remembers who came. */
export interface Elsewhere {
  /** `127.0.0.1:PORT` */
  readonly host: string;
  /** The headers of every request. */
  readonly visits: readonly IncomingHttpHeaders[];
  close(): Promise<void>;
}

/** Opens it on the loopback interface; it answers everything with an empty object. */
export async function openElsewhere(): Promise<Elsewhere> {
  const visits: IncomingHttpHeaders[] = [];
  const server = createServer((request, response) => {
    visits.push(request.headers);
    response.end('{}');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('A TCP server has no port');
  return {
    host: `127.0.0.1:${address.port}`,
    visits,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
