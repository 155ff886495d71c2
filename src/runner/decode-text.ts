/**
 * The text of a file, without a byte order mark. UTF-8, or UTF-16 where a mark says so: that is what Windows PowerShell
 * writes with `>`.
 */
export function decodeText(octets: Uint8Array): string {
  return new TextDecoder(findEncoding(octets)).decode(octets);
}

function findEncoding([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return 'utf-8';
}
