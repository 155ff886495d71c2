import { describe, expect, test } from '@jest/globals';
import { findUngated, type GateReading } from '../../../src/operations/rotation/gates.ts';
import {
  BRANCH_POLICY,
  type EnvironmentSeed,
  reviewedBy,
  waiting,
} from '../../support/github/environment-state.ts';
import { REPOSITORY, TOKEN } from '../../support/github/world.ts';
import { openHubScene } from './hub-scene.ts';

const NAME = 'production';

async function read(environment: Partial<EnvironmentSeed>, asked = NAME): Promise<GateReading> {
  const environments = [{ name: NAME, ...environment }];
  const scene = openHubScene({ repositories: [{ name: REPOSITORY, environments }] });
  return (await scene.openGates()).read(asked);
}

describe('a gate is what asks or holds somebody', () => {
  test.each<[string, Partial<EnvironmentSeed>, readonly string[]]>([
    ['a reviewer', { rules: [reviewedBy('octocat')] }, ['review by octocat']],
    [
      'reviewers, of whom one is a team, and not who started it',
      {
        rules: [
          {
            type: 'required_reviewers',
            prevent_self_review: true,
            reviewers: [
              { type: 'User', reviewer: { login: 'octocat' } },
              { type: 'Team', reviewer: { name: 'Security', slug: 'security' } },
            ],
          },
        ],
      },
      ['review by octocat or team security, not by who started the run'],
    ],
    ['a wait', { rules: [waiting(30)] }, ['a wait of 30 min']],
    ['a rule that is not known yet', { rules: [{ type: 'quorum' }] }, ['rule quorum']],
    [
      "an app's own rule",
      { customRules: [{ slug: 'change-desk', enabled: true }] },
      ['rule of the app change-desk'],
    ],
    [
      "an app's own rule beside a policy of branches",
      { rules: [BRANCH_POLICY], customRules: [{ slug: 'change-desk', enabled: true }] },
      ['rule of the app change-desk'],
    ],
    [
      'several at once',
      { rules: [BRANCH_POLICY, waiting(5), reviewedBy('octocat')] },
      ['a wait of 5 min', 'review by octocat'],
    ],
  ])('%s', async (_, environment, rules) => {
    expect(await read(environment)).toEqual({ kind: 'gate', rules });
  });

  test.each<[string, Partial<EnvironmentSeed>]>([
    ['nothing', {}],
    ['a policy of branches alone', { rules: [BRANCH_POLICY] }],
    ['a wait of nothing', { rules: [waiting(0)] }],
    ['a review by nobody', { rules: [reviewedBy()] }],
    ["an app's own rule that is switched off", { customRules: [{ slug: 'change-desk', enabled: false }] }],
  ])('and not %s', async (_, environment) => {
    expect(await read(environment)).toEqual({
      kind: 'open',
      reason: expect.stringMatching(/^environment 'production' of octo-org\/infrastructure asks nobody/),
      mend: expect.stringMatching(
        /Settings, Environments, production, Required reviewers.*GitHub Enterprise/,
      ),
    });
  });

  test('and not an environment that does not exist: GitHub would make it, without any protection', async () => {
    expect(await read({ rules: [reviewedBy('octocat')] }, 'prodution')).toEqual({
      kind: 'open',
      reason: expect.stringMatching(/there is no environment 'prodution' in octo-org\/infrastructure/),
      mend: expect.stringMatching(/^correct the name/),
    });
  });

  test('whatever the environment is called, in either case', async () => {
    const name = 'prod/eu west #1 ünï';
    const environments = [{ name, rules: [waiting(1)] }];
    const scene = openHubScene({ repositories: [{ name: REPOSITORY, environments }] });
    const gates = await scene.openGates();
    expect(await gates.read(name)).toMatchObject({ kind: 'gate' });
    expect(await gates.read(name.toUpperCase())).toMatchObject({ kind: 'gate' });
    expect(scene.hub.log[0]?.path).toBe(
      '/repos/octo-org/infrastructure/environments/prod%2Feu%20west%20%231%20%C3%BCn%C3%AF',
    );
  });

  test('also where an older server knows no rules of apps', async () => {
    const environments = [{ name: NAME }];
    const scene = openHubScene({ repositories: [{ name: REPOSITORY, environments }] });
    scene.hub.faults.plan({ endpoint: 'environment-rules.list', kind: 'status', status: 404 });
    expect(await (await scene.openGates()).read(NAME)).toMatchObject({ kind: 'open' });
  });
});

describe('what cannot be read is unknown, and says how to mend that', () => {
  const repositories = [{ name: REPOSITORY, environments: [{ name: NAME, rules: [waiting(1)] }] }];

  test.each<[string, Parameters<typeof openHubScene>[0], RegExp, RegExp]>([
    [
      'a token without actions: read',
      { tokens: { [TOKEN]: { permissions: { deployments: 'write' } } } },
      /'production' asks anybody cannot be read: GET .* answered 403/,
      /'permissions: actions: read'.*job that calls it.*Actions: Read-only/,
    ],
    ['an unknown token', { token: 'ghs_unknown000000' }, /401/, /'github-token'/],
    [
      'no token',
      { token: '' },
      /'production' asks anybody cannot be read: .*is empty/,
      /Leave 'github-token'/,
    ],
    ['no quota', { callsAnHour: 0 }, /403: API rate limit/, /Run again after that/],
  ])('%s', async (_, options, reason, mend) => {
    const scene = openHubScene({ repositories, ...options });
    const reading = await (await scene.openGates()).read(NAME);
    expect(reading).toEqual({
      kind: 'unknown',
      reason: expect.stringMatching(reason),
      mend: expect.stringMatching(mend),
    });
  });

  test.each([
    ['an outage', { kind: 'status', status: 503 }, /503/],
    ['another page', { kind: 'wrong-body', body: 'html' }, /HTML page/],
    ['another shape', { kind: 'wrong-body', body: 'object' }, /another shape than documented/],
  ] as const)('%s', async (_, trouble, reason) => {
    const scene = openHubScene({ repositories });
    scene.hub.faults.plan({ endpoint: 'environments.get', call: 'every', ...trouble });
    const reading = await (await scene.openGates()).read(NAME);
    expect(reading).toMatchObject({ kind: 'unknown', reason: expect.stringMatching(reason) });
  });

  test('an outage of what tells of the rules of apps, where there is no other', async () => {
    const scene = openHubScene({ repositories: [{ name: REPOSITORY, environments: [{ name: NAME }] }] });
    scene.hub.faults.plan({ endpoint: 'environment-rules.list', call: 'every', kind: 'status', status: 500 });
    expect(await (await scene.openGates()).read(NAME)).toMatchObject({ kind: 'unknown' });
  });

  test('and what passes by itself is tried again', async () => {
    const scene = openHubScene({ repositories });
    scene.hub.faults.plan({ endpoint: 'environments.get', kind: 'secondary-limit', retryAfterSeconds: 9 });
    expect(await (await scene.openGates()).read(NAME)).toMatchObject({ kind: 'gate' });
    expect(scene.elapsed()).toBe(9000);
  });
});

test('of several environments each one that is no gate is a violation', async () => {
  const environments = [{ name: 'a', rules: [waiting(1)] }, { name: 'b' }];
  const scene = openHubScene({ repositories: [{ name: REPOSITORY, environments }] });
  const violations = await findUngated(await scene.openGates(), ['a', 'b', 'c']);
  expect(violations.map(({ reason }) => reason)).toEqual([
    expect.stringContaining("'b'"),
    expect.stringContaining("'c'"),
  ]);
  for (const { instead } of violations) expect(instead).toMatch(/; or set allow-ungated to 'true'$/);
});
