import type { AuditedCertificate, AuditedTarget, Finding } from '../../operations/audit/audit-report.ts';
import { nameOf } from '../../operations/audit/certificate-findings.ts';
import { inertLink, inertMarkdown } from '../inert.ts';
import { SEVERITY_MARKS, VERDICT_MARKS } from '../marks.ts';
import { mapEach } from '../records.ts';
import { tellTimeLeft } from '../sentences.ts';
import { tellDay, tellNumber, tellThresholds, tellUse } from './sentences.ts';
import type { Part } from './summary-parts.ts';

/** One column of a table in Markdown. */
export interface Column<Row> {
  readonly title: string;
  /** Inert Markdown; null where there is nothing to say. */
  readonly cellOf: (row: Row) => string | null;
}

const LONGEST_CELL = 100;
const LONGEST_SENTENCE = 500;

const cell = (text: string | null) => (text === null ? null : inertMarkdown(text, LONGEST_CELL));
const day = (date: Date | null) => (date === null ? null : tellDay(date));

const NAME: Column<AuditedCertificate> = {
  title: 'Name',
  cellOf: ({ certificate, consoleUrl }) => inertLink(nameOf(certificate), consoleUrl, LONGEST_CELL),
};
const TARGET: Column<AuditedCertificate> = { title: 'Target', cellOf: ({ target }) => cell(target.name) };
const EXPIRES_ON: Column<AuditedCertificate> = {
  title: 'Expires on',
  cellOf: ({ certificate }) => day(certificate.notAfter),
};

/** Certificates by time left. */
export const CERTIFICATE_COLUMNS: readonly Column<AuditedCertificate>[] = [
  { title: 'Severity', cellOf: tellState },
  NAME,
  TARGET,
  EXPIRES_ON,
  { title: 'Time left', cellOf: (one) => tellTimeLeft(one).replace(/(\d+) d/, '$1&nbsp;d') },
  { title: 'Renew on', cellOf: ({ renewOn }) => day(renewOn) },
  { title: 'In use', cellOf: tellUse },
  { title: 'Owner', cellOf: ({ target }) => tellOwner(target) },
];

export const IGNORED_COLUMNS: readonly Column<AuditedCertificate>[] = [
  NAME,
  TARGET,
  EXPIRES_ON,
  {
    title: 'Reason',
    cellOf: ({ ignoredBy }) =>
      ignoredBy === null ? null : inertMarkdown(ignoredBy.reason, LONGEST_SENTENCE),
  },
  { title: 'Until', cellOf: ({ ignoredBy }) => day(ignoredBy?.until ?? null) },
];

export const FINDING_COLUMNS: readonly Column<Finding>[] = [
  { title: 'Finding', cellOf: ({ verdict, rule }) => `${VERDICT_MARKS[verdict]}&nbsp;${rule}` },
  {
    title: 'Of',
    cellOf: ({ certificate, target }) =>
      certificate === null
        ? cell(target)
        : `${inertLink(nameOf(certificate.certificate), certificate.consoleUrl, LONGEST_CELL)} of ${cell(target)}`,
  },
  { title: 'What is wrong', cellOf: ({ message }) => inertMarkdown(message, LONGEST_SENTENCE) },
  { title: 'What to do', cellOf: ({ mend }) => inertMarkdown(mend, LONGEST_SENTENCE) },
];

export const TARGET_COLUMNS: readonly Column<AuditedTarget>[] = [
  { title: 'Target', cellOf: ({ target }) => cell(target.name) },
  { title: 'Provider', cellOf: ({ target }) => target.provider },
  { title: 'State', cellOf: ({ state }) => (state === 'read' ? '🟢&nbsp;read' : `🔴&nbsp;${state}`) },
  { title: 'Certificates', cellOf: ({ count }) => (count === null ? null : tellNumber(count)) },
  { title: 'Thresholds', cellOf: ({ target }) => tellThresholds(target) },
  { title: 'Credential ends', cellOf: ({ credentialExpiresOn }) => day(credentialExpiresOn) },
  { title: 'Owner', cellOf: ({ target }) => tellOwner(target) },
];

/** A table of some things, without the columns that would be empty. */
export function tablePart<Row>(
  things: readonly Row[],
  columns: readonly Column<Row>[],
  rowsAtMost: number,
  { before = '', after = '' }: { readonly before?: string; readonly after?: string } = {},
): Part {
  const candidates = things.slice(0, rowsAtMost);
  const filled = columns.filter(({ cellOf }) => candidates.some((one) => cellOf(one) !== null));
  const head = [
    `| ${filled.map(({ title }) => title).join(' | ')} |`,
    `| ${filled.map(() => '---').join(' | ')} |`,
  ];
  return {
    before: [...(before === '' ? [] : [before, '']), ...head].join('\n'),
    rows: mapEach(candidates, (one) => `| ${filled.map(({ cellOf }) => cellOf(one) ?? '–').join(' | ')} |`),
    count: things.length,
    rowsAtMost,
    after: after === '' ? '' : `\n${after}`,
  };
}

/** As `tablePart`, shut until a person opens it. */
export function foldedTablePart<Row>(
  title: string,
  things: readonly Row[],
  columns: readonly Column<Row>[],
  rowsAtMost: number,
): Part {
  return tablePart(things, columns, rowsAtMost, {
    before: `<details><summary>${title}</summary>`,
    after: '</details>',
  });
}

/** What does not count is not called good or bad. */
function tellState({ severity, standing }: AuditedCertificate): string {
  if (standing === 'pending') return '⚪&nbsp;pending';
  if (standing === 'dormant') return '⚪&nbsp;not&nbsp;counted';
  return `${SEVERITY_MARKS[severity]}&nbsp;${severity}`;
}

function tellOwner({ owner, runbook }: AuditedTarget['target']): string | null {
  if (runbook === null) return cell(owner);
  const link = inertLink('runbook', runbook);
  // A runbook that is no address is a text to read.
  const book = link === 'runbook' ? inertMarkdown(runbook, LONGEST_CELL) : link;
  return owner === null ? book : `${cell(owner)} · ${book}`;
}
