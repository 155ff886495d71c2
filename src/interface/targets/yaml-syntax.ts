const QUOTE_IT = 'put the text in quotes';

/** What is wrong with a text that is no YAML, or none that is read here, and how to mend it. */
export const MENDS = {
  alias: `an alias (*) without its anchor (&) before it; where a text begins with *, ${QUOTE_IT}`,
  bracket: 'a bracket, a brace or a comma is missing here or above',
  character: 'a character that no text may hold; remove it, or write it as an escape in double quotes',
  colon: `a second colon for one key; where it belongs to a text, ${QUOTE_IT}. Or is this line indented too far?`,
  directive: 'a line above --- that begins with % is a directive, and this is none that is known; remove it',
  documents: 'a second document begins here (---); allowed is one. Put all into it',
  escape: 'double quotes do not know this escape; write \\\\ for a backslash, or take single quotes',
  folded: 'a key over more than one line; is a colon, or the blank after a colon, missing in the line above?',
  indentation: 'the indentation fits none of the lines above; indent the keys of one map alike, with blanks',
  key: 'a key is a list or a map; allowed: a text',
  nesting: 'lists and maps stand deeper in each other than anything that is read here',
  property: `an anchor (&), an alias (*) or a tag (!) that cannot be read; where a text begins with one of them, ${QUOTE_IT}`,
  quote: 'a closing quote is missing here or above',
  start: `a text cannot begin with this character; ${QUOTE_IT}`,
  tab: 'a tab indents this line; YAML takes blanks only',
  tag: `a tag (!) that is not read here; remove it. Where a text begins with !, ${QUOTE_IT}`,
  twice: 'the same key twice in one map; keep one of them',
  unexpected:
    'something stands here that belongs to no list and no map; is its indentation, or a quote or bracket above, wrong?',
} as const;

/** The first that fits the library's reason. Its reasons are not shown: some hold a piece of the text. */
const REASONS: readonly (readonly [RegExp, string])[] = [
  [/^tab characters/, MENDS.tab],
  [/quoted scalar$|^deficient indentation/, MENDS.quote],
  [/flow collection|^expected the node content/, MENDS.bracket],
  [/escape sequence|hexadecimal|escaped character/, MENDS.escape],
  [/multiline key|after a mapping key|key-value separator/, MENDS.folded],
  [/nesting/, MENDS.nesting],
  [/non-printable|null byte|valid JSON character/, MENDS.character],
  [/directive|%YAML|TAG|YAML version/, MENDS.directive],
  [/tag|anchor|alias/, MENDS.property],
  [/indentation/, MENDS.indentation],
];

/** What is wrong with a text at a place, and how to mend it; nothing of the text is shown. */
export function describeSyntaxError(reason: string, text: string, at: number): string {
  const before = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  if (/^ *\t\s*$/.test(before)) return MENDS.tab;
  if (/mapping entry$|document separator/.test(reason)) {
    if (text[at] === ':') return MENDS.colon;
    if (/[@`%]/.test(text[at] ?? '')) return MENDS.start;
  }
  return REASONS.find(([pattern]) => pattern.test(reason))?.[1] ?? MENDS.unexpected;
}
