import type { Answer } from '../vendor.ts';
import { type ClientCertificate, readStatus, writeClientCertificate } from './client-certificate.ts';
import type { ClientContext } from './client-certificates.ts';
import { CLIENT_STATUSES, type ClientStatus } from './client-seeds.ts';
import { CODES } from './codes.ts';
import { refuse, succeed } from './envelope.ts';

/** Cloudflare API reference, List Client Certificates. */
const DEFAULT_PER_PAGE = 20;
const SMALLEST_PER_PAGE = 5;
const LARGEST_PER_PAGE = 50;
/** An unkind page holds no more, whatever was asked for. */
const UNKIND_LARGEST_PER_PAGE = 20;

/** Which rows were asked for. */
interface Window {
  readonly skip: number;
  readonly perPage: number;
  readonly page: number;
}

/** GET client_certificates: one page, with those that are revoked too. @throws {Refusal} for what cannot be asked. */
export function listClientCertificates(context: ClientContext, query: URLSearchParams): Answer {
  const { store, world, options } = context;
  const status = readStatusFilter(query);
  const largest = world.unkind === null ? LARGEST_PER_PAGE : UNKIND_LARGEST_PER_PAGE;
  const { skip, perPage, page } = readWindow(query, largest);
  const now = world.clock.now();
  const { rows, total } = selectRows(
    store.certificates,
    (row) => row.listedAt <= now && (status === 'all' || readStatus(row, now) === status),
    { skip, take: perPage, newestFirst: options.clientListOrder === 'newest-first' },
  );
  // Each page by itself: a row never moves from one to another.
  const shown = world.unkind?.reorder('client.list', rows) ?? rows;
  const info = { count: rows.length, page, per_page: perPage, total_count: total };
  const totalPages = Math.ceil(total / perPage);
  return succeed(
    200,
    shown.map((row) => writeClientCertificate(row, store.authority, options, now)),
    {
      full: { result_info: { ...info, total_pages: totalPages } },
      'no-total-pages': { result_info: info },
      none: {},
    }[options.clientResultInfo],
  );
}

/** One window of the rows that are wanted, and how many are wanted in all, in a single pass: there may be very many. */
function selectRows(
  rows: readonly ClientCertificate[],
  isWanted: (row: ClientCertificate) => boolean,
  {
    skip,
    take,
    newestFirst,
  }: { readonly skip: number; readonly take: number; readonly newestFirst: boolean },
): { readonly rows: readonly ClientCertificate[]; readonly total: number } {
  const selected: ClientCertificate[] = [];
  let total = 0;
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[newestFirst ? rows.length - 1 - index : index];
    if (row === undefined || !isWanted(row)) continue;
    if (total >= skip && selected.length < take) selected.push(row);
    total += 1;
  }
  return { rows: selected, total };
}

function readStatusFilter(query: URLSearchParams): ClientStatus | 'all' {
  const given = query.get('status') ?? 'all';
  const known = (['all', ...CLIENT_STATUSES] as const).find((status) => status === given);
  if (known !== undefined) return known;
  throw refuse(400, CODES.invalidQuery, `status must be one of all, ${CLIENT_STATUSES.join(', ')}`);
}

/** The window by `limit` and `offset` where one of them is given, else by `page` and `per_page`. */
function readWindow(query: URLSearchParams, largest: number): Window {
  const page = readInteger(query, 'page', 1, { from: 1 });
  const asked = readInteger(query, 'per_page', DEFAULT_PER_PAGE, {
    from: SMALLEST_PER_PAGE,
    to: LARGEST_PER_PAGE,
  });
  const limit = readInteger(query, 'limit', DEFAULT_PER_PAGE, { from: 1 });
  const offset = readInteger(query, 'offset', 0, { from: 0 });
  if (query.has('limit') || query.has('offset')) {
    const perPage = Math.min(limit, largest);
    return { skip: offset, perPage, page: Math.floor(offset / perPage) + 1 };
  }
  const perPage = Math.min(asked, largest);
  return { skip: (page - 1) * perPage, perPage, page };
}

function readInteger(
  query: URLSearchParams,
  name: string,
  fallback: number,
  { from, to = Number.MAX_SAFE_INTEGER }: { readonly from: number; readonly to?: number },
): number {
  const given = query.get(name);
  if (given === null) return fallback;
  const value = Number(given);
  if (/^\d+$/.test(given) && value >= from && value <= to) return value;
  const bounds = to === Number.MAX_SAFE_INTEGER ? `of at least ${from}` : `from ${from} to ${to}`;
  throw refuse(400, CODES.invalidQuery, `${name} must be a whole number ${bounds}`);
}
