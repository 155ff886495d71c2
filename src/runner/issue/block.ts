import { createHash } from 'node:crypto';

/** What GitHub takes as the text of an issue; it counts characters. */
export const BODY_CHARACTERS_AT_MOST = 65_536;
/** A longer key stands in the marks as its hash. */
const KEY_CHARACTERS_AT_MOST = 200;

/** The two lines, unseen when rendered, that the text of one key stands between. */
export interface Marks {
  readonly begin: string;
  readonly end: string;
}

/** The text of an issue, taken apart. */
export interface Place {
  /** What people wrote, to the octet. */
  readonly before: string;
  readonly after: string;
  /** What stands between the marks; null where they are not both there. */
  readonly current: string | null;
}

const NOTE = '<!-- Written anew by each run. Write above or below of these marks: that is kept. -->';

/** The marks of a key. No key, whatever it holds, ends the comment early or looks like another key's. */
export function marksOf(key: string): Marks {
  const escaped = encodeURIComponent(key.toWellFormed());
  const shown =
    escaped.length <= KEY_CHARACTERS_AT_MOST
      ? escaped
      : `sha256:${createHash('sha256').update(key.toWellFormed()).digest('hex')}`;
  return { begin: `<!-- certops:issue-key=${shown} -->`, end: `<!-- /certops:issue-key=${shown} -->` };
}

/** Whether an issue is of that key. One mark is enough: people may have lost the other. */
export function carries(body: string, { begin, end }: Marks): boolean {
  return findMark(body, begin) >= 0 || findMark(body, end) >= 0;
}

/**
 * Where the text goes. Where the marks are damaged it goes below all that is there, since what is whose cannot be
 * known; the next time the last marks that are whole count.
 */
export function findPlace(body: string, { begin, end }: Marks): Place {
  const endsAt = findMark(body, end);
  const beginsAt = endsAt < 0 ? -1 : findMark(body, begin, endsAt);
  if (beginsAt < 0) {
    return { before: body === '' ? '' : `${body}\n\n`, after: '', current: null };
  }
  return {
    before: body.slice(0, beginsAt),
    after: body.slice(endsAt + end.length),
    current: body.slice(beginsAt, endsAt + end.length),
  };
}

/** How long the text may be that goes there; zero or less where people left no room. */
export function findRoom({ before, after }: Place, marks: Marks): number {
  return BODY_CHARACTERS_AT_MOST - before.length - after.length - frame('', marks).length;
}

/** The text between its marks. */
export function frame(text: string, { begin, end }: Marks): string {
  return `${begin}\n${NOTE}\n\n${text}\n\n${end}`;
}

/** Whether the text between the marks is that already; editing by hand turns line ends into CRLF. */
export function isCurrent({ current }: Place, framed: string): boolean {
  return current !== null && current.replaceAll('\r\n', '\n') === framed;
}

/** Where a mark stands last before a place; -1 where it does not. One that is quoted begins no line. */
function findMark(body: string, mark: string, before = body.length): number {
  for (let at = body.lastIndexOf(mark, before); at > 0; at = body.lastIndexOf(mark, at - 1)) {
    if (body[at - 1] === '\n') return at;
  }
  return body.startsWith(mark) ? 0 : -1;
}
