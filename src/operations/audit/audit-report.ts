import type { Judgement, Verdict } from '../../certificate/expiry.ts';
import type { KeyFacts } from '../../certificate/key-facts.ts';
import type { AuditTarget, IgnoreRule } from '../../interface/audit-request.ts';

/** What a finding is of; a stable word that reports and machines tell findings apart by. */
export const findingRules = [
  'expired',
  'critical',
  'expiring',
  'not-yet-valid',
  'unknown-date',
  'expired-in-use',
  'no-successor',
  'contradiction',
  'weak-key',
  'weak-signature',
  'shared-key',
  'ended-ignore',
  'credential-expiring',
  'unreadable',
  'empty',
] as const;
export type FindingRule = (typeof findingRules)[number];

/** Something that an audit holds against a certificate, a target, or the whole. */
export interface Finding {
  readonly rule: FindingRule;
  /** What it adds to the verdict. */
  readonly verdict: Exclude<Verdict, 'ok'>;
  /** What is wrong: a clause that follows the name of the certificate or of the target. */
  readonly message: string;
  /** What to do about it. */
  readonly mend: string;
  /** Target's name; null where it is of the audit as a whole. */
  readonly target: string | null;
  /** Null where it is not of one certificate. */
  readonly certificate: AuditedCertificate | null;
}

/**
 * A certificate and what the audit makes of it. Its PEM and the vendor's remaining fields are not kept. To be passed on
 * as it is: some of its fields are no properties of its own, and a copy by spreading would lack them.
 */
export interface AuditedCertificate extends Judgement {
  readonly target: AuditTarget;
  readonly key: KeyFacts | null;
  /** Whether it is judged as an authority. */
  readonly isAuthority: boolean;
  /** What refers to it, as people know it; null where the store does not say or was not asked. */
  readonly usedBy: readonly string[] | null;
  /** When it enters its warn window, which is when to renew it; null where it has no date or does not expire. */
  readonly renewOn: Date | null;
  /** The rule that takes it out of the verdict (its severity then is `ignored`); null where none does. */
  readonly ignoredBy: IgnoreRule | null;
  /** Where a person finds it at the vendor's; null where no address is known. */
  readonly consoleUrl: string | null;
}

/** How a target could be read. */
export interface AuditedTarget {
  readonly target: AuditTarget;
  /** `denied`: the vendor refused the credential; `unreadable`: anything else that kept it from being read. */
  readonly state: 'read' | 'denied' | 'unreadable';
  /** Why it could not be read, and how to mend it; null where it was. */
  readonly trouble: { readonly message: string; readonly mend: string | null } | null;
  /** How many certificates it holds; null where it could not be read. */
  readonly count: number | null;
  /** End of the credential itself, where the vendor tells. */
  readonly credentialExpiresOn: Date | null;
  /** Sentences that people should see and that do not change the verdict. */
  readonly remarks: readonly string[];
}

export interface AuditCounts {
  /** Every certificate that was read. */
  readonly count: number;
  /** Those that count in the verdict; the next four are among them. */
  readonly judged: number;
  /** Within a threshold and not expired; the critical ones too. */
  readonly expiring: number;
  readonly critical: number;
  readonly expired: number;
  /** Without a readable date, or not yet valid. */
  readonly undated: number;
  /** Inactive or revoked, or left out by `only-in-use` or `types`. */
  readonly dormant: number;
  /** Rows that hold no certificate yet. */
  readonly pending: number;
  readonly ignored: number;
  readonly targets: number;
  /** Targets that could not be read, the denied ones too. */
  readonly unreadable: number;
}

/** How often certificates have to be replaced, where each is replaced when a third of its life is left. */
export interface Workload {
  /** Leaf certificates that count. */
  readonly leaves: number;
  /** Rotations a year with the lifetimes that they have now. */
  readonly now: number;
  /** Rotations a year where no lifetime is longer than so many days. */
  readonly atMost: readonly { readonly days: number; readonly since: string; readonly rotations: number }[];
}

/** Where the audit ran; null outside of a runner. */
export interface RunFacts {
  readonly repository: string;
  readonly workflow: string;
  readonly url: string;
}

/** All that an audit found, for every report alike. */
export interface AuditReport {
  /** When it was judged. */
  readonly at: Date;
  /** The action's version. */
  readonly version: string;
  readonly verdict: Verdict;
  /** With `false` the verdict does not fail the job. */
  readonly failJob: boolean;
  /** Every target could be read. */
  readonly isComplete: boolean;
  readonly counts: AuditCounts;
  /** The most urgent first; those that do not count, or are ignored, last. */
  readonly certificates: readonly AuditedCertificate[];
  /** The most urgent first: `fail` before `warn`, then as the certificates are ordered. */
  readonly findings: readonly Finding[];
  readonly targets: readonly AuditedTarget[];
  readonly workload: Workload;
  readonly run: RunFacts | null;
}
