import type { Transport, TransportOptions } from '../http/transport.ts';
import type { Request } from '../interface/request.ts';
import { authoriseCloudflare, CLOUDFLARE_ORIGIN, CLOUDFLARE_QUOTA } from './cloudflare/client.ts';
import { cloudflareDialect } from './cloudflare/dialect.ts';
import { createGatewayProvider } from './cloudflare/gateway.ts';
import type { Provider } from './provider.ts';

/** What a provider leaves to the one who opens it. */
export interface OpenOptions {
  readonly redact: (text: string) => string;
  readonly userAgent: string;
  readonly createTransport: (options: TransportOptions) => Transport;
}

/** Opens the requested provider with its credential; makes no call. */
export function openProvider(request: Request, options: OpenOptions): Provider {
  const origin = request.apiUrl ?? CLOUDFLARE_ORIGIN;
  const authorisation = authoriseCloudflare(request.credentials);
  const transport = options.createTransport({
    ...request.transport,
    origin,
    dialect: cloudflareDialect,
    authorise: async () => authorisation,
    redact: options.redact,
    userAgent: options.userAgent,
    quotasOf: () => [CLOUDFLARE_QUOTA],
  });
  return createGatewayProvider(transport, {
    accountId: request.accountId,
    credentials: request.credentials,
    origin: origin.origin,
  });
}
