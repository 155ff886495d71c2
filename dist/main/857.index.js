export const id = 857;
export const ids = [857];
export const modules = {

/***/ 6857:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  probeServedCertificate: () => (/* binding */ probeServedCertificate)
});

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(1692);
// EXTERNAL MODULE: ./build/src/certificate/duration.js
var duration = __webpack_require__(3565);
// EXTERNAL MODULE: ./build/src/certificate/fingerprint.js
var fingerprint = __webpack_require__(5921);
// EXTERNAL MODULE: ./build/src/http/connection-failure.js
var connection_failure = __webpack_require__(7315);
;// CONCATENATED MODULE: ./build/src/http/probe-failure.js

const WORDS = {
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
function describeProbeFailure(error, { host, address }, isConnected) {
    const code = (0,connection_failure/* codeOf */.$N)(error);
    const tail = code === '' ? '' : ` (${code})`;
    if (code === 'ENOTFOUND')
        return `name ${address} not found${tail}`;
    if (/UNRECOGNIZED_NAME/.test(code))
        return `it does not know the name ${host}${tail}`;
    const words = WORDS[code];
    if (words !== undefined)
        return `${words}${tail}`;
    if (code === 'ECONNRESET' || code === 'EPIPE') {
        return `it closed the connection ${isConnected ? 'in the TLS handshake' : 'at once'}${tail}`;
    }
    return `${isConnected ? 'the TLS handshake failed' : 'no connection could be made'}${tail}`;
}

;// CONCATENATED MODULE: ./build/src/http/served-certificate.js





/** What Node's timers can hold; a longer wait would fire at once. */
const LONGEST_TIMER_MILLISECONDS = 2 ** 31 - 1;
/**
 * The probe over the real network: connects directly, without a proxy, and sends nothing beyond the handshake.
 * Never rejects for what cannot be reached, and leaves nothing open.
 */
const probeServedCertificate = (endpoint, timeoutMilliseconds) => new Promise((resolve) => {
    const milliseconds = Math.min(timeoutMilliseconds, LONGEST_TIMER_MILLISECONDS);
    const socket = startHandshake(endpoint);
    let isConnected = false;
    const end = (result) => {
        clearTimeout(timer);
        socket.unref();
        if ('failure' in result)
            socket.destroy();
        else
            socket.destroySoon();
        resolve(result);
    };
    const timer = setTimeout(() => {
        const where = isConnected ? 'in the TLS handshake' : 'connecting';
        end({ failure: `timed out after ${(0,duration/* formatDuration */.a)(milliseconds)} (${where})` });
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
function startHandshake({ host, address, port }) {
    return (0,external_node_tls_.connect)({
        host: address,
        port,
        // Names only (RFC 6066, section 3).
        ...((0,external_node_net_.isIP)(host) === 0 ? { servername: host } : {}),
        rejectUnauthorized: false,
        minVersion: 'TLSv1.2',
    });
}
/** Null where no certificate was shown. */
function readServed(socket) {
    const leaf = socket.getPeerX509Certificate();
    return leaf === undefined ? null : { fingerprint: (0,fingerprint/* fingerprintOf */.a)(leaf.raw) };
}


/***/ })

};
