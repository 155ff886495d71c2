import { InputError } from '../../interface/input-error.ts';
import { type Environment, readVariable } from '../../interface/raw-inputs.ts';

/**
 * The key of the one issue that a job keeps: path of its workflow, and its job, `.github/workflows/audit.yml:audit`.
 * It is the same on every branch. Jobs of a matrix, and several calls of one reusable workflow, share it, so they
 * need an `issue-key` each.
 * @throws InputError where the environment does not say what runs.
 */
export function defaultIssueKey(environment: Environment): string {
  // octo/infra/.github/workflows/audit.yml@refs/heads/main
  const reference = readVariable(environment, 'GITHUB_WORKFLOW_REF');
  const [located = ''] = reference.split('@refs/', 1);
  const path = /^[^/]+\/[^/]+\/(?<path>.+?)$/.exec(located.replace(/@[0-9a-f]{40}$/, ''))?.groups?.path;
  const job = readVariable(environment, 'GITHUB_JOB');
  if (path === undefined || job === '') {
    const missing = path === undefined ? 'GITHUB_WORKFLOW_REF' : 'GITHUB_JOB';
    const message = `it is needed here, since ${missing} does not say what runs (the runner sets it); give any text that names this audit, such as production`;
    throw new InputError([{ input: 'issue-key', message }]);
  }
  return `${path}:${job}`;
}
