import { type Verdict, worstOf } from '../../certificate/expiry.ts';
import type { AuditedCertificate, AuditReport, Finding } from '../../operations/audit/audit-report.ts';

/** The findings of an audit by what they are of, each in the report's order. */
export interface FindingGroups {
  ofCertificate(certificate: AuditedCertificate): readonly Finding[];
  /** Those of a target that are not of one of its certificates. */
  ofTarget(name: string): readonly Finding[];
  /** Those of no target, or of one that the report does not list. */
  readonly ofAudit: readonly Finding[];
}

const NONE: readonly Finding[] = [];

/** Groups a report's findings, so that each is told once and none is lost. */
export function groupFindings({ findings, targets }: AuditReport): FindingGroups {
  const byCertificate = new Map<AuditedCertificate, Finding[]>();
  const byTarget = new Map<string, Finding[]>(targets.map(({ target }) => [target.name, []]));
  const ofAudit: Finding[] = [];
  for (const finding of findings) {
    if (finding.certificate !== null) {
      const known = byCertificate.get(finding.certificate);
      if (known === undefined) byCertificate.set(finding.certificate, [finding]);
      else known.push(finding);
    } else {
      const ofTarget = finding.target === null ? undefined : byTarget.get(finding.target);
      (ofTarget ?? ofAudit).push(finding);
    }
  }
  return {
    ofCertificate: (certificate) => byCertificate.get(certificate) ?? NONE,
    ofTarget: (name) => byTarget.get(name) ?? NONE,
    ofAudit,
  };
}

/** What a certificate adds to the verdict by its dates and all findings together; null where it adds nothing. */
export function verdictOf(
  { contribution }: AuditedCertificate,
  findings: readonly Pick<Finding, 'verdict'>[],
): Verdict | null {
  if (findings.length === 0) return contribution;
  return worstOf([contribution ?? 'ok', ...findings.map(({ verdict }) => verdict)]);
}

/** Each finding's rule, once. */
export function rulesOf(findings: readonly Finding[]): readonly Finding['rule'][] {
  return [...new Set(findings.map(({ rule }) => rule))];
}

/** Whether a certificate counts in the verdict and no rule takes it out. */
export function isJudged({ standing, ignoredBy }: AuditedCertificate): boolean {
  return standing === 'counted' && ignoredBy === null;
}
