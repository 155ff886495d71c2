/** The action as callers name it, at the commit that stands for the one under test. */
export const ACTION = 'OWNER/certops-action';
const COMMIT = '0'.repeat(40);

/** What a workflow calls that is not its own: an action, or a workflow, of another repository. */
export interface Foreign {
  /** `owner/name`. */
  readonly repository: string;
  /** The action's folder or the workflow's path in it; empty where it is the whole repository. */
  readonly path: string;
  readonly ref: string;
}

/**
 * A workflow as the engine can run it; all else is as it stands.
 *
 * - `$/`, the repository of the workflow at its own commit, it does not know.
 * - `queue` of a concurrency group its schema refuses.
 * - Outputs of a job that was skipped are empty on GitHub. The engine gives their expressions as text, and so they are
 *   read only of a job that ran.
 */
export function rewriteForEngine(workflow: string): string {
  return workflow
    .replace(/(\buses:\s*)\$\/([\w./-]*)/g, (_all, uses: string, path: string) =>
      path === '' ? `${uses}${ACTION}@${COMMIT}` : `${uses}${ACTION}/${path}@${COMMIT}`,
    )
    .replace(/^ *queue: \w+ *\n/gm, '')
    .replace(
      /\bneeds\.([\w-]+)\.outputs\.[\w-]+/g,
      (output, job) => `(needs.${job}.result != 'skipped' && ${output})`,
    );
}

/** Everything foreign that a workflow uses, each once. */
export function findForeign(workflow: string): readonly Foreign[] {
  const found = [...workflow.matchAll(/\buses:\s*["']?([\w.-]+\/[\w.-]+)((?:\/[\w.-]+)*)@([\w./-]+)/g)].map(
    ([, repository = '', path = '', ref = '']) => ({ repository, path: path.slice(1), ref }),
  );
  return [...new Map(found.map((one) => [JSON.stringify(one), one])).values()];
}
