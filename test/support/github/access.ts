import type { IncomingHttpHeaders } from 'node:http';
import type { Endpoint } from './exchange.ts';
import { notFound, Refusal } from './problems.ts';
import type { Actor, Repository, World } from './world.ts';

const HOUR_MILLISECONDS = 3_600_000;

/**
 * Who calls.
 * @throws Refusal where the token is unknown.
 */
export function identify(world: World, headers: IncomingHttpHeaders): Actor {
  const [, token] = /^(?:token|bearer) (.+)$/i.exec(headers.authorization ?? '') ?? [];
  if (token === undefined) throw new Refusal(401, 'Requires authentication');
  const actor = world.tokens.get(token);
  if (actor === undefined) throw new Refusal(401, 'Bad credentials');
  return actor;
}

/**
 * Lets a call in, or does not.
 * @throws Refusal where the actor may not see the repository, or may not do that in it.
 */
export function authorise(
  actor: Actor,
  repository: Repository,
  { scope, level }: Pick<Endpoint, 'scope' | 'level'>,
): void {
  const isMember = actor.repositories.includes(`${repository.owner}/${repository.name}`);
  if (repository.isPrivate && !isMember) throw notFound();
  const held = isMember ? actor.permissions[scope] : undefined;
  const isPublicReading = level === 'read' && !repository.isPrivate;
  if (!isPublicReading && held !== 'write' && (level === 'write' || held !== 'read')) {
    const kind = actor.kind === 'integration' ? 'integration' : 'personal access token';
    throw new Refusal(403, `Resource not accessible by ${kind}`);
  }
  if (repository.isArchived && level === 'write') {
    throw new Refusal(403, 'Repository was archived so is read-only.');
  }
}

/** The hourly quota of each token. */
export interface Quotas {
  /** Counts one call. @returns the headers that tell how much is left, and whether it is too much. */
  count(
    actor: Actor,
    now: Date,
  ): { readonly headers: Readonly<Record<string, string>>; readonly isOver: boolean };
}

export function createQuotas(callsAnHour: number): Quotas {
  const windows = new Map<Actor, { resetAt: number; used: number }>();
  return {
    count(actor, now) {
      let window = windows.get(actor);
      if (window === undefined || window.resetAt <= now.getTime()) {
        window = { resetAt: now.getTime() + HOUR_MILLISECONDS, used: 0 };
        windows.set(actor, window);
      }
      window.used += 1;
      const left = Math.max(0, callsAnHour - window.used);
      return {
        isOver: window.used > callsAnHour,
        headers: {
          'x-ratelimit-limit': String(callsAnHour),
          'x-ratelimit-remaining': String(left),
          'x-ratelimit-reset': String(Math.ceil(window.resetAt / 1000)),
          'x-ratelimit-used': String(Math.min(window.used, callsAnHour)),
          'x-ratelimit-resource': 'core',
        },
      };
    },
  };
}
