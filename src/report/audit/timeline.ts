import type { Severity } from '../../certificate/expiry.ts';
import type { AuditedCertificate, AuditReport } from '../../operations/audit/audit-report.ts';
import { nameOf } from '../../operations/audit/certificate-findings.ts';
import { tellTimeLeft } from '../sentences.ts';
import { isCounted, tellCount, tellDay } from './sentences.ts';

/** More bars than these are counted by month; of a clean audit only the next few are drawn one by one. */
const BARS_AT_MOST = 40;
const BARS_OF_CLEAN_AT_MOST = 12;
const MONTHS_AHEAD = 24;
/** How far a bar reaches back, so that one long overdue does not press the others together. */
const DAYS_BACK = 30;
const DAY_MILLISECONDS = 86_400_000;
const LONGEST_NAME = 40;

const SECTIONS: readonly {
  readonly title: string;
  readonly severities: readonly Severity[];
  readonly tag: string;
}[] = [
  { title: 'Expired', severities: ['expired'], tag: 'crit, ' },
  { title: 'Critical', severities: ['critical', 'unknown'], tag: 'crit, ' },
  { title: 'Expiring', severities: ['expiring', 'not-yet-valid'], tag: 'active, ' },
  { title: 'Later', severities: ['ok'], tag: '' },
];

/** A certificate that can be drawn: it counts, and it has an end. */
interface Ending {
  readonly audited: AuditedCertificate;
  readonly ends: Date;
}

/**
 * What expires within two years, as Mermaid: a bar for each certificate from when to renew it to its end, or their
 * number by month where there are too many. Nothing of it depends on more of Mermaid than GitHub has.
 * @returns Markdown; null where nothing ends in that time.
 */
export function writeTimeline(report: AuditReport): string | null {
  const endings = findEndings(report);
  if (endings.length === 0) return null;
  const most = report.verdict === 'ok' ? BARS_OF_CLEAN_AT_MOST : BARS_AT_MOST;
  return endings.length <= most ? drawBars(endings, report.at) : drawMonths(endings, report.at);
}

function findEndings({ at, certificates }: AuditReport): readonly Ending[] {
  const border = addMonths(at, MONTHS_AHEAD).getTime();
  return certificates.filter(isCounted).flatMap((one) => {
    const { notAfter } = one.certificate;
    return notAfter === null || notAfter.getTime() >= border ? [] : [{ audited: one, ends: notAfter }];
  });
}

function drawBars(endings: readonly Ending[], at: Date): string {
  const sections = SECTIONS.flatMap(({ title, severities, tag }) => {
    const bars = endings
      .filter(({ audited }) => severities.includes(audited.severity))
      .map((ending) => `    ${labelBar(ending)} :${tag}${spanBar(ending, at).map(tellDay).join(', ')}`);
    return bars.length === 0 ? [] : [`    section ${title}`, ...bars];
  });
  return [
    '**What is coming.** A bar reaches from the day to renew a certificate to the day it expires; where that is past, from then to today.',
    '',
    '```mermaid',
    'gantt',
    '    accTitle: Certificates by the time they have to be renewed in',
    '    dateFormat YYYY-MM-DD',
    '    axisFormat %Y-%m-%d',
    ...sections,
    '```',
  ].join('\n');
}

/** Begins with the time left, so that no name is ever read as one of Mermaid's own words. */
function labelBar({ audited }: Ending): string {
  return `${tellTimeLeft(audited)} · ${toMermaidText(nameOf(audited.certificate))}`;
}

/** The first day of a bar and the day after its last; at least a day long. */
function spanBar({ ends, audited }: Ending, at: Date): readonly [Date, Date] {
  const earliest = at.getTime() - DAYS_BACK * DAY_MILLISECONDS;
  const hasEnded = ends.getTime() <= at.getTime();
  const from = Math.max(earliest, (hasEnded ? ends : (audited.renewOn ?? at)).getTime());
  const to = (hasEnded ? at : ends).getTime();
  return [new Date(from), new Date(Math.max(to, from + DAY_MILLISECONDS))];
}

/** Letters and digits of every script, and what names and wildcards are made of; all else becomes a blank. */
function toMermaidText(text: string): string {
  const safe = text
    .slice(0, 4 * LONGEST_NAME)
    .replace(/[^\p{L}\p{M}\p{N}._*@-]+/gu, ' ')
    .trim();
  if (safe === '') return 'certificate';
  const characters = [...safe];
  return characters.length > LONGEST_NAME ? `${characters.slice(0, LONGEST_NAME - 1).join('')}…` : safe;
}

function drawMonths(endings: readonly Ending[], at: Date): string {
  const expired = endings.filter(({ ends }) => ends.getTime() <= at.getTime()).length;
  const counts = new Map<string, number>();
  for (const { ends } of endings) {
    const month = monthOf(ends);
    if (ends.getTime() > at.getTime()) counts.set(month, (counts.get(month) ?? 0) + 1);
  }
  const last = [...counts.keys()].sort().at(-1);
  const months = Array.from({ length: MONTHS_AHEAD }, (_, index) => monthOf(addMonths(at, index)));
  const rows: readonly (readonly [string, number])[] = [
    ...(expired > 0 ? [['expired', expired] as const] : []),
    ...months
      .filter((month) => last !== undefined && month <= last)
      .map((month) => [month, counts.get(month) ?? 0] as const),
  ];
  const highest = Math.max(...rows.map(([, count]) => count));
  return [
    `**What is coming.** ${tellCount(endings.length, 'certificate')} by the month in which they expire, two years ahead.`,
    '',
    '```mermaid',
    '%%{init: {"themeVariables": {"xyChart": {"plotColorPalette": "#4493f8"}}}}%%',
    'xychart-beta horizontal',
    '    accTitle: Certificates by the month in which they expire',
    `    x-axis [${rows.map(([month]) => `"${month}"`).join(', ')}]`,
    `    y-axis "certificates" 0 --> ${highest}`,
    `    bar [${rows.map(([, count]) => count).join(', ')}]`,
    '```',
  ].join('\n');
}

function monthOf(date: Date): string {
  return date.toISOString().slice(0, 7);
}

/** The first moment of the month so many months after a date's own. */
function addMonths(date: Date, months: number): Date {
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1));
}
