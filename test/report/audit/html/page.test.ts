import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { AuditReport } from '../../../../src/operations/audit/audit-report.ts';
import { buildAudit, buildAudited, findingOf, inDays } from '../build-audit.ts';
import { type Reader, readText, startReader } from './browser.ts';
import { buildEstate, buildLarge, SANDBOX, SHOP } from './estate.ts';

let reader: Reader;
beforeAll(async () => {
  reader = await startReader();
});
afterAll(() => reader?.close());

describe('the head', () => {
  test('leads with the verdict, what was found, when, and the run', async () => {
    const { page } = await reader.open(buildEstate());
    expect(await page.title()).toBe('fail: expiry audit of 2026-11-23, CertOps');
    expect(await readText(page, '.verdict')).toMatch(
      /Verdict: fail .*1 expired, 1 critical, 1 expiring, 1 not yet valid or without a readable date of 5 certificates that count, in 4 targets\. 3 other findings\..*Judged 2026-11-23 06:00 UTC.*Incomplete/,
    );
    const run = page.getByRole('link', { name: 'Expiry audit of example/infrastructure' });
    expect(await run.getAttribute('href')).toBe(
      'https://github.example.com/example/infrastructure/actions/runs/1',
    );
  });

  test('counts every state that occurs, and those that one hopes not to see', async () => {
    const { page } = await reader.open(buildEstate());
    expect(await page.locator('.tile').allTextContents()).toEqual([
      '5counted, of 7',
      '1expired',
      '1critical',
      '1expiring',
      '1unknown',
      '1ok',
      '1ignored',
      '1dormant',
      '4targets, 1 not read',
    ]);
  });

  const cases: readonly (readonly [name: string, report: AuditReport, told: RegExp])[] = [
    [
      'good news, with what comes next',
      buildAudit({
        certificates: [
          buildAudited({
            certificate: { name: 'wiki', notAfter: inDays(90) },
            severity: 'ok',
            contribution: 'ok',
            renewOn: inDays(60),
          }),
        ],
      }),
      /Verdict: ok Nothing to do\. None of 1 certificate that counts, in 1 target, is near its end\. Next to renew: wiki of production gateway, from 2027-01-22 on\./,
    ],
    ['a warning', buildAudit({ verdict: 'warn' }), /Verdict: warn Something is to be planned\./],
    ['that nothing was read', buildAudit({ certificates: [], targets: [] }), /No certificate was found\./],
    [
      'that nothing counts',
      buildAudit({ certificates: [buildAudited({ standing: 'dormant', contribution: null })] }),
      /None of 1 certificate counts \(0 ignored, 1 not in service, 0 pending\)\./,
    ],
    [
      'that it does not fail the job',
      buildAudit({ failJob: false }),
      /fail-job is false: this verdict does not fail/,
    ],
    ['no run where there was none', buildAudit({ run: null }), /Judged 2026-11-23 06:00 UTC$/],
  ];
  for (const [name, report, told] of cases) {
    test(`tells ${name}`, async () => {
      expect(await readText((await reader.open(report)).page, '.verdict')).toMatch(told);
    });
  }
});

test('the parts come in the order of what is to be done about them', async () => {
  const { page } = await reader.open(buildEstate());
  expect(await page.locator('h2').allTextContents()).toEqual([
    'Not read, and so not watched',
    'Other findings',
    'Timeline',
    'Certificates',
    'Ignored',
    'The work ahead',
    'Targets',
  ]);
});

test('parts that have nothing to say are left out', async () => {
  const { page } = await reader.open(buildAudit({ certificates: [] }));
  expect(await page.locator('h2').allTextContents()).toEqual(['Timeline', 'Certificates', 'Targets']);
});

describe('what could not be read', () => {
  test('is told with why and how to mend it', async () => {
    expect(await readText((await reader.open(buildEstate())).page, '#unread')).toMatch(
      /1 target of 4 could not be read.*Denied.*sandbox.*HTTP 403of the vendor.*What to do Give the token the permission to read\./,
    );
  });

  test('is told once for all that it is alike for', async () => {
    const trouble = { message: 'no route to host', mend: null };
    const targets = Array.from({ length: 120 }, (_, index) => ({
      target: { ...SANDBOX, name: `target ${index}` },
      ...{ state: 'unreadable' as const, trouble, count: null, credentialExpiresOn: null, remarks: [] },
    }));
    const { page } = await reader.open(buildAudit({ targets }));
    expect(await page.locator('#unread article').count()).toBe(1);
    expect(await readText(page, '#unread')).toMatch(
      /Unreadable 120.*target 0.*and 70 more.*no route to host/,
    );
  });
});

describe('other findings', () => {
  test('are told by rule, each with its certificate and what to do', async () => {
    const { page } = await reader.open(buildEstate());
    expect(await page.locator('#findings h3').allTextContents()).toEqual([
      'Without a date that can be judged 1',
      'Expired and still in use 1',
      'Weak keys 1',
    ]);
    expect(await readText(page, '#findings')).toMatch(
      /fail, expired-in-use portal\.example\.com of ZPA has expired and is still referred to What to do Put a valid/,
    );
  });

  test('are shortened where they are many', async () => {
    const { certificates } = buildLarge(60);
    const findings = certificates.map((one) => findingOf(one, { rule: 'weak-key', verdict: 'warn' }));
    expect(
      await readText((await reader.open(buildAudit({ certificates, findings }))).page, '#findings'),
    ).toMatch(/Weak keys 60.*client-49.*and 10 more, in the CSV and JSON reports/);
  });
});

describe('a row', () => {
  test('tells all that is known of a certificate', async () => {
    const { page } = await reader.open(buildEstate());
    const row = page.locator('#table tbody tr', { hasText: 'checkout' });
    expect((await row.locator('th, td').allTextContents()).map((text) => text.trim())).toEqual([
      'criticalweak-key',
      'checkoutcheckout.example.com, pay.example.com and 1 more',
      'shop mTLScloudflare-client Console',
      '2026-11-2806:00',
      '5 d',
      '2026-10-2906:00',
      '–',
      'shop teamask in #shop',
      'CN=Issuing CA 7',
      'RSA 1024sha256WithRSAEncryption',
      expect.stringMatching(/^10:11:12:.*:2Fid-critical$/),
    ]);
    const console = row.getByRole('link', { name: 'Console' });
    expect(await console.getAttribute('href')).toBe('https://dash.example.com/certificates');
    // Five days of ninety are left; the window began at thirty.
    expect(await row.locator('.bar .fill').getAttribute('width')).toBe('6');
    expect(await row.locator('.bar .tick').getAttribute('x')).toBe('33');
  });

  test('tells what uses it', async () => {
    const { page } = await reader.open(buildEstate());
    const cell = page.locator('#table tbody tr', { hasText: 'portal.example.com' }).locator('td').nth(5);
    expect(await cell.textContent()).toBe(
      'yesapp segment: portal, PRA portal: vendors, user portal: Europe and 1 more',
    );
  });

  test('tells why it cannot be judged, is ignored or does not count', async () => {
    const { page } = await reader.open(buildEstate());
    const firstOf = (name: string) =>
      page.locator('#table tbody tr', { hasText: name }).locator('td').first();
    expect(await firstOf('rig').textContent()).toBe('unknownits notAfter is missing or cannot be read');
    expect(await firstOf('legacy-erp').textContent()).toBe(
      'ignoreduntil 2027-01-31T06:00:00Z: switched off with the old VPN',
    );
    expect(await firstOf('root 2019').textContent()).toBe('dormantinactive');
  });
});

test('what is ignored is told by rule, with reason and end', async () => {
  const { page } = await reader.open(buildEstate());
  expect(await page.locator('#ignored tbody').locator('th, td').allTextContents()).toEqual([
    'name legacy-*',
    'shop mTLS',
    '1legacy-erp',
    'switched off with the old VPN',
    '2027-01-31',
  ]);
});

test('the work ahead is told for each limit, with its date and what is assumed', async () => {
  const { page } = await reader.open(buildEstate());
  expect(await readText(page, '#workload')).toMatch(
    /5 leaf certificates.*when a third of its life is left.*public TLS/,
  );
  const rows = await page.locator('#workload tbody tr').allTextContents();
  expect(rows.map((row) => row.trim())).toEqual([
    'as now–5× 1',
    'at most 200 dayssince 2026-03-1514× 2.7',
    'at most 100 daysfrom 2027-03-1528× 5.5',
    'at most 47 daysfrom 2029-03-1558× 12',
  ]);
});

describe('targets', () => {
  test('are listed with state, policy, credential, owner and remarks', async () => {
    const { page } = await reader.open(buildEstate());
    const row = (name: string) => page.locator('#targets tbody tr', { hasText: name });
    expect(await row('shop mTLS').textContent()).toMatch(
      /cloudflare-client.*read.*7d 10%.*CA: 60d 10%.*30d 33%.*CA: 180d 33%.*all in service.*2026-12-09.*shop team.*The rule for name x/,
    );
    expect(await row('sandbox').textContent()).toMatch(/denied.*HTTP 403of the vendor/);
    const runbook = row('production gateway').getByRole('link', { name: 'Runbook' });
    expect(await runbook.getAttribute('href')).toBe('https://wiki.example.com/rotate');
  });

  test('show the thresholds and filters that they give', async () => {
    const target = {
      ...SHOP,
      failWithin: { milliseconds: 14 * 86_400_000, percent: null },
      onlyInUse: true,
      types: ['custom'],
      filter: { statuses: ['active'], inUse: null, search: null },
    };
    const report = buildAudit({ certificates: [buildAudited({ target })] });
    expect(await readText((await reader.open(report)).page, '#targets tbody')).toMatch(
      /14d.*30d 33%.*in use; status active; type custom/,
    );
  });
});
