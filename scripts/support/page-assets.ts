import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { transformSync } from '@swc/core';

const FOLDER = path.join('src', 'report', 'audit', 'html');
/** In the order in which they stand in the page; each uses only those before it. */
const SCRIPTS = ['rows.ts', 'view.ts', 'report.ts'];

/** Where the module of `writePageAssets` is, from the root of the repository. */
export const PAGE_ASSETS_PATH = path.join(FOLDER, 'assets.ts');

/**
 * The module that holds the style and the script of the audit's HTML report, and their hashes for its content
 * policy. The texts are constants, so that what a browser runs is, to the octet, what was hashed here.
 */
export function writePageAssets(root: string): string {
  const read = (name: string) => readFileSync(path.join(root, FOLDER, 'browser', name), 'utf8').trim();
  // The notes at its head are for those who work on it.
  const style = read('report.css').replace(/^(?:\/\*.*?\*\/\s*)+/s, '');
  const script = SCRIPTS.map((name) => toBrowserScript(name, read(name))).join('\n');
  return [
    "// Made by 'npm run generate' from browser/; change it there.",
    ...writeConstant('STYLE', 'The style of the page.', style),
    ...writeConstant('SCRIPT', 'The script of the page: a module.', script),
    '',
  ].join('\n');
}

/** Without types, and without imports and exports, since all stand in one module in the page. */
function toBrowserScript(name: string, source: string): string {
  const { code } = transformSync(source, {
    filename: name,
    configFile: false,
    swcrc: false,
    jsc: { parser: { syntax: 'typescript' }, target: 'es2024' },
    module: { type: 'es6' },
  });
  const script = code.replace(/^import .*;\n/gm, '').replace(/^export (?=function|const)/gm, '');
  if (/^(import|export)\b/m.test(script))
    throw new Error(`${name} has an import or export over several lines.`);
  return script.trim();
}

function writeConstant(name: string, note: string, text: string): readonly string[] {
  if (/<\/(script|style)|<!--/i.test(text)) throw new Error(`${name} holds what would end its element.`);
  const hash = createHash('sha256').update(text).digest('base64');
  const literal = text.replace(/[\\`]|\$(?=\{)/g, '\\$&');
  return [
    '',
    `/** ${note} */`,
    `export const ${name} = \`${literal}\`;`,
    `/** Names ${name} in a content policy. */`,
    `export const ${name}_HASH = 'sha256-${hash}';`,
  ];
}
