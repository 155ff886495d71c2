import { describe, expect, test } from '@jest/globals';
import { decide } from '../../../src/operations/rotation/decide.ts';
import type { RotationPolicy } from '../../../src/operations/rotation/decision.ts';
import type { LedgerRecord } from '../../../src/operations/rotation/ledger.ts';
import { makePlan, type RotationPlan } from '../../../src/operations/rotation/plan.ts';
import type {
  DescriptionOrder,
  ObservedCertificate,
  Rotation,
  RotationObservation,
} from '../../../src/providers/rotation.ts';
import {
  buildObservation,
  dueOne,
  freshOne,
  inDays,
  NOW,
  observed,
  POLICY,
  record,
  replacedOne,
  threshold,
  young,
} from './build-situation.ts';

const lineage = { provider: 'cloudflare-gateway', scope: 'account', name: 'in-use' };
const STAGED = [record('staged', 30)];
const PROMOTED = [...STAGED, record('promoting', 2), record('promoted', 1)];

interface Given {
  readonly records?: readonly LedgerRecord[];
  readonly observation?: Partial<RotationObservation>;
  readonly policy?: Partial<RotationPolicy>;
  readonly scope?: string;
}

function plan(certificates: readonly ObservedCertificate[], given: Given = {}) {
  const orders: DescriptionOrder[] = [];
  const refuse = () => Promise.reject(new Error('A plan does nothing'));
  const rotation: Rotation = {
    lineage: { ...lineage, scope: given.scope ?? lineage.scope },
    observe: refuse,
    stage: refuse,
    promote: refuse,
    prove: null,
    rollback: refuse,
    retire: refuse,
    describe: (order) => {
      orders.push(order);
      const phase = { what: 'something', calls: [] };
      const retire = order.replacedId === null ? null : phase;
      return { affected: [], irreversible: [], phases: { stage: phase, promote: phase, retire } };
    },
  };
  const observation = buildObservation(certificates, given.observation);
  const policy = { ...POLICY, ...given.policy };
  const ledger = { unavailability: null, records: given.records ?? [], now: NOW };
  const decision = decide(observation, ledger, policy, NOW);
  return { made: makePlan(rotation, observation, policy, decision), order: orders[0] };
}

const digestOf = (...given: Parameters<typeof plan>) => plan(...given).made.digest;
const standings = ({ phases }: RotationPlan) =>
  phases.map(({ phase, standing }) => `${phase} ${standing}`).join(', ');

describe("a plan's digest", () => {
  const usual = digestOf([dueOne()]);

  test.each<[string, Parameters<typeof plan>]>([
    ['the staged successor', [[dueOne(), young('new', 31)], { records: STAGED }]],
    ['the promotion', [[replacedOne(), freshOne()], { records: PROMOTED }]],
    ['what else there is', [[dueOne(), observed('other', { readiness: 'dormant' })]]],
    ['the status of the old one', [[dueOne({ certificate: { status: 'pending_deletion' } })]]],
  ])('is not changed by %s', (_, given) => {
    expect(digestOf(...given)).toBe(usual);
  });

  test.each<[string, Parameters<typeof plan>]>([
    ['another certificate to be replaced', [[dueOne({ certificate: { fingerprint: 'FP:x' } })]]],
    ['another account', [[dueOne()], { scope: 'other' }]],
    ['another referrer', [[dueOne()], { observation: { referrers: ['everybody', 'a portal'] } }]],
    ['other material', [[dueOne()], { observation: { material: { 'validity-days': 90 } } }]],
    ['another soak', [[dueOne()], { policy: { soakMilliseconds: 0 } }]],
    ['another overlap', [[dueOne()], { policy: { overlapMilliseconds: 0 } }]],
    ['another threshold', [[dueOne()], { policy: { rotateWithin: threshold('200d') } }]],
    ['another way to retire', [[dueOne()], { policy: { retireBy: 'keep' } }]],
    ['a chosen successor', [[dueOne()], { policy: { successor: { by: 'new' } } }]],
  ])('is changed by %s', (_, given) => {
    expect(digestOf(...given)).not.toBe(usual);
  });

  test('does not depend on the order of referrers and material', () => {
    const one = { referrers: ['a', 'b'], material: { x: 1, y: 2 } };
    const other = { referrers: ['b', 'a'], material: { y: 2, x: 1 } };
    expect(digestOf([dueOne()], { observation: one })).toBe(digestOf([dueOne()], { observation: other }));
  });
});

describe('a plan', () => {
  test.each<[string, Parameters<typeof plan>, string]>([
    ['of what is not due', [[freshOne()]], 'stage waiting, promote later, retire later'],
    ['of what is due', [[dueOne()]], 'stage now, promote later, retire later'],
    [
      'of a soak',
      [[dueOne(), young('new', 2)], { records: [record('staged', 1)] }],
      'stage done, promote waiting, retire later',
    ],
    [
      'of what is staged',
      [[dueOne(), young('new', 31)], { records: STAGED }],
      'stage done, promote now, retire later',
    ],
    [
      'of an overlap',
      [[replacedOne(), freshOne()], { records: PROMOTED }],
      'stage done, promote done, retire waiting',
    ],
    [
      'of what may be retired',
      [[replacedOne(), freshOne()], { records: [record('promoted', 999)] }],
      'stage done, promote done, retire now',
    ],
    [
      'of what is retired',
      [[freshOne()], { records: [record('promoted', 999)] }],
      'stage done, promote done, retire done',
    ],
    ['of what is blocked', [[dueOne(), observed('spare')]], 'stage held, promote held, retire held'],
    ['of a first installation', [[]], 'stage now, promote later'],
  ])('%s says where each phase stands', (_, given, phases) => {
    expect(standings(plan(...given).made)).toBe(phases);
  });

  test.each<[string, Parameters<typeof plan>, DescriptionOrder]>([
    ['before it is made', [[dueOne()]], { replacedId: 'old', successorId: null, retireBy: 'delete' }],
    [
      'once it is staged',
      [[dueOne(), young('new', 31)], { records: STAGED }],
      { replacedId: 'old', successorId: 'new', retireBy: 'delete' },
    ],
    [
      'once it serves',
      [[replacedOne(), freshOne()], { records: PROMOTED }],
      { replacedId: 'old', successorId: 'new', retireBy: 'delete' },
    ],
    ['in a first installation', [[]], { replacedId: null, successorId: null, retireBy: 'delete' }],
  ])('names who replaces whom %s', (_, given, order) => {
    expect(plan(...given).order).toEqual(order);
  });

  test('changes with the certificate that is due', () => {
    const next = freshOne('new', { certificate: { notBefore: inDays(-1725), notAfter: inDays(100) } });
    expect(digestOf([next])).not.toBe(digestOf([dueOne()]));
  });
});
