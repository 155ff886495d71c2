import { nameOf } from '../../../../operations/audit/certificate-findings.ts';
import { tellTimeLeft } from '../../../sentences.ts';
import { tellDay } from '../../sentences.ts';
import { type Markup, markup, toInert } from '../markup.ts';
import { chooseTicks, drawPatterns, patternOf, round, shorten, WIDTH } from './drawing.ts';
import type { Ending, Span } from './span.ts';

const LEFT = 240;
const RIGHT = 1000;
const TOP = 30;
const BOTTOM = 18;
const LANE_HEIGHT = 22;
const BAR_HEIGHT = 8;
const MARK_SIZE = 14;
const LONGEST_NAME = 32;

/** Where a time is drawn; one outside of the span is at its border. */
type Place = (time: number) => number;

/** A lane for each certificate: from now to its end, with its window and its end marked. */
export function* drawLanes(endings: readonly Ending[], span: Span, at: Date): Generator<Markup> {
  const height = TOP + endings.length * LANE_HEIGHT + BOTTOM;
  const place: Place = (time) => {
    const inside = Math.min(span.end, Math.max(span.start, time));
    return round(LEFT + ((inside - span.start) / (span.end - span.start)) * (RIGHT - LEFT));
  };
  const today = place(at.getTime());
  yield markup`<svg class="timeline" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="timeline-name timeline-summary">
<title id="timeline-name">Timeline of certificates</title>
${drawPatterns()}
${chooseTicks(span.periods).map(({ start, label }) => drawTick(place(start), label, height))}
`;
  for (const [index, ending] of endings.entries()) {
    yield drawLane(ending, TOP + (index + 0.5) * LANE_HEIGHT, place, span, at.getTime());
  }
  yield markup`<path class="today" d="M${today} ${TOP - 6}V${height - BOTTOM + 2}"/><text class="today" x="${today}" y="${height - 4}">today</text>
</svg>
`;
}

function drawTick(x: number, label: string, height: number): Markup {
  return markup`<path class="grid" d="M${x} ${TOP - 6}V${height - BOTTOM}"/><text class="tick" x="${x}" y="${TOP - 12}">${label}</text>`;
}

function drawLane(ending: Ending, y: number, place: Place, span: Span, now: number): Markup {
  const { audited, state, ends, renews } = ending;
  const name = toInert(nameOf(audited.certificate), 200);
  const day = tellDay(new Date(ends));
  const renewal = renews === null ? '' : `, to be renewed from ${tellDay(new Date(renews))} on`;
  const isAhead = renews !== null && renews > now && renews < span.end;
  return markup`<g class="lane s-${state}"><title>${name} of ${audited.target.name}: ${state}, ends on ${day}${renewal}</title><path class="rule" d="M0 ${y + LANE_HEIGHT / 2}H${WIDTH}"/><text x="0" y="${y + 4}">${shorten(name, LONGEST_NAME)}</text>${drawBar(ending, y, place, now)}${isAhead && markup`<path class="renew" d="M${place(renews)} ${y - 7}v14"/>`}${drawEnd(ending, y, place, span)}<text x="${RIGHT + 24}" y="${y + 4}">${day}</text><text class="end" x="${WIDTH}" y="${y + 4}">${tellTimeLeft(audited)}</text></g>
`;
}

/** Plain until the window begins, with the state's pattern within it; from its end to now where that is past. */
function drawBar({ state, ends, renews }: Ending, y: number, place: Place, now: number): Markup {
  const draw = (from: number, to: number, fill: string | null) =>
    place(to) > place(from) &&
    markup`<rect ${fill === null ? markup`class="plain"` : markup`fill="${fill}"`} x="${place(from)}" y="${y - BAR_HEIGHT / 2}" width="${round(place(to) - place(from))}" height="${BAR_HEIGHT}"/>`;
  if (ends <= now) return markup`${draw(ends, now, patternOf(state))}`;
  const window = Math.min(ends, Math.max(now, renews ?? ends));
  return markup`${draw(now, window, null)}${draw(window, ends, patternOf(state === 'ok' ? 'expiring' : state))}`;
}

/** The state's shape at its end; an arrow where the end is outside of what is drawn. */
function drawEnd({ state, ends }: Ending, y: number, place: Place, span: Span): Markup {
  const x = place(ends);
  if (ends >= span.end) return markup`<path class="fill" d="M${x} ${y - 6}l9 6-9 6z"/>`;
  if (ends < span.start) return markup`<path class="fill" d="M${x} ${y - 6}l-9 6 9 6z"/>`;
  return markup`<use href="#i-${state}" x="${round(x - MARK_SIZE / 2)}" y="${y - MARK_SIZE / 2}" width="${MARK_SIZE}" height="${MARK_SIZE}"/>`;
}
