/** What kept GitHub from doing as asked. */
export type GitHubErrorReason =
  /** The environment or the token cannot be used; nothing was called. */
  | 'setup'
  /** The token is no good. */
  | 'token'
  /** The token is good and may not do this. */
  | 'permission'
  | 'not-found'
  /** Issues are switched off, or this one was deleted. */
  | 'gone'
  | 'rate-limit'
  /** GitHub refuses what was sent. */
  | 'refused'
  | 'redirect'
  | 'unreadable'
  | 'server'
  | 'network';

/** A call to GitHub that failed for good. Its texts are redacted and hold no token. */
export class GitHubError extends Error {
  override readonly name = 'GitHubError';
  readonly reason: GitHubErrorReason;
  /** What a person can do about it; it may be of several lines. */
  readonly mend: string;
  /** The status of the answer; null where there was none. */
  readonly httpStatus: number | null;
  /** Whether GitHub may have acted although no good answer came. */
  readonly mayHaveArrived: boolean;

  constructor(
    message: string,
    details: {
      readonly reason: GitHubErrorReason;
      readonly mend: string;
      readonly httpStatus?: number | null;
      readonly mayHaveArrived?: boolean;
      readonly cause?: unknown;
    },
  ) {
    super(message, { cause: details.cause });
    this.reason = details.reason;
    this.mend = details.mend;
    this.httpStatus = details.httpStatus ?? null;
    this.mayHaveArrived = details.mayHaveArrived ?? false;
  }
}
