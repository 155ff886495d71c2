import type { TransportOptions } from './transport.ts';
import type { HttpCall, NetworkRequest } from './types.ts';

/** The longest list of certificates is far below. */
const MAX_BODY_BYTES = 32 * 1024 * 1024;

/**
 * A call as it goes over the wire.
 * @throws Error where the path is not in its normal form: it could lead elsewhere than it reads.
 */
export function encodeCall(
  call: HttpCall,
  { origin, userAgent }: Pick<TransportOptions, 'origin' | 'userAgent'>,
  credentials: Readonly<Record<string, string>>,
  timeoutMilliseconds: number,
): NetworkRequest {
  const url = new URL(origin.origin);
  url.pathname = call.path;
  if (url.pathname !== call.path)
    throw new Error(`The path ${call.path} is not one that can be sent as it is`);
  url.search = new URLSearchParams(call.query).toString();
  const content = encodeContent(call);
  return {
    method: call.method,
    url,
    headers: {
      accept: 'application/json',
      'accept-encoding': 'identity',
      'user-agent': userAgent,
      ...(content === null ? {} : { 'content-type': content.type }),
      ...credentials,
    },
    ...(content === null ? {} : { body: content.body }),
    timeoutMilliseconds,
    maxBodyBytes: MAX_BODY_BYTES,
  };
}

function encodeContent({ json, form }: HttpCall): { type: string; body: string } | null {
  if (json !== undefined) return { type: 'application/json', body: JSON.stringify(json) };
  if (form === undefined) return null;
  return { type: 'application/x-www-form-urlencoded', body: new URLSearchParams(form).toString() };
}
