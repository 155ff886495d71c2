import type { KeyAndCsr, KeyRequest } from '../../certificate/material/key-pair.ts';
import type { ServedCertificateProbe } from '../../http/served-certificate.ts';
import type { Clock, HttpCall, Sleep } from '../../http/types.ts';
import type { RotationRequest } from '../../interface/rotation-request.ts';
import type { Provider } from '../../providers/provider.ts';
import type { Materials } from '../outcome.ts';
import type { Decision } from './decision.ts';
import type { GateReader } from './gates.ts';
import type { RotationLedger, Unavailability } from './ledger.ts';
import type { RotationPlan } from './plan.ts';
import type { SecretStore } from './secret-store.ts';

/** What a rotation has found out and done so far; complete once it returns, and as far as it got where it fails. */
export interface RotationOutcome {
  /** As last decided; null before the first look. */
  readonly decision: Decision | null;
  readonly plan: RotationPlan | null;
  /** Why the ledger cannot be used; null where it can, or was not asked yet. */
  readonly ledgerProblem: Unavailability | null;
  /** What this run did, in order: one sentence each. */
  readonly acts: readonly string[];
  /** Null where nothing was looked at, or it cannot be known after a failure. */
  readonly changed: boolean | null;
  readonly adopted: boolean | null;
  readonly warnings: readonly string[];
  /** What a dry run would have sent. */
  readonly planned: readonly HttpCall[];
  /** Where a new key and its certificate are, where they are kept in files of the job. */
  readonly keptFiles: KeptFiles | null;
}

/** Paths of files that are gone when the job ends. */
export interface KeptFiles {
  readonly privateKeyPath: string;
  readonly certificatePath: string;
}

/** Collects the outcome while a rotation runs, so that a failure loses nothing of it. */
export interface RotationProgress {
  readonly outcome: RotationOutcome;
  learn(facts: Partial<RotationOutcome>): void;
  /** Adds a sentence that people must see. */
  warn(sentence: string): void;
  /** Adds what was done. */
  tell(act: string): void;
}

/** Starts with nothing known. */
export function createRotationProgress(): RotationProgress {
  let outcome: RotationOutcome = {
    decision: null,
    plan: null,
    ledgerProblem: null,
    acts: [],
    changed: null,
    adopted: null,
    warnings: [],
    planned: [],
    keptFiles: null,
  };
  const learn = (facts: Partial<RotationOutcome>) => {
    outcome = { ...outcome, ...facts };
  };
  return {
    get outcome() {
      return outcome;
    },
    learn,
    warn: (sentence) => {
      if (!outcome.warnings.includes(sentence)) learn({ warnings: [...outcome.warnings, sentence] });
    },
    tell: (act) => learn({ acts: [...outcome.acts, act] }),
  };
}

/** What a rotation works with. */
export interface RotationContext {
  readonly request: RotationRequest;
  readonly provider: Provider;
  readonly ledger: RotationLedger;
  /** Asked where something is due; null where no environment has to be a gate. */
  readonly gates: GateReader | null;
  /** Null: a new key is kept in files of the job. */
  readonly secretStore: SecretStore | null;
  readonly probe: ServedCertificateProbe;
  readonly generateKey: (request: KeyRequest) => Promise<KeyAndCsr>;
  readonly clock: Clock;
  readonly sleep: Sleep;
  /** A line of progress for the log. */
  readonly log: (line: string) => void;
  readonly progress: RotationProgress;
  readonly materials: Materials;
}
