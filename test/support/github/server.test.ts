import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, describe, expect, test } from '@jest/globals';
import { COMMIT } from './deployment-state.ts';
import { type FakeGitHub, startGitHub } from './server.ts';
import { REPOSITORY, type Seed, TOKEN } from './world.ts';

const running: FakeGitHub[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((github) => github.close()));
});

interface Reply {
  readonly status: number;
  readonly json: ReturnType<typeof JSON.parse>;
  readonly headers: Headers;
}

/** A fake GitHub, and a function that calls it below its repository as `curl` would. */
async function open(seed: Seed = {}, options: Omit<Parameters<typeof startGitHub>[0] & object, 'seed'> = {}) {
  const github = await startGitHub({ ...options, seed });
  running.push(github);
  const call = async (
    method: string,
    path: string,
    body?: unknown,
    token: string | null = TOKEN,
  ): Promise<Reply> => {
    const url = path.startsWith('http') ? path : `${github.url}/repos/${REPOSITORY}${path}`;
    const answer = await fetch(url, {
      method,
      headers: token === null ? {} : { authorization: `Bearer ${token}` },
      redirect: 'manual',
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, json: text === '' ? null : JSON.parse(text), headers: answer.headers };
  };
  return { github, call };
}

const ISSUES = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ title: `Issue ${index + 1}` }));
const withIssues = (count: number) => ({ repositories: [{ name: REPOSITORY, issues: ISSUES(count) }] });
const numbersOf = (rows: readonly { readonly number: number }[]) => rows.map(({ number }) => number);
const nextOf = ({ headers }: Reply) => /<([^>]+)>; rel="next"/.exec(headers.get('link') ?? '')?.[1];

describe('lists of issues', () => {
  test('have 30 of the open ones on a page, the newest first, and link to the next', async () => {
    const { call } = await open(withIssues(35));
    const first = await call('GET', '/issues');
    expect(numbersOf(first.json)).toEqual(Array.from({ length: 30 }, (_, index) => 35 - index));
    expect(nextOf(first)).toMatch(/\/repositories\/1001\/issues\?after=\S+&per_page=30&page=2$/);
    const second = await call('GET', nextOf(first) ?? '');
    expect(numbersOf(second.json)).toEqual([5, 4, 3, 2, 1]);
    expect(second.headers.get('link')).toBeNull();
  });

  test('keep their places while issues are closed between two pages', async () => {
    const { github, call } = await open(withIssues(6));
    const first = await call('GET', '/issues?per_page=2&direction=asc');
    const [issue] = github.world.repositories[0]?.issues ?? [];
    if (issue !== undefined) issue.state = 'closed';
    expect(numbersOf((await call('GET', nextOf(first) ?? '')).json)).toEqual([3, 4]);
  });

  test.each([
    ['?per_page=1000&direction=asc', 100],
    ['?per_page=0', 30],
    ['?per_page=50&page=3', 20],
    ['?state=closed', 0],
    ['?labels=bug', 0],
    ['?since=2999-01-01T00:00:00Z', 0],
    ['?creator=nobody', 0],
  ])('%s have %i rows', async (query, count) => {
    const { call } = await open(withIssues(120));
    expect((await call('GET', `/issues${query}`)).json).toHaveLength(count);
  });

  test('are refused by number beyond a limit, and by an unknown state', async () => {
    const { call } = await open({ ...withIssues(5), numberedRowsAtMost: 4 });
    const far = await call('GET', '/issues?per_page=2&page=3');
    expect([far.status, far.json.message]).toEqual([422, expect.stringContaining('cursor based pagination')]);
    expect((await call('GET', '/issues?state=odd')).status).toBe(422);
  });

  test('do not have a new issue at once where they lag', async () => {
    const clock = { time: Date.UTC(2026, 0, 1), now: () => clock.time };
    const { call } = await open({ listingLagMilliseconds: 2000 }, { clock });
    await call('POST', '/issues', { title: 'New' });
    expect((await call('GET', '/issues')).json).toEqual([]);
    expect((await call('GET', '/issues/1')).status).toBe(200);
    clock.time += 2000;
    expect(numbersOf((await call('GET', '/issues')).json)).toEqual([1]);
  });

  test('have pull requests alone where issues are switched off', async () => {
    const issues = [{ title: 'Issue' }, { title: 'Pull', isPull: true }];
    const { call } = await open({ repositories: [{ name: REPOSITORY, hasIssues: false, issues }] });
    const { json } = await call('GET', '/issues?state=all');
    expect(json).toEqual([expect.objectContaining({ number: 2, pull_request: expect.anything() })]);
    expect((await call('GET', '/issues/1')).status).toBe(410);
  });
});

describe('an issue', () => {
  test('bears the server’s times, in whole seconds', async () => {
    const clock = { time: Date.UTC(2026, 0, 1, 12, 0, 0, 789), now: () => clock.time };
    const { call } = await open({}, { clock });
    const { status, json } = await call('POST', '/issues', { title: 'New', body: 'Text' });
    expect([status, json.created_at, json.closed_at]).toEqual([201, '2026-01-01T12:00:00Z', null]);
    clock.time += 90_000;
    const closed = await call('PATCH', '/issues/1', { state: 'closed' });
    expect(closed.json).toMatchObject({
      state: 'closed',
      state_reason: 'completed',
      closed_at: '2026-01-01T12:01:30Z',
      updated_at: '2026-01-01T12:01:30Z',
      body: 'Text',
    });
  });

  test('heeds a reason only where the state changes', async () => {
    const { call } = await open(withIssues(1));
    expect(
      (await call('PATCH', '/issues/1', { state: 'open', state_reason: 'reopened' })).json,
    ).toMatchObject({
      state_reason: null,
    });
    const closed = await call('PATCH', '/issues/1', { state: 'closed', state_reason: 'not_planned' });
    expect(closed.json.state_reason).toBe('not_planned');
  });

  test.each([
    ['no title', {}, 'title" wasn\'t supplied'],
    ['an empty title', { title: ' ' }, 'missing_field'],
    ['a title of 257 characters', { title: '🔑'.repeat(257) }, 'maximum is 256 characters'],
    ['a body of 65,537 characters', { title: 'x', body: 'x'.repeat(65_537) }, 'maximum is 65536 characters'],
    ['an assignee without access', { title: 'x', assignees: ['stranger'] }, '"field":"assignees"'],
    ['a label that is too long', { title: 'x', labels: ['x'.repeat(51)] }, '"resource":"Label"'],
  ])('is not made with %s', async (_words, body, told) => {
    const { github, call } = await open({ users: ['stranger'] });
    const { status, json } = await call('POST', '/issues', body);
    expect(status).toBe(422);
    expect(`${json.message} ${JSON.stringify(json)}`).toContain(told);
    expect(github.world.repositories[0]?.issues).toEqual([]);
  });

  test('may be as long as GitHub allows, in characters that are two for JavaScript', async () => {
    const { call } = await open();
    const body = { title: '🔑'.repeat(256), body: '🔑'.repeat(65_536) };
    expect((await call('POST', '/issues', body)).status).toBe(201);
  });

  test('makes the labels that it is given and the repository does not have', async () => {
    const { call } = await open();
    const { json } = await call('POST', '/issues', { title: 'x', labels: ['BUG', 'new'] });
    expect(json.labels.map(({ name }: { name: string }) => name)).toEqual(['bug', 'new']);
    expect((await call('GET', '/labels/NEW')).json).toMatchObject({ name: 'new', color: 'ededed' });
  });
});

describe('labels, comments, assignees', () => {
  test('a label is made once, in either case', async () => {
    const { call } = await open();
    expect((await call('POST', '/labels', { name: 'new', color: 'ff0000' })).status).toBe(201);
    const again = await call('POST', '/labels', { name: 'NEW' });
    expect([again.status, again.json.errors]).toEqual([
      422,
      [{ resource: 'Label', code: 'already_exists', field: 'name' }],
    ]);
    expect((await call('GET', '/labels?per_page=2')).headers.get('link')).toMatch(/page=2>; rel="last"/);
  });

  test('labels of an issue are added, set and removed', async () => {
    const { call } = await open(withIssues(1));
    const names = async (answer: Promise<Reply>) =>
      (await answer).json.map(({ name }: { name: string }) => name);
    expect(await names(call('POST', '/issues/1/labels', { labels: ['a', 'bug'] }))).toEqual(['a', 'bug']);
    expect(await names(call('POST', '/issues/1/labels', ['b', 'bug']))).toEqual(['a', 'bug', 'b']);
    expect(await names(call('DELETE', '/issues/1/labels/a'))).toEqual(['bug', 'b']);
    expect((await call('DELETE', '/issues/1/labels/a')).status).toBe(404);
    expect(await names(call('PUT', '/issues/1/labels', { labels: ['c'] }))).toEqual(['c']);
    expect(await names(call('GET', '/issues/1/labels'))).toEqual(['c']);
  });

  test('comments are written and listed', async () => {
    const { call } = await open(withIssues(1));
    expect((await call('POST', '/issues/1/comments', { body: 'Hello' })).status).toBe(201);
    expect((await call('POST', '/issues/1/comments', { body: ' ' })).status).toBe(422);
    expect((await call('POST', '/issues/1/comments', { body: 'x'.repeat(65_537) })).status).toBe(422);
    expect((await call('GET', '/issues/1/comments')).json).toEqual([
      expect.objectContaining({
        body: 'Hello',
        user: expect.objectContaining({ login: 'github-actions[bot]' }),
      }),
    ]);
    expect((await call('GET', '/issues/1')).json.comments).toBe(1);
  });

  test('assignees: who has no access is passed over, who does not exist is not found', async () => {
    const { call } = await open({ ...withIssues(1), users: ['stranger'] });
    const added = await call('POST', '/issues/1/assignees', { assignees: ['OCTOCAT', 'stranger'] });
    expect([added.status, added.json.assignees]).toEqual([
      201,
      [expect.objectContaining({ login: 'octocat' })],
    ]);
    expect((await call('POST', '/issues/1/assignees', { assignees: ['nobody'] })).status).toBe(404);
    expect((await call('GET', '/assignees/octocat')).status).toBe(204);
    expect((await call('GET', '/assignees/stranger')).status).toBe(404);
    expect((await call('GET', '/assignees')).json).toHaveLength(2);
    const removed = await call('DELETE', '/issues/1/assignees', { assignees: ['octocat'] });
    expect(removed.json.assignees).toEqual([]);
  });
});

describe('who may what', () => {
  const readOnly = { [TOKEN]: { permissions: { issues: 'read' } } } as const;
  const nothing = { [TOKEN]: { permissions: {} } };
  const foreign = { [TOKEN]: { permissions: { issues: 'write' }, repositories: [] } } as const;

  test.each<[string, Seed, string | null, number, number]>([
    ['a token with issues: write', {}, TOKEN, 200, 201],
    ['a token with issues: read', { tokens: readOnly }, TOKEN, 200, 403],
    ['a token without issues', { tokens: nothing }, TOKEN, 403, 403],
    ['a token of another repository', { tokens: foreign }, TOKEN, 404, 404],
    [
      'the same, where the repository is public',
      { tokens: foreign, repositories: [{ name: REPOSITORY, isPrivate: false }] },
      TOKEN,
      200,
      403,
    ],
    ['an unknown token', {}, 'ghs_other', 401, 401],
    ['nobody', {}, null, 401, 401],
  ])('%s', async (_words, seed, token, reads, writes) => {
    const { call } = await open(seed);
    const read = await call('GET', '/issues', undefined, token);
    const write = await call('POST', '/issues', { title: 'x' }, token);
    expect([read.status, write.status]).toEqual([reads, writes]);
    if (writes === 403) expect(write.headers.get('x-accepted-github-permissions')).toBe('issues=write');
    if (writes >= 400)
      expect(write.json).toMatchObject({ status: String(writes), message: expect.any(String) });
  });

  test('a quota of the hour runs out, and comes back', async () => {
    const clock = { time: Date.UTC(2026, 0, 1), now: () => clock.time };
    const { call } = await open({ callsAnHour: 1 }, { clock });
    expect((await call('GET', '/issues')).headers.get('x-ratelimit-remaining')).toBe('0');
    const refused = await call('GET', '/issues');
    expect([refused.status, refused.json.message]).toEqual([403, expect.stringContaining('API rate limit')]);
    expect(refused.headers.get('x-ratelimit-reset')).toBe(String(Date.UTC(2026, 0, 1, 1) / 1000));
    clock.time += 3_600_000;
    expect((await call('GET', '/issues')).status).toBe(200);
  });

  test('paths that lead nowhere, and bodies that are no JSON', async () => {
    const { call } = await open();
    expect((await call('GET', '/odd')).status).toBe(404);
    expect((await call('DELETE', '/issues')).status).toBe(404);
    expect((await call('POST', '/issues', '{')).json.message).toBe('Problems parsing JSON');
  });
});

test('a fault is refused where there is no such endpoint', async () => {
  const { github } = await open();
  expect(() => github.planFault({ endpoint: 'issues.lst', kind: 'reset' })).toThrow('issues.list');
});

test('as a process it says first where it is, is controlled over HTTP, and ends cleanly', async () => {
  const child = spawn(
    process.execPath,
    [path.join(import.meta.dirname, 'main.ts'), '--base-path', '/api/v3'],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const [line] = await once(createInterface({ input: child.stdout }), 'line');
  const { url, env } = JSON.parse(line);
  expect(env).toEqual({
    GITHUB_API_URL: url,
    GITHUB_SERVER_URL: new URL(url).origin,
    GITHUB_REPOSITORY: REPOSITORY,
    GITHUB_SHA: COMMIT,
    GITHUB_TOKEN: TOKEN,
  });
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/api\/v3$/);
  const control = (method: string, path: string, body?: unknown) =>
    fetch(`${new URL(url).origin}/__github/${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  expect(
    (await control('POST', 'faults', { endpoint: 'issues.list', kind: 'status', status: 500 })).status,
  ).toBe(201);
  expect((await control('POST', 'faults', { endpoint: 'odd', kind: 'reset' })).status).toBe(400);
  const headers = { authorization: `token ${env.GITHUB_TOKEN}` };
  const list = () => fetch(`${url}/repos/${env.GITHUB_REPOSITORY}/issues`, { headers });
  expect([(await list()).status, (await list()).status]).toEqual([500, 200]);
  expect((await control('PUT', 'clock', { aheadMilliseconds: -86_400_000 })).status).toBe(200);
  expect((await control('PUT', 'clock', {})).status).toBe(400);
  const log = await (await control('GET', 'log')).text();
  expect(JSON.parse(log)).toMatchObject([{ fault: 'status' }, { fault: null, status: 200 }]);
  expect(log).not.toContain(TOKEN);
  expect((await control('GET', 'repositories')).status).toBe(200);
  const dated = await fetch(url, { headers });
  expect(Date.now() - Date.parse(dated.headers.get('date') ?? '')).toBeGreaterThan(80_000_000);

  child.kill('SIGTERM');
  expect(await once(child, 'close')).toEqual([0, null]);
});
