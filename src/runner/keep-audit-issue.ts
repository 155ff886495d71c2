import type { Deps } from '../deps.ts';
import type { IssueRequest } from '../interface/audit-request.ts';
import { InputError } from '../interface/input-error.ts';
import type { TransportSettings } from '../interface/request.ts';
import type { AuditReport } from '../operations/audit/audit-report.ts';
import type { KeptIssue } from '../report/audit/summary.ts';
import { GitHubError } from './github/errors.ts';
import { keepIssue } from './issue/keep-issue.ts';
import { wantIssue } from './issue/want-issue.ts';

/** What became of the issue of an audit. */
export interface AuditIssue {
  /** Null where there is none. */
  readonly kept: KeptIssue | null;
  /** What people should know, and why it could not be kept: the verdict of the audit stands all the same. */
  readonly warnings: readonly string[];
}

/** Keeps the one issue that an audit was asked for. Trouble with it is a warning. */
export async function keepAuditIssue(
  report: AuditReport,
  { request, transport }: { readonly request: IssueRequest; readonly transport: TransportSettings },
  deps: Deps,
): Promise<AuditIssue> {
  const { runner, clock, sleep, random, network } = deps;
  const { environment } = runner;
  try {
    const wanted = wantIssue(report, request, environment);
    // GitHub's client is loaded only where an issue is asked for.
    const { openIssues } = await import('./github/open-issues.ts');
    const store = await openIssues(
      { token: request.token, environment, transport },
      {
        clock,
        sleep,
        random,
        network,
        debug: (line) => {
          if (runner.isDebug) runner.debug(line);
        },
      },
    );
    const { action, url, warnings } = await keepIssue(store, wanted, { sleep });
    if (action === 'none' || url === null) return { kept: null, warnings };
    runner.info(`Issue ${action}: ${url}`);
    return { kept: { action, url }, warnings };
  } catch (error) {
    if (!(error instanceof GitHubError || error instanceof InputError)) throw error;
    const mend = error instanceof GitHubError ? ` ${error.mend}` : '';
    return { kept: null, warnings: [`The issue could not be kept: ${error.message}${mend}`] };
  }
}
