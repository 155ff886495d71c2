import { type CommitState, DEFAULT_COMMITS, type Deployment } from './deployment-state.ts';
import { type Environment, type EnvironmentSeed, makeEnvironment } from './environment-state.ts';
import type { Level, Scope } from './exchange.ts';
import type { SecretVault } from './secret-vault.ts';

/** Who a token speaks for. */
export interface Actor {
  readonly login: string;
  /** `integration`: a workflow's token, or an app's. */
  readonly kind: 'integration' | 'personal';
  readonly permissions: Readonly<Partial<Record<Scope, Level>>>;
  /** Of a classic token, which GitHub names in every answer; by default it is none. */
  readonly oauthScopes?: readonly string[];
  /** The repositories that it sees besides public ones; `owner/name`. */
  readonly repositories: readonly string[];
}

export interface Label {
  readonly name: string;
  readonly color: string;
  readonly description: string | null;
}

export interface Comment {
  readonly id: number;
  readonly author: string;
  readonly body: string;
  readonly createdAt: Date;
}

export interface Issue {
  readonly number: number;
  readonly isPull: boolean;
  readonly author: string;
  readonly createdAt: Date;
  title: string;
  body: string | null;
  state: 'open' | 'closed';
  stateReason: 'completed' | 'not_planned' | 'duplicate' | 'reopened' | null;
  labels: string[];
  assignees: string[];
  updatedAt: Date;
  closedAt: Date | null;
  readonly comments: Comment[];
}

export interface Repository {
  readonly id: number;
  readonly owner: string;
  readonly name: string;
  readonly isPrivate: boolean;
  /** Whether its issues are switched on. */
  hasIssues: boolean;
  isArchived: boolean;
  /** Former names, `owner/name`; calls by them are redirected. */
  readonly formerNames: readonly string[];
  /** Who has access to it. */
  readonly collaborators: readonly string[];
  readonly labels: Label[];
  readonly issues: Issue[];
  readonly commits: CommitState;
  /** The oldest first. */
  readonly deployments: Deployment[];
  readonly environments: Environment[];
  /** Of the repository itself, and of environments whose secrets were asked for. */
  readonly vaults: SecretVault[];
}

/** All that exists at the fake GitHub. */
export interface World {
  readonly repositories: readonly Repository[];
  readonly tokens: ReadonlyMap<string, Actor>;
  /** Every login that there is. */
  readonly users: ReadonlySet<string>;
  /** How long a new issue takes to be listed. */
  readonly listingLagMilliseconds: number;
  /** Beyond so many rows pages have to be followed by their cursors. */
  readonly numberedRowsAtMost: number;
  /** Calls of a token in an hour. */
  readonly callsAnHour: number;
  /** How far GitHub's clock is ahead of the one that it was given; may be negative, and may be set anew. */
  clockAheadMilliseconds: number;
  /** The id of the next deployment, in digits. */
  takeDeploymentId(): string;
}

/** What a fake GitHub starts with; what is left out is as in `DEFAULT_SEED`. */
export interface Seed {
  readonly repositories?: readonly RepositorySeed[];
  readonly tokens?: Readonly<Record<string, Partial<Actor>>>;
  /** Besides the collaborators. */
  readonly users?: readonly string[];
  readonly listingLagMilliseconds?: number;
  readonly numberedRowsAtMost?: number;
  readonly callsAnHour?: number;
  readonly clockAheadMilliseconds?: number;
  /** Digits; ids ascend from it, and not by one. */
  readonly firstDeploymentId?: string;
}

export interface RepositorySeed {
  /** `owner/name`. */
  readonly name: string;
  readonly isPrivate?: boolean;
  readonly hasIssues?: boolean;
  readonly isArchived?: boolean;
  readonly formerNames?: readonly string[];
  readonly collaborators?: readonly string[];
  readonly labels?: readonly string[];
  /** The oldest first; their numbers follow from their places. */
  readonly issues?: readonly Partial<Omit<Issue, 'number' | 'comments'>>[];
  readonly commits?: Partial<CommitState>;
  readonly environments?: readonly EnvironmentSeed[];
}

export const REPOSITORY = 'octo-org/infrastructure';
/** A workflow's token with `issues: write`. */
export const TOKEN = 'ghs_TokenOfTheTestsThatOpensNothing000001';
export const BOT = 'github-actions[bot]';

/** Makes a world of a seed; `now` is when its issues were written. */
export function makeWorld(seed: Seed, now: Date): World {
  const repositories = (seed.repositories ?? [{ name: REPOSITORY }]).map((one, index) =>
    makeRepository(one, 1001 + index, now),
  );
  const names = repositories.map(({ owner, name }) => `${owner}/${name}`);
  const tokens = Object.entries(seed.tokens ?? { [TOKEN]: { permissions: { issues: 'write' } } });
  return {
    repositories,
    tokens: new Map(
      tokens.map(([token, actor]) => [
        token,
        { login: BOT, kind: 'integration', permissions: {}, repositories: names, ...actor },
      ]),
    ),
    users: new Set([...repositories.flatMap(({ collaborators }) => collaborators), ...(seed.users ?? [])]),
    listingLagMilliseconds: seed.listingLagMilliseconds ?? 0,
    numberedRowsAtMost: seed.numberedRowsAtMost ?? 10_000,
    callsAnHour: seed.callsAnHour ?? 1000,
    clockAheadMilliseconds: seed.clockAheadMilliseconds ?? 0,
    takeDeploymentId: countFrom(BigInt(seed.firstDeploymentId ?? '3141592653')),
  };
}

/** Ids are of all repositories together. */
function countFrom(first: bigint): () => string {
  let next = first;
  return () => {
    const taken = next;
    next += 3n;
    return String(taken);
  };
}

function makeRepository(seed: RepositorySeed, id: number, now: Date): Repository {
  const [owner = '', name = ''] = seed.name.split('/');
  const repository: Repository = {
    id,
    owner,
    name,
    isPrivate: seed.isPrivate ?? true,
    hasIssues: seed.hasIssues ?? true,
    isArchived: seed.isArchived ?? false,
    formerNames: seed.formerNames ?? [],
    collaborators: seed.collaborators ?? ['octocat', 'hubot'],
    labels: (seed.labels ?? ['bug', 'enhancement']).map(makeLabel),
    issues: [],
    commits: { ...DEFAULT_COMMITS, ...seed.commits },
    deployments: [],
    environments: (seed.environments ?? []).map(makeEnvironment),
    vaults: [],
  };
  for (const issue of seed.issues ?? []) addIssue(repository, { title: 'An issue', ...issue }, now);
  return repository;
}

/** A label as GitHub makes one that only has a name. */
export function makeLabel(name: string): Label {
  return { name, color: 'ededed', description: null };
}

/** Writes an issue into a repository, with the next number. */
export function addIssue(
  repository: Repository,
  facts: Partial<Omit<Issue, 'number' | 'comments'>> & { readonly title: string },
  now: Date,
): Issue {
  const issue: Issue = {
    number: repository.issues.length + 1,
    isPull: false,
    author: BOT,
    body: null,
    state: 'open',
    stateReason: null,
    labels: [],
    assignees: [],
    createdAt: now,
    updatedAt: facts.createdAt ?? now,
    closedAt: facts.state === 'closed' ? now : null,
    comments: [],
    ...facts,
  };
  repository.issues.push(issue);
  return issue;
}
