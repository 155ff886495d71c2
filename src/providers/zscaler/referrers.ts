import { ApiError } from '../../http/errors.ts';
import type { Transport } from '../../http/transport.ts';
import type { Usage } from '../provider.ts';
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
  readonly one: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** Where the object is that is changed as a whole, and which of a row's fields holds its id. */
  readonly object: { readonly path: string; readonly idField: 'id' | 'appId' };
}[] = [
  {
    kind: 'Browser Access applications',
    one: 'Browser Access application',
    path: '/application/getAppsByType',
    query: { applicationType: 'BROWSER_ACCESS', expandAll: 'false' },
    object: { path: '/application', idField: 'appId' },
  },
  {
    kind: 'AppProtection (Inspect) applications',
    one: 'AppProtection (Inspect) application',
    path: '/application/getAppsByType',
    query: { applicationType: 'INSPECT', expandAll: 'false' },
    object: { path: '/application', idField: 'appId' },
  },
  {
    kind: 'PRA portals',
    one: 'PRA portal',
    path: '/praPortal',
    query: {},
    object: { path: '/praPortal', idField: 'id' },
  },
  {
    kind: 'user portals',
    one: 'user portal',
    path: '/userPortal',
    query: {},
    object: { path: '/userPortal', idField: 'id' },
  },
];

/** Everything of one kind that refers to any certificate, or the refusal to say. */
export interface ReferrerReadings {
  readonly kind: string;
  readonly rows: readonly Referrer[] | ApiError;
}

/**
 * Reads what refers to a certificate, kind by kind. A kind that the credential may not read, or that the tenant
 * does not have, is told as the refusal.
 * @throws ApiError where a list fails in any other way.
 */
export async function findReferrers(
  transport: Transport,
  certificateId: string,
  reading: ReferrerReading,
): Promise<readonly Referrers[]> {
  const readings = await readReferrers(transport, reading);
  return readings.map(({ kind, rows }) => ({
    kind,
    found:
      rows instanceof ApiError
        ? rows
        : rows.filter(({ refersTo }) => refersTo.includes(certificateId)).map(({ label }) => label),
  }));
}

/**
 * Reads everything that refers to any certificate of the customer's.
 * @throws ApiError where a list fails in any other way than by refusal.
 */
export async function readUsage(transport: Transport, reading: ReferrerReading): Promise<Usage> {
  const readings = await readReferrers(transport, reading);
  const referrers = new Map<string, string[]>();
  for (const { kind, rows } of readings) {
    if (rows instanceof ApiError) continue;
    for (const { label, refersTo } of rows) {
      for (const id of new Set(refersTo)) {
        const known = referrers.get(id) ?? [];
        known.push(`${label} (${kind})`);
        referrers.set(id, known);
      }
    }
  }
  const withheld = readings.flatMap(({ kind, rows }) =>
    rows instanceof ApiError
      ? `${kind} could not be read, so what they refer to is not known: ${rows.message}`
      : [],
  );
  return { referrers, withheld };
}

/**
 * Reads everything that may refer to a certificate, kind by kind.
 * @throws ApiError where a list fails in any other way than by refusal.
 */
export async function readReferrers(
  transport: Transport,
  { customerPath, query, pageSize, concurrency }: ReferrerReading,
): Promise<readonly ReferrerReadings[]> {
  const readings = KINDS.map(async (one): Promise<ReferrerReadings> => {
    const list: ListCall = {
      path: `${customerPath}${one.path}`,
      query: { ...one.query, ...query },
      pageSize,
    };
    try {
      const keyOf = (row: Referrer) => row.key;
      return {
        kind: one.kind,
        rows: await readList(transport, list, (row) => readReferrer(row, one, customerPath), {
          keyOf,
          concurrency,
        }),
      };
    } catch (error) {
      if (isDenial(error, list)) return { kind: one.kind, rows: error };
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

/** An application's app or a portal, as its list shows it. */
export interface Referrer {
  readonly key: string;
  readonly label: string;
  /** Kind and label: `PRA portal Vault at vault.example.com`. */
  readonly title: string;
  /** The host name that it serves; null where it has none. */
  readonly domain: string | null;
  readonly refersTo: readonly string[];
  /** The name of that certificate, as the row shows it. */
  readonly certificateName: string | null;
  /** Whether Zscaler provides its certificate, so that no other can be chosen. */
  readonly isManaged: boolean;
  /** The object that holds the reference; null where the row does not say. */
  readonly objectPath: string | null;
  /** The microtenant that the object belongs to; null: the Default one, or the one that was asked for. */
  readonly microtenantId: string | null;
}

function readReferrer(
  row: unknown,
  { one, object }: (typeof KINDS)[number],
  customerPath: string,
): Referrer | null {
  const read = referrerSchema.safeParse(row);
  if (!read.success) return null;
  const { id, name, domain, microtenantId, certificateName, managedByZs } = read.data;
  const known = [name, domain === name ? null : domain].filter((text) => text !== null && text !== undefined);
  const objectId = String(read.data[object.idField] ?? '');
  const label = known.length === 0 ? `id ${id}` : known.join(' at ');
  return {
    key: id === null || id === undefined ? JSON.stringify(row) : String(id),
    label,
    title: `${one} ${label}`,
    domain: domain || null,
    refersTo: findCertificateIds(row),
    certificateName: certificateName ?? null,
    isManaged: managedByZs === true,
    objectPath:
      objectId === '' ? null : `${customerPath}${object.path}/${encodeURIComponent(objectId.toWellFormed())}`,
    microtenantId: microtenantId === null || microtenantId === undefined ? null : String(microtenantId),
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
