import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { PAGE_ASSETS_PATH, writePageAssets } from '../../../../scripts/support/page-assets.ts';
import { writeHtml } from '../../../../src/report/audit/html/write-html.ts';
import { buildLarge } from './estate.ts';

const root = path.join(import.meta.dirname, '..', '..', '..', '..');

test('the style and the script are made from their sources', () => {
  expect(readFileSync(path.join(root, PAGE_ASSETS_PATH), 'utf8')).toBe(writePageAssets(root));
});

test('no part of the text grows with the estate', () => {
  const longest = (count: number) =>
    Math.max(...Array.from(writeHtml(buildLarge(count)), (part) => part.length));
  expect(longest(5000)).toBeLessThan(longest(50) * 1.2);
});

test('a certificate more is a line of data more, not a row more, beyond the first 1,000', () => {
  const measure = (count: number) => [...writeHtml(buildLarge(count))].join('').length;
  expect((measure(3000) - measure(2000)) / 1000).toBeLessThan(250);
});
