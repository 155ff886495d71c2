import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Certificate } from '../../src/certificate/certificate.ts';
import {
  type ExpiryPolicy,
  type Judgement,
  judge,
  judgeCertificate,
  rankByUrgency,
  worstOf,
} from '../../src/certificate/expiry.ts';
import { parseThreshold, type Threshold } from '../../src/certificate/threshold.ts';
import { buildCertificate } from './build-certificate.ts';

const SECOND_MS = 1000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const NOW = new Date('2026-06-15T12:00:00Z');
const NEVER = new Date('9999-12-31T23:59:59Z');

function threshold(text: string): Threshold {
  const parsed = parseThreshold(text);
  if ('error' in parsed) throw new Error(parsed.error);
  return parsed.ok;
}

function policy(
  fail: string | null,
  warn: string | null = null,
  rest: Partial<ExpiryPolicy> = {},
): ExpiryPolicy {
  return {
    failWithin: fail === null ? null : threshold(fail),
    warnWithin: warn === null ? null : threshold(warn),
    onEmpty: 'fail',
    counts: () => true,
    ...rest,
  };
}

const fromNow = (milliseconds: number) => new Date(NOW.getTime() + milliseconds);

/** A certificate that began 300 days ago and ends in some days. */
function ending(days: number, facts: Partial<Certificate> = {}): Certificate {
  return buildCertificate({ notBefore: fromNow(-300 * DAY_MS), notAfter: fromNow(days * DAY_MS), ...facts });
}

describe('the border of a window', () => {
  test.each([
    [-SECOND_MS, 'critical', 'fail', 29],
    [0, 'critical', 'fail', 30],
    [SECOND_MS, 'ok', 'ok', 30],
  ])('30 days and %d ms from the end', (distance, severity, contribution, daysLeft) => {
    const certificate = buildCertificate({ notAfter: fromNow(30 * DAY_MS + distance) });
    expect(judgeCertificate(certificate, policy('30d'), NOW)).toMatchObject({
      severity,
      contribution,
      daysLeft,
    });
  });

  test.each([
    [-SECOND_MS, 'expired', -1],
    [0, 'expired', 0],
    [SECOND_MS, 'critical', 0],
  ])('the very end, and %d ms', (distance, severity, daysLeft) => {
    const certificate = buildCertificate({ notAfter: fromNow(distance) });
    expect(judgeCertificate(certificate, policy('30d'), NOW)).toMatchObject({ severity, daysLeft });
    expect(judgeCertificate(certificate, policy('30d'), NOW).contribution).toBe('fail');
  });

  test('a threshold of 0 fails at the end and not a second before it', () => {
    const judgeAt = (distance: number) =>
      judgeCertificate(buildCertificate({ notAfter: fromNow(distance) }), policy('0'), NOW).contribution;
    expect([judgeAt(SECOND_MS), judgeAt(0)]).toEqual(['ok', 'fail']);
  });

  test('is inside for every threshold and every end', () => {
    const end = fc.date({
      min: new Date('2030-01-01T00:00:00Z'),
      max: new Date('2900-01-01T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(
        end,
        fc.integer({ min: 1, max: 36_500 }),
        fc.integer({ min: 1, max: 9_999 }),
        (notAfter, days, ms) => {
          const certificate = buildCertificate({ notAfter });
          const border = notAfter.getTime() - days * DAY_MS;
          const severityAt = (time: number) =>
            judgeCertificate(certificate, policy(`${days}d`), new Date(time)).severity;
          expect([severityAt(border - ms), severityAt(border), severityAt(border + ms)]).toEqual([
            'ok',
            'critical',
            'critical',
          ]);
        },
      ),
    );
  });

  test('days left are whole days rounded down, on either side of the end', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -4000, max: 4000 }),
        fc.integer({ min: 0, max: DAY_MS - 1 }),
        (days, rest) => {
          const certificate = buildCertificate({ notAfter: fromNow(days * DAY_MS + rest) });
          expect(judgeCertificate(certificate, policy(null), NOW).daysLeft).toBe(days);
        },
      ),
    );
  });

  test('a clock change does not move it: a day is 24 hours', () => {
    const certificate = buildCertificate({ notAfter: new Date('2026-11-02T00:00:00Z') });
    const severityAt = (text: string) => judgeCertificate(certificate, policy('2d'), new Date(text)).severity;
    expect(severityAt('2026-10-30T23:59:59Z')).toBe('ok');
    expect(severityAt('2026-10-31T00:00:00Z')).toBe('critical');
  });
});

describe('severity and what it adds to the verdict', () => {
  const inUse = true;
  const future = { notBefore: fromNow(DAY_MS), notAfter: fromNow(400 * DAY_MS) };
  const backwards = { notBefore: fromNow(DAY_MS), notAfter: fromNow(DAY_MS) };
  test.each<[string, Certificate, string | null, string | null, string, string | null]>([
    ['far from its end', ending(60), '7d', '30d', 'ok', 'ok'],
    ['within warn', ending(20), '7d', '30d', 'expiring', 'warn'],
    ['within fail', ending(5), '7d', '30d', 'critical', 'fail'],
    ['within fail, no warn given', ending(5), '7d', null, 'critical', 'fail'],
    ['outside fail, no warn given', ending(20), '7d', null, 'ok', 'ok'],
    ['within warn, no fail given', ending(5), null, '30d', 'expiring', 'warn'],
    ['within fail, where warn is narrower', ending(5), '7d', '2d', 'critical', 'fail'],
    ['expired, fail given', ending(-1), '7d', '30d', 'expired', 'fail'],
    ['expired, only warn given', ending(-1), null, '30d', 'expired', 'warn'],
    ['expired, no gate', ending(-1), null, null, 'expired', null],
    ['near its end, no gate', ending(1), null, null, 'ok', null],
    ['not yet valid', ending(0, future), '7d', '30d', 'not-yet-valid', 'warn'],
    ['not yet valid and in use', ending(0, { ...future, inUse }), '7d', null, 'not-yet-valid', 'fail'],
    [
      'not yet valid, not in use',
      ending(0, { ...future, inUse: false }),
      '7d',
      null,
      'not-yet-valid',
      'warn',
    ],
    [
      'not yet valid and in use, only warn',
      ending(0, { ...future, inUse }),
      null,
      '7d',
      'not-yet-valid',
      'warn',
    ],
    ['not yet valid, no gate', ending(0, future), null, null, 'not-yet-valid', null],
    [
      'not yet valid, but within fail',
      ending(5, { notBefore: fromNow(DAY_MS) }),
      '7d',
      null,
      'critical',
      'fail',
    ],
    [
      'not yet valid, and within warn',
      ending(5, { notBefore: fromNow(DAY_MS) }),
      null,
      '7d',
      'not-yet-valid',
      'warn',
    ],
    ['valid from this moment', ending(60, { notBefore: NOW }), '7d', null, 'ok', 'ok'],
    ['without an end', buildCertificate(), '7d', null, 'unknown', 'fail'],
    ['without an end, only warn given', buildCertificate(), null, '7d', 'unknown', 'fail'],
    ['without an end, no gate', buildCertificate(), null, null, 'unknown', null],
    ['with a lifetime of zero', buildCertificate(backwards), '7d', null, 'unknown', 'fail'],
    ['with an end before its beginning', ending(-301), null, '7d', 'unknown', 'fail'],
    ['that does not expire', ending(0, { notAfter: NEVER }), '36500d 100%', '100%', 'ok', 'ok'],
    [
      'that does not expire, without a beginning',
      buildCertificate({ notAfter: NEVER }),
      '33%',
      null,
      'ok',
      'ok',
    ],
    [
      'that ends the day before never',
      buildCertificate({ notAfter: new Date('9999-12-30T23:59:59Z') }),
      '7d',
      null,
      'ok',
      'ok',
    ],
  ])('a certificate %s', (_, certificate, fail, warn, severity, contribution) => {
    expect(judgeCertificate(certificate, policy(fail, warn), NOW)).toMatchObject({ severity, contribution });
  });

  // Lifetimes: 47 days, begun 32 days ago; and 5 years, begun 4 years and 11 months ago.
  const short = buildCertificate({ notBefore: fromNow(-32 * DAY_MS), notAfter: fromNow(15 * DAY_MS) });
  const long = buildCertificate({ notBefore: fromNow(-1800 * DAY_MS), notAfter: fromNow(25 * DAY_MS) });
  test.each<[string, Certificate, string, string]>([
    ['days alone keep a short-lived one red', short, '30d', 'critical'],
    ['a percent is of its own lifetime', short, '33%', 'critical'],
    ['a percent is of its own lifetime', short, '30%', 'ok'],
    ['of both the shorter counts', short, '30d 30%', 'ok'],
    ['of both the shorter counts', long, '30d 33%', 'critical'],
    ['of both the shorter counts', long, '20d 33%', 'ok'],
    [
      'without a beginning the days of both count',
      buildCertificate({ notAfter: fromNow(15 * DAY_MS) }),
      '30d 1%',
      'critical',
    ],
    [
      'without a beginning a percent cannot be applied',
      buildCertificate({ notAfter: fromNow(900 * DAY_MS) }),
      '33%',
      'unknown',
    ],
  ])('%s (%#)', (_, certificate, fail, severity) => {
    expect(judgeCertificate(certificate, policy(fail), NOW).severity).toBe(severity);
  });

  test('a percent to warn by that cannot be applied fails too, unless the days to fail by decide first', () => {
    const far = buildCertificate({ notAfter: fromNow(900 * DAY_MS) });
    const near = buildCertificate({ notAfter: fromNow(DAY_MS) });
    expect(judgeCertificate(far, policy('7d', '33%'), NOW)).toMatchObject({
      severity: 'unknown',
      contribution: 'fail',
    });
    expect(judgeCertificate(near, policy('7d', '33%'), NOW)).toMatchObject({ severity: 'critical' });
  });

  test.each<[Certificate, string]>([
    [ending(60), 'expires on 2026-08-14T12:00:00Z'],
    [ending(20), 'expires on 2026-07-05T12:00:00Z, within warn-within 30d'],
    [ending(5), 'expires on 2026-06-20T12:00:00Z, within fail-within 7d 10%'],
    [ending(-1), 'expired on 2026-06-14T12:00:00Z'],
    [ending(0, { notAfter: NEVER }), 'does not expire'],
    [buildCertificate(), 'its notAfter is missing or cannot be read'],
    [
      ending(90, { notBefore: fromNow(DAY_MS), inUse: true }),
      'is not valid before 2026-06-16T12:00:00Z, yet it is in use',
    ],
    [ending(-301), 'its notAfter 2025-08-18T12:00:00Z is not after its notBefore 2025-08-19T12:00:00Z'],
    [buildCertificate({ status: 'pending' }), 'holds no certificate yet'],
  ])('the reason says why (%#)', (certificate, reason) => {
    expect(judgeCertificate(certificate, policy('7d 10%', '30d'), NOW).reason).toBe(reason);
  });

  test('neither never nor unknown has days left', () => {
    expect(judgeCertificate(ending(0, { notAfter: NEVER }), policy('7d'), NOW).daysLeft).toBeNull();
    expect(judgeCertificate(buildCertificate(), policy('7d'), NOW).daysLeft).toBeNull();
  });
});

describe('judging all together', () => {
  const dormant: Partial<ExpiryPolicy> = { counts: ({ status }) => status !== 'inactive' };

  test('the worst contribution is the verdict, and everything is counted', () => {
    const certificates = [
      ending(60, { id: 'ok' }),
      ending(20, { id: 'expiring' }),
      ending(5, { id: 'critical' }),
      ending(-5, { id: 'expired' }),
      ending(-9, { id: 'dormant', status: 'inactive' }),
      buildCertificate({ id: 'pending', status: 'pending' }),
      buildCertificate({ id: 'unknown' }),
    ];
    const { verdict, counts, emptyReason } = judge(certificates, policy('7d', '30d', dormant), NOW);
    expect(verdict).toBe('fail');
    expect(counts).toEqual({ count: 7, judged: 5, expiring: 2, expired: 1, dormant: 1, pending: 1 });
    expect(emptyReason).toBeNull();
  });

  test.each<[string, readonly Certificate[], string]>([
    ['all is well', [ending(60), ending(90)], 'ok'],
    ['one is within warn', [ending(60), ending(20)], 'warn'],
    ['one is within fail', [ending(20), ending(5), ending(90)], 'fail'],
    ['one has no date', [ending(60), buildCertificate()], 'fail'],
    ['a dormant one has expired', [ending(60), ending(-5, { status: 'inactive' })], 'ok'],
    ['a row is pending', [ending(60), buildCertificate({ status: 'pending' })], 'ok'],
  ])('where %s', (_, certificates, verdict) => {
    expect(judge(certificates, policy('7d', '30d', dormant), NOW).verdict).toBe(verdict);
  });

  test('a dormant one has its severity all the same', () => {
    const [judgement] = judge(
      [ending(5, { status: 'inactive' })],
      policy('7d', null, dormant),
      NOW,
    ).judgements;
    expect(judgement).toMatchObject({ standing: 'dormant', severity: 'critical', contribution: null });
  });

  test('a row named pending that holds a date is judged like any other', () => {
    const [judgement] = judge([ending(5, { status: 'pending' })], policy('7d'), NOW).judgements;
    expect(judgement).toMatchObject({ standing: 'counted', severity: 'critical', contribution: 'fail' });
  });

  test.each<[string, readonly Certificate[]]>([
    ['nothing', []],
    ['dormant ones only', [ending(60, { status: 'inactive' })]],
    ['pending rows only', [buildCertificate({ status: 'pending' })]],
  ])('where there is %s, on-empty decides, with a reason', (_, certificates) => {
    const assess = (onEmpty: 'fail' | 'warn' | 'ignore') =>
      judge(certificates, policy(null, '30d', { ...dormant, onEmpty }), NOW);
    expect([assess('fail'), assess('warn'), assess('ignore')].map(({ verdict }) => verdict)).toEqual([
      'fail',
      'warn',
      'ok',
    ]);
    expect(assess('fail').emptyReason).toContain('on-empty is fail');
  });

  test('the reason of an empty verdict tells what was found', () => {
    expect(judge([], policy('7d'), NOW).emptyReason).toBe(
      'No certificate was found, and on-empty is fail; if that is as it should be, set on-empty to ignore.',
    );
    const certificates = [ending(60, { status: 'inactive' }), buildCertificate({ status: 'pending' })];
    expect(judge(certificates, policy('7d', null, { ...dormant, onEmpty: 'ignore' }), NOW).emptyReason).toBe(
      'None of the certificates found counts (1 not in service, 1 pending), and on-empty is ignore.',
    );
  });

  test.each<[string, readonly Certificate[]]>([
    ['expired ones', [ending(-5)]],
    ['nothing', []],
  ])('without a gate there is no verdict, even with %s', (_, certificates) => {
    const { verdict, emptyReason } = judge(certificates, policy(null), NOW);
    expect({ verdict, emptyReason }).toEqual({ verdict: null, emptyReason: null });
  });
});

describe('urgency', () => {
  const asJudged = (certificate: Certificate): Judgement =>
    judgeCertificate(
      certificate,
      policy('7d', '30d', { counts: ({ status }) => status !== 'inactive' }),
      NOW,
    );

  test('what counts, then dormant, then pending; among them unknown, expired, then by the end', () => {
    const certificates = [
      buildCertificate({ id: 'unknown' }),
      ending(-40, { id: 'long expired' }),
      ending(-2, { id: 'expired' }),
      ending(5, { id: 'critical' }),
      ending(20, { id: 'expiring' }),
      ending(60, { id: 'ok, a', name: 'a' }),
      ending(60, { id: 'ok, b', name: 'b' }),
      ending(60, { id: 'ok, c', name: 'b' }),
      ending(0, { id: 'never', notAfter: NEVER }),
      ending(-90, { id: 'dormant, expired', status: 'inactive' }),
      ending(90, { id: 'dormant', status: 'inactive' }),
      buildCertificate({ id: 'pending', status: 'pending' }),
    ];
    const ids = certificates.map(({ id }) => id);
    fc.assert(
      fc.property(fc.shuffledSubarray(certificates, { minLength: certificates.length }), (shuffled) => {
        const ranked = shuffled.map(asJudged).sort(rankByUrgency);
        expect(ranked.map(({ certificate }) => certificate.id)).toEqual(ids);
      }),
    );
    expect(judge(certificates.toReversed(), policy('7d', '30d'), NOW).judgements[0]?.certificate.id).toBe(
      'unknown',
    );
  });

  test('two that do not expire are ordered by name', () => {
    const never = (name: string) => asJudged(ending(0, { name, notAfter: NEVER }));
    expect(rankByUrgency(never('a'), never('b'))).toBeLessThan(0);
    expect(rankByUrgency(never('a'), never('a'))).toBe(0);
  });
});

test.each([
  [[], 'ok'],
  [['ok', 'ok'], 'ok'],
  [['ok', 'warn', 'ok'], 'warn'],
  [['warn', 'fail', 'ok'], 'fail'],
] as const)('worstOf(%j) is %s', (verdicts, worst) => {
  expect(worstOf(verdicts)).toBe(worst);
});
