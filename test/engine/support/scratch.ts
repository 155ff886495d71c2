import { execFileSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { standIns } from '../stand-ins/stand-ins.ts';
import { ACTION, type Foreign, findForeign, rewriteForEngine } from './rewrite.ts';

const root = path.join(import.meta.dirname, '..', '..', '..');
const WORKFLOWS = path.join('.github', 'workflows');

/** Folders of one run of the engine, gone after the test. */
export interface Scratch {
  /** A git repository of a user's own, with the workflow and whatever else it has. */
  readonly repository: string;
  /** Its one commit. */
  readonly commit: string;
  /** What the engine keeps. */
  readonly home: string;
  /** What stand-ins keep. */
  readonly store: string;
  /** `owner/name@ref=folder`: where the engine finds what is not in the repository. */
  readonly replacements: readonly string[];
  remove(): Promise<void>;
}

/**
 * Makes a user's repository of these files, and beside it the action and stand-ins for GitHub's own actions.
 * @param name `owner/name`
 * @throws Error where a workflow uses an action that nothing stands in for
 */
export async function makeScratch(name: string, files: Readonly<Record<string, string>>): Promise<Scratch> {
  const folder = await mkdtemp(path.join(tmpdir(), 'engine-'));
  const remove = () => rm(folder, { recursive: true, maxRetries: 5 });
  try {
    return { ...(await fillScratch(folder, name, files)), remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function fillScratch(
  folder: string,
  name: string,
  files: Readonly<Record<string, string>>,
): Promise<Omit<Scratch, 'remove'>> {
  const place = (part: string) => path.join(folder, part);
  const workflows = Object.entries(files).filter(([file]) => file.startsWith(WORKFLOWS));
  const repository = place('repository');
  for (const [file, text] of Object.entries(files)) {
    await writeInto(repository, file, file.startsWith(WORKFLOWS) ? rewriteForEngine(text) : text);
  }
  const own = await copyAction(place('action'));
  const foreign = [...workflows.map(([, text]) => text), ...own].flatMap((text) =>
    findForeign(rewriteForEngine(text)),
  );
  const replacements = await Promise.all(
    foreign.map(async (one) => {
      const target = one.repository === ACTION ? place('action') : place(`stand-ins/${one.repository}`);
      if (one.repository !== ACTION) await writeStandIn(target, one);
      return `${one.repository}@${one.ref}=${target}`;
    }),
  );
  await Promise.all([mkdir(place('home')), mkdir(place('store'))]);
  return {
    repository,
    commit: commitAll(repository, name),
    home: place('home'),
    store: place('store'),
    replacements: [...new Set(replacements)],
  };
}

/** The action as a runner fetches it. Returns its workflows' texts. */
async function copyAction(target: string): Promise<readonly string[]> {
  await mkdir(target);
  await cp(path.join(root, 'action.yml'), path.join(target, 'action.yml'));
  await cp(path.join(root, 'dist'), path.join(target, 'dist'), { recursive: true });
  await writeInto(
    target,
    'simulator/action.yml',
    await readFile(path.join(root, 'simulator', 'action.yml'), 'utf8').catch(() => ''),
  );
  const names = await readdir(path.join(root, WORKFLOWS));
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(path.join(root, WORKFLOWS, name), 'utf8');
      await writeInto(target, path.join(WORKFLOWS, name), rewriteForEngine(text));
      return /^ {2}workflow_call:/m.test(text) ? text : '';
    }),
  );
}

/** A small action that runs the stand-in's file where it is. */
async function writeStandIn(target: string, { repository, path: inner }: Foreign): Promise<void> {
  const name = inner === '' ? repository : `${repository}/${inner}`;
  const standIn = standIns[name];
  if (standIn === undefined) {
    throw new Error(
      `Nothing stands in for ${name}, which a workflow uses; write it in test/engine/stand-ins. There is ${Object.keys(standIns).join(', ')}.`,
    );
  }
  const inputs = Object.entries(standIn.inputs).map(([key, value]) => [
    key,
    { required: false, default: value },
  ]);
  const action = {
    name,
    description: 'Stands in for the action of this name',
    inputs: Object.fromEntries(inputs),
    outputs: Object.fromEntries(standIn.outputs.map((key) => [key, { description: key }])),
    runs: { using: 'node24', main: 'index.mjs' },
  };
  // JSON is YAML.
  await writeInto(target, path.join(inner, 'action.yml'), JSON.stringify(action));
  await writeInto(target, path.join(inner, 'index.mjs'), `import '${pathToFileURL(standIn.entry)}';\n`);
}

async function writeInto(folder: string, file: string, text: string): Promise<void> {
  const target = path.join(folder, file);
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(target, text);
}

function commitAll(repository: string, name: string): string {
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=Tests', '-c', 'user.email=tests@example.com', ...args], {
      cwd: repository,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' },
    }).trim();
  git('init', '--quiet', '--initial-branch', 'main');
  git('remote', 'add', 'origin', `https://github.com/${name}.git`);
  git('add', '--all', '--force');
  git('commit', '--quiet', '--message', 'All of it');
  return git('rev-parse', 'HEAD');
}
