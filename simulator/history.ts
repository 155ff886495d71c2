import type { IncomingHttpHeaders } from 'node:http';
import type { EndpointName } from './endpoints.ts';
import type { FaultKind } from './faults.ts';

/** One request as it came and what became of it. */
export interface HistoryEntry {
  /** When it came, by the simulator's clock, in milliseconds. */
  readonly at: number;
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  /** With its question mark; empty where there was none. */
  readonly query: string;
  readonly endpoint: EndpointName | null;
  /** The scheme of the credential, never its value. */
  readonly credential: string;
  /** The request's headers; those that carry a credential read `(given)`. */
  readonly headers: Readonly<Record<string, string>>;
  /** JSON where it is JSON, an object for a form (credentials read `(given)`), else the text; null where there was none or it was not read. */
  readonly body: unknown;
  /** The status that was sent; null where none was, or not yet. */
  readonly status: number | null;
  readonly fault?: FaultKind;
  /** Whether the vendor carried the request out with success, whatever the caller got to see. */
  readonly acted: boolean;
}

/** An entry while its request is being answered. */
export type OpenEntry = { -readonly [Field in keyof HistoryEntry]: HistoryEntry[Field] };

/** Headers for the history: credentials replaced. */
export function maskHeaders(headers: IncomingHttpHeaders, secret: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, secret.includes(name) ? '(given)' : String(value)]),
  );
}

/** The body for the history: JSON, a form as an object, or the text; credentials replaced by name. */
export function readBody(text: string, contentType = '', secret: readonly string[] = []): unknown {
  if (text === '') return null;
  if (contentType.startsWith('application/x-www-form-urlencoded')) {
    return Object.fromEntries(
      [...new URLSearchParams(text)].map(([name, value]) => [
        name,
        secret.includes(name) ? '(given)' : value,
      ]),
    );
  }
  try {
    return JSON.parse(text, (name, value) => (secret.includes(name) ? '(given)' : value));
  } catch {
    return text;
  }
}
