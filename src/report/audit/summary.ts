import { formatDate } from '../../certificate/time.ts';
import type { AuditReport } from '../../operations/audit/audit-report.ts';
import { nameOf } from '../../operations/audit/certificate-findings.ts';
import { inertLink, inertMarkdown } from '../inert.ts';
import { VERDICT_MARKS } from '../marks.ts';
import { mapEach } from '../records.ts';
import { tellTimeLeft } from '../sentences.ts';
import {
  describeExpiry,
  isBeyondDates,
  isCounted,
  listFound,
  listLeftOut,
  needsWork,
  tellCount,
  tellDay,
  tellNumber,
} from './sentences.ts';
import { joinParts, type Part, plainPart } from './summary-parts.ts';
import {
  CERTIFICATE_COLUMNS,
  FINDING_COLUMNS,
  foldedTablePart,
  IGNORED_COLUMNS,
  TARGET_COLUMNS,
  tablePart,
} from './summary-tables.ts';
import { writeTimeline } from './timeline.ts';

/** The runner shows no summary of more than 1 MiB at all. */
const BYTES_AT_MOST = 1_000_000;
/** A page of more rows is slow to open and read by nobody; the reports have them all. */
const URGENT_ROWS = 500;
const OTHER_ROWS = 200;

/** The issue that an audit keeps, and what was done to it. */
export interface KeptIssue {
  readonly url: string;
  readonly action: 'opened' | 'updated' | 'reopened' | 'closed' | 'unchanged';
}

export interface AuditSummaryOptions {
  /** The file that has everything, for people if there is one; null where none could be written. */
  readonly reportPath: string | null;
  readonly issue?: KeptIssue | null;
  /** What went wrong beside the audit itself. */
  readonly warnings?: readonly string[];
  readonly maximumBytes?: number;
}

/** The job summary of an audit: verdict and counts, what must be done and by whom, what is coming, and the rest. */
export function writeAuditSummary(report: AuditReport, options: AuditSummaryOptions): string {
  const { reportPath, issue = null, warnings = [], maximumBytes = BYTES_AT_MOST } = options;
  const timeline = writeTimeline(report);
  return joinParts(
    [
      plainPart(writeLead(report, issue)),
      ...warningsPart(warnings),
      ...unreadablePart(report),
      ...urgentPart(report),
      ...findingsPart(report),
      ...(timeline === null ? [] : [plainPart(timeline)]),
      ...workloadPart(report),
      ...foldedParts(report),
      plainPart(writeEnd(report, reportPath)),
    ],
    maximumBytes,
    reportPath === null ? null : code(reportPath),
  );
}

function writeLead(report: AuditReport, issue: KeptIssue | null): string {
  const { verdict, counts, failJob } = report;
  const found = listFound(report);
  const among = `${tellCount(counts.judged, 'certificate')} in ${tellCount(counts.targets, 'target')}`;
  const told =
    counts.judged === 0
      ? inertMarkdown(describeExpiry(report))
      : found.length === 0
        ? among
        : `${found.join(', ')} of ${among}`;
  const unreadable =
    counts.unreadable === 0 ? '' : ` · ${tellCount(counts.unreadable, 'target')} could not be read`;
  const leftOut = listLeftOut(report);
  const lines = [
    `### ${VERDICT_MARKS[verdict]} CertOps audit: ${verdict} · ${told}${unreadable}`,
    ...(verdict === 'ok' && counts.judged > 0 ? [writeGoodNews(report)] : []),
    ...describeEmptyMend(report),
    ...(leftOut.length === 0 ? [] : [`Besides: ${leftOut.join('; ')}.`]),
    ...(verdict === 'fail' && !failJob ? ['`fail-job` is `false`: this verdict does not fail the job.'] : []),
    ...(issue === null ? [] : [`${inertLink(nameIssue(issue), issue.url)}: ${issue.action}.`]),
  ];
  return lines.join('\n\n');
}

/** `Issue 12`. */
function nameIssue({ url }: KeptIssue): string {
  const [number = ''] = /\d+$/.exec(url) ?? [];
  return `Issue ${number}`.trim();
}

/** What comes next where nothing has to be done. */
function writeGoodNews({ certificates }: AuditReport): string {
  const next = certificates.find((one) => isCounted(one) && one.daysLeft !== null);
  if (next === undefined) return 'Nothing to do: none of them expires.';
  const { certificate, consoleUrl, target, renewOn } = next;
  const name = `${inertLink(nameOf(certificate), consoleUrl, 100)} of ${inertMarkdown(target.name, 100)}`;
  const ends = certificate.notAfter === null ? '' : ` on ${tellDay(certificate.notAfter)}`;
  const renewal = renewOn === null ? '' : `; it is to be renewed from ${tellDay(renewOn)} on`;
  return `Nothing to do. The next to expire is ${name}${ends}, in ${tellTimeLeft(next)}${renewal}.`;
}

function describeEmptyMend({ findings }: AuditReport): readonly string[] {
  return findings
    .filter(({ rule }) => rule === 'empty')
    .map(({ mend }) => `**What to do:** ${inertMarkdown(mend)}`);
}

function warningsPart(warnings: readonly string[]): readonly Part[] {
  return listPart('', warnings, (warning) => `> ⚠️ ${inertMarkdown(warning, 1000)}\n`);
}

function unreadablePart({ targets }: AuditReport): readonly Part[] {
  const troubled = targets.filter(({ state }) => state !== 'read');
  if (troubled.length === 0) return [];
  const columns = [
    { title: 'Target', cellOf: ({ target }) => inertMarkdown(target.name, 100) },
    { title: 'State', cellOf: ({ state }) => `🔴&nbsp;${state}` },
    {
      title: 'Why',
      cellOf: ({ trouble }) => (trouble === null ? null : inertMarkdown(trouble.message, 1000)),
    },
    {
      title: 'What to do',
      cellOf: ({ trouble }) => (trouble?.mend == null ? null : inertMarkdown(trouble.mend, 1000)),
    },
  ] as const satisfies Parameters<typeof tablePart<AuditReport['targets'][number]>>[1];
  return [tablePart(troubled, columns, OTHER_ROWS, { before: '**Not read, and so not watched:**' })];
}

function urgentPart({ certificates }: AuditReport): readonly Part[] {
  const urgent = certificates.filter(needsWork);
  if (urgent.length === 0) return [];
  return [
    tablePart(urgent, CERTIFICATE_COLUMNS, URGENT_ROWS, { before: '**To be replaced, by time left:**' }),
  ];
}

function findingsPart({ findings }: AuditReport): readonly Part[] {
  const others = findings.filter(isBeyondDates);
  if (others.length === 0) return [];
  return [tablePart(others, FINDING_COLUMNS, OTHER_ROWS, { before: '**Also found:**' })];
}

function workloadPart({ at, workload }: AuditReport): readonly Part[] {
  if (workload.leaves === 0) return [];
  const today = tellDay(at);
  const limits = workload.atMost.map(
    ({ days, since, rotations }) =>
      `| at most ${days} days (${since <= today ? 'since' : 'from'} ${since}) | ${tellNumber(rotations)} |`,
  );
  return [
    plainPart(
      [
        `**The work ahead.** Rotations a year of ${tellCount(workload.leaves, 'leaf certificate')}, if each is replaced when a third of its life is left: as they are now, and if the limits of public TLS certificates were theirs.`,
        '',
        '| Lifetime | Rotations a year |',
        '| --- | ---: |',
        `| as now | ${tellNumber(workload.now)} |`,
        ...limits,
      ].join('\n'),
    ),
  ];
}

function foldedParts({ certificates, targets }: AuditReport): readonly Part[] {
  const ignored = certificates.filter(({ ignoredBy }) => ignoredBy !== null);
  const rest = certificates.filter((one) => one.ignoredBy === null && !needsWork(one));
  // Those that could not be read are first here too.
  const ordered = [...targets].sort((a, b) => rankState(a) - rankState(b));
  const remarks = targets.flatMap(({ target, remarks: told }) =>
    told.map((remark) => [target.name, remark] as const),
  );
  return [
    ...(ignored.length === 0
      ? []
      : [
          foldedTablePart(
            `Ignored: ${tellCount(ignored.length, 'certificate')}`,
            ignored,
            IGNORED_COLUMNS,
            OTHER_ROWS,
          ),
        ]),
    ...(rest.length === 0
      ? []
      : [
          foldedTablePart(
            `Nothing to do now: ${tellCount(rest.length, 'certificate')}`,
            rest,
            CERTIFICATE_COLUMNS,
            OTHER_ROWS,
          ),
        ]),
    ...(ordered.length === 0
      ? []
      : [foldedTablePart(`Targets: ${tellNumber(ordered.length)}`, ordered, TARGET_COLUMNS, OTHER_ROWS)]),
    ...listPart(
      '**Remarks**\n',
      remarks,
      ([name, remark]) => `- ${inertMarkdown(name, 100)}: ${inertMarkdown(remark)}`,
    ),
  ];
}

function rankState({ state }: AuditReport['targets'][number]): number {
  return state === 'read' ? 1 : 0;
}

function listPart<Row>(before: string, things: readonly Row[], write: (one: Row) => string): readonly Part[] {
  if (things.length === 0) return [];
  const rows = mapEach(things, write);
  return [{ before, rows, count: things.length, rowsAtMost: OTHER_ROWS, after: '' }];
}

function writeEnd({ at, version }: AuditReport, reportPath: string | null): string {
  const whole =
    reportPath === null
      ? ''
      : ` The whole report: ${code(reportPath)} on the runner, and in the run's artifacts where the workflow uploads \`report-directory\`.`;
  return `<sub>Judged at ${formatDate(at)} by CertOps ${inertMarkdown(version, 50)}.${whole}</sub>`;
}

/** Code in HTML, since a backtick in the text would end a Markdown one. */
function code(text: string): string {
  return `<code>${inertMarkdown(text, 300)}</code>`;
}
