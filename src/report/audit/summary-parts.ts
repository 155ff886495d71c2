/** A part of the summary: as many of its rows are shown as fit, between lines that stand or fall together. */
export interface Part {
  /** Markdown before the rows, a table's head included. */
  readonly before: string;
  /** Made one by one, only as far as they are shown. */
  readonly rows: Iterable<string>;
  readonly count: number;
  readonly rowsAtMost: number;
  /** Markdown after the rows, such as the end of what is folded. */
  readonly after: string;
}

/** A part without rows. */
export function plainPart(text: string): Part {
  return { before: text, rows: [], count: 0, rowsAtMost: 0, after: '' };
}

/**
 * Joins parts to a text of so many octets at most. Each part takes half of what is left at most, so that none
 * pushes out those after it; it is cut at whole rows, and one that does not fit without its rows is left out.
 * @param pointer where the whole is, as Markdown; null where it is nowhere.
 */
export function joinParts(parts: readonly Part[], maximumBytes: number, pointer: string | null): string {
  const whole = pointer === null ? '' : `: the whole is in ${pointer}`;
  const closing = `<sub>Some parts did not fit${whole}.</sub>`;
  let left = maximumBytes - measure(closing);
  let isWhole = true;
  const texts: string[] = [];
  for (const part of parts) {
    const text = fitPart(part, Math.floor(left / 2), pointer);
    if (text === null) {
      isWhole = false;
      continue;
    }
    left -= measure(text);
    texts.push(text);
  }
  return `${[...texts, ...(isWhole ? [] : [closing])].join('\n\n')}\n`;
}

function fitPart(
  { before, rows, count, rowsAtMost, after }: Part,
  maximumBytes: number,
  pointer: string | null,
): string | null {
  const where = pointer === null ? '' : `, in ${pointer}`;
  const tellMore = (more: number) => `\n… and ${more.toLocaleString('en-US')} more${where}.`;
  let bytes = measure(before) + measure(after) + measure(tellMore(count));
  if (bytes > maximumBytes) return null;
  const shown: string[] = [];
  for (const row of rows) {
    bytes += measure(row);
    if (shown.length === rowsAtMost || bytes > maximumBytes) break;
    shown.push(row);
  }
  const more = count - shown.length;
  return [before, ...shown, ...(more > 0 ? [tellMore(more)] : []), ...(after === '' ? [] : [after])].join(
    '\n',
  );
}

/** In octets, with the line's end. */
function measure(text: string): number {
  return Buffer.byteLength(text) + 2;
}
