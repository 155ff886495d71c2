import { ICalCalendar, ICalEvent, ICalEventTransparency } from 'ical-generator';
import { digestText, identify } from '../../certificate/identity.ts';
import { formatDate } from '../../certificate/time.ts';
import type { AuditedCertificate, AuditReport } from '../../operations/audit/audit-report.ts';
import { isJudged } from './findings.ts';
import { foldLines } from './fold-lines.ts';
import { countOccurrences } from './occurrences.ts';
import { nameCertificate, nameUniquely, plainText, webAddress } from './plain-text.ts';

const MINUTE_MS = 60_000;
/** Calendars hide what has no length. */
const EVENT_MINUTES = 15;

const CALENDAR_END = 'END:VCALENDAR';

/** What happens to a certificate on a date. */
type Occasion = 'expiry' | 'renewal';

interface Event {
  /** When it is said. */
  readonly at: Date;
  readonly occasion: Occasion;
  readonly start: Date;
  readonly id: string;
  readonly description: string;
}

/**
 * A calendar with an event for each end of validity and each day to renew. Certificates that do not count,
 * are ignored, do not expire or have no date have none.
 *
 * Events are times of day in UTC: a certificate ends at an instant, and a whole day of UTC would show it a day
 * late to who lives west of Greenwich. They block nobody's time, and ring no alarm in the calendars of all.
 */
export function* writeIcalendar(report: AuditReport): Generator<string> {
  const calendar = new ICalCalendar({
    prodId: { company: 'CertOps', product: 'audit', language: 'EN' },
    name: 'Certificates',
  });
  const frame = calendar.toString();
  yield frame.slice(0, frame.lastIndexOf(CALENDAR_END));
  const count = countOccurrences();
  for (const audited of report.certificates) {
    const { daysLeft, renewOn, certificate } = audited;
    if (!isJudged(audited) || certificate.notAfter === null || daysLeft === null) continue;
    const digest = digestText(identify(certificate));
    const occurrence = count(digest);
    const name = occurrence === 1 ? digest : `${digest}-${occurrence}`;
    const description = describe(audited).map(toCalendarText).join('\n');
    const write = (occasion: Occasion, start: Date) => {
      const id = `${name}-${occasion}@certops`;
      return foldLines(
        toEvent(audited, { at: report.at, occasion, start, id, description }, calendar).toString(),
      );
    };
    yield write('expiry', certificate.notAfter);
    if (renewOn !== null) yield write('renewal', renewOn);
  }
  yield `${CALENDAR_END}\r\n`;
}

/** The event is not put into the calendar, which would keep it: an audit may hold 100,000. */
function toEvent(
  { certificate, target, severity, consoleUrl }: AuditedCertificate,
  { at, occasion, start, id, description }: Event,
  calendar: ICalCalendar,
): ICalEvent {
  const verb = occasion === 'expiry' ? 'Expires' : 'Renew';
  return new ICalEvent(
    {
      id,
      // The calendar of a later audit replaces what an earlier one said of the same event.
      sequence: Math.floor(at.getTime() / MINUTE_MS),
      stamp: at,
      start,
      end: new Date(start.getTime() + EVENT_MINUTES * MINUTE_MS),
      summary: toCalendarText(`${verb}: ${nameCertificate(certificate)} (${plainText(target.name, 200)})`),
      description,
      url: toCalendarAddress(consoleUrl),
      categories: [
        { name: 'certificate' },
        { name: occasion },
        { name: target.provider },
        { name: severity },
      ],
      transparency: ICalEventTransparency.TRANSPARENT,
    },
    calendar,
  );
}

function describe({
  certificate,
  target,
  renewOn,
  reason,
  usedBy,
  consoleUrl,
}: AuditedCertificate): string[] {
  const lines: readonly (readonly [title: string, text: string | null])[] = [
    ['Certificate', nameUniquely(certificate)],
    ['Target', `${target.name} (${target.provider}, ${target.scope})`],
    ['State', reason],
    ['Expires on', certificate.notAfter === null ? null : formatDate(certificate.notAfter)],
    ['Renew on', renewOn === null ? null : formatDate(renewOn)],
    ['Used by', usedBy === null || usedBy.length === 0 ? null : usedBy.join(', ')],
    ['Owner', target.owner],
    ['Runbook', target.runbook],
    ['Console', webAddress(consoleUrl)],
    ['Fingerprint', certificate.fingerprint],
  ];
  return lines.flatMap(([title, text]) => (text === null ? [] : [`${title}: ${plainText(text, 1000)}`]));
}

/** A folded line may begin anywhere in the text, and must not begin as a command of the runner. */
function toCalendarText(text: string): string {
  return text.replaceAll('::', ':\u2236');
}

/** The library escapes commas and semicolons, which an address must not have escaped. */
function toCalendarAddress(text: string | null): string | null {
  return webAddress(text)?.replaceAll(',', '%2C').replaceAll(';', '%3B') ?? null;
}
