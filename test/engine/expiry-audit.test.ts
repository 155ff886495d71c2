import { afterEach, describe, expect, test } from '@jest/globals';
import { ACCOUNTS, TOKENS } from '../../simulator/estate.ts';
import { readText } from '../support/workflow.ts';
import { makeCaller, readCalled } from './support/caller.ts';
import { closeEngines, type EngineStage, openEngine } from './support/stage.ts';

afterEach(closeEngines);

/** Gateway's certificate in use, which has 20 days left, and what a second target adds. */
const target = (more: Readonly<Record<string, unknown>> = {}) => ({
  name: 'Gateway',
  provider: 'cloudflare-gateway',
  'account-id': ACCOUNTS.company,
  'api-token-env': 'COMPANY',
  'only-in-use': true,
  owner: 'network team',
  ...more,
});
const TARGETS = JSON.stringify([target()]);
const CREDENTIALS = `COMPANY: ${TOKENS.write}\nEXPIRED: ${TOKENS.expired}\n`;
const WELL = { 'warn-within': '10d', 'fail-within': '5d' };
const WARNED = { 'warn-within': '30d', 'fail-within': '5d' };
const FAILED = { 'warn-within': '40d', 'fail-within': '30d' };

/** Calls expiry-audit.yml once for each set of inputs, in one repository. */
async function callAudit(...calls: readonly Readonly<Record<string, string | number | boolean>>[]) {
  const name = (index: number) => `caller-${index}.yml`;
  const files = calls.map((given, index) => [
    `.github/workflows/${name(index)}`,
    makeCaller('expiry-audit.yml', {
      with: { targets: TARGETS, ...given },
      secrets: { credentials: '${' + '{ secrets.CERTOPS }}' },
    }),
  ]);
  const stage = await openEngine({ files: Object.fromEntries(files) });
  return { stage, run: (index = 0) => start(stage, name(index)) };
}

/** The inputs that a test gives have no address of their own: the vendors' lead to the simulator. */
const start = (stage: EngineStage, workflow: string) =>
  stage.run({ workflow, secrets: { CERTOPS: CREDENTIALS } });

describe('expiry-audit.yml, called', () => {
  test('all well: the caller sees the verdict and the artifact, and no issue is opened', async () => {
    const { stage, run: start } = await callAudit({ ...WELL, issue: true });
    const run = await start();
    expect(run.succeeded).toBe(true);
    expect(readCalled(run)).toMatchObject({
      verdict: 'ok',
      count: '6',
      'expiring-count': '0',
      'expired-count': '0',
      'artifact-url': expect.stringMatching(
        /^http:\/\/127\.0\.0\.1:\d+\/octo-org\/infrastructure\/actions\/runs\/1\/artifacts\/\d+$/,
      ),
    });
    expect(await stage.artifacts()).toEqual({
      'certops-audit': ['certops-audit.html', 'certops-audit.json'],
    });
    expect(stage.github.world.repositories[0]?.issues).toEqual([]);
    expect([...stage.door.reached]).toEqual(['api.cloudflare.com']);
    expect(run.step('audit', 'audit')).toMatchObject({ result: 'success', post: 'success', annotations: [] });
  });

  test('a warning: the job succeeds, and warns in its summary and by an annotation', async () => {
    const { run: start } = await callAudit(WARNED);
    const run = await start();
    expect(run.succeeded).toBe(true);
    expect(readCalled(run)).toMatchObject({ verdict: 'warn', 'expiring-count': '1' });
    const { annotations, summary } = run.step('audit', 'audit');
    expect(annotations.map(({ level }) => level)).toEqual(['warning']);
    expect(summary).toContain('network team');
  });

  test('a failure: the job fails, and what it found is kept and shown in code scanning all the same', async () => {
    const { stage, run: start } = await callAudit({
      ...FAILED,
      'report-formats': 'csv,json',
      'upload-sarif': true,
      'artifact-name': 'kept',
      'issue-key': 'estate',
    });
    const run = await start();
    expect(run.succeeded).toBe(false);
    expect(run.job('audit').result).toBe('failure');
    expect(run.step('audit', 'audit')).toMatchObject({
      result: 'failure',
      outputs: { verdict: 'fail', complete: 'true' },
    });
    expect(await stage.artifacts()).toEqual({
      kept: ['certops-audit.csv', 'certops-audit.json', 'certops-audit.sarif'],
    });
    expect(await stage.codeScanning()).toEqual({ 'certops/estate': ['critical', 'no-successor'] });
    const report = JSON.parse(await stage.readArtifact('kept', 'certops-audit.json'));
    expect(report.verdict).toBe('fail');
  });

  test('a failure that may not fail the job is told to the caller', async () => {
    const { run: start } = await callAudit({ ...FAILED, 'fail-job': false });
    const run = await start();
    expect(run.succeeded).toBe(true);
    expect(readCalled(run)).toMatchObject({ verdict: 'fail' });
  });

  test('a target that cannot be read fails it, and its results are kept from code scanning', async () => {
    const unreadable = target({ name: 'Locked', 'api-token-env': 'EXPIRED' });
    const { stage, run: start } = await callAudit({
      ...WELL,
      targets: JSON.stringify([target(), unreadable]),
      'upload-sarif': true,
    });
    const run = await start();
    expect(run.succeeded).toBe(false);
    const { outputs, annotations } = run.step('audit', 'audit');
    expect(outputs).toMatchObject({ verdict: 'fail', count: '6', complete: 'false' });
    expect(annotations.some(({ level, message }) => level === 'error' && message.includes('Locked'))).toBe(
      true,
    );
    expect(Object.keys(await stage.artifacts())).toEqual(['certops-audit']);
    expect(await stage.codeScanning()).toEqual({});
  });

  test('opens an issue that the next audit closes, when all is well again', async () => {
    const issue = { issue: true, 'issue-key': 'estate', 'fail-job': false };
    const { stage, run: start } = await callAudit(
      { ...FAILED, ...issue, 'artifact-name': 'one' },
      { ...WELL, ...issue, 'artifact-name': 'two' },
    );
    const issues = () =>
      stage.github.world.repositories[0]?.issues.map(({ state, body }) => ({ state, body }));
    const first = await start(0);
    expect(readCalled(first)['issue-url']).toMatch(/\/issues\/1$/);
    expect(issues()).toEqual([{ state: 'open', body: expect.stringContaining('network team') }]);
    expect((await start(1)).succeeded).toBe(true);
    expect(issues()?.map(({ state }) => state)).toEqual(['closed']);
  });

  test('inputs that are wrong end it in one error, and there is nothing to keep', async () => {
    const { stage, run: start } = await callAudit({ 'warn-within': 'soon' });
    const run = await start();
    expect(run.succeeded).toBe(false);
    const [error, ...others] = run.step('audit', 'audit').annotations;
    expect(error).toMatchObject({ level: 'error', message: expect.stringContaining('given "soon"') });
    expect(others).toEqual([]);
    expect(await stage.artifacts()).toEqual({});
    expect(stage.simulator.history).toEqual([]);
  });

  test('no credential is in the log, the summary or an artifact', async () => {
    const { stage, run: start } = await callAudit(WARNED);
    const run = await start();
    const { summary } = run.step('audit', 'audit');
    const report = await stage.readArtifact('certops-audit', 'certops-audit.json');
    for (const shown of [run.log, summary, report]) expect(shown).not.toContain(TOKENS.write);
  });
});

describe('expiry-audit.yml, started by hand', () => {
  const targets = (more: Readonly<Record<string, unknown>> = {}) => JSON.stringify([target(more)]);
  const ownWorkflow = {
    '.github/workflows/expiry-audit.yml': readText('.github', 'workflows', 'expiry-audit.yml'),
  };
  const open = (file: string) =>
    openEngine({ files: { 'certops.yml': file, 'elsewhere.txt': 'not asked for', ...ownWorkflow } });

  test('reads the file of the repository, and keeps the reports that were asked for', async () => {
    const stage = await open(targets(WARNED));
    const run = await stage.run({
      workflow: 'expiry-audit.yml',
      inputs: { 'targets-file': 'certops.yml', 'fail-job': 'true', 'report-formats': 'csv' },
      secrets: { CREDENTIALS },
    });
    expect(run.succeeded).toBe(true);
    expect(run.step('audit', 'audit').outputs.verdict).toBe('warn');
    expect(await stage.artifacts()).toEqual({ 'certops-audit': ['certops-audit.csv'] });
  });

  test('checks a file without any credential and without any call', async () => {
    const stage = await open(targets({ colour: 'red' }));
    const inputs = { 'targets-file': 'certops.yml', 'validate-only': 'true' };
    const run = await stage.run({ workflow: 'expiry-audit.yml', inputs });
    expect(run.succeeded).toBe(false);
    expect(run.step('audit', 'audit').annotations[0]?.message).toContain('colour');
    expect(stage.simulator.history).toEqual([]);
  });
});
