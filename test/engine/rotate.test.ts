import { afterEach, describe, expect, test } from '@jest/globals';
import { GATEWAY_CERTIFICATES } from '../../simulator/estate.ts';
import type { FaultPlan } from '../../simulator/faults.ts';
import type { Simulator } from '../../simulator/server.ts';
import { reviewedBy, waiting } from '../support/github/environment-state.ts';
import { findVault, openSecret } from '../support/github/secret-vault.ts';
import { readText } from '../support/workflow.ts';
import { type Call, makeCaller, readCalled } from './support/caller.ts';
import { client, gateway, makeZpaRotation, type Rotation, STORE_TOKEN } from './support/rotations.ts';
import { closeEngines, type EngineRun, type EngineStage, openEngine } from './support/stage.ts';

afterEach(closeEngines);

const ALL = 'plan,stage,promote,retire';
const ENVIRONMENTS = [
  { name: 'go live', rules: [reviewedBy('octocat')] },
  { name: 'clean up', rules: [waiting(30)] },
  { name: 'mistyped' },
];
const zpa = await makeZpaRotation();
const rotations: readonly Rotation[] = [gateway, client, zpa];

/** A repository with one caller of rotate.yml for each set of inputs, and the vendors around it. */
async function openRotation(rotation: Rotation, ...calls: readonly Call['with'][]) {
  const secrets = Object.fromEntries(
    Object.keys(rotation.secrets).map((name) => [name, `\${{ secrets.${name.toUpperCase()} }}`]),
  );
  const name = (index: number) => `caller-${index}.yml`;
  const files = calls.map((given, index) => [
    `.github/workflows/${name(index)}`,
    makeCaller('rotate.yml', { with: { ...rotation.with, phases: ALL, ...given }, secrets }),
  ]);
  const stage = await openEngine({
    files: Object.fromEntries(files),
    github: { environments: ENVIRONMENTS },
    // Run upon run would wait for ZPA's quota, which is kept where the examples are run.
    simulator: { zscaler: { quota: { reads: 200, writes: 100, seconds: 10 } } },
    tokens: { [STORE_TOKEN]: { permissions: { secrets: 'write', environments: 'write' } } },
  });
  const values = Object.entries(rotation.secrets).map(([key, value]) => [key.toUpperCase(), value]);
  const run = (index = 0, afterJob: (job: string) => Promise<unknown> | undefined = () => undefined) =>
    stage.run({ workflow: name(index), secrets: Object.fromEntries(values), afterJob });
  return { stage, run };
}

/** The jobs of the called workflow that ran. */
const jobsOf = (run: EngineRun) => run.jobs.filter(({ id }) => id !== 'after').map(({ id }) => id);
const writes = ({ simulator }: EngineStage) =>
  simulator.history.filter(({ method, endpoint }) => method !== 'GET' && endpoint !== 'oneapi.token');
const stateOf = (run: EngineRun) => readCalled(run)['rotation-state'];
const errorsOf = (run: EngineRun, job: string) =>
  run.step(job, 'rotate').annotations.flatMap(({ level, message }) => (level === 'error' ? [message] : []));

describe.each(rotations)('rotate.yml, $provider', (rotation) => {
  test('takes a certificate from due to retired, through environments that ask somebody; the next run asks nobody and changes nothing', async () => {
    const { stage, run } = await openRotation(rotation, {
      'promote-environment': 'go live',
      'retire-environment': 'clean up',
    });
    const first = await run();
    expect(first.succeeded).toBe(true);
    expect(jobsOf(first)).toEqual(rotation.jobs);
    const outputs = readCalled(first);
    expect(outputs).toMatchObject({
      'rotation-state': 'retired',
      'next-phase': 'none',
      changed: 'true',
      'previous-id': rotation.old,
      'plan-digest': first.step('plan', 'rotate').outputs['plan-digest'],
      plan: expect.stringContaining(rotation.old),
    });
    expect(rotation.read(stage.simulator)).toEqual({ serving: [outputs.id], isOldGone: true });

    const before = writes(stage).length;
    const second = await run();
    expect([second.succeeded, jobsOf(second), stateOf(second)]).toEqual([true, ['plan'], 'not-due']);
    expect(writes(stage)).toHaveLength(before);
  });

  test('with the plan alone changes nothing, and says what comes next', async () => {
    const { stage, run } = await openRotation(rotation, { phases: 'plan' });
    const planned = await run();
    expect([planned.succeeded, jobsOf(planned)]).toEqual([true, ['plan']]);
    expect(readCalled(planned)).toMatchObject({ changed: 'false', 'next-phase': rotation.jobs[1] });
    expect(planned.step('plan', 'rotate').summary).toContain(rotation.old);
    expect(writes(stage)).toEqual([]);
  });

  test('stages nothing where the environment before the promote asks nobody', async () => {
    const gates = { 'promote-environment': 'mistyped', 'retire-environment': 'clean up' };
    const { stage, run } = await openRotation(rotation, gates, { ...gates, 'allow-ungated': true });
    const refused = await run(0);
    expect([refused.succeeded, jobsOf(refused)]).toEqual([false, ['plan']]);
    expect(errorsOf(refused, 'plan').join()).toMatch(/'mistyped' of .* asks nobody/);
    expect(writes(stage)).toEqual([]);
    const ungated = await run(1);
    expect([ungated.succeeded, jobsOf(ungated), stateOf(ungated)]).toEqual([true, rotation.jobs, 'retired']);
  });
});

describe('rotate.yml, a new key', () => {
  test('is in the secret with its certificate, and nowhere else; without a secret nothing is made', async () => {
    const { stage, run } = await openRotation(client, {}, { 'store-secret': '' });
    const refused = await run(1);
    expect([refused.succeeded, jobsOf(refused), stage.simulator.history]).toEqual([false, ['plan'], []]);
    const rotated = await run(0);
    expect(rotated.succeeded).toBe(true);
    const [repository] = stage.github.world.repositories;
    const vault = repository === undefined ? null : findVault(repository, null);
    const stored = vault === null ? null : await openSecret(vault, 'DEVICE_MTLS');
    expect(stored).toMatch(
      /^-----BEGIN PRIVATE KEY-----[^-]+-----END PRIVATE KEY-----\n-----BEGIN CERTIFICATE-----/,
    );
    expect(rotated.log).not.toContain('PRIVATE KEY');
  });
});

describe('rotate.yml, a plan that no longer holds', () => {
  /** Somebody lets another certificate serve, one that is due as well. */
  const switchOver = ({ url, env }: Simulator) =>
    fetch(`${url}/client/v4/accounts/${env.CLOUDFLARE_ACCOUNT_ID}/gateway/configuration`, {
      method: 'PATCH',
      headers: { authorization: `Bearer ${env.CLOUDFLARE_API_TOKEN}`, 'content-type': 'application/json' },
      body: JSON.stringify({ settings: { certificate: { id: GATEWAY_CERTIFICATES.quarter } } }),
    });

  const LEFT = { serving: [GATEWAY_CERTIFICATES.quarter], isOldGone: false };

  test('makes the promote refuse: what was approved is not what stands', async () => {
    const { stage, run } = await openRotation(gateway, {});
    const refused = await run(0, (job) => (job === 'stage' ? switchOver(stage.simulator) : undefined));
    expect([refused.succeeded, jobsOf(refused)]).toEqual([false, ['plan', 'stage', 'promote']]);
    expect(errorsOf(refused, 'promote').join()).toMatch(
      /plan that was approved .* is not the one that stands now/,
    );
    expect(gateway.read(stage.simulator)).toEqual(LEFT);
  });

  test('leaves nothing to retire where the successor was taken out of service after the promote', async () => {
    const { stage, run } = await openRotation(gateway, {});
    const ended = await run(0, (job) => (job === 'promote' ? switchOver(stage.simulator) : undefined));
    expect(jobsOf(ended)).toEqual(gateway.jobs);
    expect(ended.step('retire', 'rotate').outputs['rotation-state']).not.toBe('retired');
    expect(gateway.read(stage.simulator)).toEqual(LEFT);
  });
});

/** A phase that the vendor refuses once, and the jobs of that run and of the next. */
interface Refusal {
  readonly rotation: Rotation;
  readonly phase: string;
  readonly endpoint: FaultPlan['endpoint'];
  readonly ran: readonly string[];
  readonly ranAgain: readonly string[];
}

const FOUR = ['plan', 'stage', 'promote', 'retire'];
const THREE = ['plan', 'promote', 'retire'];
const refusals: readonly Refusal[] = [
  { rotation: gateway, phase: 'stage', endpoint: 'gateway.activate', ran: ['plan', 'stage'], ranAgain: FOUR },
  {
    rotation: gateway,
    phase: 'promote',
    endpoint: 'gateway.configuration.patch',
    ran: ['plan', 'stage', 'promote'],
    ranAgain: THREE,
  },
  {
    rotation: gateway,
    phase: 'retire',
    endpoint: 'gateway.deactivate',
    ran: FOUR,
    ranAgain: ['plan', 'retire'],
  },
  {
    rotation: client,
    phase: 'promote',
    endpoint: 'client.create',
    ran: ['plan', 'promote'],
    ranAgain: THREE,
  },
  { rotation: client, phase: 'retire', endpoint: 'client.revoke', ran: THREE, ranAgain: ['plan', 'retire'] },
  {
    rotation: zpa,
    phase: 'stage',
    endpoint: 'zpa.certificates.create',
    ran: ['plan', 'stage'],
    ranAgain: FOUR,
  },
  {
    rotation: zpa,
    phase: 'retire',
    endpoint: 'zpa.certificates.delete',
    ran: FOUR,
    ranAgain: ['plan', 'retire'],
  },
];

describe('rotate.yml, run again after a job that failed', () => {
  test.each(refusals)(
    'goes on where the $phase of $rotation.provider failed, with one successor',
    async (refusal) => {
      const { rotation, phase, endpoint, ran, ranAgain } = refusal;
      const { stage, run } = await openRotation(rotation, {});
      stage.simulator.planFault({ endpoint, kind: 'status', status: 403 });
      const failed = await run();
      expect([failed.succeeded, jobsOf(failed)]).toEqual([false, ran]);
      expect(failed.job(phase).result).toBe('failure');
      const again = await run();
      expect([again.succeeded, jobsOf(again), stateOf(again)]).toEqual([true, ranAgain, 'retired']);
      expect(rotation.read(stage.simulator)).toEqual({ serving: [readCalled(again).id], isOldGone: true });
      const made = stage.simulator.history.filter((call) => call.endpoint?.endsWith('.create') && call.acted);
      expect(made).toHaveLength(1);
    },
  );
});

describe('rotate.yml, with times to wait for', () => {
  const HOUR = 60 * 60 * 1000;

  test('soaks and overlaps by the ledger; while it waits nobody is asked', async () => {
    const { stage, run } = await openRotation(gateway, { soak: '24h', overlap: '7d' });
    const days: string[] = [];
    for (const hours of [0, 1, 25, 26, 25 + 7 * 24 + 1]) {
      stage.github.world.clockAheadMilliseconds = hours * HOUR;
      const one = await run();
      days.push(`${jobsOf(one).slice(1).join(' ') || '-'}: ${stateOf(one)}`);
    }
    expect(days).toEqual([
      'stage: soaking',
      '-: soaking',
      'promote: overlapping',
      '-: overlapping',
      'retire: retired',
    ]);
  });
});

describe('rotate.yml, started by hand', () => {
  const open = () =>
    openEngine({ files: { '.github/workflows/rotate.yml': readText('.github', 'workflows', 'rotate.yml') } });
  const byHand = (stage: EngineStage, inputs: Readonly<Record<string, string>>) =>
    stage.run({
      workflow: 'rotate.yml',
      inputs: { provider: 'cloudflare-gateway', 'account-id': String(gateway.with['account-id']), ...inputs },
      secrets: { API_TOKEN: gateway.secrets.api_token ?? '' },
    });

  test('does the phases that are chosen, with the secrets of the repository', async () => {
    const stage = await open();
    const run = await byHand(stage, {
      phases: 'plan,stage,promote',
      'successor-id': 'new',
      'validity-days': '400',
      soak: '0s',
      overlap: '0s',
    });
    expect([run.succeeded, jobsOf(run)]).toEqual([true, ['plan', 'stage', 'promote']]);
    expect(run.step('promote', 'rotate').outputs['rotation-state']).toBe('promoted');
    expect(stage.simulator.history.find(({ endpoint }) => endpoint === 'gateway.create')?.body).toEqual({
      validity_period_days: 400,
    });
  });

  test('ends in one line that says what is allowed where the phases are in no order', async () => {
    const stage = await open();
    const run = await byHand(stage, { phases: 'promote,stage' });
    expect([run.succeeded, jobsOf(run)]).toEqual([false, ['plan']]);
    const annotations = run.job('plan').steps.flatMap((step) => step.annotations);
    expect(annotations).toEqual([
      { level: 'error', title: 'CertOps: rotate', message: expect.stringContaining('in this order') },
    ]);
    expect(stage.simulator.history).toEqual([]);
  });
});
