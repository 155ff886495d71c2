import { mkdir, mkdtemp, open, readFile, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Environment } from '../interface/raw-inputs.ts';
import { writeChunks } from './chunks.ts';
import { decodeText } from './decode-text.ts';
import { findInWorkspace, isStepDirectory, startStepDirectory } from './places.ts';

/** Where a step keeps its files: one folder of its own, which only its user can enter. */
export interface StepFiles {
  /** The text of a file, UTF-8 or UTF-16 by its mark; a relative path starts at the workspace. */
  read(file: string): Promise<string>;
  /**
   * @param content the text, or its parts in order.
   * @returns the file's absolute path.
   */
  write(name: string, content: string | Iterable<string>): Promise<string>;
  /** The folder; null where nothing was written. */
  readonly directory: string | null;
}

/**
 * Files under RUNNER_TEMP; the folder is made with the first file.
 * @param tell is told of the folder before anything is in it, so that it is removed also after a step that is cancelled
 */
export function createStepFiles(
  environment: Environment,
  tell: (directory: string) => void = () => {},
): StepFiles {
  const parent = environment.RUNNER_TEMP || tmpdir();
  let directory: string | null = null;
  return {
    get directory() {
      return directory;
    },
    read: async (file) => decodeText(await readFile(findInWorkspace(environment, file))),
    async write(name, content) {
      if (directory === null) {
        await mkdir(parent, { recursive: true });
        directory = await mkdtemp(startStepDirectory(parent));
        tell(directory);
      }
      const file = path.join(directory, name);
      const handle = await open(file, 'w', 0o600);
      try {
        await writeChunks(handle, typeof content === 'string' ? [content] : content);
      } finally {
        await handle.close();
      }
      return file;
    },
  };
}

/**
 * Removes a step's folder.
 * @returns false where the path is not such a folder under RUNNER_TEMP; then nothing is touched.
 */
export async function removeStepDirectory(directory: string, environment: Environment): Promise<boolean> {
  const parent = await realpath(environment.RUNNER_TEMP || tmpdir()).catch(() => null);
  const target = await realpath(directory).catch(() => null);
  if (parent === null || target === null || !isStepDirectory(target, parent)) return false;
  await rm(target, { recursive: true, force: true });
  return true;
}
