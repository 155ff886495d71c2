import { describe, expect, test } from '@jest/globals';
import { InputError } from '../../src/interface/input-error.ts';
import { defaultOf } from '../../src/interface/inputs.ts';
import type { RawInputs } from '../../src/interface/raw-inputs.ts';
import { readRotationRequest } from '../../src/interface/rotation-request.ts';

const DAY = 24 * 60 * 60 * 1000;
const DIGEST = 'a'.repeat(64);

const complete: RawInputs = {
  operation: 'rotate',
  provider: 'cloudflare-gateway',
  'account-id': '0123456789abcdef0123456789abcdef',
  'api-token': 'cfut_abcdefghijklmnopqrstuvwxyz0123456789AB',
};

const read = (changes: RawInputs = {}) => readRotationRequest({ ...complete, ...changes }, {});

function problemsOf(changes: RawInputs): readonly string[] {
  try {
    read(changes);
  } catch (error) {
    if (error instanceof InputError)
      return error.problems.map(({ input, message }) => `${input}: ${message}`);
    throw error;
  }
  return [];
}

describe('a rotation', () => {
  test('only plans where nothing else is asked for, with the delays of its provider', () => {
    const { store, ...rotation } = read();
    expect(rotation).toEqual({
      phases: ['plan'],
      rotateWithin: null,
      soakMilliseconds: DAY,
      overlapMilliseconds: 7 * DAY,
      retireBy: 'delete',
      successor: null,
      expectedPlan: null,
      githubToken: '',
      gateEnvironments: [],
      allowUngated: false,
      lineageName: null,
      verifyHosts: [],
      secret: null,
    });
    expect(store).toMatchObject({ provider: 'cloudflare-gateway', dryRun: false, validityDays: null });
  });

  test('takes everything as it is given', () => {
    const given = read({
      phases: 'plan, stage\npromote retire',
      'rotate-within': '90d 20%',
      soak: '0s',
      overlap: '12h',
      'retire-by': 'deactivate',
      'successor-id': 'new',
      'expect-plan': DIGEST,
      'validity-days': '900',
      'github-token': 'ghs_token',
    });
    expect(given).toMatchObject({
      phases: ['plan', 'stage', 'promote', 'retire'],
      rotateWithin: { milliseconds: 90 * DAY, percent: 20 },
      soakMilliseconds: 0,
      overlapMilliseconds: DAY / 2,
      retireBy: 'deactivate',
      successor: { by: 'new' },
      expectedPlan: DIGEST,
      githubToken: 'ghs_token',
      store: { validityDays: 900 },
    });
    expect(read({ 'successor-id': 'ab1e0000-0000-4000-8000-000000000002' }).successor).toEqual({
      by: 'id',
      id: 'ab1e0000-0000-4000-8000-000000000002',
    });
  });

  test('has no GitHub token where the default of action.yml was not filled in', () => {
    expect(read({ 'github-token': String(defaultOf('github-token')) }).githubToken).toBe('');
  });

  test.each<[string, RawInputs, RegExp]>([
    [
      'an unknown phase',
      { phases: 'plan,stag' },
      /^phases: given "plan,stag"; allowed: plan, stage, promote, retire, in this order; did you mean stage\?$/,
    ],
    ['phases out of order', { phases: 'retire, stage' }, /^phases: .*in this order, each once$/],
    ['a phase twice', { phases: 'stage stage' }, /^phases: .*each once$/],
    ['a soak that cannot be read', { soak: 'a day' }, /^soak: given "a day"; allowed: a duration such as/],
    ['a soak without end', { soak: '999d' }, /^soak: .*to 90d$/],
    ['an overlap that cannot be read', { overlap: '-1d' }, /^overlap: given "-1d"/],
    ['a threshold that cannot be read', { 'rotate-within': 'soon' }, /^rotate-within: given "soon"/],
    [
      'a way that its provider lacks',
      { 'retire-by': 'revoke' },
      /^retire-by: given "revoke"; allowed with cloudflare-gateway: delete, deactivate, keep$/,
    ],
    [
      'an unknown way',
      { 'retire-by': 'burn' },
      /^retire-by: given "burn"; allowed: delete, deactivate, revoke, keep$/,
    ],
    [
      'a digest that is none',
      { 'expect-plan': 'latest' },
      /^expect-plan: given "latest"; allowed: the output plan-digest/,
    ],
    [
      'a validity that Cloudflare does not know',
      { 'validity-days': '20000' },
      /^validity-days: given "20000"; allowed: a whole number from 1 to 10950$/,
    ],
    ['no waiting', { wait: 'false' }, /^wait: given "false", which has no effect with operation 'rotate'/],
    ['an expiry gate', { 'fail-within': '7d' }, /^fail-within: has no effect with operation 'rotate'/],
    ['a force', { force: 'true' }, /^force: has no effect with operation 'rotate'/],
    ['a certificate', { 'certificate-id': 'abc' }, /^certificate-id: has no effect with operation 'rotate'/],
  ])('with %s is refused', (_, changes, message) => {
    expect(problemsOf(changes)).toEqual([expect.stringMatching(message)]);
  });

  test('is told everything that is wrong at once', () => {
    const problems = problemsOf({ 'retire-by': 'revoke', wait: 'false', 'account-id': '' });
    expect(problems.map((problem) => problem.split(':')[0])).toEqual(['account-id', 'retire-by', 'wait']);
  });

  test.each<[string, RawInputs, string]>([
    ['an environment without a secret', { 'store-environment': 'x' }, 'no effect with provider'],
    ['hosts to verify', { 'verify-hosts': 'a.example.com' }, 'no effect with provider'],
    ['a name', { name: 'in-use' }, 'no effect with provider'],
  ])('of Gateway does not take %s', (_, inputs, said) => {
    expect(problemsOf(inputs)).toEqual([expect.stringContaining(said)]);
  });
});

describe('a rotation of client certificates', () => {
  const { 'account-id': _account, ...rest } = complete;
  const client: RawInputs = {
    ...rest,
    provider: 'cloudflare-client',
    'zone-id': '0123456789abcdef0123456789abcdef',
    name: 'device 7, of Example',
    'validity-days': '90',
  };
  const problemsWith = (changes: RawInputs) => {
    try {
      readRotationRequest({ ...client, ...changes }, {});
    } catch (error) {
      if (error instanceof InputError)
        return error.problems.map(({ input, message }) => `${input}: ${message}`);
      throw error;
    }
    return [];
  };

  test('keeps one common name alive, and its key in files where no secret is given', () => {
    expect(readRotationRequest(client, {})).toMatchObject({
      lineageName: 'device 7, of Example',
      soakMilliseconds: 0,
      overlapMilliseconds: 7 * DAY,
      retireBy: 'revoke',
      secret: null,
    });
  });

  test('keeps the key in the secret that is named', () => {
    const stored = readRotationRequest(
      {
        ...client,
        phases: 'promote',
        'store-secret': 'MTLS_BUNDLE',
        'store-environment': 'production',
        'store-repository': 'acme/api',
        'store-token': 'github_pat_x',
      },
      {},
    );
    expect(stored.secret).toEqual({
      secret: 'MTLS_BUNDLE',
      environment: 'production',
      repository: 'acme/api',
      token: 'github_pat_x',
    });
  });

  test('plans without the token of the secret', () => {
    expect(problemsWith({ 'store-secret': 'MTLS_BUNDLE' })).toEqual([]);
  });

  test.each<[string, RawInputs, RegExp]>([
    ['no name', { name: '' }, /^name: missing.*common name/],
    ['no validity', { 'validity-days': '' }, /^validity-days: missing/],
    [
      'a subject of another common name',
      { subject: 'CN=device 8,O=Example' },
      /^subject: has the common name "device 8".*"device 7, of Example"/,
    ],
    ['a subject without common name', { subject: 'O=Example' }, /^subject: has no common name/],
    ['a malformed subject', { subject: 'device 7' }, /^subject: The subject is malformed/],
    ['a soak', { soak: '1h' }, /^soak: has no effect with provider/],
    ['a successor that is there already', { 'successor-id': 'abc' }, /^successor-id: given "abc"; .*new/],
    ['a way to retire that is not its own', { 'retire-by': 'delete' }, /^retire-by: .*revoke, keep/],
    [
      'a secret without a token to promote',
      { 'store-secret': 'MTLS', phases: 'promote' },
      /^store-token: missing.*never write secrets/,
    ],
    ['a secret of GitHub itself', { 'store-secret': 'GITHUB_MTLS' }, /^store-secret: .*GITHUB_/],
    ['a secret with a blank', { 'store-secret': 'MY MTLS' }, /^store-secret: .*letters/],
    ['a repository without owner', { 'store-secret': 'A', 'store-repository': 'api' }, /owner\/name/],
    ['an environment of no secret', { 'store-environment': 'production' }, /without store-secret/],
  ])('is refused with %s', (_, changes, said) => {
    expect(problemsWith(changes)).toEqual([expect.stringMatching(said)]);
  });
});

describe('a rotation of ZPA certificates', () => {
  const zpa: RawInputs = {
    operation: 'rotate',
    provider: 'zscaler-zpa',
    'customer-id': '7',
    'client-id': 'id',
    'client-secret': 'a secret',
    name: 'portal.example.com',
  };

  test('takes hosts to verify, with a port and with where they are reached', () => {
    const hosts =
      'Portal.example.com, b.example.com:8443\nc.example.com:443=10.0.0.7:9443 d.example.com=[::1]:1';
    expect(readRotationRequest({ ...zpa, 'verify-hosts': hosts }, {})).toMatchObject({
      lineageName: 'portal.example.com',
      soakMilliseconds: 0,
      overlapMilliseconds: DAY,
      retireBy: 'delete',
      verifyHosts: [
        { host: 'portal.example.com', address: 'portal.example.com', port: 443 },
        { host: 'b.example.com', address: 'b.example.com', port: 8443 },
        { host: 'c.example.com', address: '10.0.0.7', port: 9443 },
        { host: 'd.example.com', address: '::1', port: 1 },
      ],
    });
  });

  test.each([
    'https://a.example.com',
    'a.example.com:0',
    'a.example.com:70000',
    'a=b=c',
    '-a.example.com',
    '[::1]',
  ])('refuses to verify %s', (host) => {
    expect(() => readRotationRequest({ ...zpa, 'verify-hosts': host }, {})).toThrow(
      /verify-hosts.*allowed: hosts as HOST/s,
    );
  });

  test('is refused without a name', () => {
    expect(() => readRotationRequest({ ...zpa, name: '' }, {})).toThrow(/name.*missing.*its name/s);
  });
});
