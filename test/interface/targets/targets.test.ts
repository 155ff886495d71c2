import { describe, expect, test } from '@jest/globals';
import type { AuditTarget } from '../../../src/interface/audit-request.ts';
import {
  ACCOUNT,
  buildTarget,
  CREDENTIALS,
  CUSTOMER,
  readFromFile,
  readInline,
  TOKEN,
  writeTarget,
  ZONE,
} from './scene.ts';

const DAY = 86_400_000;

async function readOne(text: string, inputs: Readonly<Record<string, string>> = {}): Promise<AuditTarget> {
  const { request, error } = await readInline(text, { credentials: CREDENTIALS, ...inputs });
  expect(error).toBe('');
  const [target] = request?.targets ?? [];
  if (target === undefined) throw new Error('no target');
  return target;
}

describe('a target', () => {
  test('is complete with a provider, a scope and a credential', async () => {
    expect(await readOne(writeTarget(buildTarget('gateway')))).toEqual({
      name: `cloudflare-gateway ${ACCOUNT}`,
      provider: 'cloudflare-gateway',
      scope: ACCOUNT,
      microtenantId: null,
      view: 'all',
      pageSize: null,
      apiUrl: null,
      credentials: { scheme: 'cloudflare-token', token: TOKEN, from: 'inputs' },
      filter: { statuses: [], inUse: null, search: null },
      onlyInUse: false,
      types: [],
      failWithin: null,
      warnWithin: null,
      owner: null,
      runbook: null,
      ignore: [],
    });
  });

  test('says all that it can', async () => {
    const target = await readOne(`
      targets:
        - name: Zürich · intranet
          provider: zscaler-zpa
          customer-id: ${CUSTOMER}
          microtenant-id: 0
          view: issued
          search: name EQ intranet.example.com
          page-size: 100
          api-url: https://127.0.0.1:4010
          cloud: BETA
          vanity-domain: acme
          client-id: some-client
          client-secret-env: ZPA_SECRET
          warn-within: 30d 33%
          fail-within: 12h
          only-in-use: true
          statuses: [valid, expired]
          owner: "@acme/edge"
          runbook: https://wiki.example.com/certificates?of=zpa#renew
          ignore:
            - id: 216196257331370454
              reason: >
                Moves to the new portal,
                see CHG-17
              until: 2027-03-31
            - fingerprint: ${'ab'.repeat(32)}
              reason: test
              until: 2027-03-31T12:00:00+02:00
            - name: "*.lab.example.com"
              reason: lab
              until: 2024-02-29
    `);
    expect(target).toEqual({
      name: 'Zürich · intranet',
      provider: 'zscaler-zpa',
      scope: CUSTOMER,
      microtenantId: '0',
      view: 'issued',
      pageSize: 100,
      apiUrl: new URL('https://127.0.0.1:4010'),
      credentials: {
        scheme: 'zscaler-secret',
        clientId: 'some-client',
        clientSecret: 'O2k:0vs#,x,0N9',
        signIn: { kind: 'oneapi', vanityDomain: 'acme', cloud: 'BETA' },
        from: 'inputs',
      },
      filter: { statuses: ['valid', 'expired'], inUse: null, search: 'name EQ intranet.example.com' },
      onlyInUse: true,
      types: [],
      warnWithin: { milliseconds: 30 * DAY, percent: 33 },
      failWithin: { milliseconds: DAY / 2, percent: null },
      owner: '@acme/edge',
      runbook: 'https://wiki.example.com/certificates?of=zpa#renew',
      ignore: [
        {
          match: { by: 'id', value: '216196257331370454' },
          reason: 'Moves to the new portal, see CHG-17',
          until: new Date('2027-04-01T00:00:00Z'),
        },
        {
          match: {
            by: 'fingerprint',
            value: Array.from({ length: 32 }, () => 'AB').join(':'),
          },
          reason: 'test',
          until: new Date('2027-03-31T10:00:00Z'),
        },
        {
          match: { by: 'name', pattern: '*.lab.example.com' },
          reason: 'lab',
          until: new Date('2024-03-01T00:00:00Z'),
        },
      ],
    });
  });

  test.each<[string, Readonly<Record<string, unknown>>, Partial<AuditTarget>]>([
    [
      'a threshold that is a number',
      { 'fail-within': 30 },
      { failWithin: { milliseconds: 30 * DAY, percent: null } },
    ],
    [
      'statuses as a text',
      { statuses: 'inactive, active' },
      { filter: { statuses: ['inactive', 'available'], inUse: null, search: null } },
    ],
    [
      'an old word for a status',
      { statuses: ['active'] },
      { filter: { statuses: ['available'], inUse: null, search: null } },
    ],
    ['types', { types: ['custom', 'gateway_managed'] }, { types: ['custom', 'gateway_managed'] }],
    ['a boolean in quotes', { 'only-in-use': 'True' }, { onlyInUse: true }],
    ['a name that is a number', { name: 7 }, { name: '7' }],
    [
      'a runbook, normalised',
      { runbook: 'HTTPS://wiki.example.com/a"b' },
      { runbook: 'https://wiki.example.com/a%22b' },
    ],
  ])('takes %s', async (_, keys, expected) => {
    expect(await readOne(writeTarget(buildTarget('gateway', keys)))).toMatchObject(expected);
  });

  test('is named by its provider and scope, and by microtenant and view where it has them', async () => {
    const target = buildTarget('zpa', { 'microtenant-id': '7', view: 'issued' });
    expect((await readOne(writeTarget(target))).name).toBe(
      `zscaler-zpa ${CUSTOMER} microtenant 7 view issued`,
    );
  });

  test('has as many rows in a page as the provider gives, where it does not say', async () => {
    expect((await readOne(writeTarget(buildTarget('client')))).pageSize).toBe(50);
    expect((await readOne(writeTarget(buildTarget('zpa')))).pageSize).toBe(500);
  });
});

describe('what the action’s inputs say serves targets that do not', () => {
  const targets = JSON.stringify([
    buildTarget('gateway', {
      name: 'own',
      'fail-within': '1d',
      'warn-within': '2d',
      'api-url': 'http://127.0.0.1:2',
    }),
    buildTarget('client', { name: 'none' }),
    buildTarget('client', { name: 'half', 'warn-within': '40d' }),
  ]);
  const inputs = { 'fail-within': '10d', 'warn-within': '20d', 'api-url': 'http://127.0.0.1:1' };

  test('thresholds each by itself, and the address of the API', async () => {
    const { request } = await readInline(targets, { ...inputs, credentials: CREDENTIALS });
    const days = (count: number) => ({ milliseconds: count * DAY, percent: null });
    expect(
      request?.targets.map(({ name, failWithin, warnWithin, apiUrl }) => [
        name,
        failWithin,
        warnWithin,
        apiUrl?.port,
      ]),
    ).toEqual([
      ['own', days(1), days(2), '2'],
      ['none', days(10), days(20), '1'],
      ['half', days(10), days(40), '1'],
    ]);
  });

  test('a threshold of the inputs that makes no sense with one of a target is told of', async () => {
    const { problems } = await readInline(writeTarget(buildTarget('gateway', { 'fail-within': '60d' })), {
      ...inputs,
      credentials: CREDENTIALS,
    });
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toMatch(/target 1, fail-within: with the other one of the action's inputs/);
  });
});

describe('targets', () => {
  test('are a list, or a list within a map, in YAML or in JSON, in their order', async () => {
    const list = [buildTarget('gateway'), buildTarget('client'), buildTarget('zpa')];
    const yaml = `# yaml-language-server: $schema=x\n${list
      .map(
        (target) =>
          `- ${Object.entries(target)
            .map(([key, value]) => `${key}: ${value}`)
            .join('\n  ')}`,
      )
      .join('\n')}\n`;
    const texts = [
      JSON.stringify(list),
      JSON.stringify({ $schema: 'https://example.com/targets.schema.json', targets: list }, null, 2),
      JSON.stringify({ targets: list }, null, '\t'),
      yaml,
      yaml.replaceAll('\n', '\r\n'),
      `\uFEFF${yaml}`,
      `---\ntargets:\n${yaml.trim().replace(/^/gm, '  ')}\n...\n`,
    ];
    for (const text of texts) {
      const { request, error } = await readFromFile(text, { credentials: CREDENTIALS });
      expect(error).toBe('');
      expect(request?.targets.map(({ scope }) => scope)).toEqual([ACCOUNT, ZONE, CUSTOMER]);
    }
  });

  test('may name the same store twice, each by its own name', async () => {
    const { request } = await readInline(
      JSON.stringify([buildTarget('gateway', { name: 'a' }), buildTarget('gateway', { name: 'b' })]),
      { credentials: CREDENTIALS },
    );
    expect(request?.targets.map(({ name }) => name)).toEqual(['a', 'b']);
  });

  test('are taken by the thousand', async () => {
    const many = Array.from({ length: 2000 }, (_, index) => buildTarget('client', { name: `zone ${index}` }));
    const { request } = await readFromFile(JSON.stringify(many), { credentials: CREDENTIALS });
    expect(request?.targets).toHaveLength(2000);
  });

  test('share values by anchors', async () => {
    const { request, error } = await readFromFile(
      `
- provider: cloudflare-gateway
  account-id: ${ACCOUNT}
  api-token-env: &token CF_TOKEN
  owner: &owner edge
  ignore: &ignore
    - {name: "lab-*", reason: lab, until: 2027-01-01}
- provider: cloudflare-client
  zone-id: ${ZONE}
  api-token-env: *token
  owner: *owner
  ignore: *ignore
`,
      { credentials: CREDENTIALS },
    );
    expect(error).toBe('');
    expect(request?.targets.map(({ owner, ignore }) => [owner, ignore.length])).toEqual([
      ['edge', 1],
      ['edge', 1],
    ]);
  });
});

describe('a scalar is its source text', () => {
  test.each<[string, string]>([
    ['18 digits', '216196257331370454'],
    ['20 digits, beyond any float', '99999999999999999999'],
    ['a leading zero', '0123'],
    ['zeros', '000'],
  ])('a customer id of %s', async (_, id) => {
    const target = await readOne(
      `- {provider: zscaler-zpa, customer-id: ${id}, client-id-env: ZPA_ID, client-secret-env: ZPA_SECRET}`,
    );
    expect(target.scope).toBe(id);
  });

  test.each([
    '01234567890123456789012345678901',
    '0123e4560123e4560123e45601234567',
    '12345678901234567890123456789e99',
    '00000000000000000000000000000000',
  ])('an account id that looks like a number: %s', async (id) => {
    for (const head of ['', '%YAML 1.1\n---\n']) {
      const text = `${head}- {provider: cloudflare-gateway, account-id: ${id}, api-token-env: CF_TOKEN, name: 0x1F, owner: 1e3, runbook: http://a.example/0o17}`;
      expect(await readOne(text)).toMatchObject({ scope: id, name: '0x1F', owner: '1e3' });
    }
  });

  test('without half characters, which no address could hold', async () => {
    const text = `[{"provider":"zscaler-zpa","customer-id":"1","client-id-env":"ZPA_ID","client-secret-env":"ZPA_SECRET","search":"name EQ \\ud83d","owner":"\\ud83d\\udd11"}]`;
    expect(await readOne(text)).toMatchObject({ filter: { search: 'name EQ \ufffd' }, owner: '🔑' });
  });

  test('a number of JSON too', async () => {
    const text = `[{"provider":"zscaler-zpa","customer-id":216196257331370454,"page-size":20,"client-id-env":"ZPA_ID","client-secret-env":"ZPA_SECRET"}]`;
    expect(await readOne(text)).toMatchObject({ scope: '216196257331370454', pageSize: 20 });
  });

  test.each([
    ['no', 'no'],
    ['yes', 'yes'],
    ['2027-01-01', '2027-01-01'],
    ['!!str 007', '007'],
    ['true', 'true'],
  ])('an owner written %s', async (written, owner) => {
    const text = `- {provider: cloudflare-gateway, account-id: ${ACCOUNT}, api-token-env: CF_TOKEN, owner: ${written}}`;
    expect((await readOne(text)).owner).toBe(owner);
  });
});
