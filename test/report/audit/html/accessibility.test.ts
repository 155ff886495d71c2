import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildAudit } from '../build-audit.ts';
import { type Reader, startReader } from './browser.ts';
import { buildEstate, buildLarge } from './estate.ts';
import { buildHostilePage } from './hostile-page.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Each broken rule, with the first elements that break it. */
const SCAN = `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
  violations.map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map(({ html }) => html.slice(0, 200)).join(' | ')))`;
const WIDE = { width: 1440, height: 900 };
const NARROW = { width: 360, height: 740 };

let reader: Reader;
beforeAll(async () => {
  reader = await startReader();
});
afterAll(() => reader?.close());

const LIGHT_AND_WIDE = { colorScheme: 'light', viewport: WIDE } as const;
const DARK_AND_NARROW = { colorScheme: 'dark', viewport: NARROW } as const;
const LOOKS = [
  LIGHT_AND_WIDE,
  DARK_AND_NARROW,
  { ...LIGHT_AND_WIDE, viewport: NARROW },
  { ...DARK_AND_NARROW, viewport: WIDE },
] as const;

const cases = [
  { name: 'an estate with everything', report: buildEstate(), looks: LOOKS },
  { name: 'one without certificates', report: buildLarge(0), looks: LOOKS },
  { name: 'a large one', report: buildLarge(300), looks: [LIGHT_AND_WIDE] },
  { name: 'a hostile one', report: buildHostilePage(), looks: [DARK_AND_NARROW] },
];

for (const { name, report, looks } of cases) {
  describe(name, () => {
    for (const look of looks) {
      test(`breaks no rule of axe, ${look.colorScheme} and ${look.viewport.width} pixels wide`, async () => {
        // The policy would keep axe out too; another test holds that it stands.
        const { page } = await reader.open(report, { ...look, bypassCSP: true });
        await page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
        await page.evaluate(AXE);
        expect(await page.evaluate(SCAN)).toEqual([]);
      });
    }

    test('is no wider than a narrow window, though its tables may scroll', async () => {
      const { page } = await reader.open(report, { viewport: NARROW });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(NARROW.width);
    });
  });
}

test('headings are in order, and each section has one', async () => {
  const { page } = await reader.open(buildEstate());
  const levels = await page.evaluate<readonly number[]>(
    "[...document.querySelectorAll('h1, h2, h3')].map((one) => Number(one.localName[1]))",
  );
  expect(levels[0]).toBe(1);
  expect(levels.filter((level) => level === 1)).toHaveLength(1);
  expect(levels.every((level, index) => level <= (levels[index - 1] ?? 0) + 1)).toBe(true);
  expect(await page.locator('section:not(:has(> h2))').count()).toBe(0);
});

test('every table has a caption and heads for its columns and rows', async () => {
  const { page } = await reader.open(buildEstate());
  const tables = await page.locator('table').all();
  expect(tables).toHaveLength(5);
  for (const table of tables) {
    expect(await table.locator('caption').textContent()).toMatch(/\w/);
    expect(await table.locator('thead th:not([scope=col])').count()).toBe(0);
    expect(await table.locator('tbody tr:not(:has(> th[scope=row]))').count()).toBe(0);
  }
});

test('what scrolls can be reached and has a name', async () => {
  const { page } = await reader.open(buildEstate());
  for (const region of await page.locator('.scroll').all()) {
    expect(await region.getAttribute('tabindex')).toBe('0');
    expect(
      (await region.getAttribute('aria-labelledby')) ?? (await region.getAttribute('aria-label')),
    ).toBeTruthy();
  }
});

test('what has the focus is seen', async () => {
  const { page } = await reader.open(buildEstate());
  const seen = `(() => { const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement); return outlineStyle + ' ' + outlineWidth; })()`;
  for (let stop = 0; stop < 40; stop += 1) {
    await page.keyboard.press('Tab');
    expect(await page.evaluate(seen)).toBe('solid 2px');
  }
});

test('the verdict and each state are told by word and shape, not by colour alone', async () => {
  const { page } = await reader.open(buildEstate(), { forcedColors: 'active' });
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Verdict: fail');
  expect(await page.locator('.verdict .mark use').getAttribute('href')).toBe('#i-expired');
  for (const state of await page.locator('#table .state').all()) {
    const word = await state.textContent();
    expect(await state.locator('use').getAttribute('href')).toBe(`#i-${word}`);
    expect(await page.locator(`symbol#i-${word}`).count()).toBe(1);
  }
});

test('it moves nothing for those who want no motion', async () => {
  const { page } = await reader.open(buildAudit(), { reducedMotion: 'reduce' });
  expect(await page.evaluate('getComputedStyle(document.documentElement).scrollBehavior')).toBe('auto');
});
