import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { writeTargetsSchema } from '../../../scripts/support/targets-schema.ts';
import { ruleNotes, targetNotes } from '../../../src/interface/targets/field-notes.ts';
import { ACCOUNT, buildTarget, CUSTOMER, readFromFile, TOKEN } from './scene.ts';

const published = path.join(import.meta.dirname, '..', '..', '..', 'docs', 'targets.schema.json');
const schema = JSON.parse(readFileSync(published, 'utf8'));
const example = path.join(import.meta.dirname, '..', '..', '..', 'examples', 'certops-targets.yml');
const validate = new Ajv({
  strict: true,
  strictRequired: false,
  allowUnionTypes: true,
  strictTypes: false,
}).compile(schema);

type Keys = Readonly<Record<string, unknown>>;
const rule = (changes: Keys) => ({
  ignore: [
    Object.fromEntries(
      Object.entries({ id: 'abc', reason: 'x', until: '2027-01-01', ...changes }).filter(
        ([, value]) => value !== null,
      ),
    ),
  ],
});
const withScheme = (keys: Keys) => buildTarget('client', { 'api-token-env': null, ...keys });
const withOneApi = (keys: Keys) => ({ provider: 'zscaler-zpa', 'customer-id': CUSTOMER, ...keys });

/** What the schema of editors and the reading of the action agree on. */
const TABLE: readonly (readonly [accepted: boolean, what: string, target: Keys])[] = [
  [true, 'a Gateway target', buildTarget('gateway')],
  [true, 'a client target', buildTarget('client')],
  [true, 'a ZPA target', buildTarget('zpa')],
  [true, 'no credential', withScheme({})],
  [true, 'e-mail and key', withScheme({ 'api-email': 'a@b.example', 'api-key-env': 'K' })],
  [
    true,
    'OneAPI with a key',
    withOneApi({ 'client-id': 'a', 'client-private-key-env': 'K', 'vanity-domain': 'acme' }),
  ],
  [
    true,
    'every other key',
    buildTarget('zpa', {
      name: 'x',
      'microtenant-id': 0,
      view: 'issued',
      search: 'name EQ x',
      'page-size': 500,
      cloud: 'BETA',
      'warn-within': '30d 33%',
      'fail-within': 7,
      'only-in-use': true,
      owner: '@acme/edge',
      runbook: 'https://wiki.example.com/x@y#z',
    }),
  ],
  [true, 'statuses in a list', buildTarget('gateway', { statuses: ['inactive', 'active'] })],
  [true, 'statuses in a text', buildTarget('client', { statuses: 'active, revoked' })],
  [true, 'types', buildTarget('gateway', { types: ['custom'] })],
  [true, 'a rule by id', buildTarget('gateway', rule({}))],
  [
    true,
    'a rule by fingerprint',
    buildTarget('gateway', rule({ id: null, fingerprint: `SHA256:${'aB'.repeat(32)}` })),
  ],
  [true, 'a rule by name', buildTarget('gateway', rule({ id: null, name: '*.lab' }))],
  [true, 'a rule until a time', buildTarget('gateway', rule({ until: '2027-01-01T00:00:00.5+01:00' }))],
  [true, 'a customer id that is a number', buildTarget('zpa', { 'customer-id': 42 })],
  [false, 'no provider', buildTarget('gateway', { provider: null })],
  [false, 'an unknown provider', buildTarget('gateway', { provider: 'aws' })],
  [false, 'no scope', buildTarget('client', { 'zone-id': null })],
  [false, 'a wrong scope', buildTarget('gateway', { 'account-id': 'ACME' })],
  [false, 'a scope of another provider', buildTarget('client', { 'account-id': ACCOUNT })],
  [false, 'a misspelt key', buildTarget('gateway', { 'fail-witin': 30 })],
  [false, 'a token', withScheme({ 'api-token': TOKEN })],
  [false, 'a key', withScheme({ 'api-email': 'a@b.example', 'api-key': TOKEN })],
  [false, 'a client secret', withOneApi({ 'client-id': 'a', 'client-secret': TOKEN })],
  [
    false,
    'a path of a key',
    withOneApi({ 'client-id': 'a', 'client-private-key': 'x.pem', 'vanity-domain': 'acme' }),
  ],
  [false, 'two schemes', buildTarget('client', { 'api-email': 'a@b.example', 'api-key-env': 'K' })],
  [false, 'a key alone', withScheme({ 'api-key-env': 'K' })],
  [false, 'an e-mail address alone', withScheme({ 'api-email': 'a@b.example' })],
  [false, 'a client id alone', withOneApi({ 'client-id': 'a' })],
  [false, 'a secret alone', withOneApi({ 'client-secret-env': 'S' })],
  [
    false,
    'secret and key',
    withOneApi({
      'client-id': 'a',
      'client-secret-env': 'S',
      'client-private-key-env': 'K',
      'vanity-domain': 'acme',
    }),
  ],
  [false, 'a key without vanity domain', withOneApi({ 'client-id': 'a', 'client-private-key-env': 'K' })],
  [
    false,
    'literal and name',
    withOneApi({ 'client-id': 'a', 'client-id-env': 'A', 'client-secret-env': 'S' }),
  ],
  [false, 'a name of the runner’s', buildTarget('gateway', { 'api-token-env': 'GitHub_Token' })],
  [false, 'a name that is none', buildTarget('gateway', { 'api-token-env': 'CF-TOKEN' })],
  [false, 'a Zscaler credential for Cloudflare', buildTarget('gateway', { 'client-id': 'a' })],
  [false, 'a threshold', buildTarget('gateway', { 'fail-within': '30x' })],
  [false, 'two percents', buildTarget('gateway', { 'fail-within': '10% 20%' })],
  [false, 'more than all of a lifetime', buildTarget('gateway', { 'fail-within': '101%' })],
  [false, 'none of a lifetime', buildTarget('gateway', { 'fail-within': '0%' })],
  [false, 'a page too big', buildTarget('client', { 'page-size': 51 })],
  [false, 'a page of a store that has none', buildTarget('gateway', { 'page-size': 20 })],
  [false, 'use that nothing tells', buildTarget('client', { 'only-in-use': true })],
  [false, 'use in another word', buildTarget('gateway', { 'only-in-use': 'yes' })],
  [false, 'a status of another provider', buildTarget('gateway', { statuses: ['revoked'] })],
  [false, 'a status of another provider in a text', buildTarget('gateway', { statuses: 'inactive revoked' })],
  [false, 'types where there are none', buildTarget('client', { types: ['custom'] })],
  [false, 'an unknown type', buildTarget('gateway', { types: 'custm' })],
  [false, 'a runbook that is a script', buildTarget('gateway', { runbook: 'javascript:alert(1)' })],
  [false, 'an empty owner', buildTarget('gateway', { owner: '' })],
  [false, 'an owner that is null', buildTarget('gateway', { owner: [] })],
  [false, 'a rule without reason', buildTarget('gateway', rule({ reason: null }))],
  [false, 'a rule without end', buildTarget('gateway', rule({ until: null }))],
  [false, 'a rule for nothing', buildTarget('gateway', rule({ id: null }))],
  [false, 'a rule for two things', buildTarget('gateway', rule({ name: 'x' }))],
  [false, 'a rule with a misspelt key', buildTarget('gateway', rule({ untill: '2027-01-01' }))],
  [false, 'a rule until a word', buildTarget('gateway', rule({ until: 'tomorrow' }))],
  [false, 'rules that are no list', buildTarget('gateway', { ignore: { id: 'x' } })],
];

describe('the schema for editors and the action agree', () => {
  test.each(TABLE)('%p: %s', async (accepted, _, target) => {
    const { error } = await readFromFile(JSON.stringify([target]), { 'validate-only': 'true' });
    expect({ schema: validate([target]), action: error === '' }).toEqual({
      schema: accepted,
      action: accepted,
    });
  });

  test.each<[boolean, unknown]>([
    [true, { targets: [buildTarget('gateway')] }],
    [true, { $schema: 'https://example.com/x.json', targets: [buildTarget('gateway')] }],
    [false, []],
    [false, { targets: [] }],
    [false, {}],
    [false, 'targets.yml'],
    [false, buildTarget('gateway')],
    [false, { version: 1, targets: [buildTarget('gateway')] }],
    [false, ['prod']],
  ])('%p: the whole as %j', async (accepted, whole) => {
    const { error } = await readFromFile(JSON.stringify(whole), { 'validate-only': 'true' });
    expect({ schema: validate(whole), action: error === '' }).toEqual({ schema: accepted, action: accepted });
  });
});

test('ids that an editor takes for numbers are accepted', () => {
  const text = `- provider: cloudflare-gateway\n  account-id: 01234567890123456789012345678901\n- provider: zscaler-zpa\n  customer-id: 216196257331281920\n`;
  expect(validate(parse(text))).toBe(true);
});

test('the example is what both accept', async () => {
  const text = readFileSync(example, 'utf8');
  const { error } = await readFromFile(text, { 'validate-only': 'true' });
  expect({ schema: validate(parse(text)), error }).toEqual({ schema: true, error: '' });
});

test('every key is described, and nothing is known that is not read', () => {
  const { target, rule: ruleDefinition } = schema.definitions;
  expect(Object.keys(target.properties)).toEqual(Object.keys(targetNotes));
  expect(Object.keys(ruleDefinition.properties)).toEqual(Object.keys(ruleNotes));
  const properties: { description?: string }[] = [target, ruleDefinition].flatMap(({ properties }) =>
    Object.values(properties as object),
  );
  expect(properties.every(({ description }) => /\S{2,}.*\.$/.test(description ?? ''))).toBe(true);
});

test('the published file is what the reading says', () => {
  expect(readFileSync(published, 'utf8')).toBe(writeTargetsSchema());
});
