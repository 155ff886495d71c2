import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  type ActionFile,
  readActionFile,
  readKeyValues,
  runPostStep,
  runStep,
  type StepResult,
} from '../../scripts/support/step-runner.ts';
import { ESTATE_NAMES, GATEWAY_CERTIFICATES } from '../../simulator/estate.ts';
import { openSimulator } from './visitor.ts';

let simulator: ActionFile;
const begun: StepResult[] = [];

beforeAll(async () => {
  simulator = await readActionFile('simulator');
});
afterAll(async () => {
  for (const step of begun) await runPostStep(step, simulator);
});

/** The main step of simulator/action.yml, as the runner runs it. */
async function start(
  inputs: Readonly<Record<string, string | number | boolean>> = {},
  env: Readonly<Record<string, string>> = {},
): Promise<StepResult> {
  const step = await runStep({ with: inputs, env }, simulator);
  begun.push(step);
  return step;
}

const stop = (step: StepResult) => runPostStep(step, simulator);
const annotations = ({ commands }: StepResult) => commands.map(({ name, message }) => `${name}: ${message}`);
const listens = (url = '') =>
  fetch(url).then(
    () => true,
    () => false,
  );

/** `list` of the built action, with what the simulator's step has put out. */
const list = (outputs: Readonly<Record<string, string>>, provider: string, scope: object) =>
  runStep({
    with: { operation: 'list', provider, 'api-url': outputs.url ?? '', ...scope },
    env: Object.fromEntries(Object.entries(outputs).filter(([name]) => name !== 'url')),
  });

describe('a job that rehearses', () => {
  test('gets a simulator that lasts over its steps, and that its end stops', async () => {
    const started = await start();
    expect([started.exitCode, annotations(started)]).toEqual([0, []]);
    const { outputs } = started;
    const { exitCode, outputs: listed } = await list(outputs, 'cloudflare-gateway', {
      'account-id': outputs.CLOUDFLARE_ACCOUNT_ID,
      'in-use': true,
    });
    expect([exitCode, listed.id]).toEqual([0, GATEWAY_CERTIFICATES.inUse]);

    const stopped = await stop(started);
    expect([stopped.exitCode, annotations(stopped)]).toEqual([0, []]);
    expect(stopped.stdout).toMatch(new RegExp(`^Stopped the simulator at ${outputs.url}; calls: \\d+`));
    expect(await listens(outputs.url)).toBe(false);
  });

  test('gets outputs and no environment, unless it asks', async () => {
    const file = path.join(await mkdtemp(path.join(tmpdir(), 'job-')), 'environment');
    await writeFile(file, '');
    const readEnvironment = async () => readKeyValues(await readFile(file, 'utf8'));

    await start({}, { GITHUB_ENV: file });
    expect(await readEnvironment()).toEqual({});

    const { outputs } = await start({ 'export-environment': true }, { GITHUB_ENV: file });
    const { url, ...names } = outputs;
    expect(await readEnvironment()).toEqual(names);
    const { exitCode, outputs: listed } = await runStep({
      with: { operation: 'list', provider: 'zscaler-zpa', 'api-url': url ?? '' },
      env: await readEnvironment(),
    });
    expect([exitCode, Number(listed.count)]).toEqual([0, 8]);
  });

  test('is told every output that action.yml names, and no other', async () => {
    const { outputs } = await start();
    const file = simulator as ActionFile & { outputs: object };
    expect(Object.keys(outputs)).toEqual(Object.keys(file.outputs));
  });

  test('can ask for an estate, troubles and faults', async () => {
    const { outputs } = await start({
      estate: 'empty',
      unkind: 7,
      settle: '10ms',
      faults: '[{"endpoint":"client.list","kind":"status","status":503,"call":"every"}]',
    });
    const zone = { 'zone-id': outputs.CLOUDFLARE_ZONE_ID, 'max-retries': 0 };
    const { exitCode, stdout } = await list(outputs, 'cloudflare-client', zone);
    expect([exitCode, stdout]).toEqual([1, expect.stringContaining('503')]);
    const [step] = begun.slice(-1);
    expect((await stop(step as StepResult)).stdout).toContain('Unkind by --unkind=7');
  });

  test('reads of every input, default and output in docs/simulator.md', async () => {
    const page = await readFile(path.join(import.meta.dirname, '..', '..', 'docs', 'simulator.md'), 'utf8');
    for (const [name, { default: value }] of Object.entries(simulator.inputs)) {
      expect(page).toContain(`| \`${name}\` | ${value === undefined ? '' : `\`${value}\` `}|`);
    }
    const { outputs } = simulator as ActionFile & { outputs: object };
    for (const name of Object.keys(outputs)) expect(page).toContain(`\`${name}\``);
  });

  test('reads of every estate in action.yml', () => {
    const { estate } = simulator.inputs as Readonly<Record<string, { description?: string }>>;
    for (const name of ESTATE_NAMES) expect(estate?.description).toContain(`\`${name}\``);
  });
});

describe('a step that cannot start it', () => {
  test.each([
    [{ port: 'http' }, "--port must be a whole number from 0 to 65535, not 'http'"],
    [{ estate: 'big' }, "--estate must be company or empty or large or huge, not 'big'"],
    [{ unkind: 'very' }, '--unkind'],
    [{ faults: '{' }, "Input 'faults' must be a JSON object or an array of them, not '{'"],
    [{ faults: '{"endpoint":"gateway.list","kind":"odd"}' }, 'kind'],
    [{ 'export-environment': 'yes' }, "Input 'export-environment' must be true or false, not 'yes'"],
  ])('%j fails with one error, and leaves nothing to stop', async (inputs, named) => {
    const step = await start(inputs);
    expect([step.exitCode, step.outputs]).toEqual([1, {}]);
    expect(annotations(step)).toEqual([expect.stringContaining(named)]);
    const stopped = await stop(step);
    expect([stopped.exitCode, stopped.stdout]).toEqual([0, 'No simulator was started\n']);
  });

  test('because the port is taken says so, and leaves who has it alone', async () => {
    const first = await start();
    const { port } = new URL(first.outputs.url ?? '');
    const second = await start({ port });
    expect([second.exitCode, annotations(second)]).toEqual([1, [expect.stringContaining('EADDRINUSE')]]);
    await stop(second);
    expect(await listens(first.outputs.url)).toBe(true);
  });
});

describe('the post step', () => {
  test('without a step before it does nothing', async () => {
    const step = { ...(await start({ port: 'http' })), state: {} };
    const stopped = await stop(step);
    expect([stopped.exitCode, stopped.stdout]).toEqual([0, 'No simulator was started\n']);
  });

  test('says where the simulator had ended before the job', async () => {
    const started = await start();
    await stop(started);
    const again = await stop(started);
    expect(again.exitCode).toBe(0);
    expect(annotations(again)).toEqual([
      expect.stringMatching(/^warning: The simulator at http:\S+ had ended before the job did/),
    ]);
  });

  test('leaves another program alone that has the port by now', async () => {
    const started = await start();
    await stop(started);
    const other = createServer((_, response) => response.writeHead(404).end());
    other.listen(Number(new URL(started.outputs.url ?? '').port), '127.0.0.1');
    await once(other, 'listening');
    const { exitCode, ...stopped } = await stop(started);
    other.close();
    expect(exitCode).toBe(0);
    expect(annotations({ exitCode, ...stopped })).toEqual([
      expect.stringContaining('another program listens there, and was left alone'),
    ]);
  });

  test('leaves another simulator alone', async () => {
    const [mine, other] = [await start(), await start()];
    await stop({ ...mine, state: { ...other.state, token: mine.state.token ?? '' } });
    expect(await listens(other.outputs.url)).toBe(true);
  });

  test('stops a simulator whose step was cancelled before it listened', async () => {
    const token = 'of the cancelled step';
    const { url, env } = await openSimulator({ stopToken: token });
    const folder = await mkdtemp(path.join(tmpdir(), 'job-'));
    const cancelled = { ...(await start({ port: 'http' })), state: { folder, token } };
    const stopping = stop(cancelled);
    await writeFile(path.join(folder, 'announcement.json'), `${JSON.stringify({ url, env })}\n`);
    expect((await stopping).stdout).toMatch(/^Stopped/);
    expect(await listens(url)).toBe(false);
  });
});

test('outside a step the entry says what to run instead', async () => {
  const child = spawn(process.execPath, [simulator.runs.main], {
    env: {},
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const [code] = await once(child, 'close');
  expect([code, said]).toEqual([1, expect.stringContaining('npm run --silent simulator -- --help')]);
});
