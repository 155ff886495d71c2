/** What processes of their own took of the source, read from what V8 writes at their end (`NODE_V8_COVERAGE`). */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** A part of a script, in UTF-16 units, and how often it was run; parts within it have counts of their own. */
interface Range {
  readonly startOffset: number;
  readonly endOffset: number;
  readonly count: number;
}

interface ScriptCoverage {
  readonly url: string;
  readonly functions: readonly { readonly ranges: readonly Range[] }[];
}

/** Whether some process has run what stands at an offset of a file. */
export type WasRun = (file: string, offset: number) => boolean;

/**
 * Reads what processes have written into a folder.
 * @param under files elsewhere are left out
 */
export function readStepCoverage(folder: string, under: string): WasRun {
  // Of each file and process: which units were run.
  const run = new Map<string, Uint8Array>();
  for (const name of readdirSync(folder)) {
    const { result } = JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as {
      readonly result: readonly ScriptCoverage[];
    };
    for (const { url, functions } of result) {
      if (!url.startsWith('file:')) continue;
      const file = fileURLToPath(url);
      if (!file.startsWith(under + path.sep)) continue;
      const ranges = functions.flatMap((one) => one.ranges);
      const length = Math.max(0, ...ranges.map(({ endOffset }) => endOffset));
      const known = run.get(file) ?? new Uint8Array(length);
      run.set(file, addRanges(known.length >= length ? known : extend(known, length), ranges));
    }
  }
  return (file, offset) => run.get(file)?.[offset] === 1;
}

/** The smallest range that holds a unit tells whether it was run. */
function addRanges(known: Uint8Array, ranges: readonly Range[]): Uint8Array {
  const here = new Uint8Array(known.length);
  const outermostFirst = [...ranges].sort(
    (one, other) => other.endOffset - other.startOffset - (one.endOffset - one.startOffset),
  );
  for (const { startOffset, endOffset, count } of outermostFirst) {
    here.fill(count > 0 ? 1 : 0, startOffset, endOffset);
  }
  return known.map((unit, offset) => unit | (here[offset] ?? 0));
}

function extend(known: Uint8Array, length: number): Uint8Array {
  const longer = new Uint8Array(length);
  longer.set(known);
  return longer;
}
