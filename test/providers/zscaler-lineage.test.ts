import { describe, expect, test } from '@jest/globals';
import { findServing, namesOf } from '../../src/providers/zscaler/lineage.ts';
import { buildCertificate } from '../certificate/build-certificate.ts';

const one = (id: string, facts: Parameters<typeof buildCertificate>[0] = {}) => ({
  ...buildCertificate({ provider: 'zscaler-zpa', name: 'intranet', status: 'valid', ...facts }),
  id,
});
const created = (day: number) => new Date(Date.UTC(2026, 0, day));
const idsOf = (serving: ReturnType<typeof findServing>) => ({
  serving: serving.serving?.id ?? null,
  to: serving.to?.id ?? null,
  from: serving.from.map(({ id }) => id),
});
const refer = (...ids: readonly string[]) =>
  ids.map((id) => ({ refersTo: [id] })) as unknown as Parameters<typeof findServing>[1];
const wanted = { name: 'intranet', upload: null };

describe('what serves of a name', () => {
  test('is the one that is referred to', () => {
    expect(idsOf(findServing([one('1'), one('2')], refer('2', '9'), wanted))).toEqual({
      serving: '2',
      to: null,
      from: [],
    });
  });

  test.each([
    ['the youngest', [one('1', { createdAt: created(2) }), one('2', { createdAt: created(1) })], '1', ['2']],
    ['of one age the longer id', [one('99'), one('100')], '100', ['99']],
    ['of one length the greater id', [one('101'), one('102'), one('100')], '102', ['101', '100']],
    ['one with a date before one without', [one('7'), one('6', { createdAt: created(1) })], '6', ['7']],
  ])('is on its way where several are: to %s', (_, members, to, from) => {
    const referrers = refer(...members.map(({ id }) => id));
    expect(idsOf(findServing(members, referrers, wanted))).toEqual({ serving: null, to, from });
  });

  test.each([
    ['that has the name', [one('3', { name: 'other' }), one('1'), one('2', { status: 'expired' })], '2'],
    ['that is valid', [one('4', { name: 'b', status: 'expired' }), one('3', { name: 'a' })], '3'],
    ['that there is', [one('5', { name: 'a', status: null }), one('6', { name: 'b', status: null })], '6'],
    ['of none', [], null],
  ])('is, where nothing refers to any, the youngest %s', (_, members, serving) => {
    expect(idsOf(findServing(members, [], wanted))).toEqual({ serving, to: null, from: [] });
  });
});

test.each([
  [{ sans: ['a.example', 'b.example'], subject: 'CN=c.example' }, ['a.example', 'b.example']],
  [{ sans: [], subject: 'CN=c.example,O=Example' }, ['c.example']],
  [{ sans: null, subject: 'O=Example' }, []],
  [{ sans: null, subject: null }, []],
])('the host names of a certificate (%j)', (certificate, names) => {
  expect(namesOf(certificate)).toEqual(names);
});
