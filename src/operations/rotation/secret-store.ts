import type { Violation } from '../../providers/provider.ts';

/** Where a new key is kept with its certificate: one secret of GitHub Actions. */
export interface SecretStore {
  /** As people know it: `secret MTLS of environment production in acme/api`. It holds nothing secret. */
  readonly label: string;
  /**
   * What stands against writing the secret, as far as it can be known without writing it: the token may not, there
   * is no such repository or environment, … Null where nothing does, and without a token, where nothing can be
   * known. Never rejects for what GitHub refuses.
   */
  findViolation(): Promise<Violation | null>;
  /**
   * Writes the secret in one call; safe to repeat. It is there once this resolves.
   * @throws SecretStoreError
   */
  write(value: string): Promise<void>;
}

/** A secret that could not be written. */
export class SecretStoreError extends Error {
  override readonly name = 'SecretStoreError';
  /** What a person can do about it. */
  readonly mend: string;
  /** Whether it may have been written although no good answer came. */
  readonly mayHaveArrived: boolean;

  constructor(
    message: string,
    details: { readonly mend: string; readonly mayHaveArrived: boolean; readonly cause?: unknown },
  ) {
    super(message, { cause: details.cause });
    this.mend = details.mend;
    this.mayHaveArrived = details.mayHaveArrived;
  }
}

/** Where the secret is kept; null: in the repository itself, or in the workflow's own repository. */
export interface SecretPlace {
  readonly secret: string;
  readonly environment: string | null;
  /** `owner/name`. */
  readonly repository: string | null;
}
