import * as z from 'zod/mini';
import { ApiError } from '../../http/errors.ts';
import type { Transport } from '../../http/transport.ts';
import { CLOUDFLARE_BASE_PATH, sendForResult } from './client.ts';

/** Which hosts ask their visitors for a certificate of Cloudflare's managed authority. */
export type HostnameReading =
  | { readonly hostnames: readonly string[] }
  /** One clause. */
  | { readonly unreadable: string };

/** Cloudflare API reference, List Hostname Associations. */
const associationsSchema = z.looseObject({ hostnames: z.optional(z.nullable(z.array(z.string()))) });

/**
 * Reads the hosts of a zone. They are shown, and nothing rests on them: a refusal is told, not thrown.
 */
export async function readHostnames(transport: Transport, zoneId: string): Promise<HostnameReading> {
  const path = `${CLOUDFLARE_BASE_PATH}/zones/${zoneId}/certificate_authorities/hostname_associations`;
  try {
    const hostnames = await sendForResult(transport, { method: 'GET', path, retry: 'safe' }, (result) => {
      // Where there are none, the result may be empty.
      const read = associationsSchema.safeParse(result ?? {});
      return read.success ? (read.data.hostnames ?? []) : null;
    });
    return { hostnames: hostnames.toSorted() };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return { unreadable: error.message.replace(/\.$/, '') };
  }
}
