import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { operations, providers } from '../../src/interface/words.ts';

const folder = path.join(import.meta.dirname, '..', '..', '.github', 'ISSUE_TEMPLATE');

interface Form {
  readonly name: string;
  readonly description: string;
  readonly body: readonly {
    readonly type: string;
    readonly id?: string;
    readonly attributes: {
      readonly label?: string;
      readonly value?: string;
      readonly options?: readonly unknown[];
    };
  }[];
}
const forms = readdirSync(folder)
  .filter((file) => file !== 'config.yml')
  .map((file) => ({ file, form: parse(readFileSync(path.join(folder, file), 'utf8')) as Form }));
const optionsOf = (form: Form | undefined, id: string) =>
  form?.body.find((element) => element.id === id)?.attributes.options ?? [];

describe('the issue forms', () => {
  test('are for a bug, a change of a vendor and a question', () => {
    expect(forms.map(({ file }) => file)).toEqual(['bug.yml', 'provider-api-change.yml', 'question.yml']);
  });

  // https://docs.github.com/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-githubs-form-schema
  test.each(forms)('$file is as GitHub takes a form', ({ form }) => {
    expect([typeof form.name, typeof form.description]).toEqual(['string', 'string']);
    const asked = form.body.filter(({ type }) => type !== 'markdown');
    expect(asked.length).toBeGreaterThan(0);
    for (const { type, id, attributes } of asked) {
      expect(['input', 'textarea', 'dropdown', 'checkboxes']).toContain(type);
      expect(id).toMatch(/^[a-z-]+$/);
      expect(attributes.label).toBeTruthy();
      // A word that YAML reads as true or false is refused.
      expect((attributes.options ?? []).filter((option) => typeof option !== 'string')).toEqual([]);
    }
    const ids = asked.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('offer every provider and every operation', () => {
    const [bug, change] = forms.map(({ form }) => form);
    expect(optionsOf(bug, 'provider')).toEqual(expect.arrayContaining([...providers]));
    expect(optionsOf(change, 'provider')).toEqual(expect.arrayContaining([...providers]));
    expect(optionsOf(bug, 'operation')).toEqual([...operations, 'none of them']);
  });
});
