import { describe, expect, test } from '@jest/globals';
import { writeAuditLog } from '../../../src/report/audit/log.ts';
import { describeAuditVerdict } from '../../../src/report/audit/sentences.ts';
import { inertLines } from '../../../src/report/inert.ts';
import { buildHostileCertificate, findControls, HOSTILE } from '../hostile-text.ts';
import { buildAudit, buildAudited, buildTarget, findingOf, inDays } from './build-audit.ts';

const one = (name: string, facts: Parameters<typeof buildAudited>[0] = {}) =>
  buildAudited({ ...facts, certificate: { name, id: `id-${name}`, notAfter: inDays(5) } });
const fine = { severity: 'ok', contribution: 'ok' } as const;
const linesOf = (report: Parameters<typeof writeAuditLog>[0]) => writeAuditLog(report).join('\n').split('\n');
const unread = (name: string) =>
  ({
    target: buildTarget({ name }),
    state: 'denied',
    trouble: { message: 'answered 403', mend: 'Give the token Zero Trust Read.' },
    count: null,
    credentialExpiresOn: null,
    remarks: [],
  }) as const;

describe('the log of an audit', () => {
  test('has trouble first, then what needs work, and the verdict last', () => {
    const certificates = [one('portal'), one('intranet', fine)];
    const lines = linesOf(buildAudit({ certificates, targets: [unread('lab')] }));
    expect(lines).toEqual([
      'Target lab denied: answered 403. Give the token Zero Trust Read.',
      expect.stringMatching(/^severity +target +name/),
      expect.stringMatching(/^critical +production gateway +portal .* 5 d +id-portal$/),
      '2 certificates in 1 target, 1 with dates that need work',
      expect.stringMatching(/^Verdict: fail \(1 critical of 2 certificates in 1 target/),
    ]);
  });

  test('has remarks and findings beyond dates', () => {
    const audited = one('portal', fine);
    const findings = [findingOf(audited, { rule: 'weak-key', verdict: 'warn', message: 'has a weak key' })];
    const targets = [
      { ...unread('lab'), state: 'read', trouble: null, remarks: ['A rule is idle.'] } as const,
    ];
    const lines = linesOf(buildAudit({ certificates: [audited], findings, targets }));
    expect(lines).toContain('Target lab: A rule is idle.');
    expect(lines).toContain('warn: weak-key: portal of production gateway has a weak key');
  });

  test('shows the first fifty of each, and says how many more there are', () => {
    const certificates = Array.from({ length: 10_000 }, (_, index) => one(`n${index}`));
    const findings = certificates.map((audited) => findingOf(audited, { rule: 'weak-key' }));
    const targets = Array.from({ length: 60 }, (_, index) => unread(`t${index}`));
    const lines = linesOf(buildAudit({ certificates, findings, targets }));
    expect(lines.length).toBeLessThan(160);
    expect(lines.some((line) => line.includes('n49 '))).toBe(true);
    expect(lines).toEqual(
      expect.arrayContaining([
        '… and 9950 more',
        '… and 10 more targets that could not be read',
        '… and 9950 more findings',
      ]),
    );
  });

  test('keeps hostile text on its line, and no line a command', () => {
    const target = buildTarget({ name: HOSTILE });
    const audited = buildAudited({ target, certificate: buildHostileCertificate({ notAfter: inDays(5) }) });
    const report = buildAudit({
      certificates: [audited],
      findings: [findingOf(audited, { rule: 'contradiction', message: HOSTILE })],
      targets: [{ ...unread(HOSTILE), trouble: { message: HOSTILE, mend: HOSTILE }, remarks: [HOSTILE] }],
    });
    const printed = inertLines(writeAuditLog(report).join('\n'));
    const lines = printed.split('\n');
    expect(lines).toHaveLength(7);
    expect(findControls(printed)).toBeNull();
    expect(lines.filter((line) => line.trimStart().startsWith('::') || line.includes('##['))).toEqual([]);
  });
});

describe('why the verdict is what it is', () => {
  const day = 86_400_000;
  const inDaysOf = (days: number) => buildTarget({ failWithin: { milliseconds: days * day, percent: 10 } });

  test.each<[string, Parameters<typeof buildAudit>[0], string]>([
    [
      'what expires, among how many',
      {
        counts: { judged: 1200, expired: 1, expiring: 5, critical: 2, undated: 3, targets: 4 },
        findings: [],
      },
      '1 expired, 2 critical, 3 expiring, 3 not yet valid or without a readable date of 1,200 certificates in 4 targets (default thresholds)',
    ],
    [
      'that nothing does',
      { certificates: [one('a', fine)] },
      'nothing expires soon among 1 certificate in 1 target (default thresholds)',
    ],
    [
      'the thresholds that all targets share',
      { certificates: [one('a', { ...fine, target: inDaysOf(7) })] },
      'nothing expires soon among 1 certificate in 1 target (fail-within 7d 10%)',
    ],
    [
      'that targets have their own',
      {
        certificates: [
          one('a', { ...fine, target: inDaysOf(7) }),
          one('b', { ...fine, target: buildTarget({ name: 'b' }) }),
        ],
      },
      'nothing expires soon among 2 certificates in 2 targets (thresholds of each target)',
    ],
    [
      'what could not be read',
      { certificates: [], findings: [], counts: { targets: 3, unreadable: 3 } },
      'no certificate was read; 3 of 3 targets could not be read',
    ],
    [
      'what was found beside dates',
      {
        certificates: [one('a', fine)],
        findings: [
          findingOf(one('a', fine), { rule: 'weak-key' }),
          findingOf(one('b', fine), { rule: 'weak-key' }),
          findingOf(one('b', fine), { rule: 'ended-ignore' }),
          findingOf(one('b', fine), { rule: 'expiring' }),
        ],
      },
      'nothing expires soon among 1 certificate in 1 target (default thresholds); 3 other findings (weak-key, ended-ignore)',
    ],
  ])('says %s', (_, facts, expected) => {
    expect(describeAuditVerdict(buildAudit(facts))).toBe(expected);
  });
});
