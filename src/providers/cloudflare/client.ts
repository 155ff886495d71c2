import { refuseShape } from '../../http/shape.ts';
import type { Transport } from '../../http/transport.ts';
import type { HttpCall } from '../../http/types.ts';
import type { CloudflareCredentials } from '../../interface/credentials.ts';
import type { Page } from '../pages.ts';
import { envelopeSchema } from './wire.ts';

export const CLOUDFLARE_ORIGIN = new URL('https://api.cloudflare.com');
export const CLOUDFLARE_BASE_PATH = '/client/v4';

/** Cloudflare: 1,200 calls in 5 minutes for a user or a token (Fundamentals documentation, API rate limits). */
export const CLOUDFLARE_QUOTA = { key: 'token', calls: 1200, windowMilliseconds: 5 * 60 * 1000 } as const;

/** The headers that carry a credential (Cloudflare API reference, Security). */
export function authoriseCloudflare(credentials: CloudflareCredentials): Readonly<Record<string, string>> {
  return credentials.scheme === 'cloudflare-token'
    ? { authorization: `Bearer ${credentials.token}` }
    : { 'x-auth-email': credentials.email, 'x-auth-key': credentials.key };
}

/**
 * Sends a call and reads the envelope's `result` with `read`.
 * @throws ApiError also where the answer is good but not of the documented shape.
 */
export async function sendForResult<T>(
  transport: Transport,
  call: HttpCall,
  read: (result: unknown) => T | null,
): Promise<T> {
  const answer = await transport.send(call);
  const envelope = envelopeSchema.safeParse(answer.json);
  const value = envelope.success ? read(envelope.data.result) : null;
  if (value === null) throw refuseShape(call, answer);
  return value;
}

/**
 * Sends a call for one page of a list, whose rows are read with `read` when they are asked for.
 * @throws ApiError also where the answer is good but not of the documented shape.
 */
export async function sendForPage<Row>(
  transport: Transport,
  call: HttpCall,
  read: (row: unknown) => Row | null,
): Promise<Page<Row> & { readonly totalRows: number | null }> {
  const answer = await transport.send(call);
  const envelope = envelopeSchema.safeParse(answer.json);
  if (!envelope.success || !Array.isArray(envelope.data.result)) throw refuseShape(call, answer);
  const { result, result_info: info } = envelope.data;
  return {
    count: result.length,
    readRows: () =>
      result.map((row: unknown) => {
        const value = read(row);
        if (value === null) throw refuseShape(call, answer);
        return value;
      }),
    totalPages: info?.total_pages ?? null,
    totalRows: info?.total_count ?? null,
    characters: answer.text.length,
  };
}
