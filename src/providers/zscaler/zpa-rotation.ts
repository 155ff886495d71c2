import type { Certificate } from '../../certificate/certificate.ts';
import { ApiError } from '../../http/errors.ts';
import type { Transport } from '../../http/transport.ts';
import { EVERYTHING } from '../../interface/request.ts';
import type { Provider, Upload } from '../provider.ts';
import type {
  ActResult,
  KnownCertificate,
  PromoteOrder,
  RetireOrder,
  RollbackOrder,
  Rotation,
  RotationSetup,
  RotationTools,
  StageOrder,
} from '../rotation.ts';
import { findReferrersOf, nameStaged } from './lineage.ts';
import { type ReferrerReading, type ReferrerReadings, readReferrers } from './referrers.ts';
import { groupByObject, repointObject } from './repointing.ts';
import type { ZpaScope } from './scope.ts';
import { describeWithheld, findUncovered } from './zpa-blockers.ts';
import { describeZpaRotation } from './zpa-description.ts';
import { observeZpa, type ZpaLineage } from './zpa-observation.ts';
import { moveReferrers, type PromotionContext, proveServed, requireSuccessor } from './zpa-promotion.ts';

export interface ZpaRotationContext {
  readonly provider: Provider;
  readonly transport: Transport;
  readonly scope: ZpaScope;
  readonly reading: ReferrerReading;
  readonly setup: RotationSetup;
}

/**
 * How a web server certificate is replaced: uploaded beside the old one, everything that refers to the old one
 * pointed to it, the old one deleted, and its name handed on.
 */
export function createZpaRotation({
  provider,
  transport,
  scope,
  reading,
  setup,
}: ZpaRotationContext): Rotation {
  const { verifyHosts } = setup;
  const name = setup.lineageName ?? '';
  const upload = setup.material.upload;
  let seen: ZpaLineage | null = null;

  async function look(): Promise<ZpaLineage> {
    const [listed, readings] = await Promise.all([
      provider.list(EVERYTHING),
      readReferrers(transport, reading),
    ]);
    const rows = [...listed, ...(await findUnlisted(listed, readings))];
    seen = observeZpa({ name, rows, readings, upload, verifyHosts, scope });
    return seen;
  }

  /** What is referred to and not listed may be new: a list lags behind. */
  async function findUnlisted(
    listed: readonly Certificate[],
    readings: readonly ReferrerReadings[],
  ): Promise<readonly Certificate[]> {
    const known = new Set(listed.map(({ id }) => id));
    const named = readings.flatMap(({ rows }) => (rows instanceof ApiError ? [] : rows));
    const unlisted = new Set(named.flatMap(({ refersTo }) => refersTo.filter((id) => !known.has(id))));
    const read = await Promise.all([...unlisted].map((id) => provider.get(id)));
    return read.filter((certificate) => certificate !== null);
  }

  const get = async (id: string): Promise<KnownCertificate | null> => {
    const certificate = await provider.get(id);
    return certificate === null ? null : { ...certificate, id };
  };
  const promotion: PromotionContext = { transport, scope, verifyHosts, look, get };

  /** Where the name is free the first one takes it at once. */
  function nameUpload(given: Upload): Upload {
    const isFree = seen?.members.length === 0;
    return { ...given, name: isFree ? name : nameStaged(name, given.plan.fingerprint) };
  }

  async function rename(certificate: KnownCertificate, wanted: string, tools: RotationTools): Promise<void> {
    const { update } = provider;
    if (update === null || certificate.name === wanted) return;
    const changes = { name: wanted, description: null };
    await tools.sendLookingFirst(
      async (): Promise<true> => {
        await update.send(update.call(certificate, changes));
        return true;
      },
      async () => {
        const now = await provider.get(certificate.id);
        return now !== null && update.isDone(now, changes) ? true : null;
      },
    );
    tools.log(`Certificate ${certificate.id} is named ${wanted}`);
  }

  async function stage({ successor }: StageOrder, tools: RotationTools): Promise<ActResult> {
    if (successor !== null) return { result: 'done', certificate: successor.certificate };
    if (upload === null) throw new TypeError('There is nothing to upload');
    const certificate = await tools.create({ validityDays: null, csr: null, upload: nameUpload(upload) });
    return certificate === null
      ? { result: 'overtaken', reason: 'another run is uploading the successor in this moment' }
      : { result: 'done', certificate };
  }

  async function promote(order: PromoteOrder, tools: RotationTools): Promise<ActResult> {
    const { id } = requireSuccessor(order);
    const [successor, lineage] = await Promise.all([get(id), look()]);
    if (successor?.status !== 'valid') {
      return { result: 'overtaken', reason: `certificate ${id} is ${successor?.status ?? 'gone'}` };
    }
    const formerIds = new Set(lineage.members.map((member) => member.id).filter((one) => one !== id));
    if (order.missingId !== null) formerIds.add(order.missingId);
    const waiting = findReferrersOf(formerIds, lineage.everything);
    const uncovered = findUncovered(successor, order.replaced, waiting);
    if (uncovered.length > 0) return { result: 'refused', violations: uncovered };
    const isNamed = lineage.referrers.length + waiting.length > 0;
    const replacement = { replaced: order.replaced, successor, formerIds };
    const ended = await moveReferrers(promotion, replacement, lineage, tools);
    if (ended.result === 'done' && !isNamed) await handNameOn(successor, lineage, tools);
    return ended;
  }

  async function rollback({ failedId, restored }: RollbackOrder, tools: RotationTools): Promise<ActResult> {
    const [target, lineage] = await Promise.all([get(restored.certificate.id), look()]);
    const failed = new Set([failedId]);
    const isBroken = findReferrersOf(failed, lineage.everything).length > 0 && (await get(failedId)) === null;
    if (!isBroken || target?.status !== 'valid') {
      return { result: 'overtaken', reason: 'what stands has changed before the rollback' };
    }
    for (const object of groupByObject(findReferrersOf(failed, lineage.everything), scope)) {
      await repointObject(
        transport,
        object,
        ({ certificateId }) => (certificateId === failedId ? target.id : null),
        tools,
      );
    }
    return { result: 'done', certificate: target };
  }

  /** With nobody that refers to any, the name alone says which certificate it is. */
  async function handNameOn(
    successor: KnownCertificate,
    { members }: ZpaLineage,
    tools: RotationTools,
  ): Promise<void> {
    for (const other of members) {
      if (other.id === successor.id || other.name !== name || other.fingerprint === null) continue;
      await rename(other, nameStaged(name, other.fingerprint), tools);
    }
    await rename(successor, name, tools);
  }

  async function prove(order: PromoteOrder, tools: RotationTools): Promise<ActResult> {
    const successor = requireSuccessor(order);
    return proveServed(promotion, { replaced: order.replaced, successor, moves: new Map() }, tools);
  }

  async function retire({ replaced, heir, by }: RetireOrder, tools: RotationTools): Promise<ActResult> {
    const { id: heirId } = heir.certificate;
    const lineage = await look();
    if (lineage.serving?.id !== heirId) {
      return { result: 'overtaken', reason: `certificate ${heirId} is not the one that serves any more` };
    }
    if (replaced !== null && by === 'delete') {
      const { id } = replaced.certificate;
      const old = lineage.members.find((one) => one.id === id) ?? null;
      if (old !== null && lineage.withheld.length > 0) {
        const violations = lineage.withheld.map((reason) => describeWithheld(reason, old));
        return { result: 'refused', violations };
      }
      if (old !== null) await tools.remove(id);
    }
    const left = (await look()).observation.unfinished;
    if (left.length > 0) await rename(lineage.serving, name, tools);
    return { result: 'done', certificate: replaced?.certificate ?? null };
  }

  return {
    lineage: { provider: provider.name, scope: provider.scope, name },
    observe: async () => (await look()).observation,
    describe: (order) =>
      describeZpaRotation(order, {
        provider,
        scope,
        name,
        upload: upload === null ? null : nameUpload(upload),
        lineage: seen,
        hosts: verifyHosts.map(({ host, port }) => `${host}:${port}`),
      }),
    stage,
    promote,
    prove,
    rollback,
    retire,
  };
}
