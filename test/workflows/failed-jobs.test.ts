import { describe, expect, test } from '@jest/globals';
import { readWorkflow } from '../support/workflow.ts';
import { runWorkflow } from '../support/workflow-run.ts';

/** The engine of test/engine ends a caller with the workflow that it calls; GitHub gives it the outputs all the same. */
describe('what a caller reads of a called workflow that failed', () => {
  test('expiry-audit.yml: the verdict, the counts and the issue', async () => {
    const outputs = { verdict: 'fail', count: '3', 'expiring-count': '1', 'expired-count': '1' };
    const run = await runWorkflow(readWorkflow('.github', 'workflows', 'expiry-audit.yml'), {
      inputs: { targets: '[]' },
      act: () => ({ failed: true, outputs: { ...outputs, 'issue-url': 'https://github.com/o/r/issues/1' } }),
    });
    expect(run.results).toEqual({ audit: 'failure' });
    expect(run.outputs).toEqual({ ...outputs, 'issue-url': 'https://github.com/o/r/issues/1' });
  });

  test('rotate.yml: where the rotation stands after the job that failed', async () => {
    const run = await runWorkflow(readWorkflow('.github', 'workflows', 'rotate.yml'), {
      inputs: { provider: 'cloudflare-gateway', phases: 'plan,stage,promote,retire' },
      act: (job) => ({
        failed: job === 'promote',
        outputs: {
          'rotation-state': { plan: 'staged', promote: 'rolled-back' }[job] ?? '',
          'next-phase': { plan: 'promote', promote: 'none' }[job] ?? '',
          changed: String(job === 'promote'),
        },
      }),
    });
    expect(run.results).toEqual({ plan: 'success', stage: 'skipped', promote: 'failure', retire: 'skipped' });
    expect(run.outputs).toMatchObject({
      'rotation-state': 'rolled-back',
      'next-phase': 'none',
      changed: 'true',
    });
  });
});
