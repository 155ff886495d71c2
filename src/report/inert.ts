/*
 * Text of a vendor's can be anything. These make it inert where it is shown.
 */

// Control characters but tab and line feed, and the marks that reorder or break lines of text.
const CONTROLS = /(?![\t\n])[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/gu;

/**
 * Lines for the log: no control characters, and no line that the runner would take for a workflow command
 * (`::name::` at the start, `##[name]` anywhere).
 */
export function inertLines(text: string): string {
  return text
    .replace(/\r\n/g, '\n')
    .replace(CONTROLS, '\ufffd')
    .split('\n')
    .map((line) => line.replace(/^(\s*):(?=:)/, '$1\u2236').replaceAll('##[', '# #['))
    .join('\n');
}

/** What nearly all texts are: one line of printable ASCII with single blanks between its words. */
const PLAIN_LINE = /^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/;

/** One line of text: line breaks and controls become blanks, and it is cut to a length. */
export function inertText(text: string, maximumLength = 500): string {
  if (text.length <= maximumLength && PLAIN_LINE.test(text)) return text;
  const line = text.replace(/\s+/g, ' ').replace(CONTROLS, '\ufffd').trim();
  return line.length > maximumLength ? `${line.slice(0, maximumLength - 1)}…` : line;
}

/** Text within Markdown, in a table's cell too: nothing in it formats, links, mentions or breaks out. */
export function inertMarkdown(text: string, maximumLength = 500): string {
  return inertText(text, maximumLength)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[\\`*_{}[\]()#+!|~$:@]|(?<=www)\./gi, (mark) => `&#${mark.charCodeAt(0)};`);
}

const LONGEST_ADDRESS = 2000;

/**
 * Text within Markdown that leads to an address; the inert text alone where the address is none of http or https,
 * holds a sign-in, or is too long to be one.
 */
export function inertLink(text: string, address: string | null, maximumLength = 500): string {
  const label = inertMarkdown(text, maximumLength);
  const target = address === null ? null : inertAddress(address);
  return target === null || label === '' ? label : `[${label}](${target})`;
}

/**
 * The address of a link; null where it is not one to follow: it is of another scheme than http and https, holds a
 * sign-in (which can pass for a host), or is longer than any real one.
 */
export function findAddress(text: string): string | null {
  const url = text.length > LONGEST_ADDRESS ? null : URL.parse(text);
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return null;
  return url.username === '' && url.password === '' && url.href.length <= LONGEST_ADDRESS ? url.href : null;
}

/** An address as the target of a Markdown link; null where it is not one to follow. */
function inertAddress(address: string): string | null {
  const href = findAddress(address);
  if (href === null) return null;
  return href
    .replace(
      /[^A-Za-z0-9\-._~:/?#@&+,;=%[\]]/g,
      (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
    )
    .replaceAll('&', '&amp;');
}
