import type { Clock, Sleep } from '../../src/http/types.ts';

/** An answer is read two turns of the event loop after it came (src/http/leave.ts). */
const TURNS = 4;

/** A clock that only sleeping moves. */
export interface VirtualClock extends Clock {
  readonly sleep: Sleep;
  /** Stands still until the work is done, which waits for something else than this clock. */
  hold<T>(work: Promise<T>): Promise<T>;
}

/**
 * Whenever everything that is under way waits for this clock, it jumps to the next sleeper's time. Sleepers of
 * one time wake in the order in which they lay down, each after the former's work is done. Work that waits for
 * anything else (a real socket) is not waited for.
 */
export function createVirtualClock(startMilliseconds = Date.UTC(2026, 0, 1)): VirtualClock {
  const sleepers: { wakeAt: number; wake: () => void }[] = [];
  let now = startMilliseconds;
  let isTicking = false;
  let held = 0;
  /** Counts what only work does that is under way: it looks at the clock, or lets go of it. */
  let signs = 0;

  /** An immediate runs once no promise is left to settle; after a few without a sign of work all are waiting. */
  function tickLater(): void {
    if (isTicking || sleepers.length === 0) return;
    isTicking = true;
    const before = signs;
    afterTurns(TURNS, () => {
      isTicking = false;
      if (held > 0 || signs !== before) return tickLater();
      const next = sleepers.shift();
      if (next === undefined) return;
      now = Math.max(now, next.wakeAt);
      next.wake();
      tickLater();
    });
  }

  return {
    now: () => {
      signs += 1;
      return now;
    },
    hold: async (work) => {
      held += 1;
      try {
        return await work;
      } finally {
        held -= 1;
        signs += 1;
      }
    },
    sleep: (milliseconds) =>
      new Promise((wake) => {
        const wakeAt = now + Math.max(0, milliseconds);
        const later = sleepers.findIndex((other) => other.wakeAt > wakeAt);
        sleepers.splice(later === -1 ? sleepers.length : later, 0, { wakeAt, wake });
        tickLater();
      }),
  };
}

function afterTurns(turns: number, act: () => void): void {
  setImmediate(turns <= 1 ? act : () => afterTurns(turns - 1, act));
}
