import { inertMarkdown } from '../inert.ts';

/** Breaks a word for machines and not for eyes. */
const UNSEEN = '&#8203;';
const LONGEST_ADDRESS = 2000;

/**
 * Text within an issue. GitHub looks for mentions, issue numbers and addresses in what Markdown makes of a text,
 * where an escaped mark is the mark again (github/cmark-gfm#181); so each is broken.
 */
export function inertInIssue(text: string, maximumLength = 500): string {
  return inertMarkdown(text, maximumLength)
    .replace(/&#(?:64|35);|www&#46;|\bgh-(?=\d)/gi, (mark) => `${mark}${UNSEEN}`)
    .replaceAll('&#58;//', `&#58;${UNSEEN}//`);
}

/** A name as it can be copied: GitHub looks for nothing in code. */
export function nameInIssue(text: string, maximumLength = 100): string {
  return `<code>${inertMarkdown(text, maximumLength)}</code>`;
}

/** Inert Markdown that leads to an address; alone where that is none to follow. */
export function linkInIssue(label: string, address: string | null): string {
  const url = address === null || address.length > LONGEST_ADDRESS ? null : URL.parse(address);
  if (url === null || !['https:', 'http:'].includes(url.protocol)) return label;
  if (url.username !== '' || url.password !== '') return label;
  const target = url.href
    .replace(/[^\w\-.~:/?#@&+,;=%]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('&', '&amp;');
  return `[${label}](${target})`;
}
