import { findAddress, inertText } from '../../inert.ts';

const LONGEST_TEXT = 2000;

/** HTML that is safe to send: `markup` makes it, from text that it escapes. */
export interface Markup {
  readonly html: string;
}

/** What can stand in a template: text and numbers are escaped, null and false leave nothing. */
export type MarkupValue = string | number | Markup | readonly Markup[] | null | false;

/**
 * HTML with values in it, as content or within a quoted attribute. Every text becomes one inert line: nothing in it
 * is a tag, a reference, a control character or a mark that turns text around.
 */
export function markup(template: TemplateStringsArray, ...values: readonly MarkupValue[]): Markup {
  let html = template[0] ?? '';
  values.forEach((value, index) => {
    html += toHtml(value) + (template[index + 1] ?? '');
  });
  return { html };
}

/** What is safe as it stands: the project's own style and script, and JSON without a mark of HTML. */
export function embed(source: string): Markup {
  return { html: source };
}

/** Text of several lines: each line feed becomes a break. */
export function markupLines(text: string): Markup {
  const lines = text.trim().split(/\r\n|\n|\r/);
  return { html: lines.map(toHtml).join('<br>') };
}

/** Text as the page shows and sends it: one inert line, well-formed, cut to a length. */
export function toInert(text: string, maximumLength = LONGEST_TEXT): string {
  return inertText(text.toWellFormed(), maximumLength);
}

/** A link to elsewhere; the text alone where the address is not one to follow. */
export function link(text: string, address: string): Markup {
  const href = findAddress(address);
  return href === null
    ? markup`<bdi>${text}</bdi>`
    : markup`<a href="${href}" rel="noopener noreferrer">${text}</a>`;
}

function toHtml(value: MarkupValue): string {
  if (value === null || value === false) return '';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return escapeText(toInert(value));
  return 'html' in value ? value.html : value.map(({ html }) => html).join('');
}

function escapeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
