import { describe, expect, test } from '@jest/globals';
import { isTakenOver } from '../../../src/operations/rotation/open-keys.ts';
import type { ObservedCertificate } from '../../../src/providers/rotation.ts';
import { type Case, decideCase, type Facts, inDays, NO_LEDGER, observed, record } from './build-situation.ts';
import { openWordings } from './wording.ts';

const { expectDecision } = openWordings('decide-by-ledger');

const MINUTES = 1 / 60;
const client = { servingKnownBy: 'ledger', hasStage: false } as const;
const POLICY = { retireBy: 'revoke', soakMilliseconds: 0 } as const;

const active = (id: string, facts: Facts = {}): ObservedCertificate =>
  observed(id, {
    serves: 'unknown',
    resemblance: 'none',
    publicKeySha256: `key-${id}`,
    ...facts,
    certificate: { status: 'active', ...facts.certificate },
  });
const ends = (days: number) => ({ notBefore: inDays(days - 365), notAfter: inDays(days) });
const due = active('old', { certificate: ends(10) });
const fresh = active('old');
const revoked = (id: string) => active(id, { readiness: 'dormant', certificate: { status: 'revoked' } });

const announced = (id: string, hours: number) =>
  record('promoting', hours, { to: null, publicKeySha256: `key-${id}` });
const aboutToKeep = (id: string, hours: number) =>
  record('promoting', hours, { to: id, publicKeySha256: `key-${id}` });
const promoted = (id: string, hours: number, from: string | null = 'old') =>
  record('promoted', hours, { from, to: id, publicKeySha256: `key-${id}` });
const gaveUp = (id: string, hours: number) =>
  record('retired', hours, { from: null, to: 'old', publicKeySha256: `key-${id}` });

const decideClient = ({ observation, policy, ...rest }: Case) =>
  decideCase({
    ...rest,
    observation: { ...client, ...observation },
    policy: { ...POLICY, ...policy },
  });

type Row = readonly [name: string, given: Case, decision: string];

describe('what serves, where the records alone tell it,', () => {
  test.each<Row>([
    ['is the only one of the name', { certificates: [fresh] }, 'not-due, then promote in 1615d'],
    [
      'is the only one that is valid',
      { certificates: [active('ended', { certificate: ends(-1) }), fresh] },
      'not-due, then promote in 1615d',
    ],
    [
      'is the one that ended last, where all have ended',
      {
        certificates: [active('older', { certificate: ends(-9) }), active('last', { certificate: ends(-1) })],
      },
      'planned, promote one to be made for last, next promote',
    ],
    [
      'is not guessed where the end of another one is not known',
      { certificates: [active('undated', { certificate: { notAfter: null } }), fresh] },
      'blocked',
    ],
    [
      'is the one that was promoted last, also where it is revoked since',
      {
        certificates: [fresh, revoked('new'), active('theirs')],
        records: [announced('new', 99), promoted('new', 99)],
      },
      'planned, promote one to be made for new, next promote',
    ],
    [
      'is waited for on its way back',
      {
        certificates: [
          active('new', { readiness: 'arriving', certificate: { status: 'pending_reactivation' } }),
          active('old'),
        ],
        records: [promoted('new', 999)],
      },
      'promoting',
    ],
    [
      'is waited for where it was promoted a moment ago and is not shown yet',
      { certificates: [fresh], records: [promoted('new', MINUTES)] },
      'promoting',
    ],
    [
      'is not one that was replaced',
      { certificates: [fresh], records: [promoted('new', 99)] },
      'planned, promote one to be made, next promote',
    ],
  ])('%s', (what, given, decision) => {
    expectDecision(what, decideClient(given), decision);
  });
});

describe('a key that was announced, and of which no more is on record,', () => {
  test.each<Row>([
    [
      'may be in the making for two minutes',
      { certificates: [due], records: [announced('new', MINUTES)] },
      'planned, await creation until in 0.02h, next promote',
    ],
    [
      'is waited for also once it is about to be kept',
      { certificates: [due, active('new')], records: [announced('new', 9), aboutToKeep('new', MINUTES)] },
      'planned, await creation until in 0.02h, next promote',
    ],
    [
      'is of no matter once it is given up',
      { certificates: [due], records: [announced('new', MINUTES), gaveUp('new', MINUTES)] },
      'planned, promote one to be made for old, next promote',
    ],
    [
      'is taken away and replaced, since nobody has it',
      { certificates: [due, active('new')], records: [announced('new', 1)] },
      'planned, promote one to be made for old without new, next promote',
    ],
    [
      'is not taken away where it may have been kept',
      { certificates: [due, active('new')], records: [announced('new', 1), aboutToKeep('new', 1)] },
      'planned, promote one to be made for old, next promote',
    ],
    [
      'and may have been kept makes another one due, also where the old one is not',
      { certificates: [fresh, active('new')], records: [aboutToKeep('new', 1)] },
      'planned, promote one to be made for old, next promote',
    ],
    [
      'and may have been kept makes another one due, also where it was revoked by hand',
      { certificates: [fresh, revoked('new')], records: [aboutToKeep('new', 1)] },
      'planned, promote one to be made for old, next promote',
    ],
    [
      'and shows only after the promotion of another one is taken away then',
      {
        certificates: [active('new'), active('late')],
        records: [announced('late', 9), promoted('new', 9, null)],
      },
      'promoted, retire late, next retire',
    ],
    [
      'is left to its run for an hour',
      {
        certificates: [active('new'), active('late')],
        records: [promoted('new', 9, null), announced('late', 0.9)],
      },
      'not-due, then promote in 1615d',
    ],
  ])('%s', (what, given, decision) => {
    expectDecision(what, decideClient(given), decision);
  });

  test('names what may be kept', () => {
    const given = { certificates: [due, active('new')], records: [aboutToKeep('new', 1)] };
    expect(decideClient(given).reason).toMatch(
      /run 7 was about to keep the key of certificate new.*not known/,
    );
  });
});

describe('certificates whose key may have been kept before another one was', () => {
  const certificates = [active('old'), active('unsure'), active('new')];
  const records = (hours: number) => [aboutToKeep('unsure', hours + 1), promoted('new', hours)];

  test.each<Row>([
    ['stay for the overlap', { certificates, records: records(1) }, 'overlapping, then retire in 167h'],
    [
      'go after it, the one that served first',
      { certificates, records: records(169) },
      'promoted, retire old, next retire',
    ],
    [
      'go next',
      { certificates, records: [...records(169), record('retired', 1)] },
      'promoted, retire unsure, next retire',
    ],
    [
      'are put on record where they are revoked already',
      {
        certificates: [revoked('unsure'), active('new')],
        records: [...records(169), record('retired', 1)],
      },
      'retired, record retirement of unsure',
    ],
    [
      'stay where the old ones are to be kept',
      { certificates, records: records(169), policy: { retireBy: 'keep' } },
      'not-due, then promote in 1615d',
    ],
  ])('%s', (what, given, decision) => {
    expectDecision(what, decideClient(given), decision);
  });

  test('go by the approval of the rotation that they belong to', () => {
    const { replaced, standsFor } = decideClient({
      certificates,
      records: [...records(169), record('retired', 1)],
    });
    expect([replaced?.id, standsFor?.id]).toEqual(['unsure', 'old']);
  });
});

describe('without a ledger', () => {
  const ledger = NO_LEDGER;

  test.each<Row>([
    ['nothing is made beside one that stays', { certificates: [due], ledger }, 'blocked'],
    [
      'one that goes at once is replaced',
      { certificates: [due], ledger, policy: { overlapMilliseconds: 0 } },
      'planned, promote one to be made for old, next promote',
    ],
    [
      'nothing is made beside one that is kept',
      { certificates: [due], ledger, policy: { overlapMilliseconds: 0, retireBy: 'keep' } },
      'blocked',
    ],
    [
      'one that cannot serve any more is replaced',
      { certificates: [active('old', { certificate: ends(-1) })], ledger },
      'planned, promote one to be made for old, next promote',
    ],
    ['the first one is made', { certificates: [], ledger }, 'planned, promote one to be made, next promote'],
    ['of two nothing is guessed', { certificates: [due, active('new')], ledger }, 'blocked'],
  ])('%s', (what, given, decision) => {
    expectDecision(what, decideClient(given), decision);
  });
});

test("a stranger's certificate is told, and so is one of ours that is gone", () => {
  const { remarks } = decideClient({
    certificates: [active('new'), active('theirs')],
    records: [promoted('new', 999, null)],
  });
  expect(remarks).toEqual([expect.stringMatching(/theirs \(active\) has the same name.*left alone/)]);
  const gone = decideClient({ certificates: [active('theirs')], records: [promoted('new', 999, null)] });
  expect(gone.remarks.join()).toMatch(/new, which was promoted last, does not exist any more/);
});

describe('whether another run has taken over', () => {
  const settles = 2 * 60 * 1000;

  test.each([
    ['not where nobody else announced', [announced('mine', 1), aboutToKeep('mine', 0.5)], false],
    [
      'not where another one gave way',
      [announced('mine', 1), announced('theirs', 0.9), gaveUp('theirs', 0.9)],
      false,
    ],
    [
      'not where another one announced too early, and has to give way',
      [announced('mine', 1), announced('theirs', 1 - MINUTES)],
      false,
    ],
    ['where another one began after a long silence', [announced('mine', 1), announced('theirs', 0.5)], true],
    [
      'where another one took the certificate away, though it gave up itself',
      [announced('mine', 1), announced('theirs', 0.5), gaveUp('mine', 0.5), gaveUp('theirs', 0.4)],
      true,
    ],
    ['where another one is through', [announced('mine', 1), promoted('theirs', 0.5)], true],
    [
      'not where what others did was before',
      [announced('theirs', 9), promoted('theirs', 8), announced('mine', 1)],
      false,
    ],
  ])('%s', (_, records, taken) => {
    expect(isTakenOver('key-mine', records, settles)).toBe(taken);
  });

  test('is judged by how long nothing was heard', () => {
    const records = [announced('mine', 2), aboutToKeep('mine', 1), announced('theirs', 1 - MINUTES)];
    expect(isTakenOver('key-mine', records, settles)).toBe(false);
  });
});
