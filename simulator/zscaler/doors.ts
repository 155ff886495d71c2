import type { Answer, Clock, VendorRequest } from '../vendor.ts';
import type { ZscalerEndpoint } from './endpoints.ts';
import { ERROR_IDS, Refusal, refuse } from './errors.ts';
import { signIn, signOut } from './legacy-sign-in.ts';
import { issueToken, TOKEN_QUOTA_HEADERS } from './oneapi-token.ts';
import type { ZscalerOptions } from './options.ts';
import { createGatewayQuota } from './rate-limit.ts';
import type { ZscalerSeed } from './seeds.ts';
import type { Scheme, Session, Sessions } from './sessions.ts';

const SIGN_IN = '/signin';
const SIGN_OUT = '/signout';
const MANAGEMENT_PATH = '/mgmtconfig/';
const TOKEN_PATH = '/oauth2/v1/token';
const ONEAPI_PREFIX = '/zpa';
const ONEAPI_ONLY = 'This tenant can be reached only through Zscaler OneAPI.\n';

/** What the two doors do each in its own way. */
export interface Door {
  readonly scheme: Scheme;
  serves(path: string): boolean;
  /** The management API's path without the door's prefix; null where it is another path. */
  stripPrefix(path: string): string | null;
  /** The endpoint of the sign-in that a request is for, or null. */
  findSignIn(method: string, path: string): ZscalerEndpoint | null;
  answerSignIn(endpoint: ZscalerEndpoint, request: VendorRequest): Answer;
  refuseCredential(): Refusal;
  /** Counts a request and refuses it where it may not pass. @throws {Refusal} */
  guard(path: string): void;
  makeHeaders(path: string | null): Readonly<Record<string, string>>;
}

export interface DoorContext {
  readonly seed: ZscalerSeed;
  readonly sessions: Sessions;
  readonly clock: Clock;
  readonly options: ZscalerOptions;
}

/** The session of a request. @throws {Refusal} 401 */
export function requireSession(door: Door, request: VendorRequest, sessions: Sessions): Session {
  const session = sessions.find(door.scheme, request.headers.authorization);
  if (session === null) throw door.refuseCredential();
  return session;
}

/** The door of API keys: signin, signout, and the management API at the root. */
export function createLegacyDoor({ seed, sessions, options }: DoorContext): Door {
  const legacy: Door = {
    scheme: 'legacy',
    serves: (path) => path === SIGN_IN || path === SIGN_OUT || path.startsWith(MANAGEMENT_PATH),
    stripPrefix: (path) => path,
    findSignIn: (method, path) => {
      if (method !== 'POST') return null;
      if (path === SIGN_IN) return 'zpa.signin';
      return path === SIGN_OUT ? 'zpa.signout' : null;
    },
    answerSignIn: (endpoint, request) =>
      endpoint === 'zpa.signin'
        ? signIn(request, { clients: seed.legacyClients, sessions })
        : signOut(requireSession(legacy, request, sessions), sessions, options),
    refuseCredential: () =>
      refuse(401, ERROR_IDS.accessDenied, 'The access token is missing, wrong or expired'),
    guard: () => {
      if (!options.oneApiOnly) return;
      throw new Refusal(ONEAPI_ONLY, {
        status: options.oneApiOnlyStatus,
        headers: { 'content-type': 'text/plain;charset=utf-8' },
        json: null,
        text: ONEAPI_ONLY,
      });
    },
    makeHeaders: () => ({}),
  };
  return legacy;
}

/** The door of OneAPI: its token endpoint, and the management API under a prefix. */
export function createOneApiDoor({ seed, sessions, clock, options }: DoorContext): Door {
  const gatewayQuota = createGatewayQuota(options, clock);
  return {
    scheme: 'oneapi',
    serves: (path) => path === TOKEN_PATH || path.startsWith(`${ONEAPI_PREFIX}/`),
    stripPrefix: (path) => (path.startsWith(`${ONEAPI_PREFIX}/`) ? path.slice(ONEAPI_PREFIX.length) : null),
    findSignIn: (method, path) => (method === 'POST' && path === TOKEN_PATH ? 'oneapi.token' : null),
    answerSignIn: (_endpoint, request) =>
      issueToken(request, { clients: seed.oneApiClients, sessions, clock, options }),
    refuseCredential: () => {
      const json = { detail: 'unauthorized', type: '', title: '', status: '' };
      return new Refusal(json.detail, { status: 401, headers: {}, json });
    },
    guard: (path) => {
      if (path !== TOKEN_PATH) gatewayQuota.count();
    },
    makeHeaders: (path) => (path === TOKEN_PATH ? TOKEN_QUOTA_HEADERS : gatewayQuota.makeHeaders()),
  };
}
