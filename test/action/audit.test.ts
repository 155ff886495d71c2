import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { runPostStep, type StepResult } from '../../scripts/support/step-runner.ts';
import { ACCOUNTS, TOKENS } from '../../simulator/estate.ts';
import { reportFormats } from '../../src/interface/words.ts';
import { closeStages, openStage, readError, type Stage } from './support/stage.ts';

const OLD_TOKEN = TOKENS.expired;
let folder = '';
let stage: Stage;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'audit-'));
});
afterAll(() => rm(folder, { recursive: true }));
afterEach(closeStages);

/** The three stores of the simulated company, each with its credential in the map. */
function company(env: Readonly<Record<string, string>>) {
  const targets = [
    {
      name: 'gateway',
      provider: 'cloudflare-gateway',
      'account-id': env.CLOUDFLARE_ACCOUNT_ID,
      'api-token-env': 'CF',
      owner: 'network team',
      runbook: 'https://wiki.example.com/gateway',
    },
    {
      name: 'devices',
      provider: 'cloudflare-client',
      'zone-id': env.CLOUDFLARE_ZONE_ID,
      'api-token-env': 'CF',
    },
    {
      name: 'private access',
      provider: 'zscaler-zpa',
      'customer-id': env.ZPA_CUSTOMER_ID,
      'vanity-domain': env.ZSCALER_VANITY_DOMAIN,
      'client-id-env': 'ZS_ID',
      'client-secret-env': 'ZS_SECRET',
    },
  ];
  const credentials = JSON.stringify({
    CF: env.CLOUDFLARE_API_TOKEN,
    ZS_ID: env.ZSCALER_CLIENT_ID,
    ZS_SECRET: env.ZSCALER_CLIENT_SECRET,
    OLD: OLD_TOKEN,
  });
  return { targets, credentials };
}

/** An audit step; only what is in `inputs` and `env` reaches it. */
function audit(inputs: Readonly<Record<string, string>>, env: Readonly<Record<string, string>> = {}) {
  return stage.step(
    { provider: '', operation: 'audit', 'poll-interval': '', 'wait-timeout': '', ...inputs },
    { env },
  );
}

async function readReports(step: StepResult): Promise<Readonly<Record<string, string>>> {
  const directory = step.outputs['report-directory'] ?? '';
  const names = await readdir(directory);
  return Object.fromEntries(
    await Promise.all(
      names.map(async (name) => [name, await readFile(path.join(directory, name), 'utf8')] as const),
    ),
  );
}

describe('an estate of three stores', () => {
  test('is read, judged and reported in every form, and no secret is in any of it', async () => {
    stage = await openStage('');
    const { targets, credentials } = company(stage.simulator.env);
    const step = await audit({
      targets: JSON.stringify({ targets }),
      credentials,
      'report-formats': reportFormats.join(' '),
      'report-directory': path.join(folder, 'reports'),
    });
    expect(step.exitCode).toBe(1);
    expect(step.outputs).toMatchObject({
      verdict: 'fail',
      truncated: 'true',
      'report-directory': path.join(folder, 'reports'),
    });
    expect(readError(step)).toMatch(/^Verdict fail: /);
    const reports = await readReports(step);
    expect(Object.keys(reports).sort()).toEqual([
      'certops-audit.csv',
      'certops-audit.html',
      'certops-audit.ics',
      'certops-audit.json',
      'certops-audit.junit.xml',
      'certops-audit.prom',
      'certops-audit.sarif',
    ]);
    const json = JSON.parse(reports['certops-audit.json'] ?? '');
    expect(json.counts.count).toBe(Number(step.outputs.count));
    expect(json.certificates).toHaveLength(json.counts.count);
    expect(new Set(json.certificates.map(({ provider }: { provider: string }) => provider)).size).toBe(3);
    const rules = new Set(json.findings.map(({ rule }: { rule: string }) => rule));
    for (const rule of ['expired', 'critical', 'expiring', 'expired-in-use']) expect(rules).toContain(rule);
    expect(step.summary).toContain('```mermaid');
    expect(step.summary).toContain('gateway');

    const shown = [
      step.stdout.replace(/^::add-mask::.*$/gm, ''),
      step.stderr,
      step.summary,
      JSON.stringify(step.outputs),
      ...Object.values(reports),
    ].join('\n');
    const { CLOUDFLARE_API_TOKEN: token = '-', ZSCALER_CLIENT_SECRET: secret = '-' } = stage.simulator.env;
    for (const one of [token, secret, OLD_TOKEN]) expect(shown).not.toContain(one);
    expect(shown).not.toContain('BEGIN CERTIFICATE');
  });

  test('asks each credential once: one sign-in, one look at the token, every list once', async () => {
    stage = await openStage('');
    const { targets, credentials } = company(stage.simulator.env);
    const step = await audit({ targets: JSON.stringify(targets), credentials, 'fail-job': 'false' });
    expect(step.exitCode).toBe(0);
    const count = (endpoint: string) =>
      stage.simulator.history.filter((one) => one.endpoint === endpoint).length;
    expect(count('gateway.list')).toBe(1);
    expect(count('client.list')).toBe(5);
    expect(count('oneapi.token')).toBe(1);
    expect(count('zpa.certificates.list')).toBe(1);
    expect(stage.simulator.history.every(({ method }) => method === 'GET' || method === 'POST')).toBe(true);
    expect(
      stage.simulator.history.filter(({ method }) => method === 'POST').map(({ endpoint }) => endpoint),
    ).toEqual(['oneapi.token']);
  });

  test('only what is masked is masked: credentials, not names, ids or whole texts', async () => {
    stage = await openStage('');
    const { targets, credentials } = company(stage.simulator.env);
    const step = await audit({ targets: JSON.stringify(targets), credentials });
    const masked = step.commands.filter(({ name }) => name === 'add-mask').map(({ message }) => message);
    const { CLOUDFLARE_API_TOKEN: token, ZSCALER_CLIENT_SECRET: secret } = stage.simulator.env;
    expect(masked).toEqual(expect.arrayContaining([token, secret, OLD_TOKEN]));
    for (const text of [ACCOUNTS.company, 'gateway', 'CF', 'network team'])
      expect(masked).not.toContain(text);
    expect(masked.every((one) => !one.includes('\n') && !one.includes('provider'))).toBe(true);
  });

  test('the post step leaves the reports', async () => {
    stage = await openStage('');
    const { targets, credentials } = company(stage.simulator.env);
    const step = await audit({ targets: JSON.stringify(targets), credentials });
    const certificates = step.outputs['certificates-path'] ?? '';
    expect((await stat(certificates)).mode & 0o777).toBe(0o600);
    await runPostStep(step);
    await expect(stat(certificates)).rejects.toThrow('ENOENT');
    expect(Object.keys(await readReports(step)).sort()).toEqual(['certops-audit.html', 'certops-audit.json']);
  });
});

describe('what cannot be read', () => {
  test('fails the job, and the others are judged all the same', async () => {
    stage = await openStage('');
    const { targets, credentials } = company(stage.simulator.env);
    const denied = { ...targets[0], name: 'old gateway', 'api-token-env': 'OLD' };
    stage.simulator.planFault({
      endpoint: 'zpa.certificates.list',
      kind: 'status',
      status: 500,
      call: 'every',
    });
    const step = await audit({
      targets: JSON.stringify([denied, ...targets]),
      credentials,
      'max-retries': '0',
      'report-formats': 'json',
    });
    expect(step.exitCode).toBe(1);
    const json = JSON.parse((await readReports(step))['certops-audit.json'] ?? '');
    expect(json.targets.map(({ name, state }: { name: string; state: string }) => [name, state])).toEqual([
      ['old gateway', 'denied'],
      ['gateway', 'read'],
      ['devices', 'read'],
      ['private access', 'unreadable'],
    ]);
    expect(json.complete).toBe(false);
    expect(step.summary).toContain('old gateway');
    expect(step.stdout.replace(/^::add-mask::.*$/gm, '')).not.toContain(OLD_TOKEN);
  });

  test('fail-job: false never fails for a verdict', async () => {
    stage = await openStage('');
    const { credentials, targets } = company(stage.simulator.env);
    const step = await audit({
      targets: JSON.stringify([{ ...targets[0], 'api-token-env': 'OLD' }]),
      credentials,
      'fail-job': 'false',
    });
    expect(step).toMatchObject({ exitCode: 0, outputs: { verdict: 'fail', count: '0' } });
    expect(step.commands.filter(({ name }) => name === 'error')).toEqual([]);
  });

  test('a session is signed out in the end, once for all targets that share it', async () => {
    stage = await openStage('');
    const { env } = stage.simulator;
    const legacy = {
      provider: 'zscaler-zpa',
      'customer-id': env.ZPA_CUSTOMER_ID,
      'client-id-env': 'ZPA_ID',
      'client-secret-env': 'ZPA_SECRET',
    };
    const step = await audit({
      targets: JSON.stringify([
        { ...legacy, name: 'a' },
        { ...legacy, name: 'b', view: 'issued' },
      ]),
      credentials: JSON.stringify({ ZPA_ID: env.ZPA_CLIENT_ID, ZPA_SECRET: env.ZPA_CLIENT_SECRET }),
    });
    expect(step.outputs.verdict).toBe('fail');
    const endpoints = stage.simulator.history.map(({ endpoint }) => endpoint);
    expect(endpoints.filter((one) => one === 'zpa.signin')).toHaveLength(1);
    expect(endpoints.filter((one) => one === 'zpa.signout')).toHaveLength(1);
    expect(endpoints.at(-1)).toBe('zpa.signout');
  });
});

describe('one store, by the inputs of any other operation', () => {
  test('is audited with the ladder of its kind', async () => {
    stage = await openStage('cloudflare-gateway');
    const step = await stage.step({ operation: 'audit', 'report-formats': 'csv' });
    expect(step.outputs).toMatchObject({ verdict: 'fail', 'in-use': 'true', 'days-left': '20' });
    expect(Object.keys(await readReports(step))).toEqual(['certops-audit.csv']);
  });

  test('nothing at all is on-empty', async () => {
    stage = await openStage('cloudflare-gateway', { estate: 'empty' });
    expect(await stage.step({ operation: 'audit' })).toMatchObject({
      exitCode: 1,
      outputs: { verdict: 'fail', count: '0' },
    });
    expect(await stage.step({ operation: 'audit', 'on-empty': 'ignore' })).toMatchObject({
      exitCode: 0,
      outputs: { verdict: 'ok' },
    });
  });
});

describe('validate-only', () => {
  test('checks a file without any credential and without any call', async () => {
    stage = await openStage('');
    const { targets } = company(stage.simulator.env);
    const file = path.join(folder, 'targets.json');
    await writeFile(file, JSON.stringify({ targets }));
    const step = await stage.step(
      {
        provider: '',
        operation: 'audit',
        'api-url': '',
        'poll-interval': '',
        'wait-timeout': '',
        'targets-file': file,
        'validate-only': 'true',
      },
      { env: {} },
    );
    expect(step).toMatchObject({ exitCode: 0 });
    expect(step.stdout).toContain(
      '3 targets are valid (1 cloudflare-gateway, 1 cloudflare-client, 1 zscaler-zpa). Nothing was called.',
    );
    expect(step.summary).toContain('| gateway | cloudflare-gateway |');
    expect(stage.simulator.history).toEqual([]);
  });

  test('names every mistake with target, line and mend', async () => {
    stage = await openStage('');
    const file = path.join(folder, 'targets.yml');
    await writeFile(
      file,
      'targets:\n  - name: a\n    provider: cloudflare-gatewy\n    account-id: 12\n  - name: a\n    provider: zscaler-zpa\n    api-token: literal-secret-literal-secret\n',
    );
    const step = await stage.step(
      {
        provider: '',
        operation: 'audit',
        'api-url': '',
        'poll-interval': '',
        'wait-timeout': '',
        'targets-file': file,
        'validate-only': 'true',
      },
      { env: {} },
    );
    expect(step.exitCode).toBe(1);
    const error = readError(step);
    expect(error).toContain('targets.yml:3:15, target "a", provider: given "cloudflare-gatewy"');
    expect(error).toContain('did you mean cloudflare-gateway?');
    expect(error).not.toContain('literal-secret');
  });
});
