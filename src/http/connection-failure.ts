import { NetworkFailure, type NetworkFailureKind } from './errors.ts';
import type { ProxyServer } from './proxy.ts';

/** A host and port as errors name them. */
export interface Place {
  readonly host: string;
  readonly port: number;
}

/** How far an attempt to connect had come. */
export type ConnectionPhase = 'tcp' | 'tls';

/** OpenSSL's names for a chain that ends in no trusted root. */
const UNKNOWN_ISSUER_CODES = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'CERT_UNTRUSTED',
]);
const CERTIFICATE_CODE =
  /^(CERT_|ERR_TLS_CERT|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH|INVALID_CA)/;

/** An attempt that ended before anything was sent to the target. */
export function describeConnectionFailure(
  error: unknown,
  attempt: { place: Place; phase: ConnectionPhase; proxy: ProxyServer | null; toProxy: boolean },
): NetworkFailure {
  const { place, phase, proxy, toProxy } = attempt;
  const code = codeOf(error);
  const where = toProxy ? `the proxy ${name(place)} (from ${proxy?.variable})` : name(place);
  const kind: NetworkFailureKind = toProxy ? 'proxy' : phase === 'tls' ? 'tls' : 'connect';
  const message =
    phase === 'tls'
      ? describeTls(code, where)
      : `${describeTcp(code, place, where)}; ${describeCheck(proxy, toProxy)}`;
  const passing = !(phase === 'tls' && isForGood(code));
  return new NetworkFailure(message, { kind, mayHaveArrived: false, passing, cause: error });
}

/** A proxy that answered CONNECT with anything but 200. */
export function describeProxyRefusal(status: number, place: Place, proxy: ProxyServer): NetworkFailure {
  const advice =
    status === 407
      ? `it asks for a user and password: put them into ${proxy.variable}`
      : 'check that it allows this host and port, or exempt the host by no_proxy';
  return new NetworkFailure(
    `The proxy ${name(proxy)} (from ${proxy.variable}) answered ${status} to CONNECT ${name(place)}; ${advice}`,
    { kind: 'proxy', mayHaveArrived: false, passing: status >= 500 || status === 408 || status === 429 },
  );
}

/** A connection that ended before the whole answer came; `sent` says whether the request may have left. */
export function describeCut(error: Error, place: Place, sent: boolean): NetworkFailure {
  const code = codeOf(error);
  const what = code.startsWith('HPE_')
    ? `The answer of ${name(place)} is not HTTP (${code})`
    : `The connection to ${name(place)} was cut before the whole answer came (${code.startsWith('UND_') ? error.message : code})`;
  return new NetworkFailure(what, { kind: 'reset', mayHaveArrived: sent, cause: error });
}

/** An exchange that took longer than it may. */
export function describeTimeout(
  place: Place,
  exchange: { milliseconds: number; sent: boolean; proxy: ProxyServer | null },
): NetworkFailure {
  const within = `within ${exchange.milliseconds / 1000} s`;
  const message = exchange.sent
    ? `No whole answer from ${name(place)} ${within}`
    : `No connection to ${name(place)} ${within}; ${describeCheck(exchange.proxy, exchange.proxy !== null)}`;
  return new NetworkFailure(message, { kind: 'timeout', mayHaveArrived: exchange.sent });
}

/** An answer longer than its limit; the rest was not read. */
export function describeTooLarge(place: Place, maxBodyBytes: number): NetworkFailure {
  return new NetworkFailure(
    `The answer of ${name(place)} is longer than ${maxBodyBytes} bytes, so it was given up`,
    { kind: 'too-large', mayHaveArrived: true, passing: false },
  );
}

/** The code that Node or undici put on an error; empty where there is none. */
export function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

function name({ host, port }: Place): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}

function describeTcp(code: string, { host }: Place, where: string): string {
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return `The name ${host} could not be resolved (${code}) to connect to ${where}`;
  }
  if (code === 'ECONNREFUSED') return `The connection to ${where} was refused (${code})`;
  return `No connection to ${where} could be made (${code || 'closed'})`;
}

function describeCheck(proxy: ProxyServer | null, toProxy: boolean): string {
  if (proxy !== null && toProxy) return `check the host and port in ${proxy.variable}, DNS and the firewall`;
  return 'check DNS, the firewall, and whether this runner needs a proxy (https_proxy)';
}

function describeTls(code: string, where: string): string {
  if (UNKNOWN_ISSUER_CODES.has(code)) {
    return (
      `The certificate of ${where} is not from a trusted issuer (${code}); if a proxy or a private CA signed it, ` +
      "put that CA's certificate into a PEM file and name the file in NODE_EXTRA_CA_CERTS"
    );
  }
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
    return `The certificate of ${where} is for other names (${code}); check the host name, and for a proxy in between`;
  }
  if (code === 'CERT_HAS_EXPIRED' || code === 'CERT_NOT_YET_VALID') {
    return `The certificate of ${where} is not valid now (${code}); check the clock of this runner`;
  }
  return `The TLS handshake with ${where} failed (${code || 'closed'}); check that it speaks TLS 1.2 or later, and for a firewall in between`;
}

/** A certificate does not become trusted by asking again; a handshake that was cut may succeed. */
function isForGood(code: string): boolean {
  return CERTIFICATE_CODE.test(code);
}
