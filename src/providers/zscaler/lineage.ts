import type { Certificate } from '../../certificate/certificate.ts';
import { readCommonName } from '../../certificate/material/subject.ts';
import type { Upload } from '../provider.ts';
import type { KnownCertificate } from '../rotation.ts';
import type { Referrer } from './referrers.ts';
import { isInTarget, type ZpaScope } from './scope.ts';

/**
 * The certificates of one lineage: of its name, of its name with the beginning of their own fingerprint, and those
 * that are what is to be uploaded.
 */
export function findMembers(
  rows: readonly Certificate[],
  name: string,
  upload: Upload | null,
  scope: ZpaScope,
): readonly KnownCertificate[] {
  return rows
    .flatMap((row) => (row.id === null ? [] : [{ ...row, id: row.id }]))
    .filter((row) => isInTarget(row, scope))
    .filter(
      (row) =>
        row.name === name ||
        (row.fingerprint !== null && row.name === nameStaged(name, row.fingerprint)) ||
        isUpload(row, upload),
    );
}

/** The name of a certificate that does not have the lineage's own: names tell certificates apart. */
export function nameStaged(name: string, fingerprint: string): string {
  return `${name}-${fingerprint.replaceAll(':', '').slice(0, 8).toLowerCase()}`;
}

export function isUpload({ fingerprint }: Certificate, upload: Upload | null): boolean {
  return upload !== null && fingerprint === upload.plan.fingerprint;
}

/** Whether a name is that of the lineage, or may be that of one of its staged certificates. */
export function isNameOf(name: string, lineageName: string): boolean {
  return name === lineageName || (name.startsWith(`${lineageName}-`) && STAGED_SUFFIX.test(name));
}

const STAGED_SUFFIX = /-[0-9a-f]{8}$/;

/** Those that refer to any of the certificates. */
export function findReferrersOf(ids: ReadonlySet<string>, rows: readonly Referrer[]): readonly Referrer[] {
  return rows.filter(({ refersTo }) => refersTo.some((id) => ids.has(id)));
}

/** What serves, of a lineage; `to` and `from` where some refer to one and some to another. */
export interface ZpaServing {
  readonly serving: KnownCertificate | null;
  readonly to: KnownCertificate | null;
  readonly from: readonly KnownCertificate[];
}

/**
 * What serves is what is referred to. Where some refer to one and some to another, the newer one is on its way in.
 * Where nobody refers to any, the name says which one it is; without one of that name, it is the newest valid one.
 */
export function findServing(
  members: readonly KnownCertificate[],
  referrers: readonly Referrer[],
  { name, upload }: { readonly name: string; readonly upload: Upload | null },
): ZpaServing {
  const referredTo = new Set(referrers.flatMap(({ refersTo }) => refersTo));
  const used = members.filter(({ id }) => referredTo.has(id));
  const newestFirst = (all: readonly KnownCertificate[]) =>
    [...all].sort((a, b) => Number(isUpload(b, upload)) - Number(isUpload(a, upload)) || compareAge(b, a));
  if (used.length > 1) {
    const [to = null, ...from] = newestFirst(used);
    return { serving: null, to, from };
  }
  if (used.length === 1) return { serving: used[0] ?? null, to: null, from: [] };
  const named = newestFirst(members.filter((one) => one.name === name));
  const valid = newestFirst(members.filter(({ status }) => status === 'valid'));
  return { serving: named[0] ?? valid[0] ?? newestFirst(members)[0] ?? null, to: null, from: [] };
}

/** Ids grow, and are longer than a number can hold. */
function compareAge(a: KnownCertificate, b: KnownCertificate): number {
  const created = (a.createdAt?.getTime() ?? 0) - (b.createdAt?.getTime() ?? 0);
  return created || a.id.length - b.id.length || (a.id < b.id ? -1 : 1);
}

/** The host names that a certificate is for. */
export function namesOf({ sans, subject }: Pick<Certificate, 'sans' | 'subject'>): readonly string[] {
  if (sans !== null && sans.length > 0) return sans;
  const commonName = readCommonName(subject);
  return commonName === null ? [] : [commonName];
}
