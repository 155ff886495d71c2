import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readJson } from '../../src/http/json.ts';
import { expectCleanPrototypes, oddJson, soupOf, tries } from './support/fuzz.ts';

const MEGABYTES = 32 * 1024 * 1024;

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

describe('JSON of an answer', () => {
  test('is read as JSON.parse reads it, whatever the text', () => {
    const text = fc.oneof(
      fc.json(),
      oddJson.map((value) => JSON.stringify(value)),
      soupOf('{', '}', '[', ']', '"', '\\', '\\"', ':', ',', '1', '"a":', '"\\\\"', 'null'),
    );
    fc.assert(
      fc.property(text, (given) => {
        expect(readJson(given)).toEqual({ json: parse(given), excess: null });
      }),
      tries(5),
    );
    expectCleanPrototypes();
  });

  test('may hold any brackets in its texts', () => {
    const value = { text: `${'[{'.repeat(500)}\\"${'\\'.repeat(7)}` };
    expect(readJson(JSON.stringify(value)).json).toEqual(value);
  });

  test.each([
    ['arrays', '['.repeat(MEGABYTES), 'nested more than 64 levels'],
    ['objects', '{"a":'.repeat(MEGABYTES / 6), 'nested more than 64 levels'],
    ['arrays that end', '['.repeat(MEGABYTES / 2) + ']'.repeat(MEGABYTES / 2), 'nested more than 64 levels'],
    ['a list of nothing', `[${'{},'.repeat(MEGABYTES / 3)}{}]`, 'more than 250000 values'],
    ['numbers', `[${'1,'.repeat(MEGABYTES / 2)}1]`, 'more than 250000 values'],
  ])('is not read where it is 32 MB of %s', (_, text, why) => {
    const { json, excess } = readJson(text);
    expect(json).toBeUndefined();
    expect(excess).toContain(why);
  });

  test('may be 64 levels deep', () => {
    const deepest = '['.repeat(64) + ']'.repeat(64);
    expect(readJson(deepest)).toMatchObject({ excess: null });
    expect(readJson(`[${deepest}]`)).toMatchObject({ json: undefined });
  });

  test('is given up where a text in it never ends', () => {
    expect(readJson(`"${'\\'.repeat(MEGABYTES)}`)).toEqual({ json: undefined, excess: null });
  });
});
