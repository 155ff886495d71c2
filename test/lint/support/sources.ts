import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { completeWorkflow, findYamlBlocks, type YamlBlock } from './yaml-blocks.ts';

export const root = path.join(import.meta.dirname, '..', '..', '..');

/** A file of the repository, or what stands for one: the name says where to look. */
export interface Source {
  readonly name: string;
  readonly text: string;
}

const readSource = (name: string): Source => ({ name, text: readFileSync(path.join(root, name), 'utf8') });
const listFolder = (folder: string, ending: string) =>
  readdirSync(path.join(root, folder))
    .filter((name) => name.endsWith(ending))
    .map((name) => readSource(`${folder}/${name}`));

/** The repository's workflows and those of examples/. */
export const workflows: readonly Source[] = [
  ...listFolder('.github/workflows', '.yml'),
  ...listFolder('examples', '.yml').filter(({ text }) => /^jobs:/m.test(text)),
];

export const actions: readonly Source[] = ['action.yml', 'simulator/action.yml'].map(readSource);

export const dependabot: Source = readSource('.github/dependabot.yml');

/** The pages of the documentation. */
export const pages: readonly Source[] = [...listFolder('.', '.md'), ...listFolder('docs', '.md')].map(
  ({ name, text }) => ({ name: name.replace(/^\.\//, ''), text }),
);

export const blocks: readonly YamlBlock[] = pages.flatMap(({ name, text }) => findYamlBlocks(name, text));

/** Blocks that show a workflow, made whole. */
export const shownWorkflows: readonly Source[] = blocks
  .filter(({ kind }) => kind === 'workflow')
  .map(({ name, text }) => ({ name, text: completeWorkflow(text) }));
