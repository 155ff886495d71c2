import { describe, expect, test } from '@jest/globals';
import { findAuditAnnotations } from '../../../src/report/audit/annotations.ts';
import { findControls, HOSTILE } from '../hostile-text.ts';
import { buildAudit, buildAudited, buildTarget, findingOf, inDays } from './build-audit.ts';

const one = (name: string, facts: Parameters<typeof buildAudited>[0] = {}) =>
  buildAudited({ ...facts, certificate: { name, id: `id-${name}`, notAfter: inDays(5) } });
const warned = { severity: 'expiring', contribution: 'warn' } as const;
const levelsOf = (annotations: ReturnType<typeof findAuditAnnotations>) =>
  annotations.map(({ level, message }) => `${level} ${/n\d+|… and \d+ more/.exec(message)?.[0]}`);
const named = (count: number, from: number, facts: Parameters<typeof buildAudited>[0] = {}) =>
  Array.from({ length: count }, (_, index) => one(`n${from + index}`, facts));

describe('an annotation of an audit', () => {
  test('says which certificate, where, what is wrong, what to do and whom to ask', () => {
    const target = buildTarget({
      name: 'zpa',
      owner: 'platform',
      runbook: 'https://wiki.example.com/rotate',
    });
    const audited = one('portal', { target, reason: 'expires on 2026-11-28' });
    expect(findAuditAnnotations(buildAudit({ certificates: [audited] }))).toEqual([
      {
        level: 'error',
        title: 'CertOps: critical',
        message:
          'Certificate portal of zpa (2026-11-28T06:00:00Z): expires on 2026-11-28. Renew it. Owner: platform. Runbook: https://wiki.example.com/rotate',
      },
    ]);
  });

  test('is one for all the findings of a certificate', () => {
    const [first, second] = [one('n1'), one('n2', warned)];
    const findings = [
      findingOf(first, { message: 'ends soon', mend: 'Renew it.' }),
      findingOf(second),
      findingOf(first, { rule: 'weak-key', verdict: 'warn', message: 'has a weak key.', mend: 'Renew it.' }),
    ];
    const annotations = findAuditAnnotations(buildAudit({ certificates: [first, second], findings }));
    expect(levelsOf(annotations)).toEqual(['error n1', 'warning n2']);
    expect(annotations[0]?.message).toMatch(/: ends soon; has a weak key\. Renew it\. Owner/);
  });

  test('may be of a target, or of the audit itself', () => {
    const finding = {
      rule: 'unreadable',
      verdict: 'fail',
      message: 'may not be read',
      mend: 'Do this.',
      certificate: null,
    } as const;
    const findings = [
      { ...finding, target: 'lab' },
      { ...finding, target: 'lab' },
      { ...finding, rule: 'empty', message: 'No certificate was found', target: null } as const,
    ];
    expect(findAuditAnnotations(buildAudit({ findings })).map(({ message }) => message)).toEqual([
      'Target lab: may not be read. Do this.',
      'Target lab: may not be read. Do this.',
      'The audit: No certificate was found. Do this.',
    ]);
  });

  test('is an error only where it fails the job', () => {
    const certificates = [one('n1'), one('n2', warned)];
    expect(levelsOf(findAuditAnnotations(buildAudit({ certificates })))).toEqual(['error n1', 'warning n2']);
    expect(levelsOf(findAuditAnnotations(buildAudit({ certificates, failJob: false })))).toEqual([
      'warning n1',
      'warning n2',
    ]);
  });

  test('there is none of a clean audit', () => {
    expect(findAuditAnnotations(buildAudit({ findings: [] }))).toEqual([]);
  });
});

describe('the annotations of an audit', () => {
  test('are nine of a level at most, the most urgent first, and say how many more there are', () => {
    const certificates = [...named(12, 1), ...named(20, 21, warned)];
    expect(levelsOf(findAuditAnnotations(buildAudit({ certificates })))).toEqual([
      ...[1, 2, 3, 4, 5, 6, 7, 8].map((number) => `error n${number}`),
      'error … and 4 more',
      ...[21, 22, 23, 24, 25, 26, 27, 28].map((number) => `warning n${number}`),
      'warning … and 12 more',
    ]);
  });

  test('are all shown where they are nine', () => {
    expect(findAuditAnnotations(buildAudit({ certificates: named(9, 1) }))).toHaveLength(9);
  });

  test('begin with what went wrong beside the audit, so that it is never left out', () => {
    const report = buildAudit({ certificates: named(20, 1, warned) });
    const [first, ...others] = findAuditAnnotations(report, ['The issue could not be written.']);
    expect(first).toEqual({
      level: 'warning',
      title: 'CertOps: audit',
      message: 'The issue could not be written.',
    });
    expect(others).toHaveLength(8);
  });

  test('keep hostile text on one line', () => {
    const target = buildTarget({ name: HOSTILE, owner: HOSTILE, runbook: HOSTILE });
    const audited = one(HOSTILE, { target, reason: HOSTILE });
    const findings = [
      findingOf(audited, { mend: HOSTILE }),
      findingOf(audited, { certificate: null, target: HOSTILE, mend: HOSTILE }),
    ];
    for (const { message } of findAuditAnnotations(buildAudit({ findings }), [HOSTILE])) {
      expect(message).not.toContain('\n');
      expect(findControls(message)).toBeNull();
    }
  });
});
