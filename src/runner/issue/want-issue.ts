import type { IssueRequest } from '../../interface/audit-request.ts';
import type { Environment } from '../../interface/raw-inputs.ts';
import type { AuditReport } from '../../operations/audit/audit-report.ts';
import { writeIssue, writeIssueComment } from '../../report/audit/issue-body.ts';
import { defaultIssueKey } from './issue-key.ts';
import type { WantedIssue } from './keep-issue.ts';

/**
 * The issue that an audit wants. A key that was given is in its title too: audits that have one have siblings.
 * @throws InputError where no key was given and the environment does not say what runs.
 */
export function wantIssue(
  report: AuditReport,
  request: Pick<IssueRequest, 'key' | 'labels' | 'assignees'>,
  environment: Environment,
): WantedIssue {
  const { key: name, labels, assignees } = request;
  return {
    key: name ?? defaultIssueKey(environment),
    title: writeIssue(report, { name }).title,
    writeBody: (charactersAtMost) => writeIssue(report, { name, charactersAtMost }).body,
    state: report.findings.length > 0 ? 'findings' : report.isComplete ? 'clean' : 'incomplete-clean',
    labels,
    assignees,
    closingComment: writeIssueComment(report, 'closed'),
    reopeningComment: writeIssueComment(report, 'reopened'),
  };
}
