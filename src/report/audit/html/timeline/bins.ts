import type { State } from '../words.ts';
import type { Ending, Span } from './span.ts';

/** What falls into a week or month, or before the first, or after the last. */
export interface Bin {
  readonly label: string;
  /** How many end, by state. */
  readonly ends: ReadonlyMap<State, number>;
  readonly endCount: number;
  /** How many enter their window, and so are to be renewed; only from now on. */
  readonly renewCount: number;
}

export interface Bins {
  /** Null where nothing is before the span. */
  readonly before: Bin | null;
  readonly periods: readonly Bin[];
  /** Null where nothing is after the span. */
  readonly after: Bin | null;
}

/** Counts what ends and what is to be renewed in each period of a span. */
export function countBins(endings: readonly Ending[], span: Span, at: Date): Bins {
  const labels = ['earlier', ...span.periods.map(({ label }) => label), 'later'];
  const bins = labels.map((label) => ({ label, ends: new Map<State, number>(), endCount: 0, renewCount: 0 }));
  for (const { state, ends, renews } of endings) {
    const bin = bins[placeOf(ends, span)];
    if (bin !== undefined) {
      bin.ends.set(state, (bin.ends.get(state) ?? 0) + 1);
      bin.endCount += 1;
    }
    const renewal = renews === null || renews <= at.getTime() ? undefined : bins[placeOf(renews, span)];
    if (renewal !== undefined) renewal.renewCount += 1;
  }
  const [before] = bins;
  const after = bins[bins.length - 1];
  const isFilled = (bin: Bin | undefined) => bin !== undefined && bin.endCount + bin.renewCount > 0;
  return {
    before: isFilled(before) ? (before ?? null) : null,
    periods: bins.slice(1, -1),
    after: isFilled(after) ? (after ?? null) : null,
  };
}

/** 0 before the span, then a place for each period, then one for what is after it. */
function placeOf(time: number, { periods, start, end }: Span): number {
  if (time < start) return 0;
  if (time >= end) return periods.length + 1;
  let low = 0;
  let high = periods.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((periods[middle]?.start ?? end) <= time) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}
