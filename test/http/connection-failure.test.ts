import { describe, expect, test } from '@jest/globals';
import {
  codeOf,
  describeConnectionFailure,
  describeCut,
  describeProxyRefusal,
  describeTimeout,
  describeTooLarge,
} from '../../src/http/connection-failure.ts';
import type { ProxyServer } from '../../src/http/proxy.ts';

const PLACE = { host: 'api.example.com', port: 443 };
const PROXY: ProxyServer = {
  host: 'proxy.example.com',
  port: 3128,
  secure: false,
  authorisation: null,
  variable: 'https_proxy',
};
const coded = (code: string) => Object.assign(new Error('x'), { code });

describe('a connection that was not made', () => {
  const DIRECT = { place: PLACE, phase: 'tcp', proxy: null, toProxy: false } as const;
  const check = '; check DNS, the firewall, and whether this runner needs a proxy (https_proxy)';
  test.each([
    [
      'ENOTFOUND',
      'The name api.example.com could not be resolved (ENOTFOUND) to connect to api.example.com:443',
    ],
    [
      'EAI_AGAIN',
      'The name api.example.com could not be resolved (EAI_AGAIN) to connect to api.example.com:443',
    ],
    ['ECONNREFUSED', 'The connection to api.example.com:443 was refused (ECONNREFUSED)'],
    ['ETIMEDOUT', 'No connection to api.example.com:443 could be made (ETIMEDOUT)'],
    ['', 'No connection to api.example.com:443 could be made (closed)'],
  ])('%s: says so, and may pass', (code, message) => {
    const cause = coded(code);
    expect(describeConnectionFailure(cause, DIRECT)).toMatchObject({
      name: 'NetworkFailure',
      message: `${message}${check}`,
      kind: 'connect',
      mayHaveArrived: false,
      passing: true,
      cause,
    });
  });

  test('to a proxy: names the variable that it stands in', () => {
    const attempt = { place: PROXY, phase: 'tcp', proxy: PROXY, toProxy: true } as const;
    expect(describeConnectionFailure(coded('ECONNREFUSED'), attempt)).toMatchObject({
      message:
        'The connection to the proxy proxy.example.com:3128 (from https_proxy) was refused (ECONNREFUSED); check the host and port in https_proxy, DNS and the firewall',
      kind: 'proxy',
      passing: true,
    });
  });

  test('through a proxy: the target’s own failure', () => {
    const attempt = { place: PLACE, phase: 'tcp', proxy: PROXY, toProxy: false } as const;
    expect(describeConnectionFailure(coded('ECONNREFUSED'), attempt)).toMatchObject({
      message: `The connection to api.example.com:443 was refused (ECONNREFUSED)${check}`,
      kind: 'connect',
    });
  });

  test('an IPv6 address stands in brackets', () => {
    const attempt = { ...DIRECT, place: { host: '::1', port: 8443 } };
    expect(describeConnectionFailure(coded('ECONNREFUSED'), attempt).message).toContain('to [::1]:8443 was');
  });
});

describe('a handshake that failed', () => {
  const attempt = { place: PLACE, phase: 'tls', proxy: null, toProxy: false } as const;
  const untrusted =
    "if a proxy or a private CA signed it, put that CA's certificate into a PEM file and name the file in NODE_EXTRA_CA_CERTS";
  test.each([
    ['DEPTH_ZERO_SELF_SIGNED_CERT', untrusted],
    ['SELF_SIGNED_CERT_IN_CHAIN', untrusted],
    ['UNABLE_TO_GET_ISSUER_CERT', untrusted],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', untrusted],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', untrusted],
    ['CERT_UNTRUSTED', untrusted],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'check the host name, and for a proxy in between'],
    ['CERT_HAS_EXPIRED', 'is not valid now (CERT_HAS_EXPIRED); check the clock of this runner'],
    ['CERT_NOT_YET_VALID', 'is not valid now (CERT_NOT_YET_VALID); check the clock of this runner'],
    ['CERT_REVOKED', 'check that it speaks TLS 1.2 or later, and for a firewall in between'],
  ])('%s: does not pass, and tells how to mend it', (code, advice) => {
    expect(describeConnectionFailure(coded(code), attempt)).toMatchObject({
      message: expect.stringContaining(advice),
      kind: 'tls',
      mayHaveArrived: false,
      passing: false,
    });
    expect(describeConnectionFailure(coded(code), attempt).message).toContain('api.example.com:443');
  });

  test.each([
    ['ECONNRESET', 'failed (ECONNRESET)'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'failed (ERR_SSL_WRONG_VERSION_NUMBER)'],
    ['', 'failed (closed)'],
  ])('%s: may pass', (code, told) => {
    const failure = describeConnectionFailure(coded(code), attempt);
    expect(failure).toMatchObject({ kind: 'tls', passing: true });
    expect(failure.message).toContain(`The TLS handshake with api.example.com:443 ${told}`);
  });

  test('a code of a certificate’s does not pass only where it is of a handshake', () => {
    expect(describeConnectionFailure(coded('CERT_X'), { ...attempt, phase: 'tcp' }).passing).toBe(true);
    expect(
      describeConnectionFailure(coded('CERT_X'), { ...attempt, place: PROXY, proxy: PROXY, toProxy: true }),
    ).toMatchObject({ kind: 'proxy', passing: false });
  });
});

describe('a proxy that refuses', () => {
  test.each([
    [407, false, 'it asks for a user and password: put them into https_proxy'],
    [403, false, 'check that it allows this host and port, or exempt the host by no_proxy'],
    [499, false, 'check that it allows'],
    [408, true, 'check that it allows'],
    [429, true, 'check that it allows'],
    [500, true, 'check that it allows'],
    [502, true, 'check that it allows'],
  ])('with %d: may pass: %s', (status, passing, advice) => {
    const failure = describeProxyRefusal(status, PLACE, PROXY);
    expect(failure).toMatchObject({ kind: 'proxy', mayHaveArrived: false, passing });
    expect(failure.message).toContain(
      `The proxy proxy.example.com:3128 (from https_proxy) answered ${status} to CONNECT api.example.com:443; ${advice}`,
    );
  });
});

describe('an exchange that ends early', () => {
  test.each([
    ['HPE_INVALID_CONSTANT', 'The answer of api.example.com:443 is not HTTP (HPE_INVALID_CONSTANT)'],
    ['ECONNRESET', 'was cut before the whole answer came (ECONNRESET)'],
    ['UND_ERR_SOCKET', 'was cut before the whole answer came (other side closed)'],
    ['X_UND_', 'was cut before the whole answer came (X_UND_)'],
  ])('%s', (code, message) => {
    const error = Object.assign(new Error('other side closed'), { code });
    for (const sent of [true, false]) {
      const failure = describeCut(error, PLACE, sent);
      expect(failure).toMatchObject({ kind: 'reset', mayHaveArrived: sent, passing: true, cause: error });
      expect(failure.message).toContain(message);
    }
  });

  test('in time: whether it left says whether it may have arrived', () => {
    expect(describeTimeout(PLACE, { milliseconds: 1500, sent: true, proxy: PROXY })).toMatchObject({
      message: 'No whole answer from api.example.com:443 within 1.5 s',
      kind: 'timeout',
      mayHaveArrived: true,
    });
    expect(describeTimeout(PLACE, { milliseconds: 1500, sent: false, proxy: PROXY })).toMatchObject({
      message:
        'No connection to api.example.com:443 within 1.5 s; check the host and port in https_proxy, DNS and the firewall',
      mayHaveArrived: false,
    });
    expect(describeTimeout(PLACE, { milliseconds: 1500, sent: false, proxy: null }).message).toContain(
      'whether this runner needs a proxy',
    );
  });

  test('by its length: may have arrived, and does not pass', () => {
    expect(describeTooLarge(PLACE, 10)).toMatchObject({
      message: 'The answer of api.example.com:443 is longer than 10 bytes, so it was given up',
      kind: 'too-large',
      mayHaveArrived: true,
      passing: false,
    });
  });
});

test.each([[null], [undefined], ['ECONNRESET'], [new Error('x')], [7]])('%s has no code', (error) => {
  expect(codeOf(error)).toBe('');
});
