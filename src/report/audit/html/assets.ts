// Made by 'npm run generate' from browser/; change it there.

/** The style of the page. */
export const STYLE = `:root {
  color-scheme: light dark;
  --ground: #f4f5f7;
  --surface: #ffffff;
  --raised: #f8f9fb;
  --text: #171b22;
  --muted: #525d6b;
  --line: #d9dee5;
  --link: #0b55b0;
  --focus: #0b55b0;
  --expired: #a51229;
  --critical: #b8400a;
  --expiring: #8a5b00;
  --ok: #1b7340;
  --waiting: #1f5ea8;
  --unknown: #6d3da3;
  --quiet: #586372;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
  font:
    14px / 1.45 -apple-system,
    "Segoe UI",
    Roboto,
    "Noto Sans",
    "Liberation Sans",
    Arial,
    system-ui,
    sans-serif;
  color: var(--text);
  background: var(--ground);
}

@media (prefers-color-scheme: dark) {
  :root {
    --ground: #0e1217;
    --surface: #161b22;
    --raised: #1b212a;
    --text: #e6eaf0;
    --muted: #a2adba;
    --line: #2d3540;
    --link: #82b4ff;
    --focus: #82b4ff;
    --expired: #ff8a98;
    --critical: #ff9f66;
    --expiring: #f0c04a;
    --ok: #6bd096;
    --waiting: #86baff;
    --unknown: #cba9ff;
    --quiet: #a2adba;
  }
}

*,
::before,
::after {
  box-sizing: border-box;
}

body {
  max-width: 1680px;
  margin: 0 auto;
  padding: 24px clamp(12px, 2.5vw, 40px) 40px;
  font-variant-numeric: tabular-nums;
  overflow-wrap: anywhere;
}

h1,
h2,
h3,
p,
ul,
dl {
  margin: 0;
}

ul {
  padding: 0;
  list-style: none;
}

h2 {
  font-size: 19px;
  line-height: 1.3;
  font-weight: 650;
  letter-spacing: -0.01em;
}

h3 {
  font-size: 15px;
  font-weight: 650;
}

a {
  color: var(--link);
  text-underline-offset: 2px;
}

code,
.code,
kbd {
  font-family: var(--mono);
  font-size: 0.92em;
}

:focus-visible {
  outline: 2px solid var(--focus);
  outline-offset: 2px;
  border-radius: 4px;
}

section {
  margin-top: 36px;
  scroll-margin-top: 12px;
}

section > p {
  max-width: 95ch;
  margin-top: 6px;
  color: var(--muted);
}

.away {
  position: absolute;
  width: 0;
  height: 0;
}

.skip {
  position: absolute;
  left: 12px;
  top: -60px;
  z-index: 9;
  padding: 8px 14px;
  background: var(--surface);
  border: 1px solid var(--line);
  border-radius: 6px;
}

.skip:focus {
  top: 12px;
}

.sub,
.hint,
.meta,
.kicker,
caption,
footer {
  color: var(--muted);
}

.sub {
  display: block;
  font-size: 12px;
  line-height: 1.4;
}

/* A colour for each state; the shape and the word say the same. */
.s-expired {
  --state: var(--expired);
}
.s-critical {
  --state: var(--critical);
}
.s-expiring {
  --state: var(--expiring);
}
.s-ok {
  --state: var(--ok);
}
.s-not-yet-valid {
  --state: var(--waiting);
}
.s-unknown {
  --state: var(--unknown);
}
.s-ignored,
.s-dormant,
.s-pending {
  --state: var(--quiet);
}

.icon {
  flex: none;
  width: 1em;
  height: 1em;
  fill: var(--state);
  vertical-align: -0.12em;
}

.cut {
  fill: none;
  stroke: var(--surface);
  stroke-width: 1.8;
  stroke-linecap: round;
  stroke-linejoin: round;
}

.ring {
  fill: none;
  stroke: var(--state);
  stroke-width: 1.8;
}

.state {
  display: inline-flex;
  align-items: center;
  gap: 6px;
  font-weight: 600;
  color: var(--state);
  white-space: nowrap;
}

/* The verdict */
.verdict {
  display: flex;
  gap: 20px;
  align-items: center;
  padding: 22px 26px;
  background: var(--surface);
  border: 1px solid var(--line);
  border-left: 8px solid var(--state);
  border-radius: 10px;
}

.verdict .mark {
  font-size: 60px;
  line-height: 1;
}

.kicker {
  font-size: 13px;
  font-weight: 600;
  letter-spacing: 0.02em;
}

h1 {
  font-size: 32px;
  line-height: 1.15;
  font-weight: 700;
  letter-spacing: -0.02em;
}

h1 .word {
  color: var(--state);
}

.lead {
  margin-top: 6px;
  font-size: 16px;
}

.meta {
  margin-top: 4px;
  font-size: 13px;
}

.flag {
  margin-top: 8px;
  font-weight: 600;
}

.tiles {
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(112px, 1fr));
  gap: 10px;
  margin-top: 12px;
}

.tile a {
  display: block;
  height: 100%;
  padding: 12px 14px;
  color: var(--text);
  text-decoration: none;
  background: var(--surface);
  border: 1px solid var(--line);
  border-radius: 8px;
}

.tile a:hover {
  border-color: var(--muted);
}

.tile b {
  display: block;
  font-size: 26px;
  line-height: 1.15;
  font-weight: 650;
  color: var(--state, var(--text));
}

.tile.none b {
  color: var(--muted);
}

.tile span {
  display: flex;
  align-items: baseline;
  gap: 6px;
  font-size: 13px;
  color: var(--muted);
}

.contents ul {
  display: flex;
  flex-wrap: wrap;
  gap: 4px 18px;
  margin-top: 18px;
}

/* Findings */
.cards {
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(min(420px, 100%), 1fr));
  gap: 12px;
  margin-top: 12px;
}

.card {
  padding: 14px 18px;
  background: var(--surface);
  border: 1px solid var(--line);
  border-left: 4px solid var(--state);
  border-radius: 8px;
}

.card h3 {
  display: flex;
  align-items: center;
  gap: 8px;
}

.count {
  padding: 0 8px;
  font-size: 12px;
  font-weight: 600;
  line-height: 20px;
  color: var(--muted);
  background: var(--ground);
  border-radius: 10px;
}

.card li,
.card p {
  margin-top: 6px;
}

.card li + li {
  padding-top: 6px;
  border-top: 1px solid var(--line);
}

.card .sub {
  margin-top: 2px;
}

.mend b {
  color: var(--muted);
  font-weight: 600;
}

.mend b::after {
  content: ":";
}

/* Tables */
.scroll {
  margin-top: 12px;
  overflow: auto;
  background: var(--surface);
  border: 1px solid var(--line);
  border-radius: 8px;
}

table {
  width: 100%;
  font-size: 13px;
  border-spacing: 0;
  overflow-wrap: break-word;
}

caption span {
  position: sticky;
  left: 14px;
}

caption {
  padding: 10px 14px;
  font-size: 13px;
  text-align: left;
}

th,
td {
  padding: 8px 12px;
  text-align: left;
  vertical-align: top;
  border-bottom: 1px solid var(--line);
}

tbody tr:last-child > * {
  border-bottom: 0;
}

thead th {
  position: sticky;
  top: 0;
  z-index: 2;
  font-size: 12px;
  font-weight: 600;
  color: var(--muted);
  white-space: nowrap;
  vertical-align: bottom;
  background: var(--raised);
  border-top: 1px solid var(--line);
}

tbody th {
  font-weight: 600;
}

tbody th .sub {
  font-weight: 400;
}

tbody tr:hover > * {
  background: var(--raised);
}

.number {
  text-align: right;
}

/* Columns of fixed widths: quick to lay out, and steady from page to page. */
.certificates {
  width: 1966px;
  table-layout: fixed;
}

.certificates td,
.certificates tbody th {
  overflow-wrap: anywhere;
}

.col-severity {
  width: 140px;
}

.col-name {
  width: 250px;
}

.col-target {
  width: 200px;
}

.col-expires {
  width: 108px;
}

.col-left {
  width: 136px;
}

.col-renews {
  width: 108px;
}

.col-use {
  width: 180px;
}

.col-owner {
  width: 160px;
}

.col-issuer {
  width: 190px;
}

.col-key {
  width: 150px;
}

.col-fingerprint {
  width: 344px;
}

.certificates tbody th {
  position: sticky;
  left: 0;
  z-index: 1;
  background: var(--surface);
  border-right: 1px solid var(--line);
}

.certificates thead th:nth-child(2) {
  left: 0;
  z-index: 3;
  border-right: 1px solid var(--line);
}

.certificates .code {
  font-size: 11px;
  line-height: 1.5;
}

.certificates .code .sub {
  font-size: 11px;
}

time,
.targets td:nth-child(5),
.targets td:nth-child(6) {
  white-space: nowrap;
}

.targets td:last-child {
  min-width: 34ch;
}

.targets tbody th {
  min-width: 150px;
}

.scroll:has(.workload) {
  max-width: 820px;
}

.workload th,
.workload td {
  white-space: nowrap;
}

.workload td:last-child {
  width: 50%;
}

.bar {
  display: block;
  width: 100%;
  height: 6px;
  margin-top: 5px;
}

.bar .track {
  fill: var(--line);
}

.bar .fill {
  fill: var(--state, var(--link));
}

.bar .tick {
  fill: var(--text);
}

/* Filters, which only the script shows */
.filters {
  display: flex;
  flex-wrap: wrap;
  gap: 10px 14px;
  align-items: end;
  margin-top: 12px;
}

.filters[hidden],
.pages[hidden],
html:not(.scripted) .keys {
  display: none;
}

.field {
  display: grid;
  gap: 3px;
}

.field.wide {
  flex: 1 1 260px;
}

.field label {
  font-size: 12px;
  font-weight: 600;
  color: var(--muted);
}

.check {
  display: flex;
  align-items: center;
  gap: 8px;
  min-height: 36px;
  font-size: 13px;
}

input[type="search"],
select,
button {
  min-width: 0;
  max-width: 100%;
  height: 36px;
  padding: 0 10px;
  font: inherit;
  font-size: 14px;
  font-weight: 400;
  color: var(--text);
  background: var(--surface);
  border: 1px solid var(--muted);
  border-radius: 6px;
}

select {
  max-width: 260px;
}

::placeholder {
  color: var(--muted);
  opacity: 1;
}

input[type="checkbox"] {
  width: 18px;
  height: 18px;
  margin: 0;
  accent-color: var(--link);
}

button {
  padding: 0 14px;
  cursor: pointer;
}

button:hover:enabled {
  background: var(--raised);
}

button:disabled {
  color: var(--muted);
  border-color: var(--line);
  cursor: default;
}

thead button {
  height: auto;
  padding: 2px 0;
  font-size: 12px;
  font-weight: 600;
  color: inherit;
  background: none;
  border: 0;
}

thead button:hover:enabled {
  color: var(--text);
  background: none;
}

thead button::after {
  display: inline-block;
  width: 14px;
  margin-left: 3px;
  content: "↕" / "";
  opacity: 0.55;
}

[aria-sort] button {
  color: var(--text);
}

[aria-sort="ascending"] button::after {
  content: "↑" / "";
  opacity: 1;
}

[aria-sort="descending"] button::after {
  content: "↓" / "";
  opacity: 1;
}

.hint {
  margin-top: 10px;
  font-size: 13px;
}

.pages {
  display: flex;
  gap: 12px;
  align-items: center;
  margin-top: 12px;
}

/* The timeline */
.timeline {
  display: block;
  width: 100%;
  min-width: 980px;
  max-width: 1500px;
  padding: 14px 18px 10px;
}

.timeline text {
  font-size: 12px;
  fill: var(--text);
}

.timeline .tick,
.timeline .today {
  text-anchor: middle;
}

.timeline .end {
  text-anchor: end;
}

.timeline text.tick {
  font-size: 11px;
  fill: var(--muted);
}

.timeline .grid,
.timeline .rule,
.timeline .axis {
  fill: none;
  stroke: var(--line);
}

.timeline path.today {
  fill: none;
  stroke: var(--link);
  stroke-width: 1.5;
  stroke-dasharray: 5 3;
}

.timeline text.today {
  font-weight: 600;
  fill: var(--link);
}

.timeline .plain {
  fill: var(--line);
}

.timeline .fill,
pattern .fill,
.lane use {
  fill: var(--state);
}

.renew {
  fill: none;
  stroke: var(--text);
  stroke-width: 2;
}

.renewals {
  fill: none;
  stroke: var(--muted);
  stroke-width: 1.5;
  stroke-dasharray: 4 2;
}

.hatch {
  fill: none;
  stroke: var(--surface);
  stroke-opacity: 0.5;
  stroke-width: 1.1;
}

.column text {
  text-anchor: middle;
  paint-order: stroke;
  stroke: var(--surface);
  stroke-width: 3px;
}

.timeline .torn {
  fill: none;
  stroke: var(--surface);
  stroke-width: 3;
}

.catch {
  fill: transparent;
}

.column:hover .catch {
  fill: var(--line);
  fill-opacity: 0.5;
}

.legend {
  display: flex;
  flex-wrap: wrap;
  gap: 4px 18px;
  margin-top: 10px;
  font-size: 13px;
  color: var(--muted);
}

.legend li {
  display: flex;
  gap: 6px;
  align-items: center;
}

details {
  margin-top: 10px;
}

summary {
  width: fit-content;
  font-size: 13px;
  color: var(--link);
  cursor: pointer;
}

.words div {
  display: flex;
  flex-wrap: wrap;
  gap: 0 12px;
  margin-top: 6px;
  font-size: 13px;
}

.words dt {
  min-width: 130px;
}

.words dd {
  margin: 0;
  color: var(--muted);
}

footer {
  display: flex;
  flex-wrap: wrap;
  justify-content: space-between;
  gap: 6px 24px;
  margin-top: 40px;
  padding-top: 14px;
  font-size: 12px;
  border-top: 1px solid var(--line);
}

kbd {
  padding: 1px 5px;
  background: var(--surface);
  border: 1px solid var(--line);
  border-radius: 4px;
}

/* The first of the script's pages; what is beyond it is for those without scripts. */
@media screen and (scripting: enabled) {
  .certificates tbody tr:nth-child(n + 201) {
    display: none;
  }
}

/* In a tall window the table scrolls under its head. */
@media screen and (min-height: 640px) and (min-width: 700px) {
  .tall {
    max-height: 84vh;
  }
}

@media (max-width: 640px) {
  .verdict {
    align-items: start;
    gap: 14px;
    padding: 16px;
  }

  .verdict .mark {
    font-size: 36px;
  }

  h1 {
    font-size: 24px;
  }

  .tiles {
    grid-template-columns: repeat(auto-fit, minmax(96px, 1fr));
  }

  .certificates tbody th,
  .certificates thead th:nth-child(2) {
    position: static;
  }

  .field {
    flex: 1 1 100%;
  }

  .field select {
    max-width: none;
  }
}

@media (prefers-reduced-motion: no-preference) {
  html {
    scroll-behavior: smooth;
  }
}

@media (forced-colors: active) {
  .icon,
  .lane use,
  .timeline .fill,
  pattern .fill,
  .bar .fill {
    fill: CanvasText;
  }

  .cut,
  .hatch {
    stroke: Canvas;
    stroke-opacity: 1;
  }

  .ring,
  .renew,
  .renewals,
  .timeline .axis {
    stroke: CanvasText;
  }

  .timeline .grid,
  .timeline .rule {
    stroke: none;
  }

  .timeline text,
  .timeline text.tick,
  .timeline text.today {
    fill: CanvasText;
  }

  .timeline .plain,
  .bar .track {
    fill: Canvas;
    stroke: CanvasText;
  }

  .timeline path.today {
    stroke: Highlight;
  }

  .bar .tick {
    fill: Highlight;
  }
}

@page {
  size: A4 landscape;
  margin: 12mm;
}

@media print {
  :root {
    font-size: 9pt;
    background: none;
  }

  body {
    max-width: none;
    padding: 0;
    print-color-adjust: exact;
  }

  .skip,
  .contents,
  .filters,
  .pages,
  .keys,
  details {
    display: none;
  }

  section {
    margin-top: 20pt;
  }

  .scroll {
    overflow: visible;
    border-color: transparent;
  }

  .timeline {
    min-width: 0;
  }

  table,
  caption {
    font-size: 8pt;
  }

  table .sub,
  thead th {
    font-size: 7pt;
  }

  th,
  td {
    padding: 3pt 4pt;
  }

  thead th,
  .certificates tbody th {
    position: static;
  }

  thead th,
  time,
  .targets td:nth-child(n) {
    white-space: normal;
  }

  .targets tbody th,
  .targets td:last-child {
    min-width: 0;
  }

  .certificates {
    width: 100%;
    font-size: 7pt;
  }

  .certificates .sub,
  .certificates .code,
  .certificates .code .sub {
    font-size: 6pt;
  }

  .certificates col {
    width: 7.5%;
  }

  .certificates .col-name {
    width: 13%;
  }

  .certificates .col-expires,
  .certificates .col-renews {
    width: 6.5%;
  }

  .certificates .col-fingerprint {
    width: 21%;
  }

  thead button,
  .certificates thead button {
    font-size: inherit;
    text-align: left;
    white-space: normal;
  }

  thead button::after {
    content: none;
  }

  tr,
  .card,
  .verdict,
  .tile,
  .timeline {
    break-inside: avoid;
  }

  h2 {
    break-after: avoid;
  }

  a[href^="http"]::after {
    content: " (" attr(href) ")";
    overflow-wrap: anywhere;
  }

  .certificates a {
    display: none;
  }
}`;
/** Names STYLE in a content policy. */
export const STYLE_HASH = 'sha256-iUMcYdpkZNzT4TiRq0oQGiIm6mH7LJixADtL08pFujQ=';

/** The script of the page: a module. */
export const SCRIPT = `const SVG = 'http://www.w3.org/2000/svg';
/** The rows of the page's block of data. */ export function readRows(json) {
    const data = JSON.parse(json);
    return data.rows.map((packed)=>{
        const row = unpackRow(packed, data);
        return {
            row,
            text: listSearched(row).join('\\n').toLowerCase()
        };
    });
}
function unpackRow(packed, { targets, texts }) {
    const [state, note, name, detail, more, place, expires, left, life, window, ...others] = packed;
    const [renews, use, status, usedBy, issuer, key, signature, fingerprint, id, console] = others;
    const target = targets[place];
    if (target === undefined) throw new Error(\`The report's data has no target \${place}.\`);
    const textOf = (index)=>index === null ? null : texts[index] ?? null;
    return {
        ...{
            name,
            detail,
            more,
            target,
            expires,
            life,
            window,
            renews,
            id
        },
        state: textOf(state) ?? '',
        note: textOf(note),
        left: textOf(left) ?? '',
        use: textOf(use),
        status: textOf(status),
        usedBy: textOf(usedBy),
        issuer: textOf(issuer),
        key: textOf(key),
        signature: textOf(signature),
        fingerprint: fingerprint === null ? null : addColons(fingerprint),
        console: textOf(console)
    };
}
function addColons(fingerprint) {
    return /^[0-9A-F]{64}$/.test(fingerprint) ? fingerprint.replace(/..(?!$)/g, '$&:') : fingerprint;
}
function listSearched({ target, fingerprint, ...row }) {
    const { state, note, name, detail, more, id, status, usedBy, issuer, key, signature } = row;
    return [
        ...[
            name,
            id,
            fingerprint,
            fingerprint?.replaceAll(':', '') ?? null,
            detail,
            more
        ],
        ...[
            target.name,
            target.provider,
            target.scope,
            target.owner
        ],
        ...[
            state,
            note,
            status,
            usedBy,
            issuer,
            key,
            signature
        ]
    ].filter((text)=>text !== null);
}
/** As \`writeRow\` of ../certificate-table.ts. */ export function makeRow(row) {
    const { target } = row;
    const name = make('th', {}, make('span', {
        class: 'name'
    }, row.name), sub(row.detail));
    name.setAttribute('scope', 'row');
    const console = row.console === null ? [] : [
        ' ',
        makeLink(row.console, 'Console')
    ];
    const runbook = target.runbook === null ? null : 'href' in target.runbook ? makeLink(target.runbook.href, 'Runbook') : target.runbook.text;
    return make('tr', {
        class: \`s-\${row.state}\`
    }, make('td', {}, make('span', {
        class: 'state'
    }, makeIcon(row.state), row.state), sub(row.note)), name, make('td', {}, make('span', {}, target.name), make('span', {
        class: 'sub'
    }, target.provider, ...console)), make('td', {}, makeMoment(row.expires)), make('td', {}, make('span', {}, row.left), makeBar(row)), make('td', {}, makeMoment(row.renews)), make('td', {}, make('span', {}, row.use ?? '–'), sub(row.status), sub(row.usedBy)), make('td', {}, make('span', {}, target.owner ?? '–'), sub(runbook)), make('td', {}, row.issuer ?? '–'), make('td', {}, make('span', {}, row.key ?? '–'), sub(row.signature)), make('td', {
        class: 'code'
    }, make('span', {}, row.fingerprint ?? '–'), sub(row.id)));
}
function make(tag, attributes, ...children) {
    return complete(document.createElement(tag), attributes, children);
}
function draw(tag, attributes, ...children) {
    return complete(document.createElementNS(SVG, tag), attributes, children);
}
function complete(element, attributes, children) {
    for (const [name, value] of Object.entries(attributes))element.setAttribute(name, String(value));
    element.append(...children.filter((child)=>child !== null));
    return element;
}
function sub(child) {
    return child === null ? null : make('span', {
        class: 'sub'
    }, child);
}
function makeLink(href, text) {
    return make('a', {
        href,
        rel: 'noopener noreferrer'
    }, text);
}
function makeMoment(seconds) {
    if (seconds === null) return '–';
    const text = new Date(seconds * 1000).toISOString();
    return make('time', {
        datetime: \`\${text.slice(0, 19)}Z\`
    }, text.slice(0, 10), sub(text.slice(11, 16)));
}
function makeIcon(state) {
    const attributes = {
        class: 'icon',
        viewBox: '0 0 16 16',
        'aria-hidden': 'true'
    };
    return draw('svg', attributes, draw('use', {
        href: \`#i-\${state}\`
    }));
}
function makeBar({ life, window }) {
    if (life === null) return null;
    const attributes = {
        class: 'bar',
        viewBox: '0 0 100 6',
        preserveAspectRatio: 'none',
        'aria-hidden': 'true'
    };
    return draw('svg', attributes, draw('rect', {
        class: 'track',
        width: 100,
        height: 6
    }), draw('rect', {
        class: 'fill',
        width: life,
        height: 6
    }), window === null ? null : draw('rect', {
        class: 'tick',
        x: window,
        width: 1.5,
        height: 6
    }));
}
const SORT_AT_FIRST = 'severity';
const UNCOUNTED = [
    'ignored',
    'dormant',
    'pending'
];
/** Rows come in the order of severity. */ const KEYS = {
    name: ({ name })=>name,
    target: ({ target })=>target.name,
    expires: ({ expires })=>expires,
    left: ({ expires })=>expires,
    renews: ({ renews })=>renews,
    use: ({ use })=>use,
    owner: ({ target })=>target.owner,
    issuer: ({ issuer })=>issuer,
    key: ({ key })=>key,
    fingerprint: ({ fingerprint })=>fingerprint
};
/** The rows that a view shows on all its pages, in its order. */ export function selectRows(rows, view) {
    const words = view.query.toLowerCase().split(/\\s+/);
    const selected = rows.filter(({ row, text })=>(view.severity === '' || row.state === view.severity) && (view.provider === '' || row.target.provider === view.provider) && (view.target === '' || row.target.name === view.target) && !(view.counted && UNCOUNTED.includes(row.state)) && words.every((word)=>text.includes(word))).map(({ row })=>row);
    const isDescending = view.sort.startsWith('-');
    const keyOf = KEYS[view.sort.replace('-', '')];
    if (keyOf !== undefined) return sortRows(selected, keyOf, isDescending);
    return isDescending ? selected.reverse() : selected;
}
/** What has no key is last either way; equal ones stay the most urgent first. */ function sortRows(rows, keyOf, isDescending) {
    const order = new Intl.Collator('en', {
        numeric: true
    });
    const sign = isDescending ? -1 : 1;
    return rows.map((row)=>({
            row,
            key: keyOf(row)
        })).sort(({ key: a }, { key: b })=>{
        if (a === null || b === null) return Number(a === null) - Number(b === null);
        if (typeof a === 'number' && typeof b === 'number') return sign * (a - b);
        return sign * order.compare(String(a), String(b));
    }).map(({ row })=>row);
}
/** The view that a hash holds; null where it holds none, but names a section of the page. */ export function parseView(hash) {
    if (!hash.includes('=')) return null;
    const values = new URLSearchParams(hash.slice(1));
    const sort = values.get('sort') ?? '';
    return {
        query: values.get('q') ?? '',
        severity: values.get('severity') ?? '',
        provider: values.get('provider') ?? '',
        target: values.get('target') ?? '',
        counted: values.get('counted') === '1',
        sort: sort === \`-\${SORT_AT_FIRST}\` || Object.hasOwn(KEYS, sort.replace('-', '')) ? sort : SORT_AT_FIRST,
        page: Number.parseInt(values.get('page') ?? '1', 10) || 1
    };
}
/** The hash of a view: only what differs from the page as it is opened. */ export function formatView({ query, severity, provider, target, counted, sort, page }) {
    const values = new URLSearchParams();
    if (query.trim() !== '') values.set('q', query.trim());
    if (severity !== '') values.set('severity', severity);
    if (provider !== '') values.set('provider', provider);
    if (target !== '') values.set('target', target);
    if (counted) values.set('counted', '1');
    if (sort !== SORT_AT_FIRST) values.set('sort', sort);
    if (page > 1) values.set('page', String(page));
    return \`#\${values}\`;
}
const ROWS_OF_A_PAGE = 200;
const ROWS_IN_PRINT_AT_MOST = 5000;
const table = find('table', HTMLTableElement);
const body = table.tBodies[0] ?? table.createTBody();
const heads = [
    ...table.querySelectorAll('th[data-key]')
];
const section = find('certificates', HTMLElement);
const status = find('status', HTMLElement);
const filters = find('filters', HTMLElement);
const query = find('query', HTMLInputElement);
const severity = find('severity', HTMLSelectElement);
const provider = find('provider', HTMLSelectElement);
const target = find('target', HTMLSelectElement);
const counted = find('counted', HTMLInputElement);
const pages = find('pages', HTMLElement);
const page = find('page', HTMLElement);
const previous = find('previous', HTMLButtonElement);
const next = find('next', HTMLButtonElement);
const total = Number(table.dataset.total);
let view = {
    ...readControls(),
    sort: 'severity'
};
let rows = null;
function find(id, type) {
    const element = document.getElementById(id);
    if (element instanceof type) return element;
    throw new Error(\`The report has no element \${id}.\`);
}
/** The page's data is read when it is needed first: the rows to begin with are in the page. */ function select() {
    rows ??= readRows(find('data', HTMLElement).textContent ?? '');
    return selectRows(rows, view);
}
/** Shows a page of the rows that match, and says so. */ function show() {
    const selected = select();
    const last = countPages(selected.length);
    view = {
        ...view,
        page: Math.min(Math.max(1, view.page), last)
    };
    const start = (view.page - 1) * ROWS_OF_A_PAGE;
    body.replaceChildren(...selected.slice(start, start + ROWS_OF_A_PAGE).map(makeRow));
    tell(selected.length);
}
function countPages(count) {
    return Math.max(1, Math.ceil(count / ROWS_OF_A_PAGE));
}
/** Says how many rows match and which of them are shown, and marks the column that orders them. */ function tell(count) {
    const last = countPages(count);
    const end = view.page * ROWS_OF_A_PAGE;
    status.textContent = describeCount(count, end - ROWS_OF_A_PAGE + 1, Math.min(end, count));
    pages.hidden = last === 1;
    page.textContent = \`Page \${format(view.page)} of \${format(last)}\`;
    previous.disabled = view.page === 1;
    next.disabled = view.page === last;
    for (const head of heads){
        const key = head.dataset.key ?? '';
        if (view.sort.replace('-', '') !== key) head.removeAttribute('aria-sort');
        else head.setAttribute('aria-sort', view.sort === key ? 'ascending' : 'descending');
    }
}
/** How many rows match, and from which to which of them are shown where that is not all. */ function describeCount(count, from, to) {
    const all = \`\${format(total)} \${total === 1 ? 'certificate' : 'certificates'}\`;
    const matching = \`\${count === 0 ? 'None' : format(count)} of \${all} \${count > 1 ? 'match' : 'matches'}\`;
    const range = to - from + 1 < count ? \`, rows \${format(from)} to \${format(to)} shown\` : '';
    return \`\${count === total ? all : matching}\${range}\`;
}
function format(count) {
    return count.toLocaleString('en-US');
}
/** What the filters say; a new choice begins at its first page. */ function readControls() {
    return {
        query: query.value,
        severity: severity.value,
        provider: provider.value,
        target: target.value,
        counted: counted.checked,
        page: 1
    };
}
function change(changed) {
    view = {
        ...view,
        ...changed
    };
    show();
    const hash = formatView(view);
    if (hash !== (location.hash || '#')) history.replaceState(null, '', hash);
}
/** Takes over the view of the address, where it holds one. */ function restore() {
    const stored = parseView(location.hash);
    if (stored === null) return;
    query.value = stored.query;
    counted.checked = stored.counted;
    choose(severity, stored.severity);
    choose(provider, stored.provider);
    choose(target, stored.target);
    view = {
        ...readControls(),
        sort: stored.sort,
        page: stored.page
    };
    show();
    section.scrollIntoView();
}
/** What the report does not hold cannot be chosen: then all are. */ function choose(control, value) {
    control.value = value;
    if (control.selectedIndex < 0) control.value = '';
}
function clear() {
    query.value = '';
    counted.checked = false;
    for (const control of [
        severity,
        provider,
        target
    ])control.value = '';
    change(readControls());
}
function turn(pagesOn) {
    change({
        page: view.page + pagesOn
    });
    table.parentElement?.scrollTo({
        top: 0
    });
    section.scrollIntoView();
}
function addSorting(head) {
    const key = head.dataset.key ?? '';
    const button = make('button', {
        type: 'button'
    }, ...head.childNodes);
    button.addEventListener('click', ()=>change({
            sort: view.sort === key ? \`-\${key}\` : key,
            page: 1
        }));
    head.append(button);
}
function handleKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const at = event.target instanceof Element ? event.target : null;
    const isTyping = at === query || at?.matches('select') === true;
    if (event.key === '/' && !isTyping) {
        event.preventDefault();
        query.select();
    }
    if (event.key === 'Escape' && (at === query || !isTyping)) clear();
}
heads.forEach(addSorting);
for (const row of [
    ...body.rows
].slice(ROWS_OF_A_PAGE))row.remove();
for (const link of document.querySelectorAll('a[data-filter]')){
    link.href = \`#\${link.dataset.filter}\`;
}
tell(total);
filters.hidden = false;
document.documentElement.classList.add('scripted');
query.addEventListener('input', ()=>change(readControls()));
for (const control of [
    severity,
    provider,
    target,
    counted
]){
    control.addEventListener('change', ()=>change(readControls()));
}
find('clear', HTMLButtonElement).addEventListener('click', ()=>{
    clear();
    query.focus();
});
previous.addEventListener('click', ()=>turn(-1));
next.addEventListener('click', ()=>turn(1));
document.addEventListener('keydown', handleKey);
window.addEventListener('hashchange', restore);
window.addEventListener('beforeprint', ()=>{
    const selected = select();
    const printed = selected.slice(0, ROWS_IN_PRINT_AT_MOST);
    body.replaceChildren(...printed.map(makeRow));
    status.textContent = describeCount(selected.length, 1, printed.length);
});
window.addEventListener('afterprint', show);
restore();`;
/** Names SCRIPT in a content policy. */
export const SCRIPT_HASH = 'sha256-iQyWynlCaILxYOScl7qDN8sIxQzFS30t5NLCA+0wRZw=';
