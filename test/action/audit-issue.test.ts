import { afterEach, describe, expect, test } from '@jest/globals';
import type { StepResult } from '../../scripts/support/step-runner.ts';
import { GATEWAY_CERTIFICATES } from '../../simulator/estate.ts';
import { type FakeGitHub, startGitHub } from '../support/github/server.ts';
import { type Seed, TOKEN } from '../support/github/world.ts';
import { closeStages, openStage, type Stage } from './support/stage.ts';

let github: FakeGitHub | null = null;
afterEach(async () => {
  await closeStages();
  await github?.close();
  github = null;
});

interface Scene {
  readonly stage: Stage;
  readonly github: FakeGitHub;
  audit(inputs?: Readonly<Record<string, string>>): Promise<StepResult>;
}

/** The company's Gateway store, audited by a workflow of a repository at a fake GitHub. */
async function openScene(seed: Seed = {}): Promise<Scene> {
  const stage = await openStage('cloudflare-gateway');
  const opened = await startGitHub({ seed });
  github = opened;
  const env = {
    ...stage.simulator.env,
    ...opened.env,
    GITHUB_WORKFLOW: 'Audit',
    GITHUB_WORKFLOW_REF: 'octo-org/infrastructure/.github/workflows/audit.yml@refs/heads/main',
    GITHUB_JOB: 'audit',
    GITHUB_SERVER_URL: 'https://github.example.com',
    GITHUB_RUN_ID: '42',
  };
  return {
    stage,
    github: opened,
    audit: (inputs = {}) =>
      stage.step(
        { operation: 'audit', issue: 'true', 'github-token': TOKEN, 'report-formats': '', ...inputs },
        { env },
      ),
  };
}

const issuesOf = ({ world }: FakeGitHub) => world.repositories[0]?.issues ?? [];
const warningsOf = (step: StepResult) =>
  step.commands.filter(({ name }) => name === 'warning').map(({ message }) => message);

describe('one issue', () => {
  test('is opened, kept up to date with what people wrote, closed when all is well, and opened again', async () => {
    const scene = await openScene();
    const first = await scene.audit({ 'issue-labels': 'certificates, on call' });
    expect(first).toMatchObject({ exitCode: 1, outputs: { verdict: 'fail' } });
    const [issue] = issuesOf(scene.github);
    expect(issue).toMatchObject({ state: 'open' });
    expect(first.outputs['issue-url']).toContain(`/issues/${issue?.number}`);
    expect(first.summary).toContain(`/issues/${issue?.number}`);
    expect(issue?.body).toContain('https://github.example.com/octo-org/infrastructure/actions/runs/42');

    if (issue !== undefined) Object.assign(issue, { body: `Seen by Kim.\n\n${issue.body}` });
    await scene.audit();
    expect(issuesOf(scene.github)).toHaveLength(1);
    expect(issuesOf(scene.github)[0]?.body).toMatch(/^Seen by Kim\.\n\n/);

    // A threshold that nothing is within any more, and the finding beyond dates ignored with its certificate.
    const clean = {
      'warn-within': '',
      'fail-within': '',
      targets: JSON.stringify([
        {
          name: 'gateway',
          provider: 'cloudflare-gateway',
          'account-id': scene.stage.simulator.env.CLOUDFLARE_ACCOUNT_ID,
          'warn-within': '1d',
          'fail-within': '1d',
          'api-url': scene.stage.simulator.url,
          ignore: [{ id: GATEWAY_CERTIFICATES.expired, reason: 'shelved', until: '2999-01-01' }],
        },
      ]),
    };
    const well = await scene.stage.step(
      {
        operation: 'audit',
        provider: '',
        issue: 'true',
        'github-token': TOKEN,
        ...clean,
        'report-formats': '',
      },
      {
        env: {
          ...scene.stage.simulator.env,
          ...scene.github.env,
          GITHUB_WORKFLOW_REF: 'octo-org/infrastructure/.github/workflows/audit.yml@refs/heads/main',
          GITHUB_JOB: 'audit',
        },
      },
    );
    expect(well).toMatchObject({ exitCode: 0, outputs: { verdict: 'ok' } });
    expect(issuesOf(scene.github)[0]).toMatchObject({ state: 'closed' });

    await scene.audit();
    expect(issuesOf(scene.github)).toHaveLength(1);
    expect(issuesOf(scene.github)[0]).toMatchObject({ state: 'open' });
  });

  test('that may not be written is a warning with the line to add; the verdict stands', async () => {
    const scene = await openScene({ tokens: { [TOKEN]: { permissions: { issues: 'read' } } } });
    const step = await scene.audit({ 'fail-job': 'false' });
    expect(step).toMatchObject({ exitCode: 0, outputs: { verdict: 'fail' } });
    expect(step.outputs['issue-url']).toBeUndefined();
    expect(warningsOf(step).join('\n')).toContain('issues: write');
    expect(step.stdout.replace(/^::add-mask::.*$/gm, '')).not.toContain(TOKEN);
  });

  test('of a repository without issues is a warning', async () => {
    const scene = await openScene({
      repositories: [{ name: 'octo-org/infrastructure', hasIssues: false }],
    });
    const step = await scene.audit();
    expect(step.exitCode).toBe(1);
    expect(warningsOf(step).join('\n')).toMatch(
      /answered 410: .*Switch issues on in octo-org\/infrastructure/,
    );
  });

  test('is not touched where none is asked for', async () => {
    const scene = await openScene();
    await scene.audit({ issue: 'false' });
    expect(scene.github.log).toEqual([]);
  });
});
