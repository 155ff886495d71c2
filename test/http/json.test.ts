import { describe, expect, test } from '@jest/globals';
import { readJson } from '../../src/http/json.ts';

describe('what is read', () => {
  test.each([
    '{"a":[1,{"b":null}],"c":"x"}',
    '[]',
    '"a"',
    '7',
    '{"a":"[[[[{{{{,,,,"}',
    String.raw`{"a":"\"[\\","b":["\\\"{"]}`,
    ' \n[ 1 , 2 ]\r\n',
  ])('%s', (text) => {
    expect(readJson(text)).toEqual({ json: JSON.parse(text), excess: null });
  });

  test.each(['', '{', '[1,', '"a', String.raw`"a\"`, 'no', '{"a":1}}'])(
    '%s is no JSON, and no excess',
    (text) => {
      expect(readJson(text)).toEqual({ json: undefined, excess: null });
    },
  );
});

describe('how deep', () => {
  const nest = (depth: number, open = '[', close = ']') =>
    `${open.repeat(depth)}${open === '[' ? '' : '1'}${close.repeat(depth)}`;

  test.each([
    ['lists', nest(64), nest(65)],
    ['objects', nest(64, '{"a":', '}'), nest(65, '{"a":', '}')],
  ])('%s of 64 levels are read, of 65 are not', (_, most, more) => {
    expect(readJson(most)).toEqual({ json: JSON.parse(most), excess: null });
    expect(readJson(more)).toEqual({
      json: undefined,
      excess: 'JSON that is nested more than 64 levels deep',
    });
  });

  test('many beside each other are not deep, nor are brackets in a text', () => {
    const wide = `[${Array.from({ length: 200 }, () => '[{}]').join()}]`;
    expect(readJson(wide).excess).toBeNull();
    expect(readJson(JSON.stringify(['['.repeat(500), '\\"['.repeat(500)])).excess).toBeNull();
  });
});

describe('how many values', () => {
  const MOST = 250_000;
  const list = (length: number) => `[${'1,'.repeat(length - 1)}1]`;

  test('a list, with its commas and itself, of as many as may be is read; of one more it is not', () => {
    expect(readJson(list(MOST)).json).toHaveLength(MOST);
    expect(readJson(list(MOST + 1))).toEqual({ json: undefined, excess: 'JSON of more than 250000 values' });
  });

  test('empty objects count too, and commas in a text do not', () => {
    expect(readJson(`[${'{},'.repeat(MOST / 2)}1]`).excess).not.toBeNull();
    expect(readJson(JSON.stringify(','.repeat(MOST + 10))).excess).toBeNull();
  });
});
