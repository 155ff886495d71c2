import type { Answer, Call } from './exchange.ts';
import { Refusal } from './problems.ts';

const PAGE_SIZE = 30;
const PAGE_SIZE_AT_MOST = 100;

/** One page by its number, with links to the others. */
export function numberPages<Row>(
  call: Call,
  path: string,
  rows: readonly Row[],
): Answer & { rows: readonly Row[] } {
  const size = readPageSize(call.query);
  const page = readPage(call.query);
  const last = Math.max(1, Math.ceil(rows.length / size));
  const links = [
    ...(page > 1 ? [writeLink(call, path, { page: String(page - 1) }, 'prev')] : []),
    ...(page < last ? [writeLink(call, path, { page: String(page + 1) }, 'next')] : []),
    ...(page < last ? [writeLink(call, path, { page: String(last) }, 'last')] : []),
    ...(page > 1 ? [writeLink(call, path, { page: '1' }, 'first')] : []),
  ];
  return { ...answerWith(links), rows: rows.slice((page - 1) * size, page * size) };
}

/**
 * One page by its cursor, as GitHub lists issues: the links name a cursor beside the page's number, and numbers
 * alone are refused beyond a limit.
 * @param rankOf what the rows are ordered by, already in that order; unlike for each row
 */
export function followPages<Row>(
  call: Call,
  path: string,
  rows: readonly Row[],
  rankOf: (row: Row) => readonly [sorted: number, number: number],
): Answer & { rows: readonly Row[] } {
  const { query, world } = call;
  const size = readPageSize(query);
  const page = readPage(query);
  const after = query.get('after');
  if (after === null && page * size > world.numberedRowsAtMost) {
    throw new Refusal(
      422,
      'Pagination with the page parameter is not supported for large datasets, please use cursor based pagination (after/before)',
    );
  }
  const start = after === null ? (page - 1) * size : findAfter(rows, rankOf, after, query.get('direction'));
  const shown = rows.slice(start, start + size);
  const last = shown.at(-1);
  const links =
    last === undefined || start + size >= rows.length
      ? []
      : [
          writeLink(
            call,
            path,
            { after: writeCursor(rankOf(last)), per_page: String(size), page: String(page + 1) },
            'next',
          ),
        ];
  return { ...answerWith(links), rows: shown };
}

function answerWith(links: readonly string[]): Answer {
  return { status: 200, json: undefined, headers: links.length === 0 ? {} : { link: links.join(', ') } };
}

/** GitHub's own links name the repository by its id. */
function writeLink(
  { apiUrl, repository, query }: Call,
  path: string,
  changes: Readonly<Record<string, string>>,
  relation: string,
): string {
  const parameters = new URLSearchParams(query);
  for (const [name, value] of Object.entries(changes)) parameters.set(name, value);
  return `<${apiUrl}/repositories/${repository.id}${path}?${parameters}>; rel="${relation}"`;
}

function writeCursor(rank: readonly number[]): string {
  return Buffer.from(`cursor:v2:${JSON.stringify(rank)}`).toString('base64');
}

function findAfter<Row>(
  rows: readonly Row[],
  rankOf: (row: Row) => readonly [number, number],
  cursor: string,
  direction: string | null,
): number {
  const [, rank = '[]'] = /^cursor:v2:(.*)$/.exec(Buffer.from(cursor, 'base64').toString()) ?? [];
  const [sorted = 0, number = 0]: readonly number[] = JSON.parse(rank);
  const sign = direction === 'asc' ? 1 : -1;
  const place = rows.findIndex((row) => {
    const [a, b] = rankOf(row);
    return (a === sorted ? b - number : a - sorted) * sign > 0;
  });
  return place === -1 ? rows.length : place;
}

function readPageSize(query: URLSearchParams): number {
  const size = Number(query.get('per_page') ?? PAGE_SIZE);
  return Number.isInteger(size) && size > 0 ? Math.min(size, PAGE_SIZE_AT_MOST) : PAGE_SIZE;
}

function readPage(query: URLSearchParams): number {
  const page = Number(query.get('page') ?? 1);
  return Number.isInteger(page) && page > 0 ? page : 1;
}
