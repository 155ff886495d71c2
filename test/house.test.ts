import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, realpath, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { VERSION } from '../src/version.ts';

const root = path.join(import.meta.dirname, '..');

const FORBIDDEN: readonly (readonly [file: string, specifier: string])[] = [
  ['src/certificate/x.ts', '../http/types.ts'],
  ['src/certificate/x.ts', 'node:fs'],
  ['src/interface/x.ts', '../providers/provider.ts'],
  ['src/interface/targets/x.ts', '../../providers/provider.ts'],
  ['src/interface/targets/x.ts', 'node:fs/promises'],
  ['src/http/x.ts', '../providers/provider.ts'],
  ['src/http/x.ts', 'zod/mini'],
  ['src/providers/cloudflare/x.ts', '../../operations/outcome.ts'],
  ['src/providers/cloudflare/x.ts', '../../runner/runner.ts'],
  ['src/operations/x.ts', '../providers/cloudflare/gateway.ts'],
  ['src/operations/x.ts', '../runner/runner.ts'],
  ['src/operations/x.ts', 'node:fs'],
  ['src/report/x.ts', '../runner/runner.ts'],
  ['src/report/x.ts', 'node:fs/promises'],
  ['src/x.ts', '@actions/core'],
  ['src/http/x.ts', '@actions/http-client'],
  ['simulator/x.ts', '../src/certificate/pem.ts'],
  ['simulator/cloudflare/x.ts', '../../src/providers/cloudflare/wire.ts'],
];
const ALLOWED: readonly (readonly [file: string, specifier: string])[] = [
  ['src/http/x.ts', '../certificate/time.ts'],
  ['src/interface/targets/x.ts', '../inputs.ts'],
  ['src/interface/targets/x.ts', '../../certificate/time.ts'],
  ['src/operations/x.ts', '../providers/provider.ts'],
  ['src/operations/x.ts', '../interface/request.ts'],
  ['src/providers/cloudflare/x.ts', '../../http/errors.ts'],
  ['src/runner/x.ts', '@actions/core'],
  ['src/x.ts', './operations/execute.ts'],
  ['simulator/cloudflare/x.ts', '../faults.ts'],
];

/** Lints a file for each import, under the project's own rules; returns those that are refused. */
async function findRefused(imports: typeof FORBIDDEN): Promise<readonly string[]> {
  const folder = await realpath(await mkdtemp(path.join(tmpdir(), 'house-')));
  const rules = JSON.parse(await readFile(path.join(root, 'biome.json'), 'utf8'));
  const { $schema: _schema, vcs: _vcs, files: _files, ...rest } = rules;
  await writeFile(path.join(folder, 'biome.json'), JSON.stringify(rest));
  const names = imports.map(([file, specifier], index) => ({
    file: file.replace('x.ts', `x${index}.ts`),
    specifier,
  }));
  for (const { file, specifier } of names) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), `import { x } from '${specifier}';\nx();\n`);
  }
  const biome = path.join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
  const { stdout } = spawnSync(
    process.execPath,
    [biome, 'lint', '--only=style/noRestrictedImports', '--max-diagnostics=none', '--reporter=github', '.'],
    { cwd: folder, encoding: 'utf8' },
  );
  return names
    .filter(({ file }) => stdout.includes(`noRestrictedImports,file=${path.join(folder, file)},`))
    .map(({ file, specifier }) => `${file.replace(/x\d+/, 'x')} ${specifier}`);
}

describe('arrows of import run one way', () => {
  test('every import against them is refused by the linter', async () => {
    expect(await findRefused(FORBIDDEN)).toEqual(FORBIDDEN.map((one) => one.join(' ')));
  });

  test('every import along them is allowed', async () => {
    expect(await findRefused(ALLOWED)).toEqual([]);
  });
});

test('the version is the one of package.json', () => {
  expect(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).version).toBe(VERSION);
});

test('there is one copy of undici', () => {
  const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
  const copies = Object.keys(lock.packages).filter((name) => name.endsWith('node_modules/undici'));
  expect(copies).toEqual(['node_modules/undici']);
});

test('the lock file names no download address', () => {
  expect(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).not.toMatch(/"resolved"/);
});

test('the lock file names every optional package, those of other platforms too, or npm ci would refuse it', () => {
  const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
  const wanted = Object.values<{ optionalDependencies?: object }>(lock.packages).flatMap((locked) =>
    Object.keys(locked.optionalDependencies ?? {}),
  );
  expect(wanted.filter((name) => !(`node_modules/${name}` in lock.packages))).toEqual([]);
});

test('addresses of GitHub come from the runner; github.com stands only for one that says none', () => {
  const files = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.replaceAll(path.sep, '/'));
  const written = files.flatMap((name) =>
    [
      ...readFileSync(path.join(root, 'src', name), 'utf8').matchAll(
        /['"`](https?:\/\/[^'"`]*github[^'"`]*)/g,
      ),
    ]
      .map(([, address]) => `${name}: ${address}`)
      .filter((one) => !one.includes('docs.github.com')),
  );
  expect([...new Set(written)].toSorted()).toEqual([
    'runner/github/open-ledger.ts: https://github.com',
    'runner/github/place.ts: https://api.github.com',
  ]);
});

test('tests take nothing from jest that `npm run mutation` does not give them too', () => {
  const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
  const exported = /^export (?:const |\{ )(\w+)/gm;
  const given = [...read('mutation/runner/globals.ts').matchAll(exported)].map(([, name]) => name);
  const files = readdirSync(path.join(root, 'test'), { recursive: true, encoding: 'utf8' });
  const taken = files
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => {
      const names = /import \{([^}]*)\} from '@jest\/globals'/.exec(read(path.join('test', file)))?.[1] ?? '';
      return (names.match(/\w+/g) ?? []).map((name) => ({ name, file }));
    });
  expect(taken.length).toBeGreaterThan(100);
  expect(taken.filter(({ name }) => !given.includes(name))).toEqual([]);
});
