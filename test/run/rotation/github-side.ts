import type { Clock } from '../../../src/http/types.ts';
import type { Environment } from '../../../src/interface/raw-inputs.ts';
import { openGates } from '../../../src/runner/github/open-gates.ts';
import { openLedger } from '../../../src/runner/github/open-ledger.ts';
import { COMMIT } from '../../support/github/deployment-state.ts';
import { createHub, type Hub } from '../../support/github/hub.ts';
import { createHubNetwork } from '../../support/github/hub-network.ts';
import { REPOSITORY, type Seed, TOKEN } from '../../support/github/world.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';
import { type GitHubSide, openWorld, type World, type WorldOptions } from './world.ts';

const HOST = 'api.github.com';

/** What the runner sets in every run. */
const RUNNER: Environment = {
  GITHUB_API_URL: `https://${HOST}`,
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_REPOSITORY: REPOSITORY,
  GITHUB_SHA: COMMIT,
  GITHUB_RUN_ID: '4242',
  GITHUB_RUN_ATTEMPT: '1',
};

/** A token of a workflow that keeps a ledger and reads gates. */
const PERMITTED = {
  [TOKEN]: { permissions: { deployments: 'write', actions: 'read' } },
} as const satisfies Seed['tokens'];

/** A GitHub that the runs of a world call themselves, with the action's own ledger and gates. */
export interface GitHubOfRuns {
  readonly hub: Hub;
  readonly side: GitHubSide;
  /** The phases on record, in their order. */
  phases(): readonly string[];
}

export function openGitHubOfRuns(clock: Clock, seed: Seed = {}): GitHubOfRuns {
  const hub = createHub({ clock, basePath: '', seed: { tokens: PERMITTED, ...seed } });
  return {
    hub,
    side: {
      elsewhere: { serves: ({ host }) => host === HOST, network: createHubNetwork(hub) },
      environment: RUNNER,
      ports: { openLedger, openGates },
      nameCall: ({ method, url, body }) => {
        const phase = /"phase":"([a-z-]+)"/.exec(body ?? '')?.[1];
        const path = url.pathname.replace(/^\/(repos\/[^/]+\/[^/]+|repositories\/\d+)\//, '');
        const parts = [method, 'github', path.replace(/\/\d+\//, '/ID/'), phase];
        return parts.filter((part) => part !== undefined).join(' ');
      },
    },
    phases: () => (hub.world.repositories[0]?.deployments ?? []).map(phaseOf),
  };
}

/** A world whose ledger and gates are at a GitHub of its own, or at one that it shares. */
export async function openGitHubWorld({
  seed,
  shared,
  ...options
}: WorldOptions & { readonly seed?: Seed; readonly shared?: GitHubOfRuns } = {}): Promise<
  World & GitHubOfRuns
> {
  const clock = options.clock ?? createVirtualClock();
  const github = shared ?? openGitHubOfRuns(clock, seed);
  const inputs = { 'github-token': TOKEN, ...options.inputs };
  const world = await openWorld({ ...options, clock, inputs, github: github.side });
  return Object.assign(world, github);
}

function phaseOf({ payload }: { readonly payload: unknown }): string {
  return String((payload as { readonly phase?: unknown }).phase);
}
