import { describe, expect, test } from '@jest/globals';
import { completeObservation } from '../../../src/operations/rotation/complete-observation.ts';
import type { LedgerRecord } from '../../../src/operations/rotation/ledger.ts';
import type { Rotation } from '../../../src/providers/rotation.ts';
import { buildObservation, freshOne, NOW, observed, record } from './build-situation.ts';

const find: NonNullable<Rotation['find']> = async (ids) => ids.map((id) => observed(id));
const view = (records: readonly LedgerRecord[]) => ({ view: { unavailability: null, records, now: NOW } });

/** Which ids are asked for beside those that a look has shown. */
async function askedFor(
  records: readonly LedgerRecord[],
  seenIds: readonly string[],
): Promise<readonly (readonly string[])[]> {
  const asked: (readonly string[])[] = [];
  const findAsked: typeof find = (ids) => {
    asked.push(ids);
    return find(ids);
  };
  const seen = buildObservation(seenIds.map((id) => freshOne(id)));
  const completed = await completeObservation({ rotation: { find: findAsked }, book: view(records) }, seen);
  expect(completed.certificates.map(({ certificate }) => certificate.id)).toEqual([
    ...seenIds,
    ...asked.flat(),
  ]);
  return asked;
}

describe('Certificates that the records name and a look does not show', () => {
  test.each([
    ['what was promoted last', [record('promoted', 2, { from: null })], [], [['new']]],
    ['what it replaced', [record('promoted', 2)], ['new'], [['old']]],
    ['both', [record('promoted', 2)], ['other'], [['new', 'old']]],
    [
      'one whose key was about to be kept',
      [record('promoting', 1, { from: 'new', to: 'kept', publicKeySha256: 'a'.repeat(64) })],
      ['new'],
      [['kept']],
    ],
  ])('are asked for by id: %s', async (_, records, seenIds, asked) => {
    expect(await askedFor(records, seenIds)).toEqual(asked);
  });

  test.each([
    ['all of them are seen', [record('promoted', 2)], ['old', 'new']],
    ['there are none', [], ['old']],
    ['it is retired', [record('promoted', 2), record('retired', 1)], ['new']],
    [
      'a key has no certificate yet',
      [record('promoting', 1, { to: null, publicKeySha256: 'a'.repeat(64) })],
      ['old'],
    ],
  ])('are not asked for where %s', async (_, records, seenIds) => {
    expect(await askedFor(records, seenIds)).toEqual([]);
  });

  test('are not asked for where a look shows everything', async () => {
    const seen = buildObservation([freshOne('new')], { missingId: null });
    const completed = await completeObservation({ rotation: {}, book: view([record('promoted', 2)]) }, seen);
    expect(completed.certificates).toEqual(seen.certificates);
  });
});

describe('A certificate that something names and that does not exist', () => {
  const complete = async (
    danglingIds: readonly string[],
    records: readonly LedgerRecord[],
    missingId: string | null = null,
  ) => {
    const seen = buildObservation([freshOne('new'), freshOne('old')], { danglingIds, missingId });
    const byRecords = await completeObservation({ rotation: {}, book: view(records) }, seen);
    const withFind = await completeObservation({ rotation: { find }, book: view(records) }, seen);
    expect(withFind.missingId).toBe(byRecords.missingId);
    return byRecords.missingId;
  };

  test('is of this lineage where the records name it; the last of several', async () => {
    const records = [record('promoted', 9, { from: 'a', to: 'b' }), record('promoted', 2, { from: 'b' })];
    expect(await complete(['a'], records)).toBe('a');
    expect(await complete(['a', 'b'], records)).toBe('b');
    expect(await complete(['new', 'a'], records)).toBe('new');
  });

  test('is not where they do not', async () => {
    expect(await complete(['z'], [record('promoted', 2)])).toBeNull();
    expect(await complete([], [record('staging', 2, { from: null, to: null })])).toBeNull();
    expect(await complete(['old'], [])).toBeNull();
  });

  test('is what the provider itself says', async () => {
    expect(await complete(['old'], [record('promoted', 2)], 'gone')).toBe('gone');
  });
});
