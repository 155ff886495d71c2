import { describe, expect, test } from '@jest/globals';
import { judge } from '../../src/certificate/expiry.ts';
import { inertLines } from '../../src/report/inert.ts';
import { writeLogTable } from '../../src/report/log-table.ts';
import { buildCertificate } from '../certificate/build-certificate.ts';
import { buildReport, inDays, NOW } from './build-report.ts';
import { buildHostileCertificate, findControls } from './hostile-text.ts';

const tableOf = (certificates: Parameters<typeof buildReport>[0], failWithinDays: number | null = null) =>
  writeLogTable(buildReport(certificates, { failWithinDays }).judged.judgements).split('\n');

describe('the table of the log', () => {
  test('has a line for each certificate, its columns one below the other', () => {
    const lines = tableOf(
      [
        buildCertificate({ id: 'id-1', status: 'available', inUse: true, notAfter: inDays(9) }),
        buildCertificate({ id: 'id-22', status: 'pending_deployment', inUse: false, notAfter: inDays(400) }),
        buildCertificate({ id: 'id-333', status: null, inUse: null, notAfter: inDays(-2) }),
      ],
      30,
    );
    expect(lines).toHaveLength(4);
    const places = lines.map((line) => line.search(/id(-\d+)?$/));
    expect(new Set(places).size).toBe(1);
    expect(lines[1]).toMatch(/^expired .* –.*expired 2 d ago/);
    expect(lines[2]).toMatch(/^critical +available +yes .* 9 d/);
    expect(lines[3]).toMatch(/^ok +pending_deployment +no .* 400 d/);
  });

  test('says nothing of severity where no threshold was given', () => {
    const [, line] = tableOf([buildCertificate({ id: 'id-1', notAfter: inDays(1) })]);
    expect(line).toMatch(/^– /);
  });

  test('says what does not expire, and what has no date', () => {
    const lines = tableOf([
      buildCertificate({ id: 'id-1', notAfter: new Date('9999-12-31T23:59:59Z') }),
      buildCertificate({ id: 'id-2' }),
    ]);
    expect(lines.find((line) => line.endsWith('id-1'))).toContain('does not expire');
    expect(lines.find((line) => line.endsWith('id-2'))).toMatch(/unknown/);
  });

  test('leaves out what is too much for a log, and says how much', () => {
    const lines = tableOf(Array.from({ length: 60 }, (_, index) => buildCertificate({ id: `id-${index}` })));
    expect(lines).toHaveLength(52);
    expect(lines.at(-1)).toContain('10 more');
  });

  test('keeps a hostile certificate on its line, and no line a command', () => {
    const hostile = Array.from({ length: 3 }, () => buildHostileCertificate({ notAfter: inDays(1) }));
    const { judgements } = judge(
      hostile,
      { failWithin: null, warnWithin: null, onEmpty: 'fail', counts: () => true },
      NOW,
    );
    const printed = inertLines(writeLogTable(judgements));
    const lines = printed.split('\n');
    expect(lines).toHaveLength(4);
    expect(findControls(printed)).toBeNull();
    expect(lines.filter((line) => line.trimStart().startsWith('::') || line.includes('##['))).toEqual([]);
  });
});
