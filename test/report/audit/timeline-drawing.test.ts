import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { AuditedCertificate } from '../../../src/operations/audit/audit-report.ts';
import { writeTimeline } from '../../../src/report/audit/timeline.ts';
import { buildAudit, buildAudited, inDays } from './build-audit.ts';
import { HOSTILE_NAMES } from './hostile-names.ts';
import { findMermaid } from './inert-summary.ts';

/** What a browser makes of a diagram. */
interface Drawing {
  readonly bars: readonly string[];
  readonly sections: readonly string[];
  /** Every text of the drawing. */
  readonly texts: readonly string[];
  /** Elements that lead somewhere, load something or run. */
  readonly active: number;
}

// Mermaid draws in a browser only; it is what GitHub draws with.
let browser: Browser;
let page: Page;
const incidents: string[] = [];

beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  page = await browser.newPage({ viewport: { width: 1000, height: 800 } });
  page.on('dialog', (dialog) => {
    incidents.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => void incidents.push(`request: ${request.url()}`));
  page.on('pageerror', (error) => void incidents.push(`error: ${error.message}`));
  await page.setContent('<!doctype html><div id="place"></div>');
  await page.addScriptTag({ path: createRequire(import.meta.url).resolve('@mermaid-js/tiny') });
});

afterAll(async () => {
  await browser?.close();
});

/** Draws it as GitHub does, but at the least strict of Mermaid's levels. @throws where Mermaid does not take it. */
async function draw(certificates: readonly AuditedCertificate[]): Promise<Drawing> {
  const mermaid = findMermaid(writeTimeline(buildAudit({ certificates })) ?? '') ?? '';
  const drawing = await page.evaluate(
    `(async (text) => {
      mermaid.initialize({ startOnLoad: false, securityLevel: 'loose' });
      const place = document.getElementById('place');
      place.innerHTML = (await mermaid.render('drawing', text)).svg;
      const list = (selector) => [...place.querySelectorAll(selector)].map((one) => one.textContent.trim());
      return {
        bars: list('[class*="taskText"]'),
        sections: list('.sectionTitle'),
        texts: list('text'),
        active: place.querySelectorAll('a, script, img, image, iframe, foreignObject, [onclick], .clickable').length,
      };
    })(${JSON.stringify(mermaid)})`,
  );
  return drawing as Drawing;
}

const one = (name: string, days: number, facts: Parameters<typeof buildAudited>[0] = {}) =>
  buildAudited({ renewOn: inDays(days - 30), ...facts, certificate: { name, notAfter: inDays(days) } });

describe('Mermaid draws the timeline', () => {
  test('with a bar for each certificate in its section', async () => {
    const drawing = await draw([
      one('old.example.com', -3, { severity: 'expired' }),
      one('*.example.com', 5),
      one('証明書', 20, { severity: 'expiring' }),
      one('CN=device 1', 300, { severity: 'ok' }),
    ]);
    expect([...drawing.bars].sort()).toEqual([
      '20 d · 証明書',
      '300 d · CN device 1',
      '5 d · *.example.com',
      'expired 3 d ago · old.example.com',
    ]);
    expect(drawing.sections).toEqual(['Expired', 'Critical', 'Expiring', 'Later']);
    expect(incidents).toEqual([]);
  });

  test('with forty bars', async () => {
    const drawing = await draw(Array.from({ length: 40 }, (_, index) => one(`n${index}.`, index + 1)));
    expect(drawing.bars).toHaveLength(40);
  });

  test('by month where there are more', async () => {
    const drawing = await draw(Array.from({ length: 400 }, (_, index) => one('a', index - 5)));
    expect(drawing.texts).toEqual(expect.arrayContaining(['expired', '2026-11', '2027-12', 'certificates']));
    expect(incidents).toEqual([]);
  });

  test.each(HOSTILE_NAMES)('whatever a certificate is called: %j', async (name) => {
    const drawing = await draw([one('before', 1), one(name, 5), one('after', 6)]);
    expect(drawing.bars).toHaveLength(3);
    expect(drawing.bars.some((text) => text.startsWith('5 d · '))).toBe(true);
    expect(drawing.sections).toEqual(['Critical']);
    expect(drawing.active).toBe(0);
    expect(incidents).toEqual([]);
  });
});
