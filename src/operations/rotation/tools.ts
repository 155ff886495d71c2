import { formatDuration } from '../../certificate/duration.ts';
import type { Request } from '../../interface/request.ts';
import type { SingleOperation } from '../../interface/words.ts';
import type { CreationRequest } from '../../providers/provider.ts';
import type { KnownCertificate, RotationTools } from '../../providers/rotation.ts';
import { createPrepared } from '../create.ts';
import { deleteCertificate } from '../delete.ts';
import { createProgress, type OperationContext, OperationError, type Outcome } from '../outcome.ts';
import { sendLookingFirst } from '../resend.ts';
import { changeStatus } from '../transition.ts';
import { readHistory } from './history.ts';
import { createKeyTools } from './key-tools.ts';
import type { CertificateReference, LedgerRecord } from './ledger.ts';
import type { LedgerBook } from './ledger-book.ts';
import type { RotationContext } from './outcome.ts';
import type { Recorder } from './recorder.ts';

/** A line is printed at least this often while nothing changes. */
const REPORT_EVERY_MILLISECONDS = 15_000;

/** For whom a successor would be made, and what it must be told from. */
export interface Making {
  readonly previous: CertificateReference | null;
  readonly knownIds: readonly string[];
  /** Runs that began longer ago than this have ended. */
  readonly settlesMilliseconds: number;
  /** Told of a key that a promote has made. */
  readonly keepKeyHash: (publicKeySha256: string) => void;
}

/** Lends the operations on single certificates to a vendor's rotation. */
export function createTools(
  context: RotationContext,
  book: LedgerBook,
  recorder: Recorder,
  making: Making,
): RotationTools {
  const { progress, log } = context;

  /** Runs an operation of its own, and takes over what it learns, also where it fails. */
  async function operate<T>(
    changes: Partial<Request> & { readonly operation: SingleOperation },
    run: (operation: OperationContext) => Promise<T>,
  ): Promise<{ readonly value: T; readonly outcome: Outcome }> {
    const operation = toOperation(context, changes);
    operation.progress.learn({ changed: false });
    try {
      return { value: await run(operation), outcome: operation.progress.outcome };
    } finally {
      takeOver(context, operation.progress.outcome);
    }
  }

  async function make(wanted: CreationRequest): Promise<KnownCertificate> {
    const { outcome } = await operate({ operation: 'create' }, (operation) =>
      createPrepared(operation, wanted),
    );
    return requireId(outcome.certificates[0]);
  }

  const change: RotationTools['changeStatus'] = async (id, verb, until = 'done') => {
    const selector = { by: 'certificate-id', value: id } as const;
    const waiting = { ...context.request.store.waiting, wait: until === 'done' };
    await operate({ operation: verb, selector, waiting }, (operation) => changeStatus(operation, verb));
  };

  return {
    log,
    warn: progress.warn,
    async create(wanted) {
      const { previous, knownIds, settlesMilliseconds } = making;
      const record = await recorder.announce({ phase: 'staging', previous, successor: null, knownIds });
      if (record !== null && !(await isFirst(record, book, settlesMilliseconds))) return null;
      const made = await make(wanted);
      await recorder.confirm({ phase: 'staging', previous, successor: refer(made) });
      return made;
    },
    ...createKeyTools({ context, book, recorder, making, make, changeStatus: change }),
    probe: context.probe,
    changeStatus: change,
    async remove(id) {
      const selector = { by: 'certificate-id', value: id } as const;
      await operate({ operation: 'delete', selector }, deleteCertificate);
    },
    async sendLookingFirst(send, findEffect) {
      // Which verb it is does not matter to a call that is given whole.
      const { value } = await operate({ operation: 'get' }, async (operation) => {
        const answer = await sendLookingFirst(operation, send, findEffect);
        operation.progress.learn({ changed: true });
        return answer;
      });
      return value;
    },
    poll: (goal, read) => poll(context, goal, read),
  };
}

/**
 * Whether this run may make the successor: of runs that begin at once, the one whose record came first. The others
 * find what it makes.
 */
async function isFirst(
  record: LedgerRecord,
  book: LedgerBook,
  settlesMilliseconds: number,
): Promise<boolean> {
  await book.refresh();
  const { unavailability, records, now } = book.view;
  if (unavailability !== null) {
    throw new OperationError(
      `The ledger cannot be read again (${unavailability.unavailable}), so whether another run makes the successor in this moment is not known.`,
      `${unavailability.mend} Then run again; nothing was made.`,
    );
  }
  const open = readHistory(records).openStagings.filter(
    ({ previous, at }) =>
      previous?.id === record.previous?.id && at.getTime() + settlesMilliseconds > now.getTime(),
  );
  return open[0]?.recordId === record.recordId;
}

function toOperation(
  { request, provider, clock, sleep, log, materials }: RotationContext,
  changes: Partial<Request> & { readonly operation: SingleOperation },
): OperationContext {
  const { store } = request;
  return {
    // A guard that objects is never overridden here, and a phase is done once it has taken effect.
    request: { ...store, force: false, waiting: { ...store.waiting, wait: true }, ...changes },
    provider,
    clock,
    sleep,
    log,
    materials,
    progress: createProgress(),
  };
}

function takeOver({ progress }: RotationContext, { changed, adopted, warnings }: Outcome): void {
  if (changed !== false && progress.outcome.changed !== true) progress.learn({ changed });
  if (adopted === true) progress.learn({ adopted });
  for (const warning of warnings) progress.warn(warning);
}

async function poll<T>(
  { request, clock, sleep, log }: RotationContext,
  goal: string,
  read: () => Promise<T | null>,
): Promise<T | null> {
  const { timeoutMilliseconds, intervalMilliseconds } = request.store.waiting;
  const startedAt = clock.now();
  let reportedAt = Number.NEGATIVE_INFINITY;
  for (;;) {
    const found = await read();
    if (found !== null) return found;
    const now = clock.now();
    const waited = now - startedAt;
    if (now - reportedAt >= REPORT_EVERY_MILLISECONDS) {
      const passed = formatDuration(Math.round(waited / 1000) * 1000);
      log(`Waiting for ${goal} (${passed} of ${formatDuration(timeoutMilliseconds)})`);
      reportedAt = now;
    }
    if (waited >= timeoutMilliseconds) return null;
    await sleep(Math.min(intervalMilliseconds, timeoutMilliseconds - waited));
  }
}

function requireId(certificate: Outcome['certificates'][number] | undefined): KnownCertificate {
  const id = certificate?.id ?? null;
  if (certificate !== undefined && id !== null) return { ...certificate, id };
  throw new OperationError(
    'The new certificate has no id.',
    "Run operation 'list' to see what there is, and set successor-id to it.",
  );
}

function refer({ id, fingerprint }: KnownCertificate): CertificateReference {
  return { id, fingerprint };
}
