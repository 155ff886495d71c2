import { ApiError } from '../../http/errors.ts';
import { refuseShape } from '../../http/shape.ts';
import type { Transport } from '../../http/transport.ts';
import type { HttpCall } from '../../http/types.ts';
import { type Page, readAllPages } from '../pages.ts';
import { listSchema } from './wire.ts';

/** A list and how it is read. */
export interface ListCall {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** Rows of a page, 1 to 500 (ZPA API reference, Certificate Management, `pagesize`). */
  readonly pageSize: number;
}

/**
 * Sends a call and reads its JSON with `read`.
 * @throws ApiError also where the answer is good but not of the documented shape.
 */
export async function sendForJson<T>(
  transport: Transport,
  call: HttpCall,
  read: (json: unknown, text: string) => T | null,
): Promise<T> {
  const answer = await transport.send(call);
  const value = read(answer.json, answer.text);
  if (value === null) throw refuseShape(call, answer);
  return value;
}

/** Reads one page of a list; pages are counted from 1. */
export async function readPage<Row>(
  transport: Transport,
  { path, query, pageSize }: ListCall,
  { page, abandoned }: { readonly page: number; readonly abandoned?: AbortSignal },
  read: (row: unknown) => Row | null,
): Promise<Page<Row>> {
  const call: HttpCall = {
    method: 'GET',
    path,
    query: { page: String(page), pagesize: String(pageSize), ...query },
    retry: 'safe',
    ...(abandoned === undefined ? {} : { abandoned }),
  };
  return sendForJson(transport, call, (json, { length }) => {
    const envelope = listSchema.safeParse(json);
    // An empty list may be left out, even with all else; something else in its place is no list.
    if (!envelope.success) return null;
    const isBare = (envelope.data.list ?? envelope.data.totalPages ?? null) === null;
    if (isBare && Object.keys(envelope.data).length > 0) return null;
    const rows = (envelope.data.list ?? []).map(read);
    if (!rows.every((row) => row !== null)) return null;
    return {
      count: rows.length,
      readRows: () => rows,
      totalPages: readWholeNumber(envelope.data.totalPages),
      characters: length,
    };
  });
}

/** Reads a whole list, each row once. */
export function readList<Row>(
  transport: Transport,
  list: ListCall,
  read: (row: unknown) => Row | null,
  { keyOf, concurrency }: { readonly keyOf: (row: Row) => string; readonly concurrency: number },
): Promise<readonly Row[]> {
  return readAllPages(
    (page, abandoned) => readPage(transport, list, { page, abandoned }, read),
    (row) => ({ id: keyOf(row), mark: '' }),
    concurrency,
  );
}

/**
 * Whether an error says that what the path names is not there: HTTP 400 with an id of its own, not 404 (ZPA API,
 * error codes). A 404 without any error of the vendor's is not this API's.
 */
export function isAbsence(error: unknown): boolean {
  if (!(error instanceof ApiError)) return false;
  return error.has('resource.not.found') || (error.status === 404 && error.errors.length > 0);
}

function readWholeNumber(value: string | number | null | undefined): number | null {
  const text = String(value ?? '').trim();
  return /^\d{1,15}$/.test(text) ? Number(text) : null;
}
