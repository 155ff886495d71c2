import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { AuditReport } from '../../../src/operations/audit/audit-report.ts';
import { buildAudit, buildAudited, buildTarget, findingOf, inDays } from './build-audit.ts';
import { buildHostileAudit, HOSTILE_TEXTS } from './hostile-audit.ts';
import { parseCsv } from './parse-csv.ts';
import { writeReport } from './read-report.ts';

type Row = Readonly<Record<string, string>>;

async function readRows(report: AuditReport): Promise<readonly Row[]> {
  const [header = [], ...records] = parseCsv((await writeReport('csv', report)).slice(1));
  return records.map((fields) => {
    expect(fields).toHaveLength(header.length);
    return Object.fromEntries(header.map((name, index) => [name, fields[index] ?? '']));
  });
}

describe('the file', () => {
  test('begins with a byte order mark and a header', async () => {
    const written = await writeReport('csv', buildAudit());
    expect(written.startsWith('\ufeff"kind","verdict","severity",')).toBe(true);
  });

  test('has one header, however many rows there are', async () => {
    const certificates = Array.from({ length: 450 }, (_, index) =>
      buildAudited({ certificate: { id: String(index) } }),
    );
    const rows = await readRows(buildAudit({ certificates }));
    expect(rows.filter(({ kind }) => kind === 'certificate').map(({ id }) => id)).toEqual(
      certificates.map(({ certificate }) => certificate.id),
    );
    expect(rows.filter(({ kind }) => kind === 'kind')).toEqual([]);
  });

  test('has rows where there is no certificate', async () => {
    const rows = await readRows(buildAudit({ certificates: [], targets: [] }));
    expect(rows).toEqual([expect.objectContaining({ kind: 'audit', verdict: 'ok', count: '0' })]);
  });
});

describe('rows', () => {
  test('a certificate has its facts, its target’s contacts and its findings', async () => {
    const audited = buildAudited({
      certificate: {
        id: '216196257331372705',
        name: 'shop.example.com',
        sans: ['shop.example.com', 'www.example.com'],
        serialNumber: '0A:1B',
        inUse: false,
      },
      key: {
        kind: 'rsa',
        bits: 1024,
        publicKeySha256: 'ab',
        signatureAlgorithm: 'sha1',
        isCa: false,
        isSelfIssued: false,
      },
      usedBy: ['app shop', 'portal intranet'],
    });
    const findings = [
      findingOf(audited, { message: 'expires on 2026-11-28', mend: 'Renew it.' }),
      findingOf(audited, { rule: 'weak-key', verdict: 'warn', message: 'is weak.', mend: 'Replace it.' }),
    ];
    const [, , row] = await readRows(buildAudit({ certificates: [audited], findings }));
    expect(row).toMatchObject({
      kind: 'certificate',
      verdict: 'fail',
      severity: 'critical',
      standing: 'counted',
      daysLeft: '5',
      notAfter: '2026-11-28T06:00:00Z',
      target: 'production gateway',
      name: 'shop.example.com',
      rules: 'critical weak-key',
      findings: 'critical: expires on 2026-11-28. Renew it.; weak-key: is weak. Replace it.',
      owner: 'network team',
      runbook: 'https://wiki.example.com/rotate',
      id: '216196257331372705',
      sans: 'shop.example.com; www.example.com',
      inUse: 'false',
      usedBy: 'app shop; portal intranet',
      keyBits: '1024',
      isCa: 'false',
      updatedAt: '',
      ignoredReason: '',
    });
  });

  test('a finding of a target or of the audit is in its row', async () => {
    const rows = await readRows(
      buildAudit({
        certificates: [],
        targets: [
          {
            target: buildTarget({ name: 'warehouse' }),
            state: 'denied',
            trouble: { message: 'HTTP 403.', mend: 'Give the token Read.' },
            count: null,
            credentialExpiresOn: inDays(3),
            remarks: ['One.', 'Two.'],
          },
        ],
        findings: [
          {
            rule: 'unreadable',
            verdict: 'fail',
            message: 'was denied',
            mend: 'Mend it.',
            target: 'warehouse',
            certificate: null,
          },
          {
            rule: 'empty',
            verdict: 'warn',
            message: 'saw nothing',
            mend: 'Look.',
            target: null,
            certificate: null,
          },
          {
            rule: 'unreadable',
            verdict: 'warn',
            message: 'is not listed',
            mend: 'Look.',
            target: 'elsewhere',
            certificate: null,
          },
        ],
      }),
    );
    expect(rows).toMatchObject([
      { kind: 'audit', findings: 'empty: saw nothing. Look.; unreadable: is not listed. Look.' },
      {
        kind: 'target',
        verdict: 'fail',
        target: 'warehouse',
        state: 'denied',
        trouble: 'HTTP 403. Give the token Read.',
        count: '',
        credentialExpiresOn: '2026-11-26T06:00:00Z',
        remarks: 'One.; Two.',
        findings: 'unreadable: was denied. Mend it.',
      },
    ]);
  });

  test('an ignored certificate tells why, and until when', async () => {
    const rule = { match: { by: 'id', value: '1' }, reason: 'office closes', until: inDays(30) } as const;
    const rows = await readRows(
      buildAudit({
        certificates: [buildAudited({ severity: 'ignored', contribution: null, ignoredBy: rule })],
      }),
    );
    expect(rows.at(-1)).toMatchObject({
      verdict: '',
      severity: 'ignored',
      ignoredReason: 'office closes',
      ignoredUntil: '2026-12-23T06:00:00Z',
    });
  });
});

describe('formulas', () => {
  /** Whether a spreadsheet would calculate it, if it parted cells at any of the usual marks. */
  function isFormula(cell: string): boolean {
    return cell
      .split(/[,;\t]/)
      .some((part) => /^[\s"'`\p{Cf}]*[=+\-@＝＋－＠]/u.test(part) && !part.startsWith("'"));
  }

  async function writeName(name: string): Promise<string | undefined> {
    const rows = await readRows(buildAudit({ certificates: [buildAudited({ certificate: { name } })] }));
    return rows.at(-1)?.name;
  }

  test.each([
    [`=cmd|'/C calc'!A0`, `'=cmd|'/C calc'!A0`],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'=1"],
    ['\r\n=1', "'=1"],
    [' "=1', `'"=1`],
    ['\u200b=1', "'\u200b=1"],
    ['\uff1d1', "'\uff1d1"],
    ['a;=1', "a;'=1"],
    ['a, "@x', `a,' "@x`],
    ['CN=a-b+c,O=d@e', 'CN=a-b+c,O=d@e'],
    ["O'Neil", "O'Neil"],
  ])('%j is written %j', async (name, written) => {
    expect(await writeName(name)).toBe(written);
  });

  test('no cell is one, whatever the text', async () => {
    const pieces = fc.constantFrom(
      '=',
      '+',
      '-',
      '@',
      '"',
      "'",
      ' ',
      '\t',
      '\r',
      '\n',
      ',',
      ';',
      'a',
      '\u200b',
      '＝',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(pieces, { maxLength: 8 }), async (parts) => {
        const cell = await writeName(parts.join(''));
        return cell !== undefined && !isFormula(cell);
      }),
      { numRuns: 1000 },
    );
  });

  test.each(HOSTILE_TEXTS)('no cell is one: %s', async (_what, text) => {
    const rows = await readRows(buildHostileAudit(text));
    const cells = rows.flatMap((row) => Object.values(row));
    expect(cells.filter(isFormula)).toEqual([]);
  });

  test('a negative number stays a number', async () => {
    const expired = buildAudited({ severity: 'expired', certificate: { notAfter: inDays(-3) } });
    const written = await writeReport('csv', buildAudit({ certificates: [expired] }));
    expect(written).toContain('"certificate","fail","expired","counted",-3,"2026-11-20T06:00:00Z"');
  });

  test.each(HOSTILE_TEXTS)('no cell has a line break: %s', async (_what, text) => {
    const rows = await readRows(buildHostileAudit(text));
    expect(rows.map(({ kind }) => kind)).toEqual([
      'audit',
      'target',
      'target',
      ...Array(3).fill('certificate'),
    ]);
    expect(rows.flatMap((row) => Object.values(row)).filter((cell) => /[\r\n\t]/.test(cell))).toEqual([]);
  });
});
