import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { afterEach, describe, expect, test } from '@jest/globals';
import { GATEWAY_CERTIFICATES, TOKENS } from '../../simulator/estate.ts';
import { ONEAPI_CLIENTS, ZPA_CERTIFICATES } from '../../simulator/zscaler/estate.ts';
import { findVault } from '../support/github/secret-vault.ts';
import { issue, makeEcKeys } from '../support/material.ts';
import { readText } from '../support/workflow.ts';
import {
  EXAMPLE_ACCOUNT as ACCOUNT,
  type ExampleOptions,
  listExamples,
  openExample as openWhole,
} from './support/examples.ts';
import { STORE_TOKEN } from './support/rotations.ts';
import { closeEngines, type EngineRun, type EngineStage, type RunOptions } from './support/stage.ts';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
const ZONE = 'fedcba9876543210fedcba9876543210';
const CUSTOMER = '314159265358979323';
const CREDENTIALS = JSON.stringify({
  CLOUDFLARE_PRODUCTION: TOKENS.write,
  ZSCALER_CLIENT_ID: ONEAPI_CLIENTS.write.id,
  ZSCALER_CLIENT_SECRET: ONEAPI_CLIENTS.write.secret,
});
const TARGETS = readText('examples', 'certops-targets.yml');

const ran = new Set<string>();
const openExample = (name: string, options?: ExampleOptions) => {
  ran.add(name);
  return openWhole(name, options);
};
const jobsOf = ({ jobs }: EngineRun) => jobs.map(({ id }) => id);
const stateAfter = (run: EngineRun) => {
  const { id = '' } = run.jobs.at(-1) ?? {};
  return `${jobsOf(run).slice(1).join(' ') || '-'}: ${run.step(id, 'rotate').outputs['rotation-state']}`;
};
const issuesOf = ({ github }: EngineStage) => github.world.repositories[0]?.issues ?? [];

afterEach(closeEngines);

describe('examples of audits, as they stand', () => {
  test('validate-targets.yml checks the targets of a pull request without a call', async () => {
    const { stage, run } = await openExample('validate-targets.yml', {
      files: { '.github/certops-targets.yml': TARGETS },
    });
    const checked = await run({ event: 'pull_request', payload: { pull_request: { number: 7 } } });
    expect([checked.succeeded, checked.step('audit', 'audit').annotations]).toEqual([true, []]);
    expect(stage.simulator.history).toEqual([]);
    expect([...stage.door.reached]).toEqual([]);
  });

  test('nightly-audit.yml finds what is due in three stores, keeps it, and opens an issue', async () => {
    const { stage, run } = await openExample('nightly-audit.yml', {
      files: { '.github/certops-targets.yml': TARGETS },
    });
    const nightly = await run({ event: 'schedule', secrets: { CERTOPS_CREDENTIALS: CREDENTIALS } });
    expect(nightly.succeeded).toBe(false);
    expect(nightly.step('audit', 'audit').outputs).toMatchObject({ verdict: 'fail', complete: 'true' });
    expect([...stage.door.reached].sort()).toEqual([
      'api.cloudflare.com',
      'api.zsapi.net',
      'example.zslogin.net',
    ]);
    expect(stage.door.refused).toEqual([]);
    expect(await stage.artifacts()).toEqual({
      'certops-audit': ['csv', 'html', 'ics', 'json', 'sarif'].map((end) => `certops-audit.${end}`),
    });
    expect(Object.keys(await stage.codeScanning())).toEqual(['certops/audit']);
    expect(issuesOf(stage).map(({ state, labels }) => [state, labels])).toEqual([['open', ['certificates']]]);
  });

  test('audit-by-environment.yml fails for production alone, and keeps an issue of each', async () => {
    const names = ['production', 'staging', 'development'];
    const files = names.map((name) => [`.github/certops/${name}.yml`, TARGETS]);
    const { stage, run } = await openExample('audit-by-environment.yml', {
      files: Object.fromEntries(files),
    });
    const audits = await run({ event: 'schedule', secrets: { CREDENTIALS } });
    expect(audits.succeeded).toBe(false);
    expect(audits.jobs.map(({ result }) => result).sort()).toEqual(['failure', 'success', 'success']);
    expect(Object.keys(await stage.artifacts())).toEqual(names.map((name) => `certops-audit-${name}`).sort());
    expect(issuesOf(stage).map(({ state }) => state)).toEqual(['open', 'open', 'open']);
  });
});

describe('rotate-gateway-on-release.yml, as it stands', () => {
  test('is staged by the daily run, promoted by a release and retired a week later', async () => {
    const { stage, run } = await openExample('rotate-gateway-on-release.yml');
    const given = {
      secrets: { CLOUDFLARE_API_TOKEN: TOKENS.write },
      variables: { CLOUDFLARE_ACCOUNT_ID: ACCOUNT },
    };
    const release = { event: 'release', payload: { action: 'published', release: { tag_name: 'v1.0.0' } } };
    const story: string[] = [];
    const at = async (hours: number, event: Pick<RunOptions, 'event' | 'payload'>) => {
      stage.github.world.clockAheadMilliseconds = hours * HOUR;
      const one = await run({ ...given, ...event });
      expect(one.succeeded).toBe(true);
      story.push(`${event.event}, ${stateAfter(one)}`);
    };
    const daily = { event: 'schedule' };
    await at(0, daily);
    await at(1, release);
    await at(25, daily);
    await at(26, release);
    await at(27, daily);
    await at(26 + 7 * 24 + 1, daily);
    expect(story).toEqual([
      'schedule, stage: soaking',
      'release, -: soaking',
      'schedule, -: staged',
      'release, promote: overlapping',
      'schedule, -: overlapping',
      'schedule, retire: retired',
    ]);
    const account = stage.simulator.readState().cloudflare.accounts[ACCOUNT];
    expect(account?.gateway.deletedIds).toEqual([GATEWAY_CERTIFICATES.inUse]);
  });
});

describe('rotate-clients-daily.yml, as it stands', () => {
  test('renews each certificate that is due into its secret, and revokes the old one a week later', async () => {
    const { stage, run } = await openExample('rotate-clients-daily.yml');
    const given = {
      event: 'schedule',
      secrets: { CLOUDFLARE_API_TOKEN: TOKENS.write, CERTOPS_STORE_TOKEN: STORE_TOKEN },
      variables: { CLOUDFLARE_ZONE_ID: ZONE },
    };
    const story: (readonly string[])[] = [];
    for (const hours of [0, 24, 7 * 24 + 1]) {
      stage.github.world.clockAheadMilliseconds = hours * HOUR;
      const daily = await run(given);
      expect(daily.succeeded).toBe(true);
      story.push(jobsOf(daily).toSorted());
    }
    expect(story).toEqual([
      ['plan', 'plan', 'promote', 'promote'],
      ['plan', 'plan'],
      ['plan', 'plan', 'retire', 'retire'],
    ]);
    const [repository] = stage.github.world.repositories;
    const vault = repository === undefined ? null : findVault(repository, 'production');
    expect(vault?.secrets.map(({ name }) => name).sort()).toEqual(['BILLING_MTLS', 'ORDERS_MTLS']);
    const certificates = stage.simulator.readState().cloudflare.zones[ZONE]?.clientCertificates ?? [];
    const statuses = certificates
      .filter(({ commonName }) => commonName.endsWith('.internal.example.com'))
      .map(({ commonName, status }) => `${commonName} ${status}`);
    expect(statuses.sort()).toEqual([
      'billing.internal.example.com active',
      'billing.internal.example.com revoked',
      'orders.internal.example.com active',
      'orders.internal.example.com revoked',
    ]);
  });
});

describe('rotate-zpa-by-hand.yml', () => {
  const names = ['portal.example.com', 'intranet.example.com', '*.simulator.example'];

  /** A certificate of an authority that is in no list, as the repository and its secrets hold it. */
  async function makeMaterial() {
    const soon = { notBefore: new Date(Date.now() - DAY), notAfter: new Date(Date.now() + 90 * DAY) };
    const authority = await issue({ subject: 'CN=Private Authority', isCa: true, ...soon });
    const keys = makeEcKeys();
    const leaf = await issue({
      subject: 'CN=portal.example.com',
      sans: names,
      keys,
      issuer: authority,
      ...soon,
    });
    return {
      certificate: leaf.pem,
      key: keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      files: { 'certificates/portal.pem': leaf.pem, 'certificates/portal-chain.pem': authority.pem },
    };
  }
  const given = (key: string, phases: string) => ({
    inputs: { phases },
    variables: { ZPA_CUSTOMER_ID: CUSTOMER },
    secrets: {
      ZSCALER_CLIENT_ID: ONEAPI_CLIENTS.write.id,
      ZSCALER_CLIENT_SECRET: ONEAPI_CLIENTS.write.secret,
      PORTAL_PRIVATE_KEY: key,
    },
  });
  const certificatesOf = ({ simulator }: EngineStage) =>
    simulator.readState().zscaler.customers[CUSTOMER]?.certificates ?? [];

  test('as it stands refuses the chain of an authority that browsers do not know, before any upload', async () => {
    const { files, key } = await makeMaterial();
    const { stage, run } = await openExample('rotate-zpa-by-hand.yml', { files });
    const before = certificatesOf(stage);
    const refused = await run(given(key, 'plan,stage,promote'));
    expect([refused.succeeded, jobsOf(refused)]).toEqual([false, ['plan']]);
    expect(
      refused
        .step('plan', 'rotate')
        .annotations.map(({ message }) => message)
        .join(),
    ).toContain('allow-untrusted-chain');
    expect(certificatesOf(stage)).toEqual(before);
  });

  test('with that allowed, and hosts that are here, is planned, promoted and retired a day later', async () => {
    const { certificate, files, key } = await makeMaterial();
    const hosts = await serve({ cert: certificate, key });
    const { stage, run } = await openExample('rotate-zpa-by-hand.yml', {
      files,
      mend: (text) =>
        text.replace(
          /^( *)verify-hosts: .*$/m,
          `$1verify-hosts: portal.example.com=${hosts.address}, intranet.example.com=${hosts.address}\n$1allow-untrusted-chain: true`,
        ),
    });
    const story: string[] = [];
    for (const [hours, phases] of [
      [0, 'plan'],
      [0, 'plan,stage,promote'],
      [25, 'plan,retire'],
    ] as const) {
      stage.github.world.clockAheadMilliseconds = hours * HOUR;
      const one = await run(given(key, phases));
      story.push(`${phases}: ${one.succeeded}, ${stateAfter(one)}`);
    }
    await hosts.close();
    expect(story).toEqual([
      'plan: true, -: planned',
      'plan,stage,promote: true, stage promote: overlapping',
      'plan,retire: true, retire: retired',
    ]);
    const left = certificatesOf(stage);
    expect(left.some(({ id }) => id === ZPA_CERTIFICATES.serving)).toBe(false);
    expect(left.find(({ name }) => name === 'portal.example.com')?.referrers).toHaveLength(3);
  });

  /** Serves one certificate to whoever asks, on a loopback port. */
  async function serve(identity: { readonly cert: string; readonly key: string }) {
    const server = createTlsServer(identity).listen(0, '127.0.0.1');
    await once(server, 'listening');
    return {
      address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
      close: () => new Promise((resolve) => server.close(resolve)),
    };
  }
});

test('every example that is a workflow has been run', () => {
  const elsewhere = /^enterprise-server-/;
  expect([...ran].sort()).toEqual(listExamples().filter((name) => !elsewhere.test(name)));
});
