import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import type { RotationOutput } from './telling.ts';
import { STORIES, tellRuns } from './telling.ts';

const FILE = path.join(import.meta.dirname, 'telling.json');
/** With it the file is written anew: what is told then shows in the difference of two commits, and is read by somebody. */
const isUpdate = process.env.UPDATE_WORDING === '1';
const kept: Record<string, RotationOutput> =
  isUpdate || !existsSync(FILE) ? {} : JSON.parse(readFileSync(FILE, 'utf8'));

test.each(Object.keys(STORIES))('%s: every line of the log is as it is kept', async (name) => {
  const told = tellRuns((await STORIES[name]?.()) ?? []);
  if (isUpdate) {
    kept[name] = told;
    writeFileSync(FILE, `${JSON.stringify(kept, null, 2)}\n`);
  }
  expect(told).toEqual(kept[name]);
});
