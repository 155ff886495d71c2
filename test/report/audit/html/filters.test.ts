import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Reader, startReader } from './browser.ts';
import { buildEstate, FINGERPRINT } from './estate.ts';
import { ALL, expectRows, listNames, readHash, readStatus } from './table-reading.ts';

let reader: Reader;
beforeAll(async () => {
  reader = await startReader();
});
afterAll(() => reader?.close());

describe('the filter by text', () => {
  const cases: readonly (readonly [by: string, text: string, found: readonly string[]])[] = [
    ['name', 'PORTAL', ['portal.example.com']],
    ['id', 'id-critical', ['checkout']],
    ['fingerprint', FINGERPRINT.slice(0, 20), ['checkout']],
    ['fingerprint without colons', FINGERPRINT.replaceAll(':', '').slice(8, 24).toLowerCase(), ['checkout']],
    ['subject alternative name', 'till.example', ['checkout']],
    ['owner', 'shop team', ['rig', 'checkout', 'legacy-erp']],
    ['target', 'zpa', ['portal.example.com', 'wiki.example.com']],
    ['provider', 'cloudflare-gateway', ['root 2021', 'root 2019']],
    ['issuer', 'issuing ca 7', ['checkout']],
    ['what uses it', 'vendors', ['portal.example.com']],
    ['finding', 'weak-key', ['checkout']],
    ['reason to ignore', 'old vpn', ['legacy-erp']],
    ['several words, in any order', 'example zpa wiki', ['wiki.example.com']],
  ];

  test('finds by everything that names a certificate', async () => {
    const report = await reader.open(buildEstate());
    await expectRows(report, ALL);
    for (const [by, text, found] of cases) {
      await report.page.getByLabel('Text').fill(text);
      expect([by, await listNames(report.page)]).toEqual([by, found]);
    }
    expect(await report.findTrouble()).toEqual([]);
  });

  test('says so where nothing matches', async () => {
    const { page } = await reader.open(buildEstate());
    await page.getByLabel('Text').fill('no such thing');
    expect(await listNames(page)).toEqual([]);
    expect(await readStatus(page)).toBe('None of 7 certificates matches');
  });
});

describe('each choice', () => {
  const cases = [
    ['Severity', 'critical', ['checkout'], '#severity=critical'],
    ['Severity', 'dormant', ['root 2019'], '#severity=dormant'],
    ['Provider', 'cloudflare-client', ['rig', 'checkout', 'legacy-erp'], '#provider=cloudflare-client'],
    ['Target', 'ZPA', ['portal.example.com', 'wiki.example.com'], '#target=ZPA'],
  ] as const;

  for (const [label, value, found, hash] of cases) {
    test(`${label} ${value} shows only those`, async () => {
      const report = await reader.open(buildEstate());
      await report.page.getByLabel(label, { exact: true }).selectOption(value);
      await expectRows(report, found);
      expect(readHash(report.page)).toBe(hash);
      expect(await readStatus(report.page)).toBe(
        `${found.length} of 7 certificates ${found.length === 1 ? 'matches' : 'match'}`,
      );
    });
  }

  test('counted only leaves out what the verdict is not about', async () => {
    const report = await reader.open(buildEstate());
    await report.page.getByLabel('Counted only').check();
    await expectRows(report, ALL.slice(0, 5));
  });

  test('adds to the others', async () => {
    const report = await reader.open(buildEstate());
    await report.page.getByLabel('Text').fill('example');
    await report.page.getByLabel('Target', { exact: true }).selectOption('ZPA');
    await report.page.getByLabel('Severity', { exact: true }).selectOption('ok');
    await expectRows(report, ['wiki.example.com']);
  });

  test('offers only what occurs, with its count', async () => {
    const { page } = await reader.open(buildEstate());
    expect(await page.locator('#severity option').allTextContents()).toEqual([
      'all',
      'expired (1)',
      'critical (1)',
      'expiring (1)',
      'unknown (1)',
      'ok (1)',
      'ignored (1)',
      'dormant (1)',
    ]);
  });
});

test('a tile shows the certificates that it counts', async () => {
  const report = await reader.open(buildEstate());
  await report.page.getByRole('link', { name: '1 expired' }).click();
  await report.page.locator('#table .name', { hasText: 'checkout' }).waitFor({ state: 'detached' });
  await expectRows(report, ['portal.example.com']);
  expect(await report.page.getByLabel('Severity', { exact: true }).inputValue()).toBe('expired');
});
