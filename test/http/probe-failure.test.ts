import { expect, test } from '@jest/globals';
import { describeProbeFailure } from '../../src/http/probe-failure.ts';

const AT = { host: 'portal.example.com', address: 'edge.example.com' };

test.each([
  ['ENOTFOUND', false, 'name edge.example.com not found (ENOTFOUND)'],
  ['ECONNREFUSED', false, 'connection refused (ECONNREFUSED)'],
  [
    'ERR_SSL_TLSV1_UNRECOGNIZED_NAME',
    true,
    'it does not know the name portal.example.com (ERR_SSL_TLSV1_UNRECOGNIZED_NAME)',
  ],
  ['ECONNRESET', true, 'it closed the connection in the TLS handshake (ECONNRESET)'],
  ['ECONNRESET', false, 'it closed the connection at once (ECONNRESET)'],
  ['EPIPE', false, 'it closed the connection at once (EPIPE)'],
  ['EWHATEVER', true, 'the TLS handshake failed (EWHATEVER)'],
  ['EWHATEVER', false, 'no connection could be made (EWHATEVER)'],
  ['', false, 'no connection could be made'],
])('%s, connected: %s', (code, isConnected, words) => {
  const error = code === '' ? new Error('x') : Object.assign(new Error('x'), { code });
  expect(describeProbeFailure(error, AT, isConnected)).toBe(words);
});
