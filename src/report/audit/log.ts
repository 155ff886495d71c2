import type { AuditedCertificate, AuditReport } from '../../operations/audit/audit-report.ts';
import { chooseColumns } from '../columns.ts';
import { inertText } from '../inert.ts';
import { alignColumns } from '../log-table.ts';
import { describeAuditVerdict, isBeyondDates, needsWork, tellCount, tellSubject } from './sentences.ts';

const LINES_AT_MOST = 50;
const LONGEST_SENTENCE = 1000;

/** What the log shows of an audit: trouble first, then what needs work, and the verdict last. */
export function writeAuditLog(report: AuditReport): readonly string[] {
  const urgent = report.certificates.filter(needsWork);
  return [
    ...limitLines(report.targets.flatMap(describeTrouble), 'targets that could not be read'),
    ...limitLines(report.targets.flatMap(describeRemarks), 'remarks'),
    ...(urgent.length === 0 ? [] : [writeTable(urgent)]),
    ...limitLines(report.findings.filter(isBeyondDates).map(describeFinding), 'findings'),
    `${tellCount(report.counts.count, 'certificate')} in ${tellCount(report.counts.targets, 'target')}, ${urgent.length} with dates that need work`,
    `Verdict: ${report.verdict} (${describeAuditVerdict(report)})`,
  ];
}

function writeTable(certificates: readonly AuditedCertificate[]): string {
  const [severity, ...others] = chooseColumns(certificates.slice(0, LINES_AT_MOST));
  const target = { title: 'Target', textOf: (one: AuditedCertificate) => one.target.name };
  return alignColumns(certificates, [...(severity === undefined ? [] : [severity]), target, ...others]);
}

function describeTrouble({ target, state, trouble }: AuditReport['targets'][number]): readonly string[] {
  if (trouble === null) return [];
  const word = state === 'denied' ? 'denied' : 'could not be read';
  const what = inertText(trouble.message, LONGEST_SENTENCE).replace(/\.$/, '');
  const mend = trouble.mend === null ? '' : ` ${inertText(trouble.mend, LONGEST_SENTENCE)}`;
  return [`Target ${inertText(target.name, 100)} ${word}: ${what}.${mend}`];
}

function describeRemarks({ target, remarks }: AuditReport['targets'][number]): readonly string[] {
  return remarks.map((remark) => `Target ${inertText(target.name, 100)}: ${inertText(remark)}`);
}

function describeFinding(finding: AuditReport['findings'][number]): string {
  return `${finding.verdict}: ${finding.rule}: ${tellSubject(finding)} ${inertText(finding.message)}`;
}

function limitLines(lines: readonly string[], noun: string): readonly string[] {
  const left = lines.length - LINES_AT_MOST;
  return left <= 0 ? lines : [...lines.slice(0, LINES_AT_MOST), `… and ${left} more ${noun}`];
}
