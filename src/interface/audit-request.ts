import type { Threshold } from '../certificate/threshold.ts';
import type { Credentials } from './credentials.ts';
import type { ListFilter, TransportSettings } from './request.ts';
import type { ProviderName, ReportFormat, View } from './words.ts';

/** What an audit was asked to do: checked, complete, without a text left to read. */
export interface AuditRequest {
  readonly targets: readonly AuditTarget[];
  /** With `false` no verdict fails the job. */
  readonly failJob: boolean;
  /** The verdict where nothing at all was read. */
  readonly onEmpty: 'fail' | 'warn' | 'ignore';
  /** Check targets and inputs only. */
  readonly validateOnly: boolean;
  readonly reportFormats: readonly ReportFormat[];
  /** Null: a new folder under RUNNER_TEMP. */
  readonly reportDirectory: string | null;
  /** Null where no issue is asked for, and in an audit that validates and no more. */
  readonly issue: IssueRequest | null;
  readonly transport: TransportSettings;
  readonly summary: boolean;
}

/** One certificate store of an audit, and the policy it is judged by. */
export interface AuditTarget {
  /** What people call it; unique within the audit. */
  readonly name: string;
  readonly provider: ProviderName;
  /** Account, zone or customer id. */
  readonly scope: string;
  readonly microtenantId: string | null;
  readonly view: View;
  readonly pageSize: number | null;
  readonly apiUrl: URL | null;
  /** Null only in an audit that validates and no more. */
  readonly credentials: Credentials | null;
  /** Empty statuses: dormant certificates are listed and do not count. */
  readonly filter: ListFilter;
  /** Only certificates that serve, or that something refers to, count. */
  readonly onlyInUse: boolean;
  /** Only certificates of these types count; empty: every type. */
  readonly types: readonly string[];
  /** Null: the audit's defaults. */
  readonly failWithin: Threshold | null;
  readonly warnWithin: Threshold | null;
  readonly owner: string | null;
  readonly runbook: string | null;
  readonly ignore: readonly IgnoreRule[];
}

/** Takes certificates out of the verdict, for a while and for a reason. */
export interface IgnoreRule {
  readonly match:
    | { readonly by: 'id'; readonly value: string }
    | { readonly by: 'fingerprint'; readonly value: string }
    /** `*` stands for any text, `?` for one character; in either case. */
    | { readonly by: 'name'; readonly pattern: string };
  readonly reason: string;
  /** When it ends: the first moment that it no longer holds. */
  readonly until: Date;
}

/** The one issue that an audit keeps up to date. */
export interface IssueRequest {
  /** Null: path of the workflow and its job. */
  readonly key: string | null;
  readonly labels: readonly string[];
  readonly assignees: readonly string[];
  readonly token: string;
}
