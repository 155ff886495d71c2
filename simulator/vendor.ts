import type { IncomingHttpHeaders } from 'node:http';
import type { EndpointName } from './endpoints.ts';
import type { Unkind } from './unkind.ts';

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
}

export interface VendorRequest {
  readonly method: string;
  /** As it came, still percent-encoded, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  /** Empty where there was none. */
  readonly body: string;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly json: unknown;
  /** Sent in place of the JSON; an empty text for no body at all. */
  readonly text?: string;
}

/** An error as a fault asks for it; what is left out, the vendor fills in. */
export interface Complaint {
  readonly status: number;
  readonly code?: number | string | undefined;
  readonly message?: string | undefined;
}

/** What every simulated vendor is given. */
export interface World {
  readonly clock: Clock;
  readonly seed: number;
  /** How long a state change takes until it has settled. */
  readonly settleMilliseconds: number;
  readonly unkind: Unkind | null;
}

/** One simulated vendor; it knows nothing of sockets and faults. */
export interface Vendor<State = unknown> {
  /** Request headers that carry a credential: their values never reach the history. */
  readonly credentialHeaders: readonly string[];
  /** Fields of a request's body that carry a credential: neither do theirs. */
  readonly credentialFields: readonly string[];
  /** How the vendor writes Retry-After. */
  readonly retryAfterForm: 'seconds' | 'unit';
  /** Whether a path belongs to this vendor. */
  serves(path: string): boolean;
  /** The endpoint's name, by which faults are planned; null where there is none. */
  findEndpoint(method: string, path: string): EndpointName | null;
  /** The scheme of the credential that a request carries, never its value. */
  describeCredential(headers: IncomingHttpHeaders): string;
  /** Carries the request out. */
  answer(request: VendorRequest): Promise<Answer>;
  /** A good answer to a request that was not carried out. */
  makeBlankAnswer(): Answer;
  /** An error in the vendor's own form. */
  makeErrorAnswer(complaint: Complaint): Answer;
  /** The headers that every answer of this vendor bears. */
  makeHeaders(): Readonly<Record<string, string>>;
  /** The same JSON with the result proper replaced. */
  replaceResult(json: unknown, replace: (result: unknown) => unknown): unknown;
  /** What exists now, for tests and for the control endpoint. */
  readState(): State;
}
