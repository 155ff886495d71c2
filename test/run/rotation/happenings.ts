import fc from 'fast-check';
import { DENIED, type FakeLedger } from './fake-ledger.ts';

/** What happens in every world: runs, time, and troubles of the ledger. */
export type SharedHappening =
  | { readonly kind: 'run'; readonly phases: string }
  | { readonly kind: 'pass'; readonly milliseconds: number }
  | { readonly kind: 'ledger'; readonly turn: LedgerTurn };

export const LEDGER_TURNS = ['lost', 'denied', 'read only', 'back'] as const;
export type LedgerTurn = (typeof LEDGER_TURNS)[number];

/** Which of the things that there are something happens to. */
export const pick = fc.nat({ max: 5 });

/** The one of the things that was picked; undefined where there is none. */
export function pickFrom<Thing>(things: readonly Thing[], picked: number): Thing | undefined {
  return things[picked % Math.max(1, things.length)];
}

export function makeRuns(...phases: readonly string[]): fc.WeightedArbitrary<SharedHappening> {
  return {
    weight: 8,
    arbitrary: fc.record({ kind: fc.constant('run' as const), phases: fc.constantFrom(...phases) }),
  };
}

export function makePauses(...milliseconds: readonly number[]): fc.WeightedArbitrary<SharedHappening> {
  return {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('pass' as const),
      milliseconds: fc.constantFrom(...milliseconds),
    }),
  };
}

export function makeLedgerTurns(
  weight: number,
  turns: readonly LedgerTurn[] = LEDGER_TURNS,
): fc.WeightedArbitrary<SharedHappening> {
  return {
    weight,
    arbitrary: fc.record({ kind: fc.constant('ledger' as const), turn: fc.constantFrom(...turns) }),
  };
}

/** Loses, denies or gives back the ledger. */
export function turnLedger(ledger: FakeLedger, turn: LedgerTurn): void {
  if (turn === 'lost') ledger.records.length = 0;
  ledger.readProblem = turn === 'denied' ? DENIED : null;
  ledger.appendProblem = turn === 'read only' ? DENIED : null;
}
