import type { IncomingHttpHeaders } from 'node:http';
import { createQuotas } from './access.ts';
import { createFaultBook, type Fault } from './faults.ts';
import type { LogEntry } from './log.ts';
import { ENDPOINTS } from './routes.ts';
import { type BodyDamage, type Spoilt, spoil } from './troubles.ts';
import { answerVisit, findVisited } from './visit.ts';
import { makeWorld, type Seed, type World } from './world.ts';

export interface HubOptions {
  /** Milliseconds; GitHub's own time is this, and as far ahead of it as its world says. */
  readonly clock: { now(): number };
  /** Where the API begins: empty as on github.com, `/api/v3` as on an Enterprise Server. */
  readonly basePath: string;
  readonly seed: Seed;
}

export interface HubRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What goes over the wire: an answer, the end of the connection, or nothing. */
export type HubAnswer =
  | 'reset'
  | 'stall'
  | {
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
      /** A cut body ends in the middle of what was announced, an endless one goes on for ever. */
      readonly delivery?: 'cut' | 'endless';
    };

/** A fake GitHub without a wire. */
export interface Hub {
  readonly world: World;
  /** Every request in the order of arrival. */
  readonly log: readonly LogEntry[];
  readonly faults: { plan(fault: Fault): void; clear(): void };
  answer(request: HubRequest): HubAnswer;
}

export function createHub({ clock, basePath, seed }: HubOptions): Hub {
  const world = makeWorld(seed, new Date(clock.now() + (seed.clockAheadMilliseconds ?? 0)));
  const quotas = createQuotas(world.callsAnHour);
  const faults = createFaultBook(ENDPOINTS.map(({ name }) => name));
  const log: LogEntry[] = [];

  function answer({ method, url, headers, body }: HubRequest): HubAnswer {
    const path = url.pathname.startsWith(`${basePath}/`) ? url.pathname.slice(basePath.length) : '';
    const endpoint = findVisited(world, { method, path })?.endpoint ?? null;
    const entry: LogEntry = {
      at: new Date(clock.now() + world.clockAheadMilliseconds),
      method,
      path: url.pathname,
      query: url.search,
      endpoint: endpoint?.name ?? null,
      apiVersion: headers['x-github-api-version']?.toString() ?? null,
      body: parse(body),
      actor: null,
      status: null,
      acted: false,
      fault: null,
    };
    log.push(entry);
    const act = () =>
      answerVisit(
        { world, quotas, apiUrl: `${url.origin}${basePath}` },
        { method, path, query: url.searchParams, headers, text: body, entry },
      );
    const fault = endpoint === null ? null : faults.take(endpoint.name);
    entry.fault = fault?.kind ?? null;
    const given = fault === null ? act() : spoil(fault, act, entry.at);
    entry.status = typeof given === 'string' ? null : given.status;
    return write(given, {
      'x-github-request-id': `FAKE:${log.length}`,
      'x-github-media-type': 'github.v3; format=json',
      date: entry.at.toUTCString(),
    });
  }

  return { world, log, faults, answer };
}

/** An answer's text and its headers, among them those that every answer has. */
export function write(given: Spoilt, common: Readonly<Record<string, string>>): HubAnswer {
  if (typeof given === 'string') return given;
  const { status } = given;
  if ('page' in given) {
    return { status, headers: { ...common, 'content-type': 'text/html' }, body: given.page };
  }
  const { json, isUndated = false, damage } = given;
  const type = json === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' };
  const { date, ...undated } = common;
  const dated = isUndated || date === undefined ? undated : common;
  return {
    status,
    headers: { ...dated, ...type, ...given.headers },
    ...damageBody(json === undefined ? '' : JSON.stringify(json), damage),
  };
}

/** An answer without a body has none that could be damaged. */
function damageBody(
  body: string,
  damage: BodyDamage | undefined,
): { readonly body: string; readonly delivery?: 'cut' | 'endless' } {
  if (damage === undefined || body === '') return { body };
  return damage === 'broken' ? { body: body.slice(0, body.length / 2) } : { body, delivery: damage };
}

/** Undefined where there is nothing, or no JSON. */
function parse(body: string): unknown {
  try {
    return body === '' ? undefined : JSON.parse(body);
  } catch {
    return undefined;
  }
}
