import type { Answer } from '../vendor.ts';
import type { ClientContext } from './client-certificates.ts';
import { CODES } from './codes.ts';
import { refuse, succeed } from './envelope.ts';
import type { JsonObject } from './wire.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** The managed authority's id in the store. */
const MANAGED = '';

/** GET hostname_associations, of the managed authority or of the one that `mtls_certificate_id` names. @throws {Refusal} */
export function getHostnameAssociations({ store }: ClientContext, query: URLSearchParams): Answer {
  const authorityId = readAuthorityId(query.get('mtls_certificate_id') ?? undefined);
  return succeed(200, { hostnames: store.hostnames.get(authorityId) ?? [] });
}

/** PUT hostname_associations: replaces the whole list of that authority. @throws {Refusal} */
export function putHostnameAssociations({ store }: ClientContext, body: JsonObject): Answer {
  const authorityId = readAuthorityId(body.mtls_certificate_id);
  const { hostnames } = body;
  if (!Array.isArray(hostnames) || !hostnames.every((name) => typeof name === 'string' && name !== '')) {
    throw refuse(400, CODES.invalidBody, 'hostnames must be an array of host names', {
      source: { pointer: '/hostnames' },
    });
  }
  store.hostnames.set(authorityId, hostnames);
  return succeed(200, { hostnames });
}

function readAuthorityId(given: unknown): string {
  if (given === undefined) return MANAGED;
  if (typeof given === 'string' && UUID.test(given)) return given.toLowerCase();
  throw refuse(400, CODES.invalidBody, 'mtls_certificate_id must be a UUID', {
    source: { pointer: '/mtls_certificate_id' },
  });
}
