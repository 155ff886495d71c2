import type { LedgerRecord } from '../../../operations/rotation/ledger.ts';
import { under } from '../call.ts';
import { GitHubError } from '../errors.ts';
import type { GitHub } from '../github.ts';
import { describeEntry, stateOf } from './record-words.ts';

/**
 * Marks each record in the repository's history as what it is: in progress, done, failed, or overtaken by the record
 * that followed it. Nothing depends on these marks, so one that fails is a debug line.
 */
export interface HistoryMarks {
  /** Takes note of what is on record. */
  learn(records: readonly LedgerRecord[]): void;
  mark(record: LedgerRecord): Promise<void>;
}

export function createHistoryMarks(github: GitHub, debug: (line: string) => void): HistoryMarks {
  const { octokit, repository } = github;
  /** Records in progress that none has brought to an end yet, by lineage. */
  const open = new Map<string, readonly string[]>();
  let isLimited = false;

  const keyOf = ({ lineage }: LedgerRecord) =>
    JSON.stringify([lineage.provider, lineage.scope, lineage.name]);

  function note(record: LedgerRecord): readonly string[] {
    const key = keyOf(record);
    const before = open.get(key) ?? [];
    const isOpen = stateOf(record.phase) === 'in_progress';
    open.set(key, isOpen ? [...before, record.recordId] : []);
    return isOpen ? [] : before;
  }

  async function post(
    recordId: string,
    state: ReturnType<typeof stateOf> | 'inactive',
    { run, ...entry }: LedgerRecord,
  ): Promise<void> {
    if (isLimited) return;
    try {
      await octokit.request('POST /repos/{owner}/{repo}/deployments/{deployment_id}/statuses', {
        ...repository,
        // Its type is a number, and it may be longer than one can hold.
        deployment_id: recordId as unknown as number,
        state,
        description: describeEntry(entry),
        ...(run === null ? {} : { log_url: run }),
        auto_inactive: false,
        ...under({ permission: 'deployments: write' }),
      });
    } catch (error) {
      if (!(error instanceof GitHubError)) throw error;
      isLimited = error.reason === 'rate-limit';
      debug(`Record ${recordId} stands, and is not marked '${state}': ${error.message}`);
    }
  }

  return {
    learn(records) {
      for (const key of new Set(records.map(keyOf))) open.delete(key);
      for (const record of records) note(record);
    },
    async mark(record) {
      const ended = note(record);
      await post(record.recordId, stateOf(record.phase), record);
      for (const id of ended) await post(id, 'inactive', record);
    },
  };
}
