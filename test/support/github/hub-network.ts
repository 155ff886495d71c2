import { NetworkFailure } from '../../../src/http/errors.ts';
import type { Network } from '../../../src/http/types.ts';
import type { Hub } from './hub.ts';

/** The way to a fake GitHub within one process: no socket, and so no time but that of the test's own clock. */
export function createHubNetwork(hub: Hub): Network {
  return {
    async send({ method, url, headers, body = '' }) {
      const answer = hub.answer({ method, url, headers, body });
      if (answer === 'reset') {
        throw new NetworkFailure('The connection was reset', { kind: 'reset', mayHaveArrived: true });
      }
      return answer;
    },
    async close() {},
  };
}
