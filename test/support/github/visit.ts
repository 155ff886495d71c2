import type { IncomingHttpHeaders } from 'node:http';
import { authorise, identify, type Quotas } from './access.ts';
import type { Answer } from './exchange.ts';
import type { LogEntry } from './log.ts';
import { notFound, Refusal, writeProblem } from './problems.ts';
import { findDestination, findEndpoint } from './routes.ts';
import type { World } from './world.ts';

/** A request as it came, below the API's address. */
export interface Visit {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  /** The body's text; empty where there was none. */
  readonly text: string;
  readonly entry: LogEntry;
}

/** Where visits go. */
export interface Place {
  readonly world: World;
  readonly quotas: Quotas;
  readonly apiUrl: string;
}

/** The endpoint that a visit means; null where there is none. */
export function findVisited(world: World, { method, path }: Pick<Visit, 'method' | 'path'>) {
  const destination = findDestination(world, path);
  const found = destination === null ? null : findEndpoint(method, destination.rest);
  return destination === null || found === null ? null : { ...destination, ...found };
}

/** Carries a request out as GitHub does: who it is, how often, where to, whether it may, and what then. */
export function answerVisit(place: Place, visit: Visit): Answer {
  const visited = findVisited(place.world, visit);
  const headers: Record<string, string> = {};
  try {
    const answer = admit();
    visit.entry.acted = answer.status < 300;
    return { ...answer, headers: { ...headers, ...answer.headers } };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const problem = writeProblem(error, visited?.endpoint.documentation ?? '');
    return { ...problem, headers };
  }

  function admit(): Answer {
    const { world, quotas, apiUrl } = place;
    const { entry, query, text, method } = visit;
    const actor = identify(world, visit.headers);
    entry.actor = actor.login;
    if (actor.oauthScopes !== undefined) headers['x-oauth-scopes'] = actor.oauthScopes.join(', ');
    const quota = quotas.count(actor, entry.at);
    Object.assign(headers, quota.headers);
    if (quota.isOver) throw new Refusal(403, 'API rate limit exceeded for installation ID 1.');
    if (visited === null) throw notFound();
    const { endpoint, repository, parameters } = visited;
    headers['x-accepted-github-permissions'] = `${endpoint.scope}=${endpoint.level}`;
    if (visited.hasMoved) {
      headers.location = `${apiUrl}/repositories/${repository.id}${visited.rest}`;
      throw new Refusal(method === 'GET' ? 301 : 307, 'Moved Permanently');
    }
    authorise(actor, repository, endpoint);
    if (text !== '' && entry.body === undefined) throw new Refusal(400, 'Problems parsing JSON');
    return endpoint.answer({
      world,
      repository,
      actor,
      parameters,
      query,
      body: entry.body,
      apiUrl,
      now: entry.at,
    });
  }
}
