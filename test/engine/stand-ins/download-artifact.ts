/** Stands in for actions/download-artifact: gives back one artifact by its name, or each in a folder of its own. */
import { cp, readdir } from 'node:fs/promises';
import path from 'node:path';
import { actAs } from './step.ts';

const UNSUPPORTED = ['artifact-ids', 'pattern', 'merge-multiple', 'github-token', 'repository', 'run-id'];

await actAs('actions/download-artifact', UNSUPPORTED, async ({ input, output, store, variable }) => {
  const target = path.resolve(variable('GITHUB_WORKSPACE'), input('path'));
  const artifacts = path.join(store, 'artifacts');
  const known = await readdir(artifacts).catch((): string[] => []);
  const name = input('name');
  if (name !== '' && !known.includes(name)) {
    throw new Error(`Artifact not found for name: ${name}; there is ${known.join(', ') || 'none'}`);
  }
  for (const one of name === '' ? known : [name]) {
    await cp(path.join(artifacts, one, 'files'), name === '' ? path.join(target, one) : target, {
      recursive: true,
    });
  }
  output('download-path', target);
});
