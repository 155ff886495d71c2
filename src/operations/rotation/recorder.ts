import { OperationError } from '../outcome.ts';
import type { LedgerEntry, LedgerRecord } from './ledger.ts';
import type { LedgerBook } from './ledger-book.ts';
import type { RotationProgress } from './outcome.ts';

type Entry = Pick<LedgerEntry, 'phase' | 'previous' | 'successor'> & Partial<LedgerEntry>;

/** Writes what is about to happen and what has happened into the ledger. */
export interface Recorder {
  /**
   * Before an act. Where the ledger could be used and fails now, nothing is done: what follows could not be proved.
   * @returns null where there was no ledger from the beginning.
   * @throws OperationError
   */
  announce(entry: Entry): Promise<LedgerRecord | null>;
  /** After an act, which stays done: a ledger that fails is told as a warning, and the next run records it. */
  confirm(entry: Entry): Promise<void>;
}

export function createRecorder(book: LedgerBook, progress: RotationProgress): Recorder {
  const append = (entry: Entry) => book.append({ publicKeySha256: null, knownIds: [], ...entry });
  return {
    async announce(entry) {
      const wasUsable = book.view.unavailability === null;
      const record = await append(entry);
      const { unavailability } = book.view;
      if (record !== null || !wasUsable || unavailability === null) return record;
      progress.learn({ ledgerProblem: unavailability });
      throw new OperationError(
        `The ledger cannot be written (${unavailability.unavailable}), so '${entry.phase}' was not begun.`,
        `${unavailability.mend} Then run again; nothing was changed at the vendor by this phase.`,
      );
    },
    async confirm(entry) {
      const wasUsable = book.view.unavailability === null;
      const record = await append(entry);
      const { unavailability } = book.view;
      if (record !== null || !wasUsable || unavailability === null) return;
      progress.learn({ ledgerProblem: unavailability });
      progress.warn(
        `'${entry.phase}' is done and could not be recorded (${unavailability.unavailable}); the next run records it, and waits from then on. ${unavailability.mend}`,
      );
    },
  };
}
