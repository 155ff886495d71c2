import { describe, expect, test } from '@jest/globals';
import { createNetwork } from '../../../src/http/network.ts';
import type {
  LedgerEntry,
  LedgerReading,
  LedgerRecord,
  Unavailability,
} from '../../../src/operations/rotation/ledger.ts';
import { openLedger } from '../../../src/runner/github/open-ledger.ts';
import { COMMIT, type Deployment } from '../../support/github/deployment-state.ts';
import { startGitHub } from '../../support/github/server.ts';
import { REPOSITORY, TOKEN } from '../../support/github/world.ts';
import { type HubScene, openHubScene, PERMITTED, RUN_ADDRESS } from './hub-scene.ts';

const LINEAGE = { provider: 'cloudflare-gateway', scope: 'account-1', name: 'in-use' };
const ENVIRONMENT = 'certops-cloudflare-gateway-in-use';
const TASK = 'certops:rotation';

function build(overrides: Partial<LedgerEntry> = {}): LedgerEntry {
  return {
    lineage: LINEAGE,
    phase: 'staged',
    previous: { id: 'old', fingerprint: 'AA:BB' },
    successor: { id: 'new', fingerprint: null },
    publicKeySha256: null,
    knownIds: [],
    ...overrides,
  };
}

/** The records of a reading. */
function recordsOf(reading: LedgerReading): readonly LedgerRecord[] {
  if ('unavailable' in reading) throw new Error(`${reading.unavailable}: ${reading.mend}`);
  return reading.records;
}

function arrived(appended: LedgerRecord | Unavailability): LedgerRecord {
  if ('unavailable' in appended) throw new Error(`${appended.unavailable}: ${appended.mend}`);
  return appended;
}

function unavailable(given: LedgerReading | LedgerRecord | Unavailability): Unavailability {
  if (!('unavailable' in given)) throw new Error(`It is available: ${JSON.stringify(given)}`);
  return given;
}

const phasesOf = (reading: LedgerReading) => recordsOf(reading).map(({ phase }) => phase);

/** Puts a deployment there that no run of this version has made. */
function plant({ repository, hub, clock }: HubScene, overrides: Partial<Deployment> = {}): void {
  repository.deployments.push({
    id: hub.world.takeDeploymentId(),
    sha: COMMIT,
    ref: 'main',
    task: TASK,
    payload: {},
    environment: ENVIRONMENT,
    description: null,
    isTransient: false,
    isProduction: false,
    creator: 'octocat',
    createdAt: new Date(clock.now()),
    statuses: [],
    ...overrides,
  });
}

describe('a record', () => {
  test('is a deployment of the environment of its lineage, at the commit of the run', async () => {
    const scene = openHubScene();
    const ledger = await scene.openLedger();
    await ledger.append(build({ phase: 'promoted' }));
    expect(scene.hub.log[0]?.body).toEqual({
      ref: COMMIT,
      task: TASK,
      environment: ENVIRONMENT,
      description: 'promoted new in place of old (account-1)',
      auto_merge: false,
      required_contexts: [],
      transient_environment: false,
      production_environment: false,
      payload: {
        version: 1,
        entry: expect.stringMatching(/^[a-z0-9-]+$/),
        lineage: LINEAGE,
        phase: 'promoted',
        previous: { id: 'old', fingerprint: 'AA:BB' },
        successor: { id: 'new', fingerprint: null },
        publicKeySha256: null,
        knownIds: [],
        run: RUN_ADDRESS,
      },
    });
    expect(scene.repository.environments).toEqual([{ name: ENVIRONMENT, rules: [], customRules: [] }]);
  });

  test.each<[string, Partial<LedgerEntry>]>([
    ['a begun making', { phase: 'staging', successor: null, knownIds: ['a', '12345678901234567890'] }],
    ['an announced key', { phase: 'promoting', successor: null, publicKeySha256: 'ab'.repeat(32) }],
    ['a first installation', { phase: 'promoted', previous: null }],
    ['a retirement', { phase: 'retired', successor: { id: 'new', fingerprint: 'CC:DD' } }],
  ])('of %s is read as it was written', async (_, overrides) => {
    const scene = openHubScene();
    const entry = build(overrides);
    const record = arrived(await (await scene.openLedger()).append(entry));
    const reading = await (await scene.openLedger()).read(LINEAGE);
    expect(recordsOf(reading)).toEqual([record]);
    expect(record).toEqual({ ...entry, recordId: '3141592653', at: expect.any(Date), run: RUN_ADDRESS });
  });

  test.each<[LedgerEntry['phase'], string, string]>([
    ['staging', 'in_progress', 'made new in place of old (account-1)'],
    ['staged', 'success', 'staged new in place of old (account-1)'],
    ['promoting', 'in_progress', 'about to promote new in place of old (account-1)'],
    ['promoted', 'success', 'promoted new in place of old (account-1)'],
    ['rolling-back', 'in_progress', 'about to go back to old from new (account-1)'],
    ['rolled-back', 'failure', 'went back to old from new (account-1)'],
    ['rollback-failed', 'failure', 'could not go back to old from new (account-1)'],
    ['retired', 'success', 'retired old; new serves (account-1)'],
  ])('%s reads as %s in the history, with the run and a sentence', async (phase, state, description) => {
    const scene = openHubScene();
    await (await scene.openLedger()).append(build({ phase }));
    expect(scene.hub.log[1]?.body).toEqual({
      state,
      description,
      log_url: RUN_ADDRESS,
      auto_inactive: false,
    });
    expect(scene.repository.deployments[0]).toMatchObject({ description, statuses: [{ state }] });
  });

  test('with ids of any length has a sentence that GitHub takes', async () => {
    const scene = openHubScene();
    const successor = { id: 'x'.repeat(200), fingerprint: null };
    await (await scene.openLedger()).append(build({ successor }));
    const [deployment] = scene.repository.deployments;
    expect(deployment?.description).toHaveLength(140);
    expect(deployment?.statuses).toHaveLength(1);
  });

  test('in progress is overtaken in the history by the one that ends it, also by that of a later run', async () => {
    const scene = openHubScene();
    const first = await scene.openLedger();
    await first.append(build({ phase: 'staging', successor: null }));
    await first.append(build({ phase: 'staging' }));
    const second = await scene.openLedger();
    await second.read(LINEAGE);
    await second.append(build({ phase: 'staged' }));
    await second.append(build({ phase: 'promoting' }));
    const states = scene.repository.deployments.map(({ statuses }) => statuses.at(-1)?.state);
    expect(states).toEqual(['inactive', 'inactive', 'success', 'in_progress']);
  });

  test.each([
    ['that fails', { kind: 'status', status: 500 }],
    ['that is limited', { kind: 'secondary-limit' }],
    ['that is cut', { kind: 'reset' }],
  ] as const)(
    'stands also where its mark in the history is one %s, which is not waited for',
    async (_, trouble) => {
      const scene = openHubScene();
      scene.hub.faults.plan({ endpoint: 'deployment-statuses.create', call: 'every', ...trouble });
      const ledger = await scene.openLedger();
      arrived(await ledger.append(build({ phase: 'staging' })));
      arrived(await ledger.append(build({ phase: 'staged' })));
      expect(phasesOf(await ledger.read(LINEAGE))).toEqual(['staging', 'staged']);
      expect(scene.elapsed()).toBe(0);
      expect(scene.debugLines.join('\n')).toMatch(
        /Record 3141592653 stands, and is not marked 'in_progress'/,
      );
    },
  );

  test('stands at the ref where there is no commit, and without a run where there is none', async () => {
    const environment = { GITHUB_SHA: '', GITHUB_REF: 'refs/heads/main', GITHUB_RUN_ID: '' };
    const scene = openHubScene({ environment });
    const record = arrived(await (await scene.openLedger()).append(build()));
    expect(record.run).toBeNull();
    expect(scene.hub.log.map(({ body }) => body)).toEqual([
      expect.objectContaining({ ref: 'refs/heads/main', payload: expect.objectContaining({ run: null }) }),
      expect.not.objectContaining({ log_url: expect.anything() }),
    ]);
  });

  test('is made whatever checks and merges of the repository wait', async () => {
    const commits = { failingContexts: ['ci'], isBehind: true };
    const scene = openHubScene({ repositories: [{ name: REPOSITORY, commits }] });
    arrived(await (await scene.openLedger()).append(build()));
  });
});

describe('the environment of a lineage', () => {
  test.each([
    ['in-use', 'certops-cloudflare-client-in-use'],
    ['api.example.com', 'certops-cloudflare-client-api.example.com'],
    ['*.example.com', 'certops-cloudflare-client-example.com-47287a8f16ec'],
    ['Payments API', 'certops-cloudflare-client-payments-api-'],
    ['payments api', 'certops-cloudflare-client-payments-api-'],
    ['Ünïcode "quoted"', 'certops-cloudflare-client-n-code-quoted-'],
    ['证书', 'certops-cloudflare-client-'],
    ['x'.repeat(300), `certops-cloudflare-client-${'x'.repeat(200)}`],
  ])('%j begins with %j', async (name, beginning) => {
    const scene = openHubScene();
    const lineage = { provider: 'cloudflare-client', scope: 'zone', name };
    const ledger = await scene.openLedger();
    arrived(await ledger.append(build({ lineage })));
    const environment = scene.repository.deployments[0]?.environment ?? '';
    expect(environment).toMatch(/^[a-z0-9._-]{1,255}$/);
    expect(environment.startsWith(beginning)).toBe(true);
    expect(phasesOf(await ledger.read(lineage))).toEqual(['staged']);
  });

  test('is another one where only the case of the name differs, which GitHub does not tell apart', async () => {
    const scene = openHubScene();
    const ledger = await scene.openLedger();
    for (const name of ['payments', 'Payments', 'PAYMENTS']) {
      await ledger.append(build({ lineage: { ...LINEAGE, name } }));
    }
    expect(new Set(scene.repository.deployments.map(({ environment }) => environment)).size).toBe(3);
  });

  test('may be shared by several scopes, whose records do not mix', async () => {
    const scene = openHubScene();
    const other = { ...LINEAGE, scope: 'account-2' };
    const ledger = await scene.openLedger();
    await ledger.append(build({ phase: 'staged' }));
    await ledger.append(build({ phase: 'promoted', lineage: other }));
    await ledger.append(build({ phase: 'promoting' }));
    expect(scene.repository.environments).toHaveLength(1);
    expect(phasesOf(await ledger.read(LINEAGE))).toEqual(['staged', 'promoting']);
    expect(phasesOf(await ledger.read(other))).toEqual(['promoted']);
  });
});

describe('a reading', () => {
  test('has every page, in the order of appending, and asks for these records only', async () => {
    const scene = openHubScene({
      basePath: '/api/v3',
      environment: { GITHUB_API_URL: 'https://ghes/api/v3' },
    });
    const ledger = await scene.openLedger();
    for (let index = 0; index < 230; index += 1) await ledger.append(build({ knownIds: [String(index)] }));
    const before = scene.hub.log.length;
    const records = recordsOf(await ledger.read(LINEAGE));
    expect(records.map(({ knownIds }) => Number(knownIds[0]))).toEqual([...Array(230).keys()]);
    const asked = scene.hub.log.slice(before);
    expect(asked.map(({ path }) => path)).toEqual([
      '/api/v3/repos/octo-org/infrastructure/deployments',
      '/api/v3/repositories/1001/deployments',
      '/api/v3/repositories/1001/deployments',
    ]);
    const query = new URLSearchParams(asked[0]?.query);
    expect(Object.fromEntries(query)).toEqual({ environment: ENVIRONMENT, task: TASK, per_page: '100' });
  });

  test('goes by the ids as they are, however long, and not by their texts or the times', async () => {
    const scene = openHubScene({ firstDeploymentId: '9007199254740990' });
    const ledger = await scene.openLedger();
    for (const phase of ['staging', 'staged', 'promoting', 'promoted'] as const) {
      await ledger.append(build({ phase }));
    }
    const records = recordsOf(await ledger.read(LINEAGE));
    expect(records.map(({ phase, recordId }) => [phase, recordId])).toEqual([
      ['staging', '9007199254740990'],
      ['staged', '9007199254740993'],
      ['promoting', '9007199254740996'],
      ['promoted', '9007199254740999'],
    ]);
    const short = openHubScene({ firstDeploymentId: '998' });
    const other = await short.openLedger();
    await other.append(build({ phase: 'staging' }));
    await other.append(build({ phase: 'staged' }));
    short.repository.deployments.reverse();
    expect(phasesOf(await other.read(LINEAGE))).toEqual(['staging', 'staged']);
  });

  test('has records whose payload comes as text', async () => {
    const scene = openHubScene();
    const ledger = await scene.openLedger();
    await ledger.append(build());
    const [{ payload } = { payload: null }] = scene.repository.deployments.splice(0);
    plant(scene, { payload: JSON.stringify(payload) });
    expect(phasesOf(await ledger.read(LINEAGE))).toEqual(['staged']);
  });

  test('passes over deployments that are none of its records', async () => {
    const scene = openHubScene();
    const ledger = await scene.openLedger();
    await ledger.append(build());
    plant(scene, { task: 'deploy', payload: 'gibberish' });
    plant(scene, { environment: 'production', payload: 'gibberish' });
    plant(scene, { payload: { version: 9, lineage: { ...LINEAGE, scope: 'account-2' } } });
    expect(phasesOf(await ledger.read(LINEAGE))).toEqual(['staged']);
  });

  test.each([
    ['of a later version', { version: 2, lineage: LINEAGE }, /it is of version 2, not 1/],
    ['without a version', { lineage: LINEAGE }, /it is of version none, not 1/],
    ['of another shape', { version: 1, lineage: LINEAGE, phase: 'odd' }, /not of the shape of version 1/],
    ['that nobody can read', '{"version":1,', /it names no lineage/],
    ['that is empty', {}, /it names no lineage/],
  ])('is held by a record %s: it may say what must not be missed', async (_, payload, told) => {
    const scene = openHubScene();
    const ledger = await scene.openLedger();
    await ledger.append(build());
    plant(scene, { payload });
    const problem = unavailable(await ledger.read(LINEAGE));
    expect(problem.unavailable).toMatch(told);
    expect(problem.unavailable).toContain(`deployment 3141592656 of environment ${ENVIRONMENT}`);
    expect(problem.mend).toMatch(/release of this action that wrote it/);
  });

  test('has a record once that was sent twice', async () => {
    const scene = openHubScene();
    const ledger = await scene.openLedger();
    const record = arrived(await ledger.append(build()));
    const [{ payload } = { payload: null }] = scene.repository.deployments;
    plant(scene, { payload });
    expect(recordsOf(await ledger.read(LINEAGE))).toEqual([record]);
  });
});

describe('times', () => {
  test('are GitHub’s, and never hasten: a record is not older, and now is not later, than it is', async () => {
    const clockAheadMilliseconds = -95_000;
    const scene = openHubScene({ clockAheadMilliseconds });
    const ledger = await scene.openLedger();
    for (const pause of [0, 1, 359, 1, 998, 1234]) {
      await scene.clock.sleep(pause);
      const truth = scene.clock.now() + clockAheadMilliseconds;
      const record = arrived(await ledger.append(build()));
      const reading = await ledger.read(LINEAGE);
      if ('unavailable' in reading) throw new Error(reading.unavailable);
      expect(record.at.getTime() - truth).toBeGreaterThanOrEqual(0);
      expect(record.at.getTime() - truth).toBeLessThanOrEqual(1000);
      expect(truth - reading.readAt.getTime()).toBeGreaterThanOrEqual(0);
      expect(truth - reading.readAt.getTime()).toBeLessThan(1000);
    }
  });

  test('that an answer does not bear leave nothing to be proved', async () => {
    const scene = openHubScene();
    const ledger = await scene.openLedger();
    await ledger.append(build());
    scene.hub.faults.plan({ endpoint: 'deployments.list', kind: 'without-date' });
    expect(unavailable(await ledger.read(LINEAGE))).toEqual({
      unavailable: expect.stringContaining('no Date'),
      mend: expect.stringContaining('proxy'),
    });
    expect(phasesOf(await ledger.read(LINEAGE))).toEqual(['staged']);
  });
});

describe('an append whose answer is lost', () => {
  test.each([
    ['is cut', { kind: 'lost-answer' }],
    ['is an error', { kind: 'status', status: 502, body: 'html', acted: true }],
    ['is another page', { kind: 'wrong-body', body: 'html' }],
    ['is of another shape', { kind: 'wrong-body', body: 'object' }],
  ] as const)('since it %s is found again, and not made twice', async (_, trouble) => {
    const scene = openHubScene();
    const ledger = await scene.openLedger();
    await ledger.append(build());
    scene.hub.faults.plan({ endpoint: 'deployments.create', ...trouble });
    const record = arrived(await ledger.append(build()));
    expect(scene.repository.deployments).toHaveLength(2);
    expect(record.recordId).toBe(scene.repository.deployments[1]?.id);
    expect(recordsOf(await ledger.read(LINEAGE))[1]).toEqual(record);
  });

  test('is found also where the list lags behind', async () => {
    const scene = openHubScene({ listingLagMilliseconds: 5000 });
    scene.hub.faults.plan({ endpoint: 'deployments.create', kind: 'lost-answer' });
    arrived(await (await scene.openLedger()).append(build()));
    expect(scene.repository.deployments).toHaveLength(1);
  });

  test('is made anew where it had not arrived', async () => {
    const scene = openHubScene();
    scene.hub.faults.plan({ endpoint: 'deployments.create', kind: 'reset', times: 2 });
    arrived(await (await scene.openLedger()).append(build()));
    expect(scene.repository.deployments).toHaveLength(1);
    expect(scene.calls()).toEqual([
      ...Array(2)
        .fill(['POST deployments.create', ...Array(3).fill('GET deployments.list')])
        .flat(),
      'POST deployments.create',
      'POST deployment-statuses.create',
    ]);
  });

  test('is one record also where it shows so late that it was sent twice', async () => {
    const scene = openHubScene({ listingLagMilliseconds: 60_000 });
    const ledger = await scene.openLedger();
    scene.hub.faults.plan({ endpoint: 'deployments.create', kind: 'lost-answer' });
    arrived(await ledger.append(build()));
    expect(scene.repository.deployments).toHaveLength(2);
    await scene.clock.sleep(120_000);
    expect(phasesOf(await ledger.read(LINEAGE))).toEqual(['staged']);
  });

  test('is told as unknown where it cannot be looked for', async () => {
    const scene = openHubScene({ maxRetries: 1 });
    scene.hub.faults.plan({ endpoint: 'deployments.create', kind: 'lost-answer' });
    scene.hub.faults.plan({ endpoint: 'deployments.list', call: 'every', kind: 'status', status: 503 });
    const problem = unavailable(await (await scene.openLedger()).append(build()));
    expect(problem.unavailable).toMatch(/deployments cannot be written: GET .* answered 503/);
    expect(scene.calls().filter((call) => call === 'POST deployments.create')).toHaveLength(1);
  });

  test('is given up after as many tries as are allowed', async () => {
    const scene = openHubScene({ maxRetries: 2 });
    scene.hub.faults.plan({ endpoint: 'deployments.create', call: 'every', kind: 'status', status: 500 });
    const problem = unavailable(await (await scene.openLedger()).append(build()));
    expect(problem.unavailable).toMatch(/POST .* answered 500/);
    expect(scene.calls().filter((call) => call === 'POST deployments.create')).toHaveLength(3);
  });
});

test('a ledger works over a real wire, with an Enterprise Server’s address', async () => {
  const github = await startGitHub({ basePath: '/api/v3', seed: { tokens: PERMITTED } });
  const network = createNetwork({ environment: {} });
  try {
    const ledger = await openLedger({
      token: TOKEN,
      environment: github.env,
      transport: { requestTimeoutMilliseconds: 30_000, maxRetries: 0, retryDelayMilliseconds: 1 },
      deps: {
        network,
        clock: { now: () => Date.now() },
        sleep: async () => {},
        random: () => Math.random(),
        debug: () => {},
      },
    });
    const record = arrived(await ledger.append(build()));
    const reading = await ledger.read(LINEAGE);
    expect(recordsOf(reading)).toEqual([record]);
    expect(github.log.map(({ path }) => path)).toContain('/api/v3/repos/octo-org/infrastructure/deployments');
    expect(github.log.every(({ apiVersion }) => apiVersion === '2022-11-28')).toBe(true);
  } finally {
    await network.close();
    await github.close();
  }
});

describe('a limit of GitHub’s', () => {
  test('is waited for by records, and nothing is sent twice', async () => {
    const scene = openHubScene();
    const ledger = await scene.openLedger();
    scene.hub.faults.plan({ endpoint: 'deployments.create', kind: 'secondary-limit', retryAfterSeconds: 20 });
    scene.hub.faults.plan({ endpoint: 'deployments.list', kind: 'primary-limit', resetAfterSeconds: 30 });
    arrived(await ledger.append(build()));
    expect(phasesOf(await ledger.read(LINEAGE))).toEqual(['staged']);
    expect(scene.repository.deployments).toHaveLength(1);
    expect(scene.elapsed()).toBeGreaterThanOrEqual(50_000);
  });
});

describe('what is unavailable says why, and how to mend it', () => {
  const tokens = (permissions: object, facts: object = {}) => ({ [TOKEN]: { permissions, ...facts } });

  test.each<[string, Parameters<typeof openHubScene>[0], RegExp, RegExp]>([
    [
      'a token that may nothing',
      { tokens: tokens({}) },
      /^deployments cannot be read: GET .* answered 403: Resource not accessible by integration/,
      /^Give the job 'permissions: deployments: write'.*job that calls it.*Deployments: Read and write/,
    ],
    [
      'a token of another repository',
      { tokens: tokens({}, { repositories: [] }) },
      /404/,
      /GITHUB_REPOSITORY/,
    ],
    ['an unknown token', { token: 'ghs_unknown000000' }, /401: Bad credentials/, /'github-token'/],
    [
      'no token',
      { token: '' },
      /^there is no ledger: .*'github-token' is empty$/,
      /Leave 'github-token' out/,
    ],
    [
      'no repository',
      { environment: { GITHUB_REPOSITORY: '' } },
      /GITHUB_REPOSITORY is not set/,
      /The runner sets this variable/,
    ],
    ['no quota', { callsAnHour: 0 }, /403: API rate limit/, /no more calls.*before 2026-01-01T13:00/],
  ])('to read: %s', async (_, options, told, mend) => {
    const scene = openHubScene(options);
    const problem = unavailable(await (await scene.openLedger()).read(LINEAGE));
    expect(problem.unavailable).toMatch(told);
    expect(problem.mend).toMatch(mend);
    expect(`${problem.unavailable}${problem.mend}`).not.toContain('\n');
  });

  test.each<[string, Parameters<typeof openHubScene>[0], RegExp, RegExp]>([
    [
      'a token that may only read',
      { tokens: tokens({ deployments: 'read' }) },
      /^deployments cannot be written: POST .* answered 403/,
      /'permissions: deployments: write'/,
    ],
    [
      'a personal token that may only read',
      { tokens: tokens({ deployments: 'read' }, { kind: 'personal' }) },
      /by personal access token/,
      /github-token needs Deployments: Read and write/,
    ],
    [
      'a commit that the repository does not have',
      { environment: { GITHUB_SHA: 'f'.repeat(40) } },
      /422: No ref found for: f{40}/,
      /GITHUB_SHA.*as the runner sets them/,
    ],
    [
      'neither a commit nor a ref',
      { environment: { GITHUB_SHA: '' } },
      /neither GITHUB_SHA nor GITHUB_REF/,
      /a commit that the repository has/,
    ],
    [
      'an archived repository',
      { repositories: [{ name: REPOSITORY, isArchived: true }] },
      /archived/,
      /^The repository is archived/,
    ],
  ])('to append: %s', async (_, options, told, mend) => {
    const scene = openHubScene(options);
    const problem = unavailable(await (await scene.openLedger()).append(build()));
    expect(problem.unavailable).toMatch(told);
    expect(problem.mend).toMatch(mend);
    expect(scene.repository.deployments).toEqual([]);
  });

  test('to append: a conflict that GitHub tells of', async () => {
    const scene = openHubScene();
    const message = 'Conflict: Commit status checks failed for main.';
    scene.hub.faults.plan({ endpoint: 'deployments.create', kind: 'status', status: 409, message });
    const problem = unavailable(await (await scene.openLedger()).append(build()));
    expect(problem.unavailable).toContain(`409: ${message}`);
    expect(problem.mend).toMatch(/does not take a deployment of this commit/);
  });

  test('and passes: the same ledger works once it is mended', async () => {
    const scene = openHubScene({ maxRetries: 0 });
    const ledger = await scene.openLedger();
    scene.hub.faults.plan({ endpoint: 'deployments.list', kind: 'status', status: 503 });
    expect(unavailable(await ledger.read(LINEAGE)).mend).toContain('githubstatus.com');
    expect(recordsOf(await ledger.read(LINEAGE))).toEqual([]);
  });
});
