import type { GitHubAccess } from '../../deps.ts';
import type { GateReader } from '../../operations/rotation/gates.ts';
import { GitHubError } from './errors.ts';
import { createGateReader } from './gates/gates.ts';
import { openGitHub } from './github.ts';

/** Opens the reading of the environments of the workflow's own repository. Never rejects. */
export async function openGates(access: GitHubAccess): Promise<GateReader> {
  try {
    return createGateReader(await openGitHub(access, access.deps));
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    const reason = (environment: string) =>
      `whether environment '${environment}' asks anybody cannot be read: ${error.message.replace(/\.$/, '')}`;
    return {
      read: async (environment) => ({ kind: 'unknown', reason: reason(environment), mend: error.mend }),
    };
  }
}
