import { describe, expect, test } from '@jest/globals';
import { COMMIT } from './deployment-state.ts';
import { BRANCH_POLICY, reviewedBy } from './environment-state.ts';
import { createHub } from './hub.ts';
import { REPOSITORY, type Seed, TOKEN } from './world.ts';

/** A fake GitHub without a wire, and a function that calls it below its repository. */
function open(seed: Seed = {}) {
  const clock = { time: Date.UTC(2026, 0, 1, 12, 0, 0, 789), now: () => clock.time };
  const tokens = { [TOKEN]: { permissions: { deployments: 'write', actions: 'read' } } } as const;
  const hub = createHub({ clock, basePath: '', seed: { tokens, ...seed } });
  const call = (method: string, path: string, body?: unknown) => {
    const answer = hub.answer({
      method,
      url: new URL(path.startsWith('http') ? path : `https://api.github.com/repos/${REPOSITORY}${path}`),
      headers: { authorization: `Bearer ${TOKEN}` },
      body: body === undefined ? '' : JSON.stringify(body),
    });
    if (typeof answer === 'string') throw new Error(`There was no answer: ${answer}`);
    return { ...answer, json: answer.body === '' ? null : JSON.parse(answer.body) };
  };
  const deploy = (body: object = {}) => call('POST', '/deployments', { ref: 'main', ...body });
  return { clock, hub, call, deploy };
}

const seedOf = (facts: object): Seed => ({ repositories: [{ name: REPOSITORY, ...facts }] });
const nextOf = ({ headers }: { headers: Readonly<Record<string, string>> }) =>
  /<([^>]+)>; rel="next"/.exec(headers.link ?? '')?.[1];

describe('a deployment', () => {
  test('bears the time of GitHub’s own clock, in whole seconds, and its defaults', () => {
    const { deploy } = open({ clockAheadMilliseconds: 60_000 });
    const { status, json, headers } = deploy();
    expect(status).toBe(201);
    expect(json).toMatchObject({
      sha: COMMIT,
      ref: 'main',
      task: 'deploy',
      environment: 'production',
      payload: {},
      created_at: '2026-01-01T12:01:00Z',
      production_environment: true,
      transient_environment: false,
    });
    expect(headers.date).toBe('Thu, 01 Jan 2026 12:01:00 GMT');
  });

  test.each([[{ a: [1] }], ['{"a":[1]}']])('gives the payload %j back as it came', (payload) => {
    const { deploy, call } = open();
    deploy({ payload });
    expect(call('GET', '/deployments').json[0].payload).toEqual(payload);
  });

  test('has an id that ascends, however long it is', () => {
    const { deploy } = open({ firstDeploymentId: '9007199254740993' });
    expect([deploy().body, deploy().body].map((body) => /"id":(\d+)/.exec(body)?.[1])).toEqual([
      '9007199254740993',
      '9007199254740996',
    ]);
  });

  test.each(['main', 'refs/heads/main', COMMIT])('stands at %s', (ref) => {
    expect(open().deploy({ ref }).json.sha).toBe(COMMIT);
  });

  test.each<[string, object, object, number, string]>([
    ['no ref', {}, { ref: undefined }, 422, '"ref" wasn\'t supplied'],
    ['an unknown ref', {}, { ref: 'odd' }, 422, 'No ref found for: odd'],
    ['a name that is too long', {}, { environment: 'x'.repeat(256) }, 422, '"field":"environment"'],
    ['a name with marks', {}, { environment: 'a;b' }, 422, '"field":"environment"'],
    ['checks that are not green', { commits: { failingContexts: ['ci'] } }, {}, 409, 'checks failed'],
    ['a merge that conflicts', { commits: { isBehind: true } }, {}, 409, 'Conflict merging'],
  ])('is not made with %s', (_, facts, body, status, told) => {
    const { deploy, hub } = open(seedOf(facts));
    const answer = deploy(body);
    expect(answer.status).toBe(status);
    expect(answer.body.replaceAll('\\"', '"')).toContain(told);
    expect(hub.world.repositories[0]?.deployments).toEqual([]);
  });

  test('makes its environment without any protection, and leaves one that is there', () => {
    const { deploy, call } = open(
      seedOf({ environments: [{ name: 'Staging', rules: [reviewedBy('hubot')] }] }),
    );
    deploy({ environment: 'new' });
    deploy({ environment: 'staging' });
    expect(call('GET', '/environments/new').json).toMatchObject({ name: 'new', protection_rules: [] });
    expect(call('GET', '/environments/STAGING').json.protection_rules).toEqual([
      expect.objectContaining({ type: 'required_reviewers' }),
    ]);
  });
});

describe('a list of deployments', () => {
  test('has the newest first, on pages that link to the next', () => {
    const { deploy, call } = open();
    for (let index = 0; index < 65; index += 1) deploy({ description: String(index) });
    const first = call('GET', '/deployments?per_page=60');
    const second = call('GET', nextOf(first) ?? '');
    const rows = [...first.json, ...second.json].map(({ description }) => Number(description));
    expect(rows).toEqual([...Array(65).keys()].reverse());
    expect(nextOf(first)).toMatch(/\/repositories\/1001\/deployments\?per_page=60&page=2$/);
    expect(nextOf(second)).toBeUndefined();
  });

  test.each([
    ['', 3],
    ['?environment=a', 2],
    ['?task=t', 2],
    ['?environment=a&task=t', 1],
    [`?sha=${COMMIT}`, 3],
    ['?ref=main', 2],
    ['?ref=other', 0],
    ['?environment=A', 0],
  ])('%j has %i rows', (query, count) => {
    const { deploy, call } = open();
    deploy({ environment: 'a', task: 't' });
    deploy({ environment: 'b', task: 't' });
    deploy({ environment: 'a', ref: COMMIT });
    expect(call('GET', `/deployments${query}`).json).toHaveLength(count);
  });

  test('may lag, and be undated', () => {
    const { clock, hub, deploy, call } = open({ listingLagMilliseconds: 2000 });
    deploy();
    expect(call('GET', '/deployments').json).toEqual([]);
    clock.time += 2000;
    hub.faults.plan({ endpoint: 'deployments.list', kind: 'without-date' });
    const undated = call('GET', '/deployments');
    expect([undated.json.length, undated.headers.date]).toEqual([1, undefined]);
  });
});

describe('a deployment status', () => {
  const pathOf = (id: number) => `/deployments/${id}/statuses`;

  test('is listed, the newest first', () => {
    const { deploy, call } = open();
    const path = pathOf(deploy().json.id);
    expect(call('POST', path, { state: 'in_progress', log_url: 'https://x/1' }).status).toBe(201);
    call('POST', path, { state: 'success', description: 'Done' });
    expect(call('GET', path).json).toMatchObject([
      { state: 'success', description: 'Done' },
      { state: 'in_progress', log_url: 'https://x/1' },
    ]);
  });

  test.each([
    ['of an unknown state', { state: 'odd' }, 422],
    ['with a long sentence', { state: 'success', description: 'x'.repeat(141) }, 422],
    ['with a link that is none', { state: 'success', log_url: 'run 1' }, 422],
  ])('%s is refused', (_, body, status) => {
    const { deploy, call } = open();
    expect(call('POST', pathOf(deploy().json.id), body).status).toBe(status);
  });

  test('of a deployment that does not exist is not found', () => {
    expect(open().call('POST', pathOf(1), { state: 'success' }).status).toBe(404);
  });

  test.each([
    [{}, 'inactive'],
    [{ auto_inactive: false }, 'success'],
  ])('of success %j leaves the one before it %s', (body, state) => {
    const { deploy, call } = open();
    const [before, after] = [deploy({ environment: 'a' }).json.id, deploy({ environment: 'a' }).json.id];
    call('POST', pathOf(before), { state: 'success' });
    call('POST', pathOf(after), { state: 'success', ...body });
    expect(call('GET', pathOf(before)).json[0].state).toBe(state);
  });
});

describe('an environment', () => {
  test('has its rules, and those of apps apart', () => {
    const customRules = [
      { slug: 'desk', enabled: true },
      { slug: 'off', enabled: false },
    ];
    const { call } = open(seedOf({ environments: [{ name: 'a/b', rules: [BRANCH_POLICY], customRules }] }));
    expect(call('GET', '/environments/a%2Fb').json).toMatchObject({
      name: 'a/b',
      protection_rules: [{ type: 'branch_policy' }],
      deployment_branch_policy: { custom_branch_policies: true },
    });
    expect(call('GET', '/environments/a%2Fb/deployment_protection_rules').json).toMatchObject({
      total_count: 1,
      custom_deployment_protection_rules: [{ enabled: true, app: { slug: 'desk' } }],
    });
    expect(call('GET', '/environments/a').status).toBe(404);
  });
});

test.each<[string, object, number, number, number]>([
  ['deployments: write', { deployments: 'write' }, 200, 201, 403],
  ['deployments: read', { deployments: 'read' }, 200, 403, 403],
  ['actions: read', { actions: 'read' }, 403, 403, 200],
])('a token with %s', (_, permissions, list, create, environment) => {
  const tokens = { [TOKEN]: { permissions } };
  const { call, deploy } = open({ ...seedOf({ environments: [{ name: 'a' }] }), tokens });
  expect([
    call('GET', '/deployments').status,
    deploy().status,
    call('GET', '/environments/a').status,
  ]).toEqual([list, create, environment]);
});
