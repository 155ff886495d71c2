import type { AuditReport } from '../../../../operations/audit/audit-report.ts';
import { isCounted, tellCount, tellDay, tellNumber } from '../../sentences.ts';
import { icon } from '../icons.ts';
import { type Markup, markup } from '../markup.ts';
import type { State } from '../words.ts';
import { type Bin, type Bins, countBins } from './bins.ts';
import { DRAWN_STATES } from './drawing.ts';
import { drawHistogram } from './histogram.ts';
import { drawLanes } from './lanes.ts';
import { chooseSpan, type Ending, findEndings, type Span } from './span.ts';

/** So many certificates have a lane each; more are counted by week or month. */
export const LANES_AT_MOST = 30;

/** The section with the timeline: drawn, told in a sentence, and as a table of weeks or months. */
export function* writeTimeline(report: AuditReport): Generator<Markup> {
  const endings = findEndings(report);
  yield markup`<section id="timeline" aria-labelledby="timeline-title">
<h2 id="timeline-title">Timeline</h2>
`;
  if (endings.length === 0) {
    yield markup`<p>No certificate that counts has an end to draw.</p>\n</section>\n`;
    return;
  }
  const span = chooseSpan(endings, report.at);
  const bins = countBins(endings, span, report.at);
  const hasLanes = endings.length <= LANES_AT_MOST;
  yield markup`<p id="timeline-summary">${tellTimeline(report, endings, span, hasLanes)}</p>
<div class="scroll" role="region" tabindex="0" aria-label="The timeline as drawn">
`;
  if (hasLanes) yield* drawLanes(endings, span, report.at);
  else yield drawHistogram(bins, span, report.at);
  yield markup`</div>
${writeLegend(endings, hasLanes)}
<details>
<summary>The timeline as a table</summary>
<div class="scroll" role="region" tabindex="0" aria-labelledby="timeline-caption">
${writeBins(bins, span, endings)}
</div>
</details>
</section>
`;
}

function tellTimeline(
  { certificates }: AuditReport,
  endings: readonly Ending[],
  { start, end, unit, periods }: Span,
  hasLanes: boolean,
): string {
  const counted = certificates.filter(isCounted).length;
  const last = tellDay(new Date(end - 1));
  const outside = [
    tellOutside(endings.filter(({ ends }) => ends < start).length, 'earlier'),
    tellOutside(endings.filter(({ ends }) => ends >= end).length, 'later'),
  ].filter((part) => part !== null);
  const beyond = outside.length === 0 ? '' : `; ${outside.join(' and ')}`;
  const without = counted - endings.length;
  const undated =
    without === 0
      ? ''
      : ` ${tellNumber(without)} of those that count ${without === 1 ? 'has' : 'have'} no end, and so no place here.`;
  const what = hasLanes
    ? 'Each bar reaches from today to the end of a certificate, hatched from the day it is to be renewed; where the end is past, from then to today'
    : `How many certificates end in each ${unit} above the axis, and how many are to be renewed from then on below it`;
  return `${what}. ${tellCount(endings.length, 'certificate')} from ${tellDay(new Date(periods[0]?.start ?? start))} to ${last}${beyond}.${undated}`;
}

function tellOutside(count: number, where: string): string | null {
  return count === 0 ? null : `${tellNumber(count)} of them ${count === 1 ? 'ends' : 'end'} ${where}`;
}

function writeLegend(endings: readonly Ending[], hasLanes: boolean): Markup {
  const states = listStates(endings);
  const swatch = (state: State) =>
    hasLanes
      ? icon(state)
      : markup`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><rect width="16" height="16" fill="url(#p-${state})"></rect></svg>`;
  const renewal = hasLanes
    ? markup`<path class="renew" d="M8 1v14"></path>`
    : markup`<rect class="renewals" x="1" y="1" width="14" height="14"></rect>`;
  return markup`<ul class="legend">${states.map((state) => markup`<li class="s-${state}">${swatch(state)}${state}</li>`)}<li><svg class="icon" viewBox="0 0 16 16" aria-hidden="true">${renewal}</svg>to be renewed</li></ul>`;
}

function listStates(endings: readonly Ending[]): readonly State[] {
  const known = new Set(endings.map(({ state }) => state));
  return DRAWN_STATES.filter((state) => known.has(state)).reverse();
}

function writeBins({ before, periods, after }: Bins, { unit }: Span, endings: readonly Ending[]): Markup {
  const states = listStates(endings);
  const bins = [before, ...periods, after].filter((bin) => bin !== null);
  const row = (bin: Bin) =>
    markup`<tr><th scope="row">${bin.label}</th>${states.map((state) => markup`<td class="number">${tellNumber(bin.ends.get(state) ?? 0)}</td>`)}<td class="number">${tellNumber(bin.renewCount)}</td></tr>\n`;
  return markup`<table>
<caption id="timeline-caption"><span>Certificates by the ${unit} in which they end, and by that from which on they are to be renewed</span></caption>
<thead><tr><th scope="col">${unit === 'week' ? 'Week from' : 'Month'}</th>${states.map((state) => markup`<th scope="col" class="number">${state}</th>`)}<th scope="col" class="number">to be renewed</th></tr></thead>
<tbody>
${bins.map(row)}</tbody>
</table>`;
}
