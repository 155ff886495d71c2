import { ASSIGNEE_ENDPOINTS } from './assignees.ts';
import { COMMENT_ENDPOINTS } from './comments.ts';
import { DEPLOYMENT_ENDPOINTS } from './deployments.ts';
import { ENVIRONMENT_ENDPOINTS } from './environments.ts';
import type { Endpoint } from './exchange.ts';
import { ISSUE_ENDPOINTS } from './issues.ts';
import { LABEL_ENDPOINTS } from './labels.ts';
import { SECRET_ENDPOINTS } from './secrets.ts';
import type { Repository, World } from './world.ts';

/** Every endpoint; a resource adds its own here. */
export const ENDPOINTS: readonly Endpoint[] = [
  ...ISSUE_ENDPOINTS,
  ...COMMENT_ENDPOINTS,
  ...LABEL_ENDPOINTS,
  ...ASSIGNEE_ENDPOINTS,
  ...DEPLOYMENT_ENDPOINTS,
  ...ENVIRONMENT_ENDPOINTS,
  ...SECRET_ENDPOINTS,
];

const ROUTES = ENDPOINTS.map((endpoint) => ({
  endpoint,
  pattern: new RegExp(`^${endpoint.path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`),
}));

/** Where a path leads: to a repository by its name, a former name or its id, and below it. */
export interface Destination {
  readonly repository: Repository;
  /** Whether it was called by a former name. */
  readonly hasMoved: boolean;
  /** Below the repository: `/issues/1`. */
  readonly rest: string;
}

/** Null where no such repository exists. */
export function findDestination(world: World, path: string): Destination | null {
  const [, owner, name, id, rest = ''] =
    /^\/(?:repos\/([^/]+)\/([^/]+)|repositories\/(\d+))(\/.*)?$/.exec(path) ?? [];
  const called = `${owner}/${name}`.toLowerCase();
  for (const repository of world.repositories) {
    const isCurrent = `${repository.owner}/${repository.name}`.toLowerCase() === called;
    const hasMoved = repository.formerNames.some((former) => former.toLowerCase() === called);
    if (isCurrent || hasMoved || String(repository.id) === id) return { repository, hasMoved, rest };
  }
  return null;
}

/** The endpoint that a method and a path below a repository mean, with its parameters. */
export function findEndpoint(
  method: string,
  rest: string,
): { readonly endpoint: Endpoint; readonly parameters: Readonly<Record<string, string>> } | null {
  for (const { endpoint, pattern } of ROUTES) {
    const match = endpoint.method === method ? pattern.exec(rest) : null;
    if (match === null) continue;
    const parameters = Object.entries(match.groups ?? {}).map(
      ([key, value]) => [key, decodeURIComponent(value)] as const,
    );
    return { endpoint, parameters: Object.fromEntries(parameters) };
  }
  return null;
}
