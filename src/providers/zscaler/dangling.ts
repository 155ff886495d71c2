import { coversName } from '../../certificate/coverage.ts';
import { isNameOf } from './lineage.ts';
import type { Referrer } from './referrers.ts';

/** An application or portal that names a certificate which does not exist. */
export interface Dangling {
  readonly id: string;
  readonly referrer: Referrer;
}

/** Everything that names a certificate which is not there. */
export function findDangling(
  referrers: readonly Referrer[],
  existingIds: ReadonlySet<string>,
): readonly Dangling[] {
  return referrers.flatMap((referrer) =>
    referrer.refersTo.filter((id) => !existingIds.has(id)).map((id) => ({ id, referrer })),
  );
}

/**
 * Which of them the lineage's was: one that is shown with its name; or, where nothing refers to any certificate of
 * the lineage, one that is named by a host which they are for. Null where there is no such.
 */
export function findOwnDangling(
  dangling: readonly Dangling[],
  lineage: { readonly name: string; readonly hostNames: readonly string[]; readonly isReferredTo: boolean },
): string | null {
  const byName = dangling.find(
    ({ referrer: { certificateName } }) =>
      certificateName !== null && isNameOf(certificateName, lineage.name),
  );
  if (byName !== undefined) return byName.id;
  if (lineage.isReferredTo) return null;
  const byHost = dangling.find(
    ({ referrer: { domain } }) => domain !== null && coversName(lineage.hostNames, domain),
  );
  return byHost?.id ?? null;
}

/** What people should know of them: one sentence each. */
export function remarkOnDangling(dangling: readonly Dangling[]): readonly string[] {
  return dangling.map(
    ({ id, referrer }) =>
      `${referrer.title}: certificate ${id}, which is named there, does not exist. Choose another one there.`,
  );
}
