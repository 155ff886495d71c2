import { afterEach, describe, expect, test } from '@jest/globals';
import { findYamlBlocks } from '../lint/support/yaml-blocks.ts';
import { readText } from '../support/workflow.ts';
import { closeEngines, openEngine } from './support/stage.ts';

afterEach(closeEngines);

describe('the simulator in a workflow of one’s own', () => {
  const rehearsal = findYamlBlocks('simulator.md', readText('docs', 'simulator.md')).find(({ text }) =>
    text.startsWith('name: Rehearsal'),
  );

  test('is rehearsed on as its page shows, and is gone when the job has ended', async () => {
    const stage = await openEngine({ files: { '.github/workflows/rehearsal.yml': rehearsal?.text ?? '' } });
    const run = await stage.run({ workflow: 'rehearsal.yml' });
    expect(run.succeeded).toBe(true);
    const { outputs, post } = run.step('rehearse', 'simulator');
    expect(run.step('rehearse', 'rotation').outputs).toMatchObject({
      'rotation-state': 'retired',
      changed: 'true',
    });
    expect(post).toBe('success');
    await expect(fetch(outputs.url ?? '')).rejects.toThrow('fetch failed');
    // It is the job's own: nothing outside was asked.
    expect([stage.simulator.history, [...stage.door.reached], stage.door.refused]).toEqual([[], [], []]);
  });
});
