import { afterEach, describe, expect, test } from '@jest/globals';
import { keepScenes, OURS } from './scene.ts';

const scenes = keepScenes();
const { open } = scenes;
afterEach(scenes.close);

describe('labels and assignees', () => {
  test('are put on as it is opened; a label that the repository does not have is made', async () => {
    const scene = await open([]);
    await scene.keep({ labels: ['bug', 'certificates'], assignees: ['octocat', 'hubot'] });
    expect(scene.issue(1)).toMatchObject({
      labels: ['bug', 'certificates'],
      assignees: ['octocat', 'hubot'],
    });
    expect(scene.github.world.repositories[0]?.labels.map(({ name }) => name)).toContain('certificates');
  });

  test('that people put on are left alone, in either case of letters', async () => {
    const scene = await open([{ ...OURS, labels: ['Bug', 'mine'], assignees: ['hubot'] }]);
    const kept = await scene.keep({ labels: ['bug', 'certificates'], assignees: ['octocat'] });
    expect(scene.issue(1)).toMatchObject({ labels: ['Bug', 'mine', 'certificates'], assignees: ['hubot'] });
    expect(kept.action).toBe('updated');
  });

  test('are put on again as it is opened again', async () => {
    const scene = await open([{ ...OURS, state: 'closed', assignees: ['hubot'] }]);
    await scene.keep({ labels: ['certificates'], assignees: ['Octocat', 'HUBOT'] });
    expect(scene.issue(1)).toMatchObject({ labels: ['certificates'], assignees: ['hubot', 'octocat'] });
  });

  test('that GitHub does not take keep neither the issue nor the others from being kept', async () => {
    const scene = await open({ users: ['stranger'] });
    const kept = await scene.keep({
      labels: ['x'.repeat(51)],
      assignees: ['stranger', 'nobody', 'octocat'],
    });
    expect(kept.action).toBe('opened');
    expect(scene.issue(1).assignees).toEqual(['octocat']);
    expect(kept.warnings).toEqual([
      expect.stringMatching(/^The labels x+ were not put on issue #1: .*422/),
      expect.stringMatching(/^stranger was not assigned .*issue-assignees/),
      expect.stringMatching(/^nobody was not assigned .*404.*issue-assignees/),
    ]);
  });

  test('a comment that fails is no failure', async () => {
    const scene = await open([OURS]);
    scene.github.planFault({ endpoint: 'comments.create', kind: 'lost-answer' });
    const kept = await scene.keep({ state: 'clean' });
    expect([kept.action, scene.issue(1).state]).toEqual(['closed', 'closed']);
    expect(kept.warnings).toEqual([expect.stringMatching(/^Issue #1 got no comment/)]);
    expect(scene.issue(1).comments).toHaveLength(1);
  });
});
