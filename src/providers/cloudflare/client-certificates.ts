import { assembleCertificate, parseApiTime } from '../../certificate/assemble.ts';
import type { Certificate } from '../../certificate/certificate.ts';
import { ApiError } from '../../http/errors.ts';
import type { Transport } from '../../http/transport.ts';
import type { HttpCall } from '../../http/types.ts';
import { capabilitiesOf } from '../../interface/capabilities.ts';
import type { CloudflareCredentials } from '../../interface/credentials.ts';
import type { ListFilter } from '../../interface/request.ts';
import { keepRow, readAllKept } from '../pages.ts';
import type { Provider, Transition } from '../provider.ts';
import { adviseOnCloudflare } from './advice.ts';
import { checkCredential, isCloudflareDenial } from './check.ts';
import { CLOUDFLARE_BASE_PATH, sendForPage, sendForResult } from './client.ts';
import { createClientCreation } from './client-creation.ts';
import { verifyToken } from './token.ts';
import { type ClientCertificate, clientCertificateSchema } from './wire.ts';

export interface ClientCertificatesOptions {
  readonly zoneId: string;
  readonly credentials: CloudflareCredentials;
  readonly origin: string;
  /** Rows of a page, 5 to 50 (Cloudflare API reference, List Client Certificates, `per_page`). */
  readonly pageSize: number;
  /** Pages asked for at once. */
  readonly concurrency: number;
}

const PROVIDER = 'cloudflare-client';
/**
 * As many pages as calls may be under way wait for their turn: the next call leaves as soon as an answer has come,
 * before that is read.
 */
const PAGES_FOR_A_CALL = 2;

/**
 * API Shield client certificates of one zone (Cloudflare API reference, Client Certificates: list, details,
 * create, reactivate, revoke).
 */
export function createClientProvider(transport: Transport, options: ClientCertificatesOptions): Provider {
  const capabilities = capabilitiesOf[PROVIDER];
  const { zoneId } = options;
  const collection = `${CLOUDFLARE_BASE_PATH}/zones/${zoneId}/client_certificates`;
  const pathOf = (id: string) => `${collection}/${encodeURIComponent(id.toWellFormed())}`;

  const readOne = (result: unknown): Certificate | null => {
    const row = clientCertificateSchema.safeParse(result);
    return row.success ? toCertificate(row.data, zoneId) : null;
  };

  const readPage = <Row>(
    { page, abandoned }: { readonly page: number; readonly abandoned?: AbortSignal },
    status: string,
    readRow: (row: unknown) => Row | null,
  ) => {
    const query = {
      page: String(page),
      per_page: String(options.pageSize),
      ...(status === '' ? {} : { status }),
    };
    const call: HttpCall = {
      method: 'GET',
      path: collection,
      query,
      retry: 'safe',
      ...(abandoned === undefined ? {} : { abandoned }),
    };
    return sendForPage(transport, call, readRow);
  };

  const survey = async <T extends object>(
    filter: ListFilter,
    keep: (certificate: Certificate) => T,
  ): Promise<readonly T[]> => {
    // The API filters by one status, or none.
    const status = filter.statuses.length === 1 ? (filter.statuses[0] ?? '') : '';
    const readRow = (row: unknown) => {
      const certificate = readOne(row);
      return certificate === null ? null : keepRow(certificate, filter, keep);
    };
    return readAllKept(
      (page, abandoned) => readPage({ page, abandoned }, status, readRow),
      PAGES_FOR_A_CALL * options.concurrency,
    );
  };

  const createTransition = (
    call: (id: string) => HttpCall,
    rest: Omit<Transition, 'call' | 'send' | 'needsAll'>,
  ): Transition => ({
    ...rest,
    needsAll: false,
    call,
    send: (made) => sendForResult(transport, made, readOne),
  });

  const provider: Provider = {
    name: PROVIDER,
    scope: zoneId,
    origin: options.origin,
    capabilities,
    notices: [],
    list: (filter) => survey(filter, (certificate) => certificate),
    survey,
    readUsage: null,
    readCredentialEnd: () => verifyToken(transport, options.credentials, null),
    isDenial: isCloudflareDenial,
    consoleUrl: () => 'https://dash.cloudflare.com/?to=/:account/:zone/ssl-tls/client-certificates',
    get: async (id) => {
      try {
        return await sendForResult(transport, { method: 'GET', path: pathOf(id), retry: 'safe' }, readOne);
      } catch (error) {
        if (isAbsence(error)) return null;
        throw error;
      }
    },
    creation: createClientCreation(collection, (call) => sendForResult(transport, call, readOne)),
    transitions: {
      // The reference of 2026 wants this body; the one of 2024 had none. It suits both.
      reactivate: createTransition(
        (id) => ({ method: 'PATCH', path: pathOf(id), json: { reactivate: true }, retry: 'unsent' }),
        { goal: 'active', underWay: ['pending_reactivation'], findViolations: () => [], isDone: () => false },
      ),
      revoke: createTransition((id) => ({ method: 'DELETE', path: pathOf(id), retry: 'unsent' }), {
        goal: 'revoked',
        underWay: ['pending_revocation'],
        // Revoking is the purpose itself and can be undone; nobody tells who uses a certificate.
        findViolations: () => [],
        // Code 1407: it is revoked, or on its way there, already.
        isDone: (error) => error.has('1407'),
      }),
    },
    deletion: null,
    update: null,
    openRotation: async (setup) => {
      const [{ createClientRotation }, { readNamedRow }] = await Promise.all([
        import('./client-rotation.ts'),
        import('./client-lineage.ts'),
      ]);
      return createClientRotation({
        provider,
        transport,
        zoneId,
        setup,
        listNamed: (commonName, status) => {
          const readRow = (row: unknown) =>
            readNamedRow(row, commonName, (read) =>
              toCertificate({ ...read, status: read.status ?? status }, zoneId),
            );
          return readAllKept(
            (page, abandoned) => readPage({ page, abandoned }, status, readRow),
            options.concurrency,
          );
        },
      });
    },
    check: () =>
      checkCredential(transport, options.credentials, null, async () => {
        const page = await readPage({ page: 1 }, '', readOne);
        const { length } = page.readRows();
        return page.totalRows ?? length;
      }),
    advise: adviseOnCloudflare,
    close: async () => {},
  };
  return provider;
}

function toCertificate(row: ClientCertificate, zoneId: string): Certificate {
  const { id, certificate, common_name, expires_on, fingerprint_sha256, serial_number, status, ...vendor } =
    row;
  return assembleCertificate({
    provider: PROVIDER,
    scope: zoneId,
    id: id ?? null,
    name: common_name ?? null,
    status: status ?? null,
    fingerprint: fingerprint_sha256 ?? null,
    subject: null,
    issuer: null,
    serialNumber: serial_number ?? null,
    sans: null,
    notBefore: parseApiTime(vendor.issued_on ?? null),
    notAfter: parseApiTime(expires_on ?? null),
    createdAt: null,
    updatedAt: null,
    inUse: null,
    type: null,
    pem: certificate ?? null,
    vendor,
  });
}

/** Code 1415 is "Invalid Certificate ID in request"; a 404 that names a routing code is a malformed path. */
function isAbsence(error: unknown): boolean {
  if (!(error instanceof ApiError)) return false;
  if (error.has('1415')) return true;
  return error.status === 404 && error.errors.length > 0 && !error.has('7000') && !error.has('7003');
}
