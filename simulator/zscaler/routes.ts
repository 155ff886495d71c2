import type { ApiEndpoint } from './endpoints.ts';
import { ERROR_IDS, refuse } from './errors.ts';

const CUSTOMER_V1 = '/mgmtconfig/v1/admin/customers/{customerId}';
const CUSTOMER_V2 = '/mgmtconfig/v2/admin/customers/{customerId}';

/** Paths as in the ZPA API reference. */
const ROUTES: readonly (readonly [method: string, template: string, endpoint: ApiEndpoint])[] = [
  ['GET', `${CUSTOMER_V1}/certificate`, 'zpa.certificates.list'],
  ['POST', `${CUSTOMER_V1}/certificate`, 'zpa.certificates.create'],
  ['GET', `${CUSTOMER_V1}/certificate/{id}`, 'zpa.certificates.get'],
  ['PUT', `${CUSTOMER_V1}/certificate/{id}`, 'zpa.certificates.update'],
  ['DELETE', `${CUSTOMER_V1}/certificate/{id}`, 'zpa.certificates.delete'],
  ['GET', `${CUSTOMER_V1}/clientlessCertificate/{id}`, 'zpa.clientless.get'],
  ['GET', `${CUSTOMER_V2}/certificate/issued`, 'zpa.issued.list'],
  ['GET', `${CUSTOMER_V2}/clientlessCertificate/issued`, 'zpa.clientlessIssued.list'],
  ['GET', `${CUSTOMER_V1}/application/getAppsByType`, 'zpa.applications.byType'],
  ['GET', `${CUSTOMER_V1}/application/{id}`, 'zpa.applications.get'],
  ['PUT', `${CUSTOMER_V1}/application/{id}`, 'zpa.applications.update'],
  ['GET', `${CUSTOMER_V1}/praPortal`, 'zpa.praPortals.list'],
  ['GET', `${CUSTOMER_V1}/praPortal/{id}`, 'zpa.praPortals.get'],
  ['PUT', `${CUSTOMER_V1}/praPortal/{id}`, 'zpa.praPortals.update'],
  ['GET', `${CUSTOMER_V1}/userPortal`, 'zpa.userPortals.list'],
  ['GET', `${CUSTOMER_V1}/userPortal/{id}`, 'zpa.userPortals.get'],
  ['PUT', `${CUSTOMER_V1}/userPortal/{id}`, 'zpa.userPortals.update'],
];

/** A 64-bit number; longer ones than a double holds are usual. */
const ID_FORMAT = /^\d{1,19}$/;

export interface Match {
  readonly endpoint: ApiEndpoint;
  /** The path with its ids' names. */
  readonly template: string;
  readonly customerId: string;
  /** Empty where the path has none. */
  readonly id: string;
}

/** The route of a path without the vendor's prefix; null where there is none. The ids may be malformed. */
export function findRoute(method: string, path: string): Match | null {
  for (const [routeMethod, template, endpoint] of ROUTES) {
    const ids = routeMethod === method ? matchPath(template, path) : null;
    if (ids !== null) {
      return { endpoint, template, customerId: ids.get('{customerId}') ?? '', id: ids.get('{id}') ?? '' };
    }
  }
  return null;
}

/**
 * The route of a request whose ids are well-formed.
 * @throws {Refusal}
 */
export function requireRoute(method: string, path: string): Match {
  const match = findRoute(method, path);
  if (match === null) {
    const known = ROUTES.some(([, template]) => matchPath(template, path) !== null);
    throw known
      ? refuse(405, ERROR_IDS.methodNotAllowed, `Method ${method} is not allowed here`)
      : refuse(404, ERROR_IDS.noRoute, 'There is no such path');
  }
  if (!ID_FORMAT.test(match.customerId) || (match.template.endsWith('{id}') && !ID_FORMAT.test(match.id))) {
    throw refuse(400, ERROR_IDS.badRequest, 'An id in the path is not a number');
  }
  return match;
}

function matchPath(template: string, path: string): Map<string, string> | null {
  const expected = template.split('/');
  const given = path.split('/');
  if (expected.length !== given.length) return null;
  const ids = new Map<string, string>();
  for (const [index, part] of expected.entries()) {
    const value = given[index] ?? '';
    if (part.startsWith('{')) ids.set(part, value);
    else if (part !== value) return null;
  }
  return ids;
}
