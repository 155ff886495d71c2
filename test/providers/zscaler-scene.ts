import type { UploadPlan } from '../../src/certificate/material/upload.ts';
import { ApiError } from '../../src/http/errors.ts';
import { createRedactor } from '../../src/http/redact.ts';
import { createTransport } from '../../src/http/transport.ts';
import type { NetworkRequest, NetworkResponse } from '../../src/http/types.ts';
import type { ZscalerCredentials } from '../../src/interface/credentials.ts';
import type { CreationRequest } from '../../src/providers/provider.ts';
import { createZpaProvider, type ZpaOptions } from '../../src/providers/zscaler/zpa.ts';
import { NOW } from '../support/material.ts';
import { createVirtualClock } from '../support/virtual-clock.ts';

export const CUSTOMER = '216000000000000009';
export const COLLECTION = `/mgmtconfig/v1/admin/customers/${CUSTOMER}/certificate`;
export const ID = '216000000000000777';

export const LEGACY: ZscalerCredentials = {
  scheme: 'zscaler-secret',
  clientId: 'legacy-client',
  clientSecret: 'O2k:0vs#,x,0N9 &=%',
  signIn: { kind: 'legacy', cloud: 'PRODUCTION' },
  from: 'inputs',
};
export const ONEAPI: ZscalerCredentials = {
  scheme: 'zscaler-secret',
  clientId: 'oneapi-client',
  clientSecret: 'oneapi-secret+1',
  signIn: { kind: 'oneapi', vanityDomain: 'acme', cloud: 'PRODUCTION' },
  from: 'inputs',
};

export type Reply = Partial<NetworkResponse> | Error;
/** What a route answers: one reply to all, or one for each request in turn (the last again and again). */
export type Route = Reply | readonly Reply[] | ((request: SeenRequest) => Reply);

export interface SeenRequest extends NetworkRequest {
  /** Milliseconds since the start. */
  readonly at: number;
  /** `GET /path`, without the query. */
  readonly what: string;
}

export const json = (value: unknown, status = 200, headers: Record<string, string> = {}): Reply => ({
  status,
  headers,
  body: JSON.stringify(value),
});

export const refusal = (status: number, id: string, reason = 'no', more: object = {}): Reply =>
  json({ id, reason, ...more }, status);

/** One page of a list that has only one. */
export const onePage = (...rows: readonly unknown[]): Reply =>
  json({ totalPages: '1', totalCount: '0', list: rows });

export const MISSING = refusal(400, 'resource.not.found', 'No resource exists with the given id/name :0');

/**
 * A provider over a scripted network, at NOW: each route is `METHOD /path`; a sign-in gives token-1, token-2, …
 * for an hour unless a route says otherwise. Every answer takes 10 ms.
 */
export function createZpaScene(routes: Readonly<Record<string, Route>>, overrides: Partial<ZpaOptions> = {}) {
  const clock = createVirtualClock(NOW.getTime());
  const redactor = createRedactor();
  const requests: SeenRequest[] = [];
  const masked: string[] = [];
  const debugLines: string[] = [];
  const counts = new Map<string, number>();
  let tokens = 0;
  const signIns: Readonly<Record<string, Route>> = {
    'POST /signin': () =>
      json({ token_type: 'Bearer', access_token: `token-${++tokens}`, expires_in: '3600' }),
    'POST /oauth2/v1/token': () => json({ access_token: `token-${++tokens}`, expires_in: 3600 }),
    'POST /signout': { status: 200 },
  };
  const answer = (request: SeenRequest): Reply => {
    const route = routes[request.what] ?? signIns[request.what];
    if (route === undefined) return json({ id: 'no.route', reason: `no route for ${request.what}` }, 405);
    if (typeof route === 'function') return route(request);
    if (!isSequence(route)) return route;
    const count = counts.get(request.what) ?? 0;
    counts.set(request.what, count + 1);
    return route[Math.min(count, route.length - 1)] ?? {};
  };
  const provider = createZpaProvider(
    {
      customerId: CUSTOMER,
      microtenantId: null,
      credentials: LEGACY,
      apiUrl: null,
      view: 'all',
      pageSize: 500,
      transport: {
        requestTimeoutMilliseconds: 30_000,
        maxRetries: 2,
        retryDelayMilliseconds: 1000,
        concurrency: 8,
      },
      ...overrides,
    },
    {
      redact: redactor.redact,
      userAgent: 'certops/1',
      clock,
      mask: (secret) => {
        masked.push(secret);
        redactor.add(secret);
      },
      shareSession: (_key, create) => create(),
      createTransport: (options) =>
        createTransport(options, {
          clock,
          sleep: clock.sleep,
          random: () => 0,
          debug: (line) => debugLines.push(line),
          network: {
            async send(request) {
              const seen: SeenRequest = {
                ...request,
                at: clock.now() - NOW.getTime(),
                what: `${request.method} ${request.url.pathname}`,
              };
              requests.push(seen);
              const reply = answer(seen);
              await clock.sleep(10);
              if (reply instanceof Error) throw reply;
              return { status: 200, headers: {}, body: '', ...reply };
            },
            async close() {},
          },
        }),
    },
  );
  const seen = (what: string) => requests.filter((request) => request.what === what);
  return {
    provider,
    clock,
    masked,
    debugLines,
    requests,
    seen,
    /** The query of each request to a route. */
    queriesOf: (what: string) => seen(what).map(({ url }) => Object.fromEntries(url.searchParams)),
    /** The form of each request to a route. */
    formsOf: (what: string) => seen(what).map(({ body }) => Object.fromEntries(new URLSearchParams(body))),
    /** The JSON of each request to a route. */
    jsonOf: (what: string) => seen(what).map(({ body }) => JSON.parse(body ?? 'null')),
    tokensOf: (what: string) => seen(what).map(({ headers }) => headers.authorization),
  };
}

export type ZpaScene = ReturnType<typeof createZpaScene>;

function isSequence(route: Route): route is readonly Reply[] {
  return Array.isArray(route);
}

/** The ApiError that something ends with. */
export async function failureOf(promise: Promise<unknown>): Promise<ApiError> {
  const error = await promise.then(
    () => new Error('It went well'),
    (reason) => reason,
  );
  if (!(error instanceof ApiError)) throw error;
  return error;
}

/** A create of an upload that was checked. */
export function makeUpload(
  plan: Partial<UploadPlan> & Pick<UploadPlan, 'fingerprint'>,
  rest: { readonly name?: string; readonly description?: string | null } = {},
): CreationRequest {
  return {
    validityDays: null,
    csr: null,
    upload: {
      name: rest.name ?? 'intranet',
      description: rest.description ?? null,
      plan: {
        leafPem: '',
        chainPems: [],
        certBlob: '-----BEGIN CERTIFICATE-----…-----BEGIN PRIVATE KEY-----hush',
        notBefore: new Date(0),
        notAfter: new Date(0),
        subject: '',
        sans: [],
        commonName: null,
        remarks: [],
        ...plan,
      },
    },
  };
}
