import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readStepCoverage } from '../../scripts/support/step-coverage.ts';

const TEXT = `function choose(word: string | undefined): string {
  if (word === 'first') return 'one' + (process.env.NEVER_SET ?? 'none');
  if (word === 'second') {
    return 'two';
  }
  return 'three';
}
function unused(): void {
  process.exit(3);
}
choose(process.argv[2]);
if (process.argv[3] === 'never') unused();
`;

let folder: string;
let source: string;
let file: string;
let written: string;
const start = (...args: readonly string[]) =>
  execFileSync(process.execPath, [file, ...args], {
    env: { PATH: process.env.PATH ?? '', NODE_V8_COVERAGE: written },
  });

beforeAll(async () => {
  folder = await realpath(await mkdtemp(path.join(tmpdir(), 'step-coverage-')));
  source = path.join(folder, 'src');
  written = path.join(folder, 'written');
  await mkdir(source);
  await mkdir(written);
  file = path.join(source, 'choose.ts');
  await writeFile(file, TEXT);
});
afterAll(() => rm(folder, { recursive: true }));

describe('What processes have run', () => {
  const ran = (text: string) => readStepCoverage(written, source)(file, TEXT.indexOf(text));

  test('is nothing before one has ended', () => {
    expect(ran('choose(process')).toBe(false);
  });

  test('is what one of them ran, and of that no more than it did', () => {
    start('first');
    expect(ran("'one'")).toBe(true);
    expect(ran("'none'")).toBe(true);
    expect(ran("'two'")).toBe(false);
    expect(ran("'three'")).toBe(false);
    expect(ran('process.exit')).toBe(false);
    expect(ran('choose(process')).toBe(true);
  });

  test('is of all of them together', () => {
    start('second');
    expect(ran("'one'")).toBe(true);
    expect(ran("'two'")).toBe(true);
    expect(ran("'three'")).toBe(false);
  });

  test('is left out where it is of another folder', () => {
    const elsewhere = readStepCoverage(written, path.join(folder, 'other'));
    expect(elsewhere(file, TEXT.indexOf("'one'"))).toBe(false);
  });
});
