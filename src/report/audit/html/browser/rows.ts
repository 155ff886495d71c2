import type { CertificateRow, PackedRow, PageData } from '../page-data.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** A row and all that the text filter looks at, in lower case. */
export interface SearchedRow {
  readonly row: CertificateRow;
  readonly text: string;
}

/** The rows of the page's block of data. */
export function readRows(json: string): readonly SearchedRow[] {
  const data: PageData = JSON.parse(json);
  return data.rows.map((packed) => {
    const row = unpackRow(packed, data);
    return { row, text: listSearched(row).join('\n').toLowerCase() };
  });
}

function unpackRow(packed: PackedRow, { targets, texts }: PageData): CertificateRow {
  const [state, note, name, detail, more, place, expires, left, life, window, ...others] = packed;
  const [renews, use, status, usedBy, issuer, key, signature, fingerprint, id, console] = others;
  const target = targets[place];
  if (target === undefined) throw new Error(`The report's data has no target ${place}.`);
  const textOf = (index: number | null) => (index === null ? null : (texts[index] ?? null));
  return {
    ...{ name, detail, more, target, expires, life, window, renews, id },
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
    console: textOf(console),
  };
}

function addColons(fingerprint: string): string {
  return /^[0-9A-F]{64}$/.test(fingerprint) ? fingerprint.replace(/..(?!$)/g, '$&:') : fingerprint;
}

function listSearched({ target, fingerprint, ...row }: CertificateRow): readonly string[] {
  const { state, note, name, detail, more, id, status, usedBy, issuer, key, signature } = row;
  return [
    ...[name, id, fingerprint, fingerprint?.replaceAll(':', '') ?? null, detail, more],
    ...[target.name, target.provider, target.scope, target.owner],
    ...[state, note, status, usedBy, issuer, key, signature],
  ].filter((text) => text !== null);
}

/** As `writeRow` of ../certificate-table.ts. */
export function makeRow(row: CertificateRow): HTMLElement {
  const { target } = row;
  const name = make('th', {}, make('span', { class: 'name' }, row.name), sub(row.detail));
  name.setAttribute('scope', 'row');
  const console = row.console === null ? [] : [' ', makeLink(row.console, 'Console')];
  const runbook =
    target.runbook === null
      ? null
      : 'href' in target.runbook
        ? makeLink(target.runbook.href, 'Runbook')
        : target.runbook.text;
  return make(
    'tr',
    { class: `s-${row.state}` },
    make('td', {}, make('span', { class: 'state' }, makeIcon(row.state), row.state), sub(row.note)),
    name,
    make(
      'td',
      {},
      make('span', {}, target.name),
      make('span', { class: 'sub' }, target.provider, ...console),
    ),
    make('td', {}, makeMoment(row.expires)),
    make('td', {}, make('span', {}, row.left), makeBar(row)),
    make('td', {}, makeMoment(row.renews)),
    make('td', {}, make('span', {}, row.use ?? '–'), sub(row.status), sub(row.usedBy)),
    make('td', {}, make('span', {}, target.owner ?? '–'), sub(runbook)),
    make('td', {}, row.issuer ?? '–'),
    make('td', {}, make('span', {}, row.key ?? '–'), sub(row.signature)),
    make('td', { class: 'code' }, make('span', {}, row.fingerprint ?? '–'), sub(row.id)),
  );
}

type Attributes = Readonly<Record<string, string | number>>;
type Child = Node | string | null;

export function make(tag: string, attributes: Attributes, ...children: readonly Child[]): HTMLElement {
  return complete(document.createElement(tag), attributes, children);
}

function draw(tag: string, attributes: Attributes, ...children: readonly Child[]): SVGElement {
  return complete(document.createElementNS(SVG, tag) as SVGElement, attributes, children);
}

function complete<Type extends Element>(
  element: Type,
  attributes: Attributes,
  children: readonly Child[],
): Type {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...children.filter((child) => child !== null));
  return element;
}

function sub(child: Child): HTMLElement | null {
  return child === null ? null : make('span', { class: 'sub' }, child);
}

function makeLink(href: string, text: string): HTMLElement {
  return make('a', { href, rel: 'noopener noreferrer' }, text);
}

function makeMoment(seconds: number | null): Child {
  if (seconds === null) return '–';
  const text = new Date(seconds * 1000).toISOString();
  return make('time', { datetime: `${text.slice(0, 19)}Z` }, text.slice(0, 10), sub(text.slice(11, 16)));
}

function makeIcon(state: string): SVGElement {
  const attributes = { class: 'icon', viewBox: '0 0 16 16', 'aria-hidden': 'true' };
  return draw('svg', attributes, draw('use', { href: `#i-${state}` }));
}

function makeBar({ life, window }: CertificateRow): SVGElement | null {
  if (life === null) return null;
  const attributes = {
    class: 'bar',
    viewBox: '0 0 100 6',
    preserveAspectRatio: 'none',
    'aria-hidden': 'true',
  };
  return draw(
    'svg',
    attributes,
    draw('rect', { class: 'track', width: 100, height: 6 }),
    draw('rect', { class: 'fill', width: life, height: 6 }),
    window === null ? null : draw('rect', { class: 'tick', x: window, width: 1.5, height: 6 }),
  );
}
