import { lstat, mkdir, mkdtemp, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { createReportFiles } from '../../src/runner/audit-files.ts';

async function makePlace() {
  const place = await mkdtemp(path.join(tmpdir(), 'reports-'));
  const environment = { RUNNER_TEMP: path.join(place, 'temp'), GITHUB_WORKSPACE: path.join(place, 'work') };
  await mkdir(environment.GITHUB_WORKSPACE);
  return { place, environment, workspace: environment.GITHUB_WORKSPACE };
}
const messageOf = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: Error) => error.message,
  );

describe('the reports of an audit', () => {
  test('lie in a new folder under RUNNER_TEMP where none is named', async () => {
    const { environment } = await makePlace();
    const files = createReportFiles(environment, null);
    expect(files.directory).toBeNull();
    const html = await files.write('audit.html', ['<html>']);
    const json = await files.write('audit.json', ['{}']);
    expect(path.dirname(html)).toBe(files.directory);
    expect(path.dirname(json)).toBe(files.directory);
    expect(path.basename(files.directory ?? '')).toMatch(/^certops-report-\w{6}$/);
    expect(path.dirname(files.directory ?? '')).toBe(environment.RUNNER_TEMP);
  });

  test.each([
    ['a relative path', () => 'a/b/reports', 'a/b/reports'],
    ['an absolute path', (workspace: string) => path.join(workspace, 'c'), 'c'],
    ['the workspace itself', () => '.', ''],
    ['a folder that is there', () => 'there', 'there'],
  ])('lie where %s says', async (_, directoryIn, expected) => {
    const { environment, workspace } = await makePlace();
    await mkdir(path.join(workspace, 'there'));
    const files = createReportFiles(environment, directoryIn(workspace));
    await files.write('audit.json', ['[', '1', ']']);
    expect(files.directory).toBe(path.join(workspace, expected));
    expect(await readFile(path.join(workspace, expected, 'audit.json'), 'utf8')).toBe('[1]');
  });

  test('may lie where a link leads to', async () => {
    const { place, environment, workspace } = await makePlace();
    await mkdir(path.join(place, 'elsewhere'));
    await symlink(path.join(place, 'elsewhere'), path.join(workspace, 'reports'));
    await createReportFiles(environment, 'reports').write('audit.json', ['{}']);
    expect(await readdir(path.join(place, 'elsewhere'))).toEqual(['audit.json']);
  });

  test('are whole, however long and whatever the script', async () => {
    const { environment } = await makePlace();
    const parts = Array.from({ length: 20_000 }, (_, index) => `${index} 証明書 🟢\n`);
    const file = await createReportFiles(environment, null).write('audit.csv', parts);
    expect(await readFile(file, 'utf8')).toBe(parts.join(''));
  });

  test('are made only as fast as they are written', async () => {
    const { environment } = await makePlace();
    const parts = function* () {
      // Had all been made before the first was written, the folder would still be empty at the last one.
      for (let index = 0; index < 100; index++) {
        made = index;
        yield 'x'.repeat(64 * 1024);
      }
    };
    let made = 0;
    const writing = createReportFiles(environment, null).write('audit.csv', parts());
    await new Promise((resolve) => setImmediate(resolve));
    expect(made).toBeLessThan(99);
    await writing;
    expect(made).toBe(99);
  });
});

describe('a report takes the place of', () => {
  test('an older one', async () => {
    const { environment, workspace } = await makePlace();
    await writeFile(path.join(workspace, 'audit.json'), 'old and longer than the new one');
    await createReportFiles(environment, '.').write('audit.json', ['new']);
    expect(await readFile(path.join(workspace, 'audit.json'), 'utf8')).toBe('new');
    expect(await readdir(workspace)).toEqual(['audit.json']);
  });

  test('a link, and leaves alone what it leads to', async () => {
    const { place, environment, workspace } = await makePlace();
    await writeFile(path.join(place, 'precious'), 'precious');
    await symlink(path.join(place, 'precious'), path.join(workspace, 'audit.json'));
    await createReportFiles(environment, '.').write('audit.json', ['new']);
    expect(await readFile(path.join(place, 'precious'), 'utf8')).toBe('precious');
    expect((await lstat(path.join(workspace, 'audit.json'))).isFile()).toBe(true);
  });
});

describe('a report that cannot be written', () => {
  test('leaves the older one, and no half of the new one', async () => {
    const { environment, workspace } = await makePlace();
    await writeFile(path.join(workspace, 'audit.json'), 'old');
    const parts = function* () {
      yield 'x'.repeat(200_000);
      throw new Error('no more');
    };
    const message = await messageOf(createReportFiles(environment, '.').write('audit.json', parts()));
    expect(message).toMatch(/audit\.json" could not be written \(no more\)\.$/);
    expect(await readdir(workspace)).toEqual(['audit.json']);
    expect(await readFile(path.join(workspace, 'audit.json'), 'utf8')).toBe('old');
  });

  test.each<[string, (workspace: string) => Promise<unknown>, string, string]>([
    ['a folder is in its place', (workspace) => mkdir(path.join(workspace, 'audit.json')), '.', 'EISDIR'],
    [
      'a file is in the place of the folder',
      (workspace) => writeFile(path.join(workspace, 'reports'), ''),
      'reports',
      'EEXIST',
    ],
    [
      'a link leads nowhere',
      (workspace) => symlink('/nowhere/at/all', path.join(workspace, 'reports')),
      'reports/new',
      'reports/new" could not be made (',
    ],
    ['the path cannot be one', async () => {}, 'a\0b', 'null bytes'],
  ])('because %s says which, and which input to mend', async (_, prepare, directory, expected) => {
    const { environment, workspace } = await makePlace();
    await prepare(workspace);
    const message = await messageOf(createReportFiles(environment, directory).write('audit.json', ['{}']));
    expect(message).toMatch(/^report-directory: /);
    expect(message).toContain(expected);
    expect(message).toContain('RUNNER_TEMP');
  });

  test('leaves nothing behind in a folder that it may not replace', async () => {
    const { environment, workspace } = await makePlace();
    await mkdir(path.join(workspace, 'audit.json'));
    await messageOf(createReportFiles(environment, '.').write('audit.json', ['{}']));
    expect(await readdir(workspace)).toEqual(['audit.json']);
    expect((await stat(path.join(workspace, 'audit.json'))).isDirectory()).toBe(true);
  });
});
