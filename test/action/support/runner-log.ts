/*
 * A log and environment files as GitHub's runner reads them (actions/runner: ActionCommand, FileCommandManager), and
 * more strictly than the stand-in that other tests use.
 */

/** A line that the runner takes for an order. */
export interface Order {
  readonly name: string;
  readonly data: string;
}

/** The runner's names; with any other a line is but a line. */
const ORDERS = [
  'internal-set-repo-path',
  'set-env',
  'set-output',
  'save-state',
  'add-path',
  'add-mask',
  'add-matcher',
  'remove-matcher',
  'warning',
  'error',
  'notice',
  'debug',
  'group',
  'endgroup',
  'echo',
  'stop-commands',
];

/** The lines of a stream, which .NET ends at a line feed, a carriage return, or both. */
export function splitLines(log: string): readonly string[] {
  return log.split(/\r\n|\r|\n/);
}

/** The orders of a log, in either of their two forms. */
export function readOrders(log: string): readonly Order[] {
  return splitLines(log).flatMap((line) => {
    // .NET's white space is Unicode's, and the next-line character.
    const [, name = '', data = ''] =
      /^[\s\u0085]*::([^ :]*)(?: .*?)?::(.*)$/u.exec(line) ?? /##\[([^\] ]*)[^\]]*\](.*)$/u.exec(line) ?? [];
    return ORDERS.includes(name.toLowerCase()) ? [{ name: name.toLowerCase(), data }] : [];
  });
}

/**
 * The values of an environment file.
 * @throws where a line belongs to no value: somebody has broken out of one.
 */
export function readEnvironmentFile(text: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  while (lines.length > 0) {
    const [, name, delimiter] = /^([^<=]+)<<(ghadelimiter_[0-9a-f-]{36})$/.exec(lines.shift() ?? '') ?? [];
    const end = delimiter === undefined ? -1 : lines.indexOf(delimiter);
    if (name === undefined || end < 0) throw new Error('A line of the file belongs to no value');
    values.set(
      name,
      lines
        .splice(0, end + 1)
        .slice(0, -1)
        .join('\n'),
    );
  }
  return values;
}
