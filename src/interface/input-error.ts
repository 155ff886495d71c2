/** One thing that is wrong with what the workflow gave. */
export interface InputProblem {
  /** The input's name as in action.yml. */
  readonly input: string;
  /** What was given, what is allowed, how to mend it; never a secret's value. */
  readonly message: string;
  /** Where in a text of several lines; the message says it too. */
  readonly place?: TextPlace;
}

/** A place in a file, or in an input of several lines; both counts start at 1. */
export interface TextPlace {
  /** Null: the input itself. */
  readonly file: string | null;
  readonly line: number;
  readonly column: number;
}

/** More than these help nobody; `problems` has them all. */
const MOST_SHOWN = 100;

/** The workflow has to be mended; nothing was called. */
export class InputError extends Error {
  override readonly name = 'InputError';
  readonly problems: readonly InputProblem[];

  constructor(problems: readonly InputProblem[]) {
    super(
      problems.length === 1
        ? problems.map((problem) => `Input '${problem.input}': ${problem.message}`).join('')
        : `${problems.length} inputs need mending:\n${listProblems(problems)}`,
    );
    this.problems = problems;
  }
}

function listProblems(problems: readonly InputProblem[]): string {
  const lines = problems.slice(0, MOST_SHOWN).map(({ input, message }) => `- '${input}': ${message}`);
  if (problems.length > MOST_SHOWN) lines.push(`- and ${problems.length - MOST_SHOWN} more`);
  return lines.join('\n');
}
