import { describe, expect, test } from '@jest/globals';
import type { AuditedCertificate, AuditReport } from '../../../src/operations/audit/audit-report.ts';
import { writeAuditSummary } from '../../../src/report/audit/summary.ts';
import { buildHostileCertificate, HOSTILE } from '../hostile-text.ts';
import { buildAudit, buildAudited, buildTarget, findingOf, inDays } from './build-audit.ts';
import { expectInert } from './inert-summary.ts';

const REPORT = '/reports/certops-audit.html';
const write = (report: AuditReport, options: Partial<Parameters<typeof writeAuditSummary>[1]> = {}) =>
  writeAuditSummary(report, { reportPath: REPORT, ...options });
const rowsOf = (text: string) => text.split('\n').filter((line) => line.startsWith('|'));
/** The cells of a row; a pipe within a cell would add one. */
const cellsOf = (row: string) =>
  row
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
/** What stands from one text up to another. */
const between = (text: string, from: string, to: string) => {
  const start = text.indexOf(from);
  return start === -1 ? '' : text.slice(start, text.indexOf(to, start + from.length));
};
const urgentRows = (summary: string) => rowsOf(between(summary, 'To be replaced', '\n\n**')).slice(2);

const one = (name: string, days: number, facts: Parameters<typeof buildAudited>[0] = {}) =>
  buildAudited({
    ...facts,
    certificate: { name, id: `id-${name}`, notAfter: inDays(days), ...facts.certificate },
  });
const fine = { severity: 'ok', contribution: 'ok' } as const;
const expired = { severity: 'expired', contribution: 'fail' } as const;
const expiring = { severity: 'expiring', contribution: 'warn' } as const;

const many = (count: number, facts: (index: number) => AuditedCertificate) =>
  buildAudit({ certificates: Array.from({ length: count }, (_, index) => facts(index)) });

describe('the summary of an audit begins with', () => {
  const certificates = [one('a', -3, expired), one('b', 2), one('c', 20, expiring), one('d', 200, fine)];

  test('the verdict and the counts, in one line', () => {
    const [first] = write(buildAudit({ certificates })).split('\n');
    expect(first).toBe(
      '### 🔴 CertOps audit: fail · 1 expired, 1 critical, 1 expiring of 4 certificates in 1 target',
    );
  });

  test.each<[string, Parameters<typeof buildAudit>[0], RegExp]>([
    [
      'a warning',
      { certificates: [one('c', 20, expiring)] },
      /^### 🟡 CertOps audit: warn · 1 expiring of 1 certificate in 1 target$/m,
    ],
    [
      'what could not be read',
      { counts: { unreadable: 2, targets: 1200 } },
      /1,200 targets · 2 targets could not be read$/m,
    ],
    [
      'what has no date',
      { counts: { expiring: 0, critical: 0, undated: 1 } },
      /fail · 1 not yet valid or without a readable date of 1/,
    ],
    [
      'what does not count',
      { counts: { ignored: 3, dormant: 2, pending: 1 } },
      /3 ignored; 2 not counted.*; 1 pending/,
    ],
    ['a verdict that fails nothing', { failJob: false }, /`fail-job` is `false`.*does not fail the job/],
  ])('%s', (_, facts, expected) => {
    expect(write(buildAudit(facts))).toMatch(expected);
  });

  test('the issue that is kept, and what else went wrong', () => {
    const summary = write(buildAudit(), {
      issue: { url: 'https://github.example.com/o/r/issues/12', action: 'reopened' },
      warnings: ['The issue has no assignee.'],
    });
    expect(summary).toContain('[Issue 12](https://github.example.com/o/r/issues/12): reopened.');
    expect(summary).toContain('> ⚠️ The issue has no assignee.');
  });

  test('the targets that were not read, why, and what to do', () => {
    const trouble = { message: 'answered 403 (10000)', mend: 'Give the token Zero Trust Read.' };
    const denied = {
      target: buildTarget({ name: 'lab' }),
      state: 'denied',
      trouble,
      count: null,
      credentialExpiresOn: null,
      remarks: [],
    } as const;
    const summary = write(buildAudit({ targets: [denied] }));
    const [row = ''] = rowsOf(between(summary, 'Not read', '\n\n**')).slice(2);
    expect(cellsOf(row)).toEqual(['lab', '🔴&nbsp;denied', 'answered 403 &#40;10000&#41;', trouble.mend]);
    expect(summary.indexOf('Not read')).toBeLessThan(summary.indexOf('To be replaced'));
  });
});

describe('the table of what is to be replaced', () => {
  test('has those that need work only, in the order of the report; the others are folded away', () => {
    const certificates = [one('a', -3, expired), one('b', 2), one('c', 20, expiring), one('d', 200, fine)];
    const summary = write(buildAudit({ certificates }));
    expect(urgentRows(summary).map((row) => /\[(\w)\]/.exec(row)?.[1])).toEqual(['a', 'b', 'c']);
    const folded = between(
      summary,
      '<details><summary>Nothing to do now: 1 certificate</summary>',
      '</details>',
    );
    expect(rowsOf(folded)).toHaveLength(3);
    expect(folded).toContain('🟢&nbsp;ok | [d]');
  });

  test('says of a certificate how urgent it is, where it is, when it ends, who uses it and whom to ask', () => {
    const target = buildTarget({
      name: 'zpa',
      owner: 'platform',
      runbook: 'https://wiki.example.com/rotate',
    });
    const audited = one('portal', 5, {
      target,
      usedBy: ['app 1', 'app 2'],
      certificate: { inUse: true },
      consoleUrl: 'https://console.example.com/certificates/1',
    });
    const [row = ''] = urgentRows(write(buildAudit({ certificates: [audited] })));
    expect(cellsOf(row)).toEqual([
      '🔴&nbsp;critical',
      '[portal](https://console.example.com/certificates/1)',
      'zpa',
      '2026-11-28',
      '5&nbsp;d',
      '2026-10-29',
      'yes, by 2',
      'platform · [runbook](https://wiki.example.com/rotate)',
    ]);
  });

  test.each<[string, Parameters<typeof buildTarget>[0], string]>([
    [
      'no owner',
      { owner: null, runbook: 'https://wiki.example.com/' },
      '[runbook](https://wiki.example.com/)',
    ],
    ['no runbook', { owner: 'platform', runbook: null }, 'platform'],
    [
      'a runbook that is a sentence',
      { owner: 'platform', runbook: 'Ask the desk' },
      'platform · Ask the desk',
    ],
    [
      'a runbook that runs',
      { owner: null, runbook: 'javascript:alert(1)' },
      'javascript&#58;alert&#40;1&#41;',
    ],
  ])('with %s links what can be followed', (_, facts, expected) => {
    const certificates = [one('a', 5, { target: buildTarget(facts) })];
    const [row = ''] = urgentRows(write(buildAudit({ certificates })));
    expect(cellsOf(row).at(-1)).toBe(expected);
  });

  test('has no column that would be empty', () => {
    const target = buildTarget({ owner: null, runbook: null });
    const summary = write(buildAudit({ certificates: [one('a', 5, { target, renewOn: null })] }));
    const [head = ''] = rowsOf(between(summary, 'To be replaced', '\n\n**'));
    expect(cellsOf(head)).toEqual(['Severity', 'Name', 'Target', 'Expires on', 'Time left']);
  });
});

describe('the summary of an audit also tells', () => {
  test('findings beyond dates with what to do, and none of dates a second time', () => {
    const audited = one('a', 5);
    const findings = [
      findingOf(audited),
      findingOf(audited, {
        rule: 'weak-key',
        verdict: 'warn',
        message: 'has an RSA key of 1024 bits',
        mend: 'Make a new key.',
      }),
    ];
    const rows = rowsOf(
      between(write(buildAudit({ certificates: [audited], findings })), 'Also found', '\n\n**'),
    ).slice(2);
    expect(rows.map(cellsOf)).toEqual([
      [
        '🟡&nbsp;weak-key',
        '[a](https://dash.example.com/certificates) of production gateway',
        'has an RSA key of 1024 bits',
        'Make a new key.',
      ],
    ]);
  });

  test('what is ignored, why and until when', () => {
    const ignoredBy = {
      match: { by: 'id', value: 'id-a' },
      reason: 'shut down, OPS-7',
      until: inDays(10),
    } as const;
    const certificates = [one('b', 5), one('a', -1, { severity: 'ignored', contribution: null, ignoredBy })];
    const summary = write(buildAudit({ certificates }));
    const folded = between(summary, '<details><summary>Ignored: 1 certificate</summary>', '</details>');
    expect(cellsOf(rowsOf(folded)[2] ?? '').slice(2)).toEqual([
      '2026-11-22',
      'shut down, OPS-7',
      '2026-12-03',
    ]);
    expect(urgentRows(summary)).toHaveLength(1);
  });

  test('certificates that do not count, without calling them good or bad', () => {
    const certificates = [
      one('a', -9, { ...expired, standing: 'dormant', contribution: null }),
      one('b', 5, {
        severity: 'unknown',
        standing: 'pending',
        contribution: null,
        certificate: { notAfter: null },
      }),
    ];
    const folded = between(write(buildAudit({ certificates })), 'Nothing to do now', '</details>');
    expect(
      rowsOf(folded)
        .slice(2)
        .map((row) => cellsOf(row)[0]),
    ).toEqual(['⚪&nbsp;not&nbsp;counted', '⚪&nbsp;pending']);
  });

  test('the work ahead, and from when', () => {
    const workload = {
      leaves: 1200,
      now: 1825.4,
      atMost: [
        { days: 200, since: '2026-03-15', rotations: 3285 },
        { days: 100, since: '2027-03-15', rotations: 6570.2 },
      ],
    };
    const rows = rowsOf(between(write(buildAudit({ workload })), 'The work ahead', '\n\n<'));
    expect(rows.slice(2).map(cellsOf)).toEqual([
      ['as now', '1,825'],
      ['at most 200 days (since 2026-03-15)', '3,285'],
      ['at most 100 days (from 2027-03-15)', '6,570'],
    ]);
  });

  test('every target: state, how many certificates, thresholds; the unread ones first', () => {
    const day = 86_400_000;
    const own = buildTarget({
      name: 'own',
      provider: 'zscaler-zpa',
      failWithin: { milliseconds: 3 * day, percent: null },
      warnWithin: { milliseconds: 9 * day, percent: 20 },
    });
    const read = {
      state: 'read',
      trouble: null,
      credentialExpiresOn: null,
      remarks: ['A rule names no certificate.'],
    } as const;
    const targets = [
      { ...read, target: own, count: 1200 },
      { ...read, target: buildTarget({ name: 'authorities' }), count: 2 },
      {
        ...read,
        target: buildTarget({ name: 'leaves', provider: 'cloudflare-client' }),
        state: 'unreadable',
        count: null,
      },
    ] as const;
    const summary = write(buildAudit({ targets }));
    const rows = rowsOf(between(summary, 'Targets: 3', '</details>')).slice(2);
    expect(rows.map((row) => cellsOf(row).slice(0, 5))).toEqual([
      ['leaves', 'cloudflare-client', '🔴&nbsp;unreadable', '–', 'fail 7d 10%, warn 30d 33%'],
      ['own', 'zscaler-zpa', '🟢&nbsp;read', '1,200', 'fail 3d, warn 9d 20%'],
      ['authorities', 'cloudflare-gateway', '🟢&nbsp;read', '2', 'fail 60d 10%, warn 180d 33%'],
    ]);
    expect(summary).toContain('- own: A rule names no certificate.');
  });

  test('where the whole report is, and where there is none nothing of one', () => {
    expect(write(buildAudit())).toMatch(/The whole report: <code>.*certops-audit\.html<\/code>.*artifacts/);
    const without = write(
      many(900, (index) => one(`n${index}`, 5)),
      { reportPath: null },
    );
    expect(without).not.toContain('whole report');
    expect(without).toMatch(/… and 400 more\.$/m);
  });
});

describe('good news and no news', () => {
  test('a clean audit is short, and says what comes next', () => {
    const certificates = [one('next', 90, { ...fine, renewOn: inDays(60) }), one('later', 300, fine)];
    const summary = write(buildAudit({ certificates }));
    expect(summary).toMatch(/^### 🟢 CertOps audit: ok · 2 certificates in 1 target\n/);
    expect(summary).toMatch(
      /Nothing to do\. The next to expire is \[next\].* on 2027-02-21, in 90 d; .* 2027-01-22/,
    );
    expect(summary).not.toMatch(/To be replaced|Also found|Not read/);
  });

  test('a clean audit of what does not expire says so', () => {
    const forever = new Date('9999-12-31T23:59:59Z');
    const certificates = [one('root', 0, { ...fine, daysLeft: null, certificate: { notAfter: forever } })];
    expect(write(buildAudit({ certificates }))).toContain('none of them expires');
  });

  test('an empty audit says why and what to do', () => {
    const finding = {
      rule: 'empty',
      verdict: 'fail',
      message: 'No certificate was found in any target, and on-empty is fail',
      mend: 'Check the scopes.',
      target: null,
      certificate: null,
    } as const;
    const summary = write(buildAudit({ certificates: [], targets: [], findings: [finding] }));
    expect(summary).toMatch(
      /^### 🔴 CertOps audit: fail · No certificate was found in any target, and on-empty is fail\n/,
    );
    expect(summary).toContain('**What to do:** Check the scopes.');
  });

  test.each([
    [
      { certificates: [], counts: { targets: 2, unreadable: 2 } },
      /no certificate was read · 2 targets could not be read/,
    ],
    [{ certificates: [], findings: [] }, /ok · no certificate was found$/m],
    [
      { certificates: [one('a', -9, { standing: 'dormant', contribution: null })] },
      /none of 1 certificate counts &#40;0 ignored, 1 not in service, 0 pending&#41;/,
    ],
  ])('what did not count is said: %#', (facts, expected) => {
    expect(write(buildAudit(facts))).toMatch(expected);
  });
});

describe('however much there is, the summary', () => {
  const long = '|'.repeat(2000);
  const target = buildTarget({
    name: long,
    owner: long,
    runbook: `https://wiki.example.com/${'x'.repeat(1900)}`,
  });
  const huge = many(3000, (index) =>
    one(`${index}${long}`, index / 10, {
      target,
      consoleUrl: `https://dash.example.com/${'y'.repeat(1900)}`,
    }),
  );

  test.each([8_000, 30_000, 200_000, 1_000_000])('stays below %i octets, at whole rows', (maximumBytes) => {
    const summary = write(huge, { maximumBytes, warnings: Array.from({ length: 900 }, () => long) });
    expect(Buffer.byteLength(summary)).toBeLessThan(maximumBytes);
    const tables = summary.split('\n\n').filter((part) => part.startsWith('| '));
    for (const table of tables) expect(new Set(rowsOf(table).map((row) => cellsOf(row).length)).size).toBe(1);
    expect(summary.split('<details>').length).toBe(summary.split('</details>').length);
    expect(summary).toContain(REPORT);
  });

  test('stays below 1 MiB, and uses the room it has', () => {
    const summary = write(huge);
    const shown = urgentRows(summary).length;
    expect(Buffer.byteLength(summary)).toBeLessThan(1024 * 1024);
    expect(Buffer.byteLength(summary)).toBeGreaterThan(400_000);
    expect(summary).toContain(
      `… and ${(3000 - shown).toLocaleString('en-US')} more, in <code>${REPORT}</code>.`,
    );
  });

  test('says that a part did not fit', () => {
    expect(write(huge, { maximumBytes: 2_000 })).toMatch(/Some parts did not fit: the whole is in <code>/);
    expect(write(buildAudit())).not.toContain('did not fit');
  });

  test('shows 500 rows at most, the most urgent', () => {
    const summary = write(many(505, (index) => one(`n${index}.`, index)));
    expect(urgentRows(summary)).toHaveLength(500);
    expect(summary).toContain('[n499.]');
    expect(summary).not.toContain('[n500.]');
    expect(summary).toContain('… and 5 more, in ');
  });
});

describe('whatever a vendor or a targets file sends, the summary of an audit', () => {
  const target = buildTarget({ name: HOSTILE, owner: HOSTILE, runbook: HOSTILE });
  const ignoredBy = { match: { by: 'id', value: HOSTILE }, reason: HOSTILE, until: inDays(1) } as const;
  const hostile = (facts: Parameters<typeof buildAudited>[0] = {}) =>
    buildAudited({
      target,
      certificate: buildHostileCertificate({ notAfter: inDays(5) }),
      consoleUrl: HOSTILE,
      ...facts,
    });
  const linked = hostile({
    consoleUrl: `https://dash.example.com/?a=1&copy=2|)](${HOSTILE}`,
    usedBy: [HOSTILE],
  });
  const certificates = [
    hostile(),
    linked,
    hostile(fine),
    hostile({ severity: 'ignored', contribution: null, ignoredBy }),
  ];
  const trouble = { message: HOSTILE, mend: HOSTILE };
  const report = buildAudit({
    certificates,
    version: HOSTILE,
    failJob: false,
    targets: [
      { target, state: 'unreadable', trouble, count: null, credentialExpiresOn: null, remarks: [HOSTILE] },
    ],
    findings: [
      findingOf(linked, { rule: 'contradiction', message: HOSTILE, mend: HOSTILE }),
      findingOf(linked, {
        rule: 'ended-ignore',
        message: HOSTILE,
        mend: HOSTILE,
        certificate: null,
        target: HOSTILE,
      }),
      findingOf(linked, { rule: 'empty', message: HOSTILE, mend: HOSTILE, certificate: null, target: null }),
    ],
  });

  test('keeps it as text in its cells', () => {
    const summary = write(report, {
      reportPath: HOSTILE,
      warnings: [HOSTILE],
      issue: { url: `javascript:${HOSTILE}`, action: 'opened' },
    });
    expect(summary).toContain('octocat');
    expectInert(summary);
    for (const table of summary.split(/\n\n/).filter((part) => part.startsWith('| '))) {
      expect(new Set(rowsOf(table).map((row) => cellsOf(row).length)).size).toBe(1);
    }
  });

  test('keeps it as text where an empty verdict repeats it', () => {
    expectInert(write(buildAudit({ certificates: [], targets: [], findings: report.findings.slice(2) })));
  });
});
