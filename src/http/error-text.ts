import type { VendorError } from './errors.ts';

const LONGEST_TEXT_CHARACTERS = 500;
const LONGEST_EXCERPT_CHARACTERS = 200;
/** A body may be long; what it is shows at its start. */
const EXAMINED_CHARACTERS = 10_000;
const MOST_ERRORS_SHOWN = 5;
/** C0, C1, bidirectional and other invisible formatting, line and paragraph separators. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;

/** A stranger's text on one line, without control characters, secrets and excess length. */
export function cleanText(
  text: string,
  redact: (text: string) => string,
  longest = LONGEST_TEXT_CHARACTERS,
): string {
  // Redacted before it is cut, so that no half of a secret stays at the end, and after, in its clean form.
  const line = redact(redact(text).replace(UNPRINTABLE, ' ').replace(/ {2,}/g, ' ').trim());
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}

/** A vendor's error with every text cleaned. */
export function cleanVendorError(error: VendorError, redact: (text: string) => string): VendorError {
  const clean = (text: string) => cleanText(text, redact);
  return {
    code: error.code === null ? null : clean(error.code),
    message: clean(error.message),
    ...(error.pointer === undefined ? {} : { pointer: clean(error.pointer) }),
    ...(error.documentationUrl === undefined ? {} : { documentationUrl: clean(error.documentationUrl) }),
  };
}

/** `10000 Authentication error (at /name; see https://…); …`: at most five, and how many more there are. */
export function listVendorErrors(errors: readonly VendorError[]): string {
  const shown = errors.slice(0, MOST_ERRORS_SHOWN).map((error) => {
    const text = [error.code, error.message].filter((part) => part !== null && part !== '').join(' ');
    const notes = [
      ...(error.pointer === undefined ? [] : [`at ${error.pointer}`]),
      ...(error.documentationUrl === undefined ? [] : [`see ${error.documentationUrl}`]),
    ];
    return notes.length === 0 ? text : `${text} (${notes.join('; ')})`;
  });
  const more = errors.length - shown.length;
  return [...shown, ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
}

/**
 * What a body is that the dialect finds no error in.
 * @param mayQuote whether its text may be shown; not where it may hold what was asked for.
 */
export function describeBody(text: string, redact: (text: string) => string, mayQuote: boolean): string {
  if (text.trim() === '') return 'an empty body';
  const start = text.slice(0, EXAMINED_CHARACTERS);
  if (/^\s*</.test(start) && /<(!doctype html|html|head|body)\b/i.test(start)) {
    const title = /<title[^>]*>([^<]+)</i.exec(start)?.[1];
    const clean = cleanText(title ?? '', redact, LONGEST_EXCERPT_CHARACTERS);
    return clean === '' ? 'an HTML page' : `an HTML page titled "${clean}"`;
  }
  if (!mayQuote) return `${text.length} characters that are not JSON`;
  return `"${cleanText(start, redact, LONGEST_EXCERPT_CHARACTERS)}"`;
}

/** `(request id 8f0c, 2 tries)` */
export function describeTries(requestId: string | null, attempts: number): string {
  const tries = attempts === 1 ? '1 try' : `${attempts} tries`;
  return requestId === null ? `(${tries})` : `(request id ${requestId}, ${tries})`;
}
