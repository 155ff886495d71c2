import { codeOf } from './connection-failure.ts';

const WORDS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'connection refused',
  EAI_AGAIN: 'the name could not be looked up, its name server did not answer',
  EHOSTUNREACH: 'no route to the host',
  ENETUNREACH: 'no route to its network',
  ETIMEDOUT: 'no answer to the connection',
  EACCES: 'this machine does not allow the connection',
  ERR_SSL_WRONG_VERSION_NUMBER: 'no TLS there, it answers in plain text (such as HTTP)',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'no TLS there, it answers in plain text (such as HTTP)',
  ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION: 'it speaks no TLS 1.2 or later',
  ERR_SSL_UNSUPPORTED_PROTOCOL: 'it speaks no TLS 1.2 or later',
};

/** Why no certificate was read, in one clause for people, with the system's own word for it. */
export function describeProbeFailure(
  error: unknown,
  { host, address }: { readonly host: string; readonly address: string },
  isConnected: boolean,
): string {
  const code = codeOf(error);
  const tail = code === '' ? '' : ` (${code})`;
  if (code === 'ENOTFOUND') return `name ${address} not found${tail}`;
  if (/UNRECOGNIZED_NAME/.test(code)) return `it does not know the name ${host}${tail}`;
  const words = WORDS[code];
  if (words !== undefined) return `${words}${tail}`;
  if (code === 'ECONNRESET' || code === 'EPIPE') {
    return `it closed the connection ${isConnected ? 'in the TLS handshake' : 'at once'}${tail}`;
  }
  return `${isConnected ? 'the TLS handshake failed' : 'no connection could be made'}${tail}`;
}
