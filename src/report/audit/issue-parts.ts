/** A part of a text: as many of its rows are shown as fit below its head. */
export interface IssuePart {
  /** Markdown before the rows, a table's head included. */
  readonly head: string;
  /** One line each, made only as far as they may be shown. */
  readonly rows: Iterable<string>;
  readonly count: number;
}

/** A part of which as many rows were made as would fit if it were alone. */
interface Measured {
  readonly part: IssuePart;
  readonly rows: readonly string[];
  /** Its length with those rows. */
  readonly wants: number;
}

/**
 * Shortens parts to so many characters together, at whole rows. What short parts leave goes to the long ones, so
 * that a long table neither pushes out those after it nor wastes room.
 * @param pointer where the rest is, as Markdown
 * @returns a text for each that has room for its head.
 */
export function fitIssueParts(
  parts: readonly IssuePart[],
  charactersAtMost: number,
  pointer: string,
): readonly string[] {
  const measured = parts.map((part) => measure(part, charactersAtMost, pointer));
  const shares = share(
    measured.map(({ wants }) => wants),
    charactersAtMost,
  );
  return measured.flatMap((one, index) => cut(one, shares[index] ?? 0, pointer) ?? []);
}

function measure(part: IssuePart, charactersAtMost: number, pointer: string): Measured {
  const rows: string[] = [];
  let wants = measureLines(part.head, tellMore(part.count, pointer));
  for (const row of part.rows) {
    wants += measureLines(row);
    if (wants > charactersAtMost) break;
    rows.push(row);
  }
  return { part, rows, wants };
}

/** Gives each what it wants, or an equal part of what the smaller ones leave. */
function share(wants: readonly number[], whole: number): readonly number[] {
  const shares: number[] = [];
  let left = whole;
  const bySize = [...wants.entries()].sort(([, a], [, b]) => a - b);
  for (const [place, [index, wanted]] of bySize.entries()) {
    const given = Math.min(wanted, Math.floor(left / (bySize.length - place)));
    shares[index] = given;
    left -= given;
  }
  return shares;
}

function cut({ part, rows }: Measured, charactersAtMost: number, pointer: string): string | null {
  const { head, count } = part;
  let length = measureLines(head, tellMore(count, pointer));
  if (length > charactersAtMost) return null;
  const end = rows.findIndex((row) => {
    length += measureLines(row);
    return length > charactersAtMost;
  });
  const shown = end === -1 ? rows : rows.slice(0, end);
  const more = count - shown.length;
  return [head, ...shown, ...(more > 0 ? [tellMore(more, pointer)] : [])].join('\n');
}

function tellMore(more: number, pointer: string): string {
  return `\n… and ${more.toLocaleString('en-US')} more: see ${pointer}.`;
}

/** In characters, with the empty line that may follow each. */
function measureLines(...lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + line.length + 2, 0);
}
