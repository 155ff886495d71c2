import { describe, expect, test } from '@jest/globals';
import { NetworkFailure } from '../../src/http/errors.ts';
import { findProxy } from '../../src/http/proxy.ts';

const TARGET = new URL('https://api.example.com/x');

describe('the proxy of an https target', () => {
  test.each([
    ['none set', {}, null],
    ['empty', { https_proxy: ' ' }, null],
    [
      'https_proxy',
      { https_proxy: 'http://p:3128' },
      { secure: false, host: 'p', port: 3128, variable: 'https_proxy' },
    ],
    ['HTTPS_PROXY', { HTTPS_PROXY: 'http://p:3128' }, { variable: 'HTTPS_PROXY' }],
    ['http_proxy', { http_proxy: 'http://p' }, { port: 80, variable: 'http_proxy' }],
    ['lower case first', { HTTPS_PROXY: 'http://q', https_proxy: 'http://p' }, { host: 'p' }],
    ['https before http', { http_proxy: 'http://q', HTTPS_PROXY: 'http://p' }, { host: 'p' }],
    ['an https proxy', { https_proxy: 'https://p' }, { secure: true, port: 443 }],
    ['no scheme', { https_proxy: 'p.corp:8080' }, { secure: false, host: 'p.corp', port: 8080 }],
    ['an address', { https_proxy: 'http://[::1]:8080/' }, { host: '::1', port: 8080 }],
    ['no user', { https_proxy: 'http://p' }, { authorisation: null }],
    ['a user', { https_proxy: 'http://us%40er:p%3Aw@p' }, { authorisation: `Basic ${btoa('us@er:p:w')}` }],
    [
      'a user without password',
      { https_proxy: 'http://user@p' },
      { authorisation: `Basic ${btoa('user:')}` },
    ],
  ])('%s', (_case, environment, expected) => {
    const found = findProxy(TARGET, environment);
    if (expected === null) expect(found).toBeNull();
    else expect(found).toMatchObject(expected);
  });

  test('plain http is always direct', () => {
    const environment = { http_proxy: 'http://p', https_proxy: 'http://p' };
    expect(findProxy(new URL('http://127.0.0.1:4010/'), environment)).toBeNull();
  });

  test.each([
    ['*', true],
    ['api.example.com', true],
    ['API.Example.COM', true],
    ['example.com', true],
    ['.example.com', true],
    ['*.example.com', true],
    ['ample.com', false],
    ['other.com, example.com', true],
    ['other.com example.com', true],
    ['example.com:443', true],
    ['example.com:8443', false],
    ['api.example.com.evil.org', false],
    [',, ', false],
    ['.', false],
    ['[', false],
  ])('no_proxy=%s exempts api.example.com: %s', (no_proxy, exempt) => {
    expect(findProxy(TARGET, { https_proxy: 'http://p', no_proxy }) === null).toBe(exempt);
    expect(findProxy(TARGET, { https_proxy: 'http://p', NO_PROXY: no_proxy }) === null).toBe(exempt);
  });

  test.each([
    ['https://[::1]:8443/', '::1', true],
    ['https://[::1]:8443/', '[::1]', true],
    ['https://[::1]:8443/', '[::1]:8443', true],
    ['https://[::1]:8443/', '[::1]:443', false],
    ['https://10.0.0.1/', '10.0.0.1', true],
  ])('for %s, no_proxy=%s exempts: %s', (target, no_proxy, exempt) => {
    expect(findProxy(new URL(target), { https_proxy: 'http://p', no_proxy }) === null).toBe(exempt);
  });

  test.each([
    ['http://', /https_proxy holds no URL that can be read; give it as http:/],
    ['http://user:hunter22@:8080', /https_proxy holds no URL/],
    ['http://user:hunter22@p:99999', /https_proxy holds no URL/],
    ['socks5://user:hunter22@p:1080', /https_proxy names a proxy of the scheme socks5; only http and https/],
    ['http://user:hunter22%@p', /https_proxy holds a user or password that is not percent-encoded right/],
  ])('%s is refused in words that hold no credential', (https_proxy, message) => {
    const error = (() => {
      try {
        return findProxy(TARGET, { https_proxy });
      } catch (reason) {
        return reason;
      }
    })();
    expect(error).toBeInstanceOf(NetworkFailure);
    expect(error).toMatchObject({ kind: 'proxy', mayHaveArrived: false, passing: false });
    expect(String(error)).toMatch(message);
    expect(String(error)).not.toMatch(/hunter22|user:/);
  });
});
