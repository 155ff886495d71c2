import type { Answer, VendorRequest } from '../vendor.ts';
import { getApplication, listAppsByType, updateApplication } from './applications.ts';
import type { Call } from './call.ts';
import {
  createCertificate,
  deleteCertificate,
  getCertificate,
  listCertificates,
  listIssued,
  updateCertificate,
} from './certificates.ts';
import type { ApiEndpoint } from './endpoints.ts';
import { ERROR_IDS, refuse } from './errors.ts';
import { readMediaType } from './forms.ts';
import { getPortal, listPortals, PRA_PORTAL, USER_PORTAL, updatePortal } from './portals.ts';
import { isObject, type JsonObject } from './wire.ts';

/** What each endpoint of the management API does. */
export const MANAGEMENT: Readonly<Record<ApiEndpoint, (call: Call) => Answer>> = {
  'zpa.certificates.list': listCertificates,
  'zpa.certificates.create': createCertificate,
  'zpa.certificates.get': getCertificate,
  'zpa.certificates.update': updateCertificate,
  'zpa.certificates.delete': deleteCertificate,
  'zpa.clientless.get': getCertificate,
  'zpa.issued.list': listIssued,
  'zpa.clientlessIssued.list': listIssued,
  'zpa.applications.byType': listAppsByType,
  'zpa.applications.get': getApplication,
  'zpa.applications.update': updateApplication,
  'zpa.praPortals.list': (call) => listPortals(call, PRA_PORTAL),
  'zpa.praPortals.get': (call) => getPortal(call, PRA_PORTAL),
  'zpa.praPortals.update': (call) => updatePortal(call, PRA_PORTAL),
  'zpa.userPortals.list': (call) => listPortals(call, USER_PORTAL),
  'zpa.userPortals.get': (call) => getPortal(call, USER_PORTAL),
  'zpa.userPortals.update': (call) => updatePortal(call, USER_PORTAL),
};

/**
 * The JSON object in the body of a POST or PUT; other methods' bodies are passed over.
 * @throws {Refusal}
 */
export function readJsonBody({ method, headers, body }: VendorRequest): JsonObject {
  if (method !== 'POST' && method !== 'PUT') return {};
  if (readMediaType(headers['content-type']) !== 'application/json') {
    throw refuse(415, ERROR_IDS.unsupportedMediaType, 'The body must be application/json');
  }
  const json = parse(body);
  if (isObject(json)) return json;
  throw refuse(400, ERROR_IDS.badRequest, 'The body must be a JSON object');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
