import { type CallRules, under } from '../call.ts';
import { GitHubError } from '../errors.ts';
import type { GitHub } from '../github.ts';
import type { SealingKey } from './seal.ts';
import { publicKeySchema } from './wire.ts';

/** One secret at GitHub (GitHub REST API, Actions secrets). What its calls throw is a GitHubError. */
export interface SecretEndpoints {
  /**
   * The key to seal for, and the scopes of the token; null where GitHub names none: only classic tokens and those
   * of OAuth apps have them.
   */
  readKey(): Promise<{ readonly key: SealingKey; readonly scopes: readonly string[] | null }>;
  /** Whether the token may read of the secret when it was written; it need not be there yet. */
  readFacts(): Promise<void>;
  /** Creates or replaces the secret; saying it twice is saying it once. */
  put(sealed: string, keyId: string): Promise<void>;
}

/** @param environment null: the secret is the repository's own */
export function createSecretEndpoints(
  { octokit, repository, refuse }: GitHub,
  { secret, environment }: { readonly secret: string; readonly environment: string | null },
): SecretEndpoints {
  const base =
    environment === null
      ? '/repos/{owner}/{repo}/actions/secrets'
      : '/repos/{owner}/{repo}/environments/{environment_name}/secrets';
  const named = { ...repository, ...(environment === null ? {} : { environment_name: environment }) };
  const rules: CallRules = { permission: environment === null ? 'secrets: write' : 'environments: write' };

  return {
    async readKey() {
      const { data, url, headers } = await octokit.request(`GET ${base}/public-key`, {
        ...named,
        ...under(rules),
      });
      const parsed = publicKeySchema.safeParse(data);
      if (!parsed.success) throw refuse({ method: 'GET', url }, rules, data);
      const { key, key_id: id } = parsed.data;
      return {
        key: { id, octets: Buffer.from(key, 'base64') },
        scopes: readScopes(headers['x-oauth-scopes']),
      };
    },
    async readFacts() {
      try {
        await octokit.request(`GET ${base}/{secret_name}`, {
          ...named,
          secret_name: secret,
          ...under(rules),
        });
      } catch (error) {
        if (!(error instanceof GitHubError) || error.reason !== 'not-found') throw error;
      }
    },
    async put(sealed, keyId) {
      const { status, url, data } = await octokit.request(`PUT ${base}/{secret_name}`, {
        ...named,
        secret_name: secret,
        encrypted_value: sealed,
        key_id: keyId,
        ...under(rules),
      });
      // Created, or replaced; a page of a proxy is neither.
      if (Number(status) !== 201 && Number(status) !== 204) throw refuse({ method: 'PUT', url }, rules, data);
    },
  };
}

/** Null where the header is missing or empty. */
function readScopes(header: unknown): readonly string[] | null {
  const scopes = String(header ?? '')
    .split(',')
    .map((scope) => scope.trim())
    .filter((scope) => scope !== '');
  return scopes.length === 0 ? null : scopes;
}
