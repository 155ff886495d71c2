import type { LedgerEntry } from '../../../operations/rotation/ledger.ts';
import type { CallRules } from '../call.ts';
import { under } from '../call.ts';
import type { GitHub } from '../github.ts';
import { describeEntry } from './record-words.ts';
import { deploymentSchema, deploymentsSchema, type WireDeployment } from './wire.ts';

const TASK = 'certops:rotation';
const RULES: CallRules = { permission: 'deployments: write' };
const PAGE_SIZE = 100;

/** The deployments that are records; what it throws is a GitHubError. */
export interface Deployments {
  /** All of an environment, the newest first; and by GitHub's clock, when that was. Null: the answer does not say. */
  list(environment: string): Promise<{
    readonly rows: readonly WireDeployment[];
    readonly answeredAt: Date | null;
  }>;
  /** The hundred newest of an environment. */
  listNewest(environment: string): Promise<readonly WireDeployment[]>;
  /** Sent once, unless it surely did not arrive. */
  create(
    environment: string,
    entry: LedgerEntry,
    payload: Record<string, unknown>,
    ref: string,
  ): Promise<WireDeployment>;
}

/** The records among the deployments of the repository that a workflow runs in. */
export function createDeployments(github: GitHub): Deployments {
  const { octokit, repository } = github;
  const addressOf = (environment: string) =>
    octokit.request.endpoint('GET /repos/{owner}/{repo}/deployments', {
      ...repository,
      environment,
      task: TASK,
      per_page: PAGE_SIZE,
    });

  function readRows(data: unknown, address: { readonly method: string; readonly url: string }, of: string) {
    const parsed = deploymentsSchema.safeParse(data);
    if (!parsed.success) throw github.refuse(address, RULES, data);
    return parsed.data.filter(
      ({ task, environment }) => task === TASK && environment.toLowerCase() === of.toLowerCase(),
    );
  }

  return {
    async list(environment) {
      const address = addressOf(environment);
      const rows: WireDeployment[] = [];
      let answeredAt: Date | null = null;
      for await (const page of github.datedPages(address, RULES)) {
        rows.push(...readRows(page.data, address, environment));
        ({ answeredAt } = page);
      }
      return { rows, answeredAt };
    },
    async listNewest(environment) {
      const address = addressOf(environment);
      const { data } = await octokit.request({ ...address, method: 'GET', ...under(RULES) });
      return readRows(data, address, environment);
    },
    async create(environment, entry, payload, ref) {
      const { data, url } = await octokit.rest.repos.createDeployment({
        ...repository,
        ref,
        task: TASK,
        environment,
        description: describeEntry(entry),
        payload,
        // A record is of what has happened: nothing is merged for it, and no check stands against it.
        auto_merge: false,
        required_contexts: [],
        // It outlives every run, and is no place that users come to.
        transient_environment: false,
        production_environment: false,
        ...under(RULES),
      });
      const parsed = deploymentSchema.safeParse(data);
      if (!parsed.success || Number.isNaN(Date.parse(parsed.data.created_at))) {
        throw github.refuse({ method: 'POST', url }, RULES, data);
      }
      return parsed.data;
    },
  };
}
