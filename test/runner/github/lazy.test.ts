import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';

const root = path.join(import.meta.dirname, '..', '..', '..');

/** What a file imports as it is loaded: not its types, and not what it imports later. */
function findImports(file: string): readonly string[] {
  const source = readFileSync(file, 'utf8');
  const statements = source.matchAll(/^(?:import|export)\s(?!type\b)(?:[^'"]*?\sfrom\s+)?['"]([^'"]+)['"]/gm);
  return [...statements].map(([, specifier = '']) => specifier);
}

/** Everything that is loaded with a file: paths of the project, names of packages. */
function walk(entry: string): ReadonlySet<string> {
  const loaded = new Set<string>();
  const waiting = [path.join(root, entry)];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (loaded.has(file)) continue;
    loaded.add(file);
    for (const specifier of findImports(file)) {
      if (specifier.startsWith('.')) waiting.push(path.join(path.dirname(file), specifier));
      else loaded.add(specifier);
    }
  }
  return loaded;
}

test('the client for GitHub is not loaded with the action', () => {
  const loaded = walk('src/main.ts');
  expect([...loaded]).toContain('@actions/core');
  expect([...loaded].filter((name) => name.includes('@actions/github') || name.includes('octokit'))).toEqual(
    [],
  );
});

test.each(['open-issues', 'open-ledger', 'open-gates'])(
  'it is not loaded with %s either, but when it is asked for',
  (name) => {
    const loaded = walk(`src/runner/github/${name}.ts`);
    expect([...loaded]).toContain(path.join(root, 'src/runner/github/github.ts'));
    expect([...loaded].filter((name) => name.includes('@actions/'))).toEqual([]);
    const source = readFileSync(path.join(root, 'src/runner/github/github.ts'), 'utf8');
    expect(source).toMatch(/await import\('@actions\/github'\)/);
  },
);

test('nor is what seals a secret, before one is written', () => {
  const loaded = walk('src/runner/github/open-secret-store.ts');
  expect([...loaded]).toContain(path.join(root, 'src/runner/github/secret/seal.ts'));
  expect([...loaded].filter((name) => name.includes('libsodium') || name.includes('@actions/'))).toEqual([]);
});
