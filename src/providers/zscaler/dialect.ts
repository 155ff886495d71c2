import type { VendorError } from '../../http/errors.ts';
import type { Quota, VendorDialect } from '../../http/transport.ts';
import type { HttpCall } from '../../http/types.ts';
import { type ErrorBody, errorBodySchema } from './wire.ts';

/** Our word for an answer that comes without one, as in Zscaler's official Go client. */
export const ONLY_ONEAPI = 'ONLY_ONEAPI_SUPPORTED';

/** Somebody else changes something in this moment; nothing was done (ZPA API, error codes). */
const CONCURRENCY_CODES = ['api.concurrent.access.error', 'db.simultaneous.request'];

/** ZPA help, Rate Limiting: calls to one endpoint in 10 seconds. */
const READS_AT_MOST = 20;
const WRITES_AT_MOST = 10;
const WINDOW_MILLISECONDS = 10_000;

/** How ZPA, its gateways and ZIdentity say what went wrong. */
export const zscalerDialect: VendorDialect = {
  errorsOf({ status, text, json }) {
    // A tenant that was moved to OneAPI answers legacy calls with a plain text.
    if ((status >= 400 || json === undefined) && /only through Zscaler OneAPI/i.test(text)) {
      return [{ code: ONLY_ONEAPI, message: 'this tenant is reached only through Zscaler OneAPI' }];
    }
    const body = errorBodySchema.safeParse(json);
    if (status < 400 && !(body.success && isErrorAlone(body.data))) return [];
    const error = body.success ? readError(body.data) : null;
    return error === null ? [] : [error];
  },
  isPassing({ status, errors }) {
    if (errors.some(({ code }) => code === ONLY_ONEAPI)) return false;
    if (status !== 400 && status !== 409) return undefined;
    return errors.some(({ code }) => code !== null && CONCURRENCY_CODES.includes(code));
  },
  requestIdHeaders: ['x-oneapi-request-id', 'x-transaction-id'],
};

/**
 * The quota of a call: ZPA counts each endpoint, ids in its path aside, apart for reading and writing (ZPA help,
 * Rate Limiting; a recorded 429 shows that other endpoints do not count). What OneAPI's gateway tells in
 * `x-ratelimit-*` is another quota, for a whole organisation, and far wider.
 */
export function findZpaQuotas(call: HttpCall): readonly Quota[] {
  const isRead = call.method === 'GET';
  const template = call.path.replace(/\/\d+(?=\/|$)/g, '/{id}');
  return [
    {
      key: `${isRead ? 'read' : 'write'} ${template}`,
      calls: isRead ? READS_AT_MOST : WRITES_AT_MOST,
      windowMilliseconds: WINDOW_MILLISECONDS,
    },
  ];
}

/** An error that came with a good status: it has a reason, and nothing of a list or a certificate. */
function isErrorAlone(body: ErrorBody): boolean {
  return (
    typeof body.reason === 'string' &&
    !['list', 'totalPages', 'name', 'certificate'].some((field) => field in body)
  );
}

function readError(body: ErrorBody): VendorError | null {
  const code = body.id ?? body.code ?? body.error ?? null;
  const texts = [body.reason, body.message, body.error_description, body.detail, body.exception];
  const words = texts.find((text) => text !== undefined && text !== null && text !== '') ?? '';
  if (code === null && words === '') return null;
  const params = (body.params ?? []).map(describeParam).filter((param) => !words.includes(param));
  const message = [words, params.length === 0 ? '' : `(${params.join(', ')})`];
  return {
    code: code === null ? null : String(code),
    message: message.filter((part) => part !== '').join(' '),
  };
}

function describeParam(param: unknown): string {
  return typeof param === 'string' ? param : (JSON.stringify(param) ?? '');
}
