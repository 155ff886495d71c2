import { ApiError } from '../http/errors.ts';
import { InputError } from '../interface/input-error.ts';
import { OperationError } from '../operations/outcome.ts';
import type { Failure } from './step-report.ts';

export interface FailureContext {
  readonly operation: string;
  readonly provider: string;
  readonly advise: (error: ApiError) => string | null;
  readonly redact: (text: string) => string;
}

/** Says for people why a step failed: what was asked of whom, what came back, and how to mend it. */
export function explainFailure(error: unknown, context: FailureContext): Failure {
  const failure = describe(error, context);
  return {
    message: context.redact(failure.message),
    mend: failure.mend === null ? null : context.redact(failure.mend),
  };
}

function describe(error: unknown, { operation, provider, advise }: FailureContext): Failure {
  if (error instanceof InputError) return { message: error.message, mend: 'Nothing was called.' };
  if (error instanceof OperationError) {
    const cause = error.cause instanceof ApiError ? advise(error.cause) : null;
    return {
      message: `${operation} on ${provider}: ${error.message}`,
      mend: cause === null ? error.mend : `${error.mend} ${cause}`,
    };
  }
  if (error instanceof ApiError) {
    return {
      message: `${operation} on ${provider}: ${error.message}`,
      mend: advise(error) ?? adviseOnKind(error),
    };
  }
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return {
    message: `${operation} on ${provider}: unexpected ${text}`,
    mend: 'This is a defect of the action. Please report it with this message, and run with step debugging on to see more.',
  };
}

function adviseOnKind({ kind, status, errors }: ApiError): string {
  const documentation = errors.find(
    ({ documentationUrl }) => documentationUrl !== undefined,
  )?.documentationUrl;
  if (documentation !== undefined) return `See ${documentation}.`;
  if (kind === 'redirect') {
    return 'Check api-url: the API never redirects, and credentials are not sent along.';
  }
  if (kind === 'unreadable') {
    return 'Check api-url and proxies: something other than the API may have answered. Else run again later.';
  }
  if (kind === 'network') {
    return 'Check the network of the runner, proxies (https_proxy, no_proxy) and api-url; then run again.';
  }
  if (status !== null && status >= 500) {
    return "The vendor's side failed. Run again later; look at the vendor's status page.";
  }
  return "The vendor says no more than this. Check the inputs against it; the vendor's support can look the request id up.";
}
