import type { Certificate } from '../certificate/certificate.ts';
import type { ApiError } from '../http/errors.ts';
import { letOthersLeave } from '../http/leave.ts';
import { refuseClaim } from '../http/shape.ts';
import type { ListFilter } from '../interface/request.ts';

/** One page of a list, as far as it says anything about the whole. */
export interface Page<Row> {
  /** How many rows it has. */
  readonly count: number;
  /** Reads them. @throws ApiError where one is not of the documented shape. */
  readonly readRows: () => readonly Row[];
  /** How many pages there are; null where the answer does not say. */
  readonly totalPages: number | null;
  /** How long the answer was. */
  readonly characters: number;
}

/** Tells a row from the others of its list. */
export interface RowKey {
  readonly id: string;
  /** Tells apart what a vendor gives one id; empty where nothing does. */
  readonly mark: string;
}

/** Reads one page, unless it is abandoned before its call is sent. */
export type ReadPage<Row> = (page: number, abandoned: AbortSignal) => Promise<Page<Row>>;

/** A list that goes on after so many pages is not believed. */
const PAGES_AT_MOST = 20_000;
/** Far above any vendor's quota of certificates, and as many as a runner's memory can hold. */
const ROWS_AT_MOST = 250_000;
const CHARACTERS_AT_MOST = 768 * 1024 * 1024;
/** So many pages in a row with nothing but known rows: the list repeats itself. */
const REPEATS_AT_MOST = 3;

/**
 * Reads a whole list: the first page, then the others side by side, each row once, in the order of the pages. The rows
 * of a page are read while the next pages are on their way.
 * A list can shift while it is read, so rows are told apart by their key; the count of rows that an answer
 * names is not relied on. Without a usable count of pages it goes on until a page brings nothing new.
 * @param sideBySide how many pages are asked for at once.
 * @throws what the first page's reading throws that fails, once no other page is under way; those that still wait for
 * leave to be sent are given up. ApiError where the list does not end.
 */
export async function readAllPages<Row>(
  readPage: ReadPage<Row>,
  keyOf: (row: Row) => RowKey,
  sideBySide: number,
): Promise<readonly Row[]> {
  const pages: (readonly Row[])[] = [];
  const abandonment = new AbortController();
  const known = createKeySet();
  let count = 0;
  let characters = 0;
  let repeated = 0;
  /** Returns how many rows are new. */
  const take = async (number: number): Promise<number> => {
    if (number > PAGES_AT_MOST) throw refuseEndless(`${PAGES_AT_MOST} pages`);
    return add(number, await readPage(number, abandonment.signal));
  };
  const add = (number: number, page: Page<Row>): number => {
    count += page.count;
    characters += page.characters;
    if (count > ROWS_AT_MOST) throw refuseEndless(`${ROWS_AT_MOST} rows`);
    if (characters > CHARACTERS_AT_MOST) throw refuseEndless(`${CHARACTERS_AT_MOST} characters`);
    const rows = page.readRows();
    pages[number] = rows;
    let news = 0;
    for (const row of rows) if (known.add(keyOf(row))) news += 1;
    repeated += rows.length - news;
    return news;
  };

  const first = await readPage(1, abandonment.signal);
  const total = readTotal(first.totalPages);
  const addFirst = async () => {
    await letOthersLeave();
    return add(1, first);
  };
  if (total === null || total === 1 || first.count === 0) {
    const isNew = (await addFirst()) > 0;
    if (isNew && total === null) await readInTurn(take);
  } else {
    await readSideBySide(addFirst, take, { total, sideBySide, abandonment });
  }
  if (repeated === 0) return pages.flat();
  const seen = createKeySet();
  return pages.flat().filter((row) => seen.add(keyOf(row)));
}

/** Keys in the memory of the texts that they are of: a joined text for each row would be felt of very many. */
function createKeySet(): { readonly add: (key: RowKey) => boolean } {
  const marks = new Map<string, string>();
  const others = new Set<string>();
  return {
    /** Returns whether it is new. */
    add: ({ id, mark }) => {
      const known = marks.get(id);
      if (known === mark) return false;
      if (known === undefined) {
        marks.set(id, mark);
        return true;
      }
      const joined = JSON.stringify([id, mark]);
      const isNew = !others.has(joined);
      others.add(joined);
      return isNew;
    },
  };
}

/** A row of which only a part is held. */
export interface KeptRow<T extends object> extends RowKey {
  /** Null where the filter leaves it out. */
  readonly kept: T | null;
}

/** What `keep` makes of a certificate that passes the filter; the search is left to the one who calls. */
export function keepRow<T extends object>(
  certificate: Certificate,
  { statuses, inUse }: ListFilter,
  keep: (certificate: Certificate) => T,
): KeptRow<T> {
  const passes =
    (statuses.length === 0 || statuses.includes(certificate.status ?? '')) &&
    (inUse === null || certificate.inUse === inUse);
  const { id, fingerprint } = certificate;
  return {
    id: id ?? JSON.stringify(certificate),
    // Two certificates that a vendor gives one id are two, and neither may be lost.
    mark: fingerprint ?? '',
    kept: passes ? keep(certificate) : null,
  };
}

/** Reads a whole list as `readAllPages` does; returns what is kept of its rows. */
export async function readAllKept<T extends object>(
  readPage: ReadPage<KeptRow<T>>,
  sideBySide: number,
): Promise<readonly T[]> {
  const rows = await readAllPages(readPage, (row) => row, sideBySide);
  return rows.map(({ kept }) => kept).filter((kept) => kept !== null);
}

function refuseEndless(after: string): ApiError {
  return refuseClaim(`the list does not end after ${after}, so it is not believed`);
}

/** The number of pages; null where it cannot be one of a list whose first page has rows. */
function readTotal(totalPages: number | null): number | null {
  return totalPages !== null && Number.isSafeInteger(totalPages) && totalPages > 0 ? totalPages : null;
}

async function readInTurn(take: (number: number) => Promise<number>): Promise<void> {
  for (let number = 2; (await take(number)) > 0; number += 1);
}

interface OtherPages {
  /** How many pages there are, the first one among them. */
  readonly total: number;
  readonly sideBySide: number;
  /** Gives up what is not under way yet, once a page has failed. */
  readonly abandonment: AbortController;
}

async function readSideBySide(
  addFirst: () => Promise<number>,
  take: (number: number) => Promise<number>,
  { total, sideBySide, abandonment }: OtherPages,
): Promise<void> {
  let next = 2;
  let repeats = 0;
  let ended = false;
  const failures: unknown[] = [];
  const attempt = async (read: () => Promise<number>): Promise<void> => {
    try {
      repeats = (await read()) > 0 ? 0 : repeats + 1;
      ended ||= repeats >= REPEATS_AT_MOST;
    } catch (error) {
      ended = true;
      failures.push(error);
      abandonment.abort(error);
    }
  };
  const readOn = async (): Promise<void> => {
    while (!ended && next <= total) {
      const number = next;
      next += 1;
      await attempt(() => take(number));
    }
  };
  const lanes = Array.from({ length: Math.min(Math.max(1, sideBySide), total - 1) }, readOn);
  await Promise.all([attempt(addFirst), ...lanes]);
  if (failures.length > 0) throw failures[0];
}
