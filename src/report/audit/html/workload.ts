import type { AuditReport } from '../../../operations/audit/audit-report.ts';
import { tellCount, tellDay, tellNumber } from '../sentences.ts';
import { type Markup, markup } from './markup.ts';

/** The section on how often certificates have to be replaced, now and under shorter lifetimes. */
export function* writeWorkload({ workload, at }: AuditReport): Generator<Markup> {
  if (workload.leaves === 0) return;
  const today = tellDay(at);
  const rows = [
    { label: 'as now', since: null, rotations: workload.now },
    ...workload.atMost.map(({ days, since, rotations }) => ({
      label: `at most ${days} days`,
      since: `${since <= today ? 'since' : 'from'} ${since}`,
      rotations,
    })),
  ];
  const most = Math.max(...rows.map(({ rotations }) => rotations));
  yield markup`<section id="workload" aria-labelledby="workload-title">
<h2 id="workload-title">The work ahead</h2>
<p>Rotations a year of ${tellCount(workload.leaves, 'leaf certificate')} that ${workload.leaves === 1 ? 'counts' : 'count'}, assumed that each is replaced when a third of its life is left, and that the limits of public TLS certificates hold for all of them from the dates below.</p>
<div class="scroll" role="region" tabindex="0" aria-labelledby="workload-caption">
<table class="workload">
<caption id="workload-caption"><span>Rotations a year by the longest lifetime</span></caption>
<thead><tr><th scope="col">Lifetime</th><th scope="col">Limit of public TLS</th><th scope="col" class="number">Rotations a year</th><th scope="col">Compared with now</th></tr></thead>
<tbody>
${rows.map(({ label, since, rotations }) => writeRow(label, since, rotations, workload.now, most))}</tbody>
</table>
</div>
</section>
`;
}

function writeRow(label: string, since: string | null, rotations: number, now: number, most: number): Markup {
  const width = most > 0 ? Math.round((1000 * rotations) / most) / 10 : 0;
  const times = now > 0 ? `× ${tellNumber(rotations / now)}` : '–';
  return markup`<tr><th scope="row">${label}</th><td>${since ?? '–'}</td><td class="number">${tellNumber(rotations)}</td><td><span>${times}</span><svg class="bar wide" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="6"/><rect class="fill" width="${width}" height="6"/></svg></td></tr>
`;
}
