import { describe, expect, test } from '@jest/globals';
import type { RotationObservation } from '../../../src/providers/rotation.ts';
import {
  briefly,
  type Case,
  decideCase,
  dueOne,
  freshOne,
  HOUR,
  inDays,
  NO_LEDGER,
  observed,
  record,
  replacedOne,
  threshold,
  young,
} from './build-situation.ts';
import { openWordings } from './wording.ts';

const { expectDecision } = openWordings('decide');

const STAGED = [record('staging', 31, { to: null }), record('staging', 31), record('staged', 30)];
const promotedBefore = (hours: number) => [...STAGED, record('promoting', hours), record('promoted', hours)];
const NOT_DELAYED = { soakMilliseconds: 0, overlapMilliseconds: 0 };
type Row = readonly [what: string, given: Case, decision: string];

describe('a lineage that is not due', () => {
  test.each<Row>([
    ['waits for its day', { certificates: [freshOne()] }, 'not-due, then stage in 1615d'],
    [
      'also where there are spares',
      { certificates: [freshOne(), observed('spare'), young('other')] },
      'not-due, then stage in 1615d',
    ],
    [
      'also without a ledger',
      { certificates: [freshOne()], ledger: NO_LEDGER },
      'not-due, then stage in 1615d',
    ],
    [
      'has no day where it does not expire',
      { certificates: [freshOne('x', { certificate: { notAfter: new Date('9999-12-31T23:59:59Z') } })] },
      'not-due',
    ],
    [
      'one second before its window',
      { certificates: [dueOne({ certificate: { notAfter: new Date(inDays(180).getTime() + 1000) } })] },
      'not-due, then stage in 0h',
    ],
    [
      'was staged, and a person has set a third one',
      { certificates: [freshOne('theirs'), replacedOne(), observed('new')], records: STAGED },
      'not-due, then stage in 1615d',
    ],
    [
      'was promoted, and a person has set a third one: nothing is retired',
      { certificates: [freshOne('theirs'), replacedOne(), observed('new')], records: promotedBefore(999) },
      'not-due, then stage in 1615d',
    ],
    [
      'whose old one may be kept',
      {
        certificates: [freshOne(), replacedOne()],
        records: promotedBefore(999),
        policy: { retireBy: 'keep' },
      },
      'not-due, then stage in 1615d',
    ],
    [
      'after the whole rotation',
      { certificates: [freshOne()], records: [...promotedBefore(999), record('retired', 800)] },
      'not-due, then stage in 1615d',
    ],
    [
      'though an old one waits, which without a ledger nobody knows',
      { certificates: [freshOne(), replacedOne()], ledger: NO_LEDGER },
      'not-due, then stage in 1615d',
    ],
  ])('%s', (what, given, decision) => {
    expectDecision(what, decideCase(given), decision);
  });
});

describe('a lineage that is due', () => {
  test.each<Row>([
    ['gets a successor', { certificates: [dueOne()] }, 'planned, stage one to be made, next stage'],
    [
      'also without a ledger',
      { certificates: [dueOne()], ledger: NO_LEDGER, policy: NOT_DELAYED },
      'planned, stage one to be made, next stage',
    ],
    [
      'at the second in which its window begins',
      { certificates: [dueOne({ certificate: { notAfter: inDays(180) } })] },
      'planned, stage one to be made, next stage',
    ],
    [
      'after its end',
      { certificates: [dueOne({ certificate: { notAfter: inDays(-1) } })] },
      'planned, stage one to be made, next stage',
    ],
    [
      'by a threshold of its own',
      {
        certificates: [freshOne()],
        policy: { rotateWithin: threshold('1800d') },
        observation: { successorLifetimeMilliseconds: null },
      },
      'planned, stage one to be made, next stage',
    ],
    [
      'since what serves is on its way out',
      {
        certificates: [freshOne('x', { readiness: 'leaving', certificate: { status: 'pending_deletion' } })],
      },
      'planned, stage one to be made, next stage',
    ],
    [
      'since nothing serves: a first installation',
      { certificates: [] },
      'planned, stage one to be made, next stage',
    ],
    [
      'leaves inactive ones of old alone',
      { certificates: [dueOne(), observed('shelved', { readiness: 'dormant' })] },
      'planned, stage one to be made, next stage',
    ],
    [
      'leaves spares alone that are due themselves',
      {
        certificates: [
          dueOne(),
          observed('spare', { certificate: { notBefore: inDays(-1735), notAfter: inDays(90) } }),
        ],
      },
      'planned, stage one to be made, next stage',
    ],
    [
      'leaves what it replaced earlier alone',
      {
        certificates: [dueOne(), observed('older')],
        records: [record('promoted', 9999, { from: 'older', to: 'old' })],
      },
      'planned, stage one to be made, next stage',
    ],
    [
      'activates what an earlier run has made',
      {
        certificates: [dueOne(), young('new', 1, { readiness: 'dormant' })],
        records: [record('staging', 1)],
      },
      'planned, stage new, next stage',
    ],
    [
      'waits for what is on its way to the edge',
      {
        certificates: [dueOne(), young('new', 1, { readiness: 'arriving' })],
        records: [record('staging', 1)],
      },
      'planned, stage new, next stage',
    ],
    [
      'begins the soak of what is ready and not on record as such',
      { certificates: [dueOne(), young('new', 1)], records: [record('staging', 1)] },
      'planned, stage new, next stage',
    ],
    [
      'makes another one where a person has deleted the staged one',
      { certificates: [dueOne()], records: STAGED },
      'planned, stage one to be made, next stage',
    ],
    [
      'prefers what the ledger names to spares',
      { certificates: [dueOne(), observed('spare'), young('new', 31)], records: STAGED },
      'staged, promote new for old, next promote',
    ],
    [
      'takes over what was staged for a predecessor that a person has replaced since',
      {
        certificates: [dueOne({ certificate: { name: 'theirs' } }), young('new', 31)],
        records: [record('staged', 30, { from: 'older' })],
      },
      'staged, promote new for old, next promote',
    ],
  ])('%s', (what, given, decision) => {
    expectDecision(what, decideCase(given), decision);
  });
});

describe('what stands against a phase', () => {
  const violation = (reason: string) => ({ reason, certificates: [], instead: 'mend it', forcible: false });
  const blockers: RotationObservation['blockers'] = [
    { at: 'create', violation: violation('3 in a day') },
    { at: 'stage', violation: violation('10 available') },
    { at: 'promote', violation: violation('not here') },
  ];
  const dormant = young('new', 31, { readiness: 'dormant' });

  test.each<[string, Case, readonly string[]]>([
    ['making one', { certificates: [dueOne()], observation: { blockers } }, ['3 in a day', '10 available']],
    [
      'activating one',
      { certificates: [dueOne(), dormant], records: [record('staging', 31)], observation: { blockers } },
      ['10 available'],
    ],
    [
      'promoting one',
      { certificates: [dueOne(), young('new', 31)], records: STAGED, observation: { blockers } },
      ['not here'],
    ],
    [
      'waiting for one',
      {
        certificates: [dueOne(), young('new', 31, { readiness: 'arriving' })],
        records: STAGED,
        observation: { blockers },
      },
      [],
    ],
    [
      'anything',
      {
        certificates: [freshOne()],
        observation: { blockers: [{ at: 'always', violation: violation('custom') }] },
      },
      ['custom'],
    ],
    [
      'a successor that would be due at once',
      {
        certificates: [dueOne()],
        observation: { successorLifetimeMilliseconds: 30 * 24 * HOUR },
        policy: { rotateWithin: threshold('180d') },
      },
      ['a successor that is valid for 30d would be due again before it has served'],
    ],
    [
      'a date that cannot be read',
      { certificates: [dueOne({ certificate: { notAfter: null } })] },
      ['whether certificate old is due cannot be told: its notAfter is missing or cannot be read'],
    ],
    [
      'a percent of an unknown lifetime',
      {
        certificates: [dueOne({ certificate: { notBefore: null } })],
        policy: { rotateWithin: threshold('33%') },
      },
      [expect.stringMatching(/lifetime is not known/) as unknown as string],
    ],
    [
      'a first installation with spares',
      { certificates: [observed('a'), observed('b')] },
      [expect.stringMatching(/2 certificates could be the successor/) as unknown as string],
    ],
  ])('is told for %s', (what, given, reasons) => {
    const decision = decideCase(given);
    expectDecision(what, decision, briefly(decision));
    expect(decision.violations.map(({ reason }) => reason)).toEqual(reasons);
    expect(decision.state).toBe(reasons.length > 0 ? 'blocked' : 'planned');
    expect(decision.step === null).toBe(reasons.length > 0);
  });
});

describe('where the ledger alone says what serves, and the promote makes the successor', () => {
  const client = { servingKnownBy: 'ledger', hasStage: false } as const;
  const active = (id: string, facts: Parameters<typeof observed>[1] = {}) =>
    observed(id, { serves: 'unknown', resemblance: 'none', publicKeySha256: `key-${id}`, ...facts });
  const ends = (days: number) => ({ certificate: { notBefore: inDays(-265), notAfter: inDays(days) } });
  const old = active('old', ends(100));
  const intent = record('promoting', 1, { to: null, publicKeySha256: 'key-new' });
  const done = (hours: number) => [
    record('promoting', hours, { to: null, publicKeySha256: 'key-new' }),
    record('promoted', hours, { publicKeySha256: 'key-new' }),
  ];

  test.each<Row>([
    ['the only one serves', { certificates: [old] }, 'planned, promote one to be made for old, next promote'],
    ['the first one is made', { certificates: [] }, 'planned, promote one to be made, next promote'],
    [
      'one of a lost key is replaced',
      { certificates: [old, active('new')], records: [intent] },
      'planned, promote one to be made for old without new, next promote',
    ],
    [
      'the promoted one serves',
      { certificates: [old, active('new')], records: done(1) },
      'overlapping, then retire in 167h',
    ],
    [
      'the old one is revoked after the overlap',
      { certificates: [old, active('new')], records: done(999) },
      'promoted, retire old, next retire',
    ],
    [
      "strangers beside the promoted one are nobody's business",
      { certificates: [active('new'), active('theirs')], records: [...done(999), record('retired', 9)] },
      'not-due, then promote in 1615d',
    ],
    ['several without a record are not guessed at', { certificates: [old, active('other')] }, 'blocked'],
  ])('%s', (what, given, decision) => {
    expectDecision(
      what,
      decideCase({ ...given, observation: { ...client, ...given.observation } }),
      decision,
    );
  });
});
