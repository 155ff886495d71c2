import { describe, expect, test } from '@jest/globals';
import { holds } from '../support/expressions.ts';
import { readWorkflow } from '../support/workflow.ts';
import { type RunStart, runWorkflow } from '../support/workflow-run.ts';

const workflow = readWorkflow('.github', 'workflows', 'rotate.yml');
const ALL = 'plan,stage,promote,retire';
const GATEWAY = { provider: 'cloudflare-gateway', 'account-id': 'a1' };

/** A run in which the jobs' steps tell these next phases, in their order. */
function runJobs(
  next: readonly string[],
  { phases = ALL, ...more }: { phases?: string; fails?: string; cancelAfter?: string } = {},
) {
  const told = [...next];
  return runWorkflow(workflow, {
    inputs: { ...GATEWAY, phases },
    act: (job) => ({
      outputs: { 'next-phase': told.shift() ?? '', 'rotation-state': `after ${job}` },
      failed: job === more.fails,
    }),
    ...(more.cancelAfter === undefined ? {} : { cancelAfter: more.cancelAfter }),
  });
}

describe('which jobs of rotate.yml run', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ['nothing is due, or something waits', ['none'], ['plan']],
    ['a successor is needed, and then soaks', ['stage', 'none'], ['plan', 'stage']],
    [
      'everything can be done at once',
      ['stage', 'promote', 'retire', 'none'],
      ['plan', 'stage', 'promote', 'retire'],
    ],
    ['the promote overlaps', ['stage', 'promote', 'none'], ['plan', 'stage', 'promote']],
    ['a successor has soaked', ['promote', 'none'], ['plan', 'promote']],
    ['a promote makes its successor itself', ['promote', 'retire', 'none'], ['plan', 'promote', 'retire']],
    ['only the old one is left', ['retire', 'none'], ['plan', 'retire']],
    ['a phase is still under way after its job', ['promote', 'promote'], ['plan', 'promote']],
    ['somebody undoes the stage', ['stage', 'stage'], ['plan', 'stage']],
    ['the successor is lost in the promote', ['promote', 'stage'], ['plan', 'promote']],
  ])('%s: %j', async (_case, next, ran) => {
    expect((await runJobs(next)).ran).toEqual(ran);
  });

  test.each<[string, readonly string[], readonly string[]]>([
    ['plan', ['stage'], ['plan']],
    ['plan', ['promote'], ['plan']],
    ['plan', ['retire'], ['plan']],
    ['plan,stage', ['stage', 'promote'], ['plan', 'stage']],
    ['plan,stage,promote', ['promote', 'retire'], ['plan', 'promote']],
    ['plan,stage,retire', ['stage', 'promote'], ['plan', 'stage']],
    ['plan,stage,retire', ['promote'], ['plan']],
    ['plan,stage,retire', ['retire', 'none'], ['plan', 'retire']],
    ['promote', ['promote', 'none'], ['plan', 'promote']],
  ])('with phases %s and next %j: %j', async (phases, next, ran) => {
    expect((await runJobs(next, { phases })).ran).toEqual(ran);
  });

  test.each<[string, readonly string[], readonly string[]]>([
    ['plan', ['stage'], ['plan']],
    ['plan', ['promote'], ['plan']],
    ['plan', ['retire'], ['plan']],
    ['stage', ['stage', 'promote'], ['plan', 'stage']],
    ['stage', ['stage', 'retire'], ['plan', 'stage']],
    ['promote', ['promote', 'retire'], ['plan', 'promote']],
  ])('none after a %s that failed, whatever it says: %j', async (fails, next, ran) => {
    expect((await runJobs(next, { fails })).ran).toEqual(ran);
  });

  test.each([
    ['plan', ['stage'], ['plan']],
    ['plan', ['promote'], ['plan']],
    ['plan', ['retire'], ['plan']],
    ['promote', ['promote', 'retire'], ['plan', 'promote']],
  ])('none once the run is cancelled, after %s', async (cancelAfter, next, ran) => {
    expect((await runJobs(next, { cancelAfter })).ran).toEqual(ran);
  });

  test('the last job that ran says where the rotation stands', async () => {
    const states = async (next: readonly string[]) => {
      const { outputs } = await runJobs(next);
      return [outputs['rotation-state'], outputs['next-phase'], outputs.changed];
    };
    expect(await states(['none'])).toEqual(['after plan', 'none', 'false']);
    expect(await states(['stage', 'none'])).toEqual(['after stage', 'none', 'false']);
    expect(await states(['retire', 'none'])).toEqual(['after retire', 'none', 'false']);
    expect(await states(['stage', 'promote', 'retire', 'none'])).toEqual(['after retire', 'none', 'false']);
  });
});

describe('what the jobs of rotate.yml are given', () => {
  const runAll = async (inputs: RunStart['inputs']) => {
    const { jobs } = await runWorkflow(workflow, {
      inputs: { ...GATEWAY, phases: ALL, ...inputs },
      secrets: { api_token: 'the token' },
      act: (job) => ({
        outputs: {
          'next-phase': { plan: 'stage', stage: 'promote', promote: 'retire' }[job] ?? 'none',
          'plan-digest': job === 'plan' ? 'approved' : 'other',
        },
      }),
    });
    return Object.entries(jobs).map(([job, facts]) => ({ job, ...facts }));
  };

  test('only one phase each; promote and retire go by the plan that was approved', async () => {
    const jobs = await runAll({});
    expect(jobs.map(({ job, given }) => [job, given.phases, given['expect-plan']])).toEqual([
      ['plan', 'plan', undefined],
      ['stage', 'stage', undefined],
      ['promote', 'promote', 'approved'],
      ['retire', 'retire', 'approved'],
    ]);
  });

  const both = { 'promote-environment': 'go live', 'retire-environment': 'clean up' };

  test('the gates that they stand behind; the plan sees to those that this run may come to', async () => {
    const gates = async (inputs: RunStart['inputs']) =>
      (await runAll(inputs)).map(({ given: { 'gate-environments': names = '' } }) =>
        names.split(',').flatMap((name) => (name.trim() === '' ? [] : [name.trim()])),
      );
    expect(await gates(both)).toEqual([['go live', 'clean up'], [], ['go live'], ['clean up']]);
    expect(await gates({ 'promote-environment': 'go live' })).toEqual([['go live'], [], ['go live'], []]);
    expect(await gates({ ...both, phases: 'plan,stage,retire' })).toEqual([['clean up'], []]);
    expect(await gates({ ...both, phases: 'plan' })).toEqual([[]]);
    expect(await gates({})).toEqual([[], [], [], []]);
  });

  test('environments: the two gates where they are named, else the one of the secrets, else none', async () => {
    const environments = async (inputs: RunStart['inputs']) =>
      (await runAll(inputs)).map(({ environment }) => environment);
    expect(await environments({})).toEqual(['', '', '', '']);
    expect(await environments({ environment: 'e' })).toEqual(['e', 'e', 'e', 'e']);
    expect(await environments(both)).toEqual(['', '', 'go live', 'clean up']);
    expect(await environments({ ...both, environment: 'e' })).toEqual(['e', 'e', 'go live', 'clean up']);
  });

  test('one queue for all that act in a scope; the plan stands in none', async () => {
    const groups = async (inputs: RunStart['inputs']) =>
      (await runAll(inputs)).map(({ concurrencyGroup }) => concurrencyGroup);
    const gateway = 'certops-cloudflare-gateway-a1';
    expect(await groups({})).toEqual(['', gateway, gateway, gateway]);
    const [, zone] = await groups({ provider: 'cloudflare-client', 'account-id': '', 'zone-id': 'z1' });
    expect(zone).toBe('certops-cloudflare-client-z1');
    const [, tenant] = await groups({ provider: 'zscaler-zpa', 'account-id': '', 'customer-id': '7' });
    expect(tenant).toBe('certops-zscaler-zpa-7');
  });

  test('the same of everything else, so that the plan stays the same', async () => {
    const jobs = await runAll({ 'validity-days': 365, 'allow-ungated': true, soak: '0s' });
    const rest = jobs.map(
      ({ given: { phases: _phases, 'expect-plan': _expected, 'gate-environments': _gates, ...same } }) =>
        same,
    );
    expect(rest).toEqual(
      Array(4).fill({
        operation: 'rotate',
        provider: 'cloudflare-gateway',
        'account-id': 'a1',
        'api-token': 'the token',
        'validity-days': '365',
        'allow-ungated': 'true',
        'allow-untrusted-chain': 'false',
        soak: '0s',
      }),
    );
  });

  test.each([
    ['', '', false],
    ['certificates/portal.pem', '', true],
    ['-----BEGIN CERTIFICATE-----\nA', '', false],
    ['-----BEGIN CERTIFICATE-----\nA', 'certificates/chain.pem', true],
  ])('certificate %j and chain %j: files are checked out: %j', (certificate, chain, isCheckedOut) => {
    const checkout = workflow.jobs.stage?.steps?.find(({ uses }) => uses?.startsWith('actions/checkout@'));
    const status = { success: true, failure: false, cancelled: false };
    expect(holds(checkout?.if, { inputs: { certificate, chain } }, status)).toBe(isCheckedOut);
  });
});
