import { ApiError } from '../../http/errors.ts';
import type { Transport } from '../../http/transport.ts';
import { type ListCall, readList } from './client.ts';
import { referrerSchema } from './wire.ts';

/** What one kind of thing has to do with a certificate. */
export interface Referrers {
  /** Plural, as in a sentence. */
  readonly kind: string;
  /** Those that refer to it, as people know them, or the refusal to say. */
  readonly found: readonly string[] | ApiError;
}

export interface ReferrerReading {
  /** The customer's path, without a slash at its end. */
  readonly customerPath: string;
  readonly query: Readonly<Record<string, string>>;
  readonly pageSize: number;
  readonly concurrency: number;
}

/** Everything that can refer to a web server certificate (ZPA help, Configuring Browser Access and portals). */
const KINDS: readonly {
  readonly kind: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
}[] = [
  {
    kind: 'Browser Access applications',
    path: '/application/getAppsByType',
    query: { applicationType: 'BROWSER_ACCESS', expandAll: 'false' },
  },
  {
    kind: 'AppProtection (Inspect) applications',
    path: '/application/getAppsByType',
    query: { applicationType: 'INSPECT', expandAll: 'false' },
  },
  { kind: 'PRA portals', path: '/praPortal', query: {} },
  { kind: 'user portals', path: '/userPortal', query: {} },
];

/**
 * Reads what refers to a certificate, kind by kind. A kind that the credential may not read, or that the tenant
 * does not have, is told as the refusal.
 * @throws ApiError where a list fails in any other way.
 */
export async function findReferrers(
  transport: Transport,
  certificateId: string,
  { customerPath, query, pageSize, concurrency }: ReferrerReading,
): Promise<readonly Referrers[]> {
  const readings = KINDS.map(async (one): Promise<Referrers> => {
    const list: ListCall = {
      path: `${customerPath}${one.path}`,
      query: { ...one.query, ...query },
      pageSize,
    };
    try {
      const keyOf = (row: Referrer) => row.key;
      const rows = await readList(transport, list, readReferrer, { keyOf, concurrency });
      return {
        kind: one.kind,
        found: rows.filter(({ refersTo }) => refersTo.includes(certificateId)).map(({ label }) => label),
      };
    } catch (error) {
      if (isDenial(error, list)) return { kind: one.kind, found: error };
      throw error;
    }
  });
  // Where one fails, the others are waited for: no call is under way when the session is closed.
  const outcomes = await Promise.allSettled(readings);
  return outcomes.map((outcome) => {
    if (outcome.status === 'rejected') throw outcome.reason;
    return outcome.value;
  });
}

interface Referrer {
  readonly key: string;
  readonly label: string;
  readonly refersTo: readonly string[];
}

function readReferrer(row: unknown): Referrer | null {
  const read = referrerSchema.safeParse(row);
  if (!read.success) return null;
  const { id, name, domain } = read.data;
  const known = [name, domain === name ? null : domain].filter((text) => text !== null && text !== undefined);
  return {
    key: id === null || id === undefined ? JSON.stringify(row) : String(id),
    label: known.length === 0 ? `id ${id}` : known.join(' at '),
    refersTo: findCertificateIds(row),
  };
}

/**
 * The certificates that a row names, wherever in it: a flat app or portal has `certificateId` itself, an
 * application in its `clientlessApps` or in its `commonAppsDto.appsConfig`.
 */
function findCertificateIds(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([field, inner]) =>
    field === 'certificateId' && (typeof inner === 'string' || typeof inner === 'number')
      ? [String(inner)]
      : findCertificateIds(inner),
  );
}

/** A refusal of the list itself, not of a sign-in in its midst. */
function isDenial(error: unknown, { path }: ListCall): error is ApiError {
  return (
    error instanceof ApiError && error.call === `GET ${path}` && [401, 403, 404].includes(error.status ?? 0)
  );
}
