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

  test.each([
    ['cloudflare-client', { 'zone-id': complete['account-id'] ?? '' }, "'create', then 'revoke'"],
    [
      'zscaler-zpa',
      { 'customer-id': '7', 'client-id': 'id', 'client-secret': 'a secret' },
      "'create', and 'delete'",
    ],
  ])('of %s is refused, saying what to use', (provider, inputs, instead) => {
    const { 'account-id': _account, 'api-token': token = '', ...rest } = complete;
    const credential = provider === 'cloudflare-client' ? { 'api-token': token } : {};
    const problems = (() => {
      try {
        readRotationRequest({ ...rest, ...credential, ...inputs, provider }, {});
      } catch (error) {
        if (error instanceof InputError) return error.problems;
        throw error;
      }
      return [];
    })();
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toContain(`${provider} cannot 'rotate', use ${instead}`);
  });
});
