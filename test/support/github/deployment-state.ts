/** What a deployment has come to. */
export const DEPLOYMENT_STATES = [
  'error',
  'failure',
  'inactive',
  'in_progress',
  'queued',
  'pending',
  'success',
] as const;
export type DeploymentState = (typeof DEPLOYMENT_STATES)[number];

export interface DeploymentStatus {
  readonly id: string;
  readonly state: DeploymentState;
  readonly description: string;
  readonly logUrl: string;
  readonly creator: string;
  readonly createdAt: Date;
}

export interface Deployment {
  /** Digits: it may be longer than a number can hold. */
  readonly id: string;
  readonly sha: string;
  readonly ref: string;
  readonly task: string;
  /** As it was given: an object, or a text. */
  readonly payload: unknown;
  readonly environment: string;
  readonly description: string | null;
  readonly isTransient: boolean;
  readonly isProduction: boolean;
  readonly creator: string;
  readonly createdAt: Date;
  /** The oldest first. */
  readonly statuses: DeploymentStatus[];
}

/** The commit that every repository has at first, on its default branch. */
export const COMMIT = '5f1c0de5f1c0de5f1c0de5f1c0de5f1c0de5f1c0';

/** What a repository knows of its history, as far as deployments ask for it. */
export interface CommitState {
  /** By branch and tag; the commit's SHA. */
  readonly refs: Readonly<Record<string, string>>;
  /** Checks of the default branch's commit that are not green. */
  failingContexts: string[];
  /** Whether every ref lacks commits of the default branch that conflict with its own. */
  isBehind: boolean;
}

export const DEFAULT_COMMITS: CommitState = {
  refs: { main: COMMIT },
  failingContexts: [],
  isBehind: false,
};
