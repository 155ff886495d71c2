import type { CertificateRow } from '../page-data.ts';
import type { SearchedRow } from './rows.ts';

/** What the table shows; the address's hash holds it, so that a view can be shared. */
export interface View {
  readonly query: string;
  readonly severity: string;
  readonly provider: string;
  readonly target: string;
  readonly counted: boolean;
  /** A column's key; with a hyphen before it in descending order. */
  readonly sort: string;
  /** From 1 on. */
  readonly page: number;
}

/** Null where there is nothing to order by. */
type KeyOf = (row: CertificateRow) => string | number | null;

const SORT_AT_FIRST = 'severity';
const UNCOUNTED = ['ignored', 'dormant', 'pending'];
/** Rows come in the order of severity. */
const KEYS: Readonly<Record<string, KeyOf>> = {
  name: ({ name }) => name,
  target: ({ target }) => target.name,
  expires: ({ expires }) => expires,
  left: ({ expires }) => expires,
  renews: ({ renews }) => renews,
  use: ({ use }) => use,
  owner: ({ target }) => target.owner,
  issuer: ({ issuer }) => issuer,
  key: ({ key }) => key,
  fingerprint: ({ fingerprint }) => fingerprint,
};

/** The rows that a view shows on all its pages, in its order. */
export function selectRows(rows: readonly SearchedRow[], view: View): readonly CertificateRow[] {
  const words = view.query.toLowerCase().split(/\s+/);
  const selected = rows
    .filter(
      ({ row, text }) =>
        (view.severity === '' || row.state === view.severity) &&
        (view.provider === '' || row.target.provider === view.provider) &&
        (view.target === '' || row.target.name === view.target) &&
        !(view.counted && UNCOUNTED.includes(row.state)) &&
        words.every((word) => text.includes(word)),
    )
    .map(({ row }) => row);
  const isDescending = view.sort.startsWith('-');
  const keyOf = KEYS[view.sort.replace('-', '')];
  if (keyOf !== undefined) return sortRows(selected, keyOf, isDescending);
  return isDescending ? selected.reverse() : selected;
}

/** What has no key is last either way; equal ones stay the most urgent first. */
function sortRows(
  rows: readonly CertificateRow[],
  keyOf: KeyOf,
  isDescending: boolean,
): readonly CertificateRow[] {
  const order = new Intl.Collator('en', { numeric: true });
  const sign = isDescending ? -1 : 1;
  return rows
    .map((row) => ({ row, key: keyOf(row) }))
    .sort(({ key: a }, { key: b }) => {
      if (a === null || b === null) return Number(a === null) - Number(b === null);
      if (typeof a === 'number' && typeof b === 'number') return sign * (a - b);
      return sign * order.compare(String(a), String(b));
    })
    .map(({ row }) => row);
}

/** The view that a hash holds; null where it holds none, but names a section of the page. */
export function parseView(hash: string): View | null {
  if (!hash.includes('=')) return null;
  const values = new URLSearchParams(hash.slice(1));
  const sort = values.get('sort') ?? '';
  return {
    query: values.get('q') ?? '',
    severity: values.get('severity') ?? '',
    provider: values.get('provider') ?? '',
    target: values.get('target') ?? '',
    counted: values.get('counted') === '1',
    sort: sort === `-${SORT_AT_FIRST}` || Object.hasOwn(KEYS, sort.replace('-', '')) ? sort : SORT_AT_FIRST,
    page: Number.parseInt(values.get('page') ?? '1', 10) || 1,
  };
}

/** The hash of a view: only what differs from the page as it is opened. */
export function formatView({ query, severity, provider, target, counted, sort, page }: View): string {
  const values = new URLSearchParams();
  if (query.trim() !== '') values.set('q', query.trim());
  if (severity !== '') values.set('severity', severity);
  if (provider !== '') values.set('provider', provider);
  if (target !== '') values.set('target', target);
  if (counted) values.set('counted', '1');
  if (sort !== SORT_AT_FIRST) values.set('sort', sort);
  if (page > 1) values.set('page', String(page));
  return `#${values}`;
}
