import { CODES } from './codes.ts';
import type { CloudflareEndpoint } from './endpoints.ts';
import { Refusal, refuse } from './envelope.ts';

export const BASE_PATH = '/client/v4';

const ACCOUNT = '/accounts/{account_id}';
const CERTIFICATES = `${ACCOUNT}/gateway/certificates`;
const CERTIFICATE = `${CERTIFICATES}/{certificate_id}`;
const CONFIGURATION = `${ACCOUNT}/gateway/configuration`;
const ZONE = '/zones/{zone_id}';
const CLIENT_CERTIFICATES = `${ZONE}/client_certificates`;
const CLIENT_CERTIFICATE = `${CLIENT_CERTIFICATES}/{client_certificate_id}`;
const ASSOCIATIONS = `${ZONE}/certificate_authorities/hostname_associations`;

/** Paths as in the Cloudflare API reference, under the base path. */
const ROUTES: readonly (readonly [method: string, path: string, endpoint: CloudflareEndpoint])[] = [
  ['GET', CERTIFICATES, 'gateway.list'],
  ['POST', CERTIFICATES, 'gateway.create'],
  ['GET', CERTIFICATE, 'gateway.get'],
  ['DELETE', CERTIFICATE, 'gateway.delete'],
  ['POST', `${CERTIFICATE}/activate`, 'gateway.activate'],
  ['POST', `${CERTIFICATE}/deactivate`, 'gateway.deactivate'],
  ['GET', CONFIGURATION, 'gateway.configuration.get'],
  ['PATCH', CONFIGURATION, 'gateway.configuration.patch'],
  ['PUT', CONFIGURATION, 'gateway.configuration.put'],
  ['GET', CLIENT_CERTIFICATES, 'client.list'],
  ['POST', CLIENT_CERTIFICATES, 'client.create'],
  ['GET', CLIENT_CERTIFICATE, 'client.get'],
  ['PATCH', CLIENT_CERTIFICATE, 'client.reactivate'],
  ['DELETE', CLIENT_CERTIFICATE, 'client.revoke'],
  ['GET', ASSOCIATIONS, 'client.associations.get'],
  ['PUT', ASSOCIATIONS, 'client.associations.put'],
  ['GET', '/user/tokens/verify', 'token.verify'],
  ['GET', `${ACCOUNT}/tokens/verify`, 'token.verify'],
];

const ID_FORMATS: Readonly<Record<string, RegExp>> = {
  account_id: /^[0-9a-f]{32}$/,
  certificate_id: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  zone_id: /^[0-9a-f]{32}$/,
  // A malformed one is answered as one that is not there.
  client_certificate_id: /./,
};

export interface Match {
  readonly endpoint: CloudflareEndpoint;
  /** Path parameters by name, as they came. */
  readonly ids: Readonly<Record<string, string>>;
}

/** The route of a request; null where there is none. The ids may be malformed. */
export function findRoute(method: string, path: string): Match | null {
  for (const [routeMethod, pattern, endpoint] of ROUTES) {
    const ids = routeMethod === method ? matchPath(pattern, path) : null;
    if (ids !== null) return { endpoint, ids };
  }
  return null;
}

/**
 * The route of a request whose ids are well-formed.
 * @throws {Refusal} as the vendor answers what it cannot route.
 */
export function requireRoute(method: string, path: string): Match {
  const match = findRoute(method, path);
  if (match === null) {
    if (ROUTES.some(([, pattern]) => matchPath(pattern, path) !== null)) {
      throw refuse(405, CODES.noMethod, `Method ${method} not available for that URI.`);
    }
    throw refuse(404, CODES.noRoute, 'No route for that URI');
  }
  if (Object.entries(match.ids).every(([name, id]) => ID_FORMATS[name]?.test(id))) return match;
  throw new Refusal(404, [
    {
      code: CODES.couldNotRoute,
      message: `Could not route to ${path}, perhaps your object identifier is invalid?`,
    },
    { code: CODES.noRoute, message: 'No route for that URI' },
  ]);
}

function matchPath(pattern: string, path: string): Record<string, string> | null {
  const expected = `${BASE_PATH}${pattern}`.split('/');
  const given = path.split('/');
  if (expected.length !== given.length) return null;
  const ids: Record<string, string> = {};
  for (const [index, part] of expected.entries()) {
    const value = given[index] ?? '';
    if (part.startsWith('{')) ids[part.slice(1, -1)] = value;
    else if (part !== value) return null;
  }
  return ids;
}
