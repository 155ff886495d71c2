import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Reader, startReader } from './browser.ts';
import { buildEstate, buildLarge } from './estate.ts';
import { ALL, expectRows, listNames, readHash, readStatus } from './table-reading.ts';

let reader: Reader;
beforeAll(async () => {
  reader = await startReader();
});
afterAll(() => reader?.close());

describe('keys', () => {
  test('sort by a column, then the other way round; what has no value stays last', async () => {
    const report = await reader.open(buildEstate());
    const { page } = report;
    const head = page.getByRole('columnheader', { name: 'Expires on' });
    await head.getByRole('button').focus();
    await page.keyboard.press('Enter');
    const byDate = [
      'portal.example.com',
      'legacy-erp',
      'checkout',
      'root 2019',
      'root 2021',
      'wiki.example.com',
    ];
    await expectRows(report, [...byDate, 'rig']);
    expect(await head.getAttribute('aria-sort')).toBe('ascending');
    expect(await page.locator('[aria-sort]').count()).toBe(1);
    await page.keyboard.press('Space');
    await expectRows(report, [...byDate.toReversed(), 'rig']);
    expect(await head.getAttribute('aria-sort')).toBe('descending');
    expect(readHash(page)).toBe('#sort=-expires');
  });

  test('reach every column', async () => {
    const { page, findTrouble } = await reader.open(buildEstate());
    const heads = await page.locator('#table thead button').all();
    expect(heads).toHaveLength(11);
    for (const head of heads) {
      await head.focus();
      await page.keyboard.press('Enter');
      expect((await listNames(page)).toSorted()).toEqual(ALL.toSorted());
    }
    expect(await findTrouble()).toEqual([]);
  });

  test('a slash begins a filter, Escape clears it', async () => {
    const report = await reader.open(buildEstate());
    const { page } = report;
    await page.keyboard.press('/');
    await page.keyboard.type('a/b');
    expect(await page.getByLabel('Text').inputValue()).toBe('a/b');
    await page.getByLabel('Counted only').check();
    await page.keyboard.press('Escape');
    expect(await page.getByLabel('Text').inputValue()).toBe('');
    expect(await page.getByLabel('Counted only').isChecked()).toBe(false);
    await expectRows(report, ALL);
    expect(readHash(page)).toBe('');
  });

  test('the first one leads past all else to the certificates', async () => {
    const { page } = await reader.open(buildEstate());
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the certificates');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.id')).toBe('query');
    expect(await listNames(page)).toEqual(ALL);
  });
});

describe('the address', () => {
  test('holds the view, so that it can be shared', async () => {
    const first = await reader.open(buildEstate());
    await first.page.getByLabel('Text').fill('example & more=');
    await first.page.getByLabel('Text').fill('example');
    await first.page.getByLabel('Target', { exact: true }).selectOption('ZPA');
    await first.page.getByRole('button', { name: 'Certificate' }).click();
    await first.page.getByRole('button', { name: 'Certificate' }).click();
    const { hash } = new URL(first.page.url());
    const second = await reader.open(buildEstate(), { hash });
    await expectRows(second, ['wiki.example.com', 'portal.example.com']);
    expect(await second.page.getByLabel('Text').inputValue()).toBe('example');
    expect(await second.page.getByLabel('Target', { exact: true }).inputValue()).toBe('ZPA');
    expect(await readStatus(second.page)).toBe('2 of 7 certificates match');
  });

  const odd: readonly (readonly [hash: string, found: readonly string[]])[] = [
    ['#findings', ALL],
    ['#severity=none&target=gone&provider=x&sort=constructor&page=-7', ALL],
    ['#sort=-severity&page=99', ALL.toReversed()],
    ['#q=%E0%A4%A', []],
    ['#q=<img src=x onerror=alert(1)>', []],
  ];
  for (const [hash, found] of odd) {
    test(`${hash} does no harm`, async () => {
      await expectRows(await reader.open(buildEstate(), { hash }), found);
    });
  }
});

describe('many certificates', () => {
  test('come in pages of 200', async () => {
    const report = await reader.open(buildLarge(450));
    const { page } = report;
    expect(await listNames(page)).toHaveLength(200);
    expect(await readStatus(page)).toBe('450 certificates, rows 1 to 200 shown');
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('button', { name: 'Next' }).click();
    expect((await listNames(page)).at(0)).toBe('client-400');
    expect(await readStatus(page)).toBe('450 certificates, rows 401 to 450 shown');
    expect(await page.getByRole('button', { name: 'Next' }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Previous' }).click();
    expect(readHash(page)).toBe('#page=2');
    await page.getByLabel('Target', { exact: true }).selectOption('ZPA');
    expect(await readStatus(page)).toBe('225 of 450 certificates match, rows 1 to 200 shown');
    expect(await report.findTrouble()).toEqual([]);
  });

  test('sort over all pages, and numbers in names by their value', async () => {
    const { page } = await reader.open(buildLarge(1200));
    await page.getByRole('button', { name: 'Certificate' }).click();
    expect((await listNames(page)).slice(0, 4)).toEqual(['client-0', 'client-1', 'client-2', 'client-3']);
    await page.getByRole('button', { name: 'Certificate' }).click();
    expect((await listNames(page)).at(0)).toBe('client-1199');
  });
});

test('the script makes the rows that the page came with', async () => {
  const { page } = await reader.open(buildEstate());
  const readBody = async () =>
    (await page.locator('#table tbody').innerHTML()).replaceAll('>\n<', '><').trim();
  const before = await readBody();
  await page.getByLabel('Text').fill('x');
  await page.getByLabel('Text').fill('');
  expect(await listNames(page)).toEqual(ALL);
  expect(await readBody()).toBe(before);
});
