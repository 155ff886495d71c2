/** What holds a job back, as GitHub writes it. */
export interface ProtectionRule {
  readonly type: string;
  readonly [member: string]: unknown;
}

/** A rule of an app's own; GitHub lists them apart from the others. */
export interface CustomRule {
  readonly slug: string;
  readonly enabled: boolean;
}

export interface Environment {
  readonly name: string;
  rules: ProtectionRule[];
  customRules: CustomRule[];
}

export interface EnvironmentSeed {
  readonly name: string;
  readonly rules?: readonly ProtectionRule[];
  readonly customRules?: readonly CustomRule[];
}

export function makeEnvironment({ name, rules = [], customRules = [] }: EnvironmentSeed): Environment {
  return { name, rules: [...rules], customRules: [...customRules] };
}

/** Names are the same in either case. */
export function findEnvironment(environments: readonly Environment[], name: string): Environment | undefined {
  return environments.find((one) => one.name.toLowerCase() === name.toLowerCase());
}

export const reviewedBy = (...logins: readonly string[]): ProtectionRule => ({
  type: 'required_reviewers',
  prevent_self_review: false,
  reviewers: logins.map((login) => ({ type: 'User', reviewer: { login, type: 'User' } })),
});

export const waiting = (minutes: number): ProtectionRule => ({ type: 'wait_timer', wait_timer: minutes });

export const BRANCH_POLICY: ProtectionRule = { type: 'branch_policy' };
