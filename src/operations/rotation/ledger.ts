import type { Lineage } from '../../providers/rotation.ts';

/**
 * What happened to a lineage, as append-only records elsewhere. It says when and whose; what exists and what serves
 * the provider says. Losing it delays a rotation, never hastens it.
 */
export interface RotationLedger {
  /** Every record of the lineage, in the order in which they were appended. Never rejects for what is unavailable. */
  read(lineage: Lineage): Promise<LedgerReading>;
  /** Appends one record; it has arrived once this resolves with it. */
  append(entry: LedgerEntry): Promise<LedgerRecord | Unavailability>;
}

export type LedgerReading =
  | {
      readonly records: readonly LedgerRecord[];
      /** The ledger's own time of the reading (the answer's Date header), not the runner's. */
      readonly readAt: Date;
    }
  | Unavailability;

/** Why the ledger cannot be read or written, and how to mend that: a permission to give, a service to wait for. */
export interface Unavailability {
  /** One clause: `deployments cannot be read (403)`. */
  readonly unavailable: string;
  readonly mend: string;
}

/**
 * `staging`: a successor is about to be made, or (with its id) was made and is not ready yet. `staged`: it is ready,
 * and its soak begins. `promoting`: it is about to serve; with a key's hash and no successor, a key
 * was made for it, and with both, that key is about to be kept. `promoted`: it was proved to serve, and the overlap
 * begins. `rolling-back`: it cannot serve, and the old one is about to serve again. `rolled-back`: it does.
 * `rollback-failed`: it could not be set to. `retired`: the old one was taken away; with a
 * key's hash, what was made for that key is given up (`previous` is null where nothing was made).
 */
export type LedgerPhase =
  | 'staging'
  | 'staged'
  | 'promoting'
  | 'promoted'
  | 'rolling-back'
  | 'rolled-back'
  | 'rollback-failed'
  | 'retired';

/** One record as it is appended. It holds nothing secret. */
export interface LedgerEntry {
  readonly lineage: Lineage;
  readonly phase: LedgerPhase;
  /** The certificate that is replaced; null in a first installation. */
  readonly previous: CertificateReference | null;
  /** Null before it is made. */
  readonly successor: CertificateReference | null;
  /**
   * SHA-256 over the new key's SubjectPublicKeyInfo, lower-case hex; null where the vendor makes the key. With
   * `retired` that of a key that is given up, else null.
   */
  readonly publicKeySha256: string | null;
  /**
   * With `staging` before a successor is made: ids that were there and could pass for it, so that a new one is told
   * from them. Else empty.
   */
  readonly knownIds: readonly string[];
}

/** A certificate as a record names it. */
export interface CertificateReference {
  readonly id: string;
  readonly fingerprint: string | null;
}

/** One record as it is read. */
export interface LedgerRecord extends LedgerEntry {
  /** The ledger's own id of the record. */
  readonly recordId: string;
  /** When it was appended, by the ledger's clock. */
  readonly at: Date;
  /** Which run appended it, as people find it (an address or a number); null where it is not known. */
  readonly run: string | null;
}

/** A ledger that is not there at all. */
export function createMissingLedger(unavailability: Unavailability): RotationLedger {
  return { read: async () => unavailability, append: async () => unavailability };
}
