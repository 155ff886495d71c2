import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { inputNames } from '../src/interface/input-notes.ts';
import { outputNames } from '../src/interface/outputs.ts';
import { readAuditRequest } from '../src/interface/targets/read-audit-request.ts';
import { providers } from '../src/interface/words.ts';
import { readText, readWorkflow, type Workflow } from './support/workflow.ts';
import { findFaults } from './support/workflow-faults.ts';

const audit = readWorkflow('.github', 'workflows', 'expiry-audit.yml');
const rotate = readWorkflow('.github', 'workflows', 'rotate.yml');
const jobsOf = ({ jobs }: Workflow) => Object.values(jobs);
const examples = readdirSync(path.join(import.meta.dirname, '..', 'examples'))
  .map((name) => ({ name, workflow: readWorkflow('examples', name) }))
  .filter(({ workflow }) => 'jobs' in workflow);
const usesSteps = ({ workflow }: (typeof examples)[number]) =>
  jobsOf(workflow).some(({ steps }) => steps !== undefined);
const callers = examples.filter((one) => !usesSteps(one));
const stepsOfTheirOwn = examples.filter(usesSteps);
const isRotation = (workflow: Workflow) =>
  jobsOf(workflow).some(({ uses = '' }) => uses.includes('/rotate.yml@'));
const audits = callers.filter(({ workflow }) => !isRotation(workflow));
const rotations = callers.filter(({ workflow }) => isRotation(workflow));

describe('expiry-audit.yml', () => {
  test("GitHub's own parser finds nothing wrong with it", async () => {
    expect(await findFaults('.github', 'workflows', 'expiry-audit.yml')).toEqual([]);
  });

  const [job] = Object.values(audit.jobs);
  const steps = job?.steps ?? [];
  const step = steps.find(({ uses }) => uses === '$/');

  test('calls the action of its own commit, with inputs that it has, and reads outputs that it sets', () => {
    const given = Object.keys(step?.with ?? {});
    expect(given).toContain('targets-file');
    expect(given.filter((name) => !inputNames.some((one) => one === name))).toEqual([]);
    const used = [...JSON.stringify(job).matchAll(/steps\.audit\.outputs\.([a-z-]+)/g)].map(
      ([, name]) => name,
    );
    expect(used).toContain('verdict');
    expect(used.filter((name) => !outputNames.some((one) => one === name))).toEqual([]);
  });

  test("uses nobody else's action but by its whole SHA, and puts no expression into a script", () => {
    const foreign = steps.flatMap(({ uses }) => (uses === undefined || uses === '$/' ? [] : [uses]));
    expect(foreign.length).toBeGreaterThan(0);
    expect(foreign.filter((uses) => !/^[\w./-]+@[0-9a-f]{40}$/.test(uses))).toEqual([]);
    expect(steps.filter(({ run }) => run !== undefined)).toEqual([]);
  });

  test('types every input, and names one secret', () => {
    const { inputs = {}, secrets = {} } = audit.on.workflow_call ?? {};
    const types = Object.values(inputs).map(({ type }) => type);
    expect(types.filter((type) => !['string', 'boolean', 'number'].includes(type))).toEqual([]);
    expect(Object.keys(secrets)).toEqual(['credentials']);
    const dispatched = Object.keys(audit.on.workflow_dispatch?.inputs ?? {});
    expect(dispatched.filter((name) => !(name in inputs))).toEqual([]);
  });
});

describe('examples', () => {
  test.each(examples)("GitHub's own parser finds nothing wrong with $name", async ({ name }) => {
    expect(await findFaults('examples', name)).toEqual([]);
  });

  test.each(callers)(
    '$name calls a workflow that is here, by SHA, with inputs and secrets that it takes',
    ({ workflow }) => {
      for (const job of jobsOf(workflow)) {
        const [, name] =
          /^OWNER\/certops-action\/\.github\/workflows\/(expiry-audit|rotate)\.yml@[0-9a-f]{40}$/.exec(
            job.uses ?? '',
          ) ?? [];
        const called = { 'expiry-audit': audit, rotate }[name ?? '']?.on.workflow_call;
        const { inputs = {}, secrets = {} } = called ?? {};
        expect(Object.keys(inputs)).not.toEqual([]);
        expect(Object.keys(job.with ?? {}).filter((one) => !(one in inputs))).toEqual([]);
        const required = Object.keys(inputs).filter((one) => inputs[one]?.required === true);
        expect(required.filter((one) => !(one in (job.with ?? {})))).toEqual([]);
        if (typeof job.secrets === 'object') {
          expect(Object.keys(job.secrets).filter((one) => !(one in secrets))).toEqual([]);
        }
      }
    },
  );

  test.each(audits)('$name grants nothing on top, and issues only where it keeps one', ({ workflow }) => {
    expect(workflow.permissions).toEqual({});
    for (const { permissions, with: given } of jobsOf(workflow)) {
      expect(permissions?.contents).toBe('read');
      expect(permissions?.issues).toBe(given?.issue === true ? 'write' : undefined);
      expect(permissions?.['security-events']).toBe(given?.['upload-sarif'] === true ? 'write' : undefined);
    }
  });

  test.each(rotations)(
    '$name grants nothing on top, and each job what rotate.yml asks for',
    ({ workflow }) => {
      expect(workflow.permissions).toEqual({});
      const asked = Object.assign({}, ...jobsOf(rotate).map(({ permissions }) => permissions));
      for (const { permissions } of jobsOf(workflow)) expect(permissions).toEqual(asked);
    },
  );

  test.each(rotations)('$name lets no second run ask while an approval is open', ({ workflow }) => {
    const asks = jobsOf(workflow).some(({ with: given }) => given?.['promote-environment'] !== undefined);
    expect(workflow.concurrency?.['cancel-in-progress']).toBe(asks ? false : undefined);
  });

  test.each(stepsOfTheirOwn)('$name, for a server, grants each job what its steps need', ({ workflow }) => {
    expect(workflow.permissions).toEqual({});
    expect(workflow.concurrency?.['cancel-in-progress']).toBe(false);
    for (const { permissions, steps = [] } of jobsOf(workflow)) {
      const given = steps.find(({ uses = '' }) => uses.startsWith('OWNER/certops-action@'))?.with;
      expect(permissions).toEqual(
        given?.operation === 'audit'
          ? { contents: 'read', issues: 'write' }
          : { deployments: 'write', actions: 'read' },
      );
      expect(Object.keys(given ?? {}).filter((one) => !inputNames.some((name) => name === one))).toEqual([]);
    }
  });

  test('there is a rotation for each provider', () => {
    const shown = rotations.flatMap(({ workflow }) =>
      jobsOf(workflow).map(({ with: given }) => given?.provider),
    );
    expect(shown.toSorted()).toEqual([...providers].toSorted());
  });

  test.each([
    ['of a named zone', callers, /^[A-Z][a-z]+\/[A-Z]/],
    ['in UTC where a server runs them', stepsOfTheirOwn, /^UTC$/],
  ])('schedules are at an odd minute, %s', (_, some, zone) => {
    const schedules = some.flatMap(({ workflow }) => workflow.on.schedule ?? []);
    expect(schedules.length).toBeGreaterThan(0);
    for (const { cron, timezone = 'UTC' } of schedules) {
      expect(Number(cron.split(' ')[0]) % 2).toBe(1);
      expect(timezone).toMatch(zone);
    }
  });

  test('the one for pull requests gets no secret', () => {
    const jobs = Object.values(
      callers.find(({ name }) => name === 'validate-targets.yml')?.workflow.jobs ?? {},
    );
    expect(jobs).toHaveLength(1);
    expect(jobs.map(({ secrets, with: given }) => [secrets, given?.['validate-only']])).toEqual([
      [undefined, true],
    ]);
  });

  test('the targets are valid', async () => {
    const request = await readAuditRequest(
      { operation: 'audit', 'targets-file': 'certops-targets.yml', 'validate-only': 'true' },
      { environment: {}, readFile: async (name) => readText('examples', name), keepSecret: () => {} },
    );
    expect(request.targets.map(({ provider }) => provider)).toEqual([
      'cloudflare-gateway',
      'cloudflare-client',
      'zscaler-zpa',
    ]);
  });
});
