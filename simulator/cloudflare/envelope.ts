import type { Answer } from '../vendor.ts';
import type { ApiEnvelope, ApiError } from './wire.ts';

/** A refusal on its way to the caller. */
export class Refusal extends Error {
  readonly status: number;
  readonly errors: readonly ApiError[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, errors: readonly ApiError[], headers: Readonly<Record<string, string>> = {}) {
    super(errors.map(({ code, message }) => `${code} ${message}`).join('; '));
    this.status = status;
    this.errors = errors;
    this.headers = headers;
  }
}

/** A refusal with a single error. */
export function refuse(status: number, code: number, message: string, more: Partial<ApiError> = {}): Refusal {
  return new Refusal(status, [{ code, message, ...more }]);
}

/** The envelope of a good answer. */
export function succeed(status: number, result: unknown, more: Partial<ApiEnvelope> = {}): Answer {
  return { status, headers: {}, json: { success: true, errors: [], messages: [], result, ...more } };
}

/** The envelope of an error. */
export function fail({ status, errors, headers }: Refusal): Answer {
  return { status, headers, json: { success: false, errors, messages: [], result: null } };
}
