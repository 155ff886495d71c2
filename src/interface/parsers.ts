import * as z from 'zod/mini';
import { formatDuration, parseDuration } from '../certificate/duration.ts';
import { normaliseFingerprint } from '../certificate/fingerprint.ts';
import { parseThreshold, type Threshold } from '../certificate/threshold.ts';
import { parseVerifiedHost, VERIFIED_HOST_FORM, type VerifiedHost } from './verified-host.ts';

/** What an input's text is read as; the issue's message says what is allowed and how to mend it. */
export type TextSchema<T> = z.ZodMiniType<T, string>;

/** What a text looks like, as far as a JSON Schema can tell. */
export type TextShape =
  | { readonly words: readonly string[] }
  | { readonly pattern: string }
  | { readonly minimum: number; readonly maximum: number }
  | { readonly boolean: true };

const shapes = new WeakMap<object, TextShape>();

/** The shape of the texts that a schema reads, within `z.optional` and its like too; null where it takes any. */
export function shapeOf(schema: z.core.$ZodType): TextShape | null {
  const definition: object = schema._zod.def;
  const inner = 'innerType' in definition ? (definition.innerType as z.core.$ZodType) : null;
  return shapes.get(schema) ?? (inner === null ? null : shapeOf(inner));
}

/** Notes the shape of the texts that a schema reads, for shapeOf. */
export function withShape<T>(shape: TextShape, schema: TextSchema<T>): TextSchema<T> {
  shapes.set(schema, shape);
  return schema;
}

/** Reads a text with `read`; an Error it returns is the message for the user. */
export function readAs<T>(read: (text: string) => T | Error): TextSchema<T> {
  return z.pipe(
    z.string(),
    z.transform((text, context) => {
      const value = read(text);
      if (!(value instanceof Error)) return value;
      context.issues.push({ code: 'custom', message: value.message, input: text });
      return z.NEVER;
    }),
  ) as TextSchema<T>;
}

/** Text as it is, checked where it is used (material, secrets). */
export function anyText(): TextSchema<string> {
  return readAs((text) => text);
}

/** `true` or `false`, in the spellings of YAML 1.2's core schema. */
export function booleanText(): TextSchema<boolean> {
  return withShape(
    { boolean: true },
    readAs((text) =>
      /^(true|True|TRUE)$/.test(text)
        ? true
        : /^(false|False|FALSE)$/.test(text)
          ? false
          : new Error('allowed: true, false'),
    ),
  );
}

/** One of a fixed set of words. */
export function wordText<const Word extends string>(words: readonly Word[]): TextSchema<Word> {
  return withShape(
    { words },
    readAs(
      (text) =>
        words.find((word) => word === text) ??
        new Error(`allowed: ${words.join(', ')}${nearest(text, words)}`),
    ),
  );
}

/** Words separated by commas, spaces or newlines. */
export function listText(): TextSchema<readonly string[]> {
  return readAs((text) => text.split(/[\s,]+/).filter((word) => word !== ''));
}

/** Some of a fixed set of words, each once. */
export function wordListText<const Word extends string>(words: readonly Word[]): TextSchema<readonly Word[]> {
  return readAs((text) => {
    const given = text.split(/[\s,]+/).filter((word) => word !== '');
    const known = words.filter((word) => given.includes(word));
    const unknown = given.find((word) => !words.some((one) => one === word));
    return unknown === undefined
      ? known
      : new Error(`allowed: ${words.join(', ')}${nearest(unknown, words)}`);
  });
}

/** Some of a fixed set of words, each once and in the set's order. */
export function orderedWordListText<const Word extends string>(
  words: readonly Word[],
): TextSchema<readonly Word[]> {
  return readAs((text) => {
    const given = text.split(/[\s,]+/).filter((word) => word !== '');
    const places = given.map((word) => (words as readonly string[]).indexOf(word));
    const unknown = given[places.indexOf(-1)];
    const allowed = `allowed: ${words.join(', ')}, in this order`;
    if (unknown !== undefined) return new Error(`${allowed}${nearest(unknown, words)}`);
    if (given.length === 0) return new Error(`${allowed}; give at least one`);
    const isOrdered = places.every((place, index) => index === 0 || place > (places[index - 1] ?? 0));
    return isOrdered ? places.flatMap((place) => words[place] ?? []) : new Error(`${allowed}, each once`);
  });
}

/** Hosts that are asked over TLS, each once. */
export function verifiedHostsText(): TextSchema<readonly VerifiedHost[]> {
  return readAs((text) => {
    const given = [...new Set(text.split(/[\s,]+/).filter((word) => word !== ''))];
    const hosts: VerifiedHost[] = [];
    for (const word of given) {
      const host = parseVerifiedHost(word);
      if (host instanceof Error) return new Error(`allowed: hosts as ${VERIFIED_HOST_FORM}; ${host.message}`);
      hosts.push(host);
    }
    return hosts;
  });
}

/** Texts that may hold blanks, separated by commas or newlines. */
export function commaListText(): TextSchema<readonly string[]> {
  return readAs((text) =>
    text
      .split(/[,\n]/)
      .map((word) => word.trim())
      .filter((word) => word !== ''),
  );
}

/** A whole number between two bounds. */
export function wholeNumberText(minimum: number, maximum: number): TextSchema<number> {
  return withShape(
    { minimum, maximum },
    readAs((text) => {
      const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
      return value >= minimum && value <= maximum
        ? value
        : new Error(`allowed: a whole number from ${minimum} to ${maximum}`);
    }),
  );
}

/** A duration between two bounds, in milliseconds. */
export function durationText(minimum: number, maximum: number): TextSchema<number> {
  return readAs((text) => {
    const value = parseDuration(text);
    return value !== null && value >= minimum && value <= maximum
      ? value
      : new Error(
          `allowed: a duration such as 200ms, 30s, 5m, 12h or 7d, from ${formatDuration(minimum)} to ${formatDuration(maximum)}`,
        );
  });
}

/** A threshold of the expiry gate. */
export function thresholdText(): TextSchema<Threshold> {
  const duration = '\\d{1,9}[dh]?';
  const percent = '(?:0*[1-9]\\d?|0*100)%';
  return withShape(
    { pattern: `^(?:${duration}|${percent}|${duration}\\s+${percent}|${percent}\\s+${duration})$` },
    readAs((text) => {
      const parsed = parseThreshold(text);
      return 'ok' in parsed ? parsed.ok : new Error(parsed.error);
    }),
  );
}

/** A SHA-256 fingerprint, normalised. */
export function fingerprintText(): TextSchema<string> {
  return withShape(
    { pattern: '(?:[0-9A-Fa-f]{64}|(?:[0-9A-Fa-f]{1,2}:){31}[0-9A-Fa-f]{1,2})$' },
    readAs(
      (text) =>
        normaliseFingerprint(text) ??
        new Error('allowed: a SHA-256 fingerprint, 32 octets in hex, with or without colons, in either case'),
    ),
  );
}

/** Text of a pattern; `allowed` describes it for people. */
export function patternText(pattern: RegExp, allowed: string): TextSchema<string> {
  return withShape(
    { pattern: pattern.source },
    readAs((text) => (pattern.test(text) ? text : new Error(`allowed: ${allowed}`))),
  );
}

/** An https URL of a host alone, or http on loopback. */
export function apiUrlText(): TextSchema<URL> {
  return withShape({ pattern: '^https?://[^/?#@]+/?$' }, readAs(readApiUrl));
}

function readApiUrl(text: string): URL | Error {
  const url = URL.canParse(text) ? new URL(text) : null;
  const allowed =
    'allowed: an https URL of scheme, host and port only, such as https://api.cloudflare.com; http only on loopback (127.0.0.1, [::1], localhost)';
  if (url === null || !['https:', 'http:'].includes(url.protocol)) return new Error(allowed);
  if (url.username !== '' || url.password !== '') {
    return new Error(`${allowed}; remove the user name and password from it`);
  }
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    return new Error(`${allowed}; credentials would travel unencrypted to ${url.hostname}: use https`);
  }
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '') {
    return new Error(`${allowed}; remove everything after the host, paths stay the vendor's own`);
  }
  return url;
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}

const LONGEST_WORD = 80;

/** "; did you mean X?" where one of the words is a small slip away, else nothing. */
export function nearest(given: string, words: readonly string[]): string {
  if (given.length > LONGEST_WORD) return '';
  const close = words
    .map((word) => ({ word, distance: countEdits(given.toLowerCase(), word.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance)[0];
  return close !== undefined && close.word !== given && close.distance <= 2
    ? `; did you mean ${close.word}?`
    : '';
}

/** Levenshtein distance; for a misspelt word of a few dozen letters. */
function countEdits(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const substituted = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min((previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, substituted));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
