import type { CertificateReference, LedgerRecord } from './ledger.ts';

/** What the records of a lineage mean together. */
export interface LineageHistory {
  /** Nothing was ever recorded: a first rotation, or a ledger that was lost. */
  readonly isEmpty: boolean;
  /** The successor that the records name, neither promoted nor given up since. */
  readonly namedSuccessorId: string | null;
  /** Begun makings that no successor was named for since, the oldest first. */
  readonly openStagings: readonly LedgerRecord[];
  /** When a certificate's soak began: it was ready then. Null where that is not on record since its last end. */
  findStaging(id: string): LedgerRecord | null;
  /** The last time that a certificate was about to serve, or ready to. */
  findIntent(id: string): LedgerRecord | null;
  /** The record that proves its last promotion; null where it was staged or promoted anew since. */
  findPromotion(id: string): LedgerRecord | null;
  /** The last proved promotion of all. */
  readonly lastPromotion: LedgerRecord | null;
  /** Certificates that were replaced and not yet taken away, the last one first, with the proof of that. */
  readonly replacements: readonly {
    readonly previous: CertificateReference;
    readonly promotion: LedgerRecord;
  }[];
  /** The last failed promotion, where nothing was staged or promoted since. */
  readonly lastFailure: LedgerRecord | null;
  /** Served once or failed to, and not staged again since: no run takes them by itself. */
  readonly setAsideIds: ReadonlySet<string>;
  /** Keys that were announced, and of which neither a promotion nor an end is on record, the oldest first. */
  readonly openKeys: readonly OpenKey[];
}

/** A key that a run announced, as far as the records know what became of it. */
export interface OpenKey {
  readonly publicKeySha256: string;
  /** The last that was heard of it. */
  readonly at: Date;
  /** Which run announced it; null where it is not known. */
  readonly run: string | null;
  /**
   * Its certificate, where that was about to be kept: then clients may have its key. Null: it was not kept, and once
   * the run is dead nobody has the key.
   */
  readonly certificate: CertificateReference | null;
}

/** Reads a lineage's records, which are in the order in which they were appended. */
export function readHistory(records: readonly LedgerRecord[]): LineageHistory {
  let namedSuccessorId: string | null = null;
  let openStagings: readonly LedgerRecord[] = [];
  let lastPromotion: LedgerRecord | null = null;
  let lastFailure: LedgerRecord | null = null;
  const stagings = new Map<string, LedgerRecord>();
  const intents = new Map<string, LedgerRecord>();
  const promotions = new Map<string, LedgerRecord>();
  const replacements = new Map<string, { previous: CertificateReference; promotion: LedgerRecord }>();
  const setAsideIds = new Set<string>();
  const openKeys = new Map<string, OpenKey>();

  for (const record of records) {
    const { phase, previous, publicKeySha256 } = record;
    const id = record.successor?.id ?? null;
    if (phase === 'retired') {
      if (previous !== null) replacements.delete(previous.id);
      if (publicKeySha256 !== null) openKeys.delete(publicKeySha256);
      continue;
    }
    if (publicKeySha256 !== null) {
      if (phase === 'promoted') openKeys.delete(publicKeySha256);
      else {
        // The place of a key in the order is that of its announcement.
        const certificate = record.successor ?? openKeys.get(publicKeySha256)?.certificate ?? null;
        openKeys.set(publicKeySha256, { publicKeySha256, at: record.at, run: record.run, certificate });
      }
    }
    if (id === null) {
      if (phase === 'staging') openStagings = [...openStagings, record];
      continue;
    }
    openStagings = [];
    switch (phase) {
      case 'staging':
      case 'staged':
        namedSuccessorId = id;
        setAsideIds.delete(id);
        promotions.delete(id);
        lastFailure = null;
        if (phase === 'staged') stagings.set(id, record);
        intents.set(id, record);
        break;
      case 'promoting':
        promotions.delete(id);
        intents.set(id, record);
        break;
      case 'promoted':
        if (namedSuccessorId === id) namedSuccessorId = null;
        setAsideIds.add(id);
        promotions.set(id, record);
        lastPromotion = record;
        lastFailure = null;
        // What was kept by now is this one: clients may still have a key that may have been kept before it.
        for (const { publicKeySha256: hash, certificate } of [...openKeys.values()]) {
          if (certificate === null) continue;
          openKeys.delete(hash);
          replacements.set(certificate.id, { previous: certificate, promotion: record });
        }
        // Taken out first, so that the last one replaced comes last.
        if (previous !== null) {
          replacements.delete(previous.id);
          replacements.set(previous.id, { previous, promotion: record });
        }
        replacements.delete(id);
        break;
      case 'rolling-back':
      case 'rolled-back':
      case 'rollback-failed':
        if (namedSuccessorId === id) namedSuccessorId = null;
        setAsideIds.add(id);
        stagings.delete(id);
        lastFailure = record;
        break;
    }
  }

  return {
    isEmpty: records.length === 0,
    namedSuccessorId,
    openStagings,
    findStaging: (id) => stagings.get(id) ?? null,
    findIntent: (id) => intents.get(id) ?? null,
    findPromotion: (id) => promotions.get(id) ?? null,
    lastPromotion,
    replacements: [...replacements.values()].reverse(),
    lastFailure,
    setAsideIds,
    openKeys: [...openKeys.values()],
  };
}
