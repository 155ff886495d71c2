import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Reader, startReader } from './browser.ts';
import { buildEstate, buildLarge } from './estate.ts';
import { listNames } from './table-reading.ts';

let reader: Reader;
beforeAll(async () => {
  reader = await startReader();
});
afterAll(() => reader?.close());

describe('without scripts', () => {
  test('the 1,000 most urgent are shown, with a word on where the rest is', async () => {
    const { page } = await reader.open(buildLarge(1001), { javaScriptEnabled: false });
    expect(await page.locator('#table tbody tr:visible').count()).toBe(1000);
    expect(await page.locator('#certificates noscript').textContent()).toMatch(
      /1,000 most urgent of 1,001 certificates .* CSV and JSON/,
    );
  });

  test('everything is shown, and nothing that would not work', async () => {
    const { page } = await reader.open(buildEstate(), { javaScriptEnabled: false });
    expect(await page.locator('#table tbody tr:visible').count()).toBe(7);
    expect(await page.locator('h2:visible').count()).toBe(7);
    expect(await page.getByRole('combobox').count()).toBe(0);
    expect(await page.getByRole('button').count()).toBe(0);
    expect(await page.locator('#certificates noscript p').isVisible()).toBe(true);
  });
});

describe('in print', () => {
  test('all that match are there, not one page of them', async () => {
    const { page } = await reader.open(buildLarge(450));
    await page.getByLabel('Target', { exact: true }).selectOption('ZPA');
    await page.evaluate(
      "addEventListener('beforeprint', () => { window.printed = [document.querySelectorAll('#table tbody tr').length, document.getElementById('status').textContent]; })",
    );
    await page.pdf({ preferCSSPageSize: true });
    expect(await page.evaluate('window.printed')).toEqual([225, '225 of 450 certificates match']);
    expect(await listNames(page)).toHaveLength(200);
  });

  test('the controls are gone, and links can be read', async () => {
    const { page } = await reader.open(buildEstate());
    await page.emulateMedia({ media: 'print' });
    for (const gone of ['#filters', '.contents', '.skip', 'details', '.keys']) {
      expect([gone, await page.locator(gone).first().isVisible()]).toEqual([gone, false]);
    }
    expect(await page.locator('#table tbody tr:visible').count()).toBe(7);
    const after = await page.evaluate(
      "getComputedStyle(document.querySelector('.verdict a'), '::after').content",
    );
    expect(after).toContain('https://github.example.com/example/infrastructure/actions/runs/1');
  });

  test('nothing is cut off at the edge of the paper', async () => {
    // A4 across, less its margins.
    const { page } = await reader.open(buildEstate(), { viewport: { width: 1032, height: 700 } });
    await page.emulateMedia({ media: 'print' });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(1032);
  });
});
