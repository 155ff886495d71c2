import { type Markup, markup } from '../markup.ts';
import type { State } from '../words.ts';
import type { Period } from './span.ts';

/*
 * The timeline is drawn in units of which a wide window shows about one a pixel; where it is narrower, the drawing
 * is scrolled rather than made smaller than can be read.
 */
export const WIDTH = 1200;
const TICKS_AT_MOST = 13;

/** Lines over a state's colour, in 6 by 6. */
const HATCHES: Readonly<Partial<Record<State, string>>> = {
  expired: 'M0 0l6 6M6 0l-6 6',
  critical: 'M-1 1l2-2M0 6l6-6M5 7l2-2',
  expiring: 'M0 3h6',
  'not-yet-valid': 'M3 0v6',
  unknown: 'M1 3h2M4 0v2',
};

/** States that a certificate with an end can have, from the ground of a pile up. */
export const DRAWN_STATES = ['ok', 'expiring', 'critical', 'not-yet-valid', 'unknown', 'expired'] as const;

/** A fill for each state: its colour under lines of its own, so that no one needs colours to tell them apart. */
export function drawPatterns(): Markup {
  const patterns = DRAWN_STATES.map(
    (state) =>
      markup`<pattern id="p-${state}" class="s-${state}" width="6" height="6" patternUnits="userSpaceOnUse"><rect class="fill" width="6" height="6"/><path class="hatch" d="${HATCHES[state] ?? 'M0 0'}"/></pattern>`,
  );
  return markup`<defs>${patterns}</defs>`;
}

/** The fill of `drawPatterns` for a state. */
export function patternOf(state: State): string {
  return `url(#p-${state})`;
}

/** Every so many periods, so that their labels have room. */
export function chooseTicks(periods: readonly Period[]): readonly Period[] {
  const step = [1, 2, 3, 6].find((each) => periods.length / each <= TICKS_AT_MOST) ?? 12;
  return periods.filter((_, index) => index % step === 0);
}

/** Text that is cut where it would be longer than its room, in letters of Latin script; those of others may be wider. */
export function shorten(text: string, room: number): string {
  let left = room;
  let shown = '';
  for (const character of text) {
    left -= character > '\u1100' ? 2 : 1;
    if (left < 1 && shown.length + character.length < text.length) return `${shown}…`;
    shown += character;
  }
  return shown;
}

/** To a tenth of a unit, which is finer than a screen shows. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
