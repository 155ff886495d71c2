import { ApiError } from '../../http/errors.ts';
import type { CreationRequest } from '../../providers/provider.ts';
import type { KnownCertificate, RotationTools } from '../../providers/rotation.ts';
import { OperationError } from '../outcome.ts';
import { readHistory } from './history.ts';
import { type KeepingContext, keepBundle } from './keep-bundle.ts';
import type { LedgerRecord } from './ledger.ts';
import type { LedgerBook } from './ledger-book.ts';
import { findYoungKey, isKeyless, isTakenOver } from './open-keys.ts';
import type { RotationContext } from './outcome.ts';
import type { Recorder } from './recorder.ts';
import { SecretStoreError } from './secret-store.ts';
import type { Making } from './tools.ts';

type KeyTools = Pick<RotationTools, 'makeKey' | 'announceKey' | 'createForKey' | 'keep' | 'discard'>;

/** What the tools for a key work with. */
export interface KeyToolParts {
  readonly context: KeepingContext & Pick<RotationContext, 'generateKey'>;
  readonly book: LedgerBook;
  readonly recorder: Recorder;
  readonly making: Making;
  readonly make: (wanted: CreationRequest) => Promise<KnownCertificate>;
  readonly changeStatus: RotationTools['changeStatus'];
}

/**
 * A promote that makes a key, in an order that no crash can break. Nobody can read back what is kept, so the records
 * have to tell it:
 *
 * 1. The key's hash is announced. Of runs at once only the first goes on. A crash from here to 3 leaves at most a
 *    certificate whose key nobody has: the next run revokes it, and makes another one.
 * 2. The certificate is made.
 * 3. It is recorded that this certificate's key is about to be kept. A crash from here to 5 leaves it open whether
 *    the new key is kept or the old one: both certificates stay active, the next run keeps a third key, and from
 *    then on both are revoked after the overlap.
 * 4. It is kept, in one write.
 * 5. It is recorded as promoted, and the overlap begins.
 */
export function createKeyTools(parts: KeyToolParts): KeyTools {
  const { context, book, recorder, making, make, changeStatus } = parts;
  const { previous, settlesMilliseconds } = making;
  const { progress } = context;
  let announced: { readonly hash: string; readonly record: LedgerRecord | null } | null = null;

  /** Nothing was made with a key, or it is taken away: no later run has to look for it. */
  async function giveUp(publicKeySha256: string, made: KnownCertificate | null): Promise<void> {
    const gone = made === null ? null : { id: made.id, fingerprint: made.fingerprint };
    await recorder.confirm({ phase: 'retired', previous: gone, successor: previous, publicKeySha256 });
  }

  async function revoke(made: KnownCertificate, publicKeySha256: string): Promise<boolean> {
    try {
      await changeStatus(made.id, 'revoke', 'accepted');
    } catch (error) {
      if (!(error instanceof ApiError || error instanceof OperationError)) throw error;
      progress.warn(
        `Certificate ${made.id}, whose key nobody has, could not be revoked (${error.message.replace(/\.$/, '')}); the next run tries again.`,
      );
      return false;
    }
    await giveUp(publicKeySha256, made);
    progress.tell(`Revoked certificate ${made.id}, whose key nobody has`);
    return true;
  }

  /** Takes the new certificate away, and says what stands now. */
  async function takeBack(made: KnownCertificate): Promise<string> {
    const isRevoked = await revoke(made, announced?.hash ?? '');
    const old = previous === null ? '' : `; ${previous.id} serves as before`;
    return isRevoked
      ? `Certificate ${made.id}, which was made for the new key, is revoked again${old}.`
      : `Certificate ${made.id}, which was made for the new key, stands though nobody has its key${old}.`;
  }

  async function refresh(): Promise<void> {
    await book.refresh();
    const { unavailability } = book.view;
    if (unavailability === null) return;
    throw new OperationError(
      `The ledger cannot be read again (${unavailability.unavailable}), so whether another run makes the successor in this moment is not known.`,
      `${unavailability.mend} Then run again.`,
    );
  }

  /** Whether this run's key is the one to go on with; where it was silent for long, another run may have begun. */
  async function announceKeeping(made: KnownCertificate): Promise<boolean> {
    const hash = announced?.hash ?? '';
    const before = announced?.record ?? null;
    const record = await recorder.announce({
      phase: 'promoting',
      previous,
      successor: { id: made.id, fingerprint: made.fingerprint },
      publicKeySha256: hash,
    });
    if (record === null || before === null) return true;
    if (record.at.getTime() - before.at.getTime() < settlesMilliseconds) return true;
    await refresh();
    return !isTakenOver(hash, book.view.records, settlesMilliseconds);
  }

  return {
    async makeKey(request) {
      const made = await context.generateKey(request);
      context.materials.mask(made.privateKeyPem);
      const csr = { pem: made.csrPem, publicKeySha256: made.publicKeySha256, isFreshKey: true };
      return { csr, privateKeyPem: made.privateKeyPem };
    },
    async announceKey(publicKeySha256) {
      const record = await recorder.announce({
        phase: 'promoting',
        previous,
        successor: null,
        publicKeySha256,
      });
      announced = { hash: publicKeySha256, record };
      making.keepKeyHash(publicKeySha256);
      if (record === null) return true;
      await refresh();
      const first = findYoungKey(readHistory(book.view.records), book.view, {
        creationSettlesMilliseconds: settlesMilliseconds,
      });
      if (first === null || first.publicKeySha256 === publicKeySha256) return true;
      await giveUp(publicKeySha256, null);
      return false;
    },
    async createForKey(csr, validityDays) {
      try {
        return await make({ validityDays, csr, upload: null });
      } catch (error) {
        const isRefused = error instanceof ApiError && !error.mayHaveArrived;
        if (isRefused) await giveUp(csr.publicKeySha256, null);
        throw error;
      }
    },
    async keep(made, bundle) {
      let isOurs: boolean;
      try {
        isOurs = await announceKeeping(made);
      } catch (error) {
        if (!(error instanceof OperationError)) throw error;
        // What the records do not tell, a crash would hide: the key is not kept.
        const message = `The new key was not kept: ${lowerFirst(error.message)} ${await takeBack(made)}`;
        const mend = book.view.unavailability?.mend ?? '';
        throw new OperationError(message, `${mend} Then run again.`.trim(), error);
      }
      if (!isOurs) {
        await revoke(made, announced?.hash ?? '');
        return false;
      }
      try {
        await keepBundle(context, bundle);
      } catch (error) {
        throw await explainUnkept(error, made);
      }
      return true;
    },
    async discard({ certificate, publicKeySha256 }) {
      const isStill = isKeyless({ certificate, publicKeySha256 }, readHistory(book.view.records));
      return isStill && publicKeySha256 !== null ? revoke(certificate, publicKeySha256) : false;
    },
  };

  /** What stands after a key could not be kept, or perhaps could. */
  async function explainUnkept(error: unknown, made: KnownCertificate): Promise<OperationError> {
    const isOfStore = error instanceof SecretStoreError;
    const reason = error instanceof Error ? error.message.replace(/\.$/, '') : String(error);
    const mayBeKept = isOfStore ? error.mayHaveArrived : context.secretStore !== null;
    const isTold = isOfStore || error instanceof OperationError;
    const mend = isTold ? error.mend : 'See to where the key is to be kept.';
    if (!mayBeKept) {
      const message = `The new key was not kept: ${reason}. ${await takeBack(made)}`;
      return new OperationError(message, `${mend} Then run again.`, error);
    }
    const old = previous === null ? '' : ` and ${previous.id}, which it replaces, both`;
    return new OperationError(
      `Whether the new key is kept is not known: ${reason}. So certificate ${made.id}${old} stay${previous === null ? 's' : ''} active.`,
      `${mend} Then run again: another key is made and kept, and only then, after the overlap, what it replaces is revoked.`,
      error,
    );
  }
}

function lowerFirst(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}
