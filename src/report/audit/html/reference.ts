import { findAddress } from '../../inert.ts';
import { type Markup, markup, toInert } from './markup.ts';
import type { Reference } from './page-data.ts';

const LONGEST_TEXT = 200;

/** What a text refers a person to: a link only where it is an address to follow. */
export function refer(text: string): Reference {
  const href = findAddress(text);
  return href === null ? { text: toInert(text, LONGEST_TEXT) } : { href };
}

/** A target's runbook, below its owner. */
export function writeRunbook(runbook: Reference | null): Markup | null {
  if (runbook === null) return null;
  return 'href' in runbook
    ? markup`<span class="sub"><a href="${runbook.href}" rel="noopener noreferrer">Runbook</a></span>`
    : markup`<span class="sub">${runbook.text}</span>`;
}
