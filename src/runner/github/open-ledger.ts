import type { GitHubAccess } from '../../deps.ts';
import { type Environment, readVariable } from '../../interface/raw-inputs.ts';
import { createMissingLedger, type RotationLedger } from '../../operations/rotation/ledger.ts';
import { GitHubError } from './errors.ts';
import { openGitHub } from './github.ts';
import { createDeployments } from './ledger/deployments.ts';
import { createDeploymentLedger } from './ledger/ledger.ts';
import { createHistoryMarks } from './ledger/marks.ts';

const GITHUB_COM = 'https://github.com';

/** Opens the ledger of rotations in the deployments of the workflow's own repository. Never rejects. */
export async function openLedger(access: GitHubAccess): Promise<RotationLedger> {
  const { environment, transport, deps } = access;
  try {
    const github = await openGitHub(access, deps);
    // Marks are not waited for, and take nothing of the patience that records need.
    const hasty = await openGitHub({ ...access, transport: { ...transport, maxRetries: 0 } }, deps);
    return createDeploymentLedger(
      createDeployments(github),
      createHistoryMarks(hasty, deps.debug),
      {
        ref: readVariable(environment, 'GITHUB_SHA') || readVariable(environment, 'GITHUB_REF'),
        address: findRunAddress(environment),
        maxRetries: transport.maxRetries,
      },
      deps,
    );
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    const unavailable = `there is no ledger: ${error.message.replace(/\.$/, '')}`;
    return createMissingLedger({ unavailable, mend: error.mend });
  }
}

/** The page of this run's attempt; null outside of a workflow. */
function findRunAddress(environment: Environment): string | null {
  const server = readVariable(environment, 'GITHUB_SERVER_URL').replace(/\/+$/, '') || GITHUB_COM;
  const run = readVariable(environment, 'GITHUB_RUN_ID');
  if (!/^https?:\/\//.test(server) || !/^\d+$/.test(run)) return null;
  const attempt = readVariable(environment, 'GITHUB_RUN_ATTEMPT');
  const page = `${server}/${readVariable(environment, 'GITHUB_REPOSITORY')}/actions/runs/${run}`;
  return /^\d+$/.test(attempt) ? `${page}/attempts/${attempt}` : page;
}
