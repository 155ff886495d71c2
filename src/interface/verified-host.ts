/** A host that is asked over TLS which certificate it serves. */
export interface VerifiedHost {
  /** The name that is asked for (SNI). */
  readonly host: string;
  /** Where it is reached: another name or an address; the host itself where none was given. */
  readonly address: string;
  readonly port: number;
}

const HOST = /^(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i;
const HTTPS_PORT = 443;
export const VERIFIED_HOST_FORM = 'HOST, HOST:PORT, or HOST:PORT=ADDRESS[:PORT] to reach it elsewhere';

/** Reads `portal.example.com`, `portal.example.com:8443` or `portal.example.com:443=10.0.0.7:8443`. */
export function parseVerifiedHost(text: string): VerifiedHost | Error {
  const [named = '', reached, ...rest] = text.split('=');
  const name = parseEndpoint(named, HTTPS_PORT);
  const at = reached === undefined ? name : parseEndpoint(reached, name?.port ?? HTTPS_PORT);
  if (name === null || at === null || rest.length > 0 || name.isBracketed) {
    return new Error(`${JSON.stringify(text)} is none`);
  }
  return { host: name.host.toLowerCase(), address: at.host.toLowerCase(), port: at.port };
}

function parseEndpoint(text: string, defaultPort: number) {
  const [, bracketed, plain, port] = /^(?:\[([0-9a-f:.]+)\]|([^:[\]]+))(?::(\d{1,5}))?$/i.exec(text) ?? [];
  const host = bracketed ?? plain ?? '';
  const number = port === undefined ? defaultPort : Number(port);
  if (host === '' || number < 1 || number > 65_535) return null;
  if (bracketed === undefined && (!HOST.test(host) || host.length > 253)) return null;
  return { host, port: number, isBracketed: bracketed !== undefined };
}
