import type { VendorError } from '../../src/http/errors.ts';
import { ApiError, NetworkFailure } from '../../src/http/errors.ts';
import { createTransport, type TransportOptions, type VendorDialect } from '../../src/http/transport.ts';
import type { HttpCall, NetworkRequest, NetworkResponse } from '../../src/http/types.ts';
import { createVirtualClock } from '../support/virtual-clock.ts';

/** What the vendor gives to one try: an answer, or a failure of the network. */
export type Reply = (Partial<NetworkResponse> | Error) & { readonly takes?: number };

export const SECRET = 'token-hunter22';

/** A vendor whose errors are `{"errors":[…]}`, and who refuses for good under the code `final`. */
const dialect: VendorDialect = {
  errorsOf: ({ json }) => (json as { errors?: VendorError[] } | null | undefined)?.errors ?? [],
  isPassing: ({ errors }) => ({ final: false, passing: true })[errors[0]?.code ?? ''],
  requestIdHeaders: ['x-first-id', 'x-second-id'],
};

/**
 * A transport over a scripted network: the tries get the replies in their order, the last one again and again,
 * each after 10 ms unless it says otherwise. Jitter is at its least: half of the pause.
 */
export function createScene(replies: readonly Reply[], overrides: Partial<TransportOptions> = {}) {
  const clock = createVirtualClock();
  const startedAt = clock.now();
  const requests: (NetworkRequest & { readonly at: number })[] = [];
  const debugLines: string[] = [];
  const options: TransportOptions = {
    origin: new URL('https://api.example.com'),
    dialect,
    authorise: async () => ({ authorization: `Bearer ${SECRET}` }),
    redact: (text) => text.replaceAll(SECRET, '***'),
    userAgent: 'certops/1',
    requestTimeoutMilliseconds: 30_000,
    maxRetries: 3,
    retryDelayMilliseconds: 1000,
    concurrency: 8,
    quotasOf: () => [],
    ...overrides,
  };
  const transport = createTransport(options, {
    clock,
    sleep: clock.sleep,
    random: () => 0,
    debug: (line) => debugLines.push(line),
    network: {
      async send(request) {
        const reply = replies[Math.min(requests.length, replies.length - 1)] ?? {};
        requests.push({ ...request, at: clock.now() - startedAt });
        await clock.sleep(reply.takes ?? 10);
        if (reply instanceof Error) throw reply;
        return { status: 200, headers: {}, body: '', ...reply };
      },
      async close() {},
    },
  });
  return {
    clock,
    debugLines,
    requests,
    timesOfTries: () => requests.map(({ at }) => at),
    elapsed: () => clock.now() - startedAt,
    send: (call: Partial<HttpCall> = {}) =>
      transport.send({ method: 'GET', path: '/v1/things', retry: 'safe', ...call }),
    async failure(call: Partial<HttpCall> = {}): Promise<ApiError> {
      const error = await this.send(call).then(
        () => new Error('The call was answered well'),
        (reason) => reason,
      );
      if (!(error instanceof ApiError)) throw error;
      return error;
    },
  };
}

export const answerJson = (
  json: unknown,
  rest: Partial<NetworkResponse> & { takes?: number } = {},
): Reply => ({
  body: JSON.stringify(json),
  ...rest,
});

export const refuse = (status: number, headers: Record<string, string> = {}): Reply =>
  answerJson({ errors: [{ code: '7', message: 'no' }] }, { status, headers });

export const REFUSED = new NetworkFailure('Refused', { kind: 'connect', mayHaveArrived: false });
export const RESET = new NetworkFailure('Reset', { kind: 'reset', mayHaveArrived: true });
export const TIMED_OUT = new NetworkFailure('Timed out', { kind: 'timeout', mayHaveArrived: true });
export const UNTRUSTED = new NetworkFailure('Untrusted', {
  kind: 'tls',
  mayHaveArrived: false,
  passing: false,
});
