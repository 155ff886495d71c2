import type { AuditedCertificate, AuditReport } from '../../../../operations/audit/audit-report.ts';
import { isCounted } from '../../sentences.ts';
import { type State, stateOf } from '../words.ts';

const DAY_MILLISECONDS = 86_400_000;
/** How far ahead a timeline may look, in days. */
const REACHES = [91, 182, 365, 730, 1095] as const;
const LONGEST_BY_WEEK = 182;
/** The shortest reach that shows so much of what has not expired is taken. */
const SHARE_TO_SHOW = 0.75;
/** Where something has expired, the past takes so much of the reach at most. */
const SHARE_OF_PAST = 1 / 8;

/** A certificate that counts and has an end; times are in milliseconds since 1970. */
export interface Ending {
  readonly audited: AuditedCertificate;
  readonly state: State;
  readonly ends: number;
  readonly renews: number | null;
}

/** A week or a month; the end is the start of the next. */
export interface Period {
  readonly start: number;
  readonly end: number;
  readonly label: string;
}

/** What a timeline shows, in whole weeks (from Monday) or months; what is outside is told beside it. */
export interface Span {
  readonly unit: 'week' | 'month';
  readonly start: number;
  readonly end: number;
  readonly periods: readonly Period[];
}

/** What a timeline can show, in the order of the report. */
export function findEndings({ certificates }: AuditReport): readonly Ending[] {
  return certificates.filter(isCounted).flatMap((audited) => {
    const { notAfter } = audited.certificate;
    // 9999-12-31 is no end.
    if (notAfter === null || audited.daysLeft === null) return [];
    const renews = audited.renewOn?.getTime() ?? null;
    return [{ audited, state: stateOf(audited), ends: notAfter.getTime(), renews }];
  });
}

/** The time that a timeline of these shows: enough for most of them, from now or a little before. */
export function chooseSpan(endings: readonly Ending[], at: Date): Span {
  const now = at.getTime();
  const ahead = endings.filter(({ ends }) => ends > now).map(({ ends }) => (ends - now) / DAY_MILLISECONDS);
  const reach =
    REACHES.find((days) => ahead.filter((left) => left <= days).length >= SHARE_TO_SHOW * ahead.length) ??
    REACHES[REACHES.length - 1] ??
    0;
  const unit = reach <= LONGEST_BY_WEEK ? 'week' : 'month';
  const earliest = endings.reduce((least, { ends }) => Math.min(least, ends), now);
  const border = now - reach * SHARE_OF_PAST * DAY_MILLISECONDS;
  const periods = listPeriods(Math.max(earliest, border), now + reach * DAY_MILLISECONDS, unit);
  return { unit, start: periods[0]?.start ?? now, end: periods[periods.length - 1]?.end ?? now, periods };
}

/** The weeks or months that hold all from one moment to another. */
function listPeriods(from: number, to: number, unit: Span['unit']): readonly Period[] {
  const periods: Period[] = [];
  let start = unit === 'week' ? startOfWeek(from) : startOfMonth(from, 0);
  while (start <= to) {
    const end = unit === 'week' ? start + 7 * DAY_MILLISECONDS : startOfMonth(start, 1);
    const day = new Date(start).toISOString();
    periods.push({ start, end, label: day.slice(0, unit === 'week' ? 10 : 7) });
    start = end;
  }
  return periods;
}

/** The Monday of the week; the first day of 1970 was a Thursday. */
function startOfWeek(time: number): number {
  const day = Math.floor(time / DAY_MILLISECONDS);
  return (day - ((((day + 3) % 7) + 7) % 7)) * DAY_MILLISECONDS;
}

function startOfMonth(time: number, later: number): number {
  const date = new Date(time);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + later, 1);
}
