import { describe, expect, test } from '@jest/globals';
import ICAL from 'ical.js';
import type { AuditReport } from '../../../src/operations/audit/audit-report.ts';
import { AUDITED_AT, buildAudit, buildAudited, buildTarget, inDays } from './build-audit.ts';
import { buildHostileAudit, HOSTILE_TEXTS } from './hostile-audit.ts';
import { writeReport } from './read-report.ts';

interface CalendarEvent {
  readonly uid: string;
  readonly summary: string;
  readonly description: string;
  readonly start: Date;
  readonly end: Date;
  readonly stamp: Date;
  readonly zone: string;
  readonly sequence: number;
  readonly url: string | null;
  readonly categories: readonly string[];
  readonly properties: readonly string[];
}

function readEvent(component: InstanceType<typeof ICAL.Component>): CalendarEvent {
  const event = new ICAL.Event(component);
  const value = (name: string) => component.getFirstPropertyValue(name);
  return {
    uid: event.uid,
    summary: event.summary,
    description: event.description,
    start: event.startDate.toJSDate(),
    end: event.endDate.toJSDate(),
    stamp: (value('dtstamp') as InstanceType<typeof ICAL.Time>).toJSDate(),
    zone: event.startDate.zone?.tzid ?? 'none',
    sequence: event.sequence,
    url: value('url') === null ? null : String(value('url')),
    categories: component.getAllProperties('categories').flatMap((one) => one.getValues().map(String)),
    properties: component.getAllProperties().map(({ name }) => name),
  };
}

/** The events of a report that is one calendar, and whose lines keep to their length. */
async function readEvents(report: AuditReport): Promise<readonly CalendarEvent[]> {
  const written = await writeReport('icalendar', report);
  expect(written.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const line of written.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  const calendar = new ICAL.Component(ICAL.parse(written));
  expect(calendar.name).toBe('vcalendar');
  expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
  const events = calendar.getAllSubcomponents();
  expect(events.filter(({ name }) => name !== 'vevent')).toEqual([]);
  expect(events.flatMap((event) => event.getAllSubcomponents())).toEqual([]);
  return events.map(readEvent);
}

const facts = { id: '7', name: 'shop.example.com', fingerprint: 'AB:CD', notAfter: inDays(5) };

describe('events', () => {
  test('a certificate has one where it expires and one where it is to be renewed', async () => {
    const events = await readEvents(
      buildAudit({
        certificates: [
          buildAudited({
            certificate: facts,
            renewOn: inDays(-25),
            reason: 'expires on 2026-11-28T06:00:00Z',
            usedBy: ['app shop', 'portal'],
          }),
        ],
      }),
    );
    expect(events).toMatchObject([
      {
        summary: 'Expires: shop.example.com (production gateway)',
        start: inDays(5),
        end: new Date(inDays(5).getTime() + 15 * 60_000),
        stamp: AUDITED_AT,
        zone: 'UTC',
        url: 'https://dash.example.com/certificates',
        categories: ['certificate', 'expiry', 'cloudflare-gateway', 'critical'],
      },
      {
        summary: 'Renew: shop.example.com (production gateway)',
        start: inDays(-25),
        categories: ['certificate', 'renewal', 'cloudflare-gateway', 'critical'],
      },
    ]);
    expect(events[0]?.description.split('\n')).toEqual([
      'Certificate: shop.example.com (7)',
      `Target: production gateway (cloudflare-gateway, ${'0'.repeat(32)})`,
      'State: expires on 2026-11-28T06:00:00Z',
      'Expires on: 2026-11-28T06:00:00Z',
      'Renew on: 2026-10-29T06:00:00Z',
      'Used by: app shop, portal',
      'Owner: network team',
      'Runbook: https://wiki.example.com/rotate',
      'Console: https://dash.example.com/certificates',
      'Fingerprint: AB:CD',
    ]);
  });

  test.each([
    ['has no date', { daysLeft: null, renewOn: null, certificate: { ...facts, notAfter: null } }],
    [
      'does not expire',
      {
        daysLeft: null,
        renewOn: null,
        certificate: { ...facts, notAfter: new Date('9999-12-31T23:59:59Z') },
      },
    ],
    ['does not count', { standing: 'dormant', certificate: facts }],
    ['is pending', { standing: 'pending', certificate: facts }],
    [
      'is ignored',
      {
        certificate: facts,
        ignoredBy: { match: { by: 'id', value: '7' }, reason: 'x', until: inDays(3) },
      },
    ],
  ] as const)('a certificate that %s has none', async (_what, change) => {
    expect(await readEvents(buildAudit({ certificates: [buildAudited(change)] }))).toEqual([]);
  });

  test('an expired certificate keeps its event', async () => {
    const expired = buildAudited({ severity: 'expired', certificate: { ...facts, notAfter: inDays(-3) } });
    const [event] = await readEvents(buildAudit({ certificates: [expired] }));
    expect(event?.start).toEqual(inDays(-3));
  });

  test('nobody is held up by one: they are transparent, and ring no alarm', async () => {
    const written = await writeReport('icalendar', buildAudit());
    expect(written).toContain('TRANSP:TRANSPARENT');
    expect(written).not.toContain('VALARM');
  });

  test.each([
    ['https://dash.example.com/a,b;c?d=1&e=2#f', 'https://dash.example.com/a%2Cb%3Bc?d=1&e=2#f'],
    ['javascript:alert(1)', null],
    ['https://user:password@dash.example.com/', null],
    ['no address', null],
  ])('the address %s is given as %s', async (consoleUrl, url) => {
    const [event] = await readEvents(buildAudit({ certificates: [buildAudited({ consoleUrl })] }));
    expect(event?.url).toBe(url);
    expect(event?.description.includes('Console:')).toBe(url !== null);
  });
});

describe('a later calendar takes the place of an earlier one', () => {
  const read = (overrides: Parameters<typeof buildAudited>[0], at = AUDITED_AT) =>
    readEvents(buildAudit({ at, certificates: [buildAudited({ certificate: facts, ...overrides })] }));

  test('an event keeps its name through everything but another certificate', async () => {
    const before = await read({});
    const after = await read(
      {
        severity: 'expired',
        reason: 'x',
        renewOn: inDays(-40),
        target: buildTarget({ name: 'renamed' }),
        certificate: { ...facts, id: '8', name: 'x' },
      },
      inDays(1),
    );
    expect(after.map(({ uid }) => uid)).toEqual(before.map(({ uid }) => uid));
    expect(new Set(before.map(({ uid }) => uid)).size).toBe(2);
    const other = await read({ certificate: { ...facts, fingerprint: 'EF' } });
    expect(other.map(({ uid }) => uid)).not.toEqual(before.map(({ uid }) => uid));
  });

  test('and its sequence grows', async () => {
    const [before] = await read({});
    const [after] = await read({}, new Date(AUDITED_AT.getTime() + 60_000));
    expect(after?.sequence).toBe((before?.sequence ?? 0) + 1);
    expect(after?.sequence).toBeLessThan(2 ** 31);
  });

  test('copies of one certificate have events of their own', async () => {
    const certificates = ['1', '2', '3'].map((id) => buildAudited({ certificate: { ...facts, id } }));
    const events = await readEvents(buildAudit({ certificates }));
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(6);
  });
});

test.each([
  'a, b; c',
  'back\\slash',
  'Zertifikat für München '.repeat(8).trim(),
  '証明書'.repeat(40),
  '🔐'.repeat(60),
])('the name %s is read as it was written', async (name) => {
  const [event] = await readEvents(
    buildAudit({ certificates: [buildAudited({ certificate: { ...facts, name } })] }),
  );
  expect(event?.summary).toBe(`Expires: ${name} (production gateway)`);
});

describe.each(HOSTILE_TEXTS)('hostile text: %s', (_what, text) => {
  test('makes no event and no property', async () => {
    const events = await readEvents(buildHostileAudit(text));
    expect(events).toHaveLength(4);
    const known = /^(?:uid|sequence|dtstamp|dtstart|dtend|summary|description|transp|categories|url)$/;
    expect(events.flatMap(({ properties }) => properties).filter((name) => !known.test(name))).toEqual([]);
    expect(events.filter(({ uid }) => !/^[0-9a-f]{32}(?:-2)?-(?:expiry|renewal)@certops$/.test(uid))).toEqual(
      [],
    );
  });
});
