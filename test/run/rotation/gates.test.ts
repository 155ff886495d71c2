import { describe, expect, test } from '@jest/globals';
import {
  BRANCH_POLICY,
  type EnvironmentSeed,
  reviewedBy,
  waiting,
} from '../../support/github/environment-state.ts';
import { TOKEN as GITHUB_TOKEN, REPOSITORY, type Seed } from '../../support/github/world.ts';
import { openGitHubWorld } from './github-side.ts';
import { ALL_PHASES } from './story.ts';
import { DAY, MINUTE, seed, type WorldOptions } from './world.ts';

const GATES = { ...ALL_PHASES, 'gate-environments': 'approve-promote, approve-retire' };
const PROMOTE: EnvironmentSeed = { name: 'approve-promote', rules: [reviewedBy('octocat')] };
const RETIRE: EnvironmentSeed = { name: 'approve-retire', rules: [waiting(30)] };

function open(environments: readonly EnvironmentSeed[], options: WorldOptions & { seed?: Seed } = {}) {
  const repositories = [{ name: REPOSITORY, environments }];
  return openGitHubWorld({ ...options, seed: { repositories, ...options.seed } });
}

/** What was asked of environments. */
const asked = ({ calls }: Awaited<ReturnType<typeof open>>) =>
  calls.map(({ name }) => name).filter((name) => name.startsWith('GET github environments'));

describe('gate-environments', () => {
  test('that ask somebody let a rotation through', async () => {
    const world = await open([PROMOTE, RETIRE]);
    const life = await world.live(GATES);
    expect([life.failure, life.outputs['rotation-state']]).toEqual([null, 'soaking']);
    expect(asked(world)).toEqual([
      'GET github environments/approve-promote',
      'GET github environments/approve-retire',
    ]);
  });

  test.each<[string, readonly EnvironmentSeed[], RegExp]>([
    ['does not exist', [PROMOTE], /there is no environment 'approve-retire' in octo-org\/infrastructure/],
    ['asks nobody', [PROMOTE, { name: 'approve-retire' }], /'approve-retire' of .* asks nobody/],
    [
      'has a policy of branches alone',
      [PROMOTE, { name: 'approve-retire', rules: [BRANCH_POLICY] }],
      /'approve-retire' of .* asks nobody.*a policy of branches alone asks nobody/,
    ],
  ])('of which one %s stop it before any change', async (_, environments, told) => {
    const world = await open(environments);
    const life = await world.live(GATES);
    expect(life.outputs).toMatchObject({
      'rotation-state': 'blocked',
      'next-phase': 'none',
      changed: 'false',
    });
    expect(life.failure).toMatch(told);
    expect(life.failure).toMatch(/Required reviewers.*or set allow-ungated to 'true'/);
    expect(life.failure).not.toContain("'approve-promote'");
    expect(world.changes()).toEqual([]);
  });

  test('stop a promote and a plan too', async () => {
    const world = await open([PROMOTE, RETIRE]);
    await world.live(GATES);
    await world.pass(DAY + MINUTE);
    world.changes();
    const [environment] = world.hub.world.repositories[0]?.environments ?? [];
    if (environment !== undefined) environment.rules = [];
    for (const phases of ['promote', 'plan']) {
      const life = await world.live({ ...GATES, phases });
      expect(life.failure).toMatch(/'approve-promote' of .* asks nobody/);
    }
    expect(world.changes()).toEqual([]);
  });

  test('are not asked where allow-ungated is given', async () => {
    const world = await open([]);
    const life = await world.live({ ...GATES, 'allow-ungated': 'true' });
    expect([life.failure, life.outputs['rotation-state']]).toEqual([null, 'soaking']);
    expect(asked(world)).toEqual([]);
  });

  test('are not asked where nothing is due, or nothing can be done yet', async () => {
    const fresh = await open([], { certificates: [seed(1, { from: -10, to: 1800 })] });
    expect((await fresh.live(GATES)).outputs['rotation-state']).toBe('not-due');
    expect(asked(fresh)).toEqual([]);
    const soaking = await open([]);
    await soaking.live();
    expect((await soaking.live(GATES)).outputs['rotation-state']).toBe('soaking');
    expect(asked(soaking)).toEqual([]);
  });

  test('that the token may not read stop it, and the permission is named', async () => {
    const tokens = { [GITHUB_TOKEN]: { permissions: { deployments: 'write' } } } as const;
    const world = await open([PROMOTE, RETIRE], { seed: { tokens } });
    const life = await world.live(GATES);
    expect(life.failure).toMatch(/'approve-promote' asks anybody cannot be read: GET .* answered 403/);
    expect(life.failure).toMatch(/permissions: actions: read/);
    expect(life.outputs['rotation-state']).toBe('blocked');
    expect(world.changes()).toEqual([]);
  });

  test('that GitHub does not tell of stop it', async () => {
    const world = await open([PROMOTE, RETIRE]);
    world.hub.faults.plan({ endpoint: 'environments.get', call: 'every', kind: 'status', status: 502 });
    const life = await world.live(GATES);
    expect(life.failure).toMatch(/cannot be read: .*502/);
    expect(world.changes()).toEqual([]);
  });

  test('are read with a token only', async () => {
    const world = await open([PROMOTE, RETIRE], { inputs: { 'github-token': '' } });
    const life = await world.live({ ...GATES, soak: '0s', overlap: '0s' });
    expect(life.failure).toMatch(/'approve-promote' asks anybody cannot be read: .*'github-token' is empty/);
    expect(world.changes()).toEqual([]);
  });
});
