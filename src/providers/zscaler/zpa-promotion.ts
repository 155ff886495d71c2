import type { Transport } from '../../http/transport.ts';
import type { VerifiedHost } from '../../interface/verified-host.ts';
import type { ActResult, KnownCertificate, PromoteOrder, RotationTools } from '../rotation.ts';
import { findReferrersOf } from './lineage.ts';
import { groupByObject, type ReferringObject, RepointingFailure, repointObject } from './repointing.ts';
import type { ZpaScope } from './scope.ts';
import type { ZpaLineage } from './zpa-observation.ts';

const PROBE_MILLISECONDS = 10_000;

/** What a promotion works with. */
export interface PromotionContext {
  readonly transport: Transport;
  readonly scope: ZpaScope;
  readonly verifyHosts: readonly VerifiedHost[];
  /** Reads the lineage anew. */
  readonly look: () => Promise<ZpaLineage>;
  readonly get: (id: string) => Promise<KnownCertificate | null>;
}

/** What was pointed elsewhere so far: what each reference named before, by object. */
type Moves = Map<ReferringObject, ReadonlyMap<string, string>>;

/** What is to be done. */
export interface Replacement {
  readonly replaced: KnownCertificate | null;
  readonly successor: KnownCertificate;
  /** Whatever names one of these is to name the successor. */
  readonly formerIds: ReadonlySet<string>;
}

/**
 * Points everything that refers to another certificate of the lineage to the successor, one object after another,
 * and has the hosts show it. Where one refuses, those that were moved are moved back.
 */
export async function moveReferrers(
  context: PromotionContext,
  { replaced, successor, formerIds }: Replacement,
  lineage: ZpaLineage,
  tools: RotationTools,
): Promise<ActResult> {
  const { transport, scope } = context;
  const waiting = findReferrersOf(formerIds, lineage.everything);
  const objects = groupByObject(waiting, scope);
  const moves: Moves = new Map();
  try {
    for (const object of objects) {
      const former = await repointObject(
        transport,
        object,
        ({ certificateId }) => (formerIds.has(certificateId) ? successor.id : null),
        tools,
      );
      if (former.size > 0) moves.set(object, former);
    }
  } catch (error) {
    if (error instanceof RepointingFailure) {
      return undo(context, { replaced, successor, moves, reason: error.message }, tools);
    }
    const left = objects.filter((object) => !moves.has(object));
    tools.warn(
      `${listTitles([...moves.keys()]) || 'Nothing yet'} names certificate ${successor.id}; not certain: ${listTitles(left)}. Both certificates are valid; running again goes on.`,
    );
    throw error;
  }
  return proveServed(context, { replaced, successor, moves }, tools);
}

/** What a proof works on. */
interface Promotion {
  readonly replaced: KnownCertificate | null;
  readonly successor: KnownCertificate;
  readonly moves: Moves;
}

/**
 * Has every host of `verify-hosts` show the successor over TLS. One that serves another certificate after
 * `wait-timeout` takes the promotion back; one that cannot be reached proves nothing.
 */
export async function proveServed(
  context: PromotionContext,
  promotion: Promotion,
  tools: RotationTools,
): Promise<ActResult> {
  const { verifyHosts } = context;
  const { successor } = promotion;
  const done: ActResult = { result: 'done', certificate: successor };
  if (verifyHosts.length === 0 || successor.fingerprint === null) return done;
  let wrong: readonly string[] = [];
  let unreachable: readonly string[] = [];
  const proved = await tools.poll(
    `${verifyHosts.map(({ host }) => host).join(', ')} to serve certificate ${successor.id}`,
    async () => {
      const probes = await Promise.all(
        verifyHosts.map(async (host) => ({ host, served: await tools.probe(host, PROBE_MILLISECONDS) })),
      );
      wrong = probes.flatMap(({ host, served }) =>
        'fingerprint' in served && served.fingerprint !== successor.fingerprint
          ? [`${describeHost(host)} serves ${served.fingerprint.slice(0, 23)}…`]
          : [],
      );
      unreachable = probes.flatMap(({ host, served }) =>
        'failure' in served ? [`${describeHost(host)}: ${served.failure}`] : [],
      );
      return wrong.length === 0 && unreachable.length === 0 ? true : null;
    },
  );
  if (proved !== null) return done;
  if (wrong.length > 0) {
    const reason = `${wrong.join('; ')}, not ${successor.fingerprint.slice(0, 23)}… of certificate ${successor.id}`;
    return undo(context, { ...promotion, reason }, tools);
  }
  return {
    result: 'pending',
    reason: `all that referred to the old certificate names ${successor.id} now, and what is served is not proved: ${unreachable.join('; ')}`,
  };
}

/** Points back to the old certificate what names the new one; each object is read anew, no saved one is sent. */
async function undo(
  context: PromotionContext,
  { replaced, successor, moves, reason }: Promotion & { readonly reason: string },
  tools: RotationTools,
): Promise<ActResult> {
  const { transport, scope } = context;
  const old = replaced === null ? null : await context.get(replaced.id);
  const lineage = await context.look();
  const moved = groupByObject(findReferrersOf(new Set([successor.id]), lineage.everything), scope);
  if (moved.length === 0) return { result: 'failed', reason, restored: true };
  if (old?.status !== 'valid') {
    const why = replaced === null ? 'nothing served before' : `${replaced.id} is ${old?.status ?? 'gone'}`;
    return {
      result: 'failed',
      reason: `${reason}. Nothing is moved back, since ${why}: ${listTitles(moved)} names ${successor.id}`,
      restored: false,
    };
  }
  const formerOf = new Map([...moves].map(([{ path }, former]) => [path, former]));
  const left: string[] = [];
  for (const object of moved) {
    try {
      await repointObject(
        transport,
        object,
        ({ key, certificateId }) =>
          certificateId === successor.id ? (formerOf.get(object.path)?.get(key) ?? old.id) : null,
        tools,
      );
    } catch (error) {
      left.push(`${object.titles.join(', ')} (${error instanceof Error ? error.message : String(error)})`);
    }
  }
  if (left.length === 0) return { result: 'failed', reason, restored: true };
  return {
    result: 'failed',
    reason: `${reason}. These name ${successor.id} still: ${left.join('; ')}; all others name ${old.id} again`,
    restored: false,
  };
}

function listTitles(objects: readonly ReferringObject[]): string {
  return objects.flatMap(({ titles }) => titles).join(', ');
}

function describeHost({ host, address, port }: VerifiedHost): string {
  return address === host ? `${host}:${port}` : `${host} at ${address}:${port}`;
}

/** The successor of an order that always has one. */
export function requireSuccessor({ successor }: PromoteOrder): KnownCertificate {
  if (successor === null) throw new TypeError('A ZPA certificate is staged before it is promoted');
  return successor.certificate;
}
