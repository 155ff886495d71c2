/**
 * Lints workflows and action files with GitHub's own language service, as a process of its own: the texts come as JSON
 * on standard input, what it finds goes as JSON to standard output. Its modules import JSON in a way that Node.js
 * takes only with a loader's help.
 */
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { parse } from 'yaml';

registerHooks({
  load: (url, context, next) =>
    next(url, url.endsWith('.json') ? { ...context, importAttributes: { type: 'json' } } : context),
});
const { validate } = await import('@actions/languageservice');
const { TextDocument } = await import('vscode-languageserver-textdocument');

const root = path.join(import.meta.dirname, '..', '..', '..');
const isOurs = ({ owner, name }: { owner: string; name: string }) =>
  `${owner}/${name}` === 'OWNER/certops-action';

/** A called workflow or action is read where it is this repository's; any other is taken as it is called. */
const config = {
  fileProvider: {
    getFileContent: async (file: { path: string; repository?: string }) => {
      if (file.repository !== undefined && file.repository !== 'certops-action') {
        throw new Error(`${file.repository} is not here`);
      }
      return { name: file.path, content: readFileSync(path.join(root, file.path), 'utf8') };
    },
  },
  actionsMetadataProvider: {
    fetchActionMetadata: async (action: { owner: string; name: string; path?: string }) =>
      isOurs(action)
        ? parse(readFileSync(path.join(root, action.path ?? '', 'action.yml'), 'utf8'))
        : { name: action.name, description: '' },
  },
};

const given: readonly { name: string; text: string }[] = JSON.parse(await text(process.stdin));
const found: string[] = [];
for (const file of given) {
  const document = TextDocument.create(`file:///${file.name}`, 'yaml', 1, file.text);
  for (const { range, message } of await validate(document, config)) {
    found.push(`${file.name}:${range.start.line + 1}: ${message}`);
  }
}
process.stdout.write(JSON.stringify(found));
