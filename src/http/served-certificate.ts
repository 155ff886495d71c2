import { isIP } from 'node:net';
import { connect, type TLSSocket } from 'node:tls';
import { formatDuration } from '../certificate/duration.ts';
import { fingerprintOf } from '../certificate/fingerprint.ts';
import { describeProbeFailure } from './probe-failure.ts';

/** Where a TLS server is asked, and under which name. */
export interface TlsEndpoint {
  /** The name that is asked for (SNI). */
  readonly host: string;
  /** A name or an address. */
  readonly address: string;
  readonly port: number;
}

/** Reads the certificate that a host serves. Whether it is trusted or expired does not matter here. */
export type ServedCertificateProbe = (
  endpoint: TlsEndpoint,
  timeoutMilliseconds: number,
) => Promise<ServedCertificate | ProbeFailure>;

export interface ServedCertificate {
  /** As everywhere: SHA-256, upper-case hex, separated by colons. */
  readonly fingerprint: string;
}

export interface ProbeFailure {
  /** One clause: `connection refused`. */
  readonly failure: string;
}

/** What Node's timers can hold; a longer wait would fire at once. */
const LONGEST_TIMER_MILLISECONDS = 2 ** 31 - 1;

/**
 * The probe over the real network: connects directly, without a proxy, and sends nothing beyond the handshake.
 * Never rejects for what cannot be reached, and leaves nothing open.
 */
export const probeServedCertificate: ServedCertificateProbe = (endpoint, timeoutMilliseconds) =>
  new Promise((resolve) => {
    const milliseconds = Math.min(timeoutMilliseconds, LONGEST_TIMER_MILLISECONDS);
    const socket = startHandshake(endpoint);
    let isConnected = false;

    const end = (result: ServedCertificate | ProbeFailure) => {
      clearTimeout(timer);
      socket.unref();
      if ('failure' in result) socket.destroy();
      else socket.destroySoon();
      resolve(result);
    };
    const timer = setTimeout(() => {
      const where = isConnected ? 'in the TLS handshake' : 'connecting';
      end({ failure: `timed out after ${formatDuration(milliseconds)} (${where})` });
    }, milliseconds);

    socket.once('connect', () => {
      isConnected = true;
    });
    socket.once('secureConnect', () => end(readServed(socket) ?? { failure: 'it shows no certificate' }));
    // Stays: an error without a listener would end the process.
    socket.on('error', (error) => {
      // A server that wants a certificate of its client may refuse the handshake after it has shown its own.
      end(readServed(socket) ?? { failure: describeProbeFailure(error, endpoint, isConnected) });
    });
  });

/** Said outright, so that no setting of the process weakens it; which certificate is served is all that is read. */
function startHandshake({ host, address, port }: TlsEndpoint): TLSSocket {
  return connect({
    host: address,
    port,
    // Names only (RFC 6066, section 3).
    ...(isIP(host) === 0 ? { servername: host } : {}),
    rejectUnauthorized: false,
    minVersion: 'TLSv1.2',
  });
}

/** Null where no certificate was shown. */
function readServed(socket: TLSSocket): ServedCertificate | null {
  const leaf = socket.getPeerX509Certificate();
  return leaf === undefined ? null : { fingerprint: fingerprintOf(leaf.raw) };
}
