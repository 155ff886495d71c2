import type { Certificate } from '../certificate/certificate.ts';
import type { Clock, HttpCall, Sleep } from '../http/types.ts';
import type { Request } from '../interface/request.ts';
import type { CredentialCheck, Provider } from '../providers/provider.ts';

/** What an operation has found out and done so far; complete once it returns, and as far as it got where it fails. */
export interface Outcome {
  readonly certificates: readonly Certificate[];
  /**
   * How the certificates came to be in the outcome: `listed` without a filter on status (dormant ones do not
   * count in a verdict), `named` by the request (all count), `none` where it does not end with certificates.
   */
  readonly selection: 'listed' | 'named' | 'none';
  /** Null where it does not apply, or cannot be known after a failure. */
  readonly changed: boolean | null;
  readonly adopted: boolean | null;
  readonly warnings: readonly string[];
  /** What a dry run would have sent. */
  readonly planned: readonly HttpCall[];
  readonly check: CredentialCheck | null;
  /** The key that was made on the runner; null where none was. */
  readonly privateKeyPath: string | null;
  /** The signing request that was sent. */
  readonly csrPath: string | null;
}

/** Collects the outcome while an operation runs, so that a failure loses nothing of it. */
export interface Progress {
  readonly outcome: Outcome;
  learn(facts: Partial<Outcome>): void;
  /** Adds a sentence that people must see. */
  warn(sentence: string): void;
}

/** Starts with nothing known. */
export function createProgress(): Progress {
  let outcome: Outcome = {
    certificates: [],
    selection: 'none',
    changed: null,
    adopted: null,
    warnings: [],
    planned: [],
    check: null,
    privateKeyPath: null,
    csrPath: null,
  };
  return {
    get outcome() {
      return outcome;
    },
    learn(facts) {
      outcome = { ...outcome, ...facts };
    },
    warn(sentence) {
      outcome = { ...outcome, warnings: [...outcome.warnings, sentence] };
    },
  };
}

/** What an operation works with. */
export interface OperationContext {
  readonly request: Request;
  readonly provider: Provider;
  readonly clock: Clock;
  readonly sleep: Sleep;
  /** A line of progress for the log. */
  readonly log: (line: string) => void;
  readonly progress: Progress;
  readonly materials: Materials;
}

/** Where keys and certificates come from and go to. */
export interface Materials {
  /** @throws an Error with the system's code where the file cannot be read. */
  read(path: string): Promise<string>;
  /** Writes a file that only the step's user can read; returns its path. */
  write(name: string, content: string): Promise<string>;
  /** From now on nothing shows it. */
  mask(secret: string): void;
  /** The roots that the runtime trusts, PEM. */
  readTrustedRoots(): Promise<readonly string[]>;
}

/** An operation could not be done, or was refused; says what, and how to mend it. */
export class OperationError extends Error {
  override readonly name = 'OperationError';
  readonly mend: string;

  constructor(message: string, mend: string, cause?: unknown) {
    super(message, { cause });
    this.mend = mend;
  }
}
