import type { AliasEvent, Event, MappingEvent, ScalarEvent, SequenceEvent } from 'js-yaml';
import { describeSyntaxError, MENDS } from './yaml-syntax.ts';

/** A value of a YAML or JSON text, and where it stands. Every scalar is its source text: no number, no date. */
export type Located = LocatedText | LocatedList | LocatedMap;

export interface LocatedText {
  readonly kind: 'text';
  /** Trimmed and well-formed; empty where nothing, or null, is given. */
  readonly text: string;
  readonly at: number;
  /** Lines without quotes that YAML joins to one: a forgotten blank after a colon looks like this. */
  readonly isFolded: boolean;
}

export interface LocatedList {
  readonly kind: 'list';
  readonly items: readonly Located[];
  readonly at: number;
}

export interface LocatedMap {
  readonly kind: 'map';
  /** No key twice. */
  readonly entries: ReadonlyMap<string, { readonly keyAt: number; readonly value: Located }>;
  readonly at: number;
}

/** Line and column, both from 1. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

export interface YamlText {
  readonly root: Located;
  positionOf(at: number): TextPosition;
}

/** Something that keeps a text from being read; never holds a piece of the text. */
export interface YamlProblem {
  readonly message: string;
  readonly position: TextPosition | null;
}

const LONGEST_CHARACTERS = 4 * 1024 * 1024;
/** Nothing that is read here is half as deep. */
const DEEPEST = 16;
/** Values that aliases may stand for, all together: a text of a few lines can unfold to billions. */
const MOST_UNFOLDED = 100_000;
/** What follows the first few is mostly their consequence. */
const MOST_PROBLEMS = 20;

/** Reads a YAML or JSON text, or says what is wrong with it. */
export async function parseYaml(
  text: string,
): Promise<{ readonly ok: YamlText } | { readonly problems: readonly YamlProblem[] }> {
  if (text.length > LONGEST_CHARACTERS) {
    return {
      problems: [
        {
          message: `is ${text.length} characters long; allowed: ${LONGEST_CHARACTERS}. Split it over several audits`,
          position: null,
        },
      ],
    };
  }
  const yaml = await import('js-yaml');
  const positionOf = createPositions(text);
  let events: readonly Event[];
  try {
    events = yaml.parseEvents(text, { maxDepth: DEEPEST });
  } catch (error) {
    // The library's advice is to expect any other error too.
    const { reason, mark } = error instanceof yaml.YAMLException ? error : { reason: '', mark: undefined };
    const at = mark?.position ?? 0;
    return { problems: [{ message: describeSyntaxError(reason, text, at), position: positionOf(at) }] };
  }
  const found: { message: string; at: number }[] = [];
  const root = assemble(yaml, text, events, found);
  return found.length > 0
    ? { problems: found.map(({ message, at }) => ({ message, position: positionOf(at) })) }
    : { ok: { root, positionOf } };
}

/** Finds lines; the text is gone through once, at the first question. */
function createPositions(text: string): YamlText['positionOf'] {
  let starts: readonly number[] | null = null;
  return (at) => {
    starts ??= findLineStarts(text);
    let line = 0;
    for (let step = 2 ** Math.ceil(Math.log2(starts.length)); step >= 1; step /= 2) {
      if ((starts[line + step] ?? Number.POSITIVE_INFINITY) <= at) line += step;
    }
    return { line: line + 1, column: at - (starts[line] ?? 0) + 1 };
  };
}

function findLineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** A list or a map whose end is not reached. */
interface Open {
  readonly value: Located;
  readonly anchor: string | null;
  readonly sizeBefore: number;
  readonly add: (item: Located) => void;
}

const NOTHING: LocatedText = { kind: 'text', text: '', at: 0, isFolded: false };

/** Puts the values together from the library's events, and notes what has no meaning here. */
function assemble(
  yaml: typeof import('js-yaml'),
  source: string,
  events: readonly Event[],
  problems: { message: string; at: number }[],
): Located {
  const { EVENT_ID, SCALAR_STYLE } = yaml;
  const anchored = new Map<string, { readonly value: Located; readonly size: number }>();
  const open: Open[] = [];
  let documents = 0;
  let end = 0;
  let size = 0;
  let unfolded = 0;
  let root: Located = NOTHING;

  function refuse(at: number, message: string): void {
    if (problems.length < MOST_PROBLEMS) problems.push({ message, at });
  }

  function close(value: Located, anchor: string | null, sizeBefore: number): void {
    if (anchor !== null) anchored.set(anchor, { value, size: size - sizeBefore });
    const parent = open.at(-1);
    if (parent === undefined) root = value;
    else parent.add(value);
  }

  function readProperties(event: SequenceEvent | MappingEvent | ScalarEvent): string | null {
    if (event.tagStart >= 0 && !KNOWN_TAGS.has(source.slice(event.tagStart, event.tagEnd))) {
      refuse(event.tagStart, MENDS.tag);
    }
    return event.anchorStart < 0 ? null : source.slice(event.anchorStart, event.anchorEnd);
  }

  function readScalar(event: ScalarEvent): LocatedText {
    const isPlain = event.style === SCALAR_STYLE.PLAIN;
    const text = yaml.getScalarValue(source, event).trim().toWellFormed();
    // An empty one stands nowhere: it is where the last one ends.
    const at = event.valueStart < 0 ? end : event.valueStart - (isQuoted(event) ? 1 : 0);
    if (event.valueEnd >= 0) end = event.valueEnd;
    return {
      kind: 'text',
      text: isPlain && NULLS.has(text) ? '' : text,
      at,
      isFolded:
        isPlain && text.includes(' ') && source.slice(event.valueStart, event.valueEnd).includes('\n'),
    };
  }

  function isQuoted({ style }: ScalarEvent): boolean {
    return style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED;
  }

  function openMap(at: number): Pick<Open, 'value' | 'add'> {
    const entries: Map<string, { keyAt: number; value: Located }> = new Map();
    let key: Located | null = null;
    return {
      value: { kind: 'map', entries, at },
      add(item) {
        if (key === null) {
          key = item;
          return;
        }
        if (key.kind !== 'text') refuse(key.at, MENDS.key);
        else if (entries.has(key.text)) refuse(key.at, MENDS.twice);
        else entries.set(key.text, { keyAt: key.at, value: item });
        key = null;
      },
    };
  }

  function unfold({ anchorStart, anchorEnd }: AliasEvent): Located {
    const at = anchorStart - 1;
    end = anchorEnd;
    const anchor = anchored.get(source.slice(anchorStart, anchorEnd));
    if (anchor === undefined) {
      refuse(at, MENDS.alias);
      return NOTHING;
    }
    unfolded += anchor.size;
    size += anchor.size;
    if (unfolded <= MOST_UNFOLDED) return anchor.value;
    refuse(at, `its aliases (*) stand for more than ${MOST_UNFOLDED} values; write them out`);
    return NOTHING;
  }

  for (const event of events) {
    switch (event.type) {
      case EVENT_ID.DOCUMENT:
        documents += 1;
        if (documents === 2) refuse(findMarker(source, end), MENDS.documents);
        break;
      case EVENT_ID.SEQUENCE: {
        const items: Located[] = [];
        open.push({
          value: { kind: 'list', items, at: event.start },
          anchor: readProperties(event),
          sizeBefore: size,
          add: (item) => items.push(item),
        });
        size += 1;
        break;
      }
      case EVENT_ID.MAPPING:
        open.push({ ...openMap(event.start), anchor: readProperties(event), sizeBefore: size });
        size += 1;
        break;
      case EVENT_ID.SCALAR:
        size += 1;
        close(readScalar(event), readProperties(event), size - 1);
        break;
      case EVENT_ID.ALIAS:
        close(unfold(event), null, size);
        break;
      case EVENT_ID.POP: {
        // The last one is the document's own.
        const closed = open.pop();
        if (closed !== undefined) close(closed.value, closed.anchor, closed.sizeBefore);
        break;
      }
    }
  }
  return root;
}

/** Where the document after a place begins. */
function findMarker(source: string, from: number): number {
  const marker = /^---/m.exec(source.slice(from));
  return marker === null ? from : from + marker.index;
}

const NULLS: ReadonlySet<string> = new Set(['', '~', 'null', 'Null', 'NULL']);
const KNOWN_TAGS: ReadonlySet<string> = new Set(['!!str', '!!map', '!!seq']);
