import type { Rotation, RotationObservation } from '../../providers/rotation.ts';
import { readHistory } from './history.ts';
import type { LedgerRecord } from './ledger.ts';
import type { LedgerBook } from './ledger-book.ts';

/** Adds what the records tell of a look: which certificates of the lineage it does not show, and which are gone. */
export async function completeObservation(
  { rotation, book }: { readonly rotation: Pick<Rotation, 'find'>; readonly book: Pick<LedgerBook, 'view'> },
  seen: RotationObservation,
): Promise<RotationObservation> {
  const { records } = book.view;
  const missingId = seen.missingId ?? findMissing(seen.danglingIds, records);
  if (rotation.find === undefined) return { ...seen, missingId };
  const { lastPromotion, replacements, openKeys } = readHistory(records);
  const named = [
    lastPromotion?.successor?.id,
    ...replacements.map(({ previous }) => previous.id),
    ...openKeys.map(({ certificate }) => certificate?.id),
  ];
  const known = new Set(seen.certificates.map(({ certificate }) => certificate.id));
  // A list leaves them out, or lags behind.
  const unseen = new Set(named.flatMap((id) => (id === undefined || known.has(id) ? [] : [id])));
  if (unseen.size === 0) return { ...seen, missingId };
  return { ...seen, missingId, certificates: [...seen.certificates, ...(await rotation.find([...unseen]))] };
}

/** The last on record of those that are named somewhere and do not exist. */
function findMissing(danglingIds: readonly string[], records: readonly LedgerRecord[]): string | null {
  const recorded = records.flatMap(({ previous, successor }) => [previous?.id, successor?.id]);
  return recorded.findLast((id) => id !== undefined && danglingIds.includes(id)) ?? null;
}
