import { NetworkFailure } from '../../../src/http/errors.ts';
import type { Network } from '../../../src/http/types.ts';
import type { Hub } from './hub.ts';

function fail(message: string, kind: NetworkFailure['kind']): never {
  throw new NetworkFailure(message, { kind, mayHaveArrived: true });
}

/** The way to a fake GitHub within one process: no socket, and so no time but that of the test's own clock. */
export function createHubNetwork(hub: Hub): Network {
  return {
    async send({ method, url, headers, body = '' }) {
      const answer = hub.answer({ method, url, headers, body });
      if (answer === 'stall') fail('No whole answer', 'timeout');
      if (answer === 'reset') fail('The connection was reset', 'reset');
      const { delivery, ...response } = answer;
      if (delivery === 'cut') fail('The connection was cut', 'reset');
      if (delivery === 'endless') fail('The answer is too long', 'too-large');
      return response;
    },
    async close() {},
  };
}
