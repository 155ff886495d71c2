import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildAudit, buildAudited, inDays } from '../build-audit.ts';
import { type Reader, readText, startReader } from './browser.ts';

let reader: Reader;
beforeAll(async () => {
  reader = await startReader();
});
afterAll(() => reader?.close());

describe('the timeline', () => {
  const build = (days: readonly number[]) =>
    buildAudit({
      certificates: days.map((left, index) =>
        buildAudited({
          certificate: { name: `client-${index}`, notAfter: inDays(left) },
          severity: left < 0 ? 'expired' : left < 30 ? 'expiring' : 'ok',
          renewOn: inDays(left - 30),
        }),
      ),
    });

  test('draws a few one by one: end, window and today', async () => {
    const { page } = await reader.open(build([-3, 10, 60]));
    expect(await page.locator('.timeline .lane').count()).toBe(3);
    expect(
      await page
        .locator('.timeline .lane use')
        .evaluateAll((marks) => marks.map((one) => one.getAttribute('href'))),
    ).toEqual(['#i-expired', '#i-expiring', '#i-ok']);
    expect(await page.locator('.timeline .renew').count()).toBe(1);
    expect(await page.locator('.timeline text.today').count()).toBe(1);
    const [end, today] = await Promise.all(
      ['.timeline .lane >> nth=0 >> use', '.timeline path.today'].map((mark) =>
        page.locator(mark).boundingBox(),
      ),
    );
    expect(end?.x).toBeLessThan(today?.x ?? 0);
  });

  test('is told in words and as a table too', async () => {
    const { page } = await reader.open(build([-3, 10, 60, 4000]));
    const drawing = page.getByRole('img', { name: 'Timeline of certificates' });
    expect(await drawing.count()).toBe(1);
    expect(await readText(page, '#timeline-summary')).toMatch(
      /4 certificates from 2026-11-01 to \S+; 1 of them ends later/,
    );
    await page.getByText('The timeline as a table').click();
    const rows = await page.locator('#timeline tbody tr').allTextContents();
    expect(rows.at(0)).toBe('2026-111000');
    expect(rows.at(-1)).toMatch(/^later0011$/);
  });

  for (const count of [1, 30]) {
    test(`has a lane for each of ${count}`, async () => {
      const { page } = await reader.open(build(Array.from({ length: count }, (_, index) => index * 9)));
      expect(await page.locator('.timeline .lane').count()).toBe(count);
    });
  }

  test('counts many by week or month, in piles that add up', async () => {
    const days = Array.from({ length: 1000 }, (_, index) => (index % 500) - 20);
    const { page } = await reader.open(build(days));
    expect(await page.locator('.timeline .lane').count()).toBe(0);
    expect(await readText(page, '#timeline-summary')).toMatch(
      /end in each month above the axis.*1,000 certificates/,
    );
    await page.getByText('The timeline as a table').click();
    const numbers = await page.locator('#timeline tbody td').allTextContents();
    const ends = numbers
      .filter((_, index) => index % 4 !== 3)
      .map((text) => Number(text.replaceAll(',', '')));
    expect(ends.reduce((sum, count) => sum + count, 0)).toBe(1000);
    const piles = await page.locator('.timeline .column > rect[fill]').count();
    expect(piles).toBe(ends.filter((count) => count > 0).length);
  });

  test('says so where nothing has an end', async () => {
    const never = buildAudited({
      certificate: { notAfter: new Date('9999-12-31T23:59:59Z') },
      daysLeft: null,
    });
    expect(
      await readText((await reader.open(buildAudit({ certificates: [never] }))).page, '#timeline'),
    ).toMatch(/No certificate .* has an end/);
  });
});
