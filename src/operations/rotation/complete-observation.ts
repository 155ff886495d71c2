import type { RotationObservation } from '../../providers/rotation.ts';
import { readHistory } from './history.ts';
import type { RotationLoop } from './loop.ts';

/** Adds what the records name and a look at the whole does not show: a list leaves it out, or lags behind. */
export async function completeObservation(
  { rotation, book }: Pick<RotationLoop, 'rotation' | 'book'>,
  seen: RotationObservation,
): Promise<RotationObservation> {
  if (rotation.find === undefined) return seen;
  const { lastPromotion, replacements, openKeys } = readHistory(book.view.records);
  const named = [
    lastPromotion?.successor?.id,
    ...replacements.map(({ previous }) => previous.id),
    ...openKeys.map(({ certificate }) => certificate?.id),
  ];
  const known = new Set(seen.certificates.map(({ certificate }) => certificate.id));
  const missing = new Set(named.flatMap((id) => (id === undefined || known.has(id) ? [] : [id])));
  if (missing.size === 0) return seen;
  return { ...seen, certificates: [...seen.certificates, ...(await rotation.find([...missing]))] };
}
