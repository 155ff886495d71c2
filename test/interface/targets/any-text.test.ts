import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ruleNotes, targetNotes } from '../../../src/interface/targets/field-notes.ts';
import { buildTarget, CREDENTIALS, FILE, type Reading, readInputs } from './scene.ts';

const RUNS = 200;

/** What only a secret holds, so that a piece of it is known wherever it shows. */
const MARK = 'zQ7';
const secret = fc
  .array(
    fc.constantFrom(
      MARK,
      MARK.repeat(3),
      '-',
      '#',
      ': ',
      '"',
      "'",
      ' ',
      '\n',
      '[',
      '&',
      '*',
      '!',
      '%',
      'é',
      '\\',
    ),
    {
      minLength: 3,
      maxLength: 12,
    },
  )
  .map((parts) => `${MARK}${parts.join('')}${MARK}`);

const keys = [
  ...Object.keys(targetNotes),
  ...Object.keys(ruleNotes),
  '<<',
  '__proto__',
  'constructor',
  'targets',
  'x',
];
const piece = fc.oneof(
  fc.constantFrom(
    '- ',
    '  ',
    '\n',
    '\n- ',
    '\n  ',
    '\n    - ',
    '\t',
    ': ',
    ':',
    '{',
    '}',
    '[',
    ']',
    ', ',
    '"',
    "'",
    '|\n',
    '>-\n',
    '&a ',
    '*a',
    '!!str ',
    '!x ',
    '? ',
    '# ',
    '---\n',
    '...\n',
    '%YAML 1.1\n',
    '~',
    'null',
    'true',
    '0x1F',
    '1e999',
    '\\',
    '\u0000',
    '\u2028',
    '\ud800',
    '🏷',
  ),
  fc.constantFrom(...keys),
  fc.constantFrom(
    'cloudflare-gateway',
    'cloudflare-client',
    'zscaler-zpa',
    '2027-01-01',
    '30d 33%',
    'CF_TOKEN',
  ),
  fc.string({ maxLength: 6 }),
);
const soup = fc.array(piece, { maxLength: 40 }).map((parts) => parts.join(''));

const scalar = fc.oneof(
  fc.constantFrom(
    null,
    true,
    false,
    0,
    30,
    -1,
    1.5,
    '',
    'x',
    'a b',
    '2027-01-01',
    '30d',
    'https://example.com/',
  ),
  fc.string({ maxLength: 10 }),
);
const value = fc.oneof(
  { weight: 3, arbitrary: scalar },
  fc.array(scalar, { maxLength: 3 }),
  fc.dictionary(fc.constantFrom(...keys), scalar, { maxKeys: 3 }),
  fc.array(fc.dictionary(fc.constantFrom(...Object.keys(ruleNotes)), scalar, { maxKeys: 4 }), {
    maxLength: 2,
  }),
);
const someTarget = fc
  .tuple(
    fc.constantFrom('gateway' as const, 'client' as const, 'zpa' as const),
    fc.dictionary(fc.constantFrom(...keys), value, { maxKeys: 4 }),
  )
  .map(([provider, changes]) => buildTarget(provider, changes));

/** Reads a text in either way; any other error than an InputError comes out of it. */
async function readEitherWay(text: string, credentials: string): Promise<readonly Reading[]> {
  const inputs = { credentials, 'validate-only': 'false' };
  return [
    await readInputs({ ...inputs, targets: text.trim() }),
    await readInputs({ ...inputs, 'targets-file': FILE }, { files: { [FILE]: text } }),
    await readInputs({ 'targets-file': FILE, 'validate-only': 'true' }, { files: { [FILE]: text } }),
  ];
}

function expectAnswer({ request, problems }: Reading): void {
  if (request === null) expect(problems.length).toBeGreaterThan(0);
  else expect(problems).toEqual([]);
  for (const { message } of problems) expect(message).toMatch(/\S/);
}

test('whatever the text, targets are read or refused', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(soup, fc.json(), fc.string({ unit: 'binary' })), async (text) => {
      for (const reading of await readEitherWay(text, CREDENTIALS)) expectAnswer(reading);
    }),
    { numRuns: RUNS },
  );
});

test('whatever the values, targets are read or refused', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(someTarget, { maxLength: 3 }), async (targets) => {
      for (const reading of await readEitherWay(JSON.stringify(targets), CREDENTIALS)) expectAnswer(reading);
    }),
    { numRuns: RUNS },
  );
});

test('whatever the credentials, they are read or refused', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(soup, fc.json()), async (text) => {
      expectAnswer(
        await readInputs({ targets: JSON.stringify([buildTarget('gateway')]), credentials: text.trim() }),
      );
    }),
    { numRuns: RUNS },
  );
});

const secretKey = fc.constantFrom('api-token', 'api-key', 'client-secret', 'client-private-key');

test('no secret shows, wherever in the text it stands as one', async () => {
  await fc.assert(
    fc.asyncProperty(secret, secretKey, soup, someTarget, async (text, key, around, target) => {
      const written = [
        JSON.stringify([{ ...target, [key]: text }]),
        JSON.stringify([
          { ...target, [key]: text, [`${key}-env`]: 'X' },
          { provider: text, [key]: text },
        ]),
        `- provider: cloudflare-gateway\n  ${key}: ${text}\n  owner: x\n`,
        `- provider: cloudflare-gateway\n  ${key}:${text}\n  owner: x\n`,
        `${around}\n- ${key}: ${text}\n${around}`,
      ];
      for (const targets of written) {
        for (const { error } of await readEitherWay(targets, CREDENTIALS)) expect(error).not.toContain(MARK);
      }
    }),
    { numRuns: RUNS / 2 },
  );
});

test('no credential shows, wherever in the map it stands', async () => {
  await fc.assert(
    fc.asyncProperty(secret, soup, someTarget, async (text, around, target) => {
      const written = [
        `CF_TOKEN: ${text}`,
        `CF_TOKEN:${text}`,
        JSON.stringify({ CF_TOKEN: text, ZPA_ID: text, ZPA_SECRET: [text] }),
        JSON.stringify([text]),
        text,
        `${around}\nCF_TOKEN: ${text}\n${around}`,
      ];
      for (const credentials of written) {
        const { error } = await readInputs({
          targets: JSON.stringify([target]),
          credentials: credentials.trim(),
        });
        expect(error).not.toContain(MARK);
      }
    }),
    { numRuns: RUNS / 2 },
  );
});
