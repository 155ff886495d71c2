import type { HttpDeps } from '../../../http/types.ts';
import type {
  LedgerEntry,
  LedgerRecord,
  RotationLedger,
  Unavailability,
} from '../../../operations/rotation/ledger.ts';
import type { Lineage } from '../../../providers/rotation.ts';
import { GitHubError } from '../errors.ts';
import type { Deployments } from './deployments.ts';
import { nameEnvironment } from './environment-name.ts';
import type { HistoryMarks } from './marks.ts';
import { readPayload, writePayload } from './payload.ts';
import { explainUnavailable } from './unavailability.ts';
import type { WireDeployment } from './wire.ts';

/** GitHub's times are cut to whole seconds: what it dates with one happened before the next. */
const CLOCK_GRAIN_MILLISECONDS = 1000;
/** How long a new record is looked for whose answer was lost: a list may lag behind. */
const LOOK_PAUSES_MILLISECONDS: readonly number[] = [1000, 2000, 4000];

/** What a run says of itself in its records. */
export interface RunFacts {
  /** What a deployment has to stand at; empty where it is not known. */
  readonly ref: string;
  /** The run's address; null where it is not known. */
  readonly address: string | null;
  /** How often a record is sent anew that is found not to have arrived. */
  readonly maxRetries: number;
}

/** A record, and by what it is known again. */
interface MarkedRecord {
  readonly mark: string;
  readonly record: LedgerRecord;
}

/** The ledger in the deployments of a repository. */
export function createDeploymentLedger(
  deployments: Deployments,
  marks: HistoryMarks,
  run: RunFacts,
  { clock, random, sleep }: Pick<HttpDeps, 'clock' | 'random' | 'sleep'>,
): RotationLedger {
  let appends = 0;

  /** Like no other's: by the time, by chance, and by how many there were before. */
  function makeMark(): string {
    appends += 1;
    const digits = () => Math.floor(random() * 2 ** 32).toString(36);
    return [clock.now().toString(36), digits(), digits(), appends].join('-');
  }

  /** The record of one append; null where none is listed after a while. */
  async function look(environment: string, lineage: Lineage, mark: string): Promise<LedgerRecord | null> {
    for (const pause of LOOK_PAUSES_MILLISECONDS) {
      await sleep(pause);
      const rows = await deployments.listNewest(environment);
      const readings = rows.map((row) => readRecord(row, lineage)).filter((one) => 'record' in one);
      // Of two the first one counts, as in every reading.
      const found = readings.findLast((one) => one.mark === mark);
      if (found !== undefined) return found.record;
    }
    return null;
  }

  /** Never sends an entry again before it was looked for. @throws GitHubError */
  async function write(environment: string, entry: LedgerEntry): Promise<LedgerRecord> {
    const mark = makeMark();
    const payload = writePayload(entry, { mark, run: run.address });
    for (let tries = 1; ; tries += 1) {
      try {
        const row = await deployments.create(environment, entry, payload, run.ref);
        return toRecord(row, entry, run.address);
      } catch (error) {
        if (!(error instanceof GitHubError) || !error.mayHaveArrived) throw error;
        const found = await look(environment, entry.lineage, mark);
        if (found !== null) return found;
        if (tries > run.maxRetries) throw error;
      }
    }
  }

  return {
    async read(lineage) {
      const environment = nameEnvironment(lineage);
      try {
        const { rows, answeredAt } = await deployments.list(environment);
        if (answeredAt === null) return UNDATED;
        const read = readRecords(rows, lineage, environment);
        if ('unavailable' in read) return read;
        marks.learn(read);
        return { records: read, readAt: answeredAt };
      } catch (error) {
        if (!(error instanceof GitHubError)) throw error;
        return explainUnavailable(error, 'read');
      }
    },
    async append(entry) {
      if (run.ref === '') return NOWHERE;
      try {
        const record = await write(nameEnvironment(entry.lineage), entry);
        await marks.mark(record);
        return record;
      } catch (error) {
        if (!(error instanceof GitHubError)) throw error;
        return explainUnavailable(error, 'written');
      }
    },
  };
}

/** Without GitHub's own time nothing that is waited for can be proved; the runner's clock may be ahead. */
const UNDATED: Unavailability = {
  unavailable: 'the answer to the list of deployments bears no Date that can be read',
  mend: 'See which proxy between the runner and GitHub takes the header Date away.',
};

const NOWHERE: Unavailability = {
  unavailable: 'deployments cannot be written: neither GITHUB_SHA nor GITHUB_REF is set',
  mend: 'The runner sets them; outside of a workflow set GITHUB_SHA to a commit that the repository has.',
};

/**
 * All records of a lineage, the oldest first. One that may be the lineage's and that nobody can read holds
 * everything: it may say that a promotion failed, that a soak began anew, that a successor was made.
 */
function readRecords(
  rows: readonly WireDeployment[],
  lineage: Lineage,
  environment: string,
): readonly LedgerRecord[] | Unavailability {
  const inOrder = rows.toSorted((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
  // Pages shift while records are appended, and one that was sent twice is one record: the first.
  const records = new Map<string, LedgerRecord>();
  for (const row of inOrder) {
    const reading = readRecord(row, lineage);
    if ('unreadable' in reading) {
      return {
        unavailable: `deployment ${row.id} of environment ${environment} is a record that cannot be read: ${reading.unreadable}`,
        mend: 'Run the release of this action that wrote it, or a newer one. If it is nobody’s, delete that deployment.',
      };
    }
    if ('record' in reading && !records.has(reading.mark)) records.set(reading.mark, reading.record);
  }
  return [...records.values()];
}

function readRecord(
  row: WireDeployment,
  lineage: Lineage,
): MarkedRecord | { readonly isOther: true } | { readonly unreadable: string } {
  const reading = readPayload(row.payload, lineage);
  switch (reading.kind) {
    case 'other':
      return { isOther: true };
    case 'unreadable':
      return { unreadable: reading.why };
    case 'record': {
      const record = toRecord(row, reading.entry, reading.run);
      if (Number.isNaN(record.at.getTime())) return { unreadable: 'it bears no date' };
      return { mark: reading.mark, record };
    }
  }
}

function toRecord(row: WireDeployment, entry: LedgerEntry, address: string | null): LedgerRecord {
  const { lineage, phase, previous, successor, publicKeySha256, knownIds } = entry;
  return {
    lineage,
    phase,
    previous,
    successor,
    publicKeySha256,
    knownIds,
    recordId: String(row.id),
    at: new Date(Date.parse(row.created_at) + CLOCK_GRAIN_MILLISECONDS),
    run: address,
  };
}
