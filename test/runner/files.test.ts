import { mkdir, mkdtemp, readdir, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { createStepFiles, removeStepDirectory } from '../../src/runner/files.ts';

async function makeTemp() {
  const RUNNER_TEMP = await mkdtemp(path.join(tmpdir(), 'files-'));
  return { RUNNER_TEMP };
}

describe('the files of a step', () => {
  test('lie in one folder that only their user can enter', async () => {
    const environment = await makeTemp();
    const files = createStepFiles(environment);
    expect(files.directory).toBeNull();
    const first = await files.write('a.json', '[]');
    const second = await files.write('b.pem', 'x');
    expect(path.dirname(first)).toBe(path.dirname(second));
    expect(path.dirname(first)).toBe(files.directory);
    expect((await stat(path.dirname(first))).mode & 0o777).toBe(0o700);
    expect((await stat(first)).mode & 0o777).toBe(0o600);
  });

  test.each([
    ['UTF-8', Buffer.from('Zürich\r\n')],
    ['UTF-8 with a mark', Buffer.from('\ufeffZürich\r\n')],
    ['UTF-16, as PowerShell writes it', Buffer.from('\ufeffZürich\r\n', 'utf16le')],
    ['UTF-16 the other way round', Buffer.from('\ufeffZürich\r\n', 'utf16le').swap16()],
  ])('are read as text: %s', async (_, octets) => {
    const { RUNNER_TEMP } = await makeTemp();
    await writeFile(path.join(RUNNER_TEMP, 'targets.yml'), octets);
    const files = createStepFiles({ RUNNER_TEMP, GITHUB_WORKSPACE: RUNNER_TEMP });
    expect(await files.read('targets.yml')).toBe('Zürich\r\n');
  });

  test('are removed with their folder', async () => {
    const environment = await makeTemp();
    const files = createStepFiles(environment);
    await files.write('a.json', '[]');
    expect(await removeStepDirectory(files.directory ?? '', environment)).toBe(true);
    expect(await readdir(environment.RUNNER_TEMP)).toEqual([]);
  });

  test.each([
    ['a folder of another name', async (temp: string) => path.join(temp, 'other')],
    ['the temporary folder itself', async (temp: string) => temp],
    ['a folder elsewhere', async () => mkdtemp(path.join(tmpdir(), 'certops-'))],
    [
      'a link that points elsewhere',
      async (temp: string) => {
        const elsewhere = await mkdtemp(path.join(tmpdir(), 'certops-'));
        await symlink(elsewhere, path.join(temp, 'certops-link'));
        return path.join(temp, 'certops-link');
      },
    ],
    ['a folder that is gone', async (temp: string) => path.join(temp, 'certops-gone')],
  ])('%s is left alone', async (_, makePath) => {
    const environment = await makeTemp();
    await mkdir(path.join(environment.RUNNER_TEMP, 'other'));
    const target = await makePath(environment.RUNNER_TEMP);
    const existed = await stat(target).then(
      () => true,
      () => false,
    );
    expect(await removeStepDirectory(target, environment)).toBe(false);
    expect(
      await stat(target).then(
        () => true,
        () => false,
      ),
    ).toBe(existed);
  });
});
