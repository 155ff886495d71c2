import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import * as z from 'zod/mini';
import { type InputName, inputSchema } from '../../src/interface/inputs.ts';

const read = (name: string) => parse(readFileSync(path.join(import.meta.dirname, '..', '..', name), 'utf8'));
const action: Record<'inputs' | 'outputs', object> = read('action.yml');

interface Typing {
  readonly type: string;
  readonly 'allowed-values'?: readonly string[];
  readonly 'list-item'?: Typing;
}
const types: Readonly<Record<'inputs' | 'outputs', Readonly<Record<string, Typing>>>> =
  read('action-types.yml');
const inputs = Object.entries(types.inputs) as readonly (readonly [InputName, Typing])[];
const accepts = (name: InputName, text: string) => z.safeParse(inputSchema.shape[name], text).success;
const isBoolean = (name: InputName) =>
  accepts(name, 'true') && accepts(name, 'false') && !accepts(name, 'neither');
const numbers = ['5', '7', '20', '100'];
const isInteger = (name: InputName) =>
  numbers.some((number) => accepts(name, number)) && !accepts(name, '5d') && !accepts(name, 'a5');

describe('action-types.yml', () => {
  test.each(['inputs', 'outputs'] as const)('has all %s of action.yml, and no other', (part) => {
    expect(Object.keys(types[part])).toEqual(Object.keys(action[part]));
  });

  test('calls what the action takes for a boolean a boolean, and nothing else', () => {
    const booleans = inputs.filter(([, { type }]) => type === 'boolean').map(([name]) => name);
    expect(booleans).toEqual(inputs.map(([name]) => name).filter(isBoolean));
  });

  test('calls what the action takes for a whole number an integer', () => {
    for (const [name, { type }] of inputs)
      if (type === 'integer') expect([name, isInteger(name)]).toEqual([name, true]);
  });

  const choices = inputs.flatMap(([name, { type, 'allowed-values': words, 'list-item': item }]) => {
    const allowed = type === 'list' ? item?.['allowed-values'] : words;
    return allowed === undefined ? [] : [{ name, allowed }];
  });
  test.each(choices)(
    'gives for $name the words that the action takes, and all of them',
    ({ name, allowed }) => {
      for (const word of allowed) expect([word, accepts(name, word)]).toEqual([word, true]);
      const refusal = z.safeParse(inputSchema.shape[name], 'no-such-word').error?.issues[0]?.message ?? '';
      expect(refusal).toMatch(new RegExp(`allowed: ${allowed.join(', ')}(, in this order)?$`));
    },
  );
});
