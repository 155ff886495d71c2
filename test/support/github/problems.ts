import type { Answer } from './exchange.ts';

/** What GitHub says of one field. */
export interface FieldError {
  readonly resource: string;
  readonly field: string;
  readonly code: 'missing_field' | 'invalid' | 'already_exists' | 'custom' | 'unprocessable';
  readonly message?: string;
  readonly value?: string;
}

/** An answer that GitHub means to give, in place of the good one. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;
  readonly errors: readonly FieldError[] | undefined;

  constructor(status: number, message: string, errors?: readonly FieldError[]) {
    super(message);
    this.status = status;
    this.errors = errors;
  }
}

export const notFound = () => new Refusal(404, 'Not Found');

export const validationFailed = (...errors: readonly FieldError[]) =>
  new Refusal(422, 'Validation Failed', errors);

/** An error as GitHub writes it. */
export function writeProblem(
  { status, message, errors }: Pick<Refusal, 'status' | 'message' | 'errors'>,
  documentation: string,
): Answer {
  return {
    status,
    json: {
      message,
      ...(errors === undefined ? {} : { errors }),
      documentation_url: `https://docs.github.com/rest${documentation}`,
      status: String(status),
    },
  };
}
