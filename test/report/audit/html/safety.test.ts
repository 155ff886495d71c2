import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { writeHtml } from '../../../../src/report/audit/html/write-html.ts';
import { findControls } from '../../hostile-text.ts';
import { buildAudit, buildAudited, buildTarget } from '../build-audit.ts';
import { type OpenReport, type Reader, startReader } from './browser.ts';
import { buildEstate } from './estate.ts';
import { buildHostilePage, HOSTILE_ADDRESSES } from './hostile-page.ts';

let reader: Reader;
beforeAll(async () => {
  reader = await startReader();
});
afterAll(() => reader?.close());

const hash = (text: string | undefined) =>
  createHash('sha256')
    .update(text ?? '')
    .digest('base64');
const readPolicy = (html: string) =>
  /Security-Policy" content="([^"]*)"/.exec(html)?.[1]?.replaceAll('&#39;', "'");

/** Uses all there is to use: every filter, column, tile and key, and the printer. */
async function useAll({ page }: OpenReport): Promise<void> {
  await page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
  for (const select of await page.getByRole('combobox').all()) {
    for (const index of (await select.locator('option').all()).keys()) await select.selectOption({ index });
    await select.selectOption({ index: 0 });
  }
  for (const head of await page.locator('#table thead button').all()) await head.click();
  for (const tile of await page.locator('.tile a').all()) await tile.click();
  await page.keyboard.press('Escape');
  await page.getByLabel('Text').fill('<img src=x onerror=window.hacked=1>');
  await page.getByLabel('Text').fill('');
  await page.pdf();
}

describe('the content policy', () => {
  test('allows the one style and the one script of the page by their hashes, and nothing else', () => {
    const html = [...writeHtml(buildEstate())].join('');
    const style = /<style>(.*?)<\/style>/s.exec(html)?.[1];
    const script = /<script type="module">(.*?)<\/script>/s.exec(html)?.[1];
    expect(readPolicy(html)?.split('; ')).toEqual([
      "default-src 'none'",
      `style-src 'sha256-${hash(style)}'`,
      `script-src 'sha256-${hash(script)}'`,
      'img-src data:',
      "base-uri 'none'",
      "form-action 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ]);
  });

  test('stands before anything that it is about', () => {
    const html = [...writeHtml(buildHostilePage())].join('');
    expect(html.indexOf('Content-Security-Policy')).toBeLessThan(
      html.search(/<(title|style|script|link|body)/),
    );
  });

  test('is what keeps a script out that would be in the page', async () => {
    const { page, findTrouble } = await reader.open(buildEstate());
    await page.evaluate(
      "document.body.append(Object.assign(document.createElement('img'), { src: 'https://evil.example/x.png' }))",
    );
    await expect(page.evaluate("document.body.innerHTML = '<b>x</b>'")).rejects.toThrow('TrustedHTML');
    expect((await findTrouble()).join('\n')).toMatch(/img-src https:\/\/evil/);
  });
});

describe('a report in use', () => {
  test('asks for nothing, breaks no rule of its policy and writes no message', async () => {
    const report = await reader.open(buildEstate());
    await useAll(report);
    expect(await report.findTrouble()).toEqual([]);
  });

  test('runs nothing of what it shows, whatever that is', async () => {
    const report = await reader.open(buildHostilePage());
    await useAll(report);
    expect(await report.findTrouble()).toEqual([]);
    expect(await report.page.evaluate('window.hacked')).toBeUndefined();
    expect(report.page.url().split('#')[0]).toBe(report.url);
  });
});

describe('whatever a vendor sends', () => {
  const structure = `[...document.querySelectorAll('*')].flatMap((one) => [one.localName, ...one.getAttributeNames()])`;

  test('adds no kind of element or attribute to the page', async () => {
    const known = await reader.open(buildEstate());
    const hostile = await reader.open(buildHostilePage());
    const expected = new Set(await known.page.evaluate<string[]>(structure));
    const found = new Set(await hostile.page.evaluate<string[]>(structure));
    expect([...found].filter((name) => !expected.has(name))).toEqual([]);
    expect(
      [...found].filter((name) => name.startsWith('on') || (name === 'style' && !expected.has('style'))),
    ).toEqual([]);
  });

  test('leaves no character in the page that hides or turns text', async () => {
    const { page } = await reader.open(buildHostilePage());
    const visible = await page.evaluate<string>(
      "[...document.querySelectorAll('body *:not(script)')].map((one) => one.textContent + [...one.attributes].map((a) => a.value)).join(' ')",
    );
    expect(visible).toContain('octocat');
    expect(findControls(visible)).toBeNull();
  });

  test('is shown as it was written', async () => {
    const name = `<b onclick="x">O'Neill & "Söhne"</b>`;
    const { page } = await reader.open(
      buildAudit({ certificates: [buildAudited({ certificate: { name } })] }),
    );
    expect(await page.locator('#table .name').allTextContents()).toEqual([name]);
    await page.getByLabel('Text').fill('neill & "s');
    expect(await page.locator('#table .name').allTextContents()).toEqual([name]);
  });

  test('is no link unless it is a plain web address', async () => {
    const { page } = await reader.open(buildHostilePage());
    const links = await page.evaluate<readonly (readonly [string, string])[]>(
      "[...document.querySelectorAll('a')].map((one) => [one.getAttribute('href'), one.rel])",
    );
    const outward = links.filter(([href]) => !href.startsWith('#'));
    expect(new Set(outward.map(([href]) => new URL(href).origin))).toEqual(
      new Set(['https://console.example']),
    );
    expect(new Set(outward.map(([, rel]) => rel))).toEqual(new Set(['noopener noreferrer']));
  });

  test('is text as a runbook and left out as a console, where it is another kind of address', async () => {
    const addresses = HOSTILE_ADDRESSES.slice(0, -1);
    const certificates = addresses.map((address, index) =>
      buildAudited({
        consoleUrl: address,
        target: buildTarget({ name: `target ${index}`, runbook: address }),
      }),
    );
    const { page } = await reader.open(buildAudit({ certificates, run: null }));
    expect(await page.locator('main a:not([href^="#"])').count()).toBe(0);
    const shown = (await page.locator('#targets').textContent()) ?? '';
    expect(addresses.filter((address) => !shown.includes(address.trim().slice(-8)))).toEqual([]);
  });
});
