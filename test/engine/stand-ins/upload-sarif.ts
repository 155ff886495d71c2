/** Stands in for github/codeql-action/upload-sarif: keeps the results by their category. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { actAs } from './step.ts';

await actAs(
  'github/codeql-action/upload-sarif',
  ['ref', 'sha'],
  async ({ input, output, store, variable }) => {
    const file = path.resolve(variable('GITHUB_WORKSPACE'), input('sarif_file'));
    const sarif: unknown = JSON.parse(await readFile(file, 'utf8'));
    if (typeof sarif !== 'object' || sarif === null || !('version' in sarif) || sarif.version !== '2.1.0') {
      throw new Error(`${file} is no SARIF 2.1.0`);
    }
    const folder = path.join(store, 'sarif');
    await mkdir(folder, { recursive: true });
    const id = encodeURIComponent(input('category'));
    await writeFile(path.join(folder, `${id}.json`), JSON.stringify({ category: input('category'), sarif }), {
      flag: 'wx',
    });
    output('sarif-id', id);
  },
);
