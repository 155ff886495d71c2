import { describe, expect, test } from '@jest/globals';
import { ApiError } from '../../../src/http/errors.ts';
import { OperationError } from '../../../src/operations/outcome.ts';
import { createKeyTools } from '../../../src/operations/rotation/key-tools.ts';
import type { LedgerEntry } from '../../../src/operations/rotation/ledger.ts';
import { openLedgerBook } from '../../../src/operations/rotation/ledger-book.ts';
import { createRotationProgress } from '../../../src/operations/rotation/outcome.ts';
import { createRecorder } from '../../../src/operations/rotation/recorder.ts';
import { type SecretStore, SecretStoreError } from '../../../src/operations/rotation/secret-store.ts';
import type { RotationTools } from '../../../src/providers/rotation.ts';
import { buildCertificate } from '../../certificate/build-certificate.ts';
import { createFakeLedger, DENIED } from '../../run/rotation/fake-ledger.ts';
import { observed } from './build-situation.ts';

const LINEAGE = { provider: 'cloudflare-client', scope: 'zone', name: 'api.example.com' };
const OLD = { id: 'old', fingerprint: 'FP:old' };
const NEW = { id: 'new', fingerprint: 'FP:new' };
const made = { ...buildCertificate({ provider: 'cloudflare-client', fingerprint: 'FP:new' }), id: 'new' };
const bundle = { privateKeyPem: 'the key\n', certificatePem: 'the certificate\n', chainPems: [] };
const SETTLES_MILLISECONDS = 60_000;
const HASH = 'a'.repeat(64);
const OTHER_HASH = 'b'.repeat(64);

interface SceneOptions {
  readonly previous?: typeof OLD | null;
  readonly write?: SecretStore['write'] | null;
  readonly changeStatus?: RotationTools['changeStatus'];
  readonly create?: () => Promise<typeof made>;
}

/** The tools over a ledger in memory; what is kept and what is revoked is remembered. */
async function openScene({
  previous = OLD,
  write = async () => {},
  changeStatus = async () => {},
  create = async () => made,
}: SceneOptions = {}) {
  const clock = { time: Date.UTC(2026, 5, 1), now: () => clock.time };
  const ledger = createFakeLedger(clock, { skewMilliseconds: 0, unkind: null });
  const book = await openLedgerBook(ledger.open('this run'), LINEAGE, clock);
  const progress = createRotationProgress();
  const kept: string[] = [];
  const hashes: string[] = [];
  const masked: string[] = [];
  const statuses: Parameters<RotationTools['changeStatus']>[] = [];
  const tools = createKeyTools({
    context: {
      secretStore:
        write === null
          ? null
          : {
              label: 'secret MTLS in acme/api',
              findViolation: async () => null,
              write: async (value) => {
                await write(value);
                kept.push(value);
              },
            },
      progress,
      log: () => {},
      materials: {
        read: async () => '',
        write: async () => {
          throw new Error('no space left');
        },
        mask: (secret) => void masked.push(secret),
        readTrustedRoots: async () => [],
      },
      generateKey: async () => ({ privateKeyPem: 'the key', csrPem: 'the request', publicKeySha256: HASH }),
    },
    book,
    recorder: createRecorder(book, progress),
    making: {
      previous,
      knownIds: [],
      settlesMilliseconds: SETTLES_MILLISECONDS,
      keepKeyHash: (hash) => void hashes.push(hash),
    },
    make: create,
    changeStatus: (...asked) => {
      statuses.push(asked);
      return changeStatus(...asked);
    },
  });
  /** What another run writes into the same ledger. */
  const appendElsewhere = (
    entry: Pick<LedgerEntry, 'phase' | 'previous' | 'successor' | 'publicKeySha256'>,
  ) => ledger.open('another run').append({ lineage: LINEAGE, knownIds: [], ...entry });
  const records = () =>
    ledger.records.map(({ phase, previous: from, successor, publicKeySha256 }) => ({
      phase,
      previous: from,
      successor,
      publicKeySha256,
    }));
  return {
    tools,
    ledger,
    clock,
    kept,
    hashes,
    masked,
    statuses,
    outcome: () => progress.outcome,
    appendElsewhere,
    records,
  };
}

async function failWith(promise: Promise<unknown>): Promise<OperationError> {
  const failure: unknown = await promise.then(
    () => new Error('It did not fail'),
    (error) => error,
  );
  if (!(failure instanceof OperationError)) throw failure;
  return failure;
}

function refusal(mayHaveArrived: boolean): ApiError {
  return new ApiError('DELETE /certificates/new answered 403.', {
    kind: 'http',
    call: 'DELETE /certificates/new',
    host: 'api.cloudflare.com',
    status: 403,
    errors: [],
    requestId: null,
    attempts: 1,
    mayHaveArrived,
  });
}

const promoting = (publicKeySha256: string, successor: typeof NEW | null) =>
  ({ phase: 'promoting', previous: OLD, successor, publicKeySha256 }) as const;
const retired = (previous: typeof NEW | null, publicKeySha256 = HASH) =>
  ({ phase: 'retired', previous, successor: OLD, publicKeySha256 }) as const;

describe('A key for a promote', () => {
  test('is masked before anybody is told of it, and its request goes out with its hash', async () => {
    const { tools, masked } = await openScene();
    expect(await tools.makeKey({ subject: 'CN=api.example.com', keyAlgorithm: 'ecdsa-p256' })).toEqual({
      csr: { pem: 'the request', publicKeySha256: HASH, isFreshKey: true },
      privateKeyPem: 'the key',
    });
    expect(masked).toEqual(['the key']);
  });

  test('is announced, and its run goes on where it is the first', async () => {
    const { tools, hashes, records } = await openScene();
    expect(await tools.announceKey(HASH)).toBe(true);
    expect(hashes).toEqual([HASH]);
    expect(records()).toEqual([promoting(HASH, null)]);
  });

  test('gives way to one that another run announced a moment before', async () => {
    const { tools, clock, appendElsewhere, records } = await openScene();
    await appendElsewhere(promoting(OTHER_HASH, null));
    clock.time += SETTLES_MILLISECONDS - 1000;
    expect(await tools.announceKey(HASH)).toBe(false);
    expect(records().slice(1)).toEqual([promoting(HASH, null), retired(null)]);
  });

  test('does not give way to one whose run has to be dead', async () => {
    const { tools, clock, appendElsewhere } = await openScene();
    await appendElsewhere(promoting(OTHER_HASH, null));
    clock.time += SETTLES_MILLISECONDS;
    expect(await tools.announceKey(HASH)).toBe(true);
  });

  test('is not gone on with where the ledger cannot be read again', async () => {
    const { tools, ledger } = await openScene();
    const announcing = tools.announceKey(HASH);
    // Its record is written by now.
    ledger.readProblem = DENIED;
    const error = await failWith(announcing);
    expect(error.message).toBe(
      'The ledger cannot be read again (deployments cannot be read (403)), so whether another run makes the successor in this moment is not known.',
    );
    expect(error.mend).toBe('Give the job permissions: deployments: write. Then run again.');
  });

  test('that is refused a certificate is given up on record', async () => {
    const { tools, records } = await openScene({ create: () => Promise.reject(refusal(false)) });
    await tools.announceKey(HASH);
    const csr = { pem: 'the request', publicKeySha256: HASH, isFreshKey: true };
    await expect(tools.createForKey(csr, 30)).rejects.toThrow('answered 403');
    expect(records().at(-1)).toEqual(retired(null));
  });

  test.each([
    ['may have arrived', refusal(true)],
    ['is no answer of the vendor', new TypeError('no')],
  ])('stays open on record where the failure of the create %s', async (_, failure) => {
    const { tools, records } = await openScene({ create: () => Promise.reject(failure) });
    await tools.announceKey(HASH);
    const csr = { pem: 'the request', publicKeySha256: HASH, isFreshKey: true };
    await expect(tools.createForKey(csr, 30)).rejects.toBe(failure);
    expect(records()).toEqual([promoting(HASH, null)]);
  });
});

describe('Keeping a key', () => {
  test('is told to the ledger first', async () => {
    const { tools, kept, records, statuses } = await openScene();
    await tools.announceKey(HASH);
    expect(await tools.keep(made, bundle)).toBe(true);
    expect(kept).toEqual(['the key\nthe certificate\n']);
    expect(records()).toEqual([promoting(HASH, null), promoting(HASH, NEW)]);
    expect(statuses).toEqual([]);
  });

  test('after a long silence: it is kept where nobody else began', async () => {
    const { tools, clock, kept } = await openScene();
    await tools.announceKey(HASH);
    clock.time += 10 * SETTLES_MILLISECONDS;
    expect(await tools.keep(made, bundle)).toBe(true);
    expect(kept).toHaveLength(1);
  });

  test('after a long silence in which another run began: it is not kept, and its certificate is revoked', async () => {
    const { tools, clock, kept, statuses, appendElsewhere, records, outcome } = await openScene();
    await tools.announceKey(HASH);
    clock.time += SETTLES_MILLISECONDS;
    await appendElsewhere(promoting(OTHER_HASH, null));
    expect(await tools.keep(made, bundle)).toBe(false);
    expect(kept).toEqual([]);
    expect(statuses).toEqual([['new', 'revoke', 'accepted']]);
    expect(records().at(-1)).toEqual(retired(NEW));
    expect(outcome().acts).toEqual(['Revoked certificate new, whose key nobody has']);
  });

  test('without a silence another key on record does not matter: its run gives way', async () => {
    const { tools, clock, kept, appendElsewhere } = await openScene();
    await tools.announceKey(HASH);
    clock.time += SETTLES_MILLISECONDS - 1000;
    await appendElsewhere(promoting(OTHER_HASH, null));
    expect(await tools.keep(made, bundle)).toBe(true);
    expect(kept).toHaveLength(1);
  });

  test('is not tried where the ledger does not take the record: the certificate is revoked', async () => {
    const { tools, ledger, kept, statuses, outcome } = await openScene();
    await tools.announceKey(HASH);
    ledger.appendProblem = DENIED;
    const error = await failWith(tools.keep(made, bundle));
    expect(error.message).toBe(
      "The new key was not kept: the ledger cannot be written (deployments cannot be read (403)), so 'promoting' was not begun. Certificate new, which was made for the new key, is revoked again; old serves as before.",
    );
    expect(error.mend).toBe('Give the job permissions: deployments: write. Then run again.');
    expect(error.cause).toBeInstanceOf(OperationError);
    expect(kept).toEqual([]);
    expect(statuses).toEqual([['new', 'revoke', 'accepted']]);
    expect(outcome().ledgerProblem).toEqual(DENIED);
  });

  test('is not tried either where the certificate cannot be revoked; that is told', async () => {
    const { tools, ledger, kept, outcome } = await openScene({
      changeStatus: () => Promise.reject(refusal(false)),
    });
    await tools.announceKey(HASH);
    ledger.appendProblem = DENIED;
    const error = await failWith(tools.keep(made, bundle));
    expect(error.message).toContain(
      ' Certificate new, which was made for the new key, stands though nobody has its key; old serves as before.',
    );
    expect(outcome().warnings).toEqual([
      'Certificate new, whose key nobody has, could not be revoked (DELETE /certificates/new answered 403); the next run tries again.',
    ]);
    expect(outcome().acts).toEqual([]);
    expect(kept).toEqual([]);
  });

  test('that the store refuses: the certificate is revoked, and what served serves', async () => {
    const { tools, records } = await openScene({
      write: () =>
        Promise.reject(
          new SecretStoreError('PUT failed (403).', { mend: 'Give Secrets: write.', mayHaveArrived: false }),
        ),
    });
    await tools.announceKey(HASH);
    const error = await failWith(tools.keep(made, bundle));
    expect(error.message).toBe(
      'The new key was not kept: PUT failed (403). Certificate new, which was made for the new key, is revoked again; old serves as before.',
    );
    expect(error.mend).toBe('Give Secrets: write. Then run again.');
    expect(records().at(-1)).toEqual(retired(NEW));
  });

  test.each([
    [OLD, 'certificate new and old, which it replaces, both stay active.'],
    [null, 'certificate new stays active.'],
  ])('that the store may have done: nothing is revoked (%j)', async (previous, stands) => {
    const { tools, statuses } = await openScene({
      previous,
      write: () =>
        Promise.reject(
          new SecretStoreError('PUT failed (502).', { mend: 'See its status.', mayHaveArrived: true }),
        ),
    });
    await tools.announceKey(HASH);
    const error = await failWith(tools.keep(made, bundle));
    expect(error.message).toBe(`Whether the new key is kept is not known: PUT failed (502). So ${stands}`);
    expect(error.mend).toBe(
      'See its status. Then run again: another key is made and kept, and only then, after the overlap, what it replaces is revoked.',
    );
    expect(statuses).toEqual([]);
  });

  test('of which nobody knows how the store failed: nothing is revoked', async () => {
    const { tools, statuses } = await openScene({ write: () => Promise.reject(new TypeError('what?')) });
    await tools.announceKey(HASH);
    const error = await failWith(tools.keep(made, bundle));
    expect(error.message).toContain('Whether the new key is kept is not known: what?.');
    expect(error.mend).toMatch(/^See to where the key is to be kept\. Then run again/);
    expect(statuses).toEqual([]);
  });

  test('in files that cannot be written, in a first installation: the certificate is revoked', async () => {
    const { tools, statuses } = await openScene({ previous: null, write: null });
    await tools.announceKey(HASH);
    const error = await failWith(tools.keep(made, bundle));
    expect(error.message).toMatch(
      /^The new key was not kept: .*no space left\. Certificate new, which was made for the new key, is revoked again\.$/,
    );
    expect(error.mend).toContain('RUNNER_TEMP');
    expect(statuses).toHaveLength(1);
  });
});

describe('A certificate whose key nobody has', () => {
  const keyless = { ...observed('new'), publicKeySha256: HASH };

  test('is revoked while its key is open on record', async () => {
    const { tools, statuses, records } = await openScene();
    await tools.announceKey(HASH);
    expect(await tools.discard(keyless)).toBe(true);
    expect(statuses).toEqual([['new', 'revoke', 'accepted']]);
    expect(records().at(-1)).toEqual(retired(NEW));
  });

  test.each([
    ['its key was about to be kept', HASH, promoting(HASH, NEW)],
    ['its key is given up already', HASH, retired(NEW)],
    ['no key of its is known', null, null],
  ] as const)('is left alone where %s', async (_, publicKeySha256, entry) => {
    const { tools, statuses, appendElsewhere } = await openScene();
    if (entry !== null) await appendElsewhere(entry);
    await tools.announceKey(OTHER_HASH);
    expect(await tools.discard({ ...keyless, publicKeySha256 })).toBe(false);
    expect(statuses).toEqual([]);
  });

  test('ends the run where what failed is not of the vendor', async () => {
    const failure = new TypeError('a bug');
    const { tools } = await openScene({ changeStatus: () => Promise.reject(failure) });
    await tools.announceKey(HASH);
    await expect(tools.discard(keyless)).rejects.toBe(failure);
  });
});
