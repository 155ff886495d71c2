/** Stands in for actions/upload-artifact: keeps the files of a folder, or a file, under the artifact's name. */
import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { actAs, type StandInStep } from './step.ts';

/** What its name may not have: an artifact is a file in the end. */
const FORBIDDEN = /["':<>|*?\r\n\\/]/;

await actAs('actions/upload-artifact', ['overwrite'], async (step) => {
  const { input, output, variable } = step;
  const name = input('name');
  if (name === '' || FORBIDDEN.test(name)) throw new Error(`'${name}' cannot be the name of an artifact`);
  const files = await findFiles(step);
  if (files.length === 0 && input('if-no-files-found') === 'error') {
    throw new Error(`No files were found with the provided path: ${input('path')}`);
  }
  if (files.length === 0) return;
  const folder = path.join(step.store, 'artifacts', name);
  await mkdir(path.dirname(folder), { recursive: true });
  await mkdir(folder).catch(() => {
    throw new Error(`an artifact with the name ${name} already exists on the workflow run`);
  });
  const digest = createHash('sha256');
  for (const { from, to } of files) {
    await cp(from, path.join(folder, 'files', to));
    digest.update(to).update(await readFile(from));
  }
  const id = String(Number.parseInt(createHash('sha256').update(name).digest('hex').slice(0, 8), 16));
  const retention = input('retention-days');
  await writeFile(
    path.join(folder, 'artifact.json'),
    JSON.stringify({ id, retentionDays: Number(retention) }),
  );
  const run = `${variable('GITHUB_SERVER_URL')}/${variable('GITHUB_REPOSITORY')}/actions/runs/${variable('GITHUB_RUN_ID')}`;
  output('artifact-id', id);
  output('artifact-digest', digest.digest('hex'));
  output('artifact-url', `${run}/artifacts/${id}`);
});

/** The files of each line of the path; where it names a folder, by their place in it. */
async function findFiles({ input, variable }: StandInStep) {
  const showsHidden = input('include-hidden-files') === 'true';
  const found: { readonly from: string; readonly to: string }[] = [];
  for (const line of input('path')
    .split('\n')
    .map((one) => one.trim())) {
    if (line === '') continue;
    if (/[*?[!]/.test(line)) throw new Error(`cannot do patterns such as '${line}'`);
    const from = path.resolve(variable('GITHUB_WORKSPACE'), line);
    const facts = await stat(from).catch(() => null);
    if (facts === null) continue;
    if (facts.isFile()) found.push({ from, to: path.basename(from) });
    else {
      for (const entry of await readdir(from, { recursive: true, withFileTypes: true })) {
        const file = path.join(entry.parentPath, entry.name);
        const to = path.relative(from, file);
        const isHidden = to.split(path.sep).some((part) => part.startsWith('.'));
        if (entry.isFile() && (showsHidden || !isHidden)) found.push({ from: file, to });
      }
    }
  }
  return found;
}
