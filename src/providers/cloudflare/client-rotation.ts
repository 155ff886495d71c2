import type { Certificate } from '../../certificate/certificate.ts';
import type { Transport } from '../../http/transport.ts';
import type { Provider, Violation } from '../provider.ts';
import type {
  ActResult,
  KnownCertificate,
  ObservedCertificate,
  PromoteOrder,
  RetireOrder,
  Rotation,
  RotationObservation,
  RotationSetup,
  RotationTools,
} from '../rotation.ts';
import { type HostnameReading, readHostnames } from './client-associations.ts';
import { describeClientRotation } from './client-description.ts';
import { findCommonName, LIVING_STATUSES, type LivingStatus, observeClient } from './client-lineage.ts';

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;

export interface ClientRotationContext {
  readonly provider: Provider;
  readonly transport: Transport;
  readonly zoneId: string;
  readonly setup: RotationSetup;
  /** Every certificate of the common name that has the status now. */
  readonly listNamed: (commonName: string, status: LivingStatus) => Promise<readonly Certificate[]>;
}

/**
 * How the certificate that a client signs in with is replaced: key, create, keep, revoke. The key cannot wait
 * between two jobs, so the promote makes it; and Cloudflare does not know who uses it, so the records say what
 * serves.
 */
export function createClientRotation({
  provider,
  transport,
  zoneId,
  setup,
  listNamed,
}: ClientRotationContext): Rotation {
  const { lineageName: commonName, material, keptIn } = setup;
  const { validityDays, keyRequest } = material;
  if (commonName === null || keyRequest === null || validityDays === null) {
    throw new TypeError('A client certificate is rotated by its name, with a subject and validity-days');
  }
  let hosts: HostnameReading = { unreadable: 'they were not read yet' };

  async function observe(): Promise<RotationObservation> {
    const [read, [rows, unnamedCount]] = await Promise.all([readHostnames(transport, zoneId), readLiving()]);
    hosts = read;
    const remarks: string[] = [];
    if ('unreadable' in hosts) {
      remarks.push(`Which hosts ask for a client certificate could not be read: ${hosts.unreadable}.`);
    }
    if (unnamedCount > 0) remarks.push(`Rows of the list that have no id are left out: ${unnamedCount}.`);
    return {
      certificates: rows.map(observeClient),
      servingKnownBy: 'ledger',
      missingId: null,
      danglingIds: [],
      settlesByItself: true,
      hasStage: false,
      successorValidity: null,
      successorLifetimeMilliseconds: (validityDays ?? 0) * DAY_MILLISECONDS,
      blockers: [{ at: 'first', violation: describeUnknown(commonName ?? '') }],
      referrers: 'hostnames' in hosts ? hosts.hostnames.map((name) => `host ${name}`) : [],
      material: {
        'validity-days': validityDays,
        subject: keyRequest?.subject ?? null,
        'key-algorithm': keyRequest?.keyAlgorithm ?? null,
        'kept in': keptIn,
      },
      unfinished: [],
      remarks,
    };
  }

  /**
   * Those on their way first: one that arrives while it is read is then found among the active ones, and never
   * missed in both lists. One that is found in several is what the last of them says.
   */
  async function readLiving(): Promise<readonly [rows: readonly KnownCertificate[], unnamedCount: number]> {
    const [first, second, last] = LIVING_STATUSES;
    const moving = await Promise.all([
      listNamed(commonName ?? '', first),
      listNamed(commonName ?? '', second),
    ]);
    const all = [...moving.flat(), ...(await listNamed(commonName ?? '', last))];
    const known = new Map<string, KnownCertificate>();
    for (const row of all) if (row.id !== null) known.set(row.id, { ...row, id: row.id });
    return [[...known.values()], all.filter(({ id }) => id === null).length];
  }

  async function find(ids: readonly string[]): Promise<readonly ObservedCertificate[]> {
    const read = await Promise.all(ids.map((id) => provider.get(id)));
    return read.flatMap((certificate, index) =>
      certificate === null ? [] : [observeClient({ ...certificate, id: ids[index] ?? '' })],
    );
  }

  async function promote({ keyless }: PromoteOrder, tools: RotationTools): Promise<ActResult> {
    if (keyRequest === null) throw new TypeError('There is no key to make');
    const { csr, privateKeyPem } = await tools.makeKey(keyRequest);
    if (!(await tools.announceKey(csr.publicKeySha256))) {
      return { result: 'overtaken', reason: 'another run is making the successor in this moment' };
    }
    // Nobody has their keys, and each takes one of the zone's places.
    for (const one of keyless) await tools.discard(one);
    const created = await tools.createForKey(csr, validityDays);
    const usable = await awaitUse(created, tools);
    if ('unusable' in usable) {
      const isRevoked = await tools.discard({
        certificate: created,
        publicKeySha256: csr.publicKeySha256,
      });
      const after = isRevoked ? ', so it is revoked, and its key is forgotten' : '; its key is forgotten';
      return {
        result: 'failed',
        reason: `certificate ${created.id} ${usable.unusable}${after}`,
        restored: true,
      };
    }
    const { certificate, pem } = usable;
    const bundle = { privateKeyPem, certificatePem: pem, chainPems: [] };
    if (!(await tools.keep(certificate, bundle))) {
      return { result: 'overtaken', reason: 'another run has begun to make the successor meanwhile' };
    }
    return { result: 'done', certificate };
  }

  /** Waits until it can be used; says what stands against that. */
  async function awaitUse(
    created: KnownCertificate,
    tools: RotationTools,
  ): Promise<
    { readonly certificate: KnownCertificate; readonly pem: string } | { readonly unusable: string }
  > {
    let latest: Certificate = created;
    const isSettled = () => latest.status === 'active' && latest.pem !== null;
    await tools.poll(`certificate ${created.id} to be active`, async () => {
      if (isSettled()) return true;
      latest = (await provider.get(created.id)) ?? latest;
      const isGoing = latest.status === 'pending_revocation' || latest.status === 'revoked';
      return isSettled() || isGoing ? true : null;
    });
    const name = findCommonName(latest);
    if (latest.status !== 'active') return { unusable: `is ${latest.status ?? 'of unknown status'}` };
    if (latest.pem === null) return { unusable: 'is not shown by Cloudflare, so it cannot be kept' };
    if (name !== commonName) {
      return { unusable: `has the common name ${JSON.stringify(name)}, not ${JSON.stringify(commonName)}` };
    }
    return { certificate: { ...latest, id: created.id }, pem: latest.pem };
  }

  async function retire({ replaced, heir, by }: RetireOrder, tools: RotationTools): Promise<ActResult> {
    if (replaced === null) throw new TypeError('There is nothing to retire');
    const { id } = replaced.certificate;
    const [serving, old] = await Promise.all([provider.get(heir.certificate.id), provider.get(id)]);
    if (serving?.status !== 'active') {
      const status = serving === null ? 'gone' : (serving.status ?? 'of unknown status');
      return { result: 'overtaken', reason: `certificate ${heir.certificate.id} is ${status}` };
    }
    if (old === null || by !== 'revoke') return { result: 'done', certificate: null };
    await tools.changeStatus(id, 'revoke', 'accepted');
    const revoked = await tools.poll(`certificate ${id} to be revoked`, async () => {
      const now = await provider.get(id);
      return now === null || now.status === 'revoked' ? { now } : null;
    });
    if (revoked === null) {
      return { result: 'pending', reason: `certificate ${id} is being revoked, and is not shown to be yet` };
    }
    return { result: 'done', certificate: replaced.certificate };
  }

  return {
    lineage: { provider: provider.name, scope: zoneId, name: commonName },
    observe,
    find,
    describe: (order) =>
      describeClientRotation(order, { provider, commonName, validityDays, keyRequest, keptIn, hosts }),
    stage: async () => {
      throw new TypeError('A client certificate is made by its promote');
    },
    promote,
    prove: null,
    // Nothing points to a client certificate, so there is nothing to turn back.
    rollback: async ({ restored }) => ({
      result: 'refused',
      violations: [
        {
          reason: 'a client certificate cannot be rolled back: what was kept before cannot be read again',
          certificates: [restored.certificate.id],
          instead: 'rotate again, which makes and keeps another key',
          forcible: false,
        },
      ],
    }),
    retire,
  };
}

function describeUnknown(commonName: string): Violation {
  return {
    reason: `there is no active certificate with the common name ${commonName}`,
    certificates: [],
    instead:
      "correct 'name' (operation 'list' shows them), or set successor-id to 'new' to make the first one",
    forcible: false,
  };
}
