import { afterEach, describe, expect, test } from '@jest/globals';
import { keepIssue } from '../../../src/runner/issue/keep-issue.ts';
import { buildWanted, keepScenes } from './scene.ts';

const scenes = keepScenes();
const { open } = scenes;
afterEach(scenes.close);

describe('opening it', () => {
  test.each([
    ['its answer is lost', { kind: 'lost-answer' }],
    ['GitHub fails after it', { kind: 'status', status: 502, acted: true }],
    ['a page of HTML is the answer', { kind: 'wrong-body', body: 'html' }],
  ] as const)('is not done twice where %s', async (_words, trouble) => {
    const scene = await open({ listingLagMilliseconds: 5000 });
    scene.github.planFault({ endpoint: 'issues.create', ...trouble });
    const kept = await scene.keep({ labels: ['bug'] });
    expect(scene.issues()).toHaveLength(1);
    expect(scene.issue(1).labels).toEqual(['bug']);
    expect(kept).toMatchObject({ action: 'opened', number: 1 });
    expect(kept.warnings).toEqual([expect.stringMatching(/answer to opening issue #1 was lost/)]);
    expect(scene.elapsed()).toBeGreaterThanOrEqual(5000);
  });

  test('that may have failed is not tried again: it is said, and the next run goes on', async () => {
    const scene = await open();
    scene.github.planFault({ endpoint: 'issues.create', kind: 'status', status: 500 });
    await expect(scene.keep()).rejects.toMatchObject({
      name: 'GitHubError',
      message: expect.stringMatching(/500.*not known whether the issue was opened/),
      mend: expect.stringContaining('next run'),
    });
    expect(scene.calls().filter((call) => call === 'POST issues.create')).toHaveLength(1);
    expect((await scene.keep()).action).toBe('opened');
  });

  test('is done again where GitHub surely did not do it', async () => {
    const scene = await open();
    scene.github.planFault({ endpoint: 'issues.create', kind: 'secondary-limit', retryAfterSeconds: 30 });
    expect(await scene.keep()).toMatchObject({ action: 'opened', warnings: [] });
    expect(scene.issues()).toHaveLength(1);
    expect(scene.elapsed()).toBeGreaterThanOrEqual(30_000);
  });

  test('twice at once leaves two, of which the next run keeps one and names the other', async () => {
    const scene = await open();
    const store = await scene.open();
    const both = Promise.withResolvers<void>();
    let arrived = 0;
    const racing: typeof store = {
      ...store,
      async create(issue) {
        arrived += 1;
        if (arrived === 2) both.resolve();
        await both.promise;
        return store.create(issue);
      },
    };
    const run = () => keepIssue(racing, buildWanted(), { sleep: async () => {} });
    await Promise.all([run(), run()]);
    expect(scene.issues()).toHaveLength(2);
    const kept = await scene.keep({ writeBody: () => 'New.' });
    expect(kept.number).toBe(1);
    expect(kept.warnings).toEqual([expect.stringContaining('#2')]);
    scene.issue(2).state = 'closed';
    expect((await scene.keep()).warnings).toEqual([]);
  });
});
