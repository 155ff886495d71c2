import { describe, expect, test } from '@jest/globals';
import { TOKEN as GITHUB_TOKEN } from '../../support/github/world.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';
import { openGitHubOfRuns, openGitHubWorld } from './github-side.ts';
import { isSame, killEverywhere } from './kill-walks.ts';
import type { Kill } from './lives.ts';
import { ALL_PHASES, describeEnding, type Ending, finish } from './story.ts';
import { DAY, HOUR, MINUTE, OLD, type World } from './world.ts';

const AT_ONCE = { ...ALL_PHASES, soak: '0s', overlap: '0s' };
const DELAYS = { soakMilliseconds: DAY, overlapMilliseconds: 7 * DAY };
const WHOLE = ['staging', 'staging', 'staged', 'promoting', 'promoted', 'retired'];
const YEAR = 365 * DAY;
const DOWN = { call: 'every', kind: 'status', status: 503 } as const;

/** Changes at the vendor and records since the last look. */
function acts(world: World): readonly string[] {
  return world.changes().filter((change) => !change.endsWith('/statuses'));
}

describe('a rotation whose ledger is in the deployments of the repository', () => {
  test('goes from due to retired over daily runs, each of which does what is due', async () => {
    const world = await openGitHubWorld({ delays: DELAYS });
    const story: (string | undefined)[] = [];
    const days: (readonly string[])[] = [];
    for (let day = 0; day <= 10; day += 1) {
      const life = await world.live();
      expect(life.failure).toBeNull();
      story.push(life.outputs['rotation-state']);
      days.push(acts(world));
      await world.pass(DAY + MINUTE);
    }
    expect(story).toEqual(['soaking', ...Array(7).fill('overlapping'), 'retired', 'not-due', 'not-due']);
    expect(days[0]).toEqual([
      'POST github deployments staging',
      'POST certificates',
      'POST github deployments staging',
      'POST certificates/ID/activate',
      'POST github deployments staged',
    ]);
    expect(days[1]).toEqual([
      'POST github deployments promoting',
      'PATCH configuration',
      'POST github deployments promoted',
    ]);
    expect(days[8]).toEqual([
      'POST certificates/ID/deactivate',
      'DELETE certificates/ID',
      'POST github deployments retired',
    ]);
    expect([...days.slice(2, 8), ...days.slice(9)].flat()).toEqual([]);
    expect(world.phases()).toEqual(WHOLE);
    expect(world.breaches).toEqual([]);
  });

  test('can be read in the history of the environment', async () => {
    const world = await openGitHubWorld();
    await finish(world);
    const [successor] = world.ownCreations;
    const [repository] = world.hub.world.repositories;
    expect(repository?.environments.map(({ name }) => name)).toEqual(['certops-cloudflare-gateway-in-use']);
    const history = repository?.deployments.map(({ description, statuses }) => [
      description
        ?.replace(/ \([^)]*\)$/, '')
        .replace(OLD, 'OLD')
        .replace(successor ?? '', 'NEW'),
      statuses.at(-1)?.state,
    ]);
    expect(history).toEqual([
      ['about to make a certificate in place of OLD', 'inactive'],
      ['made NEW in place of OLD', 'inactive'],
      ['staged NEW in place of OLD', 'success'],
      ['about to promote NEW in place of OLD', 'inactive'],
      ['promoted NEW in place of OLD', 'success'],
      ['retired OLD; NEW serves', 'success'],
    ]);
  });

  test('is done again and again, by itself', async () => {
    const world = await openGitHubWorld();
    const served: string[] = [];
    for (let rotation = 0; rotation < 3; rotation += 1) {
      await finish(world);
      served.push(world.serving()?.id ?? '');
      await world.pass(4.7 * YEAR);
    }
    expect(new Set(served).size).toBe(3);
    expect(served).toEqual(world.ownCreations);
    expect(world.gateway().certificates).toHaveLength(1);
    expect(world.phases()).toEqual([...WHOLE, ...WHOLE, ...WHOLE]);
    expect(world.breaches).toEqual([]);
  });

  test('is done in one run where nothing has to soak or to overlap, whatever the second', async () => {
    for (const offset of [0, 130, 370, 610, 850, 990]) {
      const world = await openGitHubWorld({ seed: { clockAheadMilliseconds: offset } });
      const life = await world.live(AT_ONCE);
      expect([offset, life.failure, life.outputs['rotation-state']]).toEqual([offset, null, 'retired']);
    }
  });

  test.each([-90_000, -777, 0, 333, 90_000])(
    'hastens nothing where GitHub’s clock is %i ms ahead',
    async (clockAheadMilliseconds) => {
      const world = await openGitHubWorld({ delays: DELAYS, seed: { clockAheadMilliseconds } });
      await world.live();
      const look = async (pause: number) => {
        await world.pass(pause);
        for (let second = 0; second < 8; second += 1) {
          await world.live();
          await world.pass(400);
        }
      };
      await look(DAY - 2000);
      expect(world.serving()?.id).toBe(world.ownCreations[0]);
      await look(7 * DAY - 2000);
      expect(world.gateway().deletedIds).toEqual([OLD]);
      expect(world.breaches).toEqual([]);
    },
  );
});

describe('two scopes in one repository', () => {
  test('share an environment, and do not mix', async () => {
    const clock = createVirtualClock();
    const shared = openGitHubOfRuns(clock);
    const open = (account: string) =>
      openGitHubWorld({ clock, shared, account: account.repeat(32), delays: DELAYS });
    const [one, two] = [await open('1'), await open('2')];
    await one.live();
    await clock.sleep(12 * HOUR);
    expect((await two.live()).outputs['rotation-state']).toBe('soaking');
    await clock.sleep(12 * HOUR + MINUTE);
    const standing = async (world: World) => (await world.live()).outputs['rotation-state'];
    expect([await standing(one), await standing(two)]).toEqual(['overlapping', 'soaking']);
    await clock.sleep(12 * HOUR);
    expect([await standing(one), await standing(two)]).toEqual(['overlapping', 'overlapping']);
    await clock.sleep(6.6 * DAY);
    expect([await standing(one), await standing(two)]).toEqual(['retired', 'overlapping']);
    await clock.sleep(DAY);
    expect([await standing(one), await standing(two)]).toEqual(['not-due', 'retired']);
    expect([one.ownCreations.length, two.ownCreations.length]).toEqual([1, 1]);
    expect([...one.breaches, ...two.breaches]).toEqual([]);
    expect(shared.hub.world.repositories[0]?.environments).toHaveLength(1);
  });
});

describe('a token', () => {
  test.each([
    ['without deployments', {}, /cannot be proved: deployments cannot be read: .*403/],
    [
      'that may only read them',
      { deployments: 'read' },
      /ledger cannot be written \(deployments cannot be written: .*403/,
    ],
  ] as const)(
    '%s blocks the rotation before anything is changed, and names the permission',
    async (_, permissions, told) => {
      const world = await openGitHubWorld({ seed: { tokens: { [GITHUB_TOKEN]: { permissions } } } });
      const life = await world.live();
      expect(life.failure).toMatch(told);
      expect(life.failure).toMatch(/permissions: deployments: write/);
      expect(life.outputs.changed).toBe('false');
      expect(acts(world).filter((act) => !act.includes('github'))).toEqual([]);
      expect(world.phases()).toEqual([]);
    },
  );

  test('that is not given blocks it too', async () => {
    const world = await openGitHubWorld({ inputs: { 'github-token': '' } });
    const life = await world.live();
    expect(life.failure).toMatch(/there is no ledger: .*github-token/);
    expect(acts(world)).toEqual([]);
  });
});

describe('a GitHub that is down', () => {
  /** A world at the moment in which a soak, or an overlap, is over. */
  async function openAtTheEnd(of: 'soak' | 'overlap') {
    const world = await openGitHubWorld({ delays: DELAYS });
    await world.live();
    await world.pass(DAY + MINUTE);
    if (of === 'overlap') {
      await world.live();
      await world.pass(7 * DAY + MINUTE);
    }
    acts(world);
    return world;
  }

  test.each([
    ['soak', 'blocked', 'overlapping', /soak of 1d .*cannot be proved.* deployments cannot be read.*503/],
    [
      'overlap',
      'not-due',
      'retired',
      /an old certificate waits .* is not known.* deployments cannot be read.*503/,
    ],
  ] as const)(
    'as the %s ends hastens nothing, and guesses nothing; later it goes on',
    async (of, state, after, told) => {
      const world = await openAtTheEnd(of);
      world.hub.faults.plan({ endpoint: '*', ...DOWN });
      const down = await world.live();
      expect(down.outputs['rotation-state']).toBe(state);
      expect(down.runner.summary).toMatch(told);
      expect(acts(world)).toEqual([]);
      world.hub.faults.clear();
      expect((await world.live()).outputs['rotation-state']).toBe(after);
      expect(world.breaches).toEqual([]);
    },
  );

  test('just before the promote is sent keeps it from being sent', async () => {
    const world = await openAtTheEnd('soak');
    world.hub.faults.plan({ endpoint: 'deployments.create', ...DOWN });
    const life = await world.live();
    expect(life.failure).toMatch(/ledger cannot be written .*503.*'promoting' was not begun/s);
    expect(acts(world).filter((act) => !act.includes('github'))).toEqual([]);
    expect(world.serving()?.id).toBe(OLD);
    world.hub.faults.clear();
    expect((await world.live()).outputs['rotation-state']).toBe('overlapping');
  });

  test('just after the promote was sent delays the overlap: it begins with the record', async () => {
    const world = await openAtTheEnd('soak');
    world.hub.faults.plan({ endpoint: 'deployments.create', ...DOWN, call: 2, times: 99 });
    const life = await world.live();
    expect(world.serving()?.id).toBe(world.ownCreations[0]);
    expect(JSON.stringify(life.runner.events)).toMatch(/'promoted' is done and could not be recorded/);
    world.hub.faults.clear();
    await world.pass(5 * DAY);
    expect((await world.live()).outputs['rotation-state']).toBe('overlapping');
    await world.pass(5 * DAY);
    expect((await world.live()).outputs['rotation-state']).toBe('overlapping');
    await world.pass(3 * DAY);
    expect((await world.live()).outputs['rotation-state']).toBe('retired');
    expect(world.breaches).toEqual([]);
  });
});

describe('answers of GitHub’s that are lost', () => {
  test('make no record twice, and no certificate', async () => {
    const world = await openGitHubWorld({ delays: DELAYS });
    for (const call of [1, 3, 5, 7, 9, 11]) {
      world.hub.faults.plan({ endpoint: 'deployments.create', call, kind: 'lost-answer' });
    }
    await finish(world);
    expect(world.phases()).toEqual(WHOLE);
    expect(world.ownCreations).toHaveLength(1);
    expect(world.breaches).toEqual([]);
  });
});

describe('a rotation that is killed at any call to the vendor or to GitHub, and run again,', () => {
  const COMPLETE: Ending = {
    state: 'not-due',
    serves: 'successor',
    certificates: ['successor available'],
    creations: 1,
    deleted: ['old'],
    recorded: [...new Set(WHOLE)],
    breaches: [],
  };

  test.each<[string, Readonly<Record<string, string>>, object]>([
    ['with soak and overlap', ALL_PHASES, { delays: DELAYS }],
    ['in one run', AT_ONCE, {}],
  ])(
    'ends as it would have: %s',
    async (_, inputs, options) => {
      const play = async (kill: Kill | null) => {
        const world = await openGitHubWorld({ ...options, kill });
        const last = await finish(world, inputs);
        return { world, ending: { ...describeEnding(world, last), recorded: [...new Set(world.phases())] } };
      };
      const whole = await play(null);
      expect(whole.ending).toEqual(COMPLETE);
      const { wrong } = await killEverywhere(whole, play, ({ ending }) => isSame(ending, COMPLETE));
      expect(whole.world.calls.length).toBeGreaterThan(30);
      expect(wrong).toEqual([]);
    },
    300_000,
  );
});
