import { refuseClaim } from './shape.ts';
import type { TransportOptions } from './transport.ts';
import type { HttpCall, NetworkRequest } from './types.ts';

/** The longest list of certificates is far below. */
const MAX_BODY_BYTES = 32 * 1024 * 1024;

/**
 * Parts of these characters, none of them empty, a dot or two: every vendor's ids are so, and what is not could lead
 * elsewhere than it reads, also by a server that decodes too early.
 */
const PATH = /^(?:\/(?!\.{1,2}(?:\/|$))[0-9A-Za-z._~-]{1,100})+$/;
const LONGEST_EXCERPT_CHARACTERS = 200;

/**
 * A call as it goes over the wire.
 * @throws ApiError where the path holds what is no id: nothing is sent then.
 */
export function encodeCall(
  call: HttpCall,
  { origin, userAgent }: Pick<TransportOptions, 'origin' | 'userAgent'>,
  credentials: Readonly<Record<string, string>>,
  timeoutMilliseconds: number,
): NetworkRequest {
  const url = new URL(origin.origin);
  url.pathname = call.path;
  if (!PATH.test(call.path)) {
    const excerpt = call.path.slice(0, LONGEST_EXCERPT_CHARACTERS);
    throw refuseClaim(
      `the path ${excerpt} is not one that can be sent as it is: what the vendor gives for an id is none; nothing was sent`,
    );
  }
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
