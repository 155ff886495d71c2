import { describe, expect, test } from '@jest/globals';
import { writeTimeline } from '../../../src/report/audit/timeline.ts';
import { buildAudit, buildAudited, inDays } from './build-audit.ts';
import { HOSTILE_NAMES } from './hostile-names.ts';
import { findMermaid } from './inert-summary.ts';

type Facts = Parameters<typeof buildAudited>[0];

const fine = { severity: 'ok', contribution: 'ok' } as const;
const one = (name: string, days: number, facts: Facts = {}) =>
  buildAudited({ renewOn: inDays(days - 30), ...facts, certificate: { name, notAfter: inDays(days) } });
const draw = (
  certificates: readonly ReturnType<typeof one>[],
  facts: Parameters<typeof buildAudit>[0] = {},
) => findMermaid(writeTimeline(buildAudit({ certificates, ...facts })) ?? '') ?? '';
const linesOf = (mermaid: string) => mermaid.split('\n').map((line) => line.trim());
/** The bars, without what stands above them. */
const barsOf = (mermaid: string) => linesOf(mermaid).filter((line) => /, \d{4}-\d\d-\d\d$/.test(line));
const series = (count: number, facts: Facts = {}) =>
  Array.from({ length: count }, (_, index) => one(`n${index}`, index + 1, facts));

describe('the timeline of an audit', () => {
  test('has a bar for each certificate from when to renew it to its end, by severity', () => {
    const certificates = [
      one('portal', 5),
      one('vpn', 25, { severity: 'expiring', contribution: 'warn' }),
      one('intranet', 100, fine),
    ];
    expect(linesOf(draw(certificates)).slice(4)).toEqual([
      'section Critical',
      '5 d · portal :crit, 2026-10-29, 2026-11-28',
      'section Expiring',
      '25 d · vpn :active, 2026-11-18, 2026-12-18',
      'section Later',
      '100 d · intranet :2027-02-01, 2027-03-03',
    ]);
  });

  test.each<[string, number, Facts, string]>([
    ['has expired is drawn from its end to now', -12, { severity: 'expired' }, '2026-11-11, 2026-11-23'],
    [
      'expired long ago does not press the others together',
      -4000,
      { severity: 'expired' },
      '2026-10-24, 2026-11-23',
    ],
    ['was to be renewed long ago neither', 5, { renewOn: inDays(-900) }, '2026-10-24, 2026-11-28'],
    ['ends today is a day long', 0.1, { renewOn: null }, '2026-11-23, 2026-11-24'],
    ['has no date of renewal is drawn from now', 9, { renewOn: null }, '2026-11-23, 2026-12-02'],
  ])('what %s', (_, days, facts, expected) => {
    const [bar = ''] = barsOf(draw([one('a', days, facts)]));
    expect(bar.slice(bar.indexOf('crit, ') + 6)).toBe(expected);
  });

  test.each<[string, ReturnType<typeof one>]>([
    [
      'does not expire',
      buildAudited({ ...fine, certificate: { notAfter: new Date('9999-12-31T23:59:59Z') } }),
    ],
    ['has no date', buildAudited({ severity: 'unknown', certificate: { notAfter: null } })],
    ['ends in years', one('a', 900, fine)],
    ['is inactive', one('a', 5, { standing: 'dormant', contribution: null })],
    [
      'is ignored',
      one('a', 5, {
        severity: 'ignored',
        ignoredBy: { match: { by: 'id', value: 'a' }, reason: '', until: inDays(1) },
      }),
    ],
  ])('leaves out what %s', (_, certificate) => {
    expect(writeTimeline(buildAudit({ certificates: [certificate] }))).toBeNull();
    expect(barsOf(draw([certificate, one('b', 5)]))).toHaveLength(1);
  });

  test('counts by month what is too much to be drawn one by one', () => {
    expect(barsOf(draw(series(40)))).toHaveLength(40);
    const certificates = [
      one('x', -2, { severity: 'expired' }),
      one('y', -1, { severity: 'expired' }),
      ...series(39),
    ];
    expect(linesOf(draw([...certificates, one('z', 100)])).slice(3)).toEqual([
      'x-axis ["expired", "2026-11", "2026-12", "2027-01", "2027-02", "2027-03"]',
      'y-axis "certificates" 0 --> 31',
      'bar [2, 7, 31, 1, 0, 1]',
    ]);
  });

  test('looks two years ahead by month, and not further', () => {
    const months = draw(Array.from({ length: 2000 }, (_, index) => one('a', index, fine)));
    expect(months).toMatch(/x-axis \["expired", "2026-11", .*"2028-10"\]/);
    expect(/bar \[(.*)\]/.exec(months)?.[1]?.split(', ')).toHaveLength(25);
  });

  test('of a clean audit draws the next few, and else the months', () => {
    expect(barsOf(draw(series(12, fine)))).toHaveLength(12);
    expect(draw(series(13, fine))).toContain('xychart');
  });

  test.each(HOSTILE_NAMES)('holds %j as a name and nothing more', (name) => {
    const mermaid = draw([one('before', 1), one(name, 5), one('after', 6)]);
    const bars = barsOf(mermaid);
    expect(linesOf(mermaid)).toHaveLength(8);
    expect(bars).toHaveLength(3);
    expect(bars[1]).toMatch(/^5 d · [\p{L}\p{M}\p{N}._*@ …-]{1,40} :crit, 2026-10-29, 2026-11-28$/u);
  });

  test('shortens long names at whole characters', () => {
    const [bar = ''] = barsOf(draw([one('𝒳'.repeat(300), 5)]));
    expect(bar).toContain(`· ${'𝒳'.repeat(39)}… :`);
  });

  test('stays far below what Mermaid takes', () => {
    expect(draw(series(40).map((_, index) => one('n'.repeat(500), index))).length).toBeLessThan(10_000);
  });
});
