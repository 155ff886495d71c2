import { describe, expect, test } from '@jest/globals';
import {
  briefly,
  type Case,
  decideCase,
  dueOne,
  freshOne,
  hoursAgo,
  inDays,
  NO_LEDGER,
  observed,
  record,
  young,
} from './build-situation.ts';
import { openWordings } from './wording.ts';

const { expectDecision } = openWordings('decide-successor');

const STAGED = [record('staging', 31, { to: null }), record('staging', 31), record('staged', 30)];
const promotedBefore = (hours: number) => [...STAGED, record('promoting', hours), record('promoted', hours)];
const CUSTOM = {
  reason: 'it is custom',
  certificates: [],
  instead: 'see mtls_certificates',
  forcible: false,
};
const NOT_SOAKED = { soakMilliseconds: 0 };
const NOT_DELAYED = { ...NOT_SOAKED, overlapMilliseconds: 0 };
type Row = readonly [what: string, given: Case, decision: string];

describe('a successor that no record names', () => {
  const begun = (hours: number, knownIds: readonly string[] = []) =>
    record('staging', hours, { to: null, knownIds });

  test.each<Row>([
    [
      'is awaited while another run may be making it',
      { certificates: [dueOne()], records: [begun(0.01)] },
      'planned, await creation until in 0.02h, next stage',
    ],
    [
      'is awaited where it was made a moment ago and is not listed yet',
      { certificates: [dueOne()], records: [begun(0.02), record('staging', 0.01)] },
      'planned, await creation until in 0.02h, next stage',
    ],
    [
      'was not made where it does not show after two minutes',
      { certificates: [dueOne()], records: [begun(0.04)] },
      'planned, stage one to be made, next stage',
    ],
    [
      'is known by the begun making',
      { certificates: [dueOne(), young('lost', 1, { readiness: 'dormant' })], records: [begun(1)] },
      'planned, adopt lost, next stage',
    ],
    [
      'is known by the begun making though clocks differ',
      { certificates: [dueOne(), young('lost', 1.2)], records: [begun(1)] },
      'planned, adopt lost, next stage',
    ],
    [
      'is not one that was there before the making began',
      {
        certificates: [dueOne(), young('theirs', 1, { readiness: 'dormant' })],
        records: [begun(1, ['theirs'])],
      },
      'planned, stage one to be made, next stage',
    ],
    [
      'is not one that was made long before or after',
      {
        certificates: [
          dueOne(),
          young('before', 8, { readiness: 'dormant' }),
          young('after', 3, { readiness: 'dormant' }),
        ],
        records: [begun(5)],
      },
      'planned, stage one to be made, next stage',
    ],
    [
      'is not one that is not alike',
      {
        certificates: [dueOne(), young('other', 1, { readiness: 'dormant', resemblance: 'none' })],
        records: [begun(1)],
      },
      'planned, stage one to be made, next stage',
    ],
    [
      'is not one of a making for another predecessor',
      {
        certificates: [dueOne(), young('x', 1, { readiness: 'dormant' })],
        records: [record('staging', 1, { from: 'older', to: null })],
      },
      'planned, stage one to be made, next stage',
    ],
    [
      'is doubled where two runs were lost: a person chooses',
      { certificates: [dueOne(), young('a', 1), young('b', 1)], records: [begun(1), begun(1)] },
      'blocked',
    ],
    [
      'is the one young row alike, where there is no ledger',
      {
        certificates: [dueOne(), young('lost', 23, { readiness: 'dormant' })],
        ledger: NO_LEDGER,
        policy: NOT_DELAYED,
      },
      'planned, adopt lost, next stage',
    ],
    [
      'is the one young row alike, where the ledger is empty; and its soak begins then',
      { certificates: [dueOne(), young('lost', 23)] },
      'planned, adopt lost, next stage',
    ],
    [
      'is not a young one where the ledger has records and names none',
      {
        certificates: [dueOne(), young('theirs', 2)],
        records: [record('promoted', 9999, { from: 'older', to: 'old' })],
      },
      'blocked',
    ],
    ['is not one that is older than a day', { certificates: [dueOne(), young('spare', 25)] }, 'blocked'],
    [
      'is not one of another kind',
      { certificates: [dueOne(), young('spare', 2, { resemblance: 'none' })] },
      'blocked',
    ],
    [
      'is not one of two young ones',
      { certificates: [dueOne(), young('a'), young('b')], ledger: NO_LEDGER, policy: NOT_DELAYED },
      'blocked',
    ],
    [
      'is not a young one beside a spare',
      { certificates: [dueOne(), young('a'), observed('spare')] },
      'blocked',
    ],
    [
      'is not taken for one that somebody takes away',
      { certificates: [dueOne(), young('new', 1, { readiness: 'leaving' })], records: [begun(1)] },
      'blocked',
    ],
    [
      'is not doubled beside a young one that somebody takes away',
      { certificates: [dueOne(), young('new', 1, { readiness: 'leaving' })] },
      'blocked',
    ],
    ['is never a spare', { certificates: [dueOne(), observed('spare')] }, 'blocked'],
    [
      'is never a custom one',
      { certificates: [dueOne(), young('theirs', 2, { unfitness: CUSTOM })] },
      'planned, stage one to be made, next stage',
    ],
  ])('%s', (what, given, decision) => {
    expectDecision(what, decideCase(given), decision);
  });

  test('blocks with all that could be meant, and says how to choose', () => {
    const { violations } = decideCase({ certificates: [dueOne(), observed('spare'), observed('other')] });
    expect(violations).toHaveLength(1);
    expect(violations[0]).toMatchObject({ certificates: ['spare', 'other'], forcible: false });
    expect(violations[0]?.reason).toMatch(/spare \(available, until 2031.*other/);
    expect(violations[0]?.instead).toMatch(/successor-id.*'new'/);
  });
});

describe("a person's choice", () => {
  const by = (id: string) => ({ successor: { by: 'id', id } as const });
  const anew = { successor: { by: 'new' } as const };

  test.each<Row>([
    [
      'takes a spare',
      { certificates: [dueOne(), observed('spare'), observed('b')], policy: by('spare') },
      'planned, stage spare, next stage',
    ],
    [
      'takes an inactive one',
      { certificates: [dueOne(), observed('s', { readiness: 'dormant' })], policy: by('s') },
      'planned, stage s, next stage',
    ],
    [
      'goes before the ledger',
      { certificates: [dueOne(), observed('spare'), young('new', 31)], records: STAGED, policy: by('spare') },
      'planned, stage spare, next stage',
    ],
    [
      'holds once it was staged',
      {
        certificates: [dueOne(), observed('spare')],
        records: [record('staged', 30, { to: 'spare' })],
        policy: by('spare'),
      },
      'staged, promote spare for old, next promote',
    ],
    [
      'needs no record where nothing has to be proved',
      {
        certificates: [dueOne(), observed('spare')],
        ledger: NO_LEDGER,
        policy: { ...by('spare'), ...NOT_DELAYED },
      },
      'staged, promote spare for old, next promote',
    ],
    [
      'makes a new one beside spares',
      { certificates: [dueOne(), observed('spare')], policy: anew },
      'planned, stage one to be made, next stage',
    ],
    [
      'goes on with the new one',
      { certificates: [dueOne(), observed('spare'), young('new', 31)], records: STAGED, policy: anew },
      'staged, promote new for old, next promote',
    ],
    [
      'of a new one is not doubled without a ledger',
      {
        certificates: [dueOne(), observed('spare'), young('a', 2, { readiness: 'dormant' })],
        policy: { ...anew, ...NOT_DELAYED },
        ledger: NO_LEDGER,
      },
      'planned, adopt a, next stage',
    ],
    [
      'of a new one replaces a staged one that is due itself',
      {
        certificates: [
          dueOne(),
          observed('new', { certificate: { notBefore: inDays(-1726), notAfter: inDays(99) } }),
        ],
        records: STAGED,
        policy: anew,
      },
      'planned, stage one to be made, next stage',
    ],
    [
      'means nothing before it is due',
      { certificates: [freshOne()], policy: by('new') },
      'not-due, then stage in 1615d',
    ],
    [
      'takes up a promotion that was rolled back',
      {
        certificates: [dueOne(), observed('new')],
        records: [...STAGED, record('rolled-back', 1)],
        policy: by('new'),
      },
      'planned, stage new, next stage',
    ],
    [
      'takes up a promotion that a person took back',
      { certificates: [dueOne(), observed('new')], records: promotedBefore(9), policy: by('new') },
      'staged, promote new for old, next promote',
    ],
    [
      'of a new one after a rollback',
      {
        certificates: [dueOne(), observed('new')],
        records: [...STAGED, record('rolled-back', 1)],
        policy: anew,
      },
      'planned, stage one to be made, next stage',
    ],
  ])('%s', (what, given, decision) => {
    expectDecision(what, decideCase(given), decision);
  });

  test.each<[string, Case, RegExp]>([
    ['one that does not exist', { certificates: [dueOne()], policy: by('gone') }, /does not exist/],
    ['the one to be replaced', { certificates: [dueOne()], policy: by('old') }, /to be replaced/],
    [
      'one that is due',
      {
        certificates: [
          dueOne(),
          observed('x', { certificate: { notBefore: inDays(-1726), notAfter: inDays(99) } }),
        ],
        policy: by('x'),
      },
      /named by successor-id, but it would itself be due: it expires on 2026-09-22/,
    ],
    [
      'one without an end',
      { certificates: [dueOne(), observed('x', { certificate: { notAfter: null } })], policy: by('x') },
      /due: its notAfter is missing/,
    ],
    [
      'one that is not valid yet',
      { certificates: [dueOne(), observed('x', { certificate: { notBefore: inDays(1) } })], policy: by('x') },
      /not valid yet/,
    ],
    [
      'one that is being taken away',
      {
        certificates: [
          dueOne(),
          observed('x', { readiness: 'leaving', certificate: { status: 'pending_deletion' } }),
        ],
        policy: by('x'),
      },
      /taking it away \(pending_deletion\)/,
    ],
    [
      'a custom one',
      { certificates: [dueOne(), observed('x', { unfitness: CUSTOM })], policy: by('x') },
      /custom/,
    ],
  ])('is refused for %s', (what, given, reason) => {
    const decision = decideCase(given);
    expectDecision(what, decision, 'blocked');
    expect(decision.violations.map((violation) => violation.reason).join()).toMatch(reason);
  });
});

describe('a successor that is ready', () => {
  const both = [dueOne(), young('new', 31)];
  const staged = (hours: number) => [record('staging', hours), record('staged', hours)];

  test.each<Row>([
    ['soaks', { certificates: both, records: staged(1) }, 'soaking, then promote in 23h'],
    [
      'soaks to the last second',
      { certificates: both, records: staged(24 - 1 / 3600) },
      'soaking, then promote in 0h',
    ],
    [
      'has soaked at the full hour',
      { certificates: both, records: staged(24) },
      'staged, promote new for old, next promote',
    ],
    [
      'soaks from the last time it was ready',
      { certificates: both, records: [...staged(48), record('staged', 1)] },
      'soaking, then promote in 23h',
    ],
    [
      'need not soak',
      { certificates: both, records: staged(0), policy: NOT_SOAKED },
      'staged, promote new for old, next promote',
    ],
    [
      'need not soak without a ledger either',
      {
        certificates: both,
        ledger: NO_LEDGER,
        policy: { ...NOT_DELAYED, successor: { by: 'id', id: 'new' } },
      },
      'staged, promote new for old, next promote',
    ],
    [
      'is held where no ledger proves the soak',
      { certificates: both, ledger: NO_LEDGER, policy: { successor: { by: 'id', id: 'new' } } },
      'blocked',
    ],
    [
      'is held where the ledger fails in the midst',
      { certificates: both, ledger: { ...NO_LEDGER, records: staged(48) } },
      'blocked',
    ],
    [
      'soaks longer where the record is in the future',
      { certificates: both, records: staged(-1) },
      'soaking, then promote in 25h',
    ],
    [
      'is blocked where it is due itself by now',
      {
        certificates: [
          dueOne(),
          observed('new', { certificate: { notBefore: inDays(-1705), notAfter: inDays(120) } }),
        ],
        records: staged(30),
      },
      'blocked',
    ],
    [
      'is held where a person has taken it from the edge',
      { certificates: [dueOne(), observed('new', { readiness: 'dormant' })], records: STAGED },
      'blocked',
    ],
    [
      'is staged again where a person wants it nevertheless',
      {
        certificates: [dueOne(), observed('new', { readiness: 'dormant' })],
        records: STAGED,
        policy: { successor: { by: 'id', id: 'new' } },
      },
      'planned, stage new, next stage',
    ],
    [
      'is a first installation',
      { certificates: [young('new', 31)], records: [record('staged', 30, { from: null })] },
      'staged, promote new, next promote',
    ],
  ])('%s', (what, given, decision) => {
    expectDecision(what, decideCase(given), decision);
  });

  test('is measured by the clock of the ledger, not by that of the runner', () => {
    const ledger = { unavailability: null, records: staged(30), now: hoursAgo(20) };
    expect(briefly(decideCase({ certificates: both, ledger }))).toBe('soaking, then promote in -6h');
  });

  test('that has to soak for longer than the old one lives says so', () => {
    const certificates = [dueOne({ certificate: { notAfter: inDays(0.5) } }), young('new', 31)];
    const { remarks } = decideCase({ certificates, records: staged(1) });
    expect(remarks.join()).toMatch(/old ends before the soak is over.*shorten soak/);
  });

  test('and cannot be proved to have soaked names the permission', () => {
    const decision = decideCase({
      certificates: both,
      ledger: NO_LEDGER,
      policy: { successor: { by: 'id', id: 'new' } },
    });
    expect(decision.violations[0]).toMatchObject({
      reason: expect.stringMatching(/a soak of 1d of certificate new cannot be proved.*403/),
      instead: expect.stringMatching(/deployments: write.*soak 0s/),
    });
  });

  test('is not made where nothing would prove its soak, and all that stands against it is told', () => {
    const blockers = [{ at: 'create', violation: { ...CUSTOM, reason: '3 in a day' } }] as const;
    const decision = decideCase({ certificates: [dueOne()], ledger: NO_LEDGER, observation: { blockers } });
    expect(briefly(decision)).toBe('blocked');
    expect(decision.violations.map(({ reason }) => reason)).toEqual([
      '3 in a day',
      'a soak of 1d cannot be proved: deployments cannot be read (403)',
      'an overlap of 7d of certificate old cannot be proved: deployments cannot be read (403)',
    ]);
  });

  test('is not made either where nothing would ever prove that its predecessor was replaced', () => {
    const decision = decideCase({ certificates: [dueOne()], ledger: NO_LEDGER, policy: NOT_SOAKED });
    expect(decision.violations).toEqual([
      expect.objectContaining({
        reason: expect.stringMatching(/an overlap of 7d of certificate old cannot be proved.*403/),
        instead: expect.stringMatching(/deployments: write.*overlap 0s/),
      }),
    ]);
  });

  test('is made without a ledger where its predecessor is to stay', () => {
    const policy = { ...NOT_SOAKED, retireBy: 'keep' } as const;
    expect(briefly(decideCase({ certificates: [dueOne()], ledger: NO_LEDGER, policy }))).toContain(
      'next stage',
    );
  });
});
