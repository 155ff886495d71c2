import type { FileHandle } from 'node:fs/promises';

/** Few enough writes to be quick, small enough to hold in memory. */
const CHUNK_CHARACTERS = 64 * 1024;

/** Writes a text in its parts, asking for the next ones only when those before them are written. */
export async function writeChunks(file: FileHandle, parts: Iterable<string>): Promise<void> {
  let chunk = '';
  for (const part of parts) {
    chunk += part;
    if (chunk.length < CHUNK_CHARACTERS) continue;
    await file.appendFile(chunk);
    chunk = '';
  }
  if (chunk !== '') await file.appendFile(chunk);
}
