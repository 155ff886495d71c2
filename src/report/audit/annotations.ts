import { formatDate } from '../../certificate/time.ts';
import type { AuditedCertificate, AuditReport, Finding } from '../../operations/audit/audit-report.ts';
import { type Annotation, limitAnnotations } from '../annotations.ts';
import { inertText } from '../inert.ts';
import { tellSubject } from './sentences.ts';

/**
 * What the workflow run's page shows of an audit: the most urgent first, one for each certificate, within what the
 * runner shows. An error only where it fails the job.
 * @param warnings what went wrong beside the audit itself; shown before its warnings.
 */
export function findAuditAnnotations(
  report: AuditReport,
  warnings: readonly string[] = [],
): readonly Annotation[] {
  const findings = joinFindings(report.findings).map((joined): Annotation => {
    const [first] = joined;
    return {
      level: first.verdict === 'fail' && report.failJob ? 'error' : 'warning',
      title: `CertOps: ${first.rule}`,
      message: describeFindings(joined),
    };
  });
  return limitAnnotations([...warnings.map(describeWarning), ...findings]);
}

function describeWarning(warning: string): Annotation {
  return { level: 'warning', title: 'CertOps: audit', message: inertText(warning, 1000) };
}

type Joined = readonly [Finding, ...Finding[]];

/** Findings of one certificate become one, in the place of the first. */
function joinFindings(findings: readonly Finding[]): readonly Joined[] {
  const joined = new Map<AuditedCertificate | Finding, [Finding, ...Finding[]]>();
  for (const finding of findings) {
    const key = finding.certificate ?? finding;
    const others = joined.get(key);
    if (others === undefined) joined.set(key, [finding]);
    else others.push(finding);
  }
  return [...joined.values()];
}

function describeFindings(joined: Joined): string {
  const [first] = joined;
  const { certificate } = first;
  const kind = certificate === null ? '' : 'Certificate ';
  const date = certificate?.certificate.notAfter ?? null;
  const ends = date === null ? '' : ` (${formatDate(date)})`;
  const wrong = joined.map(({ message }) => inertText(message).replace(/\.$/, '')).join('; ');
  const mends = [...new Set(joined.map(({ mend }) => inertText(mend)))].join(' ');
  const contacts = certificate === null ? '' : tellContacts(certificate);
  return `${kind}${tellSubject(first)}${ends}: ${wrong}. ${mends}${contacts}`;
}

function tellContacts({ target: { owner, runbook } }: AuditedCertificate): string {
  return [
    owner === null ? '' : ` Owner: ${inertText(owner, 100)}.`,
    runbook === null ? '' : ` Runbook: ${inertText(runbook, 300)}`,
  ].join('');
}
