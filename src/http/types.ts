/** The wall clock; milliseconds since the epoch. */
export interface Clock {
  now(): number;
}

/** Resolves after that many milliseconds. */
export type Sleep = (milliseconds: number) => Promise<void>;

/** What `http/` needs from outside: everything that varies from run to run. */
export interface HttpDeps {
  readonly clock: Clock;
  readonly sleep: Sleep;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  readonly network: Network;
  /** A line for step debugging only; it is already redacted. */
  readonly debug: (line: string) => void;
}

/** One exchange as it goes over the wire; the body is already encoded. */
export interface NetworkRequest {
  readonly method: HttpMethod;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** For the whole exchange, from look-up to the last octet of the answer. */
  readonly timeoutMilliseconds: number;
  /** A longer answer is given up with a `too-large` failure. */
  readonly maxBodyBytes: number;
}

export interface NetworkResponse {
  readonly status: number;
  /** Names in lower case; a repeated header is joined with ", ". */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The thin edge: sends one request once, follows no redirect, retries nothing. Rejects with NetworkFailure. */
export interface Network {
  send(request: NetworkRequest): Promise<NetworkResponse>;
  /** Ends kept-alive connections, so that the process can end. */
  close(): Promise<void>;
}

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * When a call may be sent again.
 * `safe`: after every passing failure (it changes nothing, or saying it twice is saying it once).
 * `unsent`: only where it surely was not acted on: the connection was never made, or the answer is 429.
 */
export type RetryRule = 'safe' | 'unsent';

/** One call to a vendor, as a value: it can be shown (dry run), sent, and looked at in a test. */
export interface HttpCall {
  readonly method: HttpMethod;
  /** From the root, every part already validated and percent-encoded. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly json?: unknown;
  /** What people are shown in place of `json`, where that holds a secret. */
  readonly shownJson?: unknown;
  /** Sent as application/x-www-form-urlencoded. */
  readonly form?: Readonly<Record<string, string>>;
  readonly retry: RetryRule;
  /** Aborted once nobody wants the answer any more: the call is not sent if it still waits for leave. */
  readonly abandoned?: AbortSignal;
}

/** A whole answer. `json` is undefined where the body is empty or is not JSON. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  readonly json: unknown;
  /** Who gave it. */
  readonly host: string;
  /** What the vendor can look it up by. */
  readonly requestId: string | null;
  /** How often the call was sent to get it. */
  readonly attempts: number;
}
