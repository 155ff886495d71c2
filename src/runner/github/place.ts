import { type Environment, readVariable } from '../../interface/raw-inputs.ts';
import { GitHubError } from './errors.ts';

/** The repository that the workflow runs in, and the API that serves it. */
export interface GitHubPlace {
  /** Scheme, host and path without a slash at the end: `https://api.github.com`, `https://HOST/api/v3`. */
  readonly apiUrl: string;
  readonly owner: string;
  readonly repo: string;
}

const GITHUB_COM = 'https://api.github.com';

/**
 * Reads where GitHub is from the environment that the runner sets.
 * @param repository `owner/name` of another repository than the one that the workflow runs in
 * @throws GitHubError (`setup`) where a variable is missing or cannot be used.
 */
export function readPlace(environment: Environment, repository: string | null = null): GitHubPlace {
  return { apiUrl: readApiUrl(environment), ...readRepository(environment, repository) };
}

function readApiUrl(environment: Environment): string {
  const given = readVariable(environment, 'GITHUB_API_URL') || GITHUB_COM;
  const url = URL.parse(given);
  const allowed =
    'an https URL such as https://api.github.com or https://HOST/api/v3 (http on loopback only)';
  // A value with a sign-in is not shown.
  if (given.includes('@')) {
    throw unusable(`GITHUB_API_URL holds a user or a password, and must be ${allowed}.`);
  }
  if (url === null || !['https:', 'http:'].includes(url.protocol)) {
    throw unusable(`GITHUB_API_URL holds '${given}', and must be ${allowed}.`);
  }
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    throw unusable(
      `GITHUB_API_URL is ${url.origin}: the token would travel unencrypted. It must be ${allowed}.`,
    );
  }
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}

function readRepository(
  environment: Environment,
  repository: string | null,
): { readonly owner: string; readonly repo: string } {
  const given = repository ?? readVariable(environment, 'GITHUB_REPOSITORY');
  const [, owner, repo] = /^([\w.-]+)\/([\w.-]+)$/.exec(given) ?? [];
  if (owner === undefined || repo === undefined) {
    throw unusable(
      given === ''
        ? 'GITHUB_REPOSITORY is not set, so there is no repository to keep anything in.'
        : `GITHUB_REPOSITORY holds '${given}', and must be owner/name.`,
    );
  }
  return { owner, repo };
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}

function unusable(message: string): GitHubError {
  return new GitHubError(message, {
    reason: 'setup',
    mend: "The runner sets this variable; do not change it in 'env'. Elsewhere set it yourself.",
  });
}
