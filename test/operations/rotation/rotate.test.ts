import { describe, expect, test } from '@jest/globals';
import { capabilitiesOf } from '../../../src/interface/capabilities.ts';
import type { RotationRequest } from '../../../src/interface/rotation-request.ts';
import type { RotationLedger } from '../../../src/operations/rotation/ledger.ts';
import { createRotationProgress } from '../../../src/operations/rotation/outcome.ts';
import { rotate } from '../../../src/operations/rotation/rotate.ts';
import type { Provider } from '../../../src/providers/provider.ts';
import type { ObservedCertificate, Rotation, RotationObservation } from '../../../src/providers/rotation.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';
import { buildObservation, dueOne, freshOne, NOW, record, replacedOne, young } from './build-situation.ts';

/** A vendor of a few lines: what it shows at each look (the last one again and again), and how its acts end. */
interface Vendor {
  readonly looks: readonly (readonly ObservedCertificate[])[];
  readonly observation?: Partial<RotationObservation>;
  readonly acts?: Partial<Pick<Rotation, 'stage' | 'promote' | 'rollback' | 'retire'>>;
  readonly records?: readonly ReturnType<typeof record>[];
}

async function play({ looks, observation, acts = {}, records = [] }: Vendor) {
  const clock = createVirtualClock(NOW.getTime());
  const appended: string[] = [];
  let look = 0;
  const unexpected = (what: string) => () => Promise.reject(new Error(`${what} is not expected`));
  const rotation: Rotation = {
    lineage: { provider: 'cloudflare-gateway', scope: 'account', name: 'in-use' },
    observe: async () => buildObservation(looks[Math.min(look++, looks.length - 1)] ?? [], observation),
    describe: () => ({
      affected: [],
      irreversible: [],
      phases: { stage: null, promote: null, retire: null },
    }),
    stage: unexpected('stage'),
    promote: unexpected('promote'),
    prove: null,
    rollback: unexpected('rollback'),
    retire: unexpected('retire'),
    ...acts,
  };
  const ledger: RotationLedger = {
    read: async () => ({ records, readAt: NOW }),
    append: async (entry) => {
      appended.push(
        [entry.phase, entry.successor?.id ?? '-', entry.publicKeySha256]
          .filter((part) => part !== null)
          .join(' '),
      );
      return { ...entry, recordId: `new ${appended.length}`, at: NOW, run: null };
    },
  };
  const progress = createRotationProgress();
  const request = {
    phases: ['plan', 'stage', 'promote', 'retire'],
    rotateWithin: null,
    soakMilliseconds: 0,
    overlapMilliseconds: 0,
    retireBy: 'delete',
    successor: null,
    expectedPlan: null,
    githubToken: '',
    gateEnvironments: [],
    allowUngated: false,
    lineageName: null,
    verifyHosts: [],
    secret: null,
    store: {
      dryRun: false,
      validityDays: null,
      material: { certificate: null, subject: null, keyAlgorithm: 'ecdsa-p256' },
      waiting: { wait: true, waitFor: null, timeoutMilliseconds: 60_000, intervalMilliseconds: 1000 },
      transport: { requestTimeoutMilliseconds: 1, maxRetries: 0, retryDelayMilliseconds: 1, concurrency: 1 },
    },
  } as unknown as RotationRequest;
  const provider = {
    name: 'cloudflare-gateway',
    scope: 'account',
    capabilities: capabilitiesOf['cloudflare-gateway'],
    openRotation: async () => rotation,
  } as unknown as Provider;
  let failure: Error | null = null;
  await rotate({
    request,
    provider,
    ledger,
    gates: null,
    secretStore: null,
    probe: async () => ({ failure: 'there is no network' }),
    generateKey: () => Promise.reject(new Error('No key is expected')),
    clock,
    sleep: clock.sleep,
    log: () => {},
    progress,
    materials: {
      read: async () => '',
      write: async (name) => name,
      mask: () => {},
      readTrustedRoots: async () => [],
    },
  }).catch((error: Error) => {
    failure = error;
  });
  return { failure: failure as Error | null, outcome: progress.outcome, appended, looks: look };
}

const staged = { looks: [[dueOne(), young('new', 31)]], records: [record('staged', 30)] };

describe('a promote that the vendor could not bring to its end', () => {
  test('and has taken back is rolled back, and says why', async () => {
    const { failure, outcome, appended } = await play({
      ...staged,
      acts: { promote: async () => ({ result: 'failed', reason: 'one portal refused', restored: true }) },
    });
    expect(failure?.message).toMatch(
      /taken back.*new was set to serve and could not.*\(one portal refused\)/s,
    );
    expect(outcome.decision).toMatchObject({ state: 'rolled-back', nextPhase: null });
    expect(appended).toEqual(['promoting new', 'rolled-back new']);
  });

  test('nor take back says what stands where', async () => {
    const { failure, outcome, appended } = await play({
      ...staged,
      acts: { promote: async () => ({ result: 'failed', reason: 'a is moved, b is not', restored: false }) },
    });
    expect(failure?.message).toBe('The promote failed: a is moved, b is not.');
    expect(outcome.decision?.state).toBe('rollback-failed');
    expect(appended).toEqual(['promoting new', 'rollback-failed new']);
  });

  test('since a fresh look stands against it is blocked by what it found', async () => {
    const violation = {
      reason: 'a name is not covered',
      certificates: ['new'],
      instead: 'upload another',
      forcible: false,
    };
    const { failure, outcome } = await play({
      ...staged,
      acts: { promote: async () => ({ result: 'refused', violations: [violation] }) },
    });
    expect(failure?.message).toMatch(/blocked:\n- a name is not covered \(new\); instead: upload another/);
    expect(outcome.decision).toMatchObject({ state: 'blocked', violations: [violation] });
  });
});

test('what keeps changing while a run works is given up', async () => {
  const { failure, looks } = await play({
    ...staged,
    acts: { promote: async () => ({ result: 'overtaken', reason: 'somebody was quicker' }) },
  });
  expect(failure?.message).toMatch(/what stands still changes/);
  expect(looks).toBeLessThan(20);
});

test('a promote that makes its successor tells the ledger of the key before, and with what came of it', async () => {
  const active = (id: string, of: ObservedCertificate) => ({
    ...of,
    serves: 'unknown' as const,
    publicKeySha256: `key-${id}`,
  });
  const { failure, appended, outcome } = await play({
    looks: [
      [active('old', dueOne())],
      [active('old', replacedOne()), active('new', freshOne())],
      [active('new', freshOne())],
    ],
    observation: { servingKnownBy: 'ledger', hasStage: false },
    acts: {
      promote: async (order, tools) => {
        expect(order).toMatchObject({ replaced: { id: 'old' }, successor: null, keyless: [] });
        await tools.announceKey('key-new');
        return { result: 'done', certificate: freshOne('new').certificate };
      },
      retire: async ({ replaced }) => {
        expect(replaced?.certificate.id).toBe('old');
        return { result: 'done', certificate: null };
      },
    },
  });
  expect(failure).toBeNull();
  expect(outcome.decision?.state).toBe('retired');
  expect(appended).toEqual(['promoting - key-new', 'promoted new key-new', 'retired new']);
  expect(outcome.acts).toEqual(['Promoted certificate new: it serves', 'Retired certificate old (delete)']);
});

test('a stage that another run is at is left to it', async () => {
  let turns = 0;
  const { failure, outcome } = await play({
    looks: [[dueOne()], [dueOne(), young('theirs', 0, { readiness: 'ready' })]],
    acts: {
      stage: async ({ successor }) => {
        turns += 1;
        if (successor === null) return { result: 'overtaken', reason: 'another run is making it' };
        return { result: 'done', certificate: successor.certificate };
      },
      promote: async () => ({ result: 'pending', reason: 'it is not shown yet' }),
    },
  });
  expect(failure).toBeNull();
  expect(turns).toBe(2);
  expect(outcome.decision?.state).toBe('promoting');
  expect(outcome.warnings.join()).toMatch(/It is not shown yet\. Running again goes on/);
});
