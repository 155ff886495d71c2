import { createRandom, deriveSeed } from '../../../simulator/random.ts';
import type { Clock } from '../../../src/http/types.ts';
import type {
  LedgerRecord,
  RotationLedger,
  Unavailability,
} from '../../../src/operations/rotation/ledger.ts';

/** A ledger in memory, with a clock of its own that has whole seconds only. */
export interface FakeLedger {
  readonly records: LedgerRecord[];
  /** What is in its way; null: nothing. */
  readProblem: Unavailability | null;
  appendProblem: Unavailability | null;
  /** The ledger as one run sees it. */
  open(run: string): RotationLedger;
}

export interface FakeLedgerOptions {
  /** Ahead of the runner's clock; may be negative. */
  readonly skewMilliseconds: number;
  /** Troubles by this seed: of a hundred calls five are refused, and five appended records go unanswered. */
  readonly unkind: number | null;
}

export const DENIED: Unavailability = {
  unavailable: 'deployments cannot be read (403)',
  mend: 'Give the job permissions: deployments: write.',
};
const DOWN: Unavailability = {
  unavailable: 'GitHub does not answer (502)',
  mend: 'Look at its status page.',
};
const TROUBLE_CHANCE = 0.05;

export function createFakeLedger(clock: Clock, { skewMilliseconds, unkind }: FakeLedgerOptions): FakeLedger {
  const now = () => new Date(Math.floor((clock.now() + skewMilliseconds) / 1000) * 1000);
  const random = createRandom(deriveSeed(unkind ?? 0, 'ledger'));
  const draw = () => (unkind === null ? 1 : random.next());
  const ledger: FakeLedger = {
    records: [],
    readProblem: null,
    appendProblem: null,
    open: (run) => ({
      read: async (lineage) => {
        if (draw() < TROUBLE_CHANCE) return DOWN;
        const isOf = (record: LedgerRecord) => JSON.stringify(record.lineage) === JSON.stringify(lineage);
        return ledger.readProblem ?? { records: ledger.records.filter(isOf), readAt: now() };
      },
      append: async (entry) => {
        const chance = draw();
        const problem = ledger.appendProblem ?? ledger.readProblem ?? (chance < TROUBLE_CHANCE ? DOWN : null);
        if (problem !== null) return problem;
        const record = { ...entry, recordId: String(ledger.records.length + 1), at: now(), run };
        ledger.records.push(record);
        return chance < 2 * TROUBLE_CHANCE ? DOWN : record;
      },
    }),
  };
  return ledger;
}
