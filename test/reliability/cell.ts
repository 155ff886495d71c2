/** What is done to a call, by what a caller can see of it. The columns of the table. */
export const FAULT_KINDS = ['connection', 'limit', 'server error', 'refusal', 'body'] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

/** What came of one cell. All is well where nothing is wrong. */
export interface Outcome {
  /** What is otherwise than foretold, a sentence each. */
  readonly wrong: readonly string[];
  /** Certificates, records or issues that were made a second time. */
  readonly doubled: number;
  /** What was made, is left, and was not told of. */
  readonly orphans: number;
  /** Secrets that could be read anywhere. */
  readonly leaks: number;
}

/** One call that meets one fault. */
export interface Cell {
  /** Whose call it is; the row of the table. */
  readonly group: string;
  readonly kind: FaultKind;
  /** The call, the fault, and how often or on which page. */
  readonly name: string;
  /** Whether `npm test` plays it too. */
  readonly isInTests: boolean;
  play(): Promise<Outcome>;
}

/** A cell that was played. */
export interface PlayedCell extends Outcome {
  readonly cell: Cell;
}

export function hasPassed({ wrong, doubled, orphans, leaks }: Outcome): boolean {
  return wrong.length === 0 && doubled + orphans + leaks === 0;
}
