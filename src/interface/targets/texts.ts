import { nearest } from '../parsers.ts';
import type { FieldNotes } from './field-notes.ts';
import type { SecretKeeper } from './secret-keeper.ts';
import type { Located, LocatedMap, LocatedText } from './yaml-text.ts';

/** Tells of a problem at a place; the key is null where it is about the whole map. */
export type Tell = (at: number, key: string | null, message: string) => void;

/** Longer ones, and ones with digits, may be a secret in the wrong place. */
const SHOWN_KEY = /^[A-Za-z_-]{1,30}$/;
/** A digit is no mark of a secret in these. */
const SHOWN_NAME = /^[A-Z][A-Z0-9_]{0,63}$/;

/** Whether a text is so plainly a name that it can be shown where a secret might stand by mistake. */
export function isPlainName(text: string): boolean {
  return SHOWN_KEY.test(text) || SHOWN_NAME.test(text);
}

/** How the keys of a map are read. */
export interface KeyRules<Key extends string> {
  /** Every key that there is. */
  readonly keys: Readonly<Record<Key, FieldNotes>>;
  /** Those that may hold a list of words. */
  readonly lists: ReadonlySet<string>;
  /** Those that are read elsewhere. */
  readonly apart: ReadonlySet<string>;
  /** What is wrong with an empty value; null where it is left out in silence. */
  readonly complainOfEmpty: (key: string) => string | null;
}

/** What is wrong with an empty value, if nothing else is known of it. */
export const EMPTY = 'is empty; give it a value, or remove the key. A value that begins with # needs quotes';

/**
 * The texts of a map's keys, as an input would give them; a list of words becomes lines. A key that is not
 * known, or whose value is none, is told of and left out.
 */
export function readTexts<Key extends string>(
  map: LocatedMap,
  rules: KeyRules<Key>,
  secrets: SecretKeeper,
  tell: Tell,
): Partial<Record<Key, string>> {
  const names = Object.keys(rules.keys);
  const texts: Partial<Record<string, string>> = {};
  for (const [key, { keyAt, value }] of map.entries) {
    if (!Object.hasOwn(rules.keys, key)) {
      tell(keyAt, null, describeUnknownKey(key, names, secrets));
    } else if (!rules.apart.has(key)) {
      const text = readText(value, rules.lists.has(key));
      const complaint = text === '' ? rules.complainOfEmpty(key) : complainOf(value, text, names);
      if (complaint !== null) tell(value.at, key, complaint);
      else if (text !== null && text !== '') texts[key] = text;
    }
  }
  return texts as Partial<Record<Key, string>>;
}

/** Where the value of a key stands; the map itself where it has no such key. */
export function placeOf(map: LocatedMap, key: string): number {
  return map.entries.get(key)?.value.at ?? map.at;
}

/** The text of a value, a list's words as lines; null where it is neither. */
function readText(value: Located, mayBeList: boolean): string | null {
  if (value.kind === 'text') return value.text;
  return mayBeList &&
    value.kind === 'list' &&
    value.items.every((item): item is LocatedText => item.kind === 'text')
    ? value.items.map(({ text }) => text).join('\n')
    : null;
}

function complainOf(value: Located, text: string | null, keys: readonly string[]): string | null {
  if (text === null) {
    return value.kind === 'list'
      ? 'is a list; allowed: one text, or a list of words where the key takes one. A text that begins with [ needs quotes'
      : 'is a map; allowed: one text. A text that begins with { needs quotes; or is the indentation of the next line wrong?';
  }
  const glued = value.kind === 'text' && value.isFolded ? findGluedKey(text, keys) : null;
  return glued === null ? null : `goes on in the next line, where a blank is missing after "${glued.key}:"`;
}

/** A key without a blank after its colon, within lines that were joined, and what follows it. */
export function findGluedKey(
  text: string,
  keys: readonly string[],
): { readonly key: string; readonly rest: string } | null {
  for (const word of text.split(/\s+/)) {
    const colon = word.indexOf(':');
    const key = word.slice(0, colon);
    if (colon > 0 && colon < word.length - 1 && keys.includes(key))
      return { key, rest: word.slice(colon + 1) };
  }
  return null;
}

function describeUnknownKey(key: string, keys: readonly string[], secrets: SecretKeeper): string {
  const glued = findGluedKey(key, keys);
  if (glued !== null) return `a blank is missing after "${glued.key}:"`;
  if (key === '<<') return 'merge keys (<<) are not read; write the keys out';
  const shown = SHOWN_KEY.test(key) && !secrets.isSecret(key) ? `"${key}"` : `of ${key.length} characters`;
  return `there is no key ${shown}${nearest(key, keys) || `; allowed: ${keys.join(', ')}`}`;
}
