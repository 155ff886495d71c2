import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { OpenReport } from './browser.ts';

/** The names in the table of `buildEstate`, as it is opened. */
export const ALL = [
  'rig',
  'portal.example.com',
  'checkout',
  'root 2021',
  'wiki.example.com',
  'legacy-erp',
  'root 2019',
];

/** The names in the table, from top to bottom. */
export const listNames = (page: Page) => page.locator('#table tbody .name').allTextContents();
/** What is said of how many rows are shown. */
export const readStatus = (page: Page) => page.getByRole('status').textContent();
/** The address's hash, decoded. */
export const readHash = (page: Page) => decodeURIComponent(new URL(page.url()).hash.replaceAll('+', ' '));

/** The table shows these, in this order, and nothing of the page went wrong. */
export async function expectRows({ page, findTrouble }: OpenReport, names: readonly string[]): Promise<void> {
  expect(await listNames(page)).toEqual(names);
  expect(await findTrouble()).toEqual([]);
}
