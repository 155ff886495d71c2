import { describe, expect, test } from '@jest/globals';
import { openGitHubWorld } from '../run/rotation/github-side.ts';
import { DAY, MINUTE, openWorld, type World } from '../run/rotation/world.ts';
import { reviewedBy, waiting } from '../support/github/environment-state.ts';
import { REPOSITORY } from '../support/github/world.ts';
import { readWorkflow } from '../support/workflow.ts';
import { type RunStart, runWorkflow } from '../support/workflow-run.ts';

const workflow = readWorkflow('.github', 'workflows', 'rotate.yml');
const ALL = 'plan,stage,promote,retire';
const GATEWAY = { provider: 'cloudflare-gateway', 'account-id': 'a1' };

/** A run of the workflow in a simulated account, every job being a run of the action. */
async function runIn(world: World, inputs: RunStart['inputs'] = {}) {
  const run = await runWorkflow(workflow, {
    inputs: { ...GATEWAY, phases: ALL, ...inputs },
    act: async (_job, { 'account-id': _account, ...given }) => {
      const { outputs, failure } = await world.live(given);
      return { outputs, failed: failure !== null };
    },
  });
  expect(Object.values(run.results)).not.toContain('failure');
  return run;
}

describe('rotate.yml on an account whose certificate is due', () => {
  test('takes it from due to retired in one run, where nothing has to wait', async () => {
    const world = await openWorld();
    const { ran, outputs, jobs } = await runIn(world, { soak: '0s', overlap: '0s' });
    expect(ran).toEqual(['plan', 'stage', 'promote', 'retire']);
    const [successor] = world.ownCreations;
    expect(outputs).toMatchObject({
      'rotation-state': 'retired',
      'next-phase': 'none',
      id: successor,
      changed: 'true',
      'plan-digest': jobs.retire?.given['expect-plan'],
    });
    expect(world.gateway().certificates.map(({ id, inUse }) => [id, inUse])).toEqual([[successor, true]]);
    expect(world.breaches).toEqual([]);
  });

  test('run daily, stages, soaks, promotes, overlaps and retires, each on its day', async () => {
    const world = await openWorld();
    const days: string[] = [];
    for (let day = 0; day <= 9; day += 1) {
      const { ran, outputs } = await runIn(world);
      days.push(`${ran.slice(1).join(' ') || '-'}: ${outputs['rotation-state']}`);
      await world.pass(DAY);
    }
    expect(days).toEqual([
      'stage: soaking',
      'promote: overlapping',
      ...Array(6).fill('-: overlapping'),
      'retire: retired',
      '-: not-due',
    ]);
    expect(world.breaches).toEqual([]);
  });

  test('waits for the release that may promote, however often the daily run comes', async () => {
    const world = await openWorld();
    const daily = { phases: 'plan,stage,retire' };
    const jobs: (readonly string[])[] = [];
    for (let day = 0; day < 4; day += 1) {
      jobs.push((await runIn(world, daily)).ran);
      await world.pass(DAY);
    }
    jobs.push((await runIn(world, { phases: 'plan,stage,promote' })).ran);
    await world.pass(8 * DAY);
    jobs.push((await runIn(world, daily)).ran);
    expect(jobs.map((ran) => ran.slice(1))).toEqual([['stage'], [], [], [], ['promote'], ['retire']]);
    expect(world.breaches).toEqual([]);
  });
});

describe('rotate.yml with the permissions that its jobs declare', () => {
  const tokenOf = (job: string) => `ghs_TokenOfTheJob${job}`;
  const tokens = Object.fromEntries(
    Object.entries(workflow.jobs).map(([job, { permissions = {} }]) => [tokenOf(job), { permissions }]),
  );
  const environments = [
    { name: 'go live', rules: [reviewedBy('octocat')] },
    { name: 'clean up', rules: [waiting(30)] },
    { name: 'mistyped' },
  ];
  const gates = { 'promote-environment': 'go live', 'retire-environment': 'clean up' };

  async function runOn(world: World, inputs: RunStart['inputs']) {
    return runWorkflow(workflow, {
      inputs: { ...GATEWAY, phases: ALL, ...inputs },
      act: async (job, { 'account-id': _account, ...given }) => {
        const { outputs, failure } = await world.live({ ...given, 'github-token': tokenOf(job) });
        return { outputs, failed: failure !== null };
      },
    });
  }
  const open = () =>
    openGitHubWorld({ seed: { tokens, repositories: [{ name: REPOSITORY, environments }] } });

  test('keeps the ledger and reads the gates, from due to retired', async () => {
    const world = await open();
    const days: string[] = [];
    for (let day = 0; day <= 9; day += 1) {
      const { ran, outputs } = await runOn(world, gates);
      days.push(`${ran.slice(1).join(' ') || '-'}: ${outputs['rotation-state']}`);
      await world.pass(DAY + MINUTE);
    }
    expect(days.filter((day, index) => day !== days[index - 1])).toEqual([
      'stage: soaking',
      'promote: overlapping',
      '-: overlapping',
      'retire: retired',
      '-: not-due',
    ]);
    expect(world.phases()).toEqual(['staging', 'staging', 'staged', 'promoting', 'promoted', 'retired']);
    expect(world.breaches).toEqual([]);
  });

  test('stages nothing where the promote would ask nobody', async () => {
    const world = await open();
    const run = await runOn(world, { ...gates, 'promote-environment': 'mistyped' });
    expect([run.ran, run.outputs['rotation-state']]).toEqual([['plan'], 'blocked']);
    expect(world.changes()).toEqual([]);
    const ungated = await runOn(world, { 'promote-environment': 'mistyped', 'allow-ungated': true });
    expect(ungated.outputs['rotation-state']).toBe('soaking');
  });
});
