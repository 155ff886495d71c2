import type { HttpDeps } from '../../http/types.ts';
import type { IssueStore } from '../issue/issue-store.ts';
import { type GitHubOptions, openGitHub } from './github.ts';
import { createIssueStore } from './issues.ts';

/**
 * Opens the issues of the repository that the workflow runs in.
 * @throws GitHubError (`setup`) where the environment or the token cannot be used; nothing was called.
 */
export async function openIssues(options: GitHubOptions, deps: HttpDeps): Promise<IssueStore> {
  return createIssueStore(await openGitHub(options, deps));
}
