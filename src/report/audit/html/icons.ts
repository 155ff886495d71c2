import type { Verdict } from '../../../certificate/expiry.ts';
import { type Markup, markup } from './markup.ts';
import type { State } from './words.ts';

/*
 * Each state has a shape of its own, so that no one needs colours to tell them apart. The shapes are drawn in 16 by
 * 16; what has the class `cut` is drawn in the colour of the ground.
 */
const SHAPES: Readonly<Record<State, Markup>> = {
  expired: markup`<rect x="1" y="1" width="14" height="14" rx="2.5"/><path class="cut" d="M5 5l6 6M11 5l-6 6"/>`,
  critical: markup`<path d="M8 .8 15.6 14.6H.4z"/><path class="cut" d="M8 5.8v3.3M8 12v.3"/>`,
  expiring: markup`<path d="M8 .3 15.7 8 8 15.7.3 8z"/><path class="cut" d="M8 4.4v3.9M8 11.3v.3"/>`,
  'not-yet-valid': markup`<circle cx="8" cy="8" r="7.4"/><path class="cut" d="M8 3.6V8l3 2.2"/>`,
  unknown: markup`<path d="M4.4.8h7.2L15.4 8l-3.8 7.2H4.4L.6 8z"/><path class="cut" d="M5.9 6.1c0-2.9 4.3-2.7 4.3 0 0 1.6-2.1 1.6-2.1 3.3M8.1 12v.2"/>`,
  ok: markup`<circle cx="8" cy="8" r="7.4"/><path class="cut" d="M4.6 8.3l2.4 2.4 4.4-5"/>`,
  ignored: markup`<circle class="ring" cx="8" cy="8" r="6.4"/><path class="ring" d="M3.6 12.4l8.8-8.8"/>`,
  dormant: markup`<circle class="ring" cx="8" cy="8" r="6.4"/><path class="ring" d="M5 8h6"/>`,
  pending: markup`<circle class="ring" cx="8" cy="8" r="6.4" stroke-dasharray="2.6 2.4"/>`,
};

/** The shapes, once for the whole page, for `icon` to refer to. */
export function drawIcons(): Markup {
  const symbols = Object.entries(SHAPES).map(
    ([state, shape]) => markup`<symbol id="i-${state}" viewBox="0 0 16 16">${shape}</symbol>`,
  );
  return markup`<svg class="away" aria-hidden="true" focusable="false">${symbols}</svg>`;
}

/** A state's shape, beside the word that says the same. */
export function icon(state: State): Markup {
  return markup`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><use href="#i-${state}"></use></svg>`;
}

/** The state that looks as a verdict does. */
export const LOOK_OF_VERDICT: Readonly<Record<Verdict, State>> = {
  fail: 'expired',
  warn: 'expiring',
  ok: 'ok',
};

const TAB_COLORS: Readonly<Record<Verdict, string>> = { fail: '#b3152c', warn: '#b26a00', ok: '#1b7340' };
const TAB_SHAPES: Readonly<Record<Verdict, string>> = {
  fail: "<rect width='16' height='16' rx='3' fill='C'/><path d='M4.5 4.5l7 7m0-7l-7 7' stroke='white' stroke-width='2'/>",
  warn: "<path d='M8 0l8 8-8 8-8-8z' fill='C'/><path d='M8 4v5m0 1.6v2' stroke='white' stroke-width='2'/>",
  ok: "<circle cx='8' cy='8' r='8' fill='C'/><path d='M4 8.4l2.7 2.8L12 5.5' stroke='white' stroke-width='2' fill='none'/>",
};

/** The verdict's shape for the browser's tab, as a data URL. */
export function tabIcon(verdict: Verdict): string {
  const shape = TAB_SHAPES[verdict].replace('C', TAB_COLORS[verdict]);
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'>${shape}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
