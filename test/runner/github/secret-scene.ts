import { createNetwork } from '../../../src/http/network.ts';
import type { Network } from '../../../src/http/types.ts';
import type { SecretPlace, SecretStore } from '../../../src/operations/rotation/secret-store.ts';
import { openSecretStore } from '../../../src/runner/github/open-secret-store.ts';
import { findVault, openSecret, type SecretVault } from '../../support/github/secret-vault.ts';
import { type FakeGitHub, type FakeGitHubOptions, startGitHub } from '../../support/github/server.ts';
import { type RepositorySeed, type Seed, TOKEN } from '../../support/github/world.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';

export const HERE = 'acme/infrastructure';
export const THERE = 'acme/api';

export interface SecretScene {
  readonly github: FakeGitHub;
  /** Milliseconds slept since the start. */
  readonly elapsed: () => number;
  readonly debugLines: readonly string[];
  /** `PUT secrets.put`, in order. */
  readonly calls: () => readonly string[];
  open(
    place?: Partial<SecretPlace>,
    options?: {
      readonly token?: string;
      readonly environment?: Readonly<Record<string, string>>;
      /** Called before each request is sent. */
      readonly beforeSend?: (method: string) => void;
    },
  ): Promise<SecretStore>;
  vault(repository: string, environment?: string | null): SecretVault;
  /** What a workflow would find in a secret; null where it is not there. */
  read(repository: string, environment?: string | null, secret?: string): Promise<string | null>;
}

/** Scenes that are closed together: a fake GitHub on a loopback port, and the action's own store on it. */
export function keepSecretScenes() {
  const closing: (() => Promise<void>)[] = [];
  return {
    close: async () => void (await Promise.all(closing.splice(0).map((close) => close()))),
    async open(
      seed: Seed & { readonly there?: Partial<RepositorySeed> } = {},
      options: Omit<FakeGitHubOptions, 'seed' | 'clock'> = {},
    ): Promise<SecretScene> {
      const { there, ...rest } = seed;
      const clock = createVirtualClock();
      const startedAt = clock.now();
      const github = await startGitHub({
        ...options,
        clock,
        seed: {
          repositories: [{ name: HERE }, { name: THERE, environments: [{ name: 'production' }], ...there }],
          tokens: { [TOKEN]: { permissions: { secrets: 'write', environments: 'write' } } },
          ...rest,
        },
      });
      const network = createNetwork({ environment: github.env });
      closing.push(async () => {
        await network.close();
        await github.close();
      });
      const debugLines: string[] = [];
      const scene: SecretScene = {
        github,
        elapsed: () => clock.now() - startedAt,
        debugLines,
        calls: () => github.log.map(({ method, endpoint }) => `${method} ${endpoint}`),
        open: (place = {}, { token = TOKEN, environment = {}, beforeSend = () => {} } = {}) =>
          openSecretStore(
            {
              token,
              environment: { ...github.env, ...environment },
              transport: { requestTimeoutMilliseconds: 30_000, maxRetries: 4, retryDelayMilliseconds: 1000 },
              deps: {
                network: watch(network, beforeSend),
                clock,
                sleep: clock.sleep,
                random: () => 0,
                debug: (line) => void debugLines.push(line),
              },
            },
            { secret: 'MTLS', environment: null, repository: null, ...place },
          ),
        vault(repository, environment = null) {
          const found = github.world.repositories.find(
            ({ owner, name }) => `${owner}/${name}` === repository,
          );
          const vault = found === undefined ? null : findVault(found, environment);
          if (vault === null) throw new Error(`${repository} has no environment ${environment}`);
          return vault;
        },
        read: (repository, environment = null, secret = 'MTLS') =>
          openSecret(scene.vault(repository, environment), secret),
      };
      return scene;
    },
  };
}

function watch(network: Network, beforeSend: (method: string) => void): Network {
  return {
    send(request) {
      beforeSend(request.method);
      return network.send(request);
    },
    close: () => network.close(),
  };
}
