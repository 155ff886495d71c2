import { describe, expect, test } from '@jest/globals';
import { compactCertificate } from '../../../src/certificate/compact.ts';
import { describeEnd } from '../../../src/certificate/expiry.ts';
import { reportFormats } from '../../../src/interface/words.ts';
import type { AuditReport } from '../../../src/operations/audit/audit-report.ts';
import { compactAudited } from '../../../src/operations/audit/compact-audited.ts';
import { findAuditAnnotations } from '../../../src/report/audit/annotations.ts';
import { writeIssue } from '../../../src/report/audit/issue-body.ts';
import { writeAuditLog } from '../../../src/report/audit/log.ts';
import { writeAuditSummary } from '../../../src/report/audit/summary.ts';
import { buildAudit, buildAudited, findingOf, inDays } from './build-audit.ts';
import { writeReport } from './read-report.ts';

/** Few enough for bars of a timeline, and too many. */
const SIZES = [9, 400];

/** The same audit as an audit holds it: what is no property of its own is missed wherever a copy is made. */
function compact(report: AuditReport): AuditReport {
  const pairs = report.certificates.map(
    (one) => [one, compactAudited({ ...one, certificate: compactCertificate(one.certificate) })] as const,
  );
  const compactOf = new Map(pairs);
  return {
    ...report,
    certificates: [...compactOf.values()],
    findings: report.findings.map((finding) => ({
      ...finding,
      certificate: finding.certificate === null ? null : (compactOf.get(finding.certificate) ?? null),
    })),
  };
}

describe.each(SIZES)('an audit of %d compact certificates is shown as one of whole ones', (size) => {
  const certificates = Array.from({ length: size }, (_, index) => {
    const notAfter = inDays(index * 7 - 10);
    const isUrgent = index % 3 !== 0;
    return buildAudited({
      certificate: {
        id: String(index),
        name: `client-${index}.example.com`,
        notAfter,
        createdAt: inDays(-50 - index),
        updatedAt: inDays(-40 - index),
      },
      renewOn: inDays(index * 7 - 40),
      reason: index % 2 === 0 ? describeEnd(notAfter) : 'expires soon',
      ...(isUrgent ? {} : { severity: 'ok', contribution: 'ok' }),
    });
  });
  const whole = buildAudit({
    certificates,
    findings: certificates.filter(({ severity }) => severity !== 'ok').map((one) => findingOf(one)),
  });
  const held = compact(whole);

  test.each(reportFormats)('%s', async (format) => {
    expect(await writeReport(format, held)).toBe(await writeReport(format, whole));
  });

  test('job summary, with its timeline', () => {
    const options = { reportPath: null, issue: null, warnings: [] };
    expect(writeAuditSummary(held, options)).toBe(writeAuditSummary(whole, options));
    expect(writeAuditSummary(held, options)).toContain('mermaid');
  });

  test('log, annotations and issue', () => {
    expect(writeAuditLog(held)).toEqual(writeAuditLog(whole));
    expect(findAuditAnnotations(held, [])).toEqual(findAuditAnnotations(whole, []));
    expect(writeIssue(held)).toEqual(writeIssue(whole));
  });
});
