import { cleanText } from './error-text.ts';
import { refuseClaim } from './shape.ts';

/** Every vendor's ids are of these characters, and none is a dot or two, which would lead to another path. */
const PATH_PART = /^(?!\.{1,2}$)[0-9A-Za-z._~-]{1,100}$/;
const LONGEST_EXCERPT_CHARACTERS = 60;

/** Whether an id can stand in a path as it is. */
export function isPathPart(id: string): boolean {
  return PATH_PART.test(id);
}

/**
 * An id as a part of a path.
 * @throws ApiError where it could lead elsewhere; nothing is sent then.
 */
export function encodePathPart(id: string): string {
  if (isPathPart(id)) return id;
  const excerpt = cleanText(id, (text) => text, LONGEST_EXCERPT_CHARACTERS);
  throw refuseClaim(
    `the vendor's id ${JSON.stringify(excerpt)} is none that can stand in a path, so nothing was sent`,
  );
}
