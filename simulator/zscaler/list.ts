import type { Answer } from '../vendor.ts';
import { type Call, filterVisible } from './call.ts';
import { refuseField, succeed } from './errors.ts';
import { readSearch } from './search.ts';
import type { Thing } from './store.ts';
import type { JsonObject } from './wire.ts';

/** ZPA API reference, Certificate Management. */
const DEFAULT_PAGE_SIZE = 20;
const LARGEST_PAGE_SIZE = 500;
/** The most that a page holds in the unkind mode, whatever was asked for. */
const UNKIND_PAGE_SIZE = 3;

/**
 * One page of a list: searched, filtered by microtenant, and counted in pages from 1.
 * @throws {Refusal}
 */
export function answerList<Kind extends Thing>(
  call: Call,
  things: readonly Kind[],
  write: (thing: Kind) => JsonObject,
): Answer {
  return answerRows(call, filterVisible(call, things), write);
}

/** As `answerList`, for rows that are filtered already. */
export function answerRows<Row>(
  { query, options, world }: Call,
  all: readonly Row[],
  write: (row: Row) => JsonObject,
): Answer {
  const { page, size } = readPage(query, options.oversizedPage);
  const held = world.unkind === null ? size : Math.min(size, UNKIND_PAGE_SIZE);
  const search = query.get('search') ?? '';
  const holds = search === '' ? () => true : readSearch(search);
  const rows = search === '' ? all : all.filter((row) => holds(write(row)));
  const slice = rows.slice((page - 1) * held, page * held);
  const shown = world.unkind?.reorder('zpa list', slice) ?? slice;
  const asText = options.numberForm === 'mixed' ? page % 2 === 1 : options.numberForm === 'string';
  const count = (number: number) => (asText ? String(number) : number);
  return succeed(200, {
    totalPages: count(Math.ceil(rows.length / held)),
    ...(options.totalCount === 'absent'
      ? {}
      : { totalCount: count(options.totalCount === 'zero' ? 0 : rows.length) }),
    ...(shown.length === 0 && options.emptyList === 'omitted' ? {} : { list: shown.map(write) }),
  });
}

function readPage(query: URLSearchParams, oversized: 'refuse' | 'cap') {
  const page = readPositive(query, 'page', 1);
  const size = readPositive(query, 'pagesize', DEFAULT_PAGE_SIZE);
  if (size > LARGEST_PAGE_SIZE && oversized === 'refuse') {
    throw refuseField('pagesize', `It may be ${LARGEST_PAGE_SIZE} at most.`);
  }
  return { page, size: Math.min(size, LARGEST_PAGE_SIZE) };
}

function readPositive(query: URLSearchParams, name: string, usual: number): number {
  const text = query.get(name) ?? '';
  if (text === '') return usual;
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw refuseField(name, 'It must be a whole number from 1.');
}
