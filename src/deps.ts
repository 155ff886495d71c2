import type { KeyAndCsr, KeyRequest } from './certificate/material/key-pair.ts';
import type { ServedCertificateProbe } from './http/served-certificate.ts';
import type { Clock, HttpDeps, Network, Sleep } from './http/types.ts';
import type { Environment } from './interface/raw-inputs.ts';
import type { TransportSettings } from './interface/request.ts';
import type { GateReader } from './operations/rotation/gates.ts';
import type { RotationLedger } from './operations/rotation/ledger.ts';
import type { SecretPlace, SecretStore } from './operations/rotation/secret-store.ts';
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
  /** Opens the ledger of rotations, which is loaded only then; asks nothing of it yet. Never rejects. */
  readonly openLedger: (access: GitHubAccess) => Promise<RotationLedger>;
  /** Opens the reading of environments, which is loaded only then; asks nothing yet. Never rejects. */
  readonly openGates: (access: GitHubAccess) => Promise<GateReader>;
  /** Opens the store of a new key, which is loaded only then; asks nothing of it yet. Never rejects. */
  readonly openSecretStore: (access: GitHubAccess, place: SecretPlace) => Promise<SecretStore>;
  /** Makes a key and a request for its certificate; what it takes is loaded only then. */
  readonly generateKey: (request: KeyRequest) => Promise<KeyAndCsr>;
  /** Reads what a host serves, over TLS. */
  readonly probeServedCertificate: ServedCertificateProbe;
}

/** How GitHub is reached. */
export interface GitHubAccess {
  /** Empty where none was given. */
  readonly token: string;
  readonly environment: Environment;
  readonly transport: Omit<TransportSettings, 'concurrency'>;
  readonly deps: HttpDeps;
}
