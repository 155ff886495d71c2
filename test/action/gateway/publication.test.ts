import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { runPostStep } from '../../../scripts/support/step-runner.ts';
import { GATEWAY_CERTIFICATES as COMPANY, TOKENS } from '../../../simulator/estate.ts';
import { errorOf, idOf, withScene } from './scene.ts';

const HOSTILE = '</code><img src=x onerror=alert(1)> | `x` **b** [l](https://evil.example) @octocat';

/** A whole answer of the vendor with these rows, or this error. */
function answer(members: Readonly<Record<string, unknown>>) {
  const text = JSON.stringify({ success: true, errors: [], messages: [], result: null, ...members });
  return { kind: 'status', status: 200, body: { text, contentType: 'application/json' } } as const;
}

describe('the job summary', () => {
  test('tells the verdict before the table of every certificate', async () => {
    await withScene({}, async ({ step }) => {
      const { summary } = await step({ operation: 'list', 'fail-within': '30d', 'fail-job': 'false' });
      const places = ['list', 'Verdict: fail', '| Severity', COMPANY.inUse, COMPANY.shelved].map((text) =>
        summary.indexOf(text),
      );
      expect(places).toEqual([...places].sort((a, b) => a - b));
      expect(Math.min(...places)).toBeGreaterThanOrEqual(0);
      expect(summary.split('\n').filter((line) => line.startsWith('| '))).toHaveLength(8);
    });
  });

  test('tells a failure before anything else, with what to do', async () => {
    await withScene({}, async ({ step }) => {
      const { summary } = await step({ operation: 'delete', 'certificate-id': COMPANY.inUse });
      expect(summary).toMatch(/Failed.*in use.*What to do/s);
      expect(summary.indexOf('Failed')).toBeLessThan(summary.indexOf('| Severity'));
    });
  });

  test('is not written where it is not wanted', async () => {
    await withScene({}, async ({ step }) => {
      const { summary, exitCode } = await step({ operation: 'list', summary: 'false' });
      expect([exitCode, summary]).toEqual([0, '']);
    });
  });
});

describe('what a vendor sends', () => {
  test('formats nothing in the summary and commands nothing in the log as an error', async () => {
    const message = `${HOSTILE}\n::add-mask::available\r\n##[error]x\u001b[2J\u202e`;
    const faults = [
      { endpoint: 'gateway.list', ...answer({ success: false, errors: [{ code: 4711, message }] }) } as const,
    ];
    await withScene({ faults }, async ({ step }) => {
      const result = await step({ operation: 'list' });
      expect(errorOf(result)).toContain('4711');
      expect(result.commands.map(({ name }) => name)).toEqual(['add-mask', 'error']);
      expectInert(result.summary);
      for (const mark of ['\u001b', '\u202e']) expect(result.stdout).not.toContain(mark);
    });
  });

  test('formats nothing in the summary and commands nothing in the log as a certificate', async () => {
    const row = {
      id: `${HOSTILE}\u001b[2J\n::add-mask::available`,
      binding_status: `available\r\n::error::x ${HOSTILE}`,
      type: '::stop-commands::x',
      fingerprint: HOSTILE,
      expires_on: '2020-01-01T00:00:00Z\n::error::x',
      in_use: false,
      certificate: '-----BEGIN CERTIFICATE-----\n::error::x\n-----END CERTIFICATE-----',
      issuer_org: '##[error]\u001b[2J',
    };
    const faults = [{ endpoint: 'gateway.list', ...answer({ result: [row] }) } as const];
    await withScene({ faults }, async ({ step }) => {
      const result = await step({ operation: 'list', 'fail-within': '30d' });
      expect(new Set(result.commands.map(({ name }) => name))).toEqual(
        new Set(['add-mask', 'error', 'warning']),
      );
      const masked = result.commands.filter(({ name }) => name === 'add-mask');
      expect(masked.map(({ message }) => message)).toEqual([TOKENS.write]);
      expectInert(result.summary);
      expect(result.stdout).not.toContain('\u001b');
      expect(result.outputs.id).toBe(row.id);
    });
  });
});

/** Nothing of the text can be markup: the tags of `<code>` and the marks of a quote are the action's own. */
function expectInert(summary: string): void {
  const foreign = summary
    .split('\n')
    .map((line) => line.replace(/^> ⚠️ /, '').replace(/<code>([^<]*)<\/code>/g, '$1'))
    .join('\n');
  expect(foreign).not.toMatch(/[<>`[\]@!]/);
  expect(foreign).not.toMatch(/:\/\//);
  expect(foreign).not.toMatch(/^::/m);
}

describe('step debugging', () => {
  test('prints one line for each call, without headers and bodies, and only where it is on', async () => {
    await withScene({}, async ({ step, calls }) => {
      const [silent, talkative] = await Promise.all([
        step({ operation: 'create' }),
        step({ operation: 'create' }, { debug: true }),
      ]);
      const linesOf = (commands: typeof silent.commands) =>
        commands.filter(({ name }) => name === 'debug').map(({ message }) => message);
      expect(linesOf(silent.commands)).toEqual([]);
      expect(linesOf(talkative.commands)).toEqual([
        expect.stringMatching(/^GET \/client\/v4\/accounts\/\w+\/gateway\/certificates -> 200 in \d+ ms/),
        expect.stringMatching(/^POST \/client\/v4\/accounts\/\w+\/gateway\/certificates -> 200 in \d+ ms/),
      ]);
      const log = talkative.stdout.replace(`::add-mask::${TOKENS.write}`, '');
      expect(log).not.toMatch(/bearer|authorization|user-agent|cfut_|BEGIN CERTIFICATE/i);
      expect(calls()).toHaveLength(4);
    });
  });
});

describe('the files of a step', () => {
  test('lie in one private folder, which the post step removes', async () => {
    await withScene({}, async ({ step }) => {
      const result = await step({ operation: 'get', 'certificate-id': COMPANY.spare });
      const folder = path.dirname(result.outputs['certificate-path'] ?? '');
      expect(path.dirname(result.outputs['certificates-path'] ?? '')).toBe(folder);
      expect(path.dirname(folder)).toBe(result.runnerTemp);
      expect((await stat(folder)).mode & 0o777).toBe(0o700);
      expect((await readdir(folder)).sort()).toEqual(['certificate.pem', 'certificates.json']);
      const post = await runPostStep(result);
      expect(post.exitCode).toBe(0);
      expect(await readdir(result.runnerTemp)).toEqual([]);
    });
  });

  test('are not made where there is nothing to write, and the post step has nothing to do', async () => {
    await withScene({}, async ({ step }) => {
      const result = await step({ operation: 'get', 'certificate-id': idOf(9) });
      expect(result.exitCode).toBe(1);
      expect(await readdir(result.runnerTemp)).toEqual([]);
      expect(result.state).toEqual({});
      const post = await runPostStep(result);
      expect([post.exitCode, post.stdout]).toEqual([0, '']);
    });
  });
});
