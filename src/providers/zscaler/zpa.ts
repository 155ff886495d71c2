import type { Certificate } from '../../certificate/certificate.ts';
import type { HttpCall } from '../../http/types.ts';
import { capabilitiesOf } from '../../interface/capabilities.ts';
import type { ZscalerCredentials } from '../../interface/credentials.ts';
import type { ListFilter, TransportSettings } from '../../interface/request.ts';
import type { View } from '../../interface/words.ts';
import { type KeptRow, keepRow, readAllKept } from '../pages.ts';
import type { Provider } from '../provider.ts';
import { adviseOnZscaler } from './advice.ts';
import { checkCredential, isDenial } from './check.ts';
import { isAbsence, type ListCall, readPage, sendForJson } from './client.ts';
import { createZpaCreation } from './creation.ts';
import { createZpaDeletion } from './deletion.ts';
import { findZpaQuotas, zscalerDialect } from './dialect.ts';
import { findConsole, findHosts } from './hosts.ts';
import { readUsage } from './referrers.ts';
import { microtenantQuery } from './scope.ts';
import { readSearch } from './search.ts';
import { createSession, type Session, type SessionDeps } from './session.ts';
import { toCertificate, ZPA_PROVIDER } from './to-certificate.ts';
import { createZpaUpdate } from './update.ts';
import { certificateSchema } from './wire.ts';

export interface ZpaOptions {
  readonly customerId: string;
  /** `0` is the Default microtenant; null names none. */
  readonly microtenantId: string | null;
  readonly credentials: ZscalerCredentials;
  /** Takes the place of scheme, host and port of the sign-in and of the API. */
  readonly apiUrl: URL | null;
  readonly view: View;
  /** Rows of a page, 1 to 500. */
  readonly pageSize: number;
  readonly transport: TransportSettings;
}

/** What the provider leaves to the one who opens it. */
export interface ZpaDeps extends SessionDeps {
  /** One session for all that give the same key. */
  readonly shareSession: (key: string, create: () => Session) => Session;
}

/**
 * Web server certificates of one Zscaler Private Access customer (ZPA API reference, Certificate Management). It
 * signs in with its first call, through OneAPI or the legacy API as the credential says; `close` signs out.
 * @throws InputError where the vanity domain or the credential's private key cannot be used.
 */
export function createZpaProvider(options: ZpaOptions, deps: ZpaDeps): Provider {
  const { customerId, microtenantId, view, pageSize } = options;
  const { concurrency } = options.transport;
  const hosts = findHosts(options.credentials.signIn, options.apiUrl);
  const session = deps.shareSession(JSON.stringify([options.credentials, hosts.token.href]), () =>
    createSession(
      { credentials: options.credentials, origin: hosts.token, transport: options.transport },
      deps,
    ),
  );
  const transport = deps.createTransport({
    ...options.transport,
    origin: hosts.api,
    dialect: zscalerDialect,
    authorise: session.authorise,
    renew: session.renew,
    redact: deps.redact,
    userAgent: deps.userAgent,
    quotasOf: findZpaQuotas,
  });
  const scope = microtenantId === null ? customerId : `${customerId}/${microtenantId}`;
  const query = microtenantQuery(options);
  const customerPath = (version: 'v1' | 'v2') =>
    `${hosts.pathPrefix}/mgmtconfig/${version}/admin/customers/${customerId}`;
  const collection = `${customerPath('v1')}/certificate`;
  const pathOf = (id: string) => `${collection}/${encodeURIComponent(id.toWellFormed())}`;

  const readRow = (json: unknown): Certificate | null => {
    const row = certificateSchema.safeParse(json);
    return row.success ? toCertificate(row.data, scope, new Date(deps.clock.now())) : null;
  };
  const readOne = async (call: HttpCall): Promise<Certificate | null> => {
    try {
      return await sendForJson(transport, call, readRow);
    } catch (error) {
      if (isAbsence(error)) return null;
      throw error;
    }
  };
  const listCall = (search: string | null): ListCall => ({
    path: {
      all: collection,
      issued: `${customerPath('v2')}/certificate/issued`,
      'clientless-issued': `${customerPath('v2')}/clientlessCertificate/issued`,
    }[view],
    query: { ...query, ...(search === null ? {} : { search }) },
    pageSize,
  });
  const survey = async <T extends object>(
    filter: ListFilter,
    keep: (certificate: Certificate) => T,
  ): Promise<readonly T[]> => {
    const isSought = readSearch(filter.search);
    const keepSought = (json: unknown): KeptRow<T> | null => {
      const certificate = readRow(json);
      if (certificate === null) return null;
      const row = keepRow(certificate, filter, keep);
      return isSought(certificate) ? row : { ...row, kept: null };
    };
    const list = listCall(filter.search);
    return readAllKept(
      (page, abandoned) => readPage(transport, list, { page, abandoned }, keepSought),
      concurrency,
    );
  };
  const referrers = { customerPath: customerPath('v1'), pageSize, concurrency };
  const sendAndForget = async (call: HttpCall): Promise<void> => {
    await transport.send(call);
  };

  const provider: Provider = {
    name: ZPA_PROVIDER,
    scope,
    origin: hosts.api.origin,
    capabilities: capabilitiesOf[ZPA_PROVIDER],
    notices: view === 'clientless-issued' ? [DEPRECATION] : [],
    list: (filter) => survey(filter, (certificate) => certificate),
    survey,
    readUsage: () => readUsage(transport, { ...referrers, query }),
    readCredentialEnd: null,
    isDenial: (error) => isDenial(error) || session.isRefusal(error),
    consoleUrl: () => findConsole(options.credentials.signIn),
    get: (id) => {
      const clientless = `${customerPath('v1')}/clientlessCertificate/${encodeURIComponent(id.toWellFormed())}`;
      const path = view === 'clientless-issued' ? clientless : pathOf(id);
      return readOne({ method: 'GET', path, query, retry: 'safe' });
    },
    creation: createZpaCreation(collection, options, (call) => sendForJson(transport, call, readRow)),
    transitions: {},
    deletion: createZpaDeletion(transport, {
      pathOf,
      scope: options,
      referrers,
      read: readOne,
    }),
    update: createZpaUpdate(pathOf, options, sendAndForget),
    openRotation: async (setup) => {
      const { createZpaRotation } = await import('./zpa-rotation.ts');
      const reading = { ...referrers, query };
      return createZpaRotation({ provider, transport, scope: options, reading, setup });
    },
    check: () => checkCredential(session, () => readPage(transport, listCall(null), { page: 1 }, readRow)),
    advise: adviseOnZscaler,
    close: session.close,
  };
  return provider;
}

/** ZPA API reference, Certificate Management. */
const DEPRECATION =
  "The view clientless-issued reads endpoints (clientlessCertificate) that Zscaler will take away; use view: issued for lists and view: all for operation 'get'.";
