import { createRandom, deriveSeed } from '../random.ts';
import type { Answer, Vendor, VendorRequest, World } from '../vendor.ts';
import { readMicrotenant } from './call.ts';
import { createLegacyDoor, createOneApiDoor, type Door, requireSession } from './doors.ts';
import { ERROR_IDS, Refusal, refuse, succeed } from './errors.ts';
import { MANAGEMENT, readJsonBody } from './management.ts';
import type { ZscalerOptions } from './options.ts';
import { createRateLimit } from './rate-limit.ts';
import { findRoute, requireRoute } from './routes.ts';
import type { ZscalerSeed } from './seeds.ts';
import { createSessions } from './sessions.ts';
import { readZscalerState, type ZscalerState } from './state.ts';
import { type CustomerStore, createCustomerStore } from './store.ts';
import { isObject } from './wire.ts';

export interface Zscaler {
  /** The same customers behind two doors: the legacy API and OneAPI. */
  readonly vendors: readonly Vendor[];
  readState(): ZscalerState;
}

/** A simulated ZPA with its seeded customers and clients. */
export async function createZscaler(
  seed: ZscalerSeed,
  world: World,
  options: ZscalerOptions,
): Promise<Zscaler> {
  const stores = new Map<string, CustomerStore>();
  for (const customer of seed.customers) {
    stores.set(customer.id, await createCustomerStore(customer, world, options));
  }
  const sessions = createSessions(world, options);
  const rateLimit = createRateLimit(options, world.clock);

  function carryOut(door: Door, request: VendorRequest): Answer {
    const { method, path, query } = request;
    door.guard(path);
    const signInEndpoint = door.findSignIn(method, path);
    if (signInEndpoint !== null) {
      if (door.scheme === 'legacy') rateLimit.count(path, method);
      return door.answerSignIn(signInEndpoint, request);
    }
    const inner = door.stripPrefix(path) ?? '';
    const template = findRoute(method, inner)?.template;
    if (template !== undefined) rateLimit.count(template, method);
    const session = requireSession(door, request, sessions);
    const { endpoint, customerId, id } = requireRoute(method, inner);
    const store = stores.get(customerId);
    if (store === undefined || session.customerId !== customerId) {
      throw options.foreignCustomerStatus === 401
        ? door.refuseCredential()
        : refuse(
            options.foreignCustomerStatus,
            ERROR_IDS.accessDenied,
            'The credential is not for this customer',
          );
    }
    if (method !== 'GET' && !session.mayWrite) {
      throw refuse(403, ERROR_IDS.accessDenied, 'The credential may not write');
    }
    const body = readJsonBody(request);
    const microtenantId = readMicrotenant(query, store, options);
    return MANAGEMENT[endpoint]({ store, world, options, query, microtenantId, id, body });
  }

  function makeVendor(door: Door): Vendor<ZscalerState> {
    const ids = createRandom(deriveSeed(world.seed, 'x-transaction-id', door.scheme));
    const makeHeaders = (path: string | null = null) => ({
      'x-transaction-id': ids.uuid(),
      ...door.makeHeaders(path),
      ...(door.scheme === 'oneapi' ? { 'x-oneapi-request-id': ids.uuid() } : {}),
    });
    return {
      credentialHeaders: ['authorization'],
      credentialFields: ['client_secret', 'client_assertion'],
      retryAfterForm: options.retryAfterForm,
      serves: door.serves,
      findEndpoint: (method, path) =>
        door.findSignIn(method, path) ?? findRoute(method, door.stripPrefix(path) ?? '')?.endpoint ?? null,
      describeCredential: ({ authorization }) => authorization?.split(' ')[0]?.toLowerCase() ?? 'none',
      makeHeaders,
      makeBlankAnswer: () => addHeaders(succeed(200, {}), makeHeaders()),
      makeErrorAnswer: ({ status, code, message }) => {
        const isCredential = status === 401 && code === undefined && message === undefined;
        const usual = USUAL_ERRORS[status] ?? { id: ERROR_IDS.internalError, reason: 'Internal error' };
        const refusal = isCredential
          ? door.refuseCredential()
          : refuse(status, String(code ?? usual.id), message ?? usual.reason);
        return addHeaders(refusal.answer, makeHeaders());
      },
      replaceResult: (json, replace) =>
        isObject(json) && 'list' in json ? { ...json, list: replace(json.list) } : replace(json),
      answer: async (request) => {
        const answer = attempt(() => carryOut(door, request));
        return addHeaders(answer, makeHeaders(request.path));
      },
      readState: () => readZscalerState(stores, sessions),
    };
  }

  const context = { seed, sessions, clock: world.clock, options };
  return {
    vendors: [makeVendor(createLegacyDoor(context)), makeVendor(createOneApiDoor(context))],
    readState: () => readZscalerState(stores, sessions),
  };
}

function addHeaders(answer: Answer, headers: Answer['headers']): Answer {
  return { ...answer, headers: { ...headers, ...answer.headers } };
}

function attempt(act: () => Answer): Answer {
  try {
    return act();
  } catch (error) {
    if (error instanceof Refusal) return error.answer;
    throw error;
  }
}

/** What a fault of a status says where it does not bring its own words. */
const USUAL_ERRORS: Readonly<Record<number, { readonly id: string; readonly reason: string }>> = {
  400: { id: ERROR_IDS.badRequest, reason: 'Bad request' },
  403: { id: ERROR_IDS.accessDenied, reason: 'Access denied' },
  404: { id: ERROR_IDS.notFound, reason: 'Not found' },
  409: {
    id: ERROR_IDS.concurrentChange,
    reason: 'Unable to modify the resource due to concurrent change requests. Try again',
  },
  429: { id: ERROR_IDS.tooManyRequests, reason: 'Too many requests' },
  503: { id: ERROR_IDS.retryableServerError, reason: 'The service is busy. Try again' },
};
