import { spawnSync } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import { inputNames, inputNotes } from '../../src/interface/input-notes.ts';
import { outputNames } from '../../src/interface/outputs.ts';
import { readText, readWorkflow } from '../support/workflow.ts';
import { findFaults } from '../support/workflow-faults.ts';
import { findActionStep } from '../support/workflow-run.ts';

const workflow = readWorkflow('.github', 'workflows', 'rotate.yml');
const { plan, stage, promote, retire } = workflow.jobs;
const ALL = 'plan,stage,promote,retire';
const called = workflow.on.workflow_call;

describe('what rotate.yml refuses before anything else', () => {
  const script = plan?.steps?.find(({ run }) => run !== undefined)?.run ?? '';
  const check = (env: Readonly<Record<string, string>>) => {
    const { status, stdout } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
      env: {
        PATH: process.env.PATH,
        PROVIDER: 'cloudflare-gateway',
        PHASES: 'plan',
        STORE_SECRET: '',
        ...env,
      },
      encoding: 'utf8',
    });
    return { status, stdout };
  };

  test.each(['plan', ALL, 'plan, stage', 'stage\npromote', 'plan,retire', 'retire'])(
    'phases %j pass',
    (PHASES) => {
      expect(check({ PHASES })).toEqual({ status: 0, stdout: '' });
    },
  );

  test.each([
    '',
    ' ',
    'stage,plan',
    'plan,plan',
    'up',
    'Plan',
    '*',
    'plan\n::add-mask::e',
    'plan,stage,promote,retire,x',
  ])('phases %j do not, in one line that says what is allowed', (PHASES) => {
    const { status, stdout } = check({ PHASES });
    expect(status).toBe(1);
    expect(stdout).toMatch(
      /^::error title=CertOps%3A rotate::phases: .*plan, stage, promote, retire, in this order.*\n$/,
    );
  });

  test.each([
    ['cloudflare-client', 'plan,promote', '', 1],
    ['cloudflare-client', 'plan,promote', 'MTLS', 0],
    ['cloudflare-client', 'plan,retire', '', 0],
    ['zscaler-zpa', ALL, '', 0],
  ])('%s, phases %s, store-secret %j: exit code %d', (PROVIDER, PHASES, STORE_SECRET, code) => {
    const { status, stdout } = check({ PROVIDER, PHASES, STORE_SECRET });
    expect(status).toBe(code);
    expect(stdout).toMatch(code === 0 ? /^$/ : /^::error title=CertOps%3A rotate::store-secret: missing; /);
  });
});

describe('the rules of rotate.yml', () => {
  test("GitHub's own parser finds nothing wrong with it", async () => {
    expect(await findFaults('.github', 'workflows', 'rotate.yml')).toEqual([]);
  });

  test('the action of its own commit gets inputs that it has, and outputs that it sets are read', () => {
    for (const job of Object.values(workflow.jobs)) {
      const given = Object.keys(findActionStep(job)?.with ?? {});
      expect(given.filter((name) => !inputNames.some((one) => one === name))).toEqual([]);
      const used = Object.values(job.outputs ?? {}).map(
        (text) => /^\${{ steps\.rotate\.outputs\.([a-z-]+) }}$/.exec(text)?.[1] ?? text,
      );
      expect(used).toContain('next-phase');
      expect(used.filter((name) => !outputNames.some((one) => one === name))).toEqual([]);
    }
  });

  test('the action is given every input that only a rotation, or not every operation, has', () => {
    const given = Object.keys(findActionStep(plan)?.with ?? {});
    const ofRotations = inputNames.filter((name) => inputNotes[name].operations?.includes('rotate'));
    expect(ofRotations.length).toBeGreaterThan(20);
    // The default is the job's own token.
    expect(ofRotations.filter((name) => !given.includes(name))).toEqual(['github-token']);
  });

  test('every input and every secret of the workflow is read', () => {
    const text = readText('.github', 'workflows', 'rotate.yml');
    const read = (context: string) =>
      new Set(
        [...text.matchAll(new RegExp(`\\b${context}\\.([a-z_-]+)`, 'g'))].map(([, name]) => name ?? ''),
      );
    expect([...read('inputs')].sort()).toEqual(Object.keys(called?.inputs ?? {}).sort());
    expect([...read('secrets')].sort()).toEqual(Object.keys(called?.secrets ?? {}).sort());
  });

  test('inputs and secrets of the workflow are named as those of the action', () => {
    const own = ['environment', 'promote-environment', 'retire-environment', 'runs-on', 'timeout-minutes'];
    const names = Object.keys(called?.inputs ?? {}).filter((name) => !own.includes(name));
    expect(names.filter((name) => !inputNames.some((one) => one === name))).toEqual([]);
    // A hyphen could not be in the name of an environment's secret.
    const secrets = Object.keys(called?.secrets ?? {});
    expect(secrets.filter((name) => !/^[a-z]+(_[a-z]+)*$/.test(name))).toEqual([]);
    expect(secrets.filter((name) => !inputNames.some((one) => one === name.replaceAll('_', '-')))).toEqual(
      [],
    );
  });

  test('a run by hand offers inputs of the called workflow, no more than GitHub takes', () => {
    const dispatched = Object.entries(workflow.on.workflow_dispatch?.inputs ?? {});
    expect(dispatched.length).toBeGreaterThan(10);
    expect(dispatched.length).toBeLessThanOrEqual(25);
    expect(dispatched.filter(([name]) => !(name in (called?.inputs ?? {})))).toEqual([]);
    expect(called?.inputs.phases?.default).toBe('plan');
    expect(workflow.on.workflow_dispatch?.inputs.phases?.default).toBe('plan');
  });

  test('the plan only reads, the others may write the ledger and nothing else', () => {
    expect(workflow.permissions).toEqual({});
    expect(plan?.permissions).toEqual({ contents: 'read', deployments: 'read', actions: 'read' });
    for (const job of [stage, promote, retire]) {
      expect(job?.permissions).toEqual({ contents: 'read', deployments: 'write', actions: 'read' });
    }
  });

  test('an acting job waits for the one before it, and none is cancelled', () => {
    for (const job of [stage, promote, retire]) {
      expect(job?.concurrency).toMatchObject({ 'cancel-in-progress': false, queue: 'max' });
    }
  });

  test("secrets go to the action's inputs alone, expressions into no script, and foreign actions by SHA", () => {
    for (const { steps = [], ...job } of Object.values(workflow.jobs)) {
      expect(JSON.stringify(job)).not.toContain('secrets.');
      for (const { uses = '$/', with: given, ...step } of steps) {
        expect(step.run ?? '').not.toContain('${{');
        expect(JSON.stringify(step)).not.toContain('secrets.');
        if (uses === '$/') continue;
        expect(uses).toMatch(/^[\w./-]+@[0-9a-f]{40}$/);
        expect(JSON.stringify(given)).not.toContain('secrets.');
      }
    }
  });
});
