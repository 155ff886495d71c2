/**
 * Makes action.yml, action-types.yml, the README's tables and docs/targets.schema.json from the schemas, and the HTML report's style
 * and script from their sources. With --check it writes nothing and fails where a file differs.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { stringify } from 'yaml';
import { capabilitiesOf } from '../src/interface/capabilities.ts';
import { inputNames, inputNotes } from '../src/interface/input-notes.ts';
import { defaultOf } from '../src/interface/inputs.ts';
import { outputNames, outputNotes } from '../src/interface/outputs.ts';
import { operations, providers } from '../src/interface/words.ts';
import { writeActionTypes } from './support/action-types.ts';
import { PAGE_ASSETS_PATH, writePageAssets } from './support/page-assets.ts';
import { writeTargetsSchema } from './support/targets-schema.ts';

const root = path.join(import.meta.dirname, '..');

/** action.yml, whole. */
function writeAction(): string {
  const inputs = inputNames.map((name) => {
    const { description, required } = inputNotes[name];
    const value = defaultOf(name);
    return [
      name,
      { description, required: required ?? false, ...(value === undefined ? {} : { default: value }) },
    ];
  });
  const outputs = outputNames.map((name) => [name, { description: outputNotes[name] }]);
  const action = {
    name: 'CertOps',
    description:
      'Certificate operations as code on Cloudflare Gateway, Cloudflare API Shield and Zscaler ZPA certificates',
    author: 'CertOps',
    branding: { icon: 'shield', color: 'blue' },
    inputs: Object.fromEntries(inputs),
    outputs: Object.fromEntries(outputs),
    runs: { using: 'node24', main: 'dist/main/index.js', post: 'dist/cleanup/index.js' },
  };
  return `# Made by 'npm run generate' from src/interface/; change it there.\n${stringify(action, { lineWidth: 110 })}`;
}

/** The README with its tables made anew between their markers. */
function writeReadme(readme: string): string {
  const tables = {
    inputs: tableOf(
      ['Input', 'Default', 'What it does'],
      inputNames.map((name) => {
        const { description, required, environment } = inputNotes[name];
        const value = defaultOf(name);
        const shown = required ? 'required' : value === undefined ? '' : `\`${value}\``;
        const fallback = environment === undefined ? '' : ` Empty: \`${environment}\` of the environment.`;
        return [`\`${name}\``, shown, `${description}${fallback}`];
      }),
    ),
    outputs: tableOf(
      ['Output', 'What it holds'],
      outputNames.map((name) => [`\`${name}\``, outputNotes[name]]),
    ),
    operations: tableOf(
      ['Operation', ...providers.map((name) => `\`${name}\``)],
      operations.map((operation) => [
        `\`${operation}\``,
        ...providers.map((name) => (capabilitiesOf[name].operations.includes(operation) ? 'yes' : '–')),
      ]),
    ),
  };
  return Object.entries(tables).reduce((text, [name, table]) => {
    const begin = `<!-- ${name}: made by 'npm run generate' -->`;
    const end = `<!-- /${name} -->`;
    const from = text.indexOf(begin);
    const to = text.indexOf(end);
    if (from < 0 || to < from) throw new Error(`README.md lacks the markers ${begin} and ${end}`);
    return `${text.slice(0, from + begin.length)}\n${table}\n${text.slice(to)}`;
  }, readme);
}

function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const check = process.argv.includes('--check');
const readmePath = path.join(root, 'README.md');
const wanted = new Map([
  [path.join(root, 'action.yml'), writeAction()],
  [path.join(root, 'action-types.yml'), writeActionTypes()],
  [readmePath, writeReadme(readFileSync(readmePath, 'utf8'))],
  [path.join(root, 'docs', 'targets.schema.json'), writeTargetsSchema()],
  [path.join(root, PAGE_ASSETS_PATH), writePageAssets(root)],
]);
for (const [file, text] of wanted) {
  const name = path.basename(file);
  if (!check) {
    writeFileSync(file, text);
  } else if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
    process.stderr.write(`${name} differs from what it is made from. Run 'npm run generate'.\n`);
    process.exitCode = 1;
  }
}
process.stdout.write(
  `${check ? 'Checked' : 'Made'} ${[...wanted.keys()].map((file) => path.basename(file)).join(', ')}\n`,
);
