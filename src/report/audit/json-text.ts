// They change what an editor or a terminal shows, or what the runner does, and JSON lets them stand as they are.
const UNSAFE = /[\u007f-\u009f\u2028\u2029\p{Bidi_Control}]|(?<=#)#(?=\[)/gu;

/**
 * A value as JSON on one line, of which nothing hides, and nothing is a command to a runner that prints it: what
 * would be is written `\uXXXX`, which reads as the same value.
 */
export function toJsonText(value: unknown): string {
  return JSON.stringify(value).replace(
    UNSAFE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The items of a JSON array, one a line. */
export function* writeItems(items: Iterable<unknown>): Generator<string> {
  let separator = '\n';
  for (const item of items) {
    yield separator + toJsonText(item);
    separator = ',\n';
  }
}
