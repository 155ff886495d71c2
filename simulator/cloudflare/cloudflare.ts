import { createRandom, deriveSeed } from '../random.ts';
import type { Answer, Vendor, VendorRequest, World } from '../vendor.ts';
import { readZoneState } from './client-state.ts';
import { CLIENT, isClientEndpoint, openClientStores } from './client-zones.ts';
import { CODES } from './codes.ts';
import {
  type Caller,
  CREDENTIAL_HEADERS,
  describeCredential,
  type Identification,
  identify,
  mayAct,
  mayActInZone,
  refuseCredential,
  UNKNOWN_OWNER,
} from './credentials.ts';
import type { ClientEndpoint, CloudflareEndpoint } from './endpoints.ts';
import { fail, Refusal, refuse, succeed } from './envelope.ts';
import {
  activateCertificate,
  createCertificate,
  deactivateCertificate,
  deleteCertificate,
  type GatewayContext,
  getCertificate,
  listCertificates,
} from './gateway.ts';
import { getConfiguration, patchConfiguration, putConfiguration } from './gateway-configuration.ts';
import { createGatewayStore, type GatewayStore } from './gateway-store.ts';
import type { CloudflareOptions } from './options.ts';
import { createRateLimit } from './rate-limit.ts';
import { readRequestBody } from './request-body.ts';
import { BASE_PATH, findRoute, type Match, requireRoute } from './routes.ts';
import type { CloudflareSeed } from './seeds.ts';
import { type CloudflareState, readGatewayState } from './state.ts';
import { verifyToken } from './token-verification.ts';
import { isObject, type JsonObject } from './wire.ts';

type GatewayEndpoint = Exclude<CloudflareEndpoint, ClientEndpoint | 'token.verify'>;

interface GatewayCall extends GatewayContext {
  readonly certificateId: string;
  readonly body: JsonObject;
}

const GATEWAY: Readonly<
  Record<
    GatewayEndpoint,
    readonly [need: 'read' | 'write', act: (call: GatewayCall) => Answer | Promise<Answer>]
  >
> = {
  'gateway.list': ['read', listCertificates],
  'gateway.create': ['write', (call) => createCertificate(call, call.body)],
  'gateway.get': ['read', (call) => getCertificate(call, call.certificateId)],
  'gateway.delete': ['write', (call) => deleteCertificate(call, call.certificateId)],
  'gateway.activate': ['write', (call) => activateCertificate(call, call.certificateId)],
  'gateway.deactivate': ['write', (call) => deactivateCertificate(call, call.certificateId)],
  'gateway.configuration.get': ['read', getConfiguration],
  'gateway.configuration.patch': ['write', (call) => patchConfiguration(call, call.body)],
  'gateway.configuration.put': ['write', (call) => putConfiguration(call, call.body)],
};

/** A simulated Cloudflare API with its seeded accounts and tokens. */
export async function createCloudflare(
  seed: CloudflareSeed,
  world: World,
  options: CloudflareOptions,
): Promise<Vendor<CloudflareState>> {
  const { clock } = world;
  const rateLimit = createRateLimit(options, clock);
  const rays = createRandom(deriveSeed(world.seed, 'cf-ray'));
  const stores = new Map<string, GatewayStore>();
  for (const account of seed.accounts) {
    stores.set(account.id, await createGatewayStore(account, world, options));
  }
  const zones = openClientStores(seed, world, options);

  const makeHeaders = (quotaOwner = UNKNOWN_OWNER) => ({
    server: 'cloudflare',
    'cf-ray': `${rays.hex(16)}-LHR`,
    ...rateLimit.makeHeaders(quotaOwner),
  });

  async function carryOut(request: VendorRequest, identification: Identification): Promise<Answer> {
    rateLimit.count(identification.quotaOwner);
    const { endpoint, ids } = requireRoute(request.method, request.path);
    const { account_id: accountId = null, certificate_id: certificateId = '' } = ids;
    if (endpoint === 'token.verify') return verifyToken(identification, accountId, { clock, options });
    if (identification.caller === null) throw identification.refusal;
    if (isClientEndpoint(endpoint)) return carryOutInZone(endpoint, ids, request, identification.caller);
    const [need, act] = GATEWAY[endpoint];
    const store = stores.get(accountId ?? '');
    if (accountId === null || store === undefined || !mayAct(identification.caller, accountId, need, clock)) {
      throw refuseCredential(options);
    }
    const body = need === 'write' ? readRequestBody(request) : {};
    return act({ store, world, options, certificateId, body });
  }

  async function carryOutInZone(
    endpoint: ClientEndpoint,
    { zone_id: zoneId = '', client_certificate_id: certificateId = '' }: Match['ids'],
    request: VendorRequest,
    caller: Caller,
  ): Promise<Answer> {
    const [need, act] = CLIENT[endpoint];
    const store = zones.get(zoneId);
    if (store === undefined || !mayActInZone(caller, zoneId, need, clock)) throw refuseCredential(options);
    const body = need === 'write' ? readRequestBody(request) : {};
    return act({ store, world, options, certificateId, query: request.query, body });
  }

  return {
    credentialHeaders: CREDENTIAL_HEADERS,
    credentialFields: [],
    retryAfterForm: 'seconds',
    serves: (path) => path === BASE_PATH || path.startsWith(`${BASE_PATH}/`),
    findEndpoint: (method, path) => findRoute(method, path)?.endpoint ?? null,
    describeCredential,
    makeHeaders,
    makeBlankAnswer: () => ({ ...succeed(200, {}), headers: makeHeaders() }),
    makeErrorAnswer: ({ status, code, message }) => {
      const usual = USUAL_ERRORS[status] ?? { code: CODES.internalError, message: 'Internal error' };
      const refusal = refuse(status, typeof code === 'number' ? code : usual.code, message ?? usual.message);
      return { ...fail(refusal), headers: makeHeaders() };
    },
    replaceResult: (json, replace) => (isObject(json) ? { ...json, result: replace(json.result) } : json),
    answer: async (request) => {
      const identification = identify(request.headers, seed, options);
      const answer = await carryOut(request, identification).catch((error: unknown) => {
        if (error instanceof Refusal) return fail(error);
        throw error;
      });
      return { ...answer, headers: { ...makeHeaders(identification.quotaOwner), ...answer.headers } };
    },
    readState: () => ({
      accounts: Object.fromEntries(
        [...stores].map(([id, store]) => [id, { gateway: readGatewayState(store) }]),
      ),
      zones: Object.fromEntries([...zones].map(([id, store]) => [id, readZoneState(store, clock.now())])),
    }),
  };
}

/** What a fault of a status says where it does not bring its own words. */
const USUAL_ERRORS: Readonly<Record<number, { readonly code: number; readonly message: string }>> = {
  401: { code: CODES.authenticationError, message: 'Authentication error' },
  403: { code: CODES.authenticationError, message: 'Authentication error' },
  404: { code: CODES.noRoute, message: 'No route for that URI' },
  429: { code: CODES.rateLimited, message: 'Please wait and consider throttling your request speed' },
};
