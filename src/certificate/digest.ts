import { createHash } from 'node:crypto';

/** SHA-256 over the text's UTF-8, lower-case hex. */
export function sha256Hex(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
