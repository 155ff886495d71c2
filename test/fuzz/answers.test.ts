import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Certificate } from '../../src/certificate/certificate.ts';
import { ApiError } from '../../src/http/errors.ts';
import { createTransport } from '../../src/http/transport.ts';
import type { Network, NetworkRequest, NetworkResponse } from '../../src/http/types.ts';
import { EVERYTHING, type StoreAccess } from '../../src/interface/request.ts';
import { openProvider } from '../../src/providers/open.ts';
import type { Provider } from '../../src/providers/provider.ts';
import { buildDer, toPem } from '../certificate/der.ts';
import { createVirtualClock } from '../support/virtual-clock.ts';
import { expectCleanPrototypes, oddJson, oddText, spoil, tries } from './support/fuzz.ts';

/** Four tries of each of the few calls that any of these takes. */
const CALLS_AT_MOST = 60;
const ID = '5e1f5160-0001-4ed0-8000-000000000001';
const PEM = toPem(buildDer());

const common = {
  microtenantId: null,
  view: 'all',
  pageSize: 50,
  apiUrl: new URL('http://127.0.0.1:9'),
  transport: { requestTimeoutMilliseconds: 1000, maxRetries: 1, retryDelayMilliseconds: 1, concurrency: 4 },
} as const;
const cloudflare = {
  ...common,
  credentials: { scheme: 'cloudflare-token', from: 'inputs', token: 'token-of-the-fuzzer' },
} as const;

const envelope = (result: unknown) => ({
  success: true,
  errors: [],
  messages: [],
  result,
  result_info: { page: 1, per_page: 50, total_pages: 2, total_count: 60 },
});

interface Store {
  readonly access: StoreAccess;
  /** What the vendor answers to each call of a good run. */
  readonly good: (request: NetworkRequest) => unknown;
}

const gatewayRow = {
  id: ID,
  binding_status: 'available',
  certificate: PEM,
  created_at: '2026-01-01T00:00:00Z',
  expires_on: '2027-01-01T00:00:00Z',
  fingerprint: 'aa:bb',
  in_use: true,
  type: 'gateway_managed',
};
const clientRow = {
  id: ID,
  certificate: PEM,
  common_name: 'device',
  expires_on: '2027-01-01T00:00:00Z',
  fingerprint_sha256: 'a'.repeat(64),
  serial_number: '2a',
  status: 'active',
};
const zpaRow = {
  id: '314159000000000101',
  name: 'wiki',
  certificate: PEM,
  issuedTo: 'CN=wiki',
  serialNo: '42',
  san: ['wiki.example'],
  validToInEpochSec: '1893456000',
  certificateId: '314159000000000101',
};

const stores: Readonly<Record<string, Store>> = {
  'Gateway certificates': {
    access: { ...cloudflare, provider: 'cloudflare-gateway', scope: '0123456789abcdef0123456789abcdef' },
    good: ({ method, url }) =>
      envelope(method === 'GET' && url.pathname.endsWith('/certificates') ? [gatewayRow] : gatewayRow),
  },
  'client certificates': {
    access: { ...cloudflare, provider: 'cloudflare-client', scope: '0123456789abcdef0123456789abcdef' },
    good: ({ method, url }) =>
      envelope(method === 'GET' && url.pathname.endsWith('/client_certificates') ? [clientRow] : clientRow),
  },
  'ZPA certificates': {
    access: {
      ...common,
      provider: 'zscaler-zpa',
      scope: '216196257331281920',
      credentials: {
        scheme: 'zscaler-secret',
        from: 'inputs',
        clientId: 'client',
        clientSecret: 'secret-of-the-fuzzer',
        signIn: { kind: 'legacy', cloud: 'PRODUCTION' },
      },
    } as StoreAccess,
    good: ({ url }) => {
      if (url.pathname === '/signin')
        return { token_type: 'Bearer', access_token: 'token', expires_in: '3600' };
      const isOne = /\/\d+$/.test(url.pathname.replace(/customers\/\d+/, ''));
      return isOne ? zpaRow : { totalPages: '2', totalCount: '2', list: [zpaRow] };
    },
  },
};

/** One answer of the vendor's: which call of the run is spoilt, and how. */
const trouble = (store: Store) =>
  fc.record({
    call: fc.integer({ min: 0, max: 3 }),
    forEver: fc.boolean(),
    status: fc.constantFrom(200, 200, 200, 200, 201, 204, 302, 400, 401, 404, 409, 429, 500),
    headers: fc.dictionary(
      fc.constantFrom('retry-after', 'ratelimit', 'cf-ray', 'x-transaction-id', '__proto__'),
      oddText,
      {
        maxKeys: 2,
      },
    ),
    body: fc.oneof(
      { weight: 4, arbitrary: fc.constant(null) },
      oddText,
      oddJson.map((value) => JSON.stringify(value)),
    ),
    seed: spoilSeed(store),
  });

/** Each of a store's good answers, spoilt alike. */
function spoilSeed({ good }: Store) {
  const ask = (method: 'GET' | 'POST', path: string) =>
    spoil(good({ method, url: new URL(path, 'http://127.0.0.1') } as NetworkRequest));
  const list = { Gateway: '/certificates', client: '/client_certificates' };
  return fc.record({
    list: fc.oneof(ask('GET', list.Gateway), ask('GET', list.client)),
    one: fc.oneof(ask('GET', `/certificate/1`), ask('POST', '/x')),
    signIn: ask('POST', '/signin'),
  });
}

const USES: readonly ((provider: Provider) => Promise<unknown>)[] = [
  (provider) => provider.list(EVERYTHING),
  (provider) => provider.survey({ ...EVERYTHING, search: 'name EQ wiki' }, (certificate) => certificate),
  (provider) => provider.get(ID),
  (provider) => provider.check(),
  async (provider) => provider.readUsage?.(),
  async (provider) => provider.readCredentialEnd?.(),
  async (provider) => {
    const [transition] = Object.values(provider.transitions);
    return transition?.send(transition.call(ID));
  },
  async (provider) => provider.deletion?.send(provider.deletion.call(ID)),
];

/** A store whose vendor is `answer`; nobody really waits. */
function open({ access }: Store, answer: (request: NetworkRequest) => NetworkResponse): Promise<Provider> {
  const clock = createVirtualClock();
  const network: Network = {
    async send(request) {
      await clock.sleep(1);
      return answer(request);
    },
    async close() {},
  };
  const deps = { clock, sleep: clock.sleep, random: () => 0, network, debug: () => {} };
  return openProvider(access, {
    redact: (text) => text,
    userAgent: 'fuzz',
    clock,
    mask: () => {},
    createTransport: (options) => createTransport(options, deps),
    sessions: new Map(),
  });
}

/** What a certificate says of itself are texts, whatever the vendor calls them. */
function expectTexts(value: unknown): void {
  if (typeof value !== 'object' || value === null || !('pem' in value)) return;
  const { id, name, status, type, subject, issuer, serialNumber } = value as Certificate;
  for (const text of [id, name, status, type, subject, issuer, serialNumber]) {
    expect(text === null || typeof text === 'string').toBe(true);
  }
}

describe.each(Object.entries(stores))('%s', (_, store) => {
  test('whatever the vendor answers: certificates that can be written, or an ApiError, in few calls', async () => {
    await fc.assert(
      fc.asyncProperty(trouble(store), fc.constantFrom(...USES), async (given, use) => {
        let calls = 0;
        const provider = await open(store, (request) => {
          calls += 1;
          if (calls > CALLS_AT_MOST) throw new Error(`more than ${CALLS_AT_MOST} calls`);
          const isSpoilt = given.forEver ? calls > given.call : calls === given.call + 1;
          if (!isSpoilt) return { status: 200, headers: {}, body: JSON.stringify(store.good(request)) };
          const { list, one, signIn } = given.seed;
          const spoilt = request.url.pathname === '/signin' ? signIn : request.method === 'GET' ? list : one;
          return { ...given, body: given.body ?? JSON.stringify(spoilt) };
        });
        try {
          const read: unknown = await use(provider);
          JSON.stringify(read);
          for (const one of [read].flat()) expectTexts(one);
        } catch (error) {
          expect(error).toBeInstanceOf(ApiError);
          provider.advise(error as ApiError);
        } finally {
          await provider.close();
        }
      }),
      tries(4),
    );
    expectCleanPrototypes();
  });

  test.each(['.', '..', '', '../x', 'a/b', 'a?b', 'a#b', 'a%2fb', '\ud800', 'a\r\nb', 'é', 'x'.repeat(101)])(
    'the id %j of the vendor leads nowhere else: nothing is sent',
    async (id) => {
      const sent: string[] = [];
      const provider = await open(store, (request) => {
        sent.push(request.url.pathname);
        return { status: 200, headers: {}, body: JSON.stringify(store.good(request)) };
      });
      const uses = [
        async () => provider.get(id),
        ...(provider.deletion === null
          ? []
          : [async () => provider.deletion?.send(provider.deletion.call(id))]),
        ...Object.values(provider.transitions).map((one) => async () => one.send(one.call(id))),
      ];
      for (const use of uses) {
        await expect(use()).rejects.toMatchObject({ name: 'ApiError', kind: 'unreadable', attempts: 0 });
      }
      expect(sent.filter((path) => path !== '/signin')).toEqual([]);
    },
  );
});
