import { afterEach, describe, expect, test } from '@jest/globals';
import type { GitHubError } from '../../../src/runner/github/errors.ts';
import type { Trouble } from '../../support/github/faults.ts';
import { REPOSITORY, TOKEN } from '../../support/github/world.ts';
import { keepScenes, OURS, others } from '../issue/scene.ts';

const scenes = keepScenes();
const { open } = scenes;
afterEach(scenes.close);

/** The error that keeping an issue ends with. */
async function failWith(scene: Awaited<ReturnType<typeof open>>, token = TOKEN): Promise<GitHubError> {
  const failure = await scene.keep({}, { token }).then(
    (kept) => new Error(`It was ${kept.action}`),
    (error) => error,
  );
  if (failure.name !== 'GitHubError') throw failure;
  return failure;
}

describe('a refusal says what, where, and how to mend it', () => {
  const repository = { name: REPOSITORY };
  const tokens = (permissions: object, facts: object = {}) => ({ [TOKEN]: { permissions, ...facts } });

  test.each([
    [
      'a token that may nothing',
      { tokens: tokens({}) },
      { reason: 'permission', httpStatus: 403 },
      'GET /repos/octo-org/infrastructure/issues at 127.0.0.1',
      'permissions:\n  issues: write\n',
    ],
    [
      'a token that may only read',
      { tokens: tokens({ issues: 'read' }) },
      { reason: 'permission', httpStatus: 403 },
      'POST /repos/octo-org/infrastructure/issues at',
      'permissions:\n  issues: write\n',
    ],
    [
      'a personal token without the permission',
      { tokens: tokens({}, { kind: 'personal' }) },
      { reason: 'permission', httpStatus: 403 },
      'not accessible by personal access token',
      'Issues: Read and write',
    ],
    [
      'a token of another repository',
      { tokens: tokens({ issues: 'write' }, { repositories: [] }) },
      { reason: 'not-found', httpStatus: 404 },
      '404: Not Found',
      'octo-org/infrastructure (GITHUB_REPOSITORY)',
    ],
    [
      'issues that are switched off',
      { repositories: [{ ...repository, hasIssues: false }] },
      { reason: 'gone', httpStatus: 410 },
      'Issues has been disabled in this repository',
      'Settings, General, Features, Issues',
    ],
    [
      'an archived repository',
      { repositories: [{ ...repository, isArchived: true }] },
      { reason: 'permission', httpStatus: 403 },
      'archived',
      'The repository is archived',
    ],
  ] as const)('%s', async (_words, seed, facts, told, mend) => {
    const error = await failWith(await open({ ...seed }));
    expect(error).toMatchObject(facts);
    expect(error.message).toContain(told);
    expect(error.message).toMatch(/request id FAKE:\d+/);
    expect(error.mend).toContain(mend);
  });

  test('a token that GitHub does not know', async () => {
    const error = await failWith(await open(), 'ghs_unknown0000000000');
    expect(error).toMatchObject({ reason: 'token', httpStatus: 401 });
    expect(error.message).toContain('401: Bad credentials');
    expect(error.mend).toContain("'github-token'");
  });

  test('a title that is too long, with what GitHub says of the field', async () => {
    const scene = await open();
    await expect(scene.keep({ title: 'x'.repeat(300) })).rejects.toMatchObject({
      reason: 'refused',
      message: expect.stringMatching(/422: Validation Failed; title custom title is too long/),
    });
  });

  test('an issue that is deleted meanwhile', async () => {
    const scene = await open([OURS]);
    const message = 'This issue was deleted';
    scene.github.planFault({ endpoint: 'issues.get', kind: 'status', status: 410, message });
    expect((await failWith(scene)).mend).toContain('the next run opens another one');
  });

  test('a page of a proxy in place of an answer', async () => {
    const scene = await open([OURS]);
    scene.github.planFault({ endpoint: 'issues.list', kind: 'wrong-body', body: 'html' });
    const error = await failWith(scene);
    expect(error.reason).toBe('unreadable');
    expect(error.message).toContain('HTML page titled "Unicorn!"');
  });

  test('JSON of another shape, for what would look like no issue at all', async () => {
    const scene = await open([OURS]);
    scene.github.planFault({ endpoint: 'issues.list', kind: 'wrong-body', body: 'object' });
    expect(await failWith(scene)).toMatchObject({ reason: 'unreadable' });
    expect(scene.issues()).toHaveLength(1);
  });

  test('and never what the token is', async () => {
    const scene = await open([OURS]);
    const message = `You sent ${TOKEN}, and ${Buffer.from(TOKEN).toString('base64')}`;
    scene.github.planFault({ endpoint: '*', kind: 'status', status: 422, message });
    const error = await failWith(scene);
    expect(error.message).toContain('You sent ***, and ***');
    expect(`${error.stack}${JSON.stringify(error)}${scene.debugLines}`).not.toContain(TOKEN);
  });
});

describe('what may pass by itself is tried again', () => {
  test.each([
    ['a failure of GitHub’s', { kind: 'status', status: 502, body: 'html' }],
    ['a connection that is cut', { kind: 'reset' }],
    ['a lost answer', { kind: 'lost-answer' }],
  ] as const)('%s, in reads and changes alike', async (_words, trouble) => {
    const scene = await open([OURS]);
    for (const endpoint of ['issues.list', 'issues.get', 'issues.update', 'issue-labels.add']) {
      scene.github.planFault({ endpoint, times: 2, ...trouble });
    }
    const kept = await scene.keep({ writeBody: () => 'New.', labels: ['bug'] });
    expect(kept).toMatchObject({ action: 'updated', warnings: [] });
    expect(scene.issue(1).labels).toEqual(['bug']);
    expect(scene.calls()).toHaveLength(12);
  });

  test('in ever longer pauses, and not for ever', async () => {
    const scene = await open();
    scene.github.planFault({ endpoint: '*', call: 'every', kind: 'status', status: 503 });
    const error = await failWith(scene);
    expect(error).toMatchObject({ reason: 'server', httpStatus: 503 });
    expect(error.message).toMatch(/5 tries/);
    expect(scene.elapsed()).toBe(500 + 1000 + 2000 + 4000);
  });

  test('not before the time that GitHub asks for', async () => {
    const scene = await open();
    scene.github.planFault({ endpoint: 'issues.list', kind: 'status', status: 503, retryAfterSeconds: 45 });
    expect((await scene.keep()).action).toBe('opened');
    expect(scene.elapsed()).toBe(45_000);
  });

  test('but no refusal', async () => {
    const scene = await open({ tokens: { [TOKEN]: { permissions: {} } } });
    await failWith(scene);
    expect(scene.calls()).toHaveLength(1);
  });
});

describe('a limit of GitHub’s is waited for', () => {
  test.each<[string, Trouble, number]>([
    ['as long as it says', { kind: 'secondary-limit', retryAfterSeconds: 17 }, 17_000],
    ['with 429 too', { kind: 'secondary-limit', status: 429, retryAfterSeconds: 5 }, 5000],
    ['a minute where it says nothing', { kind: 'secondary-limit', retryAfterSeconds: null }, 60_000],
    ['until the quota is back', { kind: 'primary-limit', resetAfterSeconds: 40 }, 40_000],
  ])('%s', async (_words, trouble, milliseconds) => {
    const scene = await open([OURS]);
    scene.github.planFault({ endpoint: 'issues.update', ...trouble });
    expect(await scene.keep({ state: 'clean' })).toMatchObject({ action: 'closed', warnings: [] });
    expect(scene.elapsed()).toBeGreaterThanOrEqual(milliseconds);
    expect(scene.elapsed()).toBeLessThan(milliseconds + 5000);
  });

  test('but not for an hour: it is said when', async () => {
    const scene = await open({ callsAnHour: 0 });
    const error = await failWith(scene);
    expect(error).toMatchObject({ reason: 'rate-limit', httpStatus: 403 });
    expect(error.mend).toContain('before 2026-01-01T01:00:01Z');
    expect(scene.elapsed()).toBe(0);
  });

  test('nor again and again beyond the time that is given for it', async () => {
    const scene = await open();
    scene.github.planFault({
      endpoint: '*',
      call: 'every',
      kind: 'secondary-limit',
      retryAfterSeconds: 60,
    });
    expect(await failWith(scene)).toMatchObject({ reason: 'rate-limit' });
    expect(scene.elapsed()).toBe(180_000);
  });
});

describe('a denial with the last call of the hour', () => {
  test('is a denial', async () => {
    const scene = await open({ callsAnHour: 1, tokens: { [TOKEN]: { permissions: {} } } });
    expect(await failWith(scene)).toMatchObject({ reason: 'permission' });
    expect(scene.elapsed()).toBe(0);
  });
});

describe('the token goes nowhere else', () => {
  test('not to a next page of another host', async () => {
    const [scene, elsewhere] = [await open(others(120)), await open(others(120))];
    const origin = new URL(elsewhere.github.url).origin;
    scene.github.planFault({ endpoint: 'issues.list', kind: 'foreign-link', origin });
    const error = await failWith(scene);
    expect(error.reason).toBe('redirect');
    expect(error.message).toContain(origin);
    expect(elsewhere.github.log).toEqual([]);
  });

  test('not along a redirect: a repository that has moved is said to have', async () => {
    const scene = await open(
      { repositories: [{ name: REPOSITORY, formerNames: ['octo-org/old'] }] },
      { environment: { GITHUB_REPOSITORY: 'octo-org/old' } },
    );
    const error = await failWith(scene);
    expect(error).toMatchObject({ reason: 'redirect', httpStatus: 301 });
    expect(error.mend).toContain('renamed or moved');
    expect(scene.calls()).toEqual(['GET issues.list']);
  });

  test.each([
    ['http://github.example.com/api/v3', 'unencrypted'],
    ['ftp://github.example.com', 'https URL'],
    ['https://user:hunter2@github.example.com', 'a user or a password'],
    ['ftp://user:hunter2@github.example.com', 'a user or a password'],
    ['nonsense', "'nonsense'"],
  ])('not to %s', async (url, told) => {
    const scene = await open({}, { environment: { GITHUB_API_URL: url } });
    const error = await failWith(scene);
    expect(error.reason).toBe('setup');
    expect(error.message).toContain(told);
    expect(error.message).not.toContain('hunter2');
  });
});

describe('the environment says where GitHub is', () => {
  test('an Enterprise Server has its API below a path, and its pages too', async () => {
    const scene = await open([...others(250), OURS], { basePath: '/api/v3' });
    expect(await scene.keep({ writeBody: () => 'New.' })).toMatchObject({ action: 'updated', number: 251 });
    expect(scene.github.log.map(({ path }) => path)).toEqual([
      '/api/v3/repos/octo-org/infrastructure/issues',
      '/api/v3/repositories/1001/issues',
      '/api/v3/repositories/1001/issues',
      '/api/v3/repos/octo-org/infrastructure/issues/251',
      '/api/v3/repos/octo-org/infrastructure/issues/251',
    ]);
  });

  test.each(['', 'infrastructure', 'a/b/c', 'octo org/x'])(
    'but not with the repository %j',
    async (given) => {
      const scene = await open({}, { environment: { GITHUB_REPOSITORY: given } });
      const error = await failWith(scene);
      expect(error.message).toContain('GITHUB_REPOSITORY');
      expect(scene.github.log).toEqual([]);
    },
  );

  test('and every call says which version of the API it means', async () => {
    const scene = await open([OURS]);
    await scene.keep({ state: 'clean' });
    expect(new Set(scene.github.log.map(({ apiVersion }) => apiVersion))).toEqual(new Set(['2022-11-28']));
  });

  test('an empty token is said to be one', async () => {
    const error = await failWith(await open(), '');
    expect(error.message).toContain("'github-token' is empty");
  });
});
