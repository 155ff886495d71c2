import { describe, expect, test } from '@jest/globals';
import {
  ACCOUNT,
  buildTarget,
  CREDENTIALS,
  FILE,
  readFromFile,
  readInline,
  TOKEN,
  writeTarget,
  ZONE,
} from './scene.ts';

type Keys = Readonly<Record<string, unknown>>;

describe('a wrong target is refused, naming it, the key, what is allowed and how to mend it', () => {
  test.each<[string, 'gateway' | 'client' | 'zpa', Keys, string, RegExp]>([
    [
      'no provider',
      'gateway',
      { provider: null },
      'provider',
      /missing; allowed: cloudflare-gateway, cloudflare-client, zscaler-zpa/,
    ],
    [
      'a misspelt provider',
      'gateway',
      { provider: 'cloudflare-gatway' },
      'provider',
      /given "cloudflare-gatway"; .*did you mean cloudflare-gateway\?/,
    ],
    [
      'no scope',
      'gateway',
      { 'account-id': null },
      'account-id',
      /missing; cloudflare-gateway needs it\. It is the 32 hex digits/,
    ],
    [
      'a wrong scope',
      'client',
      { 'zone-id': 'example.com' },
      'zone-id',
      /given "example\.com"; allowed: a Cloudflare zone id/,
    ],
    [
      'a scope of another provider',
      'client',
      { 'account-id': ACCOUNT },
      'account-id',
      /no effect with provider 'cloudflare-client', only with cloudflare-gateway/,
    ],
    ['an empty value', 'gateway', { owner: '' }, 'owner', /is empty; give it a value, or remove the key/],
    [
      'a null',
      'zpa',
      { 'microtenant-id': undefined, search: [null] },
      'search',
      /is a list; allowed: one text/,
    ],
    ['a map for a text', 'gateway', { name: { a: 1 } }, 'name', /is a map; allowed: one text/],
    [
      'a page size with a store that has no pages',
      'gateway',
      { 'page-size': 20 },
      'page-size',
      /no effect with provider/,
    ],
    ['a page too big', 'client', { 'page-size': 51 }, 'page-size', /allowed with cloudflare-client: 5 to 50/],
    [
      'a page that is no number',
      'zpa',
      { 'page-size': 'all' },
      'page-size',
      /given "all"; allowed: a whole number from 1 to 500/,
    ],
    ['a view of another provider', 'gateway', { view: 'issued' }, 'view', /only with zscaler-zpa/],
    ['an unknown view', 'zpa', { view: 'mine' }, 'view', /allowed: all, issued, clientless-issued/],
    ['a threshold', 'gateway', { 'fail-within': '30x' }, 'fail-within', /given "30x"; allowed: whole days/],
    [
      'a threshold that is a fraction',
      'gateway',
      { 'warn-within': 1.5 },
      'warn-within',
      /given "1\.5"; allowed/,
    ],
    ['a negative threshold', 'gateway', { 'warn-within': -3 }, 'warn-within', /given "-3"; allowed/],
    [
      'swapped thresholds',
      'gateway',
      { 'warn-within': 7, 'fail-within': 30 },
      'warn-within',
      /narrower than fail-within.*swapped/,
    ],
    [
      'a boolean in other words',
      'gateway',
      { 'only-in-use': 'yes' },
      'only-in-use',
      /given "yes"; allowed: true, false/,
    ],
    [
      'use of a store that does not tell it',
      'client',
      { 'only-in-use': true },
      'only-in-use',
      /which does not tell whether a client certificate is in use, only with cloudflare-gateway, zscaler-zpa/,
    ],
    [
      'a status of another provider',
      'gateway',
      { statuses: ['revoked'] },
      'statuses',
      /given "revoked"; allowed: inactive, pending_deployment/,
    ],
    ['a misspelt status', 'client', { statuses: 'actve' }, 'statuses', /did you mean active\?/],
    ['a list of lists', 'client', { statuses: [['active']] }, 'statuses', /is a list; allowed/],
    [
      'an unknown type',
      'gateway',
      { types: 'custm' },
      'types',
      /given "custm"; allowed: gateway_managed, custom; did you mean custom\?/,
    ],
    [
      'a type where there is none',
      'zpa',
      { types: ['custom'] },
      'types',
      /'zscaler-zpa', whose certificates have no type, only with cloudflare-gateway/,
    ],
    [
      'a long owner',
      'gateway',
      { owner: 'x'.repeat(201) },
      'owner',
      /allowed: a person or team of at most 200 characters/,
    ],
    [
      'a name with a line feed',
      'gateway',
      { name: 'a\nb' },
      'name',
      /given "a\\nb"; allowed: a name of at most 100 characters, on one line/,
    ],
    ['a name that turns the line', 'gateway', { name: 'a\u202eb' }, 'name', /allowed: a name/],
    [
      'a runbook that is a script',
      'gateway',
      { runbook: 'javascript:alert(1)' },
      'runbook',
      /allowed: a web address/,
    ],
    [
      'a runbook with a password',
      'gateway',
      { runbook: 'https://a:b@example.com' },
      'runbook',
      /without user name and password/,
    ],
    ['a runbook that is a path', 'gateway', { runbook: 'docs/run.md' }, 'runbook', /allowed: a web address/],
    [
      'an address of the API',
      'gateway',
      { 'api-url': 'http://example.com' },
      'api-url',
      /http only on loopback/,
    ],
    ['an unknown cloud', 'zpa', { cloud: 'MOON' }, 'cloud', /given "MOON"; allowed with the legacy sign-in/],
    ['rules that are no list', 'gateway', { ignore: { id: 'x' } }, 'ignore', /allowed: a list of rules/],
  ])('%s', async (_, provider, keys, key, message) => {
    const { problems } = await readInline(writeTarget(buildTarget(provider, keys)), {
      credentials: CREDENTIALS,
    });
    const told = problems.filter((problem) => message.test(problem.message));
    expect(problems.map(({ message: text }) => text)).toEqual([expect.stringMatching(message)]);
    expect(told[0]?.input).toBe('targets');
    expect(told[0]?.message).toContain(`, ${key}: `);
  });

  test.each<[string, Keys, RegExp]>([
    ['status', { status: 'active' }, /there is no key "status"; did you mean statuses\?/],
    ['account_id', { account_id: ACCOUNT }, /no key "account_id"; did you mean account-id\?/],
    ['environment', { environment: 'x' }, /no key "environment"; allowed: name, provider, account-id/],
    ['__proto__', JSON.parse('{"__proto__": {"name": "x"}}'), /no key "__proto__"/],
    ['constructor', { constructor: 'x' }, /no key "constructor"/],
    ['toString', { toString: 'x' }, /no key "toString"/],
    ['<<', { '<<': { owner: 'x' } }, /merge keys \(<<\) are not read/],
    ['a key that may be a secret', { Zx81kLm92Qp: 'x' }, /no key of 11 characters/],
  ])('an unknown key: %s', async (_, keys, message) => {
    const text = JSON.stringify([{ ...buildTarget('gateway') }]).replace(
      '}]',
      `,${JSON.stringify(keys).slice(1)}]`,
    );
    const { problems } = await readInline(text, { credentials: CREDENTIALS });
    expect(problems.map((problem) => problem.message)).toEqual([expect.stringMatching(message)]);
  });

  test.each<[string, Keys, RegExp]>([
    ['nothing to match', { id: null }, /ignore rule 1: names no certificate; give id or fingerprint or name/],
    ['two things to match', { name: 'x' }, /ignore rule 1: gives id and name; allowed is one of them/],
    ['no reason', { reason: null }, /ignore rule 1, reason: missing; say why/],
    ['an empty reason', { reason: ' ' }, /ignore rule 1, reason: is empty/],
    ['no end', { until: null }, /ignore rule 1, until: missing; give a date/],
    [
      'a day that is not in the calendar',
      { until: '2027-02-30' },
      /until: given "2027-02-30"; allowed: a date of the calendar/,
    ],
    ['a time without a zone', { until: '2027-02-03T04:05:06' }, /a time with its zone/],
    ['a date in another form', { until: '31.03.2027' }, /allowed: a date/],
    ['no real end', { until: '9999-12-31' }, /a rule has to end/],
    ['an id with a blank', { id: 'a b' }, /ignore rule 1, id: given "a b"; allowed: the vendor's id/],
    [
      'a misspelt key',
      { untill: '2027-01-01' },
      /ignore rule 1: there is no key "untill"; did you mean until\?/,
    ],
    [
      'a short fingerprint',
      { id: null, fingerprint: 'AB:CD' },
      /fingerprint: given "AB:CD"; allowed: a SHA-256/,
    ],
  ])('an ignore rule with %s', async (_, changes, message) => {
    const rule = Object.fromEntries(
      Object.entries({ id: 'abc', reason: 'x', until: '2027-01-01', ...changes }).filter(
        ([, value]) => value !== null,
      ),
    );
    const { problems } = await readInline(writeTarget(buildTarget('gateway', { ignore: [rule] })), {
      credentials: CREDENTIALS,
    });
    expect(problems.map((problem) => problem.message)).toEqual([expect.stringMatching(message)]);
  });

  test('rules that are no maps', async () => {
    const { problems } = await readInline(writeTarget(buildTarget('gateway', { ignore: ['abc'] })), {
      credentials: CREDENTIALS,
    });
    expect(problems[0]?.message).toMatch(
      /ignore rule 1: allowed: a map of id or fingerprint or name, reason and until/,
    );
  });
});

test.each<[string, Keys]>([
  ['a token', { 'account-id': TOKEN }],
  ['a token as a status', { types: [TOKEN] }],
  ['a token within a text', { runbook: `x ${TOKEN} y` }],
  ['a private key', { owner: `-----BEGIN RSA PRIVATE KEY-----\n${TOKEN.slice(5)}` }],
  ['a line of another key', { 'page-size': `5 api-key=${TOKEN.slice(5)}`, provider: 'cloudflare-client' }],
])('%s in the wrong place is not shown, though nothing else tells that it is one', async (_, keys) => {
  const { error } = await readFromFile(writeTarget(buildTarget('gateway', keys)), {
    credentials: 'CF_TOKEN: 0123456789abcdef01',
  });
  expect(error).toMatch(/\d+ characters given; allowed/);
  expect(error).not.toContain(TOKEN.slice(5));
});

describe('a problem says where it stands', () => {
  const text = `# estate
- provider: cloudflare-gateway
  account-id: ACME
- name: edge
  provider: cloudflare-client
  zone-id: ${ZONE}
  api-token-env: CF_TOKEN
  ignore:
    - id: abc
      reason: old
      unitl: 2027-01-01
`;

  test('by line and column within the input, and by the target’s name or number', async () => {
    const { problems } = await readInline(text, { credentials: CREDENTIALS });
    expect(problems.map(({ message }) => message.split(': ')[0])).toEqual([
      'line 2, column 3, target 1',
      'line 3, column 15, target 1, account-id',
      'line 9, column 7, target "edge", ignore rule 1, until',
      'line 11, column 7, target "edge", ignore rule 1',
    ]);
    expect(problems[1]?.place).toEqual({ file: null, line: 3, column: 15 });
  });

  test('by path, line and column in a file', async () => {
    const { problems } = await readFromFile(text, { credentials: CREDENTIALS });
    expect(problems[1]).toMatchObject({ input: 'targets-file', place: { file: FILE, line: 3, column: 15 } });
    expect(problems[1]?.message).toMatch(/^audit\/estate\.yml:3:15, target 1, account-id: given "ACME"/);
  });

  test('every problem of every target at once, those of inputs first', async () => {
    const { error } = await readInline(text, {
      credentials: CREDENTIALS,
      'fail-within': '3x',
      'page-size': '9',
    });
    expect(error).toMatch(
      /^6 inputs need mending:\n- 'fail-within': .*\n- 'page-size': .*\n- 'targets': line 2/,
    );
  });

  test('up to a thousand, of which the first hundred are shown', async () => {
    const many = Array.from({ length: 3000 }, (_, index) => ({ name: `t${index}`, provider: 'x' }));
    const { problems, error } = await readInline(JSON.stringify(many));
    expect(problems).toHaveLength(1001);
    expect(error.split('\n')).toHaveLength(102);
    expect(error).toMatch(/\n- and 901 more$/);
  });
});

describe('names tell targets apart', () => {
  test.each<[string, readonly Keys[], RegExp]>([
    [
      'the same name',
      [buildTarget('gateway', { name: 'x' }), buildTarget('client', { name: 'x' })],
      /target 2, name: "x" is the name of target 1 \(line 1\) too.*another name/,
    ],
    [
      'the same store without names',
      [buildTarget('gateway'), buildTarget('gateway')],
      /target 2, name: "cloudflare-gateway 0123.*" is the name of target 1/,
    ],
    [
      'a name that is another one’s store',
      [buildTarget('gateway'), buildTarget('client', { name: `cloudflare-gateway ${ACCOUNT}` })],
      /target 2, name/,
    ],
  ])('%s', async (_, targets, message) => {
    const { problems } = await readInline(JSON.stringify(targets), { credentials: CREDENTIALS });
    expect(problems.map((problem) => problem.message)).toEqual([expect.stringMatching(message)]);
  });
});

describe('a text that is no list of targets', () => {
  test.each<[string, string, RegExp]>([
    ['nothing but a comment', '# later', /holds no targets; allowed: a list of targets/],
    ['null', 'null', /holds no targets/],
    ['an empty list', '[]', /line 1, column 1: is an empty list; give one target at least/],
    ['an empty list in a map', 'targets: []', /line 1, column 10: is an empty list/],
    ['nothing in a map', 'targets:\n', /holds no targets/],
    ['a text', 'estate.yml', /is a text; allowed: a list of targets/],
    ['a map of targets', 'targets:\n  prod: {provider: x}', /line 2, column 3: is a map; allowed: a list/],
    [
      'one target',
      `provider: cloudflare-gateway\naccount-id: ${ACCOUNT}`,
      /is one target by itself; targets are a list: put "- "/,
    ],
    ['a map of something else', 'stores: []', /is a map without targets/],
    ['a text in the list', '- prod', /target 1: is a text; allowed: a map of keys/],
    ['nothing in the list', '-\n', /target 1: is empty; allowed: a map/],
    ['a list in the list', '- - a', /target 1: is a list; allowed: a map/],
    [
      'a second key',
      `targets: [{provider: cloudflare-gateway, account-id: ${ACCOUNT}, api-token-env: CF_TOKEN}]\nversion: 1`,
      /line 2, column 1: beside targets only \$schema may stand/,
    ],
    ['too many targets', `[${'{},'.repeat(10_001)}]`, /holds 10001 targets; allowed: 10000/],
    ['a huge text', `# ${'x'.repeat(4 * 1024 * 1024)}`, /is 4194306 characters long; allowed: 4194304/],
  ])('%s', async (_, text, message) => {
    const { problems } = await readInline(text, { credentials: CREDENTIALS });
    expect(problems.map((problem) => problem.message)).toEqual([expect.stringMatching(message)]);
  });
});

describe('a text that is no YAML', () => {
  test.each<[string, string, RegExp]>([
    ['a tab', '- provider: x\n\tzone-id: y', /:2:2: a tab indents this line/],
    ['an open quote', '- name: "x\n  provider: y', /:2:3: a closing quote is missing/],
    ['an open brace', '- {provider: x', /a bracket, a brace or a comma is missing/],
    ['a second colon', '- name: a: b', /:1:10: a second colon for one key/],
    ['a text that begins with @', '- owner: @edge', /:1:10: a text cannot begin with this character/],
    [
      'wrong indentation',
      '- provider: x\n   zone-id: y',
      /:2:11: a second colon.*is this line indented too far/,
    ],
    ['the same key twice', '- provider: x\n  owner: a\n  owner: b', /:3:3: the same key twice in one map/],
    ['the same key twice in JSON', '[{"a":1,\n"\\u0061":2}]', /:2:1: the same key twice/],
    ['two documents', '- a: 1\n---\n- b: 2', /:2:1: a second document begins here/],
    ['a tag', '- !ruby/object {provider: x}', /:1:\d+: a tag \(!\) that is not read/],
    ['a number’s tag', '- name: !!int 3', /a tag \(!\) that is not read/],
    ['binary', '- name: !!binary aGVsbG8=', /a tag \(!\) that is not read/],
    ['an alias without anchor', '- owner: *edge', /:1:10: an alias \(\*\) without its anchor/],
    ['an alias within itself', '&a [*a]', /an alias \(\*\) without its anchor/],
    ['a key that is a list', '- ? [a]\n  : b', /a key is a list or a map/],
    ['a bad escape', '- name: "\\q"', /double quotes do not know this escape/],
    ['deep nesting', `${'['.repeat(50)}${']'.repeat(50)}`, /stand deeper in each other/],
    ['very deep nesting', '['.repeat(20_000), /stand deeper in each other/],
    ['very deep nesting in lines', '- '.repeat(20_000), /stand deeper in each other/],
    ['half a JSON', '[{"provider":', /a bracket, a brace or a comma is missing/],
  ])('%s', async (_, text, message) => {
    const { problems, request } = await readFromFile(text, { credentials: CREDENTIALS });
    expect(request).toBeNull();
    expect(problems[0]?.message).toMatch(message);
    expect(problems[0]?.message).toMatch(/^audit\/estate\.yml:\d+:\d+: /);
  });

  test('aliases that unfold to billions', async () => {
    const levels = Array.from({ length: 30 }, (_, level) =>
      level === 0 ? '&a0 [x, x, x, x, x, x, x, x]' : `&a${level} [${`*a${level - 1}, `.repeat(8)}]`,
    );
    const { problems } = await readInline(levels.map((level) => `- ${level}`).join('\n'));
    expect(problems[0]?.message).toMatch(/aliases \(\*\) stand for more than 100000 values/);
  });

  test('nothing of the text is shown', async () => {
    for (const text of [
      `- api-token: ${TOKEN}: x`,
      `- api-token: "${TOKEN}\n  x: y`,
      `- api-token: &${TOKEN} *${TOKEN}x`,
      `- api-token: !${TOKEN} x`,
      `- api-token: "\\${TOKEN}"`,
      `- {provider: cloudflare-gateway\n  api-token: ${TOKEN}`,
      `- ${TOKEN}\n${TOKEN}: ${TOKEN}`,
      `? ${TOKEN}\n: [${TOKEN}`,
      `%${TOKEN}\n---\n- x`,
    ]) {
      const { error, request } = await readInline(text);
      expect(request).toBeNull();
      expect(error).not.toContain(TOKEN.slice(5, 20));
    }
  });
});

describe('a forgotten blank after a colon', () => {
  test.each<[string, string]>([
    ['in the first key', `- api-token:${TOKEN}`],
    ['between keys', `- provider: cloudflare-gateway\n  api-token:${TOKEN}\n  account-id: ${ACCOUNT}`],
    ['in the last key', `- provider: cloudflare-gateway\n  account-id: ${ACCOUNT}\n  api-token:${TOKEN}`],
    [
      'after a name',
      `- provider: cloudflare-gateway\n  account-id: ${ACCOUNT}\n  name: x\n  api-token:${TOKEN}`,
    ],
    ['within braces', `- {provider: cloudflare-gateway, account-id: ${ACCOUNT}, api-token:${TOKEN}}`],
  ])('%s is told of without what follows it', async (_, text) => {
    const { error, kept, request } = await readInline(text);
    expect(request).toBeNull();
    expect(error).toContain('a blank is missing after "api-token:"');
    expect(error).not.toContain(TOKEN.slice(5));
    if (text.includes('\n') || text.includes('{')) expect(kept).toContain(TOKEN);
  });
});
