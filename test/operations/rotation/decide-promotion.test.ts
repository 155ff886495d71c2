import { describe, expect, test } from '@jest/globals';
import type { RotationObservation } from '../../../src/providers/rotation.ts';
import {
  briefly,
  type Case,
  decideCase,
  dueOne,
  freshOne,
  inDays,
  NO_LEDGER,
  observed,
  record,
  replacedOne,
  young,
} from './build-situation.ts';
import { openWordings } from './wording.ts';

const { expectDecision } = openWordings('decide-promotion');

const STAGED = [record('staging', 31, { to: null }), record('staging', 31), record('staged', 30)];
const promotedBefore = (hours: number) => [...STAGED, record('promoting', hours), record('promoted', hours)];
const CUSTOM = {
  reason: 'it is custom',
  certificates: [],
  instead: 'see mtls_certificates',
  forcible: false,
};
const NOT_OVERLAPPED = { overlapMilliseconds: 0 };

type Row = readonly [what: string, given: Case, decision: string];

describe('a promotion under way', () => {
  const moving = [dueOne({ serves: 'departing' }), young('new', 31, { serves: 'arriving' })];

  test.each<Row>([
    [
      'is gone on with',
      { certificates: moving, records: [...STAGED, record('promoting', 0)] },
      'promoting, promote new for old, next promote',
    ],
    [
      'is gone on with where it was set by hand',
      { certificates: moving, records: STAGED },
      'promoting, promote new for old, next promote',
    ],
    [
      'is gone on with where its content proves it, without a ledger',
      {
        certificates: [
          dueOne({ serves: 'departing' }),
          young('new', 1, { serves: 'arriving', resemblance: 'certain' }),
        ],
        ledger: NO_LEDGER,
      },
      'promoting, promote new for old, next promote',
    ],
    ["is watched where it is somebody else's", { certificates: moving }, 'promoting'],
    ['is watched without a ledger', { certificates: moving, ledger: NO_LEDGER }, 'promoting'],
    [
      'is watched where the provider was set to none',
      { certificates: [dueOne({ serves: 'departing' })] },
      'promoting',
    ],
    [
      'is on record once it is proved',
      { certificates: [replacedOne(), freshOne()], records: [...STAGED, record('promoting', 0)] },
      'promoting, record promotion of new, next promote',
    ],
    [
      'is on record where a person did it',
      { certificates: [replacedOne(), freshOne()], records: STAGED },
      'promoting, record promotion of new, next promote',
    ],
    [
      'of a first installation is on record',
      { certificates: [freshOne()], records: [record('staged', 30, { from: null })] },
      'promoting, record promotion of new, next promote',
    ],
    ['is not begun where two serve', { certificates: [dueOne(), freshOne()] }, 'blocked'],
  ])('%s', (what, given, decision) => {
    expectDecision(what, decideCase(given), decision);
  });

  test('knows from the record whom it replaces', () => {
    const certificates = [dueOne({ serves: 'no' }), young('new', 31, { serves: 'arriving' })];
    const decision = decideCase({ certificates, records: [...STAGED, record('promoting', 0)] });
    expect(decision.replaced).toEqual({ id: 'old', fingerprint: 'FP:old' });
  });
});

describe('a promotion that cannot work', () => {
  const promoting = [...STAGED, record('promoting', 0)];
  const dead = (readiness: 'dormant' | 'leaving') =>
    young('new', 31, { serves: 'arriving', readiness, certificate: { status: 'inactive' } });
  const gone: Partial<RotationObservation> = { missingId: 'new' };

  test.each<Row>([
    [
      'is taken back where the new one is inactive',
      { certificates: [replacedOne(), dead('dormant')], records: promoting },
      'promoting, roll back new to old, next promote',
    ],
    [
      'is taken back where the new one is leaving',
      { certificates: [replacedOne({ serves: 'departing' }), dead('leaving')], records: promoting },
      'promoting, roll back new to old, next promote',
    ],
    [
      'is taken back where the new one is gone',
      { certificates: [replacedOne()], observation: gone, records: promoting },
      'promoting, roll back new to old, next promote',
    ],
    [
      'goes on where what is gone is the old one, and some name it still',
      {
        certificates: [young('new', 31, { serves: 'yes' })],
        observation: { missingId: 'old' },
        records: promoting,
      },
      'promoting, promote new, next promote',
    ],
    [
      'goes over to the one that a person names',
      {
        certificates: [young('other', 31)],
        observation: { missingId: 'old' },
        policy: { successor: { by: 'id', id: 'other' }, soakMilliseconds: 0, overlapMilliseconds: 0 },
        ledger: NO_LEDGER,
      },
      'staged, promote other, next promote',
    ],
    [
      'goes over to a new one where a person asks for it',
      { certificates: [], observation: { missingId: 'old' }, policy: { successor: { by: 'new' } } },
      'planned, stage one to be made, next stage',
    ],
    [
      'is taken back after a failed rollback too',
      {
        certificates: [replacedOne(), dead('dormant')],
        records: [...promoting, record('rolling-back', 0), record('rollback-failed', 0)],
      },
      'rollback-failed, roll back new to old, next promote',
    ],
    [
      'is not taken back to one that is not ready',
      { certificates: [replacedOne({ readiness: 'dormant' }), dead('dormant')], records: promoting },
      'blocked',
    ],
    [
      'is not taken back to one that has expired',
      {
        certificates: [replacedOne({ certificate: { notAfter: inDays(-1) } }), dead('dormant')],
        records: promoting,
      },
      'blocked',
    ],
    [
      'is not taken back to one that is gone',
      { certificates: [dead('dormant')], records: promoting },
      'blocked',
    ],
    [
      'is not taken back to a custom one',
      { certificates: [replacedOne({ unfitness: CUSTOM }), dead('dormant')], records: promoting },
      'blocked',
    ],
    [
      'is not taken back where it was a first installation',
      { certificates: [dead('dormant')], records: [record('promoting', 0, { from: null })] },
      'blocked',
    ],
    [
      'is not taken back without a record',
      { certificates: [replacedOne(), dead('dormant')], ledger: NO_LEDGER },
      'blocked',
    ],
    [
      'stops for a person once it was taken back',
      { certificates: [dueOne(), observed('new')], records: [...promoting, record('rolled-back', 1)] },
      'rolled-back',
    ],
    [
      'stops for a person where a crash hid that it was taken back',
      { certificates: [dueOne(), observed('new')], records: [...promoting, record('rolling-back', 1)] },
      'rolled-back',
    ],
    [
      'stops for a person where somebody took it back',
      { certificates: [dueOne(), observed('new')], records: promotedBefore(9) },
      'blocked',
    ],
    [
      'does not stop for what was cleared away since',
      { certificates: [dueOne()], records: promotedBefore(9) },
      'planned, stage one to be made, next stage',
    ],
    [
      'does not stop the next rotation',
      {
        certificates: [dueOne()],
        records: [...promoting, record('rolled-back', 9), record('staging', 8, { to: 'newer' })],
      },
      'planned, stage one to be made, next stage',
    ],
  ])('%s', (what, given, decision) => {
    expectDecision(what, decideCase(given), decision);
  });

  test.each<[string, Case, RegExp]>([
    [
      'was taken back',
      { certificates: [dueOne(), observed('new')], records: [...promoting, record('rolled-back', 1)] },
      /successor-id to 'new' to try it again/,
    ],
    [
      'a person took back',
      { certificates: [dueOne(), observed('new')], records: promotedBefore(9) },
      /successor-id to 'new' to promote it again/,
    ],
    [
      'has left nothing to go back to',
      { certificates: [dead('dormant')], records: promoting },
      /available .*at once/,
    ],
  ])('says what to do where it %s', (what, given, mend) => {
    expectDecision(what, decideCase(given), briefly(decideCase(given)));
    expect(
      decideCase(given)
        .violations.map(({ instead }) => instead)
        .join(),
    ).toMatch(mend);
  });
});

describe('after the promotion', () => {
  const both = [replacedOne(), freshOne()];

  test.each<Row>([
    [
      'the two overlap',
      { certificates: both, records: promotedBefore(1) },
      'overlapping, then retire in 167h',
    ],
    [
      'to the last second',
      { certificates: both, records: promotedBefore(7 * 24 - 1 / 3600) },
      'overlapping, then retire in 0h',
    ],
    [
      'the old one is retired',
      { certificates: both, records: promotedBefore(7 * 24) },
      'promoted, retire old, next retire',
    ],
    [
      'at once where no overlap is asked for',
      { certificates: both, records: promotedBefore(0), policy: NOT_OVERLAPPED },
      'promoted, retire old, next retire',
    ],
    [
      'at once also where this run alone remembers it',
      { certificates: both, ledger: { ...NO_LEDGER, records: promotedBefore(0) }, policy: NOT_OVERLAPPED },
      'promoted, retire old, next retire',
    ],
    [
      'the overlap is held where nothing proves it',
      { certificates: both, ledger: { ...NO_LEDGER, records: promotedBefore(9999) } },
      'blocked',
    ],
    [
      'the overlap counts from the last promotion',
      { certificates: both, records: [...promotedBefore(999), record('promoted', 1)] },
      'overlapping, then retire in 167h',
    ],
    [
      'a deactivated one is deleted',
      { certificates: [replacedOne({ readiness: 'dormant' }), freshOne()], records: promotedBefore(999) },
      'promoted, retire old, next retire',
    ],
    [
      'a deactivated one stays so where that is asked for',
      {
        certificates: [replacedOne({ readiness: 'dormant' }), freshOne()],
        records: promotedBefore(999),
        policy: { retireBy: 'deactivate' },
      },
      'retired, record retirement of old',
    ],
    [
      'what is gone already is on record',
      { certificates: [freshOne()], records: promotedBefore(999) },
      'retired, record retirement of old',
    ],
    [
      'an old one that serves still is not retired',
      { certificates: [replacedOne({ serves: 'departing' }), freshOne()], records: promotedBefore(999) },
      'overlapping, then retire',
    ],
    [
      'an older one is retired after it',
      {
        certificates: [observed('older'), freshOne()],
        records: [
          record('promoted', 9999, { from: 'older', to: 'old' }),
          ...promotedBefore(999),
          record('retired', 800),
        ],
      },
      'promoted, retire older, next retire',
    ],
    [
      'what is left to do is done',
      {
        certificates: [freshOne()],
        observation: { unfinished: ['its name'] },
        records: [...promotedBefore(999), record('retired', 800)],
      },
      'promoted, retire what is left, next retire',
    ],
    [
      'that is needed too where the retirement is not on record yet',
      {
        certificates: [freshOne()],
        observation: { unfinished: ['its name'] },
        records: promotedBefore(999),
      },
      'retired, record retirement of old, next retire',
    ],
    [
      'a due successor begins the next rotation first',
      {
        certificates: [replacedOne(), dueOne({ certificate: { name: 'x' } })].map((one, index) =>
          index === 0 ? observed('older') : one,
        ),
        records: [record('promoted', 9999, { from: 'older', to: 'old' })],
      },
      'planned, stage one to be made, next stage',
    ],
  ])('%s', (what, given, decision) => {
    expectDecision(what, decideCase(given), decision);
  });

  test.each<[string, Case, RegExp]>([
    [
      'no ledger proves the overlap',
      { certificates: both, ledger: { ...NO_LEDGER, records: promotedBefore(9999) } },
      /an? overlap of 7d of certificate old cannot be proved.*403/,
    ],
    [
      'the vendor would refuse',
      {
        certificates: both,
        records: promotedBefore(999),
        observation: { blockers: [{ at: 'retire', violation: { ...CUSTOM, reason: 'not now' } }] },
      },
      /not now/,
    ],
  ])('the old one is kept where %s', (what, given, reason) => {
    const decision = decideCase(given);
    expectDecision(what, decision, 'blocked');
    expect(decision.violations.map((violation) => violation.reason).join()).toMatch(reason);
  });
});

describe('certificates of which some serve here and some there, and which nothing settles', () => {
  const split = [
    dueOne({ serves: 'departing' }),
    young('new', 31, { serves: 'arriving', resemblance: 'none' }),
  ];
  const lasting: Partial<RotationObservation> = { settlesByItself: false };

  test.each<Row>([
    ['are asked about', { certificates: split, observation: lasting }, 'blocked'],
    [
      'are set to the one that a record names',
      { certificates: split, observation: lasting, records: [...STAGED, record('promoting', 0)] },
      'promoting, promote new for old, next promote',
    ],
    [
      'are set to the one that a person names',
      { certificates: split, observation: lasting, policy: { successor: { by: 'id', id: 'new' } } },
      'promoting, promote new for old, next promote',
    ],
    [
      'are set to the former one where a person names that',
      { certificates: split, observation: lasting, policy: { successor: { by: 'id', id: 'old' } } },
      'promoting, promote old for new, next promote',
    ],
    [
      'need another one where the newer one has ended',
      {
        certificates: [
          dueOne({ serves: 'departing' }),
          young('new', 31, { serves: 'arriving', certificate: { notAfter: inDays(-1) } }),
        ],
        observation: lasting,
        records: [...STAGED, record('promoting', 0)],
      },
      'planned, stage one to be made, next stage',
    ],
  ])('%s', (what, given, decision) => {
    expectDecision(what, decideCase(given), decision);
  });
});
