import { describe, expect, test } from '@jest/globals';
import { writeSummary } from '../../src/report/summary.ts';
import { buildCertificate } from '../certificate/build-certificate.ts';
import { buildReport, inDays } from './build-report.ts';
import { buildHostileCertificate, findControls, HOSTILE } from './hostile-text.ts';

const benign = buildCertificate({
  id: 'id-1',
  name: 'portal',
  status: 'available',
  type: 'custom',
  inUse: true,
  notAfter: inDays(10),
});
const rowsOf = (summary: string) => summary.split('\n').filter((line) => line.startsWith('|'));
/** The cells of a row; a pipe within a cell would add one. */
const cellsOf = (row: string) => row.split('|').slice(1, -1);

/** Nothing but the action's own tags and quote marks is left that Markdown or HTML would heed. */
function expectInert(summary: string): void {
  const foreign = summary
    .split('\n')
    .map((line) =>
      line
        .replace(/^> ⚠️ /, '')
        .replace(/^### /, '')
        .replaceAll('**', '')
        .replace(/<code>([^<]*)<\/code>/g, '$1'),
    )
    .join('\n');
  expect(foreign.replace(/&(amp|lt|gt|#\d+);/g, '')).not.toMatch(/[<>`*_[\]@~!\\&$]|:\/\/|www\./i);
  expect(foreign).not.toMatch(/^\s*(::|#|```)/m);
  expect(foreign).not.toContain('##[');
  expect(findControls(foreign)).toBeNull();
}

describe('the job summary', () => {
  test('tells the verdict before the table', () => {
    const summary = writeSummary(buildReport([benign], { failWithinDays: 30 }), '/files/certificates.json');
    expect(summary).toMatch(/list · cloudflare-gateway.*Verdict: fail.*1 expiring.*\| Severity.*id-1/s);
  });

  test('lists the most urgent first', () => {
    const certificates = [50, 10, 30].map((days) =>
      buildCertificate({ id: `id-${days}`, notAfter: inDays(days) }),
    );
    const summary = writeSummary(buildReport(certificates), null);
    expect(
      rowsOf(summary)
        .slice(2)
        .map((row) => /id-\d+/.exec(row)?.[0]),
    ).toEqual(['id-10', 'id-30', 'id-50']);
  });

  test('shows what is not known as a dash, never as good news', () => {
    const summary = writeSummary(
      buildReport([buildCertificate({ id: 'id-1' }), benign], { failWithinDays: 1 }),
      null,
    );
    const row = rowsOf(summary).find((line) => line.includes('id-1')) ?? '';
    expect(row).toMatch(/unknown/);
    expect(row).not.toMatch(/🟢|\bno\b|\byes\b/);
  });

  test('cuts the table at 500 rows, and says where the others are', () => {
    const certificates = Array.from({ length: 505 }, (_, index) =>
      buildCertificate({ id: `id-${index}`, notAfter: inDays(index + 1) }),
    );
    const summary = writeSummary(buildReport(certificates), '/files/certificates.json');
    expect(rowsOf(summary)).toHaveLength(502);
    expect(summary).toContain('id-499<');
    expect(summary).not.toContain('id-500<');
    expect(summary).toMatch(/5 more, in .*certificates\.json/);
  });

  test('stays below the size that is shown, whatever the certificates hold', () => {
    const long = '|'.repeat(1000);
    const certificates = Array.from({ length: 600 }, (_, index) =>
      buildHostileCertificate({ id: `${index}${long}`, name: long, status: long, notAfter: inDays(index) }),
    );
    const summary = writeSummary(buildReport(certificates, { failWithinDays: 30 }), null);
    const shown = rowsOf(summary).length - 2;
    expect(Buffer.byteLength(summary)).toBeLessThan(1024 * 1024);
    expect(shown).toBeGreaterThan(100);
    expect(summary).toContain(`and ${600 - shown} more`);
  });
});

describe('whatever a vendor sends, the job summary', () => {
  test('keeps a hostile certificate in its cells', () => {
    const certificates = [buildHostileCertificate({ notAfter: inDays(5) }), benign];
    const summary = writeSummary(buildReport(certificates, { failWithinDays: 30 }), null);
    const rows = rowsOf(summary);
    expect(rows).toHaveLength(4);
    expect(rows.map((row) => cellsOf(row).length)).toEqual(rows.map(() => cellsOf(rows[0] ?? '').length));
    expectInert(summary);
  });

  test('keeps hostile inputs, failures, warnings, calls and remarks as text', () => {
    const report = buildReport([], {
      operation: HOSTILE,
      provider: HOSTILE,
      scope: HOSTILE,
      failure: { message: `one\n- ${HOSTILE}\n${HOSTILE}`, mend: HOSTILE },
      outcome: {
        warnings: [HOSTILE],
        planned: [{ method: 'POST', path: `/${HOSTILE}`, json: { x: HOSTILE }, retry: 'unsent' }],
        check: {
          read: 'proved',
          write: 'unknown',
          credentialStatus: HOSTILE,
          credentialExpiresOn: null,
          count: 1,
          remarks: [HOSTILE],
        },
      },
    });
    const summary = writeSummary(report, HOSTILE);
    expect(summary).toContain('octocat');
    expectInert(
      summary
        .split('\n')
        // Items of a list that were hostile lines: the hyphens are the action's own.
        .map((line) => line.replace(/^- /, ''))
        .join('\n'),
    );
  });
});

describe('a failure of several lines', () => {
  const failure = {
    message: 'Refused to delete certificate id-1:\n- it is in use (id-1)\n- it is the last one (id-1)',
    mend: 'Follow the advice above.',
  };

  test('is a sentence, a list and what to do', () => {
    const lines = writeSummary(buildReport([], { failure }), null).split('\n');
    const start = lines.findIndex((line) => line.startsWith('**Failed:** Refused'));
    expect(lines.slice(start, start + 6)).toEqual([
      expect.stringMatching(/certificate id-1&#58;$/),
      '',
      expect.stringMatching(/^- it is in use/),
      expect.stringMatching(/^- it is the last one/),
      '',
      expect.stringMatching(/^\*\*What to do:\*\* Follow the advice/),
    ]);
  });

  test('comes before the certificates that it speaks of', () => {
    const summary = writeSummary(buildReport([benign], { failure }), null);
    expect(summary.indexOf('Failed')).toBeLessThan(summary.indexOf('| Severity'));
  });
});
