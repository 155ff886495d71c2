import { mkdir, mkdtemp, open, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Environment } from '../interface/raw-inputs.ts';
import { writeChunks } from './chunks.ts';
import { findInWorkspace } from './places.ts';

/** Where an audit's reports go. Unlike a step's own files they stay when the step has ended. */
export interface ReportFiles {
  /** The folder, absolute; null until a first report is written. */
  readonly directory: string | null;
  /**
   * Writes a report whole or not at all: what was there before stays until the new one is complete.
   * @returns the file's absolute path.
   * @throws an Error that names the path and the input `report-directory`.
   */
  write(fileName: string, parts: Iterable<string>): Promise<string>;
}

const PREFIX = 'certops-report-';

/**
 * Reports in a folder that is made with the first of them.
 * @param directory a relative path starts at the workspace; null or empty: a new folder under RUNNER_TEMP.
 */
export function createReportFiles(environment: Environment, directory: string | null): ReportFiles {
  const wanted = directory === null || directory.trim() === '' ? null : directory;
  let made: string | null = null;
  return {
    get directory() {
      return made;
    },
    async write(fileName, parts) {
      made ??= await makeDirectory(wanted, environment);
      const file = path.join(made, fileName);
      try {
        await replaceFile(file, parts);
      } catch (error) {
        throw explain(`the report ${JSON.stringify(file)} could not be written`, error);
      }
      return file;
    },
  };
}

async function makeDirectory(wanted: string | null, environment: Environment): Promise<string> {
  const parent = path.resolve(environment.RUNNER_TEMP || tmpdir());
  const target = wanted === null ? parent : findInWorkspace(environment, wanted);
  try {
    await mkdir(target, { recursive: true });
    return wanted === null ? await mkdtemp(path.join(parent, PREFIX)) : target;
  } catch (error) {
    throw explain(`the folder ${JSON.stringify(target)} could not be made`, error);
  }
}

/** Writes beside the file and then takes its place, which also takes that of a link instead of following it. */
async function replaceFile(file: string, parts: Iterable<string>): Promise<void> {
  const beside = await mkdtemp(path.join(path.dirname(file), '.certops-'));
  try {
    const unfinished = path.join(beside, path.basename(file));
    const handle = await open(unfinished, 'wx');
    try {
      await writeChunks(handle, parts);
    } finally {
      await handle.close();
    }
    await rename(unfinished, file);
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
}

/** What the system refuses can be mended by another folder; all else cannot. */
function explain(what: string, error: unknown): Error {
  const why = error instanceof Error ? error.message : String(error);
  const isRefusal = typeof Object(error).code === 'string';
  const mend = isRefusal
    ? " Give a folder that the runner's user can write into, or none for a new one under RUNNER_TEMP."
    : '';
  return new Error(`report-directory: ${what} (${why}).${mend}`, { cause: error });
}
