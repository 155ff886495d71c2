/** One request as it arrived, and what became of it. Tokens are not in it. */
export interface LogEntry {
  readonly at: Date;
  readonly method: string;
  readonly path: string;
  /** With its question mark; empty where there is none. */
  readonly query: string;
  /** The endpoint's name; null where there is none. */
  readonly endpoint: string | null;
  readonly apiVersion: string | null;
  /** As JSON; undefined where there was none. */
  readonly body: unknown;
  /** Whose token it was; null where it was nobody's. */
  actor: string | null;
  /** Null where no answer was given. */
  status: number | null;
  /** Whether it was carried out. */
  acted: boolean;
  /** The fault that it met. */
  fault: string | null;
}
