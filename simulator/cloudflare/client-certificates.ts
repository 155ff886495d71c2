import type { Answer, World } from '../vendor.ts';
import {
  type ClientCertificate,
  readStatus,
  takesSlot,
  writeClientCertificate,
} from './client-certificate.ts';
import { readCertificateRequest } from './client-request.ts';
import type { ClientStore } from './client-store.ts';
import { CODES } from './codes.ts';
import { refuse, succeed } from './envelope.ts';
import type { CloudflareOptions } from './options.ts';
import type { JsonObject } from './wire.ts';

/** The reference names no bound; this one keeps dates within four digits of a year. */
const LONGEST_VALIDITY_DAYS = 36_500;

/** What the endpoints of a zone work on. */
export interface ClientContext {
  readonly store: ClientStore;
  readonly world: World;
  readonly options: CloudflareOptions;
}

/** POST client_certificates: the same request may be signed any number of times. @throws {Refusal} */
export async function createClientCertificate(context: ClientContext, body: JsonObject): Promise<Answer> {
  const { csr, validity_days: days } = body;
  const request = typeof csr === 'string' ? await readCertificateRequest(csr) : null;
  if (request === null) {
    throw refuse(
      400,
      CODES.invalidCsr,
      'csr must be a certificate signing request in PEM, signed by its own key',
      {
        source: { pointer: '/csr' },
      },
    );
  }
  if (typeof days !== 'number' || !Number.isInteger(days) || days < 1 || days > LONGEST_VALIDITY_DAYS) {
    throw refuse(
      400,
      CODES.invalidValidityPeriod,
      `validity_days must be a whole number from 1 to ${LONGEST_VALIDITY_DAYS}`,
      { source: { pointer: '/validity_days' } },
    );
  }
  requireSlot(context);
  return answerWith(context, context.store.create(request, days));
}

/** GET one certificate. @throws {Refusal} 1415 where it is not there. */
export function getClientCertificate(context: ClientContext, id: string): Answer {
  return answerWith(context, requireCertificate(context, id));
}

/** PATCH: begins to reactivate what is revoked, or on its way there. @throws {Refusal} */
export function reactivateClientCertificate(context: ClientContext, id: string, body: JsonObject): Answer {
  const { store, world, options } = context;
  const { reactivate } = body;
  if (reactivate !== true && (reactivate !== undefined || options.clientPatchBodyRequired)) {
    throw refuse(400, CODES.invalidBody, 'reactivate must be true', { source: { pointer: '/reactivate' } });
  }
  const certificate = requireCertificate(context, id);
  if (!takesSlot(readStatus(certificate, world.clock.now()))) {
    requireSlot(context);
    store.begin(certificate, 'pending_reactivation');
  } else if (options.clientReactivateActive === 'refuse') {
    throw refuse(400, CODES.clientNotRevoked, 'Certificate is not revoked');
  }
  return answerWith(context, certificate);
}

/** DELETE: begins to revoke; the row stays for ever. @throws {Refusal} 1407 where that is done, or begun, already. */
export function revokeClientCertificate(context: ClientContext, id: string): Answer {
  const { store, world, options } = context;
  const certificate = requireCertificate(context, id);
  if (!takesSlot(readStatus(certificate, world.clock.now()))) {
    throw refuse(
      options.clientRefusalStatus,
      CODES.clientAlreadyDeleted,
      'The certificate is already deleted',
    );
  }
  store.begin(certificate, 'pending_revocation');
  return answerWith(context, certificate);
}

function requireCertificate({ store, options }: ClientContext, id: string): ClientCertificate {
  const certificate = store.find(id);
  if (certificate !== undefined) return certificate;
  throw refuse(
    options.clientNotFoundStatus,
    CODES.invalidClientCertificateId,
    'Invalid Certificate ID in request',
  );
}

function requireSlot({ store, options }: ClientContext): void {
  if (store.countTakenSlots() < store.quota) return;
  throw refuse(
    options.clientRefusalStatus,
    CODES.clientQuotaReached,
    `No more than ${store.quota} client certificates can be active in this zone`,
  );
}

function answerWith({ store, world, options }: ClientContext, certificate: ClientCertificate): Answer {
  const json = writeClientCertificate(certificate, store.authority, options, world.clock.now());
  return succeed(200, json);
}
