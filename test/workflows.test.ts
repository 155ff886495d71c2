import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { inputNames } from '../src/interface/input-notes.ts';
import { outputNames } from '../src/interface/outputs.ts';
import { readAuditRequest } from '../src/interface/targets/read-audit-request.ts';

const root = path.join(import.meta.dirname, '..');
const read = (...names: readonly string[]) => readFileSync(path.join(root, ...names), 'utf8');

interface StepOfJob {
  readonly id?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface Workflow {
  readonly on: {
    readonly workflow_call?: {
      readonly inputs: Readonly<Record<string, { readonly type: string }>>;
      readonly secrets: Readonly<Record<string, unknown>>;
    };
    readonly workflow_dispatch?: { readonly inputs: Readonly<Record<string, unknown>> };
    readonly schedule?: readonly { readonly cron: string; readonly timezone?: string }[];
  };
  readonly permissions?: unknown;
  readonly jobs: Readonly<
    Record<
      string,
      {
        readonly uses?: string;
        readonly with?: Readonly<Record<string, unknown>>;
        readonly secrets?: 'inherit' | Readonly<Record<string, unknown>>;
        readonly permissions?: Readonly<Record<string, string>>;
        readonly steps?: readonly StepOfJob[];
        readonly outputs?: Readonly<Record<string, string>>;
      }
    >
  >;
}

const audit: Workflow = parse(read('.github', 'workflows', 'expiry-audit.yml'));
const callers = readdirSync(path.join(root, 'examples'))
  .map((name) => ({ name, workflow: parse(read('examples', name)) as Workflow }))
  .filter(({ workflow }) => 'jobs' in workflow);

describe('expiry-audit.yml', () => {
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
  test.each(callers)(
    '$name calls a workflow that is here, by SHA, with inputs and secrets that it takes',
    ({ workflow }) => {
      for (const job of Object.values(workflow.jobs)) {
        expect(job.uses).toMatch(
          /^OWNER\/certops-action\/\.github\/workflows\/expiry-audit\.yml@[0-9a-f]{40}$/,
        );
        const { inputs = {}, secrets = {} } = audit.on.workflow_call ?? {};
        expect(Object.keys(job.with ?? {}).filter((name) => !(name in inputs))).toEqual([]);
        if (typeof job.secrets === 'object') {
          expect(Object.keys(job.secrets).filter((name) => !(name in secrets))).toEqual([]);
        }
      }
    },
  );

  test.each(callers)('$name grants nothing on top, and issues only where it keeps one', ({ workflow }) => {
    expect(workflow.permissions).toEqual({});
    for (const { permissions, with: given } of Object.values(workflow.jobs)) {
      expect(permissions?.contents).toBe('read');
      expect(permissions?.issues).toBe(given?.issue === true ? 'write' : undefined);
      expect(permissions?.['security-events']).toBe(given?.['upload-sarif'] === true ? 'write' : undefined);
    }
  });

  test('schedules are at an odd minute of a named zone', () => {
    const schedules = callers.flatMap(({ workflow }) => workflow.on.schedule ?? []);
    expect(schedules.length).toBeGreaterThan(0);
    for (const { cron, timezone } of schedules) {
      expect(Number(cron.split(' ')[0]) % 2).toBe(1);
      expect(timezone).toMatch(/^[A-Z][a-z]+\/[A-Z]/);
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
      { environment: {}, readFile: async (name) => read('examples', name), keepSecret: () => {} },
    );
    expect(request.targets.map(({ provider }) => provider)).toEqual([
      'cloudflare-gateway',
      'cloudflare-client',
      'zscaler-zpa',
    ]);
  });
});
