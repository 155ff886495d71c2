import { describe, expect, test } from '@jest/globals';
import { judge } from '../../src/certificate/expiry.ts';
import { parseThreshold } from '../../src/certificate/threshold.ts';
import { describeCall, describeFinding, describeVerdict, tellTimeLeft } from '../../src/report/sentences.ts';
import { buildCertificate } from '../certificate/build-certificate.ts';
import { buildReport, inDays, NOW } from './build-report.ts';

const certificates = [
  buildCertificate({ id: 'expired', notAfter: inDays(-2) }),
  buildCertificate({ id: 'soon', notAfter: inDays(5) }),
  buildCertificate({ id: 'early', notBefore: inDays(3), notAfter: inDays(400) }),
  buildCertificate({ id: 'undated' }),
  buildCertificate({ id: 'dormant', status: 'inactive', notAfter: inDays(5) }),
];

function verdict(
  given: typeof certificates,
  { fail, warn }: { readonly fail?: string; readonly warn?: string },
): string | null {
  const read = (text: string | undefined) => {
    const parsed = text === undefined ? null : parseThreshold(text);
    return parsed === null || 'error' in parsed ? null : parsed.ok;
  };
  const gate = {
    failWithin: read(fail),
    warnWithin: read(warn),
    failJob: true,
    onEmpty: 'warn',
  } as const;
  const policy = { ...gate, counts: ({ status }: { readonly status: string | null }) => status === null };
  return describeVerdict(buildReport(given, { gate, judged: judge(given, policy, NOW) }));
}

describe('why the verdict is what it is', () => {
  test('counts each kind, and says what was not counted', () => {
    expect(verdict(certificates, { fail: '7d', warn: '30d' })).toBe(
      '1 expired, 1 expiring, 1 without a readable date, 1 not yet valid of 4 certificates that count (fail-within 7d, warn-within 30d; 1 not counted, being inactive, revoked or pending)',
    );
  });

  test('names only the threshold that was given', () => {
    expect(verdict([buildCertificate({ notAfter: inDays(90) })], { warn: '30d' })).toBe(
      'nothing of 1 certificates that count (warn-within 30d)',
    );
    expect(verdict([buildCertificate({ notAfter: inDays(90) })], { fail: '30d' })).toBe(
      'nothing of 1 certificates that count (fail-within 30d)',
    );
  });

  test('is nothing without a threshold, and the reason of emptiness where none counts', () => {
    expect(verdict(certificates, {})).toBeNull();
    expect(verdict([], { fail: '7d' })).toMatch(/\S/);
    expect(verdict(certificates.slice(4), { fail: '7d' })).toMatch(/\S/);
  });
});

describe('a finding', () => {
  const find = (facts: Parameters<typeof buildCertificate>[0]) => {
    const [judgement] = buildReport([buildCertificate(facts)], { failWithinDays: 7 }).judged.judgements;
    if (judgement === undefined) throw new Error('nothing was judged');
    return judgement;
  };

  test.each([
    [{ name: 'a', id: 'b', fingerprint: 'c' }, 'a'],
    [{ id: 'b', fingerprint: 'c' }, 'b'],
    [{ fingerprint: 'c' }, 'c'],
    [{}, 'without id'],
  ])('names its certificate by the best name that there is (%j)', (facts, name) => {
    expect(describeFinding(find(facts))).toBe(
      `Certificate ${name}: its notAfter is missing or cannot be read`,
    );
    expect(describeFinding(find({ ...facts, notAfter: inDays(-1) }))).toBe(
      `Certificate ${name} (2026-06-14T12:00:00Z): expired on 2026-06-14T12:00:00Z`,
    );
  });

  test.each([
    [null, 'unknown'],
    [new Date('9999-12-31T23:59:59Z'), 'does not expire'],
    [inDays(-3), 'expired 3 d ago'],
    [inDays(0), '0 d'],
    [inDays(12), '12 d'],
  ])('tells the time that is left (%s)', (notAfter, text) => {
    expect(tellTimeLeft(find({ notAfter }))).toBe(text);
  });
});

test('a call is told with its query and what of its body may be seen', () => {
  const call = { method: 'GET', path: '/list', retry: 'safe' } as const;
  expect(describeCall(call, 'https://api.example.com')).toBe('GET https://api.example.com/list');
  expect(describeCall({ ...call, query: { page: '2', q: 'a b' }, json: { a: 1 } }, 'https://x.example')).toBe(
    'GET https://x.example/list?page=2&q=a+b {"a":1}',
  );
  expect(
    describeCall({ ...call, json: { key: 'secret' }, shownJson: { key: '…' } }, 'https://x.example'),
  ).toBe('GET https://x.example/list {"key":"…"}');
});
