import type { LedgerEntry, LedgerPhase } from '../../../operations/rotation/ledger.ts';

/** A deployment status takes no longer one (GitHub REST API, Deployment statuses). */
const LONGEST_CHARACTERS = 140;

/** How a record looks in the repository's history. */
export type RecordState = 'in_progress' | 'success' | 'failure';

/** Phases that another record follows are in progress until it does. */
export function stateOf(phase: LedgerPhase): RecordState {
  switch (phase) {
    case 'staging':
    case 'promoting':
    case 'rolling-back':
      return 'in_progress';
    case 'staged':
    case 'promoted':
    case 'retired':
      return 'success';
    case 'rolled-back':
    case 'rollback-failed':
      return 'failure';
  }
}

/** A record for people, with whose it is: `promoted b in place of a (account)`; at most 140 characters. */
export function describeEntry(entry: LedgerEntry): string {
  const text = `${describeAct(entry)} (${entry.lineage.scope})`;
  return text.length > LONGEST_CHARACTERS ? `${text.slice(0, LONGEST_CHARACTERS - 1)}…` : text;
}

function describeAct({ phase, previous, successor }: LedgerEntry): string {
  const old = previous?.id ?? null;
  const next = successor?.id ?? 'a new certificate';
  const inPlace = old === null ? ' as the first certificate' : ` in place of ${old}`;
  switch (phase) {
    case 'staging':
      return successor === null ? `about to make a certificate${inPlace}` : `made ${next}${inPlace}`;
    case 'staged':
      return `staged ${next}${inPlace}`;
    case 'promoting':
      return `about to promote ${next}${inPlace}`;
    case 'promoted':
      return `promoted ${next}${inPlace}`;
    case 'rolling-back':
      return `about to go back to ${old ?? 'none'} from ${next}`;
    case 'rolled-back':
      return `went back to ${old ?? 'none'} from ${next}`;
    case 'rollback-failed':
      return `could not go back to ${old ?? 'none'} from ${next}`;
    case 'retired':
      return old === null
        ? 'gave up a key before anything was made with it'
        : `retired ${old}; ${next} serves`;
  }
}
