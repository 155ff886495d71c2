import type { Unavailability } from '../../../operations/rotation/ledger.ts';
import type { GitHubError } from '../errors.ts';

/** Why the ledger cannot be used, and how to mend that. */
export function explainUnavailable(error: GitHubError, what: 'read' | 'written'): Unavailability {
  const reason = error.message.replace(/\.$/, '');
  return { unavailable: `deployments cannot be ${what}: ${reason}`, mend: mend(error) };
}

function mend(error: GitHubError): string {
  if (error.reason === 'permission' && !/archived/i.test(error.message)) {
    return "Give the job 'permissions: deployments: write' (keep what is listed there); a reusable workflow has no more than the job that calls it, so give it to that job, too. A token of its own in github-token needs Deployments: Read and write.";
  }
  if (error.httpStatus === 422 && /no ref found/i.test(error.message)) {
    return 'A record stands at the commit of the run (GITHUB_SHA, else GITHUB_REF), and the repository in GITHUB_REPOSITORY has no such: leave these variables as the runner sets them, and run again from a branch that exists.';
  }
  if (error.httpStatus === 409) {
    return 'GitHub does not take a deployment of this commit: see what it says, and the rules of the repository (Settings, Rules); or run again from another commit.';
  }
  return error.mend;
}
