import type {
  AuditedCertificate,
  AuditedTarget,
  AuditReport,
  Finding,
  FindingRule,
} from '../../operations/audit/audit-report.ts';
import { nameOf } from '../../operations/audit/certificate-findings.ts';
import { tellTimeLeft } from '../sentences.ts';
import type { IssuePart } from './issue-parts.ts';
import { inertInIssue, linkInIssue, nameInIssue } from './issue-text.ts';

const LONGEST_NAME = 100;
const LONGEST_TROUBLE = 1000;
const NOTHING = '–';

/** Rules whose whole story the row of a certificate or of a target tells. */
const RULES_OF_ROWS: readonly FindingRule[] = ['expired', 'critical', 'expiring', 'unreadable'];

/** Whether a finding tells more than the row of its certificate, or of a target that could not be read. */
export function isBeyondRows({ rule }: Finding): boolean {
  return !RULES_OF_ROWS.includes(rule);
}

/** The tables of an audit's issue, the most urgent first; those without rows are left out. */
export function makeIssueTables(report: AuditReport): readonly IssuePart[] {
  return [
    makeWorkTable(report),
    makeUnreadableTable(report),
    makeFindingsTable(report),
    makeIgnoredTable(report),
  ].filter(({ count }) => count > 0);
}

function makeWorkTable({ certificates }: AuditReport): IssuePart {
  const work = certificates.filter(
    ({ contribution, ignoredBy }) =>
      ignoredBy === null && (contribution === 'fail' || contribution === 'warn'),
  );
  return makeTable('To do, by time left', work, {
    Severity: ({ contribution, severity }) => `${contribution === 'fail' ? '🔴' : '🟡'}&nbsp;${severity}`,
    Certificate: tellCertificate,
    Target: ({ target }) => inertInIssue(target.name, LONGEST_NAME),
    'Expires on': ({ certificate }) => tellDay(certificate.notAfter),
    'Time left': (audited) => tellTimeLeft(audited).replace(/(\d+) d/, '$1&nbsp;d'),
    Owner: ({ target }) => tellOwner(target),
    Runbook: ({ target }) => tellRunbook(target),
  });
}

function makeUnreadableTable({ targets }: AuditReport): IssuePart {
  const unread = targets.filter(({ state }) => state !== 'read');
  return makeTable('Could not be read', unread, {
    Target: ({ target }) => inertInIssue(target.name, LONGEST_NAME),
    State: ({ state }) => `🔴&nbsp;${state}`,
    Why: ({ trouble }) => inertInIssue(trouble?.message ?? NOTHING, LONGEST_TROUBLE),
    'What to do': ({ trouble }) => inertInIssue(trouble?.mend ?? NOTHING, LONGEST_TROUBLE),
    Owner: ({ target }) => tellOwner(target),
  });
}

function makeFindingsTable({ findings, targets }: AuditReport): IssuePart {
  const byName = new Map(targets.map(({ target }) => [target.name, target]));
  return makeTable('Also found', findings.filter(isBeyondRows), {
    Finding: ({ verdict, rule }) => `${verdict === 'fail' ? '🔴' : '🟡'}&nbsp;${rule}`,
    Of: tellSubject,
    'What is wrong': ({ message }) => inertInIssue(message),
    'What to do': ({ mend }) => inertInIssue(mend),
    Owner: ({ target }) => tellOwner(byName.get(target ?? '')),
  });
}

function makeIgnoredTable({ certificates }: AuditReport): IssuePart {
  const ignored = certificates.filter(({ ignoredBy }) => ignoredBy !== null);
  return makeTable('Ignored', ignored, {
    Certificate: tellCertificate,
    Target: ({ target }) => inertInIssue(target.name, LONGEST_NAME),
    'Expires on': ({ certificate }) => tellDay(certificate.notAfter),
    Reason: ({ ignoredBy }) => inertInIssue(ignoredBy?.reason ?? NOTHING),
    Until: ({ ignoredBy }) => tellDay(ignoredBy?.until ?? null),
  });
}

/** A table under a heading; the cells, already inert, by their column's title. */
function makeTable<Row>(
  heading: string,
  things: readonly Row[],
  columns: Readonly<Record<string, (row: Row) => string>>,
): IssuePart {
  const titles = Object.keys(columns);
  const tellers = Object.values(columns);
  const writeLine = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return {
    head: [`### ${heading}`, '', writeLine(titles), writeLine(titles.map(() => '---'))].join('\n'),
    rows: mapLazily(things, (row) => writeLine(tellers.map((tell) => tell(row)))),
    count: things.length,
  };
}

function* mapLazily<Row>(things: readonly Row[], write: (row: Row) => string): Iterable<string> {
  for (const one of things) yield write(one);
}

function tellCertificate({ certificate, consoleUrl }: AuditedCertificate): string {
  return linkInIssue(nameInIssue(nameOf(certificate)), consoleUrl);
}

function tellSubject({ certificate, target }: Finding): string {
  if (certificate !== null) {
    return `${tellCertificate(certificate)} of ${inertInIssue(certificate.target.name, LONGEST_NAME)}`;
  }
  return target === null ? 'the audit' : inertInIssue(target, LONGEST_NAME);
}

function tellOwner(target: AuditedTarget['target'] | undefined): string {
  return inertInIssue(target?.owner ?? NOTHING, LONGEST_NAME);
}

/** A link, or what there is to read where it is no address. */
function tellRunbook({ runbook }: AuditedTarget['target']): string {
  if (runbook === null) return NOTHING;
  const link = linkInIssue('runbook', runbook);
  return link === 'runbook' ? inertInIssue(runbook, LONGEST_NAME) : link;
}

/** The day in UTC. */
function tellDay(date: Date | null): string {
  return date === null ? NOTHING : date.toISOString().slice(0, 10);
}
