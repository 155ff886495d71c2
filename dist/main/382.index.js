export const id = 382;
export const ids = [382];
export const modules = {

/***/ 7382:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  writeHtml: () => (/* binding */ writeHtml)
});

// EXTERNAL MODULE: ./build/src/report/audit/sentences.js
var sentences = __webpack_require__(5758);
;// CONCATENATED MODULE: ./build/src/report/audit/html/assets.js
// Made by 'npm run generate' from browser/; change it there.
/** The style of the page. */
const STYLE = `:root {
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
const STYLE_HASH = 'sha256-iUMcYdpkZNzT4TiRq0oQGiIm6mH7LJixADtL08pFujQ=';
/** The script of the page: a module. */
const SCRIPT = `const SVG = 'http://www.w3.org/2000/svg';
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
const SCRIPT_HASH = 'sha256-iQyWynlCaILxYOScl7qDN8sIxQzFS30t5NLCA+0wRZw=';

// EXTERNAL MODULE: ./build/src/certificate/time.js
var time = __webpack_require__(4188);
// EXTERNAL MODULE: ./build/src/operations/audit/certificate-findings.js
var certificate_findings = __webpack_require__(1306);
// EXTERNAL MODULE: ./build/src/report/inert.js
var inert = __webpack_require__(8212);
// EXTERNAL MODULE: ./build/src/report/sentences.js
var report_sentences = __webpack_require__(5198);
;// CONCATENATED MODULE: ./build/src/report/audit/html/markup.js

const LONGEST_TEXT = 2000;
/**
 * HTML with values in it, as content or within a quoted attribute. Every text becomes one inert line: nothing in it
 * is a tag, a reference, a control character or a mark that turns text around.
 */
function markup(template, ...values) {
    let html = template[0] ?? '';
    values.forEach((value, index) => {
        html += toHtml(value) + (template[index + 1] ?? '');
    });
    return { html };
}
/** What is safe as it stands: the project's own style and script, and JSON without a mark of HTML. */
function markup_embed(source) {
    return { html: source };
}
/** Text of several lines: each line feed becomes a break. */
function markupLines(text) {
    const lines = text.trim().split(/\r\n|\n|\r/);
    return { html: lines.map(toHtml).join('<br>') };
}
/** Text as the page shows and sends it: one inert line, well-formed, cut to a length. */
function toInert(text, maximumLength = LONGEST_TEXT) {
    return (0,inert/* inertText */.UJ)(text.toWellFormed(), maximumLength);
}
/** A link to elsewhere; the text alone where the address is not one to follow. */
function markup_link(text, address) {
    const href = (0,inert/* findAddress */.S3)(address);
    return href === null
        ? markup `<bdi>${text}</bdi>`
        : markup `<a href="${href}" rel="noopener noreferrer">${text}</a>`;
}
function toHtml(value) {
    if (value === null || value === false)
        return '';
    if (typeof value === 'number')
        return String(value);
    if (typeof value === 'string')
        return escapeText(toInert(value));
    return 'html' in value ? value.html : value.map(({ html }) => html).join('');
}
function escapeText(text) {
    return text
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
        .replaceAll("'", '&#39;');
}

;// CONCATENATED MODULE: ./build/src/report/audit/html/reference.js


const reference_LONGEST_TEXT = 200;
/** What a text refers a person to: a link only where it is an address to follow. */
function refer(text) {
    const href = (0,inert/* findAddress */.S3)(text);
    return href === null ? { text: toInert(text, reference_LONGEST_TEXT) } : { href };
}
/** A target's runbook, below its owner. */
function writeRunbook(runbook) {
    if (runbook === null)
        return null;
    return 'href' in runbook
        ? markup `<span class="sub"><a href="${runbook.href}" rel="noopener noreferrer">Runbook</a></span>`
        : markup `<span class="sub">${runbook.text}</span>`;
}

;// CONCATENATED MODULE: ./build/src/report/audit/html/words.js

/** Every state there is, the most urgent first, with what it means. */
const STATES = {
    expired: 'the end of its validity is past',
    critical: 'inside fail-within',
    expiring: 'inside warn-within',
    'not-yet-valid': 'its validity has not begun',
    unknown: 'no date that can be judged',
    ok: 'outside both windows',
    ignored: 'taken out by an ignore rule',
    dormant: 'inactive, revoked or left out by the target',
    pending: 'holds no certificate yet',
};
const stateNames = Object.keys(STATES);
function stateOf({ standing, severity, ignoredBy }) {
    if (ignoredBy !== null)
        return 'ignored';
    return standing === 'counted' ? severity : standing;
}
/** How many certificates are in each state. */
function countStates(certificates) {
    const counts = new Map();
    for (const one of certificates) {
        const state = stateOf(one);
        counts.set(state, (counts.get(state) ?? 0) + 1);
    }
    return counts;
}
/** The time of day in UTC: `06:00 UTC`. */
function tellTime(date) {
    return `${date.toISOString().slice(11, 16)} UTC`;
}
/** The first few, and how many more there are. */
function listSome(names, most) {
    const shown = names.slice(0, most).join(', ');
    return names.length > most ? `${shown} and ${(0,sentences/* tellNumber */.vK)(names.length - most)} more` : shown;
}

;// CONCATENATED MODULE: ./build/src/report/audit/html/certificate-rows.js








const LONGEST_NAME = 200;
const NAMES_SHOWN = 2;
const USERS_SHOWN = 3;
/** A certificate may hold hundreds of names. */
const LONGEST_SEARCHED = 4000;
function makeRows(report) {
    const rules = listRules(report.findings);
    const facts = new Map(report.targets.map(({ target }) => [target.name, describeTarget(target)]));
    return {
        targets: [...facts.values()],
        rowOf: (audited) => {
            const target = facts.get(audited.target.name) ?? describeTarget(audited.target);
            return describeCertificate(audited, target, rules.get(audited) ?? [], report.at);
        },
    };
}
/** What its severity says already. */
const RULES_OF_SEVERITIES = ['not-yet-valid', 'unknown-date'];
/** What is held against each certificate beyond its dates. */
function listRules(findings) {
    const rules = new Map();
    for (const { certificate, rule } of findings.filter(sentences/* isBeyondDates */.fE)) {
        if (certificate === null || RULES_OF_SEVERITIES.includes(rule))
            continue;
        const known = rules.get(certificate);
        if (known === undefined)
            rules.set(certificate, [rule]);
        else if (!known.includes(rule))
            known.push(rule);
    }
    return rules;
}
function describeTarget({ name, provider, scope, microtenantId, owner, runbook }) {
    return {
        name: toInert(name, LONGEST_NAME),
        provider,
        scope: toInert(microtenantId === null ? scope : `${scope} ${microtenantId}`, LONGEST_NAME),
        owner: owner === null ? null : toInert(owner, LONGEST_NAME),
        runbook: runbook === null ? null : refer(runbook),
    };
}
function describeCertificate(audited, target, rules, at) {
    const { certificate, usedBy, renewOn } = audited;
    const { notAfter, inUse, issuer, id } = certificate;
    const names = listNames(audited);
    return {
        state: stateOf(audited),
        note: toText([tellNote(audited), ...rules].filter((part) => part !== null).join(', ')),
        name: toInert((0,certificate_findings/* nameOf */.Vb)(certificate), LONGEST_NAME) || 'without a name',
        detail: toText(tellDetail(audited, names)),
        more: toText([names.slice(NAMES_SHOWN).join(' '), certificate.subject, certificate.serialNumber, certificate.type]
            .filter((part) => part !== null && part !== '')
            .join(' '), LONGEST_SEARCHED),
        target,
        expires: toSeconds(notAfter),
        left: (0,report_sentences/* tellTimeLeft */.oO)(audited),
        life: tellShare(audited, at),
        window: renewOn === null ? null : tellShare(audited, renewOn),
        renews: toSeconds(renewOn),
        use: inUse === null ? null : inUse ? 'yes' : 'no',
        status: toText(certificate.status),
        usedBy: usedBy === null ? null : toText(listSome(usedBy, USERS_SHOWN)),
        issuer: toText(issuer),
        key: toText(tellKey(audited)),
        signature: toText(audited.key?.signatureAlgorithm ?? null),
        fingerprint: toText(certificate.fingerprint),
        id: toText(id),
        console: audited.consoleUrl === null ? null : (0,inert/* findAddress */.S3)(audited.consoleUrl),
    };
}
/** What its dates do not say already. */
function tellNote({ standing, severity, reason, ignoredBy, certificate }) {
    if (ignoredBy !== null)
        return `until ${(0,time/* formatDate */.Yq)(ignoredBy.until)}: ${ignoredBy.reason}`;
    if (standing !== 'counted')
        return standing === 'dormant' ? certificate.status : null;
    return severity === 'unknown' || severity === 'not-yet-valid' ? reason : null;
}
function listNames({ certificate: { sans, name } }) {
    return (sans ?? []).filter((one) => one !== name);
}
/** The names that it is for; without any its subject, where that says more than its name. */
function tellDetail({ certificate: { subject, name } }, names) {
    if (names.length > 0)
        return listSome(names, NAMES_SHOWN);
    return subject === `CN=${name}` ? null : subject;
}
/** Percent of its lifetime that is left at a moment. */
function tellShare({ certificate: { notBefore, notAfter } }, at) {
    if (notBefore === null || notAfter === null || notAfter <= notBefore)
        return null;
    const left = (notAfter.getTime() - at.getTime()) / (notAfter.getTime() - notBefore.getTime());
    return Math.round(100 * Math.min(1, Math.max(0, left)));
}
/** `RSA 2048`, `EC 256, CA`; null where nothing is known. */
function tellKey({ key, isAuthority }) {
    const kind = key?.kind ?? null;
    const word = kind === null ? null : /^(rsa|dsa|ec)\b/.test(kind) ? kind.toUpperCase() : kind;
    const bits = key?.bits ?? null;
    const known = [word === null || bits === null ? word : `${word} ${bits}`, isAuthority ? 'CA' : null].filter((part) => part !== null);
    return known.length === 0 ? null : known.join(', ');
}
function toSeconds(date) {
    return date === null ? null : Math.floor(date.getTime() / 1000);
}
/** Null where nothing is left to show. */
function toText(text, maximumLength = 500) {
    return text === null ? null : toInert(text, maximumLength) || null;
}

// EXTERNAL MODULE: ./build/src/interface/words.js
var words = __webpack_require__(5268);
;// CONCATENATED MODULE: ./build/src/report/audit/html/icons.js

/*
 * Each state has a shape of its own, so that no one needs colours to tell them apart. The shapes are drawn in 16 by
 * 16; what has the class `cut` is drawn in the colour of the ground.
 */
const SHAPES = {
    expired: markup `<rect x="1" y="1" width="14" height="14" rx="2.5"/><path class="cut" d="M5 5l6 6M11 5l-6 6"/>`,
    critical: markup `<path d="M8 .8 15.6 14.6H.4z"/><path class="cut" d="M8 5.8v3.3M8 12v.3"/>`,
    expiring: markup `<path d="M8 .3 15.7 8 8 15.7.3 8z"/><path class="cut" d="M8 4.4v3.9M8 11.3v.3"/>`,
    'not-yet-valid': markup `<circle cx="8" cy="8" r="7.4"/><path class="cut" d="M8 3.6V8l3 2.2"/>`,
    unknown: markup `<path d="M4.4.8h7.2L15.4 8l-3.8 7.2H4.4L.6 8z"/><path class="cut" d="M5.9 6.1c0-2.9 4.3-2.7 4.3 0 0 1.6-2.1 1.6-2.1 3.3M8.1 12v.2"/>`,
    ok: markup `<circle cx="8" cy="8" r="7.4"/><path class="cut" d="M4.6 8.3l2.4 2.4 4.4-5"/>`,
    ignored: markup `<circle class="ring" cx="8" cy="8" r="6.4"/><path class="ring" d="M3.6 12.4l8.8-8.8"/>`,
    dormant: markup `<circle class="ring" cx="8" cy="8" r="6.4"/><path class="ring" d="M5 8h6"/>`,
    pending: markup `<circle class="ring" cx="8" cy="8" r="6.4" stroke-dasharray="2.6 2.4"/>`,
};
/** The shapes, once for the whole page, for `icon` to refer to. */
function drawIcons() {
    const symbols = Object.entries(SHAPES).map(([state, shape]) => markup `<symbol id="i-${state}" viewBox="0 0 16 16">${shape}</symbol>`);
    return markup `<svg class="away" aria-hidden="true" focusable="false">${symbols}</svg>`;
}
/** A state's shape, beside the word that says the same. */
function icon(state) {
    return markup `<svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><use href="#i-${state}"></use></svg>`;
}
/** The state that looks as a verdict does. */
const LOOK_OF_VERDICT = {
    fail: 'expired',
    warn: 'expiring',
    ok: 'ok',
};
const TAB_COLORS = { fail: '#b3152c', warn: '#b26a00', ok: '#1b7340' };
const TAB_SHAPES = {
    fail: "<rect width='16' height='16' rx='3' fill='C'/><path d='M4.5 4.5l7 7m0-7l-7 7' stroke='white' stroke-width='2'/>",
    warn: "<path d='M8 0l8 8-8 8-8-8z' fill='C'/><path d='M8 4v5m0 1.6v2' stroke='white' stroke-width='2'/>",
    ok: "<circle cx='8' cy='8' r='8' fill='C'/><path d='M4 8.4l2.7 2.8L12 5.5' stroke='white' stroke-width='2' fill='none'/>",
};
/** The verdict's shape for the browser's tab, as a data URL. */
function tabIcon(verdict) {
    const shape = TAB_SHAPES[verdict].replace('C', TAB_COLORS[verdict]);
    const svg = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'>${shape}</svg>`;
    return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

;// CONCATENATED MODULE: ./build/src/report/audit/html/certificate-table.js






/** So many rows are in the page itself; a browser without scripts shows no more than these. */
const ROWS_WITHOUT_SCRIPT = 1000;
/** Keys are what the table can be sorted by, as the page's script knows them. */
const COLUMNS = [
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
function* writeCertificates(report, { rowOf }) {
    const { certificates } = report;
    yield markup `<section id="certificates" aria-labelledby="certificates-title">
<h2 id="certificates-title">Certificates</h2>
`;
    if (certificates.length === 0) {
        yield markup `<p>No certificate was read.</p>\n</section>\n`;
        return;
    }
    const shown = certificates.slice(0, ROWS_WITHOUT_SCRIPT);
    yield writeFilters(report);
    yield markup `<noscript><p class="hint">${tellWithoutScript(certificates.length)}</p></noscript>
<p id="status" class="hint" role="status"></p>
<div class="scroll tall" role="region" tabindex="0" aria-labelledby="certificates-caption">
<table id="table" class="certificates" data-total="${certificates.length}">
<caption id="certificates-caption"><span>Certificates, the most urgent first; those that do not count last. Days and times are in UTC.</span></caption>
<colgroup>${COLUMNS.map(({ key }) => markup `<col class="col-${key}">`)}</colgroup>
<thead><tr>${COLUMNS.map(writeHead)}</tr></thead>
<tbody>
`;
    for (const audited of shown)
        yield writeRow(rowOf(audited));
    yield markup `</tbody>
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
function writeRow(row) {
    const { target } = row;
    return markup `<tr class="s-${row.state}"><td><span class="state">${icon(row.state)}${row.state}</span>${sub(row.note)}</td><th scope="row"><span class="name">${row.name}</span>${sub(row.detail)}</th><td><span>${target.name}</span><span class="sub">${target.provider}${row.console === null ? null : markup ` <a href="${row.console}" rel="noopener noreferrer">Console</a>`}</span></td><td>${writeMoment(row.expires)}</td><td><span>${row.left}</span>${writeBar(row.life, row.window)}</td><td>${writeMoment(row.renews)}</td><td><span>${row.use ?? '–'}</span>${sub(row.status)}${sub(row.usedBy)}</td><td><span>${target.owner ?? '–'}</span>${writeRunbook(target.runbook)}</td><td>${row.issuer ?? '–'}</td><td><span>${row.key ?? '–'}</span>${sub(row.signature)}</td><td class="code"><span>${row.fingerprint ?? '–'}</span>${sub(row.id)}</td></tr>
`;
}
function writeHead({ key, title }) {
    const sorted = key === 'severity' && markup ` aria-sort="ascending"`;
    return markup `<th scope="col" data-key="${key}"${sorted}>${title}</th>`;
}
function sub(text) {
    return text === null ? null : markup `<span class="sub">${text}</span>`;
}
function writeMoment(seconds) {
    if (seconds === null)
        return markup `–`;
    const text = new Date(seconds * 1000).toISOString();
    return markup `<time datetime="${text.slice(0, 19)}Z">${text.slice(0, 10)}<span class="sub">${text.slice(11, 16)}</span></time>`;
}
/** How much of the certificate's life is left, and where its window begins. */
function writeBar(life, window) {
    if (life === null)
        return null;
    const tick = window !== null && markup `<rect class="tick" x="${window}" width="1.5" height="6"></rect>`;
    return markup `<svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="6"></rect><rect class="fill" width="${life}" height="6"></rect>${tick}</svg>`;
}
/** Hidden until the page's script makes use of them. */
function writeFilters({ certificates, targets }) {
    const counts = countStates(certificates);
    const states = stateNames.filter((state) => counts.has(state));
    const used = words/* providers */.r5.filter((provider) => targets.some(({ target }) => target.provider === provider));
    const names = targets.map(({ target }) => target.name).sort();
    return markup `<div id="filters" class="filters" role="search" aria-label="Filter the certificates" hidden>
<div class="field wide"><label for="query">Text</label><input id="query" type="search" autocomplete="off" spellcheck="false" placeholder="name, id, fingerprint, owner …" aria-keyshortcuts="/"></div>
${certificate_table_select('severity', 'Severity', states.map((state) => certificate_table_option(state, `${state} (${(0,sentences/* tellNumber */.vK)(counts.get(state) ?? 0)})`)))}
${certificate_table_select('provider', 'Provider', used.map((provider) => certificate_table_option(provider, provider)))}
${certificate_table_select('target', 'Target', names.map((name) => certificate_table_option(name, name)))}
<div class="check"><input id="counted" type="checkbox"><label for="counted">Counted only</label></div>
<button type="button" id="clear" aria-keyshortcuts="Escape">Clear</button>
</div>
`;
}
function certificate_table_select(id, label, options) {
    return markup `<div class="field"><label for="${id}">${label}</label><select id="${id}"><option value="">all</option>${options}</select></div>`;
}
/** The words of the first column, as far as they occur. */
function explainStates({ certificates }) {
    const counts = countStates(certificates);
    const states = stateNames.filter((state) => counts.has(state));
    return markup `<dl class="words">${states.map((state) => markup `<div class="s-${state}"><dt class="state">${icon(state)}${state}</dt><dd>${STATES[state]}</dd></div>`)}</dl>`;
}
function certificate_table_option(value, text) {
    return markup `<option value="${value}">${text}</option>`;
}
function tellWithoutScript(count) {
    const cut = count > ROWS_WITHOUT_SCRIPT
        ? ` Only the ${(0,sentences/* tellNumber */.vK)(ROWS_WITHOUT_SCRIPT)} most urgent of ${(0,sentences/* tellCount */.Xp)(count, 'certificate')} are shown: the whole list is in the CSV and JSON reports.`
        : '';
    return `Scripts are switched off, so that the table cannot be filtered or sorted.${cut}`;
}

;// CONCATENATED MODULE: ./build/src/report/audit/html/data-block.js
const SHA256_FINGERPRINT = /^(?:[0-9A-F]{2}:){31}[0-9A-F]{2}$/;
/**
 * The page's data (`PageData`) as JSON for a script element, one row a line. A browser does not run it, and no text
 * in it can end the element.
 */
function* writeData(rows, targets) {
    const places = new Map(targets.map((target, index) => [target, index]));
    const texts = new Map();
    const share = (text) => {
        const known = texts.get(text) ?? texts.size;
        if (known === texts.size)
            texts.set(text, known);
        return known;
    };
    yield `{"targets":${toJson(targets)},\n"rows":[`;
    let separator = '\n';
    for (const row of rows) {
        yield separator + toJson(packRow(row, places.get(row.target) ?? -1, share));
        separator = ',\n';
    }
    yield '\n],\n"texts":[';
    separator = '\n';
    for (const text of texts.keys()) {
        yield separator + toJson(text);
        separator = ',\n';
    }
    yield '\n]}';
}
function packRow(row, target, share) {
    const maybe = (text) => (text === null ? null : share(text));
    return [
        share(row.state),
        maybe(row.note),
        row.name,
        row.detail,
        row.more,
        target,
        row.expires,
        share(row.left),
        row.life,
        row.window,
        row.renews,
        maybe(row.use),
        maybe(row.status),
        maybe(row.usedBy),
        maybe(row.issuer),
        maybe(row.key),
        maybe(row.signature),
        row.fingerprint === null ? null : packFingerprint(row.fingerprint),
        row.id,
        maybe(row.console),
    ];
}
function packFingerprint(fingerprint) {
    return SHA256_FINGERPRINT.test(fingerprint) ? fingerprint.replaceAll(':', '') : fingerprint;
}
/** JSON without the marks that HTML could take for the end of the element or for a comment. */
function toJson(value) {
    return JSON.stringify(value).replace(/[<>&]/g, (mark) => `\\u00${mark.charCodeAt(0).toString(16)}`);
}

;// CONCATENATED MODULE: ./build/src/report/audit/html/findings.js




/** Of one kind, in the page; all of them are in the machines' reports. */
const SHOWN_AT_MOST = 50;
/** What each rule finds, as a heading. */
const TITLES = {
    expired: 'Expired',
    critical: 'About to expire',
    expiring: 'To be renewed',
    'not-yet-valid': 'Not yet valid',
    'unknown-date': 'Without a date that can be judged',
    'expired-in-use': 'Expired and still in use',
    'no-successor': 'In use without a successor',
    contradiction: 'The store contradicts the certificate',
    'weak-key': 'Weak keys',
    'weak-signature': 'Weak signatures',
    'shared-key': 'One key in several certificates',
    'ended-ignore': 'Ignore rules that have ended',
    'credential-expiring': 'Credentials that are about to end',
    unreadable: 'Targets that could not be read',
    empty: 'Nothing to judge',
};
/** Whether the section tells of a finding; the others are told by the table, and by that on what was not read. */
function isTold(finding) {
    return (0,sentences/* isBeyondDates */.fE)(finding) || finding.rule === 'empty';
}
/** The section of findings beyond expiry, by rule; none where there are none. */
function* writeFindings({ findings }) {
    const byRule = groupBy(findings.filter(isTold), ({ rule }) => rule);
    if (byRule.size === 0)
        return;
    yield markup `<section id="findings" aria-labelledby="findings-title">
<h2 id="findings-title">Other findings</h2>
<div class="cards">
`;
    for (const [rule, group] of byRule)
        yield writeGroup(rule, group);
    yield markup `</div>\n</section>\n`;
}
function writeGroup(rule, group) {
    const verdict = group.some((one) => one.verdict === 'fail') ? 'fail' : 'warn';
    const look = LOOK_OF_VERDICT[verdict];
    const shown = group.slice(0, SHOWN_AT_MOST);
    const more = group.length - shown.length;
    const mends = [...new Set(group.map(({ mend }) => mend))].slice(0, SHOWN_AT_MOST);
    return markup `<article class="card s-${look}">
<h3>${icon(look)}${TITLES[rule]} <span class="count">${(0,sentences/* tellNumber */.vK)(group.length)}</span></h3>
<p class="sub">${verdict}, <code>${rule}</code></p>
<ul>${shown.map((finding) => markup `<li>${writeSubject(finding)} ${markupLines(finding.message)}</li>`)}${more > 0 && markup `<li>and ${(0,sentences/* tellNumber */.vK)(more)} more, in the CSV and JSON reports</li>`}</ul>
${mends.map((mend) => markup `<p class="mend"><b>What to do</b> ${markupLines(mend)}</p>`)}
</article>
`;
}
function writeSubject({ certificate, target }) {
    if (certificate !== null) {
        return markup `<b><bdi>${(0,certificate_findings/* nameOf */.Vb)(certificate.certificate)}</bdi></b> of <bdi>${certificate.target.name}</bdi>`;
    }
    return target === null ? markup `The audit:` : markup `<b><bdi>${target}</bdi></b>`;
}
/** The section of targets that could not be read, with why and how to mend it; none where all were. */
function* writeTroubles({ targets }) {
    const troubled = targets.filter(({ state }) => state !== 'read');
    if (troubled.length === 0)
        return;
    const alike = groupBy(troubled, ({ state, trouble }) => JSON.stringify([state, trouble?.message ?? null, trouble?.mend ?? null]));
    yield markup `<section id="unread" aria-labelledby="unread-title">
<h2 id="unread-title">Not read, and so not watched</h2>
<p>${(0,sentences/* tellCount */.Xp)(troubled.length, 'target')} of ${(0,sentences/* tellNumber */.vK)(targets.length)} could not be read. Whatever ${troubled.length === 1 ? 'it holds' : 'they hold'} is missing from all that follows.</p>
<div class="cards">
`;
    const groups = [...alike.values()];
    for (const group of groups.slice(0, SHOWN_AT_MOST))
        yield writeTrouble(group);
    yield markup `</div>\n`;
    const more = groups.slice(SHOWN_AT_MOST).flat().length;
    if (more > 0)
        yield markup `<p>${(0,sentences/* tellCount */.Xp)(more, 'more target')}, in the table of <a href="#targets">targets</a>.</p>\n`;
    yield markup `</section>\n`;
}
function writeTrouble(group) {
    const [first] = group;
    if (first === undefined)
        return markup ``;
    const { state, trouble } = first;
    const names = group.slice(0, SHOWN_AT_MOST);
    const more = group.length - names.length;
    return markup `<article class="card s-expired">
<h3>${icon('expired')}${state === 'denied' ? 'Denied' : 'Unreadable'} <span class="count">${(0,sentences/* tellNumber */.vK)(group.length)}</span></h3>
<ul>${names.map(({ target }) => markup `<li><b><bdi>${target.name}</bdi></b> <span class="sub">${target.provider}, <code>${target.scope}</code></span></li>`)}${more > 0 && markup `<li>and ${(0,sentences/* tellNumber */.vK)(more)} more</li>`}</ul>
${trouble !== null && markup `<p>${markupLines(trouble.message)}</p>`}
${trouble !== null && trouble.mend !== null && markup `<p class="mend"><b>What to do</b> ${markupLines(trouble.mend)}</p>`}
</article>
`;
}
function groupBy(items, keyOf) {
    const groups = new Map();
    for (const item of items) {
        const group = groups.get(keyOf(item));
        if (group === undefined)
            groups.set(keyOf(item), [item]);
        else
            group.push(item);
    }
    return groups;
}

// EXTERNAL MODULE: ./build/src/operations/audit/ignore.js
var ignore = __webpack_require__(4628);
;// CONCATENATED MODULE: ./build/src/report/audit/html/ignored.js





const ignored_NAMES_SHOWN = 5;
/** The section of what ignore rules take out of the verdict, why and until when; none where nothing is. */
function* writeIgnored({ certificates }) {
    const byRule = new Map();
    for (const one of certificates) {
        if (one.ignoredBy === null)
            continue;
        const known = byRule.get(one.ignoredBy);
        if (known === undefined)
            byRule.set(one.ignoredBy, [one]);
        else
            known.push(one);
    }
    if (byRule.size === 0)
        return;
    yield markup `<section id="ignored" aria-labelledby="ignored-title">
<h2 id="ignored-title">Ignored</h2>
<div class="scroll" role="region" tabindex="0" aria-labelledby="ignored-caption">
<table>
<caption id="ignored-caption"><span>What ignore rules take out of the verdict</span></caption>
<thead><tr><th scope="col">Rule</th><th scope="col">Target</th><th scope="col">Certificates</th><th scope="col">Reason</th><th scope="col">Until</th></tr></thead>
<tbody>
`;
    for (const [rule, group] of byRule)
        yield writeRule(rule, group);
    yield markup `</tbody>\n</table>\n</div>\n</section>\n`;
}
function writeRule(rule, group) {
    const targets = [...new Set(group.map(({ target }) => target.name))];
    const names = group.map(({ certificate }) => (0,certificate_findings/* nameOf */.Vb)(certificate));
    return markup `<tr><th scope="row"><code>${(0,ignore/* describeRule */.IO)(rule)}</code></th><td>${listSome(targets, ignored_NAMES_SHOWN)}</td><td>${(0,sentences/* tellNumber */.vK)(group.length)}<span class="sub">${listSome(names, ignored_NAMES_SHOWN)}</span></td><td>${rule.reason}</td><td>${(0,sentences/* tellDay */._c)(rule.until)}</td></tr>
`;
}

;// CONCATENATED MODULE: ./build/src/report/audit/html/overview.js





const MEANINGS = {
    fail: 'Something must be done now.',
    warn: 'Something is to be planned.',
    ok: 'Nothing to do.',
};
/** Shown also where there are none of them, which is the news. */
const TILES_ALWAYS = ['expired', 'critical', 'expiring', 'ok'];
/** The head of the page: verdict, when it was judged, the run, and what was counted. */
function writeOverview(report) {
    const { verdict, at, run, failJob, isComplete } = report;
    const look = LOOK_OF_VERDICT[verdict];
    const when = markup `<time datetime="${(0,time/* formatDate */.Yq)(at)}">${(0,sentences/* tellDay */._c)(at)} ${tellTime(at)}</time>`;
    const where = run !== null && markup ` · ${markup_link(`${run.workflow} of ${run.repository}`, run.url)}`;
    return markup `<header>
<div class="verdict s-${look}">
<div class="mark">${icon(look)}</div>
<div>
<p class="kicker">CertOps expiry audit</p>
<h1>Verdict: <span class="word">${verdict}</span></h1>
<p class="lead">${tellLead(report)}</p>
<p class="meta">Judged ${when}${where}</p>
${!isComplete && markup `<p class="flag">${icon('unknown')} Incomplete: not every target could be read.</p>`}
${verdict === 'fail' && !failJob && markup `<p class="meta"><code>fail-job</code> is <code>false</code>: this verdict does not fail the job.</p>`}
</div>
</div>
${writeTiles(report)}
</header>
`;
}
/** What was found, among how many; where that is nothing, what comes next. */
function tellLead(report) {
    const others = report.findings.filter(sentences/* isBeyondDates */.fE).length;
    return [
        MEANINGS[report.verdict],
        tellFound(report),
        others === 0 ? null : `${(0,sentences/* tellCount */.Xp)(others, 'other finding')}.`,
        report.verdict === 'ok' ? tellNext(report) : null,
    ]
        .filter((sentence) => sentence !== null)
        .join(' ');
}
function tellFound(report) {
    const { judged, targets } = report.counts;
    if (judged === 0) {
        const told = (0,sentences/* describeExpiry */.Ts)(report);
        return `${told.charAt(0).toUpperCase()}${told.slice(1)}.`;
    }
    const counted = `${(0,sentences/* tellCount */.Xp)(judged, 'certificate')} that ${judged === 1 ? 'counts' : 'count'}, in ${(0,sentences/* tellCount */.Xp)(targets, 'target')}`;
    const found = (0,sentences/* listFound */.nE)(report);
    return found.length === 0 ? `None of ${counted}, is near its end.` : `${found.join(', ')} of ${counted}.`;
}
/** The certificate that is to be renewed next; null where none is. */
function tellNext({ certificates, at }) {
    let next = null;
    for (const audited of certificates) {
        const { renewOn } = audited;
        if (!(0,sentences/* isCounted */.he)(audited) || renewOn === null || renewOn < at)
            continue;
        if (next === null || renewOn < next.renewOn)
            next = { audited, renewOn };
    }
    if (next === null)
        return null;
    return `Next to renew: ${(0,sentences/* tellName */.lO)(next.audited)}, from ${(0,sentences/* tellDay */._c)(next.renewOn)} on.`;
}
/** A number for each state; a click shows those certificates. */
function writeTiles({ certificates, counts }) {
    const states = countStates(certificates);
    const shown = stateNames.filter((state) => TILES_ALWAYS.includes(state) || states.has(state));
    const tiles = shown.map((state) => markup `<li class="tile s-${state}${(states.get(state) ?? 0) === 0 && markup ` none`}"><a href="#certificates" data-filter="severity=${state}"><b>${(0,sentences/* tellNumber */.vK)(states.get(state) ?? 0)}</b><span>${icon(state)}${state}</span></a></li>`);
    const unread = counts.unreadable > 0 && markup `, ${(0,sentences/* tellNumber */.vK)(counts.unreadable)} not read`;
    return markup `<ul class="tiles" aria-label="Counts">
<li class="tile"><a href="#certificates" data-filter="counted=1"><b>${(0,sentences/* tellNumber */.vK)(counts.judged)}</b><span>counted, of ${(0,sentences/* tellNumber */.vK)(counts.count)}</span></a></li>
${tiles}
<li class="tile"><a href="#targets"><b>${(0,sentences/* tellNumber */.vK)(counts.targets)}</b><span>${counts.targets === 1 ? 'target' : 'targets'}${unread}</span></a></li>
</ul>`;
}

// EXTERNAL MODULE: ./build/src/certificate/threshold.js
var threshold = __webpack_require__(2178);
// EXTERNAL MODULE: ./build/src/operations/audit/policy.js
var policy = __webpack_require__(4488);
;// CONCATENATED MODULE: ./build/src/report/audit/html/targets.js






/** The section with every store that was audited, and the policy it is judged by. */
function* writeTargets({ targets }) {
    yield markup `<section id="targets" aria-labelledby="targets-title">
<h2 id="targets-title">Targets</h2>
<div class="scroll tall" role="region" tabindex="0" aria-labelledby="targets-caption">
<table class="targets">
<caption id="targets-caption"><span>Each store and the policy it is judged by</span></caption>
<thead><tr><th scope="col">Target</th><th scope="col">State</th><th scope="col">Scope</th><th scope="col" class="number">Certificates</th><th scope="col">Fail within</th><th scope="col">Warn within</th><th scope="col">Counted</th><th scope="col">Credential ends on</th><th scope="col">Owner</th><th scope="col">Remarks</th></tr></thead>
<tbody>
`;
    for (const target of targets)
        yield writeTarget(target);
    yield markup `</tbody>\n</table>\n</div>\n</section>\n`;
}
function writeTarget({ target, state, trouble, count, credentialExpiresOn, remarks }) {
    const told = [trouble?.message ?? null, trouble?.mend ?? null, ...remarks].filter((text) => text !== null);
    const look = state === 'read' ? 'ok' : 'expired';
    const { failWithin, warnWithin } = tellThresholds(target);
    return markup `<tr class="s-${look}"><th scope="row"><span>${target.name}</span><span class="sub">${target.provider}</span></th><td><span class="state">${icon(look)}${state}</span></td><td class="code">${target.scope}${target.microtenantId !== null && markup `<span class="sub">${target.microtenantId}</span>`}</td><td class="number">${count === null ? '–' : (0,sentences/* tellNumber */.vK)(count)}</td><td>${failWithin}</td><td>${warnWithin}</td><td>${tellFilter(target)}</td><td>${credentialExpiresOn === null ? '–' : (0,sentences/* tellDay */._c)(credentialExpiresOn)}</td><td><span>${target.owner ?? '–'}</span>${target.runbook !== null && writeRunbook(refer(target.runbook))}</td><td>${told.length === 0 ? '–' : told.map((text) => markup `<p>${markupLines(text)}</p>`)}</td></tr>
`;
}
/** What a target gives; where it gives none, the defaults of leaf certificates and of authorities. */
function tellThresholds(target) {
    const undated = { notBefore: null, notAfter: null };
    const leaf = (0,policy/* findThresholds */["in"])(undated, false, target);
    const authority = (0,policy/* findThresholds */["in"])(undated, true, target);
    const tell = (name) => {
        const given = target[name];
        return given !== null
            ? markup `${(0,threshold/* formatThreshold */.B6)(given)}`
            : markup `${(0,threshold/* formatThreshold */.B6)(leaf[name])}<span class="sub">CA: ${(0,threshold/* formatThreshold */.B6)(authority[name])}</span>`;
    };
    return { failWithin: tell('failWithin'), warnWithin: tell('warnWithin') };
}
/** Which of its certificates count. */
function tellFilter({ onlyInUse, filter, types }) {
    const parts = [
        onlyInUse ? 'in use' : null,
        filter.statuses.length > 0 ? `status ${filter.statuses.join(', ')}` : null,
        types.length > 0 ? `type ${types.join(', ')}` : null,
        filter.search === null ? null : `search ${filter.search}`,
    ].filter((part) => part !== null);
    return parts.length === 0 ? 'all in service' : parts.join('; ');
}

;// CONCATENATED MODULE: ./build/src/report/audit/html/timeline/bins.js
/** Counts what ends and what is to be renewed in each period of a span. */
function countBins(endings, span, at) {
    const labels = ['earlier', ...span.periods.map(({ label }) => label), 'later'];
    const bins = labels.map((label) => ({ label, ends: new Map(), endCount: 0, renewCount: 0 }));
    for (const { state, ends, renews } of endings) {
        const bin = bins[placeOf(ends, span)];
        if (bin !== undefined) {
            bin.ends.set(state, (bin.ends.get(state) ?? 0) + 1);
            bin.endCount += 1;
        }
        const renewal = renews === null || renews <= at.getTime() ? undefined : bins[placeOf(renews, span)];
        if (renewal !== undefined)
            renewal.renewCount += 1;
    }
    const [before] = bins;
    const after = bins[bins.length - 1];
    const isFilled = (bin) => bin !== undefined && bin.endCount + bin.renewCount > 0;
    return {
        before: isFilled(before) ? (before ?? null) : null,
        periods: bins.slice(1, -1),
        after: isFilled(after) ? (after ?? null) : null,
    };
}
/** 0 before the span, then a place for each period, then one for what is after it. */
function placeOf(time, { periods, start, end }) {
    if (time < start)
        return 0;
    if (time >= end)
        return periods.length + 1;
    let low = 0;
    let high = periods.length - 1;
    while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((periods[middle]?.start ?? end) <= time)
            low = middle;
        else
            high = middle - 1;
    }
    return low + 1;
}

;// CONCATENATED MODULE: ./build/src/report/audit/html/timeline/drawing.js

/*
 * The timeline is drawn in units of which a wide window shows about one a pixel; where it is narrower, the drawing
 * is scrolled rather than made smaller than can be read.
 */
const WIDTH = 1200;
const TICKS_AT_MOST = 13;
/** Lines over a state's colour, in 6 by 6. */
const HATCHES = {
    expired: 'M0 0l6 6M6 0l-6 6',
    critical: 'M-1 1l2-2M0 6l6-6M5 7l2-2',
    expiring: 'M0 3h6',
    'not-yet-valid': 'M3 0v6',
    unknown: 'M1 3h2M4 0v2',
};
/** States that a certificate with an end can have, from the ground of a pile up. */
const DRAWN_STATES = ['ok', 'expiring', 'critical', 'not-yet-valid', 'unknown', 'expired'];
/** A fill for each state: its colour under lines of its own, so that no one needs colours to tell them apart. */
function drawPatterns() {
    const patterns = DRAWN_STATES.map((state) => markup `<pattern id="p-${state}" class="s-${state}" width="6" height="6" patternUnits="userSpaceOnUse"><rect class="fill" width="6" height="6"/><path class="hatch" d="${HATCHES[state] ?? 'M0 0'}"/></pattern>`);
    return markup `<defs>${patterns}</defs>`;
}
/** The fill of `drawPatterns` for a state. */
function patternOf(state) {
    return `url(#p-${state})`;
}
/** Every so many periods, so that their labels have room. */
function chooseTicks(periods) {
    const step = [1, 2, 3, 6].find((each) => periods.length / each <= TICKS_AT_MOST) ?? 12;
    return periods.filter((_, index) => index % step === 0);
}
/** Text that is cut where it would be longer than its room, in letters of Latin script; those of others may be wider. */
function shorten(text, room) {
    let left = room;
    let shown = '';
    for (const character of text) {
        left -= character > '\u1100' ? 2 : 1;
        if (left < 1 && shown.length + character.length < text.length)
            return `${shown}…`;
        shown += character;
    }
    return shown;
}
/** To a tenth of a unit, which is finer than a screen shows. */
function round(value) {
    return Math.round(value * 10) / 10;
}

;// CONCATENATED MODULE: ./build/src/report/audit/html/timeline/histogram.js



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
/** A pile for each week or month: what ends above the axis, what is to be renewed below it. */
function drawHistogram(bins, span, at) {
    const columns = placeColumns(bins);
    const scale = chooseScale(bins);
    const { axis, below, unit, mostRenewals } = scale;
    const height = round(below + mostRenewals * unit + BOTTOM);
    const step = [1, 2, 3, 4, 6].find((each) => bins.periods.length / each <= LABELS_AT_MOST) ?? 12;
    const today = placeToday(columns, span, at.getTime());
    return markup `<svg class="timeline" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="timeline-name timeline-summary">
<title id="timeline-name">Timeline of certificates</title>
${drawPatterns()}
<path class="axis" d="M0 ${axis}H${WIDTH}M0 ${below}H${WIDTH}"/>
<path class="today" d="M${today} 16V${axis}M${today} ${below}V${height - BOTTOM}"/><text class="today" x="${today}" y="11">today</text>
${columns.map((column) => drawColumn(column, scale, column.place === null || column.place % step === 0))}
</svg>
`;
}
function chooseScale({ before, periods, after }) {
    const most = (countOf) => {
        const within = Math.max(0, ...periods.map(countOf));
        if (within > 0)
            return within;
        return Math.max(0, ...[before, after].map((bin) => (bin === null ? 0 : countOf(bin))));
    };
    const mostEnds = most(({ endCount }) => endCount);
    const mostRenewals = most(({ renewCount }) => renewCount);
    const unit = HEIGHT / Math.max(1, mostEnds + mostRenewals);
    const axis = round(TOP + mostEnds * unit);
    return { unit, mostEnds, mostRenewals, axis, below: axis + AXIS_HEIGHT };
}
function placeColumns({ before, periods, after }) {
    const slots = periods.length + (before === null ? 0 : 1 + GAP) + (after === null ? 0 : 1 + GAP);
    const width = (WIDTH - 2 * SIDE) / slots;
    const first = SIDE + (before === null ? 0 : (1 + GAP) * width);
    return [
        ...(before === null ? [] : [{ bin: before, x: SIDE, width, place: null }]),
        ...periods.map((bin, place) => ({ bin, x: first + place * width, width, place })),
        ...(after === null ? [] : [{ bin: after, x: WIDTH - SIDE - width, width, place: null }]),
    ];
}
function drawColumn({ bin, x, width }, scale, hasLabel) {
    const { axis, below } = scale;
    const middle = round(x + width / 2);
    return markup `<g class="column"><title>${bin.label}: ${tellBin(bin)}</title><rect class="catch" x="${round(x)}" y="0" width="${round(width)}" height="${below}"/>${drawEnds(bin, x, width, scale)}${drawRenewals(bin, x, width, scale)}${hasLabel && markup `<text class="tick" x="${middle}" y="${axis + 17}">${bin.label}</text>`}</g>
`;
}
function drawEnds(bin, x, width, { unit, mostEnds, axis }) {
    if (bin.endCount === 0)
        return markup ``;
    const isCut = bin.endCount > mostEnds;
    const each = isCut ? (unit * mostEnds) / bin.endCount : unit;
    const left = round(x + width * MARGIN);
    const wide = round(width * (1 - 2 * MARGIN));
    let top = axis;
    const piles = DRAWN_STATES.map((state) => {
        const high = (bin.ends.get(state) ?? 0) * each;
        top -= high;
        return markup `${high > 0 && markup `<rect class="s-${state}" x="${left}" y="${round(top)}" width="${wide}" height="${round(high)}" fill="${patternOf(state)}"/>`}`;
    });
    return markup `${piles}${isCut && drawTear(left, top + TEAR, wide)}<text x="${round(x + width / 2)}" y="${round(top - 5)}">${(0,sentences/* tellNumber */.vK)(bin.endCount)}</text>`;
}
function drawRenewals({ renewCount }, x, width, scale) {
    if (renewCount === 0)
        return markup ``;
    const { unit, mostRenewals, below } = scale;
    const left = round(x + width * MARGIN);
    const wide = round(width * (1 - 2 * MARGIN));
    const high = Math.min(renewCount, mostRenewals) * unit;
    const isCut = renewCount > mostRenewals;
    return markup `<rect class="renewals" x="${left}" y="${below}" width="${wide}" height="${round(high)}"/>${isCut && drawTear(left, below + high - TEAR, wide)}<text x="${round(x + width / 2)}" y="${round(below + high + 13)}">${(0,sentences/* tellNumber */.vK)(renewCount)}</text>`;
}
/** Marks a pile that is higher than it is drawn. */
function drawTear(left, y, wide) {
    return markup `<path class="torn" d="M${left - 2} ${round(y + 3)}l${wide + 4} -6"/>`;
}
/** What is in a period, in words. */
function tellBin({ ends, endCount, renewCount }) {
    const states = [...ends].map(([state, count]) => `${(0,sentences/* tellNumber */.vK)(count)} ${state}`).join(', ');
    const told = endCount === 0 ? 'none ends' : `${(0,sentences/* tellNumber */.vK)(endCount)} end (${states})`;
    return `${told}, ${(0,sentences/* tellNumber */.vK)(renewCount)} to be renewed`;
}
function placeToday(columns, span, now) {
    const place = span.periods.findIndex(({ start, end }) => start <= now && now < end);
    const period = span.periods[place];
    const column = columns.find((one) => one.place === place);
    if (period === undefined || column === undefined)
        return SIDE;
    return round(column.x + (column.width * (now - period.start)) / (period.end - period.start));
}

;// CONCATENATED MODULE: ./build/src/report/audit/html/timeline/lanes.js





const LEFT = 240;
const RIGHT = 1000;
const lanes_TOP = 30;
const lanes_BOTTOM = 18;
const LANE_HEIGHT = 22;
const BAR_HEIGHT = 8;
const MARK_SIZE = 14;
const lanes_LONGEST_NAME = 32;
/** A lane for each certificate: from now to its end, with its window and its end marked. */
function* drawLanes(endings, span, at) {
    const height = lanes_TOP + endings.length * LANE_HEIGHT + lanes_BOTTOM;
    const place = (time) => {
        const inside = Math.min(span.end, Math.max(span.start, time));
        return round(LEFT + ((inside - span.start) / (span.end - span.start)) * (RIGHT - LEFT));
    };
    const today = place(at.getTime());
    yield markup `<svg class="timeline" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="timeline-name timeline-summary">
<title id="timeline-name">Timeline of certificates</title>
${drawPatterns()}
${chooseTicks(span.periods).map(({ start, label }) => drawTick(place(start), label, height))}
`;
    for (const [index, ending] of endings.entries()) {
        yield drawLane(ending, lanes_TOP + (index + 0.5) * LANE_HEIGHT, place, span, at.getTime());
    }
    yield markup `<path class="today" d="M${today} ${lanes_TOP - 6}V${height - lanes_BOTTOM + 2}"/><text class="today" x="${today}" y="${height - 4}">today</text>
</svg>
`;
}
function drawTick(x, label, height) {
    return markup `<path class="grid" d="M${x} ${lanes_TOP - 6}V${height - lanes_BOTTOM}"/><text class="tick" x="${x}" y="${lanes_TOP - 12}">${label}</text>`;
}
function drawLane(ending, y, place, span, now) {
    const { audited, state, ends, renews } = ending;
    const name = toInert((0,certificate_findings/* nameOf */.Vb)(audited.certificate), 200);
    const day = (0,sentences/* tellDay */._c)(new Date(ends));
    const renewal = renews === null ? '' : `, to be renewed from ${(0,sentences/* tellDay */._c)(new Date(renews))} on`;
    const isAhead = renews !== null && renews > now && renews < span.end;
    return markup `<g class="lane s-${state}"><title>${name} of ${audited.target.name}: ${state}, ends on ${day}${renewal}</title><path class="rule" d="M0 ${y + LANE_HEIGHT / 2}H${WIDTH}"/><text x="0" y="${y + 4}">${shorten(name, lanes_LONGEST_NAME)}</text>${drawBar(ending, y, place, now)}${isAhead && markup `<path class="renew" d="M${place(renews)} ${y - 7}v14"/>`}${drawEnd(ending, y, place, span)}<text x="${RIGHT + 24}" y="${y + 4}">${day}</text><text class="end" x="${WIDTH}" y="${y + 4}">${(0,report_sentences/* tellTimeLeft */.oO)(audited)}</text></g>
`;
}
/** Plain until the window begins, with the state's pattern within it; from its end to now where that is past. */
function drawBar({ state, ends, renews }, y, place, now) {
    const draw = (from, to, fill) => place(to) > place(from) &&
        markup `<rect ${fill === null ? markup `class="plain"` : markup `fill="${fill}"`} x="${place(from)}" y="${y - BAR_HEIGHT / 2}" width="${round(place(to) - place(from))}" height="${BAR_HEIGHT}"/>`;
    if (ends <= now)
        return markup `${draw(ends, now, patternOf(state))}`;
    const window = Math.min(ends, Math.max(now, renews ?? ends));
    return markup `${draw(now, window, null)}${draw(window, ends, patternOf(state === 'ok' ? 'expiring' : state))}`;
}
/** The state's shape at its end; an arrow where the end is outside of what is drawn. */
function drawEnd({ state, ends }, y, place, span) {
    const x = place(ends);
    if (ends >= span.end)
        return markup `<path class="fill" d="M${x} ${y - 6}l9 6-9 6z"/>`;
    if (ends < span.start)
        return markup `<path class="fill" d="M${x} ${y - 6}l-9 6 9 6z"/>`;
    return markup `<use href="#i-${state}" x="${round(x - MARK_SIZE / 2)}" y="${y - MARK_SIZE / 2}" width="${MARK_SIZE}" height="${MARK_SIZE}"/>`;
}

;// CONCATENATED MODULE: ./build/src/report/audit/html/timeline/span.js


const DAY_MILLISECONDS = 86_400_000;
/** How far ahead a timeline may look, in days. */
const REACHES = [91, 182, 365, 730, 1095];
const LONGEST_BY_WEEK = 182;
/** The shortest reach that shows so much of what has not expired is taken. */
const SHARE_TO_SHOW = 0.75;
/** Where something has expired, the past takes so much of the reach at most. */
const SHARE_OF_PAST = 1 / 8;
/** What a timeline can show, in the order of the report. */
function findEndings({ certificates }) {
    return certificates.filter(sentences/* isCounted */.he).flatMap((audited) => {
        const { notAfter } = audited.certificate;
        // 9999-12-31 is no end.
        if (notAfter === null || audited.daysLeft === null)
            return [];
        const renews = audited.renewOn?.getTime() ?? null;
        return [{ audited, state: stateOf(audited), ends: notAfter.getTime(), renews }];
    });
}
/** The time that a timeline of these shows: enough for most of them, from now or a little before. */
function chooseSpan(endings, at) {
    const now = at.getTime();
    const ahead = endings.filter(({ ends }) => ends > now).map(({ ends }) => (ends - now) / DAY_MILLISECONDS);
    const reach = REACHES.find((days) => ahead.filter((left) => left <= days).length >= SHARE_TO_SHOW * ahead.length) ??
        REACHES[REACHES.length - 1] ??
        0;
    const unit = reach <= LONGEST_BY_WEEK ? 'week' : 'month';
    const earliest = endings.reduce((least, { ends }) => Math.min(least, ends), now);
    const border = now - reach * SHARE_OF_PAST * DAY_MILLISECONDS;
    const periods = listPeriods(Math.max(earliest, border), now + reach * DAY_MILLISECONDS, unit);
    return { unit, start: periods[0]?.start ?? now, end: periods[periods.length - 1]?.end ?? now, periods };
}
/** The weeks or months that hold all from one moment to another. */
function listPeriods(from, to, unit) {
    const periods = [];
    let start = unit === 'week' ? startOfWeek(from) : startOfMonth(from, 0);
    while (start <= to) {
        const end = unit === 'week' ? start + 7 * DAY_MILLISECONDS : startOfMonth(start, 1);
        const day = new Date(start).toISOString();
        periods.push({ start, end, label: day.slice(0, unit === 'week' ? 10 : 7) });
        start = end;
    }
    return periods;
}
/** The Monday of the week; the first day of 1970 was a Thursday. */
function startOfWeek(time) {
    const day = Math.floor(time / DAY_MILLISECONDS);
    return (day - ((((day + 3) % 7) + 7) % 7)) * DAY_MILLISECONDS;
}
function startOfMonth(time, later) {
    const date = new Date(time);
    return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + later, 1);
}

;// CONCATENATED MODULE: ./build/src/report/audit/html/timeline/timeline.js








/** So many certificates have a lane each; more are counted by week or month. */
const LANES_AT_MOST = 30;
/** The section with the timeline: drawn, told in a sentence, and as a table of weeks or months. */
function* writeTimeline(report) {
    const endings = findEndings(report);
    yield markup `<section id="timeline" aria-labelledby="timeline-title">
<h2 id="timeline-title">Timeline</h2>
`;
    if (endings.length === 0) {
        yield markup `<p>No certificate that counts has an end to draw.</p>\n</section>\n`;
        return;
    }
    const span = chooseSpan(endings, report.at);
    const bins = countBins(endings, span, report.at);
    const hasLanes = endings.length <= LANES_AT_MOST;
    yield markup `<p id="timeline-summary">${tellTimeline(report, endings, span, hasLanes)}</p>
<div class="scroll" role="region" tabindex="0" aria-label="The timeline as drawn">
`;
    if (hasLanes)
        yield* drawLanes(endings, span, report.at);
    else
        yield drawHistogram(bins, span, report.at);
    yield markup `</div>
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
function tellTimeline({ certificates }, endings, { start, end, unit, periods }, hasLanes) {
    const counted = certificates.filter(sentences/* isCounted */.he).length;
    const last = (0,sentences/* tellDay */._c)(new Date(end - 1));
    const outside = [
        tellOutside(endings.filter(({ ends }) => ends < start).length, 'earlier'),
        tellOutside(endings.filter(({ ends }) => ends >= end).length, 'later'),
    ].filter((part) => part !== null);
    const beyond = outside.length === 0 ? '' : `; ${outside.join(' and ')}`;
    const without = counted - endings.length;
    const undated = without === 0
        ? ''
        : ` ${(0,sentences/* tellNumber */.vK)(without)} of those that count ${without === 1 ? 'has' : 'have'} no end, and so no place here.`;
    const what = hasLanes
        ? 'Each bar reaches from today to the end of a certificate, hatched from the day it is to be renewed; where the end is past, from then to today'
        : `How many certificates end in each ${unit} above the axis, and how many are to be renewed from then on below it`;
    return `${what}. ${(0,sentences/* tellCount */.Xp)(endings.length, 'certificate')} from ${(0,sentences/* tellDay */._c)(new Date(periods[0]?.start ?? start))} to ${last}${beyond}.${undated}`;
}
function tellOutside(count, where) {
    return count === 0 ? null : `${(0,sentences/* tellNumber */.vK)(count)} of them ${count === 1 ? 'ends' : 'end'} ${where}`;
}
function writeLegend(endings, hasLanes) {
    const states = listStates(endings);
    const swatch = (state) => hasLanes
        ? icon(state)
        : markup `<svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><rect width="16" height="16" fill="url(#p-${state})"></rect></svg>`;
    const renewal = hasLanes
        ? markup `<path class="renew" d="M8 1v14"></path>`
        : markup `<rect class="renewals" x="1" y="1" width="14" height="14"></rect>`;
    return markup `<ul class="legend">${states.map((state) => markup `<li class="s-${state}">${swatch(state)}${state}</li>`)}<li><svg class="icon" viewBox="0 0 16 16" aria-hidden="true">${renewal}</svg>to be renewed</li></ul>`;
}
function listStates(endings) {
    const known = new Set(endings.map(({ state }) => state));
    return DRAWN_STATES.filter((state) => known.has(state)).reverse();
}
function writeBins({ before, periods, after }, { unit }, endings) {
    const states = listStates(endings);
    const bins = [before, ...periods, after].filter((bin) => bin !== null);
    const row = (bin) => markup `<tr><th scope="row">${bin.label}</th>${states.map((state) => markup `<td class="number">${(0,sentences/* tellNumber */.vK)(bin.ends.get(state) ?? 0)}</td>`)}<td class="number">${(0,sentences/* tellNumber */.vK)(bin.renewCount)}</td></tr>\n`;
    return markup `<table>
<caption id="timeline-caption"><span>Certificates by the ${unit} in which they end, and by that from which on they are to be renewed</span></caption>
<thead><tr><th scope="col">${unit === 'week' ? 'Week from' : 'Month'}</th>${states.map((state) => markup `<th scope="col" class="number">${state}</th>`)}<th scope="col" class="number">to be renewed</th></tr></thead>
<tbody>
${bins.map(row)}</tbody>
</table>`;
}

;// CONCATENATED MODULE: ./build/src/report/audit/html/workload.js


/** The section on how often certificates have to be replaced, now and under shorter lifetimes. */
function* writeWorkload({ workload, at }) {
    if (workload.leaves === 0)
        return;
    const today = (0,sentences/* tellDay */._c)(at);
    const rows = [
        { label: 'as now', since: null, rotations: workload.now },
        ...workload.atMost.map(({ days, since, rotations }) => ({
            label: `at most ${days} days`,
            since: `${since <= today ? 'since' : 'from'} ${since}`,
            rotations,
        })),
    ];
    const most = Math.max(...rows.map(({ rotations }) => rotations));
    yield markup `<section id="workload" aria-labelledby="workload-title">
<h2 id="workload-title">The work ahead</h2>
<p>Rotations a year of ${(0,sentences/* tellCount */.Xp)(workload.leaves, 'leaf certificate')} that ${workload.leaves === 1 ? 'counts' : 'count'}, assumed that each is replaced when a third of its life is left, and that the limits of public TLS certificates hold for all of them from the dates below.</p>
<div class="scroll" role="region" tabindex="0" aria-labelledby="workload-caption">
<table class="workload">
<caption id="workload-caption"><span>Rotations a year by the longest lifetime</span></caption>
<thead><tr><th scope="col">Lifetime</th><th scope="col">Limit of public TLS</th><th scope="col" class="number">Rotations a year</th><th scope="col">Compared with now</th></tr></thead>
<tbody>
${rows.map(({ label, since, rotations }) => workload_writeRow(label, since, rotations, workload.now, most))}</tbody>
</table>
</div>
</section>
`;
}
function workload_writeRow(label, since, rotations, now, most) {
    const width = most > 0 ? Math.round((1000 * rotations) / most) / 10 : 0;
    const times = now > 0 ? `× ${(0,sentences/* tellNumber */.vK)(rotations / now)}` : '–';
    return markup `<tr><th scope="row">${label}</th><td>${since ?? '–'}</td><td class="number">${(0,sentences/* tellNumber */.vK)(rotations)}</td><td><span>${times}</span><svg class="bar wide" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="6"/><rect class="fill" width="${width}" height="6"/></svg></td></tr>
`;
}

;// CONCATENATED MODULE: ./build/src/report/audit/html/write-html.js













/** Nothing is loaded, sent or framed, and nothing runs but the one style and the one script of the page's own. */
const CONTENT_POLICY = [
    "default-src 'none'",
    `style-src '${STYLE_HASH}'`,
    `script-src '${SCRIPT_HASH}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
].join('; ');
/**
 * The report as one HTML file that needs nothing else: it works from a disk and without a network, and, its filters
 * aside, without scripts. The text comes in parts, none of which grows with the estate.
 */
function* writeHtml(report) {
    for (const { html } of writePage(report))
        yield html;
}
function* writePage(report) {
    const rows = makeRows(report);
    yield write_html_writeHead(report);
    yield writeOverview(report);
    yield writeContents(report);
    yield markup `<main>\n`;
    yield* writeTroubles(report);
    yield* writeFindings(report);
    yield* writeTimeline(report);
    yield* writeCertificates(report, rows);
    yield* writeIgnored(report);
    yield* writeWorkload(report);
    yield* writeTargets(report);
    yield markup `</main>\n`;
    yield writeFoot(report);
    if (report.certificates.length > 0) {
        yield markup `<script type="application/json" id="data">`;
        for (const part of writeData(makeEach(report.certificates, rows), rows.targets))
            yield markup_embed(part);
        yield markup `</script>\n`;
        yield markup `<script type="module">${markup_embed(SCRIPT)}</script>\n`;
    }
    yield markup `</body>\n</html>\n`;
}
function* makeEach(certificates, rows) {
    for (const one of certificates)
        yield rows.rowOf(one);
}
function write_html_writeHead({ verdict, at }) {
    return markup `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${CONTENT_POLICY}">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${verdict}: expiry audit of ${(0,sentences/* tellDay */._c)(at)}, CertOps</title>
<link rel="icon" href="${tabIcon(verdict)}">
<style>${markup_embed(STYLE)}</style>
</head>
<body>
<a class="skip" href="#certificates">Skip to the certificates</a>
${drawIcons()}
`;
}
function writeContents(report) {
    const sections = [
        ['unread', 'Not read', report.counts.unreadable > 0],
        ['findings', 'Findings', report.findings.some(isTold)],
        ['timeline', 'Timeline', true],
        ['certificates', 'Certificates', true],
        ['ignored', 'Ignored', report.counts.ignored > 0],
        ['workload', 'The work ahead', report.workload.leaves > 0],
        ['targets', 'Targets', true],
    ];
    const items = sections
        .filter(([, , isThere]) => isThere)
        .map(([id, title]) => markup `<li><a href="#${id}">${title}</a></li>`);
    return markup `<nav class="contents" aria-label="Sections"><ul>${items}</ul></nav>\n`;
}
function writeFoot({ version }) {
    return markup `<footer>
<p>CertOps ${version}. This page is one file: it loads nothing and sends nothing.</p>
<p class="keys"><kbd>/</kbd> filters, <kbd>Esc</kbd> clears the filters; the address holds the view, so that it can be shared.</p>
</footer>
`;
}


/***/ })

};
