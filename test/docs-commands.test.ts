import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, test } from '@jest/globals';
import { pages } from './lint/support/sources.ts';
import { readText } from './support/workflow.ts';

const root = path.join(import.meta.dirname, '..');
const scripts: Readonly<Record<string, string>> = JSON.parse(readText('package.json')).scripts;
const testFiles = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .map((name) => `test/${name.replaceAll(path.sep, '/')}`)
  .filter((name) => name.endsWith('.test.ts'));

interface Command {
  /** The page and the command. */
  readonly name: string;
  readonly words: readonly string[];
}

/** Each command of the pages: of their shell blocks, and those that stand within the text. */
const commands: readonly Command[] = pages.flatMap((page) => {
  const blocks = [...page.text.matchAll(/^ *```(?:sh|bash|shell|console)\n(.*?)^ *```$/gms)];
  const lines = blocks.flatMap(([, body = '']) => body.split('\n').map((line) => line.replace(/#.*$/, '')));
  const inText = [...page.text.matchAll(/`((?:npm|npx|node|bash) [^`]+)`/g)].map(([, text = '']) => text);
  return [...lines, ...inText]
    .flatMap((line) => line.split('&&'))
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => ({ name: `${page.name}: ${line}`, words: splitWords(line) }));
});

/** Words as a shell splits them, single quotes apart. */
function splitWords(line: string): readonly string[] {
  return [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
}

/** The words of `npm run`, without what is npm's own. */
function readNpmRun(words: readonly string[]): {
  readonly script: string;
  readonly given: readonly string[];
} {
  const [script = '', separator, ...given] = words.slice(2).filter((word) => word !== '--silent');
  if (separator !== undefined && separator !== '--') throw new Error(`npm takes '${separator}' for itself`);
  return { script, given };
}

const kinds: Readonly<Record<string, (words: readonly string[]) => boolean>> = {
  'npm ci': (words) => words.join(' ').startsWith('npm ci'),
  "Node's own": ([node, option]) => node === 'node' && option === '-e',
  '.ci/run': (words) => words.join(' ') === 'bash .ci/run',
  tests: ([npm, test]) => npm === 'npm' && test === 'test',
  'the simulator': (words) => words.join(' ').startsWith('npm run --silent simulator'),
  attestation: (words) => words.join(' ').startsWith('gh attestation verify '),
  scripts: ([npm, run, ...rest]) => npm === 'npm' && run === 'run' && !rest.includes('simulator'),
};
const of = (kind: string) => commands.filter(({ words }) => kinds[kind]?.(words));

describe('the commands on the pages', () => {
  test('are all of a kind that is tested here', () => {
    const known = new Set(Object.keys(kinds).flatMap(of));
    expect(commands.filter((one) => !known.has(one))).toEqual([]);
    for (const kind of Object.keys(kinds)) expect(of(kind)).not.toEqual([]);
  });

  test('that set up, run and prove the project are what .ci/run does', () => {
    const run = readText('.ci', 'run');
    for (const command of ['npm ci', 'npm test', 'npm run --silent demo']) {
      expect(run).toMatch(new RegExp(`^${command}`, 'm'));
    }
    expect(existsSync(path.join(root, '.ci', 'run'))).toBe(true);
  });

  test.each(of('npm ci'))('$name has a lock file to go by', ({ words }) => {
    const [prefix = '--prefix', folder = '.', ...more] = words.slice(2);
    expect([prefix, more]).toEqual(['--prefix', []]);
    expect(existsSync(path.join(root, folder, 'package-lock.json'))).toBe(true);
  });

  test.each(of("Node's own"))('$name runs', ({ words }) => {
    expect(spawnSync(process.execPath, words.slice(1)).status).toBe(0);
  });

  test.each(of('tests'))('$name finds tests', ({ words }) => {
    const [separator = '--', ...given] = words.slice(2);
    expect(separator).toBe('--');
    const at = given.indexOf('-t');
    const places = at === -1 ? given : given.slice(0, at);
    const found = testFiles.filter((file) => places.length === 0 || places.some((one) => file.includes(one)));
    const named = at === -1 ? '' : (given[at + 1] ?? '');
    expect(found.filter((file) => readText(file).includes(named))).not.toEqual([]);
  });

  test.each(of('scripts'))('$name is a script that knows its options', ({ words }) => {
    const { script, given } = readNpmRun(words);
    expect(Object.keys(scripts)).toContain(script);
    const [, entry] = /(?:^| )((?:scripts|bench|test|mutation)\/\S+\.ts)/.exec(scripts[script] ?? '') ?? [];
    if (entry === undefined) return expect(given).toEqual([]);
    expect(existsSync(path.join(root, entry))).toBe(true);
    for (const option of given.filter((word) => word.startsWith('--'))) {
      expect(readText(entry)).toContain(option.slice(2).replace(/=.*$/, ''));
    }
  });

  test.each(of('attestation'))('$name names a file that a release attests', ({ words }) => {
    expect(existsSync(path.join(root, words[3] ?? ''))).toBe(true);
    expect(words.slice(4)).toEqual(['--repo', 'OWNER/certops-action']);
    const release = readText('.github', 'workflows', 'release.yml');
    expect(release).toMatch(/uses: actions\/attest@/);
    expect(release).toContain('release/checksums.txt');
  });

  test.each(of('the simulator'))('$name starts it', async ({ words }) => {
    const { given } = readNpmRun(words);
    const port = given.indexOf('--port') + 1;
    const anyPort = given.map((word, index) => (port > 0 && index === port ? '0' : word));
    const [node, entry = ''] = (scripts.simulator ?? '').split(' ');
    expect(node).toBe('node');
    const child = spawn(process.execPath, [entry, ...anyPort], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    const said = new Promise<string>((resolve) => {
      createInterface({ input: child.stdout })
        .once('line', resolve)
        .once('close', () => resolve('nothing'));
    });
    const { url, env } = JSON.parse(await said);
    expect((await fetch(`${url}/client/v4/user/tokens/verify`)).status).not.toBe(404);
    expect(Object.keys(env)).toContain('CLOUDFLARE_API_TOKEN');
    child.kill('SIGTERM');
    await ended;
  });
});
