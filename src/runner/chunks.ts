import type { FileHandle } from 'node:fs/promises';

/** Few enough writes to be quick, small enough to hold in memory. */
const CHUNK_OCTETS = 256 * 1024;
/** UTF-8 has no more for one of JavaScript's characters. */
const OCTETS_OF_A_CHARACTER = 3;

/**
 * Writes a text in its parts. One chunk is filled while the one before it is written, and the parts of the next are
 * asked for only once it is.
 */
export async function writeChunks(file: FileHandle, parts: Iterable<string>): Promise<void> {
  let [chunk, other] = [Buffer.allocUnsafe(CHUNK_OCTETS), Buffer.allocUnsafe(CHUNK_OCTETS)];
  let length = 0;
  let written: Promise<void> = Promise.resolve();
  const write = async (octets: Buffer | string): Promise<void> => {
    await written;
    written = file.appendFile(octets);
  };
  for (const part of parts) {
    const most = part.length * OCTETS_OF_A_CHARACTER;
    if (length + most > CHUNK_OCTETS) {
      await write(chunk.subarray(0, length));
      [chunk, other, length] = [other, chunk, 0];
    }
    if (most > CHUNK_OCTETS) await write(part);
    else length += chunk.write(part, length);
  }
  if (length > 0) await write(chunk.subarray(0, length));
  await written;
}
