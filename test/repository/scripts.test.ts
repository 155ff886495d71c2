import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';

const root = path.join(import.meta.dirname, '..', '..');

/** The script of a step, by its name, out of a workflow of this repository. */
function readScript(workflow: string, job: string, step: string): string {
  const { jobs } = parse(readFileSync(path.join(root, '.github', 'workflows', workflow), 'utf8'));
  const found = jobs[job].steps.find(({ name }: { name?: string }) => name === step);
  return found.run;
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'workflow-'));
});

/** Runs a script as the runner does, with a `gh` that notes its calls and answers as the test says. */
function run(script: string, env: Readonly<Record<string, string>>, gh = 'exit 0') {
  const bin = path.join(folder, 'bin');
  mkdirSync(bin, { recursive: true });
  writeFileSync(path.join(bin, 'gh'), `#!/usr/bin/env bash\necho "$*" >> '${folder}/gh'\n${gh}\n`);
  chmodSync(path.join(bin, 'gh'), 0o755);
  const { status, stdout, stderr } = spawnSync('bash', ['-e', '-c', script], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: `${bin}:${process.env.PATH}`, HOME: folder, ...env },
  });
  const calls = spawnSync('cat', ['gh'], { cwd: folder, encoding: 'utf8' }).stdout.split('\n').slice(0, -1);
  return { status, stdout, stderr, calls };
}

describe('dist-push.yml', () => {
  const look = readScript('dist-push.yml', 'push', 'Look at what came');
  const commit = readScript('dist-push.yml', 'push', 'Commit it');
  const buildDist = () => {
    const built = path.join(folder, 'built');
    cpSync(path.join(root, 'dist'), built, { recursive: true });
    return built;
  };

  test('takes dist/ as it is', () => {
    expect(run(look, { BUILT: buildDist() })).toMatchObject({ status: 0, stderr: '' });
  });

  test.each<[string, (built: string) => void, string]>([
    ['a file on top', (built) => writeFileSync(path.join(built, 'action.yml'), ''), './action.yml'],
    ['another file', (built) => writeFileSync(path.join(built, 'main', 'run.sh'), ''), './main/run.sh'],
    ['a folder deeper', (built) => mkdirSync(path.join(built, 'main', 'x')), './main/x'],
    ['a hidden folder', (built) => mkdirSync(path.join(built, '.git')), './.git'],
    [
      'a link',
      (built) => symlinkSync('/etc/passwd', path.join(built, 'main', '1.index.js')),
      './main/1.index.js',
    ],
  ])('refuses %s', (_, spoil, named) => {
    const built = buildDist();
    spoil(built);
    const { status, stderr } = run(look, { BUILT: built });
    expect([status, stderr]).toEqual([1, `Not of dist/:\n${named}\n`]);
  });

  test('commits a changed dist/ to the branch, and an unchanged one not', () => {
    const git = (...args: readonly string[]) => {
      const { status, stdout, stderr } = spawnSync('git', args, { cwd: folder, encoding: 'utf8' });
      expect([args, status, status === 0 ? '' : stderr]).toEqual([args, 0, '']);
      return stdout.trim();
    };
    const author = ['-c', 'user.name=a', '-c', 'user.email=a@example.com'];
    git('init', '--quiet', '--bare', 'remote.git');
    git('init', '--quiet', '.');
    mkdirSync(path.join(folder, 'dist'));
    writeFileSync(path.join(folder, 'dist', 'old.js'), 'old');
    git('add', 'dist');
    git(...author, 'commit', '--quiet', '--message', 'before');
    git('remote', 'add', 'origin', path.join(folder, 'remote.git'));
    mkdirSync(path.join(folder, 'built'));
    writeFileSync(path.join(folder, 'built', 'index.js'), 'new');
    const env = { BUILT: path.join(folder, 'built'), BRANCH: 'dependabot/npm_and_yarn/x' };

    expect(run(commit, env)).toMatchObject({ status: 0, calls: ['auth setup-git'] });
    const tip = git('-C', 'remote.git', 'rev-parse', 'refs/heads/dependabot/npm_and_yarn/x');
    expect(git('ls-tree', '-r', '--name-only', tip)).toBe('dist/index.js');

    const again = run(commit, env);
    expect([again.status, again.stdout]).toEqual([0, expect.stringContaining('already')]);
    expect(git('-C', 'remote.git', 'rev-parse', 'refs/heads/dependabot/npm_and_yarn/x')).toBe(tip);
  });
});

describe('release.yml', () => {
  const publish = readScript('release.yml', 'publish', 'Publish vX.Y.Z');
  const move = readScript('release.yml', 'publish', 'Move vX');
  const env = { GH_REPO: 'o/r', GH_TOKEN: 't', GITHUB_SHA: 'abc', VERSION: '1.2.3' };
  const answer = (sha: string, immutable: boolean) =>
    `case "$*" in *commits/v1.2.3*) echo ${sha};; *releases/tags*) echo ${immutable};; esac`;

  test('publishes the commit that was validated', () => {
    const { status, stdout, calls } = run(publish, env, answer('abc', true));
    expect([status, stdout]).toEqual([0, '']);
    expect(calls[0]).toBe(
      'release create v1.2.3 release/checksums.txt release/sbom.cdx.json --target abc --title v1.2.3 --notes-file release/notes.md',
    );
  });

  test('fails where the tag is another commit, and warns where the release can be changed', () => {
    expect(run(publish, env, answer('def', true))).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('::error title=Release::v1.2.3 is def, not the abc'),
    });
    expect(run(publish, env, answer('abc', false))).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('::warning title=Release::v1.2.3 is not immutable'),
    });
  });

  test('moves the tag of the major version where there is one', () => {
    const { status, calls } = run(move, env);
    expect([status, calls.slice(1)]).toEqual([
      0,
      ['api --method PATCH repos/o/r/git/refs/tags/v1 -f sha=abc -F force=true --silent'],
    ]);
  });

  test('makes it where there is none', () => {
    const { status, calls } = run(move, env, 'case "$*" in *git/ref/tags*) exit 1;; esac');
    expect([status, calls.slice(1)]).toEqual([
      0,
      ['api --method POST repos/o/r/git/refs -f ref=refs/tags/v1 -f sha=abc --silent'],
    ]);
  });
});
