import * as z from 'zod/mini';
import type { LedgerEntry } from '../../../operations/rotation/ledger.ts';
import type { Lineage } from '../../../providers/rotation.ts';

/** Every later version keeps `version` and `lineage` where they are. */
const VERSION = 1;

const lineageSchema = z.looseObject({ provider: z.string(), scope: z.string(), name: z.string() });
const certificateSchema = z.nullable(z.looseObject({ id: z.string(), fingerprint: z.nullable(z.string()) }));

const headSchema = z.looseObject({ version: z.optional(z.unknown()), lineage: lineageSchema });
const payloadSchema = z.looseObject({
  version: z.literal(VERSION),
  entry: z.string(),
  lineage: lineageSchema,
  phase: z.enum([
    'staging',
    'staged',
    'promoting',
    'promoted',
    'rolling-back',
    'rolled-back',
    'rollback-failed',
    'retired',
  ] satisfies LedgerEntry['phase'][]),
  previous: certificateSchema,
  successor: certificateSchema,
  publicKeySha256: z.nullable(z.string()),
  knownIds: z.array(z.string()),
  run: z.nullable(z.string()),
});

/** What a record holds besides its entry. */
export interface PayloadMarks {
  /** Of one append alone, so that it is known again where its answer was lost. */
  readonly mark: string;
  readonly run: string | null;
}

/** Whose record it is, and what it says. */
export type PayloadReading =
  | ({ readonly kind: 'record'; readonly entry: LedgerEntry } & PayloadMarks)
  /** Of another account, zone or name. */
  | { readonly kind: 'other' }
  /** It may be of this lineage, and nobody knows what it says. */
  | { readonly kind: 'unreadable'; readonly why: string };

/** An entry as a deployment carries it. It holds nothing secret. */
export function writePayload(entry: LedgerEntry, { mark, run }: PayloadMarks): Record<string, unknown> {
  const { lineage, phase, previous, successor, publicKeySha256, knownIds } = entry;
  return {
    version: VERSION,
    entry: mark,
    lineage: { provider: lineage.provider, scope: lineage.scope, name: lineage.name },
    phase,
    previous,
    successor,
    publicKeySha256,
    knownIds,
    run,
  };
}

/** @param payload as GitHub gives it: an object, or its JSON */
export function readPayload(payload: unknown, lineage: Lineage): PayloadReading {
  const given = typeof payload === 'string' ? parse(payload) : payload;
  const head = headSchema.safeParse(given);
  if (!head.success) return { kind: 'unreadable', why: 'it names no lineage' };
  if (!isSame(head.data.lineage, lineage)) return { kind: 'other' };
  const { version } = head.data;
  if (version !== VERSION) {
    return {
      kind: 'unreadable',
      why: `it is of version ${nameVersion(version)}, not ${VERSION}`,
    };
  }
  const whole = payloadSchema.safeParse(given);
  if (!whole.success) return { kind: 'unreadable', why: 'its payload is not of the shape of version 1' };
  const { entry: mark, run, phase, previous, successor, publicKeySha256, knownIds } = whole.data;
  const entry = {
    lineage,
    phase,
    previous: refer(previous),
    successor: refer(successor),
    publicKeySha256,
    knownIds,
  };
  return { kind: 'record', entry, mark, run };
}

/** Anything may stand there, however long or deep. */
function nameVersion(version: unknown): string {
  if (typeof version === 'number') return String(version);
  return version === undefined ? 'none' : 'unknown';
}

function isSame(one: Lineage, other: Lineage): boolean {
  return one.provider === other.provider && one.scope === other.scope && one.name === other.name;
}

function refer(given: z.output<typeof certificateSchema>): LedgerEntry['previous'] {
  return given === null ? null : { id: given.id, fingerprint: given.fingerprint };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
