import type { Clock } from '../vendor.ts';
import { ERROR_IDS, Refusal, refuse } from './errors.ts';
import type { ZscalerOptions } from './options.ts';

/** Requests of the last seconds, counted apart for each thing that has a quota. */
interface SlidingWindow {
  /** Counts a request; null where it may pass, else the milliseconds until one may. */
  count(thing: string, quota: number): number | null;
}

function createSlidingWindow(seconds: number, clock: Clock): SlidingWindow {
  const times = new Map<string, number[]>();
  return {
    count: (thing, quota) => {
      const now = clock.now();
      const recent = (times.get(thing) ?? []).filter((time) => time > now - seconds * 1000);
      times.set(thing, recent);
      const blocking = recent[recent.length - quota];
      if (recent.length >= quota) return (blocking ?? now) + seconds * 1000 - now;
      recent.push(now);
      return null;
    },
  };
}

export interface RateLimit {
  /**
   * Counts a request to one endpoint. The quota belongs to the path, ids aside, and to reading or writing.
   * @throws {Refusal} 429 with `retry-after`
   */
  count(pathTemplate: string, method: string): void;
}

/** ZPA's own limit (ZPA help, Rate Limiting; recorded: the 21st read of one endpoint within 10 s was refused). */
export function createRateLimit({ quota, retryAfterForm }: ZscalerOptions, clock: Clock): RateLimit {
  const window = createSlidingWindow(quota.seconds, clock);
  return {
    count: (pathTemplate, method) => {
      const reads = method === 'GET';
      const allowed = reads ? quota.reads : quota.writes;
      const wait = window.count(`${reads ? 'read' : 'write'} ${pathTemplate}`, allowed);
      if (wait === null) return;
      const seconds = Math.max(1, Math.ceil(wait / 1000));
      throw refuse(
        429,
        ERROR_IDS.tooManyRequests,
        `Too many requests: ${allowed} ${reads ? 'reads' : 'writes'} in ${quota.seconds} seconds are allowed`,
        { exception: 'Rate limit exceeded' },
        { 'retry-after': retryAfterForm === 'unit' ? `${seconds}s` : String(seconds) },
      );
    },
  };
}

/** The quota of OneAPI's gateway: another limiter, which tells of itself in every answer. */
export interface GatewayQuota {
  /** @throws {Refusal} 429 without `retry-after` */
  count(): void;
  makeHeaders(): Record<string, string>;
}

export function createGatewayQuota({ gatewayQuota }: ZscalerOptions, clock: Clock): GatewayQuota {
  const { requests, seconds } = gatewayQuota;
  let endsAt = 0;
  let used = 0;
  const turn = () => {
    if (clock.now() < endsAt) return;
    endsAt = clock.now() + seconds * 1000;
    used = 0;
  };
  return {
    count: () => {
      turn();
      used += 1;
      if (used <= requests) return;
      const json = { detail: 'API rate limit exceeded', type: '', title: '', status: '' };
      throw new Refusal(json.detail, { status: 429, headers: {}, json });
    },
    makeHeaders: () => {
      turn();
      return {
        'x-ratelimit-limit': `${requests}, ${requests};w=${seconds}`,
        'x-ratelimit-remaining': String(Math.max(0, requests - used)),
        'x-ratelimit-reset': String(Math.ceil((endsAt - clock.now()) / 1000)),
      };
    },
  };
}
