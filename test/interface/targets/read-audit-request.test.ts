import { describe, expect, test } from '@jest/globals';
import type { Environment, RawInputs } from '../../../src/interface/raw-inputs.ts';
import { readAuditRequest } from '../../../src/interface/targets/read-audit-request.ts';
import {
  ACCOUNT,
  buildTarget,
  CREDENTIALS,
  CUSTOMER,
  FILE,
  readFromFile,
  readInline,
  readInputs,
  TOKEN,
  writeTarget,
} from './scene.ts';

const GITHUB_TOKEN = 'ghs_abcdefghijklmnop';
const store = { provider: 'cloudflare-gateway', 'account-id': ACCOUNT, 'api-token': TOKEN };
const target = writeTarget(buildTarget('gateway'));

describe('an audit of one store', () => {
  test('has every default of action.yml', async () => {
    const { request } = await readInputs(store);
    expect(request).toEqual({
      targets: [
        {
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
        },
      ],
      failJob: true,
      onEmpty: 'fail',
      validateOnly: false,
      reportFormats: ['html', 'json'],
      reportDirectory: null,
      issue: null,
      transport: {
        requestTimeoutMilliseconds: 30_000,
        maxRetries: 4,
        retryDelayMilliseconds: 1000,
        concurrency: 8,
      },
      summary: true,
    });
  });

  test('says what it is given', async () => {
    const { request } = await readInputs({
      ...store,
      status: 'active',
      'in-use': 'true',
      'fail-within': '10d',
      'warn-within': '33%',
      'api-url': 'http://127.0.0.1:4010',
      'fail-job': 'false',
      'on-empty': 'ignore',
      'report-formats': 'csv sarif',
      'report-directory': 'reports',
      summary: 'false',
      concurrency: '2',
    });
    expect(request).toMatchObject({
      targets: [
        {
          filter: { statuses: ['available'], inUse: true, search: null },
          failWithin: { milliseconds: 864_000_000, percent: null },
          warnWithin: { milliseconds: null, percent: 33 },
          apiUrl: new URL('http://127.0.0.1:4010'),
        },
      ],
      failJob: false,
      onEmpty: 'ignore',
      reportFormats: ['csv', 'sarif'],
      reportDirectory: 'reports',
      summary: false,
      transport: { concurrency: 2 },
    });
  });

  test('takes scope, microtenant and credential from the vendor’s own variables', async () => {
    const { request, kept } = await readInputs(
      { provider: 'zscaler-zpa' },
      {
        environment: {
          ZPA_CUSTOMER_ID: CUSTOMER,
          ZPA_MICROTENANT_ID: '7',
          ZPA_CLIENT_ID: 'some-client-id',
          ZPA_CLIENT_SECRET: 'some-client-secret',
        },
      },
    );
    expect(request?.targets).toMatchObject([
      {
        name: `zscaler-zpa ${CUSTOMER} microtenant 7`,
        microtenantId: '7',
        credentials: { from: 'environment' },
      },
    ]);
    expect(kept).toEqual(['some-client-secret']);
  });

  test('reads a private key from its file, and keeps the key secret', async () => {
    const pem =
      '-----BEGIN PRIVATE KEY-----\nMIIBVgIBADANBgkqhkiG9w0BAQEFAASCAUAwggE8\n-----END PRIVATE KEY-----';
    const { request, kept } = await readInputs(
      {
        provider: 'zscaler-zpa',
        'customer-id': CUSTOMER,
        'vanity-domain': 'acme',
        'client-id': 'a',
        'client-private-key': 'zpa.pem',
      },
      { files: { 'zpa.pem': `${pem}\n` } },
    );
    expect(request?.targets[0]?.credentials).toMatchObject({ privateKey: pem });
    expect(kept).toEqual([pem]);
  });

  test.each<[string, RawInputs, string, RegExp]>([
    [
      'no provider',
      { provider: '' },
      'provider',
      /missing; allowed: cloudflare-gateway.*or give targets or targets-file/,
    ],
    ['an unknown provider', { provider: 'aws' }, 'provider', /given "aws"; allowed/],
    ['no scope', { 'account-id': '' }, 'account-id', /missing; cloudflare-gateway needs it/],
    ['a wrong scope', { 'account-id': 'ACME' }, 'account-id', /given "ACME"/],
    ['no credential', { 'api-token': '' }, 'api-token', /missing\. Give api-token/],
    ['a filter of another provider', { search: 'x' }, 'search', /no effect with provider/],
    ['an unknown status', { status: 'gone' }, 'status', /allowed: inactive/],
    [
      'an input of another operation',
      { 'certificate-id': 'x' },
      'certificate-id',
      /no effect with operation 'audit'/,
    ],
    ['an unknown input', { 'fail-witin': '3' }, 'fail-witin', /did you mean fail-within/],
    [
      'an input called constructor',
      { constructor: 'x' } as unknown as RawInputs,
      'constructor',
      /no such input/,
    ],
    ['swapped thresholds', { 'fail-within': '30', 'warn-within': '7' }, 'warn-within', /swapped/],
    ['a report format', { 'report-formats': 'pdf' }, 'report-formats', /allowed: html, json/],
    [
      'credentials that nothing names',
      { credentials: 'A: b' },
      'credentials',
      /has an effect only with targets or targets-file/,
    ],
    [
      'a dry run that would change an issue',
      { 'dry-run': 'true', issue: 'true', 'github-token': GITHUB_TOKEN },
      'dry-run',
      /together with issue, which is the one thing that an audit changes/,
    ],
    [
      'an issue without a token',
      { issue: 'true', 'github-token': '' },
      'github-token',
      /missing; 'issue: true' needs it/,
    ],
  ])('is refused: %s', async (_, changes, input, message) => {
    const { problems } = await readInputs({ ...store, ...changes });
    expect(problems.map((problem) => [problem.input, problem.message])).toEqual([
      [input, expect.stringMatching(message)],
    ]);
  });

  test.each<[string, RawInputs, Environment]>([
    ['nothing but the store', { ...store, 'api-token': '' }, {}],
    [
      'the half of a credential that is no secret',
      { ...store, 'api-token': '', 'api-email': 'ops@example.com' },
      {},
    ],
    [
      'a client id',
      { provider: 'zscaler-zpa', 'customer-id': CUSTOMER, 'client-id': 'a', cloud: 'BETA' },
      {},
    ],
    ['a scope of the environment', { provider: 'cloudflare-gateway' }, { CLOUDFLARE_ACCOUNT_ID: ACCOUNT }],
  ])('can be validated with %s', async (_, inputs, environment) => {
    const { request, error } = await readInputs({ ...inputs, 'validate-only': 'true' }, { environment });
    expect(error).toBe('');
    expect(request?.targets).toMatchObject([{ credentials: null }]);
  });

  test('another operation is not read', async () => {
    await expect(
      readAuditRequest(
        { operation: 'list' },
        { environment: {}, readFile: async () => '', keepSecret: () => {} },
      ),
    ).rejects.toThrow(TypeError);
  });
});

describe('where the targets come from', () => {
  test('both the input and a file', async () => {
    const { problems } = await readInputs(
      { targets: target, 'targets-file': FILE, credentials: CREDENTIALS },
      { files: { [FILE]: target } },
    );
    expect(problems.map(({ input, message }) => [input, message])).toEqual([
      ['targets-file', 'given together with targets; allowed is one of the two. Remove one'],
    ]);
  });

  test('a file that cannot be read', async () => {
    const { problems, kept } = await readInputs({ 'targets-file': 'nowhere.yml', credentials: CREDENTIALS });
    expect(problems.map(({ input, message }) => [input, message])).toEqual([
      [
        'targets-file',
        expect.stringMatching(
          /given "nowhere\.yml", which is no file that can be read \(ENOENT\).*actions\/checkout/,
        ),
      ],
    ]);
    expect(kept).toContain(TOKEN);
  });

  test.each<[string, string, RegExp]>([
    ['provider', 'zscaler-zpa', /give provider in the targets/],
    ['account-id', ACCOUNT, /give account-id/],
    ['zone-id', ACCOUNT, /give zone-id/],
    ['customer-id', CUSTOMER, /give customer-id/],
    ['microtenant-id', '0', /give microtenant-id/],
    ['cloud', 'BETA', /give cloud/],
    ['vanity-domain', 'acme', /give vanity-domain/],
    ['api-token', TOKEN, /give api-token-env/],
    ['api-email', 'ops@example.com', /give api-email-env/],
    ['api-key', TOKEN, /give api-key-env/],
    ['client-id', 'x', /give client-id-env/],
    ['client-secret', TOKEN, /give client-secret-env/],
    ['client-private-key', 'x.pem', /give client-private-key-env/],
    ['status', 'available', /give statuses/],
    ['in-use', 'true', /give only-in-use/],
    ['search', 'x', /give search/],
    ['page-size', '50', /give page-size/],
    ['view', 'issued', /give view/],
  ])('%s beside targets has no effect, and is refused', async (input, value, message) => {
    for (const read of [readInline, readFromFile]) {
      const { problems } = await read(target, { credentials: CREDENTIALS, [input]: value });
      expect(problems.map((problem) => [problem.input, problem.message])).toEqual([
        [input, expect.stringMatching(/^has no effect beside targets: each target says for itself/)],
      ]);
      expect(problems[0]?.message).toMatch(message);
    }
  });

  test('an input of another operation is refused there too', async () => {
    const { problems } = await readInline(target, { credentials: CREDENTIALS, 'validity-days': '3' });
    expect(problems.map(({ input }) => input)).toEqual(['validity-days']);
  });

  test('every default of action.yml given as such is none', async () => {
    const { error } = await readInline(target, { credentials: CREDENTIALS, view: 'all', 'fail-job': 'true' });
    expect(error).toBe('');
  });
});

describe('the issue', () => {
  const inputs = {
    ...store,
    issue: 'true',
    'issue-key': 'nightly',
    'issue-labels': 'expiry, needs care',
    'issue-assignees': 'ana, bo',
    'github-token': GITHUB_TOKEN,
  };

  test('is as the inputs say, and its token is kept secret', async () => {
    const { request, kept } = await readInputs(inputs);
    expect(request?.issue).toEqual({
      key: 'nightly',
      labels: ['expiry', 'needs care'],
      assignees: ['ana', 'bo'],
      token: GITHUB_TOKEN,
    });
    expect(kept).toEqual([TOKEN, GITHUB_TOKEN]);
  });

  test('is none where it is switched off, or only validated, whatever else is given', async () => {
    const without = await readInputs({ ...inputs, issue: 'false' });
    expect(without.request?.issue).toBeNull();
    expect(without.kept).toEqual([TOKEN]);
    expect(
      (await readInputs({ ...inputs, 'validate-only': 'true', 'github-token': '' })).request?.issue,
    ).toBeNull();
  });
});

test('nothing is masked but secrets: no whole text, no name, no id', async () => {
  const { kept } = await readInline(
    JSON.stringify([
      buildTarget('gateway', { name: 'a-name-of-some-length', owner: 'platform-team' }),
      buildTarget('zpa', { 'client-id-env': null, 'client-id': 'a-client-id-in-the-text' }),
    ]),
    { credentials: 'ZPA_SECRET: some-client-secret\nSHORT: abc' },
    { CF_TOKEN: TOKEN, UNRELATED: 'another-secret' },
  );
  expect(kept).toEqual(['some-client-secret', TOKEN]);
});
