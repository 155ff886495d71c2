import { describe, expect, test } from '@jest/globals';
import {
  ACCOUNT,
  buildTarget,
  CREDENTIALS,
  CUSTOMER,
  readFromFile,
  readInline,
  readInputs,
  TOKEN,
  writeTarget,
  ZONE,
} from './scene.ts';

const OTHER_TOKEN = 'cfat_zyxwvutsrqponmlkjihgfedcba9876543210ZY';
const KEY = '0123456789abcdef0123456789abcdef01234';
const PEM =
  '-----BEGIN PRIVATE KEY-----\nMIIBVgIBADANBgkqhkiG9w0BAQEFAASCAUAwggE8\n-----END PRIVATE KEY-----';

type Keys = Readonly<Record<string, unknown>>;
const oneApi = (keys: Keys) =>
  writeTarget({ provider: 'zscaler-zpa', 'customer-id': CUSTOMER, 'vanity-domain': 'acme', ...keys });

async function credentialsOf(reading: ReturnType<typeof readInline>) {
  const { request, error } = await reading;
  expect(error).toBe('');
  return request?.targets[0]?.credentials;
}

describe('a name leads to', () => {
  const target = writeTarget(buildTarget('gateway'));

  test('an entry of the input credentials first', async () => {
    const reading = readFromFile(target, { credentials: `CF_TOKEN: ${TOKEN}` }, { CF_TOKEN: OTHER_TOKEN });
    expect(await credentialsOf(reading)).toMatchObject({ token: TOKEN });
  });

  test('else to a variable of the environment, trimmed', async () => {
    const reading = readFromFile(target, { credentials: 'OTHER: x' }, { CF_TOKEN: `${OTHER_TOKEN}\n` });
    expect(await credentialsOf(reading)).toMatchObject({ token: OTHER_TOKEN });
  });

  test.each<[string, Keys, string, object]>([
    [
      'e-mail and key',
      { 'api-token-env': null, 'api-email': 'ops@example.com', 'api-key-env': 'K' },
      `K: ${KEY}`,
      { scheme: 'cloudflare-key', email: 'ops@example.com', key: KEY },
    ],
    [
      'e-mail and key by their names',
      { 'api-token-env': null, 'api-email-env': 'E', 'api-key-env': 'K' },
      `{K: "${KEY}", E: ops@example.com}`,
      { scheme: 'cloudflare-key', email: 'ops@example.com', key: KEY },
    ],
  ])('%s', async (_, keys, credentials, expected) => {
    const text = writeTarget(buildTarget('gateway', keys));
    expect(await credentialsOf(readFromFile(text, { credentials }))).toMatchObject(expected);
  });

  test('a key of several lines', async () => {
    const credentials = `KEY: |\n${PEM.replace(/^/gm, '  ')}\n`;
    const text = oneApi({ 'client-id': 'a', 'client-private-key-env': 'KEY' });
    expect(await credentialsOf(readFromFile(text, { credentials }))).toEqual({
      scheme: 'zscaler-key',
      clientId: 'a',
      privateKey: PEM,
      signIn: { kind: 'oneapi', vanityDomain: 'acme', cloud: 'PRODUCTION' },
      from: 'inputs',
    });
  });
});

describe('a target that gives no part of a credential takes the vendor’s own variables', () => {
  test('Cloudflare', async () => {
    const text = writeTarget(buildTarget('client', { 'api-token-env': null }));
    expect(await credentialsOf(readFromFile(text, {}, { CLOUDFLARE_API_TOKEN: TOKEN }))).toEqual({
      scheme: 'cloudflare-token',
      token: TOKEN,
      from: 'environment',
    });
  });

  test('Zscaler, OneAPI where the target or the environment has a vanity domain', async () => {
    const environment = {
      ZSCALER_CLIENT_ID: 'one',
      ZSCALER_CLIENT_SECRET: 'one-secret',
      ZPA_CLIENT_ID: 'old',
      ZPA_CLIENT_SECRET: 'old-secret',
    };
    const plain = writeTarget({ provider: 'zscaler-zpa', 'customer-id': CUSTOMER });
    expect(await credentialsOf(readFromFile(oneApi({}), {}, environment))).toMatchObject({ clientId: 'one' });
    expect(await credentialsOf(readFromFile(plain, {}, environment))).toMatchObject({ clientId: 'old' });
  });

  test('but never the scope', async () => {
    const { problems } = await readFromFile(
      writeTarget(buildTarget('gateway', { 'account-id': null })),
      { credentials: CREDENTIALS },
      { CLOUDFLARE_ACCOUNT_ID: ACCOUNT },
    );
    expect(problems[0]?.message).toMatch(/account-id: missing/);
  });
});

describe('the input targets may hold the credential itself', () => {
  test.each<[string, string, object]>([
    [
      'token',
      writeTarget(buildTarget('client', { 'api-token-env': null, 'api-token': TOKEN })),
      { token: TOKEN },
    ],
    [
      'secret',
      oneApi({ 'client-id': 'a', 'client-secret': 'O2k:0vs#,x,0N9' }),
      { clientSecret: 'O2k:0vs#,x,0N9' },
    ],
    ['private key', oneApi({ 'client-id': 'a', 'client-private-key': PEM }), { privateKey: PEM }],
  ])('%s', async (_, text, expected) => {
    const reading = await readInline(text);
    expect(reading.request?.targets[0]?.credentials).toMatchObject(expected);
    expect(reading.kept).toEqual(Object.values(expected));
  });

  test('and a private key as a path, which is read and kept secret, while the path is not', async () => {
    const { request, kept } = await readInputs(
      { targets: oneApi({ 'client-id': 'a', 'client-private-key': 'keys/zpa.pem' }) },
      { files: { 'keys/zpa.pem': `${PEM}\n` } },
    );
    expect(request?.targets[0]?.credentials).toMatchObject({ privateKey: PEM });
    expect(kept).toEqual([PEM]);
  });

  test('a path that leads nowhere', async () => {
    const { problems } = await readInline(
      oneApi({ 'client-id': 'a', 'client-private-key': 'keys/none.pem' }),
    );
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(
        /target 1, client-private-key: is neither PEM text .* nor the path of a file that can be read \(ENOENT\)/,
      ),
    ]);
  });
});

describe('a file holds no secret', () => {
  test.each<[string, string]>([
    ['api-token', writeTarget(buildTarget('client', { 'api-token-env': null, 'api-token': TOKEN }))],
    [
      'api-key',
      writeTarget(
        buildTarget('client', { 'api-token-env': null, 'api-email': 'a@b.example', 'api-key': TOKEN }),
      ),
    ],
    ['client-secret', oneApi({ 'client-id': 'a', 'client-secret': TOKEN })],
    ['client-private-key', oneApi({ 'client-id': 'a', 'client-private-key': `-----BEGIN ${TOKEN}` })],
  ])('%s is refused, not shown, and to be taken as leaked', async (key, text) => {
    for (const inputs of [{}, { 'validate-only': 'true' }]) {
      const { problems, error, kept } = await readFromFile(text, inputs);
      expect(problems).toHaveLength(1);
      expect(error).toMatch(
        new RegExp(`, ${key}: a secret in a file .* Take it as leaked: .* with ${key}-env$`),
      );
      expect(error).not.toContain(TOKEN.slice(5));
      expect(kept).toEqual([expect.stringContaining(TOKEN)]);
    }
  });

  test('nor does it say which file to read as a key', async () => {
    const literal = await readFromFile(
      oneApi({ 'client-id': 'a', 'client-private-key': '/etc/ssl/private/x.pem' }),
    );
    expect(literal.error).toMatch(
      /client-private-key: a path is not taken from a file that a pull request can change/,
    );
    const named = await readFromFile(oneApi({ 'client-id': 'a', 'client-private-key-env': 'KEY' }), {
      credentials: 'KEY: /etc/ssl/private/x.pem',
    });
    expect(named.error).toMatch(
      /client-private-key-env: KEY of the input credentials holds no PEM text .*a path is not taken/,
    );
  });

  test('but e-mail addresses and client ids may stand in it', async () => {
    const { error, kept } = await readFromFile(
      oneApi({ 'client-id': 'some-client-id', 'client-secret-env': 'S' }),
      {
        credentials: 'S: some-client-secret',
      },
    );
    expect(error).toBe('');
    expect(kept).toEqual(['some-client-secret']);
  });

  test.each<[string, Keys, Readonly<Record<string, string>>, RegExp | null]>([
    [
      'none is given as input',
      { 'api-url': 'https://evil.example' },
      {},
      /api-url: given "https:\/\/evil\.example"; .*cannot say where credentials go\. Allowed: none/,
    ],
    [
      'another one is given',
      { 'api-url': 'https://evil.example' },
      { 'api-url': 'http://127.0.0.1:1' },
      /Allowed: "http:\/\/127\.0\.0\.1:1", as the input/,
    ],
    ['the same is given', { 'api-url': 'http://127.0.0.1:1/' }, { 'api-url': 'http://127.0.0.1:1' }, null],
  ])('an address of the API where %s', async (_, keys, inputs, message) => {
    const { error } = await readFromFile(writeTarget(buildTarget('gateway', keys)), {
      credentials: CREDENTIALS,
      ...inputs,
    });
    if (message === null) expect(error).toBe('');
    else expect(error).toMatch(message);
  });
});

describe('a credential that cannot serve is refused, and never shown', () => {
  test.each<[string, Keys, RegExp]>([
    [
      'a name that leads nowhere',
      { 'api-token-env': 'CF_TOKN' },
      /api-token-env: given CF_TOKN, which is no entry of the input credentials, which has 5, and no variable of the environment; did you mean CF_TOKEN\? An empty secret is often one that is not visible to this workflow/,
    ],
    [
      'a name unlike any other',
      { 'api-token-env': 'ELSEWHERE' },
      /; add it to one of the two\. An empty secret/,
    ],
    [
      'an empty entry',
      { 'api-token-env': 'EMPTY' },
      /EMPTY of the input credentials is empty\. An empty secret/,
    ],
    ['an empty variable', { 'api-token-env': 'UNSET' }, /UNSET of the environment is empty/],
    [
      'a token with a blank',
      { 'api-token-env': 'BLANK' },
      /api-token-env: BLANK of the input credentials: 20 characters given; allowed: an API token without blanks/,
    ],
    ['a cut token', { 'api-token-env': 'SHORT' }, /api-token: is only 9 characters long/],
    [
      'an e-mail address that is none',
      { 'api-token-env': null, 'api-email-env': 'BLANK', 'api-key-env': 'CF_TOKEN' },
      /BLANK of the input credentials: 20 characters given; allowed: the e-mail/,
    ],
    [
      'two schemes',
      { 'api-email': 'ops@example.com', 'api-key-env': 'CF_TOKEN' },
      /api-token: given together with api-email or api-key/,
    ],
    [
      'a key alone',
      { 'api-token-env': null, 'api-key-env': 'CF_TOKEN' },
      /api-email: missing: api-key works only together/,
    ],
    [
      'literal and name',
      { 'api-token': TOKEN },
      /api-token-env: given together with api-token; allowed is one of the two/,
    ],
    [
      'an empty literal',
      { 'api-token-env': null, 'api-token': '' },
      /api-token: is empty\. An empty secret is often one that is not visible/,
    ],
    [
      'a credential of another provider',
      { 'client-id': 'x' },
      /client-id: has no effect with provider 'cloudflare-gateway'/,
    ],
    [
      'a name of the runner’s',
      { 'api-token-env': 'GITHUB_TOKEN' },
      /given "GITHUB_TOKEN"; allowed: a name that does not begin with GITHUB_, ACTIONS_, RUNNER_, INPUT_/,
    ],
    [
      'a name of the runner’s in another case',
      { 'api-token-env': 'Actions_Id_Token' },
      /does not begin with GITHUB_/,
    ],
    ['an input’s variable', { 'api-token-env': 'input_x' }, /does not begin with GITHUB_/],
    ['a runner’s variable', { 'api-token-env': 'RUNNER_TEMP' }, /does not begin with GITHUB_/],
    [
      'a name that is none',
      { 'api-token-env': 'CF-TOKEN' },
      /given "CF-TOKEN"; allowed: a name of letters, digits and underscores/,
    ],
    ['a prototype', { 'api-token-env': '__proto__' }, /given __proto__, which is no entry/],
    ['another prototype', { 'api-token-env': 'constructor' }, /given constructor, which is no entry/],
    [
      'the credential in place of its name',
      { 'api-token-env': TOKEN },
      /api-token-env: 43 characters given, and they are the name of no entry.*Give the name of the credential, not the credential itself/,
    ],
    [
      'something like it',
      { 'api-token-env': 'hunter2hunter2-hunter2' },
      /api-token-env: 22 characters given; allowed: a name of letters.*not the credential/,
    ],
    [
      'nothing',
      { 'api-token-env': null },
      /target 1: has no credential\. Name one with api-token-env .*CLOUDFLARE_API_TOKEN/,
    ],
  ])('%s', async (_, keys, message) => {
    const credentials = `CF_TOKEN: ${TOKEN}\nOTHER: ${OTHER_TOKEN}\nEMPTY: ""\nBLANK: "hunter2 hunter2-blan"\nSHORT: hunter2xy\n`;
    const { problems, error } = await readInline(
      writeTarget(buildTarget('gateway', keys)),
      { credentials },
      { UNSET: ' ' },
    );
    expect(problems.map((problem) => problem.message)).toEqual([expect.stringMatching(message)]);
    expect(error).not.toMatch(/abcdefghij|hunter2/);
  });

  test.each<[string, Keys, RegExp]>([
    [
      'secret and key',
      { 'client-id': 'a', 'client-secret-env': 'ZPA_SECRET', 'client-private-key-env': 'KEY' },
      /client-private-key: given together with client-secret/,
    ],
    ['a secret alone', { 'client-secret-env': 'ZPA_SECRET' }, /client-id: missing beside its secret/],
    ['an id alone', { 'client-id': 'a' }, /client-secret: missing beside client-id/],
    [
      'a key without vanity domain',
      { 'vanity-domain': undefined, 'client-id': 'a', 'client-private-key-env': 'KEY' },
      /vanity-domain: missing/,
    ],
    [
      'an unknown cloud',
      { cloud: 'ZPATWO', 'client-id': 'a', 'client-secret-env': 'ZPA_SECRET' },
      /cloud: given "ZPATWO"; allowed with a vanity domain/,
    ],
    ['nothing', {}, /target 1: has no credential\. Name one with client-id-env with client-secret-env/],
  ])('ZPA: %s', async (_, keys, message) => {
    const credentials = `${CREDENTIALS}KEY: |\n${PEM.replace(/^/gm, '  ')}`;
    for (const inputs of [{}, { 'validate-only': 'true' }]) {
      const { problems } = await readInline(oneApi(keys), { credentials, ...inputs });
      if ('validate-only' in inputs && Object.keys(keys).length === 0) expect(problems).toEqual([]);
      else expect(problems.map((problem) => problem.message)).toEqual([expect.stringMatching(message)]);
    }
  });

  test('a name that many targets share is told of once', async () => {
    const many = Array.from({ length: 50 }, (_, index) => buildTarget('client', { name: `zone ${index}` }));
    const { problems } = await readFromFile(JSON.stringify(many));
    expect(problems).toHaveLength(1);
  });
});

describe('the input credentials', () => {
  const target = writeTarget(buildTarget('client'));

  test('keeps every value secret, once each, and none of the names and ids; what no target names is fine', async () => {
    const { error, kept } = await readInline(
      JSON.stringify([
        buildTarget('client', { name: 'a' }),
        buildTarget('client', { name: 'b' }),
        buildTarget('zpa'),
      ]),
      {
        credentials: JSON.stringify({
          CF_TOKEN: TOKEN,
          ZPA_ID: 'id',
          ZPA_SECRET: 'zpa-secret',
          OTHER: PEM,
          empty: '',
        }),
      },
    );
    expect(error).toBe('');
    expect(kept).toEqual([TOKEN, 'zpa-secret', PEM]);
  });

  test('keeps them before anything is refused', async () => {
    const { error, kept } = await readInline(
      `- name: ${OTHER_TOKEN}\n  owner: ${TOKEN}\n  runbook: ${TOKEN}`,
      {
        credentials: `A: ${TOKEN}\nB: ${OTHER_TOKEN}`,
      },
    );
    expect(kept).toEqual([TOKEN, OTHER_TOKEN]);
    expect(error).toMatch(/runbook: 43 characters given/);
    expect(error).not.toMatch(/abcdefghij|zyxwvuts/);
  });

  test.each<[string, string, RegExp]>([
    [
      'a credential by itself',
      TOKEN,
      /^is a text of 43 characters, which is not shown; allowed: a YAML or JSON map/,
    ],
    ['a list', `- ${TOKEN}`, /^is a list of 45 characters/],
    [
      'a name that is none',
      `cf-token: ${TOKEN}`,
      /^line 1, column 1: a name of 8 characters, which is not shown/,
    ],
    [
      'a forgotten blank',
      `{CF_TOKEN:${TOKEN}}`,
      /a name of 52 characters.*Is the blank after its colon missing\?/,
    ],
    [
      'a list of credentials',
      `CF_TOKEN: [${TOKEN}]`,
      /^line 1, column 11, CF_TOKEN: is a list; allowed: one text/,
    ],
    ['a map of credentials', `CF_TOKEN: {a: ${TOKEN}}`, /CF_TOKEN: is a map; allowed: one text/],
    [
      'the same name twice',
      `CF_TOKEN: ${TOKEN}\nCF_TOKEN: ${TOKEN}`,
      /^line 2, column 1: the same key twice/,
    ],
    ['no YAML', `CF_TOKEN: "${TOKEN}`, /^line 1, column \d+: a closing quote/],
    ['a second colon', `CF_TOKEN: ${TOKEN}: x`, /^line 1, column 54: a second colon/],
    ['a tag', `CF_TOKEN: !${TOKEN} x`, /a tag \(!\)/],
    ['two documents', `A: b\n---\nB: ${TOKEN}`, /a second document/],
  ])('is refused where it is %s, and not shown', async (_, credentials, message) => {
    const { problems, error } = await readInline(target, { credentials });
    const own = problems.filter(({ input }) => input === 'credentials');
    expect(own.map((problem) => problem.message)).toEqual([expect.stringMatching(message)]);
    expect(error).not.toContain(TOKEN.slice(5, 20));
  });

  test('takes a value that looks like a number as it is written', async () => {
    const text = writeTarget(
      buildTarget('client', { 'api-token-env': null, 'api-email': 'a@b.example', 'api-key-env': 'K' }),
    );
    const key = '01234567890123456789012345678901e1234';
    expect(await credentialsOf(readFromFile(text, { credentials: `K: ${key}` }))).toMatchObject({ key });
  });
});

describe('validate-only needs no credential', () => {
  const inputs = { 'validate-only': 'true' };

  test.each<[string, string]>([
    [
      'names that lead nowhere',
      JSON.stringify([buildTarget('gateway'), buildTarget('client'), buildTarget('zpa')]),
    ],
    [
      'targets without any',
      JSON.stringify([
        { provider: 'cloudflare-client', 'zone-id': ZONE },
        { provider: 'zscaler-zpa', 'customer-id': CUSTOMER, cloud: 'ALPHA' },
      ]),
    ],
    ['a private key by name', oneApi({ 'client-id': 'a', 'client-private-key-env': 'KEY' })],
  ])('%s', async (_, text) => {
    const { request, error, kept } = await readFromFile(text, inputs);
    expect(error).toBe('');
    expect(request?.validateOnly).toBe(true);
    expect(request?.targets.map(({ credentials }) => credentials)).toEqual(request?.targets.map(() => null));
    expect(kept).toEqual([]);
  });

  test('nor what an expression left empty, and it reads no key file', async () => {
    const { request, error } = await readInline(
      JSON.stringify([
        buildTarget('client', { 'api-token-env': null, 'api-token': '' }),
        {
          provider: 'zscaler-zpa',
          'customer-id': CUSTOMER,
          'vanity-domain': 'acme',
          'client-id': 'a',
          'client-private-key': 'no/such.pem',
        },
      ]),
      inputs,
    );
    expect(error).toBe('');
    expect(request?.targets).toHaveLength(2);
  });

  test.each<[string, Keys, RegExp]>([
    ['a refused name', { 'api-token-env': 'GITHUB_TOKEN' }, /does not begin with GITHUB_/],
    ['two schemes', { 'api-key-env': 'K', 'api-email-env': 'E' }, /one scheme/],
    ['half a scheme', { 'api-token-env': null, 'api-key-env': 'K' }, /api-email: missing/],
    ['a key that nothing knows', { 'api-tokn-env': 'K' }, /did you mean api-token-env/],
    ['a wrong scope', { 'account-id': 'x' }, /account-id: given "x"/],
  ])('but it sees %s', async (_, keys, message) => {
    const { problems } = await readFromFile(writeTarget(buildTarget('gateway', keys)), inputs);
    expect(problems.map((problem) => problem.message)).toEqual([expect.stringMatching(message)]);
  });
});
