import type { Answer } from '../vendor.ts';
import { CODES } from './codes.ts';
import { refuse, succeed } from './envelope.ts';
import type { GatewayContext } from './gateway.ts';
import { readConfiguredId } from './gateway-store.ts';
import { isObject, type JsonObject } from './wire.ts';

/** GET configuration. */
export function getConfiguration({ store }: GatewayContext): Answer {
  const { settings, createdAt, updatedAt } = store.configuration;
  return succeed(200, {
    settings,
    created_at: new Date(createdAt).toISOString(),
    updated_at: new Date(updatedAt).toISOString(),
  });
}

/** PATCH configuration: each given block replaces its like as a whole; `null` is ignored. @throws {Refusal} */
export function patchConfiguration(context: GatewayContext, body: JsonObject): Answer {
  return change(context, { ...context.store.configuration.settings, ...readGivenBlocks(body) });
}

/** PUT configuration: replaces all of it. @throws {Refusal} */
export function putConfiguration(context: GatewayContext, body: JsonObject): Answer {
  return change(context, readGivenBlocks(body));
}

function readGivenBlocks({ settings }: JsonObject): JsonObject {
  if (!isObject(settings)) {
    throw refuse(400, CODES.invalidBody, 'settings must be an object', { source: { pointer: '/settings' } });
  }
  const given = Object.entries(settings).filter(([, block]) => block !== null);
  const wrong = given.find(([, block]) => !isObject(block));
  if (wrong === undefined) return Object.fromEntries(given);
  throw refuse(400, CODES.invalidBody, `settings.${wrong[0]} must be an object`, {
    source: { pointer: `/settings/${wrong[0]}` },
  });
}

function change(context: GatewayContext, wanted: JsonObject): Answer {
  const { store } = context;
  const { certificate, tls_decrypt: decryption } = wanted;
  if (isObject(certificate) && typeof certificate.id !== 'string') {
    throw refuse(400, CODES.invalidBody, 'settings.certificate.id must be a string', {
      source: { pointer: '/settings/certificate/id' },
    });
  }
  // The nil id stands for Cloudflare's own root.
  const id = readConfiguredId(wanted)?.toLowerCase() ?? null;
  const found = store.readCertificates().find((candidate) => candidate.id === id);
  if (id !== null && found?.status !== 'available' && id !== store.readIdInUse()) {
    throw refuse(
      400,
      CODES.certificateNotAvailable,
      'The certificate must be available before it can be used',
      {
        source: { pointer: '/settings/certificate/id' },
      },
    );
  }
  if (isObject(decryption) && decryption.enabled === true && certificate === undefined) {
    throw refuse(400, CODES.decryptionNeedsCertificate, 'TLS decryption needs a certificate');
  }
  store.configure(id === null ? wanted : { ...wanted, certificate: { id } });
  return getConfiguration(context);
}
