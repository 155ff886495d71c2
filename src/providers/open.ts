import type { Transport, TransportOptions } from '../http/transport.ts';
import type { Clock } from '../http/types.ts';
import type { CloudflareCredentials } from '../interface/credentials.ts';
import type { StoreAccess } from '../interface/request.ts';
import { authoriseCloudflare, CLOUDFLARE_ORIGIN, CLOUDFLARE_QUOTA } from './cloudflare/client.ts';
import { createClientProvider } from './cloudflare/client-certificates.ts';
import { cloudflareDialect } from './cloudflare/dialect.ts';
import { createGatewayProvider } from './cloudflare/gateway.ts';
import type { Provider } from './provider.ts';
import type { Session } from './zscaler/session.ts';

/** What a provider leaves to the one who opens it. */
export interface OpenOptions {
  readonly redact: (text: string) => string;
  readonly userAgent: string;
  readonly clock: Clock;
  /** Told of every secret that a sign-in brings, before it is used. */
  readonly mask: (secret: string) => void;
  readonly createTransport: (options: TransportOptions) => Transport;
  /**
   * Sessions that are open already, by credential and host: stores behind one credential share one. Each store
   * closes it, so all are closed together, when none is read any more.
   */
  readonly sessions: Map<string, Session>;
}

/** Opens the requested provider with its credential; makes no call. */
export async function openProvider(request: StoreAccess, options: OpenOptions): Promise<Provider> {
  const { credentials } = request;
  if (credentials.scheme === 'cloudflare-token' || credentials.scheme === 'cloudflare-key') {
    return openCloudflare(request, credentials, options);
  }
  // Loaded only here: Cloudflare's steps need not wait for it.
  const { createZpaProvider } = await import('./zscaler/zpa.ts');
  return createZpaProvider(
    {
      customerId: request.scope,
      microtenantId: request.microtenantId,
      credentials,
      apiUrl: request.apiUrl,
      view: request.view,
      pageSize: request.pageSize ?? 500,
      transport: request.transport,
    },
    {
      ...options,
      shareSession: (key, create) => {
        const session = options.sessions.get(key) ?? create();
        options.sessions.set(key, session);
        return session;
      },
    },
  );
}

function openCloudflare(
  request: StoreAccess,
  credentials: CloudflareCredentials,
  options: OpenOptions,
): Provider {
  const origin = request.apiUrl ?? CLOUDFLARE_ORIGIN;
  const authorisation = authoriseCloudflare(credentials);
  const transport = options.createTransport({
    ...request.transport,
    origin,
    dialect: cloudflareDialect,
    authorise: async () => authorisation,
    redact: options.redact,
    userAgent: options.userAgent,
    quotasOf: () => [CLOUDFLARE_QUOTA],
  });
  if (request.provider === 'cloudflare-gateway') {
    return createGatewayProvider(transport, {
      accountId: request.scope,
      credentials,
      origin: origin.origin,
      clock: options.clock,
    });
  }
  return createClientProvider(transport, {
    zoneId: request.scope,
    credentials,
    origin: origin.origin,
    pageSize: request.pageSize ?? 50,
    concurrency: request.transport.concurrency,
  });
}
