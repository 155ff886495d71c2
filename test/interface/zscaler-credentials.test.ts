import { describe, expect, test } from '@jest/globals';
import type { Environment, RawInputs } from '../../src/interface/raw-inputs.ts';
import { chooseZscalerCredentials } from '../../src/interface/zscaler-credentials.ts';

const SECRET = 'O2k:0vs#,x,0N9';
const KEY = '-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----';
const oneApiEnvironment = {
  ZSCALER_CLIENT_ID: 'one',
  ZSCALER_CLIENT_SECRET: SECRET,
  ZSCALER_VANITY_DOMAIN: 'acme',
  ZSCALER_CLOUD: 'beta',
};
const legacyEnvironment = { ZPA_CLIENT_ID: 'old', ZPA_CLIENT_SECRET: SECRET, ZPA_CLOUD: 'zpatwo' };

describe('a Zscaler credential is one whole scheme', () => {
  test.each<[string, RawInputs, Environment, object]>([
    [
      'legacy by the inputs, in the cloud PRODUCTION where none is named',
      { 'client-id': 'a', 'client-secret': SECRET },
      {},
      {
        scheme: 'zscaler-secret',
        clientId: 'a',
        signIn: { kind: 'legacy', cloud: 'PRODUCTION' },
        from: 'inputs',
      },
    ],
    [
      'legacy in another cloud, in any case of letters',
      { 'client-id': 'a', 'client-secret': SECRET, cloud: 'govus' },
      {},
      { signIn: { kind: 'legacy', cloud: 'GOVUS' } },
    ],
    [
      'OneAPI where a vanity domain is given',
      { 'client-id': 'a', 'client-secret': SECRET, 'vanity-domain': 'acme', cloud: 'gov' },
      {},
      { scheme: 'zscaler-secret', signIn: { kind: 'oneapi', vanityDomain: 'acme', cloud: 'GOV' } },
    ],
    [
      'OneAPI with a private key',
      { 'client-id': 'a', 'client-private-key': KEY, 'vanity-domain': 'acme' },
      {},
      { scheme: 'zscaler-key', privateKey: KEY, signIn: { kind: 'oneapi', cloud: 'PRODUCTION' } },
    ],
    [
      'OneAPI of the environment before legacy where a vanity domain is set',
      {},
      { ...oneApiEnvironment, ...legacyEnvironment },
      {
        clientId: 'one',
        signIn: { kind: 'oneapi', vanityDomain: 'acme', cloud: 'BETA' },
        from: 'environment',
      },
    ],
    [
      'legacy of the environment where none is set',
      {},
      { ...oneApiEnvironment, ...legacyEnvironment, ZSCALER_VANITY_DOMAIN: '' },
      { clientId: 'old', signIn: { kind: 'legacy', cloud: 'ZPATWO' }, from: 'environment' },
    ],
    [
      'a vanity domain of the environment does not send the legacy client of the inputs elsewhere',
      { 'client-id': 'a', 'client-secret': SECRET },
      oneApiEnvironment,
      { clientId: 'a', signIn: { kind: 'legacy' }, from: 'inputs' },
    ],
  ])('%s', (_, inputs, environment, expected) => {
    expect(chooseZscalerCredentials(inputs, environment)).toMatchObject(expected);
  });

  test.each<[string, RawInputs, Environment, string, RegExp]>([
    ['nothing', {}, {}, 'client-id', /missing.*ZPA_CLIENT_SECRET/],
    [
      'half a scheme',
      { 'client-id': 'a' },
      { ZPA_CLIENT_SECRET: SECRET },
      'client-secret',
      /missing beside client-id/,
    ],
    ['a secret without its id', { 'client-secret': SECRET }, {}, 'client-id', /missing beside/],
    [
      'secret and key',
      { 'client-id': 'a', 'client-secret': SECRET, 'client-private-key': KEY, 'vanity-domain': 'acme' },
      {},
      'client-private-key',
      /allowed is one scheme/,
    ],
    [
      'a key for the legacy sign-in',
      { 'client-id': 'a', 'client-private-key': KEY },
      {},
      'vanity-domain',
      /OneAPI only/,
    ],
    [
      'an unknown cloud, which is never PRODUCTION',
      { 'client-id': 'a', 'client-secret': SECRET, cloud: 'prodution' },
      {},
      'cloud',
      /given "prodution".*legacy.*PRODUCTION, ZPATWO/,
    ],
    [
      'a legacy cloud with OneAPI',
      { 'client-id': 'a', 'client-secret': SECRET, 'vanity-domain': 'acme', cloud: 'ZPATWO' },
      {},
      'cloud',
      /OneAPI.*ALPHA/,
    ],
    [
      'an unknown cloud of the environment',
      {},
      { ...legacyEnvironment, ZPA_CLOUD: 'MOON' },
      'ZPA_CLOUD',
      /MOON/,
    ],
    ['a cut secret', { 'client-id': 'a', 'client-secret': 'abc' }, {}, 'client-secret', /only 3 characters/],
  ])('refused: %s', (_, inputs, environment, input, message) => {
    const problems = chooseZscalerCredentials(inputs, environment);
    if ('scheme' in problems) throw new Error('was taken');
    expect(problems.map((problem) => problem.input)).toContain(input);
    expect(problems.map((problem) => problem.message).join('\n')).toMatch(message);
    expect(JSON.stringify(problems)).not.toContain(SECRET);
    expect(JSON.stringify(problems)).not.toContain('MIIE');
  });
});
