import { parseRatelimit } from './ratelimit-header.ts';
import type { Quota } from './transport.ts';
import type { Clock, Sleep } from './types.ts';

/** Cloudflare refuses everything for five minutes after an excess (Cloudflare API reference, Rate limits). */
const LONGEST_HOLD_MILLISECONDS = 300_000;
/** The header's seconds are rounded, so that one window is told with slightly different ends. */
const ROUNDING_MILLISECONDS = 1000;
/** The key of calls that no quota is known for. */
const UNLIMITED = '*';

/** Leave to send one call. */
export interface Turn {
  /** The call's place in line; a repeat that shows it goes before calls that came later. */
  readonly ticket: number;
  /** Must be called once, when the call was answered or failed. */
  finish(answer: { ratelimit?: string | undefined; holdMilliseconds?: number | undefined }): void;
}

/** Holds calls back so that no quota and no vendor's warning is run into. */
export interface RateLimiter {
  /**
   * Waits for leave to send a call, first come first served within each quota.
   * @throws the repeat's `refusal` as soon as it is known that leave cannot come before its deadline; the reason of
   * `abandoned` once that is aborted.
   */
  enter(quotas: readonly Quota[], details?: EntryDetails): Promise<Turn>;
}

export interface EntryDetails {
  readonly repeat?: Repeat | undefined;
  readonly abandoned?: AbortSignal | undefined;
}

/** A call that was sent before. */
export interface Repeat {
  readonly ticket: number;
  /** Milliseconds since the epoch. */
  readonly deadline: number;
  readonly refusal: () => Error;
}

interface Waiting {
  readonly ticket: number;
  readonly deadline: number;
  readonly lanes: readonly Lane[];
  readonly quotas: readonly Quota[];
  readonly admit: (turn: Turn) => void;
  readonly refuse: () => void;
}

/** What is known of one quota's key. */
interface Lane {
  underWay: number;
  /** When calls were answered, oldest first: by then at the latest the vendor has counted them. */
  answered: number[];
  heldUntil: number;
  /** The vendor's own count, by policy. */
  readonly gates: Map<string, { remaining: number; resetAt: number }>;
}

export function createRateLimiter(
  { concurrency }: { concurrency: number },
  { clock, sleep }: { clock: Clock; sleep: Sleep },
): RateLimiter {
  const lanes = new Map<string, Lane>();
  const waiting: Waiting[] = [];
  let underWay = 0;
  let nextTicket = 0;
  let wakeAt = Number.POSITIVE_INFINITY;

  function laneOf(key: string): Lane {
    const lane = lanes.get(key) ?? { underWay: 0, answered: [], heldUntil: 0, gates: new Map() };
    lanes.set(key, lane);
    return lane;
  }

  /** Starts whoever may start, turns away whoever is too late, and sees to it that the next is woken. */
  function advance(): void {
    const now = clock.now();
    const blocked = new Set<Lane>();
    let next = Number.POSITIVE_INFINITY;
    for (const entry of [...waiting]) {
      const readyAt = findReadyTime(entry, now);
      if (Math.max(readyAt, now) >= entry.deadline) {
        leave(entry);
        entry.refuse();
        continue;
      }
      if (readyAt <= now && underWay < concurrency && !entry.lanes.some((lane) => blocked.has(lane))) {
        leave(entry);
        entry.admit(start(entry));
        continue;
      }
      for (const lane of entry.lanes) blocked.add(lane);
      next = Math.min(next, entry.deadline, readyAt > now ? readyAt : next);
    }
    wake(next, now);
  }

  function leave(entry: Waiting): void {
    waiting.splice(waiting.indexOf(entry), 1);
  }

  function wake(time: number, now: number): void {
    if (time >= wakeAt) return;
    wakeAt = time;
    void sleep(Math.max(1, Math.ceil(time - now))).then(() => {
      if (wakeAt === time) wakeAt = Number.POSITIVE_INFINITY;
      advance();
    });
  }

  function start(entry: Waiting): Turn {
    underWay += 1;
    for (const lane of entry.lanes) lane.underWay += 1;
    return {
      ticket: entry.ticket,
      finish({ ratelimit, holdMilliseconds }) {
        const now = clock.now();
        underWay -= 1;
        for (const [index, lane] of entry.lanes.entries()) {
          lane.underWay -= 1;
          const quota = entry.quotas[index];
          if (quota !== undefined) count(lane, quota, now);
          note(lane, { ratelimit, holdMilliseconds }, now);
        }
        advance();
      },
    };
  }

  return {
    enter(quotas, { repeat, abandoned } = {}) {
      const ticket = repeat?.ticket ?? nextTicket++;
      const keys = quotas.length === 0 ? [UNLIMITED] : quotas.map((quota) => quota.key);
      return new Promise((resolve, reject) => {
        if (abandoned?.aborted === true) return reject(abandoned.reason);
        const giveUp = () => {
          leave(entry);
          reject(abandoned?.reason);
          advance();
        };
        const settle = () => abandoned?.removeEventListener('abort', giveUp);
        const entry: Waiting = {
          ticket,
          deadline: repeat?.deadline ?? Number.POSITIVE_INFINITY,
          lanes: keys.map(laneOf),
          quotas,
          admit: (turn) => {
            settle();
            resolve(turn);
          },
          refuse: () => {
            settle();
            reject(repeat?.refusal());
          },
        };
        abandoned?.addEventListener('abort', giveUp, { once: true });
        const later = waiting.findIndex((other) => other.ticket > ticket);
        waiting.splice(later === -1 ? waiting.length : later, 0, entry);
        advance();
      });
    },
  };
}

/** The earliest time that an entry's own quotas and the vendor's warnings leave it. */
function findReadyTime({ lanes, quotas }: Waiting, now: number): number {
  let readyAt = 0;
  for (const [index, lane] of lanes.entries()) {
    readyAt = Math.max(readyAt, lane.heldUntil);
    for (const gate of lane.gates.values()) {
      if (gate.resetAt > now && gate.remaining <= lane.underWay) readyAt = Math.max(readyAt, gate.resetAt);
    }
    const quota = quotas[index];
    if (quota !== undefined) readyAt = Math.max(readyAt, findOpening(lane, quota, now));
  }
  return readyAt;
}

/** When a quota has room. One under way may be counted by the vendor only now, however long ago it was sent. */
function findOpening({ answered, underWay }: Lane, quota: Quota, now: number): number {
  const free = quota.calls - underWay;
  if (free <= 0) return now + quota.windowMilliseconds;
  const oldest = answered.at(-free);
  return oldest === undefined ? 0 : oldest + quota.windowMilliseconds;
}

/** Notes an answered call, and lets go of those that have left the window. */
function count({ answered }: Lane, { windowMilliseconds }: Quota, now: number): void {
  answered.push(now);
  const kept = answered.findIndex((time) => time > now - windowMilliseconds);
  answered.splice(0, kept);
}

/** Takes in what an answer says; one that says nothing has still used up a call. */
function note(
  lane: Lane,
  answer: { ratelimit: string | undefined; holdMilliseconds: number | undefined },
  now: number,
): void {
  const hold = Math.min(answer.holdMilliseconds ?? 0, LONGEST_HOLD_MILLISECONDS);
  if (hold > 0) lane.heldUntil = Math.max(lane.heldUntil, now + hold);
  const told = parseRatelimit(answer.ratelimit);
  if (told.length === 0) {
    for (const gate of lane.gates.values()) gate.remaining -= 1;
    return;
  }
  // What has ended says nothing any more; a vendor may name its policies anew each time.
  for (const [name, { resetAt }] of lane.gates) if (resetAt <= now) lane.gates.delete(name);
  for (const { name, remaining, resetMilliseconds } of told) {
    const resetAt = now + Math.min(resetMilliseconds, LONGEST_HOLD_MILLISECONDS);
    const gate = lane.gates.get(name);
    const isSameWindow =
      gate !== undefined && now < gate.resetAt && resetAt <= gate.resetAt + ROUNDING_MILLISECONDS;
    // Answers overtake each other: within one window the lowest count is the true one.
    if (isSameWindow) gate.remaining = Math.min(gate.remaining, remaining);
    else lane.gates.set(name, { remaining, resetAt });
  }
}
