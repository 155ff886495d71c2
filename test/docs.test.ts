import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Browser, chromium, type Page } from 'playwright-core';
import { parse } from 'yaml';
import { capabilitiesOf } from '../src/interface/capabilities.ts';
import { inputNames } from '../src/interface/input-notes.ts';
import { providers, rotationPhases } from '../src/interface/words.ts';
import { stateWords } from '../src/report/rotation/state-words.ts';
import { readText, readWorkflow } from './support/workflow.ts';

const root = path.join(import.meta.dirname, '..');
const pages = [
  'README.md',
  ...readdirSync(path.join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];
const diagrams = pages.flatMap((name) =>
  [...readText(name).matchAll(/^```mermaid\n(.*?)^```$/gms)].map(([, text = ''], index) => ({
    name: `${name}, diagram ${index + 1}`,
    text,
  })),
);

describe('the pages', () => {
  test.each(pages)('%s links to files and headings that are there', (name) => {
    const links = [...readText(name).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
    const broken = links.filter((link) => {
      if (/^https?:/.test(link)) return false;
      const [file = '', heading] = link.split('#');
      const target = file === '' ? name : path.join(path.dirname(name), file);
      if (!existsSync(path.join(root, target))) return true;
      return heading !== undefined && !findAnchors(readText(target)).includes(heading);
    });
    expect(broken).toEqual([]);
  });
});

/** As GitHub names headings. */
function findAnchors(text: string): readonly string[] {
  return [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

describe('the workflows on the pages', () => {
  const calls = pages.flatMap((name) =>
    [...readText(name).matchAll(/^```yaml\n(.*?)^```$/gms)]
      .flatMap(([, text = '']) => findCalls(parse(text)))
      .map((call) => ({ name, ...call })),
  );

  test('are there, of every kind', () => {
    expect(new Set(calls.map(({ uses }) => uses))).toEqual(
      new Set(['the action', 'the simulator', 'expiry-audit.yml', 'rotate.yml']),
    );
  });

  test.each(calls)('$name gives $uses only what it takes', ({ uses, given, secrets }) => {
    const { inputs, secretNames } = readInterface(uses);
    expect(given.filter((one) => !inputs.includes(one))).toEqual([]);
    expect(secrets.filter((one) => !secretNames.includes(one))).toEqual([]);
  });
});

/** What an action or a reusable workflow takes. */
function readInterface(uses: string): {
  readonly inputs: readonly string[];
  readonly secretNames: readonly string[];
} {
  if (uses === 'the action') return { inputs: inputNames, secretNames: [] };
  if (uses === 'the simulator') {
    const action: { readonly inputs: object } = parse(readText('simulator/action.yml'));
    return { inputs: Object.keys(action.inputs), secretNames: [] };
  }
  const called = readWorkflow('.github', 'workflows', uses).on.workflow_call;
  return { inputs: Object.keys(called?.inputs ?? {}), secretNames: Object.keys(called?.secrets ?? {}) };
}

interface Call {
  readonly uses: string;
  readonly given: readonly string[];
  readonly secrets: readonly string[];
}

/** What a piece of YAML calls of this repository, wherever in it. */
function findCalls(piece: unknown): readonly Call[] {
  if (typeof piece !== 'object' || piece === null) return [];
  const inner = Object.values(piece).flatMap(findCalls);
  if (!('uses' in piece) || !String(piece.uses).startsWith('OWNER/certops-action')) return inner;
  const keysOf = (name: string) => Object.keys((piece as Record<string, object | undefined>)[name] ?? {});
  const [, workflow] = /\/([a-z-]+\.yml)@/.exec(String(piece.uses)) ?? [];
  const action = String(piece.uses).includes('/simulator@') ? 'the simulator' : 'the action';
  return [...inner, { uses: workflow ?? action, given: keysOf('with'), secrets: keysOf('secrets') }];
}

describe('docs/rotation.md', () => {
  const text = readText('docs/rotation.md');
  const rowsOf = (head: string) =>
    (text.split('\n\n').find((part) => part.startsWith(`| ${head} |`)) ?? '')
      .split('\n')
      .slice(2)
      .map((row) => row.split('|').map((cell) => cell.trim()));

  test('tells of every state once, and of every phase', () => {
    const states = rowsOf('`rotation-state`').map(([, state]) => state);
    expect(states.toSorted()).toEqual(
      Object.keys(stateWords)
        .map((state) => `\`${state}\``)
        .toSorted(),
    );
    expect(rowsOf('phase').map(([, phase]) => phase)).toEqual(rotationPhases.map((phase) => `\`${phase}\``));
  });

  test('tells the defaults as they are', () => {
    const rows = rowsOf('input');
    const cells = (input: string) =>
      rows.find(([, head = '']) => head.startsWith(`\`${input}\``))?.slice(2, 5);
    const hours = (milliseconds: number) => milliseconds / 3_600_000;
    const told = (cell: string) =>
      cell === '–'
        ? 0
        : Number(/\d+/.exec(cell)?.[0]) * (cell.includes('d`') ? 24 : cell.includes('h`') ? 1 : 0);
    const defaults = providers.map((provider) => capabilitiesOf[provider].rotation);
    expect(cells('soak')?.map(told)).toEqual(defaults.map((one) => hours(one?.soakMilliseconds ?? -1)));
    expect(cells('overlap')?.map(told)).toEqual(defaults.map((one) => hours(one?.overlapMilliseconds ?? -1)));
    expect(cells('retire-by')?.map((cell) => [...cell.matchAll(/`(\w+)`/g)].map(([, way]) => way))).toEqual(
      defaults.map((one) => one?.retireBy),
    );
  });

  test('names every secret and every permission of rotate.yml', () => {
    const { on, jobs } = readWorkflow('.github', 'workflows', 'rotate.yml');
    for (const secret of Object.keys(on.workflow_call?.secrets ?? {}))
      expect(text).toContain(`\`${secret}\``);
    const permissions = Object.entries(jobs.promote?.permissions ?? {});
    expect(permissions).not.toEqual([]);
    for (const [name, access] of permissions) expect(text).toContain(`\`${name}: ${access}\``);
  });
});

describe('Mermaid draws', () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    });
    page = await browser.newPage();
    await page.setContent('<!doctype html><div id="place"></div>');
    await page.addScriptTag({ path: createRequire(import.meta.url).resolve('@mermaid-js/tiny') });
  });

  afterAll(async () => {
    await browser?.close();
  });

  test.each(diagrams)('$name', async ({ text }) => {
    const drawn = await page.evaluate(
      `mermaid.initialize({ startOnLoad: false }),
       mermaid.render('drawing', ${JSON.stringify(text)}).then(({ svg }) => svg)`,
    );
    expect(drawn).toMatch(/^<svg.*<\/svg>$/s);
    expect(drawn).not.toContain('Syntax error');
  });

  test('the three of docs/rotation.md are among them', () => {
    expect(diagrams.filter(({ name }) => name.startsWith('docs/rotation.md'))).toHaveLength(3);
  });
});
