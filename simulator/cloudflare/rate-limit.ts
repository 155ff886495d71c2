import type { Clock } from '../vendor.ts';
import { CODES } from './codes.ts';
import { Refusal } from './envelope.ts';
import type { CloudflareOptions } from './options.ts';

interface Window {
  readonly endsAt: number;
  used: number;
  blocked: boolean;
}

export interface RateLimit {
  /**
   * Counts one request.
   * @throws {Refusal} 429 where the quota is spent; everything is refused for the following window then.
   */
  count(owner: string): void;
  /** `Ratelimit` and `Ratelimit-Policy` as they stand for an owner. */
  makeHeaders(owner: string): Record<string, string>;
}

/** Cloudflare's global limit (documentation, Fundamentals, API, Rate limits). */
export function createRateLimit({ requestQuota }: CloudflareOptions, clock: Clock): RateLimit {
  const { requests, seconds } = requestQuota;
  const windows = new Map<string, Window>();
  const open = (owner: string, blocked: boolean): Window => {
    const window = { endsAt: clock.now() + seconds * 1000, used: 0, blocked };
    windows.set(owner, window);
    return window;
  };
  const current = (owner: string): Window => {
    const window = windows.get(owner);
    return window === undefined || window.endsAt <= clock.now() ? open(owner, false) : window;
  };
  const secondsLeft = (window: Window) => Math.ceil((window.endsAt - clock.now()) / 1000);
  return {
    count: (owner) => {
      let window = current(owner);
      window.used += 1;
      if (!window.blocked && window.used > requests) window = open(owner, true);
      if (!window.blocked) return;
      const message = `More than ${requests} requests per ${seconds} seconds reached. Please wait and consider throttling your request speed`;
      throw new Refusal(429, [{ code: CODES.rateLimited, message }], {
        'retry-after': String(secondsLeft(window)),
      });
    },
    makeHeaders: (owner) => {
      const window = current(owner);
      const left = window.blocked ? 0 : Math.max(0, requests - window.used);
      return {
        ratelimit: `"default";r=${left};t=${secondsLeft(window)}`,
        'ratelimit-policy': `"default";q=${requests};w=${seconds}`,
      };
    },
  };
}
