import type { EndpointName } from './endpoints.ts';
import type { FaultPlan } from './faults.ts';
import { createRandom, deriveSeed } from './random.ts';

/** The chance of a 429, and of a write whose answer is lost. */
const MISHAP_CHANCE = 0.05;
/** A token that an API gives out ends after so many calls: from, and how many more at most. */
const FEWEST_TOKEN_CALLS = 2;
const MORE_TOKEN_CALLS = 20;
/** A state change takes up to so many times as long. */
const SLOWEST_SETTLING_FACTOR = 4;

/** Troubles drawn by a seed. */
export interface Unkind {
  /** The fault for the next call of an endpoint, or null. */
  drawFault(endpoint: EndpointName, writes: boolean): FaultPlan | null;
  /** By how much the next state change of a thing is slower: 1 to 4. */
  drawSlowness(thing: string): number;
  /** After how many calls a token ends that an API has given out. */
  drawTokenCalls(session: string): number;
  /** The same rows in an order of this call's own. */
  reorder<Row>(list: string, rows: readonly Row[]): Row[];
}

/**
 * Every draw depends on the seed, on what it is for, and on how often that was drawn before: calls to other
 * endpoints, even side by side, do not change it.
 */
export function createUnkind(seed: number): Unkind {
  const counts = new Map<string, number>();
  const draw = (purpose: string) => {
    const count = (counts.get(purpose) ?? 0) + 1;
    counts.set(purpose, count);
    return createRandom(deriveSeed(seed, purpose, count));
  };
  return {
    drawFault: (endpoint, writes) => {
      const chance = draw(`fault ${endpoint}`).next();
      if (chance < MISHAP_CHANCE) {
        return { endpoint, kind: 'status', status: 429 };
      }
      return writes && chance < 2 * MISHAP_CHANCE ? { endpoint, kind: 'lost-answer' } : null;
    },
    drawSlowness: (thing) => 1 + draw(`slowness ${thing}`).next() * (SLOWEST_SETTLING_FACTOR - 1),
    drawTokenCalls: (session) => FEWEST_TOKEN_CALLS + draw(`token ${session}`).integer(MORE_TOKEN_CALLS + 1),
    reorder: (list, rows) => draw(`order ${list}`).shuffle(rows),
  };
}
