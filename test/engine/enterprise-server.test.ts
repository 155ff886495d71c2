import { afterEach, expect, test } from '@jest/globals';
import { GATEWAY_CERTIFICATES, TOKENS } from '../../simulator/estate.ts';
import { ONEAPI_CLIENTS } from '../../simulator/zscaler/estate.ts';
import { readText } from '../support/workflow.ts';
import { EXAMPLE_ACCOUNT, type ExampleStage, listExamples, openExample } from './support/examples.ts';
import { closeEngines, type EngineRun } from './support/stage.ts';

const HOUR = 60 * 60 * 1000;
const AUDIT = 'enterprise-server-audit.yml';
const ROTATION = 'enterprise-server-rotate-gateway.yml';

afterEach(closeEngines);

/** An Enterprise Server with the example in one of its repositories. */
const openServer = (name: string, files: Readonly<Record<string, string>> = {}) =>
  openExample(name, { apiPath: '/api/v3', files });

/** Every address of github.com that a run has shown, and every host that it wanted to reach besides the vendors'. */
function findStrays(
  { stage }: ExampleStage,
  { jobs }: EngineRun,
  texts: readonly string[],
): readonly string[] {
  const shown = jobs.flatMap(({ steps }) =>
    steps.flatMap(({ outputs, summary, annotations }) => [
      ...Object.values(outputs),
      summary,
      ...annotations.map(({ message }) => message),
    ]),
  );
  const addresses = [...shown, ...texts].flatMap((text) => text.match(/[\w./:-]*github\.com[\w./-]*/g) ?? []);
  return [...addresses, ...stage.door.refused];
}

test('an audit keeps its issue on the server, and every link leads there', async () => {
  const opened = await openServer(AUDIT, {
    '.github/certops-targets.yml': readText('examples', 'certops-targets.yml'),
  });
  const { stage, run } = opened;
  const nightly = await run({
    event: 'schedule',
    secrets: {
      CERTOPS_CREDENTIALS: JSON.stringify({
        CLOUDFLARE_PRODUCTION: TOKENS.write,
        ZSCALER_CLIENT_ID: ONEAPI_CLIENTS.write.id,
        ZSCALER_CLIENT_SECRET: ONEAPI_CLIENTS.write.secret,
      }),
    },
  });
  const { outputs } = nightly.step('audit', 'audit');
  expect(outputs).toMatchObject({ verdict: 'fail', complete: 'true' });
  const server = new URL(stage.github.url).origin;
  expect(outputs['issue-url']).toMatch(new RegExp(`^${server}/`));
  const [issue] = stage.github.world.repositories[0]?.issues ?? [];
  expect(issue?.body).toContain(`${server}/`);
  expect(new Set(stage.github.log.map(({ path }) => path.startsWith('/api/v3/')))).toEqual(new Set([true]));
  const reports = (await stage.artifacts())['certops-audit'] ?? [];
  expect(reports).toEqual(['csv', 'html', 'json'].map((end) => `certops-audit.${end}`));
  const texts = await Promise.all(reports.map((file) => stage.readArtifact('certops-audit', file)));
  expect(texts.join('')).toContain(`${server}/`);
  expect(findStrays(opened, nightly, [...texts, issue?.body ?? ''])).toEqual([]);
});

test('a rotation keeps its records on the server, and is promoted behind the environment', async () => {
  const opened = await openServer(ROTATION);
  const { stage, run } = opened;
  const story: string[] = [];
  for (const hours of [0, 25, 26, 25 + 7 * 24 + 1]) {
    stage.github.world.clockAheadMilliseconds = hours * HOUR;
    const daily = await run({
      event: 'schedule',
      secrets: { CLOUDFLARE_API_TOKEN: TOKENS.write },
      variables: { CLOUDFLARE_ACCOUNT_ID: EXAMPLE_ACCOUNT },
    });
    const states = daily.jobs.map(({ id }) => `${id} ${daily.step(id, 'rotate').outputs['rotation-state']}`);
    story.push(`${daily.succeeded}: ${states.join(', ')}`);
    expect(findStrays(opened, daily, [])).toEqual([]);
  }
  expect(story).toEqual([
    'true: prepare soaking',
    'true: prepare staged, promote overlapping',
    'true: prepare overlapping',
    'true: prepare retired',
  ]);
  expect(stage.simulator.readState().cloudflare.accounts[EXAMPLE_ACCOUNT]?.gateway.deletedIds).toEqual([
    GATEWAY_CERTIFICATES.inUse,
  ]);
  const { deployments = [] } = stage.github.world.repositories[0] ?? {};
  expect(deployments.length).toBeGreaterThan(0);
  expect(new Set(stage.github.log.map(({ path }) => path.startsWith('/api/v3/')))).toEqual(new Set([true]));
});

test('both examples for a server have been run', () => {
  expect(listExamples().filter((name) => name.startsWith('enterprise-server-'))).toEqual([AUDIT, ROTATION]);
});
