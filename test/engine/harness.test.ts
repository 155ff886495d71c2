import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { runAct } from './support/act.ts';
import { rewriteForEngine } from './support/rewrite.ts';
import { closeEngines, openEngine } from './support/stage.ts';

afterEach(closeEngines);

const job = (steps: string) =>
  `on: workflow_dispatch\njobs:\n  one:\n    runs-on: ubuntu-latest\n    steps:\n${steps}`;
const openJob = (steps: string) =>
  openEngine({ files: { '.github/workflows/one.yml': job(steps), 'a.txt': 'a' } });

describe('the engine', () => {
  test('that is not installed fails the test, and says how to install it', async () => {
    const home = mkdtempSync(path.join(tmpdir(), 'engine-'));
    const place = { directory: home, home, command: path.join(home, 'act') };
    await expect(runAct(['--version'], place)).rejects.toThrow(
      /act is not at .*node scripts\/install-test-tools\.ts/,
    );
    rmSync(home, { recursive: true });
  });

  test('is the pinned one, and runs actions on the runtime of runners', async () => {
    const stage = await openJob('      - run: node --version\n');
    const run = await stage.run({ workflow: 'one.yml' });
    expect(run.step('one', '0').text).toMatch(/^v24\./);
  });

  test('gives steps nothing of the machine’s own', async () => {
    const stage = await openJob('      - run: env\n');
    process.env.CLOUDFLARE_API_TOKEN = 'of the machine';
    const run = await stage
      .run({ workflow: 'one.yml' })
      .finally(() => delete process.env.CLOUDFLARE_API_TOKEN);
    expect(run.step('one', '0').text).toContain('GITHUB_ACTIONS=true');
    expect(run.step('one', '0').text).not.toContain('of the machine');
  });

  test('leads to no other host than the vendors’', async () => {
    const ask = `const { hostname, port } = new URL(process.env.https_proxy);
          require('node:http')
            .request({ hostname, port, method: 'CONNECT', path: 'example.com:443' })
            .on('connect', ({ statusCode }) => console.log('answered ' + statusCode))
            .end();`;
    const stage = await openJob(`      - shell: node {0}\n        run: |\n          ${ask}\n`);
    const run = await stage.run({ workflow: 'one.yml' });
    expect(run.step('one', '0').text).toContain('answered 403');
    expect(stage.door.refused).toEqual(['example.com:443']);
  });

  test('tells a job that failed from one that succeeded', async () => {
    const stage = await openJob('      - run: exit 3\n      - run: echo not any more\n');
    const run = await stage.run({ workflow: 'one.yml' });
    expect([run.succeeded, run.job('one').result]).toEqual([false, 'failure']);
    expect(run.job('one').steps.map(({ result }) => result)).toEqual(['failure']);
  });
});

describe('stand-ins', () => {
  test('are there for every action that is used, or the test says which is missing', async () => {
    await expect(openJob('      - uses: actions/cache@v5\n')).rejects.toThrow(
      /Nothing stands in for actions\/cache/,
    );
  });

  test.each([
    ['actions/checkout@v6', 'sparse: a', 'unexpected input sparse'],
    ['actions/checkout@v6', 'submodules: true', "cannot do 'submodules: true'"],
    ['actions/upload-artifact@v6', 'path: none, if-no-files-found: error', 'No files were found'],
    ['actions/download-artifact@v7', 'name: none', 'Artifact not found for name: none'],
  ])('%s with {%s} fails in one line', async (uses, given, message) => {
    const stage = await openJob(`      - uses: ${uses}\n        with: {${given}}\n`);
    const run = await stage.run({ workflow: 'one.yml' });
    expect(run.succeeded).toBe(false);
    expect(run.step('one', '0').annotations).toEqual([
      {
        level: 'error',
        title: expect.stringContaining('Stand-in'),
        message: expect.stringContaining(message),
      },
    ]);
  });

  test('check out what was asked for, and hand an artifact on', async () => {
    const steps = [
      'uses: actions/checkout@v6\n        with: {sparse-checkout: a.txt, sparse-checkout-cone-mode: false}',
      'run: ls -A1',
      'uses: actions/upload-artifact@v6\n        with: {name: kept, path: a.txt}',
      'uses: actions/download-artifact@v7\n        with: {name: kept, path: back}',
      'run: cat back/a.txt',
    ];
    const stage = await openJob(steps.map((step) => `      - ${step}\n`).join(''));
    const run = await stage.run({ workflow: 'one.yml' });
    expect(run.succeeded).toBe(true);
    expect(run.step('one', '1').text.split('\n').filter(Boolean)).toEqual(['.git', 'a.txt']);
    expect(run.step('one', '4').text.trim()).toBe('a');
    expect(await stage.artifacts()).toEqual({ kept: ['a.txt'] });
  });
});

describe('what is rewritten for the engine', () => {
  test.each([
    ['uses: $/', 'uses: OWNER/certops-action@0000000000000000000000000000000000000000'],
    ['uses: $/simulator', 'uses: OWNER/certops-action/simulator@0000000000000000000000000000000000000000'],
    ['  group: g\n  queue: max\n', '  group: g\n'],
    ["if: needs.a.outputs.b == 'c'", "if: (needs.a.result != 'skipped' && needs.a.outputs.b) == 'c'"],
    ['uses: actions/checkout@v6 # v6', 'uses: actions/checkout@v6 # v6'],
  ])('%j becomes %j', (given, rewritten) => {
    expect(rewriteForEngine(given)).toBe(rewritten);
  });
});
