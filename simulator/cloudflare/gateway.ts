import type { Answer, World } from '../vendor.ts';
import { CODES } from './codes.ts';
import { refuse, succeed } from './envelope.ts';
import { type GatewayCertificate, NIL_ID, writeCertificate } from './gateway-certificate.ts';
import { DAY_MILLISECONDS, type GatewayStore } from './gateway-store.ts';
import type { CloudflareOptions } from './options.ts';
import type { JsonObject } from './wire.ts';

/** Cloudflare API reference, Create Zero Trust certificate. */
const DEFAULT_VALIDITY_DAYS = 1825;
const LONGEST_VALIDITY_DAYS = 10_950;

/** What the Gateway endpoints work on. */
export interface GatewayContext {
  readonly store: GatewayStore;
  readonly world: World;
  readonly options: CloudflareOptions;
}

/** GET certificates: all in one page, there is no query. */
export function listCertificates({ store, world, options }: GatewayContext): Answer {
  const listed = store.readCertificates().filter(({ listedAt }) => listedAt <= world.clock.now());
  const rows = world.unkind?.reorder('gateway.list', listed) ?? listed;
  const count = rows.length;
  return succeed(
    200,
    rows.map((row) => write(row, store, options)),
    options.listResultInfo ? { result_info: { count, page: 1, per_page: count, total_count: count } } : {},
  );
}

/** POST certificates. @throws {Refusal} for a validity out of range, or a spent quota. */
export async function createCertificate(
  { store, world, options }: GatewayContext,
  body: JsonObject,
): Promise<Answer> {
  const days = body.validity_period_days ?? DEFAULT_VALIDITY_DAYS;
  if (typeof days !== 'number' || !Number.isInteger(days) || days < 1 || days > LONGEST_VALIDITY_DAYS) {
    throw refuse(
      400,
      CODES.invalidValidityPeriod,
      `validity_period_days must be a whole number from 1 to ${LONGEST_VALIDITY_DAYS}`,
      { source: { pointer: '/validity_period_days' } },
    );
  }
  const dayAgo = world.clock.now() - DAY_MILLISECONDS;
  if (store.creations.filter(({ at }) => at > dayAgo).length >= options.creationQuota) {
    const { status, code } = options.creationQuotaError;
    throw refuse(
      status,
      code,
      `No more than ${options.creationQuota} certificates can be created in 24 hours`,
    );
  }
  return succeed(200, write(await store.create(days), store, options));
}

/** GET one certificate. @throws {Refusal} 2027 where it is not there. */
export function getCertificate({ store, options }: GatewayContext, id: string): Answer {
  return succeed(200, write(requireCertificate(store, id, options), store, options));
}

/** DELETE one certificate: only an inactive, gateway-managed one. @throws {Refusal} */
export function deleteCertificate({ store, options }: GatewayContext, id: string): Answer {
  const certificate = requireCertificate(store, id, options);
  if (certificate.type === 'custom') {
    throw refuse(400, CODES.customCertificate, 'A custom certificate is managed through mtls_certificates');
  }
  if (certificate.status !== 'inactive') {
    throw refuse(500, CODES.certificateActive, 'Certificate is active and cannot be deleted');
  }
  const result = write(certificate, store, options);
  store.remove(certificate);
  return succeed(200, result);
}

/** POST activate: 202 with the certificate on its way to the edge. @throws {Refusal} */
export function activateCertificate({ store, options }: GatewayContext, id: string): Answer {
  const certificate = requireCertificate(store, id, options);
  const atEdge = store
    .readCertificates()
    .filter(({ status }) => status === 'available' || status === 'pending_deployment');
  if (!atEdge.includes(certificate)) {
    if (atEdge.length >= options.availableLimit) {
      throw refuse(
        400,
        CODES.availableLimit,
        `No more than ${options.availableLimit} certificates can be available`,
      );
    }
    store.beginBinding(certificate, 'available');
  } else if (options.activateOnAvailable === 'refuse') {
    throw refuse(400, CODES.alreadyActive, 'Certificate is already active');
  }
  return succeed(202, write(certificate, store, options));
}

/** POST deactivate: 201 with the certificate on its way from the edge. @throws {Refusal} */
export function deactivateCertificate({ store, options }: GatewayContext, id: string): Answer {
  const certificate = requireCertificate(store, id, options);
  const status = certificate.status;
  if (status === 'available' || status === 'pending_deployment') {
    if (store.readIdInUse() === certificate.id) {
      if (options.inUseDeactivation === 'refuse') {
        throw refuse(400, CODES.certificateInUse, 'Certificate is in use and cannot be deactivated');
      }
      const next = store
        .readCertificates()
        .find(
          (other) =>
            other.status === 'available' && other.type === 'gateway_managed' && other !== certificate,
        );
      store.configure({ ...store.configuration.settings, certificate: { id: next?.id ?? NIL_ID } });
    }
    store.beginBinding(certificate, 'inactive');
  }
  return succeed(201, write(certificate, store, options));
}

function requireCertificate(store: GatewayStore, id: string, options: CloudflareOptions): GatewayCertificate {
  const wanted = id.toLowerCase();
  const certificate = store.readCertificates().find((candidate) => candidate.id === wanted);
  if (certificate !== undefined) return certificate;
  throw refuse(options.notFoundStatus, CODES.certificateNotFound, 'Certificate not found in SSL store');
}

function write(certificate: GatewayCertificate, store: GatewayStore, options: CloudflareOptions) {
  return writeCertificate(certificate, store.readShownIdInUse() === certificate.id, options);
}
