import type { VendorError } from '../../http/errors.ts';
import type { VendorDialect } from '../../http/transport.ts';
import { envelopeSchema, type ResponseInfo, responseInfoSchema } from './wire.ts';

/**
 * Codes that are refusals for good although the status (500) reads like a passing fault.
 * 2118: the Gateway certificate is active, so it cannot be deleted.
 */
const FINAL_CODES = new Set(['2118', '2027', '2211', '1407', '1415', '1445']);

/** How Cloudflare's v4 API says what went wrong. */
export const cloudflareDialect: VendorDialect = {
  errorsOf({ status, json }) {
    const envelope = envelopeSchema.safeParse(json);
    if (!envelope.success) return [];
    const failed = envelope.data.success === false || status >= 400;
    if (!failed) return [];
    const given = Array.isArray(envelope.data.errors) ? envelope.data.errors : [];
    const errors = given.flatMap((error) => {
      const read = responseInfoSchema.safeParse(error);
      return read.success ? flattenError(read.data) : [];
    });
    if (errors.length > 0 || status >= 400) return errors;
    return [{ code: null, message: 'success is false, and no error is given' }];
  },
  isPassing({ errors }) {
    return errors.some((error) => error.code !== null && FINAL_CODES.has(error.code)) ? false : undefined;
  },
  requestIdHeaders: ['cf-ray'],
};

/** An error and its chain: the chain tells the cause that the outer one hides (6003 → 6111). */
function flattenError(error: ResponseInfo): VendorError[] {
  return [
    {
      code: error.code === undefined ? null : String(error.code),
      message: error.message ?? '',
      ...(error.source?.pointer === undefined ? {} : { pointer: error.source.pointer }),
      ...(error.documentation_url === undefined ? {} : { documentationUrl: error.documentation_url }),
    },
    ...(error.error_chain ?? []).map((link) => ({
      code: link.code === undefined ? null : String(link.code),
      message: link.message ?? '',
    })),
  ];
}
