import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { readActionFile, readKeyValues, runPostStep, runStep } from '../../scripts/support/step-runner.ts';

const root = path.join(import.meta.dirname, '..', '..');

interface ShownStep {
  readonly id?: string;
  readonly uses: string;
  readonly with: Readonly<Record<string, unknown>>;
}

describe('the rehearsal that docs/simulator.md shows', () => {
  test('rotates the simulated certificate, in the actions as they are built', async () => {
    const page = await readFile(path.join(root, 'docs', 'simulator.md'), 'utf8');
    const [, text = ''] = /^## Rehearse.*?^```yaml\n(.*?)^```$/ms.exec(page) ?? [];
    const steps: readonly ShownStep[] = parse(text).jobs.rehearse.steps;
    const environmentFile = path.join(await mkdtemp(path.join(tmpdir(), 'job-')), 'environment');
    await writeFile(environmentFile, '');
    const outputs: Record<string, Readonly<Record<string, string>>> = {};
    const ends: (() => Promise<unknown>)[] = [];
    for (const step of steps) {
      const folder = step.uses.includes('/simulator@') ? 'simulator' : '.';
      const action = await readActionFile(folder);
      const given = Object.entries(step.with).map(([name, value]) => [
        name,
        String(value).replace(/\$\{\{ steps\.(\w+)\.outputs\.(\w+) \}\}/, (_, id, output) => {
          return outputs[id]?.[output] ?? '';
        }),
      ]);
      const environment = readKeyValues(await readFile(environmentFile, 'utf8'));
      const result = await runStep(
        { with: Object.fromEntries(given), env: { ...environment, GITHUB_ENV: environmentFile } },
        action,
      );
      expect([step.uses, result.exitCode, result.exitCode === 0 ? '' : result.stdout]).toEqual([
        step.uses,
        0,
        '',
      ]);
      if (step.id !== undefined) outputs[step.id] = result.outputs;
      ends.unshift(() => runPostStep(result, action));
    }
    expect(outputs.rotation?.['rotation-state']).toBe('retired');
    for (const end of ends) await end();
    await expect(fetch(outputs.simulator?.url ?? '')).rejects.toThrow();
  });
});
