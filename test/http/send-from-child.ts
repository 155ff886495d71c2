/** Sends a GET to each URL among its arguments; writes what came of them as JSON. */
import { NetworkFailure } from '../../src/http/errors.ts';
import { createNetwork } from '../../src/http/network.ts';
import type { NetworkResponse } from '../../src/http/types.ts';

const network = createNetwork({ environment: process.env });
const responses: NetworkResponse[] = [];
let failure: object | null = null;
try {
  for (const url of process.argv.slice(2)) {
    const request = {
      method: 'GET',
      headers: {},
      timeoutMilliseconds: 10_000,
      maxBodyBytes: 1_000_000,
    } as const;
    responses.push(await network.send({ ...request, url: new URL(url) }));
  }
} catch (error) {
  if (!(error instanceof NetworkFailure)) throw error;
  const { kind, mayHaveArrived, passing, message } = error;
  failure = { kind, mayHaveArrived, passing, message };
}
await network.close();
process.stdout.write(JSON.stringify({ responses, failure }));
