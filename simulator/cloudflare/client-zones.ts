import type { Answer, World } from '../vendor.ts';
import { getHostnameAssociations, putHostnameAssociations } from './client-associations.ts';
import { createClientAuthority } from './client-authority.ts';
import {
  type ClientContext,
  createClientCertificate,
  getClientCertificate,
  reactivateClientCertificate,
  revokeClientCertificate,
} from './client-certificates.ts';
import { listClientCertificates } from './client-listing.ts';
import { type ClientStore, createClientStore } from './client-store.ts';
import type { ClientEndpoint, CloudflareEndpoint } from './endpoints.ts';
import type { CloudflareOptions } from './options.ts';
import type { CloudflareSeed } from './seeds.ts';
import type { JsonObject } from './wire.ts';

/** A request in a zone. */
interface ClientCall extends ClientContext {
  readonly certificateId: string;
  readonly query: URLSearchParams;
  readonly body: JsonObject;
}

/** Every endpoint of a zone, with the right to SSL and Certificates that it needs. */
export const CLIENT: Readonly<
  Record<
    ClientEndpoint,
    readonly [need: 'read' | 'write', act: (call: ClientCall) => Answer | Promise<Answer>]
  >
> = {
  'client.list': ['read', (call) => listClientCertificates(call, call.query)],
  'client.create': ['write', (call) => createClientCertificate(call, call.body)],
  'client.get': ['read', (call) => getClientCertificate(call, call.certificateId)],
  'client.reactivate': ['write', (call) => reactivateClientCertificate(call, call.certificateId, call.body)],
  'client.revoke': ['write', (call) => revokeClientCertificate(call, call.certificateId)],
  'client.associations.get': ['read', (call) => getHostnameAssociations(call, call.query)],
  'client.associations.put': ['write', (call) => putHostnameAssociations(call, call.body)],
};

/** Whether an endpoint is one of a zone. */
export function isClientEndpoint(endpoint: CloudflareEndpoint): endpoint is ClientEndpoint {
  return endpoint in CLIENT;
}

/** The stores of every zone, by its id; the zones of one account share its authority. */
export function openClientStores(
  seed: CloudflareSeed,
  world: World,
  options: CloudflareOptions,
): ReadonlyMap<string, ClientStore> {
  const authorities = new Map(seed.accounts.map(({ id }) => [id, createClientAuthority(id, world)]));
  return new Map(
    seed.zones.map((zone) => {
      const authority = authorities.get(zone.accountId);
      if (authority === undefined) {
        throw new Error(`Zone ${zone.id} belongs to account ${zone.accountId}, which the estate lacks`);
      }
      return [zone.id, createClientStore(zone, authority, world, options)];
    }),
  );
}
