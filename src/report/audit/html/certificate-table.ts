import { providers } from '../../../interface/words.ts';
import type { AuditReport } from '../../../operations/audit/audit-report.ts';
import { tellCount, tellNumber } from '../sentences.ts';
import type { RowMaker } from './certificate-rows.ts';
import { icon } from './icons.ts';
import { type Markup, markup } from './markup.ts';
import type { CertificateRow } from './page-data.ts';
import { writeRunbook } from './reference.ts';
import { countStates, STATES, type State, stateNames } from './words.ts';

/** So many rows are in the page itself; a browser without scripts shows no more than these. */
export const ROWS_WITHOUT_SCRIPT = 1000;

/** Keys are what the table can be sorted by, as the page's script knows them. */
const COLUMNS: readonly { readonly key: string; readonly title: string }[] = [
  { key: 'severity', title: 'Severity' },
  { key: 'name', title: 'Certificate' },
  { key: 'target', title: 'Target' },
  { key: 'expires', title: 'Expires on' },
  { key: 'left', title: 'Time left' },
  { key: 'renews', title: 'Renew on' },
  { key: 'use', title: 'In use' },
  { key: 'owner', title: 'Owner' },
  { key: 'issuer', title: 'Issuer' },
  { key: 'key', title: 'Key' },
  { key: 'fingerprint', title: 'Fingerprint and id' },
];

/** The section with the filters and the table; the rows beyond the first are in the page's data. */
export function* writeCertificates(report: AuditReport, { rowOf }: RowMaker): Generator<Markup> {
  const { certificates } = report;
  yield markup`<section id="certificates" aria-labelledby="certificates-title">
<h2 id="certificates-title">Certificates</h2>
`;
  if (certificates.length === 0) {
    yield markup`<p>No certificate was read.</p>\n</section>\n`;
    return;
  }
  const shown = certificates.slice(0, ROWS_WITHOUT_SCRIPT);
  yield writeFilters(report);
  yield markup`<noscript><p class="hint">${tellWithoutScript(certificates.length)}</p></noscript>
<p id="status" class="hint" role="status"></p>
<div class="scroll tall" role="region" tabindex="0" aria-labelledby="certificates-caption">
<table id="table" class="certificates" data-total="${certificates.length}">
<caption id="certificates-caption"><span>Certificates, the most urgent first; those that do not count last. Days and times are in UTC.</span></caption>
<colgroup>${COLUMNS.map(({ key }) => markup`<col class="col-${key}">`)}</colgroup>
<thead><tr>${COLUMNS.map(writeHead)}</tr></thead>
<tbody>
`;
  for (const audited of shown) yield writeRow(rowOf(audited));
  yield markup`</tbody>
</table>
</div>
<nav id="pages" class="pages" aria-label="Pages of the table" hidden>
<button type="button" id="previous">Previous</button>
<span id="page"></span>
<button type="button" id="next">Next</button>
</nav>
<details>
<summary>What the severities mean</summary>
${explainStates(report)}
</details>
</section>
`;
}

/** One row; the page's script makes the same of the same `CertificateRow`. */
export function writeRow(row: CertificateRow): Markup {
  const { target } = row;
  return markup`<tr class="s-${row.state}"><td><span class="state">${icon(row.state as State)}${row.state}</span>${sub(row.note)}</td><th scope="row"><span class="name">${row.name}</span>${sub(row.detail)}</th><td><span>${target.name}</span><span class="sub">${target.provider}${row.console === null ? null : markup` <a href="${row.console}" rel="noopener noreferrer">Console</a>`}</span></td><td>${writeMoment(row.expires)}</td><td><span>${row.left}</span>${writeBar(row.life, row.window)}</td><td>${writeMoment(row.renews)}</td><td><span>${row.use ?? '–'}</span>${sub(row.status)}${sub(row.usedBy)}</td><td><span>${target.owner ?? '–'}</span>${writeRunbook(target.runbook)}</td><td>${row.issuer ?? '–'}</td><td><span>${row.key ?? '–'}</span>${sub(row.signature)}</td><td class="code"><span>${row.fingerprint ?? '–'}</span>${sub(row.id)}</td></tr>
`;
}

function writeHead({ key, title }: (typeof COLUMNS)[number]): Markup {
  const sorted = key === 'severity' && markup` aria-sort="ascending"`;
  return markup`<th scope="col" data-key="${key}"${sorted}>${title}</th>`;
}

function sub(text: string | null): Markup | null {
  return text === null ? null : markup`<span class="sub">${text}</span>`;
}

function writeMoment(seconds: number | null): Markup {
  if (seconds === null) return markup`–`;
  const text = new Date(seconds * 1000).toISOString();
  return markup`<time datetime="${text.slice(0, 19)}Z">${text.slice(0, 10)}<span class="sub">${text.slice(11, 16)}</span></time>`;
}

/** How much of the certificate's life is left, and where its window begins. */
function writeBar(life: number | null, window: number | null): Markup | null {
  if (life === null) return null;
  const tick = window !== null && markup`<rect class="tick" x="${window}" width="1.5" height="6"></rect>`;
  return markup`<svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="6"></rect><rect class="fill" width="${life}" height="6"></rect>${tick}</svg>`;
}

/** Hidden until the page's script makes use of them. */
function writeFilters({ certificates, targets }: AuditReport): Markup {
  const counts = countStates(certificates);
  const states = stateNames.filter((state) => counts.has(state));
  const used = providers.filter((provider) => targets.some(({ target }) => target.provider === provider));
  const names = targets.map(({ target }) => target.name).sort();
  return markup`<div id="filters" class="filters" role="search" aria-label="Filter the certificates" hidden>
<div class="field wide"><label for="query">Text</label><input id="query" type="search" autocomplete="off" spellcheck="false" placeholder="name, id, fingerprint, owner …" aria-keyshortcuts="/"></div>
${select(
  'severity',
  'Severity',
  states.map((state) => option(state, `${state} (${tellNumber(counts.get(state) ?? 0)})`)),
)}
${select(
  'provider',
  'Provider',
  used.map((provider) => option(provider, provider)),
)}
${select(
  'target',
  'Target',
  names.map((name) => option(name, name)),
)}
<div class="check"><input id="counted" type="checkbox"><label for="counted">Counted only</label></div>
<button type="button" id="clear" aria-keyshortcuts="Escape">Clear</button>
</div>
`;
}

function select(id: string, label: string, options: readonly Markup[]): Markup {
  return markup`<div class="field"><label for="${id}">${label}</label><select id="${id}"><option value="">all</option>${options}</select></div>`;
}

/** The words of the first column, as far as they occur. */
function explainStates({ certificates }: AuditReport): Markup {
  const counts = countStates(certificates);
  const states = stateNames.filter((state) => counts.has(state));
  return markup`<dl class="words">${states.map((state) => markup`<div class="s-${state}"><dt class="state">${icon(state)}${state}</dt><dd>${STATES[state]}</dd></div>`)}</dl>`;
}

function option(value: string, text: string): Markup {
  return markup`<option value="${value}">${text}</option>`;
}

function tellWithoutScript(count: number): string {
  const cut =
    count > ROWS_WITHOUT_SCRIPT
      ? ` Only the ${tellNumber(ROWS_WITHOUT_SCRIPT)} most urgent of ${tellCount(count, 'certificate')} are shown: the whole list is in the CSV and JSON reports.`
      : '';
  return `Scripts are switched off, so that the table cannot be filtered or sorted.${cut}`;
}
