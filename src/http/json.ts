/** No answer of a vendor's is half as deep. */
const DEEPEST = 64;
/** A page of 10,000 certificates has fewer. */
const MOST_VALUES = 250_000;

/** What a body says as JSON. */
export interface JsonReading {
  /** Undefined where the body is no JSON, or was not read. */
  readonly json: unknown;
  /** Why it was not read although it may be JSON, as the rest of a sentence; null where it was. */
  readonly excess: string | null;
}

/**
 * Reads JSON whose depth and number of values are bounded. Both are counted before it is read: within the limit of
 * an answer's length a hostile one takes half a minute and a gigabyte, and is then too deep to be written again.
 */
export function readJson(text: string): JsonReading {
  const excess = findExcess(text);
  if (excess !== null) return { json: undefined, excess };
  try {
    return { json: JSON.parse(text), excess: null };
  } catch {
    return { json: undefined, excess: null };
  }
}

function findExcess(text: string): string | null {
  let depth = 0;
  let values = 0;
  for (let at = 0; at < text.length; at += 1) {
    switch (text[at]) {
      case '"':
        at = findStringEnd(text, at);
        break;
      case '[':
      case '{':
        depth += 1;
        values += 1;
        break;
      case ']':
      case '}':
        depth -= 1;
        break;
      case ',':
        values += 1;
        break;
    }
    if (depth > DEEPEST) return `JSON that is nested more than ${DEEPEST} levels deep`;
    if (values > MOST_VALUES) return `JSON of more than ${MOST_VALUES} values`;
  }
  return null;
}

/** Where a string's closing quote is; the text's end where it has none. */
function findStringEnd(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let backslashes = 0;
    while (text[end - 1 - backslashes] === '\\') backslashes += 1;
    if (backslashes % 2 === 0) return end;
  }
  return text.length;
}
