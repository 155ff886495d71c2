const CHUNK_LENGTH = 65_536;

/** The same text in pieces of about 64 KiB: thousands of small writes would take longer than the writing. */
export function* gatherChunks(pieces: Iterable<string>): Generator<string> {
  let gathered: string[] = [];
  let length = 0;
  for (const piece of pieces) {
    gathered.push(piece);
    length += piece.length;
    if (length < CHUNK_LENGTH) continue;
    yield gathered.join('');
    gathered = [];
    length = 0;
  }
  if (length > 0) yield gathered.join('');
}
