import type { GitHubCall } from './call.ts';
import type { GitHubPlace } from './place.ts';

/** What to do where GitHub does not know the token. */
export function mendToken(): string {
  return "Check the input 'github-token': its default is the token of the job; another one may have expired or been revoked.";
}

/** What to do where the token may not do this: the lines of YAML to add, or the permission of another token. */
export function mendDenial(message: string, { permission }: GitHubCall): string {
  if (/archived/i.test(message))
    return 'The repository is archived: nothing in it can change until it is not.';
  return [
    'Add these lines to the job that runs this step (what is not listed there is denied, so keep what is):',
    'permissions:',
    `  ${permission}`,
    `A token of its own in 'github-token' needs the repository permission "${namePermission(permission)}". Runs of pull requests from forks cannot have it.`,
  ].join('\n');
}

/** What to do where the repository, or what is in it, cannot be seen. */
export function mendMissing({ permission }: GitHubCall, { apiUrl, owner, repo }: GitHubPlace): string {
  return `The token does not see ${owner}/${repo} (GITHUB_REPOSITORY) at ${apiUrl} (GITHUB_API_URL), or what was asked for is not there. Check both, and that the token is of this repository with 'permissions: ${permission}'.`;
}

/** What to do where issues are switched off, or the issue is. */
export function mendGone(message: string, { owner, repo }: GitHubPlace): string {
  if (/deleted/i.test(message)) return 'The issue was deleted meanwhile; the next run opens another one.';
  return `Switch issues on in ${owner}/${repo} (Settings, General, Features, Issues), or set 'issue: false'.`;
}

/** `issues: write` as the pages of fine-grained tokens have it: `Issues: Read and write`. */
function namePermission(permission: string): string {
  const [scope = '', level = ''] = permission.split(': ');
  const name = `${scope.charAt(0).toUpperCase()}${scope.slice(1)}`.replaceAll('-', ' ');
  return `${name}: ${level === 'write' ? 'Read and write' : 'Read-only'}`;
}
