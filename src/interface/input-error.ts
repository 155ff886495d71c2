/** One thing that is wrong with what the workflow gave. */
export interface InputProblem {
  /** The input's name as in action.yml. */
  readonly input: string;
  /** What was given, what is allowed, how to mend it; never a secret's value. */
  readonly message: string;
}

/** The workflow has to be mended; nothing was called. */
export class InputError extends Error {
  override readonly name = 'InputError';
  readonly problems: readonly InputProblem[];

  constructor(problems: readonly InputProblem[]) {
    super(
      problems.length === 1
        ? problems.map((problem) => `Input '${problem.input}': ${problem.message}`).join('')
        : `${problems.length} inputs need mending:\n${problems.map((p) => `- '${p.input}': ${p.message}`).join('\n')}`,
    );
    this.problems = problems;
  }
}
