import { tellNumber } from '../../sentences.ts';
import { type Markup, markup } from '../markup.ts';
import type { Bin, Bins } from './bins.ts';
import { DRAWN_STATES, drawPatterns, patternOf, round, WIDTH } from './drawing.ts';
import type { Span } from './span.ts';

const TOP = 34;
/** For the longest pile of ends and that of renewals together. */
const HEIGHT = 250;
const AXIS_HEIGHT = 26;
const BOTTOM = 22;
const SIDE = 10;
/** Between the span and what is before or after it, in widths of a column. */
const GAP = 0.5;
/** Between two columns, in widths of one. */
const MARGIN = 0.1;
/** From the end of a pile to where it is torn. */
const TEAR = 12;
const LABELS_AT_MOST = 13;

/** Sizes that all columns share. */
interface Scale {
  /** Height of one certificate. */
  readonly unit: number;
  /** Piles before and after the span are cut where they are higher than all within it. */
  readonly mostEnds: number;
  readonly mostRenewals: number;
  /** Ground of what ends, and ceiling of what is to be renewed. */
  readonly axis: number;
  readonly below: number;
}

/** A pile for each week or month: what ends above the axis, what is to be renewed below it. */
export function drawHistogram(bins: Bins, span: Span, at: Date): Markup {
  const columns = placeColumns(bins);
  const scale = chooseScale(bins);
  const { axis, below, unit, mostRenewals } = scale;
  const height = round(below + mostRenewals * unit + BOTTOM);
  const step = [1, 2, 3, 4, 6].find((each) => bins.periods.length / each <= LABELS_AT_MOST) ?? 12;
  const today = placeToday(columns, span, at.getTime());
  return markup`<svg class="timeline" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="timeline-name timeline-summary">
<title id="timeline-name">Timeline of certificates</title>
${drawPatterns()}
<path class="axis" d="M0 ${axis}H${WIDTH}M0 ${below}H${WIDTH}"/>
<path class="today" d="M${today} 16V${axis}M${today} ${below}V${height - BOTTOM}"/><text class="today" x="${today}" y="11">today</text>
${columns.map((column) => drawColumn(column, scale, column.place === null || column.place % step === 0))}
</svg>
`;
}

function chooseScale({ before, periods, after }: Bins): Scale {
  const most = (countOf: (bin: Bin) => number) => {
    const within = Math.max(0, ...periods.map(countOf));
    if (within > 0) return within;
    return Math.max(0, ...[before, after].map((bin) => (bin === null ? 0 : countOf(bin))));
  };
  const mostEnds = most(({ endCount }) => endCount);
  const mostRenewals = most(({ renewCount }) => renewCount);
  const unit = HEIGHT / Math.max(1, mostEnds + mostRenewals);
  const axis = round(TOP + mostEnds * unit);
  return { unit, mostEnds, mostRenewals, axis, below: axis + AXIS_HEIGHT };
}

interface Column {
  readonly bin: Bin;
  readonly x: number;
  readonly width: number;
  /** Null for what is before or after the span. */
  readonly place: number | null;
}

function placeColumns({ before, periods, after }: Bins): readonly Column[] {
  const slots = periods.length + (before === null ? 0 : 1 + GAP) + (after === null ? 0 : 1 + GAP);
  const width = (WIDTH - 2 * SIDE) / slots;
  const first = SIDE + (before === null ? 0 : (1 + GAP) * width);
  return [
    ...(before === null ? [] : [{ bin: before, x: SIDE, width, place: null }]),
    ...periods.map((bin, place) => ({ bin, x: first + place * width, width, place })),
    ...(after === null ? [] : [{ bin: after, x: WIDTH - SIDE - width, width, place: null }]),
  ];
}

function drawColumn({ bin, x, width }: Column, scale: Scale, hasLabel: boolean): Markup {
  const { axis, below } = scale;
  const middle = round(x + width / 2);
  return markup`<g class="column"><title>${bin.label}: ${tellBin(bin)}</title><rect class="catch" x="${round(x)}" y="0" width="${round(width)}" height="${below}"/>${drawEnds(bin, x, width, scale)}${drawRenewals(bin, x, width, scale)}${hasLabel && markup`<text class="tick" x="${middle}" y="${axis + 17}">${bin.label}</text>`}</g>
`;
}

function drawEnds(bin: Bin, x: number, width: number, { unit, mostEnds, axis }: Scale): Markup {
  if (bin.endCount === 0) return markup``;
  const isCut = bin.endCount > mostEnds;
  const each = isCut ? (unit * mostEnds) / bin.endCount : unit;
  const left = round(x + width * MARGIN);
  const wide = round(width * (1 - 2 * MARGIN));
  let top = axis;
  const piles = DRAWN_STATES.map((state) => {
    const high = (bin.ends.get(state) ?? 0) * each;
    top -= high;
    return markup`${high > 0 && markup`<rect class="s-${state}" x="${left}" y="${round(top)}" width="${wide}" height="${round(high)}" fill="${patternOf(state)}"/>`}`;
  });
  return markup`${piles}${isCut && drawTear(left, top + TEAR, wide)}<text x="${round(x + width / 2)}" y="${round(top - 5)}">${tellNumber(bin.endCount)}</text>`;
}

function drawRenewals({ renewCount }: Bin, x: number, width: number, scale: Scale): Markup {
  if (renewCount === 0) return markup``;
  const { unit, mostRenewals, below } = scale;
  const left = round(x + width * MARGIN);
  const wide = round(width * (1 - 2 * MARGIN));
  const high = Math.min(renewCount, mostRenewals) * unit;
  const isCut = renewCount > mostRenewals;
  return markup`<rect class="renewals" x="${left}" y="${below}" width="${wide}" height="${round(high)}"/>${isCut && drawTear(left, below + high - TEAR, wide)}<text x="${round(x + width / 2)}" y="${round(below + high + 13)}">${tellNumber(renewCount)}</text>`;
}

/** Marks a pile that is higher than it is drawn. */
function drawTear(left: number, y: number, wide: number): Markup {
  return markup`<path class="torn" d="M${left - 2} ${round(y + 3)}l${wide + 4} -6"/>`;
}

/** What is in a period, in words. */
export function tellBin({ ends, endCount, renewCount }: Bin): string {
  const states = [...ends].map(([state, count]) => `${tellNumber(count)} ${state}`).join(', ');
  const told = endCount === 0 ? 'none ends' : `${tellNumber(endCount)} end (${states})`;
  return `${told}, ${tellNumber(renewCount)} to be renewed`;
}

function placeToday(columns: readonly Column[], span: Span, now: number): number {
  const place = span.periods.findIndex(({ start, end }) => start <= now && now < end);
  const period = span.periods[place];
  const column = columns.find((one) => one.place === place);
  if (period === undefined || column === undefined) return SIDE;
  return round(column.x + (column.width * (now - period.start)) / (period.end - period.start));
}
