import type { Clock, Network, Sleep } from './http/types.ts';
import type { Environment } from './interface/raw-inputs.ts';
import type { RotationLedger } from './operations/rotation/ledger.ts';
import type { StepFiles } from './runner/files.ts';
import type { Runner } from './runner/runner.ts';

/** Everything that varies from run to run, so that a test replaces no module. */
export interface Deps {
  readonly runner: Runner;
  readonly files: StepFiles;
  readonly network: Network;
  readonly clock: Clock;
  readonly sleep: Sleep;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  /** From now on the heap is kept close around what is held, where it would grow to thrice that; it costs time. */
  readonly conserveMemory: () => void;
  /** The roots that the runtime trusts, PEM; asked for only where a chain is checked. */
  readonly readTrustedRoots: () => Promise<readonly string[]>;
  /** Opens the ledger of rotations, which is loaded only then; asks nothing of it yet. */
  readonly openLedger: (access: LedgerAccess) => Promise<RotationLedger>;
}

/** How the ledger is reached. */
export interface LedgerAccess {
  /** Empty where none was given. */
  readonly token: string;
  readonly environment: Environment;
}
