import type { GitHubAccess } from '../../../src/deps.ts';
import type { Environment } from '../../../src/interface/raw-inputs.ts';
import { openGates } from '../../../src/runner/github/open-gates.ts';
import { openLedger } from '../../../src/runner/github/open-ledger.ts';
import { COMMIT } from '../../support/github/deployment-state.ts';
import { createHub } from '../../support/github/hub.ts';
import { createHubNetwork } from '../../support/github/hub-network.ts';
import { REPOSITORY, type Seed, TOKEN } from '../../support/github/world.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';

/** What a runner sets. */
export const RUNNER: Environment = {
  GITHUB_API_URL: 'https://api.github.com',
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_REPOSITORY: REPOSITORY,
  GITHUB_SHA: COMMIT,
  GITHUB_RUN_ID: '4242',
  GITHUB_RUN_ATTEMPT: '2',
};

export const RUN_ADDRESS = `https://github.com/${REPOSITORY}/actions/runs/4242/attempts/2`;

/** A workflow's token that may keep a ledger and read environments. */
export const PERMITTED = {
  [TOKEN]: { permissions: { deployments: 'write', actions: 'read' } },
} as const satisfies Seed['tokens'];

export interface HubSceneOptions extends Seed {
  readonly environment?: Environment;
  readonly basePath?: string;
  readonly token?: string;
  readonly maxRetries?: number;
}

/** A fake GitHub in this process, and the action's own ledger and gates on it; nobody really sleeps. */
export function openHubScene({
  environment = {},
  basePath = '',
  token = TOKEN,
  maxRetries = 4,
  ...seed
}: HubSceneOptions = {}) {
  const clock = createVirtualClock(Date.UTC(2026, 0, 1, 12, 0, 0, 640));
  const startedAt = clock.now();
  const hub = createHub({ clock, basePath, seed: { tokens: PERMITTED, ...seed } });
  const debugLines: string[] = [];
  let draws = 0;
  const access: GitHubAccess = {
    token,
    environment: { ...RUNNER, ...environment },
    transport: { requestTimeoutMilliseconds: 30_000, maxRetries, retryDelayMilliseconds: 1000 },
    deps: {
      clock,
      sleep: clock.sleep,
      random: () => (draws++ % 100) / 100,
      network: createHubNetwork(hub),
      debug: (line) => void debugLines.push(line),
    },
  };
  const [repository] = hub.world.repositories;
  if (repository === undefined) throw new Error('There is no repository');
  return {
    hub,
    clock,
    repository,
    debugLines,
    elapsed: () => clock.now() - startedAt,
    /** `POST deployments.create`, in their order. */
    calls: () => hub.log.map(({ method, endpoint }) => `${method} ${endpoint}`),
    openLedger: () => openLedger(access),
    openGates: () => openGates(access),
  };
}

export type HubScene = ReturnType<typeof openHubScene>;
