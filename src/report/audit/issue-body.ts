import { formatDate } from '../../certificate/time.ts';
import type { AuditReport } from '../../operations/audit/audit-report.ts';
import { inertText } from '../inert.ts';
import { fitIssueParts } from './issue-parts.ts';
import { isBeyondRows, makeIssueTables } from './issue-tables.ts';
import { inertInIssue, linkInIssue } from './issue-text.ts';

/** The text of an issue, and its title. */
export interface IssueText {
  /** Plain text; the same as long as verdict and counts are. */
  readonly title: string;
  /** Markdown; empty where so few characters cannot say even the verdict. */
  readonly body: string;
}

export interface IssueTextOptions {
  /** How long the body may be; by default what GitHub takes, less some room for what people write. */
  readonly charactersAtMost?: number;
  /** What the audit is called beside others of the repository; null where it needs no name. */
  readonly name?: string | null;
}

const CHARACTERS_AT_MOST = 60_000;
const LONGEST_NAME = 100;
const MARKS = { ok: '🟢', warn: '🟡', fail: '🔴' } as const;

/**
 * What an audit's issue says: verdict and counts, then what needs work by time left, what could not be read, what
 * else was found, what is ignored. Of a vendor's text nothing mentions, links, formats or refers to an issue.
 */
export function writeIssue(report: AuditReport, options: IssueTextOptions = {}): IssueText {
  const { charactersAtMost = CHARACTERS_AT_MOST, name = null } = options;
  const subject = name === null ? 'Certificates' : `Certificates of ${inertText(name, LONGEST_NAME)}`;
  return {
    title: `${subject}: ${report.verdict} (${tellCounts(report)})`,
    body: writeBody(report, charactersAtMost),
  };
}

/** What is said below the issue as it is closed, or opened again. */
export function writeIssueComment(report: AuditReport, change: 'closed' | 'reopened'): string {
  const run = tellRun(report, 'the audit');
  return change === 'closed'
    ? `Nothing is left to do: ${run} could read every target. A later finding opens this issue again.`
    : `Opened again: ${run} found ${tellCounts(report)}.`;
}

function writeBody(report: AuditReport, charactersAtMost: number): string {
  const lead = writeLead(report);
  const version = inertInIssue(report.version, 50);
  const end = `<sub>Judged at ${formatDate(report.at)} in ${tellRun(report, 'this run')} by CertOps ${version}.</sub>`;
  const pointer = `the summary and the reports of ${tellRun(report, 'the run')}`;
  const room = charactersAtMost - lead.length - end.length - 4;
  if (room < 0) {
    const least = `**Verdict: ${report.verdict}** – see ${pointer}.`;
    return least.length <= charactersAtMost ? least : '';
  }
  return [lead, ...fitIssueParts(makeIssueTables(report), room, pointer), end].join('\n\n');
}

function writeLead(report: AuditReport): string {
  const { verdict, counts, failJob, isComplete } = report;
  const verb = counts.judged === 1 ? 'counts' : 'count';
  const among = `${tellCount(counts.judged, 'certificate')} ${verb}, in ${tellCount(counts.targets, 'target')}`;
  return [
    `${MARKS[verdict]} **Verdict: ${verdict}** – ${tellCounts(report)}. ${among}.`,
    ...(isComplete
      ? []
      : [
          'Not every target could be read, so there may be more to do. This issue stays open until all were.',
        ]),
    ...(verdict === 'fail' && !failJob ? ['`fail-job` is `false`: this does not fail the job.'] : []),
  ].join('\n\n');
}

/** `2 expired, 3 expiring`: what is not zero; `nothing to do` where all is. */
function tellCounts({ counts, findings }: AuditReport): string {
  const others = findings.filter(isBeyondRows).length;
  const told = [
    { count: counts.expired, text: `${tellNumber(counts.expired)} expired` },
    { count: counts.critical, text: `${tellNumber(counts.critical)} critical` },
    {
      count: counts.expiring - counts.critical,
      text: `${tellNumber(counts.expiring - counts.critical)} expiring`,
    },
    { count: counts.unreadable, text: tellCount(counts.unreadable, 'unreadable target') },
    { count: others, text: tellCount(others, 'other finding') },
  ].filter(({ count }) => count > 0);
  return told.length === 0 ? 'nothing to do' : told.map(({ text }) => text).join(', ');
}

function tellRun({ run }: AuditReport, words: string): string {
  return linkInIssue(words, run?.url ?? null);
}

function tellCount(count: number, noun: string): string {
  return `${tellNumber(count)} ${noun}${count === 1 ? '' : 's'}`;
}

function tellNumber(value: number): string {
  return value.toLocaleString('en-US');
}
