import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { dependabot, workflows } from '../lint/support/sources.ts';

interface Workflow {
  readonly name: string;
  readonly on: Readonly<Record<string, { readonly workflows?: readonly string[] } | null>>;
  readonly permissions?: object;
  readonly jobs: Readonly<Record<string, Job>>;
}
interface Job {
  readonly 'timeout-minutes'?: number;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly environment?: string;
  readonly needs?: string;
  readonly steps?: readonly { readonly uses?: string; readonly run?: string; readonly with?: object }[];
}

/** The workflows that run in this repository for its own sake; others call the rest. */
const own = workflows
  .filter(({ name }) => name.startsWith('.github/'))
  .map(({ name, text }) => ({ name: name.replace(/^.*\//, ''), text, ...readWorkflow(text) }))
  .filter(({ on }) => !('workflow_call' in on));

function readWorkflow(text: string): { readonly title: string } & Omit<Workflow, 'name'> {
  const { name, ...rest }: Workflow = parse(text);
  return { title: name, ...rest };
}
const find = (file: string) => {
  const found = own.find(({ name }) => name === file);
  if (found === undefined) throw new Error(`There is no workflow ${file}`);
  return found;
};

describe("the repository's own workflows", () => {
  test.each(own)(
    '$name grants nothing on top, little to a job, and each job ends',
    ({ permissions, jobs }) => {
      expect(permissions).toEqual({});
      for (const job of Object.values(jobs)) {
        expect(job['timeout-minutes']).toBeLessThanOrEqual(40);
        expect(job.permissions).toBeDefined();
      }
    },
  );

  test.each(own)('$name leaves no credential in a checkout', ({ jobs }) => {
    for (const { steps = [] } of Object.values(jobs)) {
      for (const { uses, with: given } of steps) {
        if (uses?.startsWith('actions/checkout@'))
          expect(given).toMatchObject({ 'persist-credentials': false });
      }
    }
  });

  test('write in two places only: a release, and the rebuild of dist/ that runs no code of a pull request', () => {
    const writers = own.filter(({ jobs }) =>
      Object.values(jobs).some(({ permissions }) => permissions?.contents === 'write'),
    );
    expect(writers.map(({ name }) => name)).toEqual(['dist-push.yml', 'release.yml']);
    for (const { jobs } of writers) {
      const writing = Object.values(jobs).filter(({ permissions }) => permissions?.contents === 'write');
      expect(JSON.stringify(writing)).not.toMatch(/npm |node |\.ci\/run/);
    }
  });
});

describe('a third-party action', () => {
  const uses = workflows.flatMap(({ name, text }) =>
    [...text.matchAll(/uses: +(?!OWNER\/|\$\/)(\S+)@(\S+)(?: # (\S+))?$/gm)].map(
      ([, action = '', commit = '', version]) => ({ name, action, commit, version }),
    ),
  );

  test('is pinned to a whole SHA, with its version beside it', () => {
    expect(uses.length).toBeGreaterThan(10);
    const loose = uses.filter(
      ({ commit, version }) => !/^[0-9a-f]{40}$/.test(commit) || !/^v\d+\.\d+\.\d+$/.test(version ?? ''),
    );
    expect(loose).toEqual([]);
  });

  test('is of the same commit wherever it is used, but for artifacts on a server, which takes version 3', () => {
    const isForServer = (one: (typeof uses)[number]) =>
      one.name.includes('enterprise-server-') && one.action === 'actions/upload-artifact';
    expect(uses.filter(isForServer).map(({ version }) => version?.split('.')[0])).toEqual(['v3']);
    const repositories = uses
      .filter((one) => !isForServer(one))
      .map(({ action, commit }) => `${action.split('/', 2).join('/')} ${commit}`);
    const distinct = [...new Set(repositories)];
    expect(distinct).toHaveLength(new Set(distinct.map((one) => one.split(' ')[0])).size);
  });
});

describe('a release', () => {
  const { gate, validate, publish } = find('release.yml').jobs;

  test('is asked for before anything has run, by a job that may do nothing', () => {
    expect([gate?.environment, gate?.permissions]).toEqual(['release', {}]);
    expect(gate?.steps?.some(({ uses }) => uses !== undefined)).toBe(false);
    expect([validate?.needs, publish?.needs]).toEqual(['gate', 'validate']);
  });

  test('passes all that a change passes, and is published by a job that checks nothing out', () => {
    expect(validate?.steps?.map(({ run }) => run)).toContain('bash .ci/run');
    expect(publish?.steps?.filter(({ uses }) => uses?.startsWith('actions/checkout'))).toEqual([]);
  });
});

test('the half that pushes dist/ follows the half that builds it', () => {
  expect(find('dist-push.yml').on.workflow_run?.workflows).toEqual([find('dist-build.yml').title]);
});

test('updates wait a week, for every kind of dependency', () => {
  const {
    updates,
  }: {
    updates: readonly { 'package-ecosystem': string; directory: string; cooldown: object }[];
  } = parse(dependabot.text);
  expect(updates.map((update) => `${update['package-ecosystem']} ${update.directory}`)).toEqual([
    'npm /',
    'npm /bench',
    'npm /mutation',
    'github-actions /',
    'pip /test/tools',
  ]);
  for (const { cooldown } of updates) expect(cooldown).toMatchObject({ 'default-days': 7 });
});
