import { describe, expect, test } from '@jest/globals';
import { InputError } from '../../src/interface/input-error.ts';
import type { Environment, RawInputs } from '../../src/interface/raw-inputs.ts';
import { readRequest } from '../../src/interface/request.ts';

const ACCOUNT = '0123456789abcdef0123456789abcdef';
const TOKEN = 'cfut_abcdefghijklmnopqrstuvwxyz0123456789AB';
const FINGERPRINT = Array.from({ length: 32 }, (_, index) => (index + 1).toString(16).toUpperCase()).join(
  ':',
);
const PADDED = FINGERPRINT.split(':')
  .map((octet) => octet.padStart(2, '0'))
  .join(':');

const complete: RawInputs = {
  operation: 'list',
  provider: 'cloudflare-gateway',
  'account-id': ACCOUNT,
  'api-token': TOKEN,
};

function read(changes: RawInputs, environment: Environment = {}) {
  return readRequest({ ...complete, ...changes }, environment);
}

function problemsOf(changes: RawInputs, environment: Environment = {}) {
  try {
    read(changes, environment);
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
  return [];
}

describe('a request is complete', () => {
  test('with every default of action.yml where nothing else is given', () => {
    expect(read({})).toEqual({
      operation: 'list',
      provider: 'cloudflare-gateway',
      scope: ACCOUNT,
      apiUrl: null,
      credentials: { scheme: 'cloudflare-token', token: TOKEN, from: 'inputs' },
      dryRun: false,
      force: false,
      selector: null,
      filter: { statuses: [], inUse: null, search: null },
      validityDays: null,
      material: {
        csr: null,
        subject: null,
        keyAlgorithm: 'ecdsa-p256',
        certificate: null,
        privateKey: null,
        chain: null,
        allowUntrustedChain: false,
      },
      changes: { name: null, description: null },
      microtenantId: null,
      view: 'all',
      pageSize: null,
      gate: { failWithin: null, warnWithin: null, failJob: true, onEmpty: 'fail' },
      waiting: { wait: true, waitFor: null, timeoutMilliseconds: 600_000, intervalMilliseconds: 3000 },
      transport: {
        requestTimeoutMilliseconds: 30_000,
        maxRetries: 4,
        retryDelayMilliseconds: 1000,
        concurrency: 8,
      },
      summary: true,
    });
  });

  test('with a list of statuses in any separation, and the old word for one', () => {
    expect(read({ status: 'inactive, pending_deployment\nactive' }).filter.statuses).toEqual([
      'inactive',
      'pending_deployment',
      'available',
    ]);
  });

  test('with a fingerprint brought into its one form', () => {
    expect(read({ operation: 'get', fingerprint: FINGERPRINT.toLowerCase() }).selector).toEqual({
      by: 'fingerprint',
      value: PADDED,
    });
  });

  test.each(['true', 'True', 'TRUE'])('with a boolean written %s', (text) => {
    expect(read({ operation: 'delete', 'certificate-id': 'x', force: text }).force).toBe(true);
  });

  test('with the token that the runner gives every step by default', () => {
    expect(read({ 'github-token': 'ghs_abcdefghijklmnop' }).operation).toBe('list');
  });

  test('with the account id and token of the environment where the inputs are empty', () => {
    const request = readRequest(
      { operation: 'list', provider: 'cloudflare-gateway' },
      { CLOUDFLARE_ACCOUNT_ID: ACCOUNT, CLOUDFLARE_API_TOKEN: `${TOKEN}\n` },
    );
    expect(request.scope).toBe(ACCOUNT);
    expect(request.credentials).toEqual({ scheme: 'cloudflare-token', token: TOKEN, from: 'environment' });
  });
});

describe('credentials come one whole scheme at a time', () => {
  const key = '0123456789abcdef0123456789abcdef01234';
  const inputs = { 'api-token': '', 'api-email': 'ops@example.com', 'api-key': key };

  test('e-mail and key of the inputs win over a token of the environment', () => {
    expect(read(inputs, { CLOUDFLARE_API_TOKEN: TOKEN }).credentials).toEqual({
      scheme: 'cloudflare-key',
      email: 'ops@example.com',
      key,
      from: 'inputs',
    });
  });

  test('a token of the environment wins over its key', () => {
    const environment = {
      CLOUDFLARE_API_TOKEN: TOKEN,
      CLOUDFLARE_EMAIL: 'ops@example.com',
      CLOUDFLARE_API_KEY: key,
    };
    expect(read({ 'api-token': '' }, environment).credentials.scheme).toBe('cloudflare-token');
  });

  test.each<[string, RawInputs, Environment, string, RegExp]>([
    [
      'two schemes',
      { 'api-email': 'ops@example.com', 'api-key': key },
      {},
      'api-token',
      /allowed is one scheme/,
    ],
    ['a token and an e-mail', { 'api-email': 'ops@example.com' }, {}, 'api-token', /one scheme/],
    [
      'a key without e-mail',
      { 'api-token': '', 'api-key': key },
      {},
      'api-email',
      /missing: api-key works only/,
    ],
    [
      'half a scheme is not completed from the environment',
      { 'api-token': '', 'api-key': key },
      { CLOUDFLARE_EMAIL: 'ops@example.com' },
      'api-email',
      /missing/,
    ],
    ['nothing', { 'api-token': '' }, {}, 'api-token', /missing.*secret is not visible/],
    ['a key given as token', { 'api-token': `cfk_${key}` }, {}, 'api-token', /Global API Key/],
    [
      'a token given as key',
      { 'api-token': '', 'api-email': 'ops@example.com', 'api-key': TOKEN },
      {},
      'api-key',
      /is an API token/,
    ],
    ['a token with Bearer', { 'api-token': `Bearer ${TOKEN}` }, {}, 'api-token', /blank|Bearer/],
    ['a cut token', { 'api-token': 'cfut_abc' }, {}, 'api-token', /only 8 characters/],
    [
      'a cut token of the environment',
      { 'api-token': '' },
      { CLOUDFLARE_API_TOKEN: 'abc' },
      'CLOUDFLARE_API_TOKEN',
      /only 3/,
    ],
  ])('refused: %s', (_, changes, environment, input, message) => {
    const problems = problemsOf(changes, environment);
    expect(problems.map((problem) => problem.input)).toContain(input);
    expect(problems.map((problem) => problem.message).join('\n')).toMatch(message);
  });

  test('no refusal shows a part of a secret', () => {
    const secret = 'sk-hunter2 hunter2-hunter2';
    for (const name of ['api-token', 'api-key']) {
      const problems = problemsOf({ 'api-token': '', 'api-email': 'ops@example.com', [name]: secret });
      expect(problems.length).toBeGreaterThan(0);
      expect(JSON.stringify(problems)).not.toContain('hunter2');
    }
  });
});

const client = { provider: 'cloudflare-client', 'account-id': '', 'zone-id': ACCOUNT };
const zpa = {
  provider: 'zscaler-zpa',
  'account-id': '',
  'api-token': '',
  'customer-id': '216196257331281920',
  'client-id': 'a',
  'client-secret': 'O2k:0vs#,x,0N9',
};

describe('each provider takes its own', () => {
  test('a client certificate is named by its common name', () => {
    expect(read({ ...client, operation: 'revoke', name: 'device-7' })).toMatchObject({
      scope: ACCOUNT,
      selector: { by: 'name', value: 'device-7' },
      pageSize: 50,
    });
  });

  test('in create and update the name is the new value', () => {
    const update = { ...zpa, operation: 'update', 'certificate-id': '216196257331370454', name: 'new' };
    expect(read(update)).toMatchObject({
      scope: '216196257331281920',
      selector: { by: 'certificate-id', value: '216196257331370454' },
      changes: { name: 'new', description: null },
      pageSize: 500,
    });
  });

  test('the scope comes from the vendor’s own variables', () => {
    const environment = { ZPA_CUSTOMER_ID: '42', ZPA_MICROTENANT_ID: '0' };
    expect(read({ ...zpa, 'customer-id': '' }, environment)).toMatchObject({
      scope: '42',
      microtenantId: '0',
    });
    expect(read({ ...client, 'zone-id': '' }, { CLOUDFLARE_ZONE_ID: ACCOUNT })).toMatchObject({
      scope: ACCOUNT,
    });
  });

  test.each<[RawInputs, string, RegExp]>([
    [{ ...client, 'zone-id': '' }, 'zone-id', /missing; cloudflare-client needs it/],
    [{ ...client, operation: 'delete', name: 'x' }, 'operation', /cannot 'delete', use 'revoke'/],
    [{ ...client, operation: 'activate', name: 'x' }, 'operation', /use 'reactivate'/],
    [{ operation: 'revoke', 'certificate-id': 'x' }, 'operation', /use 'deactivate', then 'delete'/],
    [{ ...client, operation: 'create', csr: 'x' }, 'validity-days', /missing/],
    [
      { ...client, operation: 'create', 'validity-days': '9' },
      'csr',
      /missing; give a signing request, or a subject/,
    ],
    [
      { ...client, operation: 'create', 'validity-days': '9', csr: 'x', subject: 'CN=x' },
      'subject',
      /together with csr/,
    ],
    [{ ...client, 'page-size': '51' }, 'page-size', /allowed with cloudflare-client: 5 to 50/],
    [{ ...client, 'in-use': 'true' }, 'in-use', /no effect with provider 'cloudflare-client'/],
    [
      { ...client, operation: 'get', name: 'x', fingerprint: FINGERPRINT },
      'certificate-id',
      /fingerprint and name/,
    ],
    [{ operation: 'get', name: 'x' }, 'name', /no effect with provider 'cloudflare-gateway'/],
    [{ ...zpa, 'api-token': TOKEN }, 'api-token', /no effect with provider 'zscaler-zpa'/],
    [{ ...zpa, 'customer-id': '12a' }, 'customer-id', /digits only/],
    [{ ...zpa, operation: 'create', name: 'x' }, 'certificate', /missing/],
    [{ ...zpa, operation: 'update', 'certificate-id': '1' }, 'name', /a new name or a new description/],
    [{ ...zpa, operation: 'update', name: 'x' }, 'certificate-id', /give certificate-id or fingerprint \(/],
    [{ ...zpa, view: 'mine' }, 'view', /allowed: all, issued, clientless-issued/],
    [{ ...zpa, cloud: 'MOON' }, 'cloud', /legacy sign-in/],
  ])('%p', (changes, input, message) => {
    const problems = problemsOf(changes);
    expect(problems.map((problem) => problem.input)).toContain(input);
    expect(problems.map((problem) => problem.message).join('\n')).toMatch(message);
  });
});

describe('bad input is refused, naming the input, what is allowed and how to mend it', () => {
  test.each<[RawInputs, string, RegExp]>([
    [{ operation: 'lst' }, 'operation', /given "lst"; allowed: list, get, .*did you mean list\?/],
    [{ operation: '' }, 'operation', /missing; allowed: list/],
    [
      { provider: 'aws' },
      'provider',
      /given "aws"; allowed: cloudflare-gateway, cloudflare-client, zscaler-zpa/,
    ],
    [{ 'account-id': 'ACME' }, 'account-id', /32 lower-case hex/],
    [{ 'account-id': '' }, 'account-id', /missing; cloudflare-gateway needs it/],
    [{ 'fail-witin': '30' }, 'fail-witin', /no such input; did you mean fail-within\?/],
    [{ 'fail-within': '30x' }, 'fail-within', /given "30x"; allowed: whole days/],
    [{ 'fail-within': '-3' }, 'fail-within', /allowed/],
    [{ 'fail-within': '0%' }, 'fail-within', /1% to 100%/],
    [{ 'fail-within': '30d 12h' }, 'fail-within', /two durations/],
    [{ 'fail-within': '30', 'warn-within': '7' }, 'warn-within', /narrower than fail-within.*swapped/],
    [{ 'fail-job': 'no' }, 'fail-job', /given "no"; allowed: true, false/],
    [{ 'on-empty': 'pass' }, 'on-empty', /allowed: fail, warn, ignore/],
    [{ status: 'inactive gone' }, 'status', /given "gone"; allowed: inactive, pending_deployment/],
    [{ 'wait-timeout': '5' }, 'wait-timeout', /a duration such as 200ms/],
    [{ 'max-retries': '1e3' }, 'max-retries', /a whole number from 0 to 20/],
    [{ concurrency: '0' }, 'concurrency', /from 1 to 32/],
    [{ 'validity-days': '30' }, 'validity-days', /no effect with operation 'list', only with create/],
    [{ operation: 'create', 'validity-days': '10951' }, 'validity-days', /from 1 to 10950/],
    [{ operation: 'get' }, 'certificate-id', /missing; operation 'get' needs to know which/],
    [
      { operation: 'get', 'certificate-id': 'a', fingerprint: FINGERPRINT },
      'certificate-id',
      /together with fingerprint/,
    ],
    [{ operation: 'get', 'certificate-id': '../x' }, 'certificate-id', /letters, digits and hyphens/],
    [{ operation: 'get', fingerprint: 'AB:CD' }, 'fingerprint', /32 octets/],
    [{ operation: 'get', 'certificate-id': 'a', 'wait-for': 'done' }, 'wait-for', /allowed: inactive/],
    [{ 'api-url': 'http://example.com' }, 'api-url', /http only on loopback.*unencrypted to example.com/],
    [{ 'api-url': 'https://user:pw@example.com' }, 'api-url', /remove the user name and password/],
    [{ 'api-url': 'https://example.com/client/v4' }, 'api-url', /remove everything after the host/],
    [{ 'api-url': 'ftp://127.0.0.1' }, 'api-url', /an https URL/],
    [{ 'api-url': 'http://127.0.0.1.example.com' }, 'api-url', /unencrypted/],
  ])('%p', (changes, input, message) => {
    const problems = problemsOf(changes);
    expect(problems.map((problem) => problem.input)).toEqual([input]);
    expect(problems[0]?.message).toMatch(message);
  });

  test('every problem is told at once', () => {
    expect(
      problemsOf({ operation: 'lst', 'fail-within': 'x', foo: '1' })
        .map(({ input }) => input)
        .sort(),
    ).toEqual(['fail-within', 'foo', 'operation']);
  });

  test.each([
    'http://localhost:4010',
    'http://[::1]:4010',
    'http://127.8.0.1',
    'https://api.example.com:8443',
  ])('api-url %s is taken', (url) => {
    expect(read({ 'api-url': url }).apiUrl?.origin).toBe(url);
  });
});
