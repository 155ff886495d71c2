import type { CertificateRow } from '../page-data.ts';
import { make, makeRow, readRows, type SearchedRow } from './rows.ts';
import { formatView, parseView, selectRows, type View } from './view.ts';

const ROWS_OF_A_PAGE = 200;
const ROWS_IN_PRINT_AT_MOST = 5000;

const table = find('table', HTMLTableElement);
const body = table.tBodies[0] ?? table.createTBody();
const heads = [...table.querySelectorAll<HTMLElement>('th[data-key]')];
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

let view: View = { ...readControls(), sort: 'severity' };
let rows: readonly SearchedRow[] | null = null;

function find<Type extends Element>(id: string, type: new () => Type): Type {
  const element = document.getElementById(id);
  if (element instanceof type) return element;
  throw new Error(`The report has no element ${id}.`);
}

/** The page's data is read when it is needed first: the rows to begin with are in the page. */
function select(): readonly CertificateRow[] {
  rows ??= readRows(find('data', HTMLElement).textContent ?? '');
  return selectRows(rows, view);
}

/** Shows a page of the rows that match, and says so. */
function show(): void {
  const selected = select();
  const last = countPages(selected.length);
  view = { ...view, page: Math.min(Math.max(1, view.page), last) };
  const start = (view.page - 1) * ROWS_OF_A_PAGE;
  body.replaceChildren(...selected.slice(start, start + ROWS_OF_A_PAGE).map(makeRow));
  tell(selected.length);
}

function countPages(count: number): number {
  return Math.max(1, Math.ceil(count / ROWS_OF_A_PAGE));
}

/** Says how many rows match and which of them are shown, and marks the column that orders them. */
function tell(count: number): void {
  const last = countPages(count);
  const end = view.page * ROWS_OF_A_PAGE;
  status.textContent = describeCount(count, end - ROWS_OF_A_PAGE + 1, Math.min(end, count));
  pages.hidden = last === 1;
  page.textContent = `Page ${format(view.page)} of ${format(last)}`;
  previous.disabled = view.page === 1;
  next.disabled = view.page === last;
  for (const head of heads) {
    const key = head.dataset.key ?? '';
    if (view.sort.replace('-', '') !== key) head.removeAttribute('aria-sort');
    else head.setAttribute('aria-sort', view.sort === key ? 'ascending' : 'descending');
  }
}

/** How many rows match, and from which to which of them are shown where that is not all. */
function describeCount(count: number, from: number, to: number): string {
  const all = `${format(total)} ${total === 1 ? 'certificate' : 'certificates'}`;
  const matching = `${count === 0 ? 'None' : format(count)} of ${all} ${count > 1 ? 'match' : 'matches'}`;
  const range = to - from + 1 < count ? `, rows ${format(from)} to ${format(to)} shown` : '';
  return `${count === total ? all : matching}${range}`;
}

function format(count: number): string {
  return count.toLocaleString('en-US');
}

/** What the filters say; a new choice begins at its first page. */
function readControls(): Omit<View, 'sort'> {
  return {
    query: query.value,
    severity: severity.value,
    provider: provider.value,
    target: target.value,
    counted: counted.checked,
    page: 1,
  };
}

function change(changed: Partial<View>): void {
  view = { ...view, ...changed };
  show();
  const hash = formatView(view);
  if (hash !== (location.hash || '#')) history.replaceState(null, '', hash);
}

/** Takes over the view of the address, where it holds one. */
function restore(): void {
  const stored = parseView(location.hash);
  if (stored === null) return;
  query.value = stored.query;
  counted.checked = stored.counted;
  choose(severity, stored.severity);
  choose(provider, stored.provider);
  choose(target, stored.target);
  view = { ...readControls(), sort: stored.sort, page: stored.page };
  show();
  section.scrollIntoView();
}

/** What the report does not hold cannot be chosen: then all are. */
function choose(control: HTMLSelectElement, value: string): void {
  control.value = value;
  if (control.selectedIndex < 0) control.value = '';
}

function clear(): void {
  query.value = '';
  counted.checked = false;
  for (const control of [severity, provider, target]) control.value = '';
  change(readControls());
}

function turn(pagesOn: number): void {
  change({ page: view.page + pagesOn });
  table.parentElement?.scrollTo({ top: 0 });
  section.scrollIntoView();
}

function addSorting(head: HTMLElement): void {
  const key = head.dataset.key ?? '';
  const button = make('button', { type: 'button' }, ...head.childNodes);
  button.addEventListener('click', () => change({ sort: view.sort === key ? `-${key}` : key, page: 1 }));
  head.append(button);
}

function handleKey(event: KeyboardEvent): void {
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
for (const row of [...body.rows].slice(ROWS_OF_A_PAGE)) row.remove();
for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-filter]')) {
  link.href = `#${link.dataset.filter}`;
}
tell(total);
filters.hidden = false;
document.documentElement.classList.add('scripted');

query.addEventListener('input', () => change(readControls()));
for (const control of [severity, provider, target, counted]) {
  control.addEventListener('change', () => change(readControls()));
}
find('clear', HTMLButtonElement).addEventListener('click', () => {
  clear();
  query.focus();
});
previous.addEventListener('click', () => turn(-1));
next.addEventListener('click', () => turn(1));
document.addEventListener('keydown', handleKey);
window.addEventListener('hashchange', restore);
window.addEventListener('beforeprint', () => {
  const selected = select();
  const printed = selected.slice(0, ROWS_IN_PRINT_AT_MOST);
  body.replaceChildren(...printed.map(makeRow));
  status.textContent = describeCount(selected.length, 1, printed.length);
});
window.addEventListener('afterprint', show);
restore();
