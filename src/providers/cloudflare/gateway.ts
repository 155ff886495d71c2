import * as z from 'zod/mini';
import { assembleCertificate, parseApiTime } from '../../certificate/assemble.ts';
import type { Certificate } from '../../certificate/certificate.ts';
import { ApiError } from '../../http/errors.ts';
import type { Transport } from '../../http/transport.ts';
import type { Clock, HttpCall } from '../../http/types.ts';
import { capabilitiesOf } from '../../interface/capabilities.ts';
import type { CloudflareCredentials } from '../../interface/credentials.ts';
import { EVERYTHING, type ListFilter } from '../../interface/request.ts';
import type { Deletion, Provider, Transition } from '../provider.ts';
import { adviseOnCloudflare } from './advice.ts';
import { checkCredential, isCloudflareDenial } from './check.ts';
import { CLOUDFLARE_BASE_PATH, sendForResult } from './client.ts';
import { createGatewayCreation } from './gateway-creation.ts';
import { findDeactivationViolations, findDeletionViolations } from './gateway-guards.ts';
import { verifyToken } from './token.ts';
import { gatewayCertificateSchema } from './wire.ts';

export interface GatewayOptions {
  readonly accountId: string;
  readonly clock: Clock;
  readonly credentials: CloudflareCredentials;
  readonly origin: string;
}

const PROVIDER = 'cloudflare-gateway';

/**
 * Cloudflare Zero Trust Gateway certificates of one account (Cloudflare API reference, Zero Trust
 * certificates: list, create, get, delete, activate, deactivate).
 */
export function createGatewayProvider(transport: Transport, options: GatewayOptions): Provider {
  const capabilities = capabilitiesOf[PROVIDER];
  const collection = `${CLOUDFLARE_BASE_PATH}/accounts/${options.accountId}/gateway/certificates`;
  const pathOf = (id: string) => `${collection}/${encodeURIComponent(id.toWellFormed())}`;

  const readOne = (result: unknown): Certificate | null => {
    const row = gatewayCertificateSchema.safeParse(result);
    return row.success ? toCertificate(row.data) : null;
  };
  const readMany = (result: unknown): readonly Certificate[] | null => {
    const rows = z.array(gatewayCertificateSchema).safeParse(result);
    return rows.success ? rows.data.map(toCertificate) : null;
  };

  function toCertificate(row: z.output<typeof gatewayCertificateSchema>): Certificate {
    const {
      id,
      binding_status,
      certificate,
      created_at,
      expires_on,
      fingerprint,
      in_use,
      type,
      updated_at,
      ...vendor
    } = row;
    const status = binding_status ?? null;
    const aliases = capabilities.statusAliases;
    return assembleCertificate({
      provider: PROVIDER,
      scope: options.accountId,
      id: id ?? null,
      name: null,
      status: status !== null && Object.hasOwn(aliases, status) ? (aliases[status] ?? null) : status,
      fingerprint: fingerprint ?? null,
      subject: null,
      issuer: null,
      serialNumber: null,
      sans: null,
      notBefore: null,
      notAfter: parseApiTime(expires_on ?? null),
      createdAt: parseApiTime(created_at ?? null),
      updatedAt: parseApiTime(updated_at ?? null),
      inUse: in_use ?? null,
      type: type ?? null,
      pem: certificate ?? null,
      vendor,
    });
  }

  const list = async (filter: ListFilter): Promise<readonly Certificate[]> => {
    const call: HttpCall = { method: 'GET', path: collection, retry: 'safe' };
    const all = await sendForResult(transport, call, readMany);
    return all.filter((certificate) => passes(certificate, filter));
  };
  const { credentials, accountId } = options;

  const createTransition = (
    verb: 'activate' | 'deactivate',
    rest: Omit<Transition, 'call' | 'send'>,
  ): Transition => ({
    ...rest,
    // The reference of 2026 wants a body (any JSON); an older one had none. `{}` suits both.
    call: (id) => ({ method: 'POST', path: `${pathOf(id)}/${verb}`, json: {}, retry: 'unsent' }),
    send: (call) => sendForResult(transport, call, readOne),
  });

  const deletion: Deletion = {
    findViolations: async (certificate, all) => findDeletionViolations(certificate, all),
    needsAll: true,
    call: (id) => ({ method: 'DELETE', path: pathOf(id), retry: 'unsent' }),
    send: async (call) => {
      try {
        return await sendForResult(transport, call, () => true);
      } catch (error) {
        if (isAbsence(error)) return false;
        throw error;
      }
    },
  };

  const provider: Provider = {
    name: PROVIDER,
    scope: options.accountId,
    origin: options.origin,
    capabilities,
    notices: [],
    list,
    survey: async (filter, keep) => (await list(filter)).map((certificate) => keep(certificate)),
    readUsage: null,
    readCredentialEnd: () => verifyToken(transport, credentials, accountId),
    isDenial: isCloudflareDenial,
    consoleUrl: () => `https://one.dash.cloudflare.com/${accountId}`,
    get: async (id) => {
      try {
        return await sendForResult(transport, { method: 'GET', path: pathOf(id), retry: 'safe' }, readOne);
      } catch (error) {
        if (isAbsence(error)) return null;
        throw error;
      }
    },
    creation: createGatewayCreation(collection, (call) => sendForResult(transport, call, readOne)),
    transitions: {
      activate: createTransition('activate', {
        goal: 'available',
        underWay: ['pending_deployment'],
        needsAll: false,
        findViolations: () => [],
        isDone: () => false,
      }),
      deactivate: createTransition('deactivate', {
        goal: 'inactive',
        underWay: ['pending_deletion'],
        needsAll: true,
        findViolations: findDeactivationViolations,
        isDone: () => false,
      }),
    },
    deletion,
    update: null,
    openRotation: async ({ material }) => {
      const { createGatewayRotation } = await import('./gateway-rotation.ts');
      return createGatewayRotation({ provider, transport, accountId, clock: options.clock, material });
    },
    check: () =>
      checkCredential(transport, credentials, accountId, async () => (await list(EVERYTHING)).length),
    advise: adviseOnCloudflare,
    close: async () => {},
  };
  return provider;
}

function passes(certificate: Certificate, filter: ListFilter): boolean {
  const statusPasses = filter.statuses.length === 0 || filter.statuses.includes(certificate.status ?? '');
  return statusPasses && (filter.inUse === null || certificate.inUse === filter.inUse);
}

/**
 * Code 2027 is "not found in SSL store"; its HTTP status is not documented. A 404 that names a routing code
 * (7000, 7003) is a malformed path, and one without any error is not this API's.
 */
function isAbsence(error: unknown): boolean {
  if (!(error instanceof ApiError)) return false;
  if (error.has('2027')) return true;
  return error.status === 404 && error.errors.length > 0 && !error.has('7000') && !error.has('7003');
}
