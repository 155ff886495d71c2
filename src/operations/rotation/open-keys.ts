import type { ObservedCertificate } from '../../providers/rotation.ts';
import type { RotationPolicy } from './decision.ts';
import type { LineageHistory, OpenKey } from './history.ts';
import type { LedgerRecord } from './ledger.ts';
import type { LedgerView } from './ledger-book.ts';

/** The announced key that a certificate was made with, and of which no end is on record; null where there is none. */
export function findOpenKey(
  { publicKeySha256, certificate }: Pick<ObservedCertificate, 'publicKeySha256' | 'certificate'>,
  { openKeys }: LineageHistory,
): OpenKey | null {
  const isOf = (key: OpenKey) =>
    key.publicKeySha256 === publicKeySha256 || key.certificate?.id === certificate.id;
  return openKeys.find(isOf) ?? null;
}

/** Whether its key was made by a run that ended, or will have to end, before it keeps it: then nobody has it. */
export function isKeyless(
  one: Pick<ObservedCertificate, 'publicKeySha256' | 'certificate'>,
  history: LineageHistory,
): boolean {
  return findOpenKey(one, history)?.certificate === null;
}

/** The first of the keys of which a run may be making use in this moment; null where there is none. */
export function findYoungKey(
  { openKeys }: LineageHistory,
  { now }: LedgerView,
  { creationSettlesMilliseconds }: Pick<RotationPolicy, 'creationSettlesMilliseconds'>,
): OpenKey | null {
  return openKeys.find(({ at }) => at.getTime() + creationSettlesMilliseconds > now.getTime()) ?? null;
}

/**
 * Whether another run has taken over since a key was announced: it took the key's certificate away, or announced its
 * own key once nothing had been heard of this one for so long that its run had to be dead. One that announced earlier
 * than that gives way itself.
 * @param records in the order in which they were appended.
 */
export function isTakenOver(
  publicKeySha256: string,
  records: readonly LedgerRecord[],
  settlesMilliseconds: number,
): boolean {
  let heardAt: number | null = null;
  const givenUp = new Set(
    records.filter(({ phase }) => phase === 'retired').map((record) => record.publicKeySha256),
  );
  if (givenUp.has(publicKeySha256)) return true;
  for (const record of records) {
    const at = record.at.getTime();
    if (record.publicKeySha256 === publicKeySha256) heardAt = at;
    else if (heardAt !== null && record.publicKeySha256 !== null && !givenUp.has(record.publicKeySha256)) {
      if (at - heardAt >= settlesMilliseconds) return true;
    }
  }
  return false;
}
