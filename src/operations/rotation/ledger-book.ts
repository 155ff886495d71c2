import type { Clock } from '../../http/types.ts';
import type { Lineage } from '../../providers/rotation.ts';
import type { LedgerEntry, LedgerRecord, RotationLedger, Unavailability } from './ledger.ts';

/** What a decision knows of the ledger. */
export interface LedgerView {
  /** Null where it can be used; else the records are those of this run alone. */
  readonly unavailability: Unavailability | null;
  /** In the order in which they were appended. */
  readonly records: readonly LedgerRecord[];
  /** Now, by the ledger's clock: soak and overlap are measured by one clock only. */
  readonly now: Date;
}

/** The ledger during one run: read once, and kept up to date with what the run appends. */
export interface LedgerBook {
  readonly view: LedgerView;
  refresh(): Promise<void>;
  /** Appends a record; null where the ledger cannot be used, and then the run remembers it alone. */
  append(entry: Omit<LedgerEntry, 'lineage'>): Promise<LedgerRecord | null>;
}

/** Opens the lineage's records. */
export async function openLedgerBook(
  ledger: RotationLedger,
  lineage: Lineage,
  clock: Clock,
): Promise<LedgerBook> {
  let unavailability: Unavailability | null = null;
  let records: readonly LedgerRecord[] = [];
  let serverAhead = 0;

  const refresh = async (): Promise<void> => {
    const reading = await ledger.read(lineage);
    if ('unavailable' in reading) {
      unavailability = reading;
      return;
    }
    records = reading.records;
    serverAhead = reading.readAt.getTime() - clock.now();
  };
  const now = () => new Date(clock.now() + serverAhead);
  await refresh();

  return {
    get view() {
      return { unavailability, records, now: now() };
    },
    refresh,
    async append(entry) {
      const appended = unavailability ?? (await ledger.append({ ...entry, lineage }));
      if (!('unavailable' in appended)) {
        records = [...records, appended];
        return appended;
      }
      unavailability = appended;
      records = [...records, { ...entry, lineage, recordId: '', at: now(), run: null }];
      return null;
    },
  };
}
