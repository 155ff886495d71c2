import type { RetryRule } from '../../http/types.ts';

/** What a call is for, so that a refusal can say what is missing. */
export interface CallRules {
  /** The permission of a workflow's token that it takes, as YAML has it: `issues: write`. */
  readonly permission: string;
  /** When it may be sent again; by default only a POST may not be sent twice. */
  readonly retry?: RetryRule;
}

/** One call as errors and retries see it. */
export interface GitHubCall extends Required<CallRules> {
  readonly method: string;
  /** Without a query. */
  readonly path: string;
}

/** Rules as a parameter of any of octokit's endpoints; they are not sent. */
export function under(rules: CallRules): { readonly request: { readonly certops: CallRules } } {
  return { request: { certops: rules } };
}

/** A call of octokit's, its address already written out. */
export function describeCall(method: string, address: string, given: CallRules | undefined): GitHubCall {
  return {
    method,
    path: new URL(address).pathname,
    permission: given?.permission ?? 'contents: read',
    retry: given?.retry ?? (method === 'POST' ? 'unsent' : 'safe'),
  };
}
