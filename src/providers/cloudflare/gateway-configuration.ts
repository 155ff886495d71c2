import type { Transport } from '../../http/transport.ts';
import type { HttpCall } from '../../http/types.ts';
import { CLOUDFLARE_BASE_PATH, sendForResult } from './client.ts';
import { gatewayConfigurationSchema } from './wire.ts';

/** Stands for Cloudflare's own root, which expired in 2025. */
const NIL_ID = '00000000-0000-0000-0000-000000000000';

/** Which certificate the account is set to: an id, Cloudflare's own root (`nil`), or none at all (`unset`). */
export type ConfiguredCertificate =
  | { readonly kind: 'certificate'; readonly id: string }
  | { readonly kind: 'nil' }
  | { readonly kind: 'unset' };

/** The setting that says which certificate inspects traffic. */
export interface GatewayConfiguration {
  read(): Promise<ConfiguredCertificate>;
  /**
   * PATCH with the certificate's block and nothing else: it replaces each given block whole and leaves the others,
   * where PUT would replace all of them.
   */
  callToUse(id: string): HttpCall;
  send(call: HttpCall): Promise<ConfiguredCertificate>;
}

export function createGatewayConfiguration(transport: Transport, accountId: string): GatewayConfiguration {
  const path = `${CLOUDFLARE_BASE_PATH}/accounts/${accountId}/gateway/configuration`;
  return {
    read: () => sendForResult(transport, { method: 'GET', path, retry: 'safe' }, readConfigured),
    callToUse: (id) => ({
      method: 'PATCH',
      path,
      json: { settings: { certificate: { id } } },
      retry: 'unsent',
    }),
    send: (call) => sendForResult(transport, call, readConfigured),
  };
}

function readConfigured(result: unknown): ConfiguredCertificate | null {
  const read = gatewayConfigurationSchema.safeParse(result);
  if (!read.success) return null;
  const id = read.data.settings?.certificate?.id?.toLowerCase() ?? '';
  if (id === '') return { kind: 'unset' };
  return id === NIL_ID ? { kind: 'nil' } : { kind: 'certificate', id };
}
