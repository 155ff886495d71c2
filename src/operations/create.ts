import type { Certificate } from '../certificate/certificate.ts';
import { formatDuration } from '../certificate/duration.ts';
import { ApiError } from '../http/errors.ts';
import { EVERYTHING } from '../interface/request.ts';
import type { CreationRequest } from '../providers/provider.ts';
import { guardAgainst } from './guard.ts';
import { prepareCreation } from './material.ts';
import { type OperationContext, OperationError } from './outcome.ts';

/** A listing may lag behind a create by some seconds; after this long it is not expected to. */
const SEARCH_AT_MOST_MILLISECONDS = 60_000;

/**
 * Creates one certificate. The store is listed before, so that after a failure that may hide a success the new
 * certificate can be told from the old ones; the create itself is never sent again once it may have arrived.
 */
export async function createCertificate(context: OperationContext): Promise<void> {
  await createPrepared(context, await prepareCreation(context));
}

/** As `createCertificate`, for what was read and checked before. */
export async function createPrepared(context: OperationContext, wanted: CreationRequest): Promise<void> {
  const { request, provider, progress, log, clock } = context;
  const before = provider.creation.listsBefore(wanted) ? await provider.list(EVERYTHING) : [];
  const existing = provider.creation.findExisting(before, wanted);
  if (existing !== null) {
    progress.learn({ certificates: [existing], selection: 'named', adopted: false });
    log(`Certificate ${existing.id} is there already and is the same; nothing to create`);
    return;
  }
  guardAgainst(context, 'a certificate', provider.creation.findViolations(before, wanted));
  for (const concern of provider.creation.findConcerns(before, new Date(clock.now()))) progress.warn(concern);
  const call = provider.creation.call(wanted);
  progress.learn({ adopted: false });
  if (request.dryRun) {
    progress.learn({ planned: [call] });
    return;
  }

  progress.learn({ changed: null });
  let created: Certificate | null = null;
  let failure: unknown = null;
  try {
    created = await provider.creation.send(call);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (!error.mayHaveArrived) {
      progress.learn({ changed: false });
      throw error;
    }
    failure = error;
  }
  if (created !== null && created.id !== null) {
    progress.learn({ certificates: [created], selection: 'named', changed: true });
    log(`Created certificate ${created.id}`);
    await proveCreated(context, { ...created, id: created.id }, wanted);
    return;
  }
  const why = failure instanceof Error ? failure.message : 'the answer names no id';
  log(`The create may have arrived (${why}); it is not sent again, the store is searched instead`);
  const adopted = await searchForCreated(context, wanted, before, { why, cause: failure });
  progress.learn({ certificates: [adopted], selection: 'named', changed: true, adopted: true });
  progress.warn(
    `The answer to the create was lost; certificate ${adopted.id} appeared since and is taken for it.${provider.creation.adoptionCaveat === null ? '' : ` ${provider.creation.adoptionCaveat}`}`,
  );
}

/** Why it is not known whether a create was done. */
interface LostAnswer {
  readonly why: string;
  /** Null where an answer came, and names no id. */
  readonly cause: unknown;
}

/**
 * Compares what the store made with what was asked for; an answer without the certificate is completed by a
 * read.
 */
async function proveCreated(
  { provider, progress }: OperationContext,
  answered: Certificate & { readonly id: string },
  wanted: CreationRequest,
): Promise<void> {
  const isProvable = wanted.csr !== null || wanted.upload !== null;
  const created = answered.pem === null && isProvable ? await readAgain(provider, answered) : answered;
  if (created !== answered) progress.learn({ certificates: [created] });
  const mismatch = provider.creation.findMismatch(created, wanted);
  if (mismatch !== null) {
    throw new OperationError(
      `Certificate ${answered.id} was created, but ${mismatch}.`,
      'Do not use it. Look at it at the vendor, take it away there, and report this.',
    );
  }
  if (created.pem === null && isProvable) {
    progress.warn(
      `${provider.name} does not show certificate ${answered.id}, so it is not proved to carry the key.`,
    );
  }
}

/** A read that fails takes nothing away from the create: it then stays unproved. */
async function readAgain(
  provider: OperationContext['provider'],
  answered: Certificate & { readonly id: string },
): Promise<Certificate> {
  try {
    return (await provider.get(answered.id)) ?? answered;
  } catch (error) {
    if (error instanceof ApiError) return answered;
    throw error;
  }
}

async function searchForCreated(
  context: OperationContext,
  wanted: CreationRequest,
  before: readonly Certificate[],
  failure: LostAnswer,
): Promise<Certificate> {
  const { request, provider, clock, sleep, log } = context;
  const knownIds = new Set(before.map((certificate) => certificate.id));
  const searchMilliseconds = Math.min(SEARCH_AT_MOST_MILLISECONDS, request.waiting.timeoutMilliseconds);
  const deadline = clock.now() + searchMilliseconds;
  let newRows: readonly Certificate[] = [];
  let unreadable: string | null = null;
  let candidateId: string | null = null;
  for (;;) {
    try {
      const now = await provider.list(EVERYTHING);
      newRows = now.filter((certificate) => certificate.id !== null && !knownIds.has(certificate.id));
      unreadable = null;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      newRows = [];
      unreadable = error.message;
    }
    const recognised = provider.creation.recognise(newRows, wanted);
    const [only] = recognised;
    if (recognised.length > 1) break;
    const left = deadline - clock.now();
    // Seen alone twice: a listing that lags might still hold back a second one, made by somebody else.
    if (only !== undefined && only.id === candidateId) return only;
    if (only === undefined && left <= 0) break;
    candidateId = only?.id ?? null;
    log(
      only === undefined
        ? `Not found yet; searching for another ${formatDuration(left)}`
        : `Certificate ${only.id} is new; looking once more whether it is the only one`,
    );
    const { intervalMilliseconds } = request.waiting;
    await sleep(only === undefined ? Math.min(intervalMilliseconds, left) : intervalMilliseconds);
  }
  throw describeUnknownState(context, wanted, { newRows, unreadable, searchMilliseconds }, failure);
}

function describeUnknownState(
  context: OperationContext,
  wanted: CreationRequest,
  search: {
    readonly newRows: readonly Certificate[];
    readonly unreadable: string | null;
    readonly searchMilliseconds: number;
  },
  { why, cause }: LostAnswer,
): OperationError {
  const { provider } = context;
  const found =
    search.unreadable !== null
      ? `The store could not be read since (${search.unreadable})`
      : search.newRows.length === 0
        ? `No new certificate appeared within ${formatDuration(search.searchMilliseconds)}`
        : `New since then, and none surely the one: ${search.newRows.map((row) => `${row.id} (${row.status ?? 'status unknown'})`).join(', ')}`;
  return new OperationError(
    `The state is unknown: the create was sent once, and no answer tells whether it was done (${why}). ${found}.`,
    `Before running again, look in ${provider.name} ${provider.scope} for ${provider.creation.lookFor(wanted)}. If it is there, use it by its id; if not, run again.`,
    cause,
  );
}
