import type { SecretPlace } from '../../../operations/rotation/secret-store.ts';
import type { GitHubError } from '../errors.ts';

/** Where a secret is, its repository known. */
export interface KnownPlace extends SecretPlace {
  /** `owner/name`; empty where the environment does not say it. */
  readonly repository: string;
}

/** `secret MTLS of environment production in acme/api` */
export function labelSecret({ secret, environment, repository }: KnownPlace): string {
  return [
    `secret ${secret}`,
    ...(environment === null ? [] : [`of environment ${environment}`]),
    ...(repository === '' ? [] : [`in ${repository}`]),
  ].join(' ');
}

/** What a person can do about a secret that cannot be written. */
export function adviseOnSecret(error: GitHubError, place: KnownPlace): string {
  switch (error.reason) {
    case 'token':
      return `Put another token into store-token, ${describeToken(place)}: this one may have expired or been revoked.`;
    case 'permission':
      return /archived/i.test(error.message)
        ? 'The repository is archived: nothing in it can change until it is not.'
        : `Put a token into store-token that may write it, ${describeToken(place)}. The job's own token never may.`;
    case 'not-found':
      return adviseOnAbsence(place);
    case 'redirect':
      return 'The repository was renamed or moved: set store-repository to its name of today.';
    default:
      return error.mend;
  }
}

/** `of a GitHub App or fine-grained, with Secrets: write on acme/api` */
export function describeToken({ environment, repository }: KnownPlace): string {
  const permission = environment === null ? 'Secrets: write' : 'Environments: write';
  return `of a GitHub App or fine-grained, with ${permission} on ${repository}`;
}

/** GitHub says the same of what is not there and of what the token may not see. */
function adviseOnAbsence(place: KnownPlace): string {
  const { environment, repository } = place;
  const there =
    environment === null
      ? `Check that ${repository} exists (store-repository)`
      : `Check that ${repository} (store-repository) has an environment ${environment} (store-environment; Settings, Environments)`;
  return `${there}, and that the token in store-token is one ${describeToken(place)}: without it GitHub says the same.`;
}
