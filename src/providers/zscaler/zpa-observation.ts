import type { Certificate } from '../../certificate/certificate.ts';
import { ApiError } from '../../http/errors.ts';
import type { VerifiedHost } from '../../interface/verified-host.ts';
import type { Upload } from '../provider.ts';
import type { KnownCertificate, ObservedCertificate, RotationObservation } from '../rotation.ts';
import { findDangling, findOwnDangling, remarkOnDangling } from './dangling.ts';
import { findMembers, findReferrersOf, findServing, isUpload, namesOf, type ZpaServing } from './lineage.ts';
import type { Referrer, ReferrerReadings } from './referrers.ts';
import type { ZpaScope } from './scope.ts';
import { findBlockers } from './zpa-blockers.ts';

/** What was read in one moment. */
export interface ZpaReading {
  readonly name: string;
  readonly rows: readonly Certificate[];
  readonly readings: readonly ReferrerReadings[];
  readonly upload: Upload | null;
  readonly verifyHosts: readonly VerifiedHost[];
  readonly scope: ZpaScope;
}

/** The lineage as it stands, with all that is needed to act on it. */
export interface ZpaLineage extends ZpaServing {
  readonly observation: RotationObservation;
  readonly members: readonly KnownCertificate[];
  /** Whatever may refer to any certificate of the tenant. */
  readonly everything: readonly Referrer[];
  readonly referrers: readonly Referrer[];
  /** Why it is not certain that nobody else refers to them: one sentence each. */
  readonly withheld: readonly string[];
}

/** What a tenant's certificates, applications and portals mean for the rotation of one name. */
export function observeZpa(reading: ZpaReading): ZpaLineage {
  const { name, rows, readings, upload, scope } = reading;
  const members = findMembers(rows, name, upload, scope);
  const everything = readings.flatMap(({ rows: found }) => (found instanceof ApiError ? [] : found));
  const memberIds = new Set(members.map(({ id }) => id));
  const referrers = findReferrersOf(memberIds, everything);
  const dangling = findDangling(everything, idsOf(rows));
  const missingId = findOwnDangling(dangling, {
    name,
    hostNames: [...members, ...(upload === null ? [] : [upload.plan])].flatMap(namesOf),
    isReferredTo: referrers.length > 0,
  });
  const withheld = readings.flatMap(({ kind, rows: found }) =>
    found instanceof ApiError
      ? `${kind} could not be read, so whether they refer to it is not known: ${found.message}`
      : [],
  );
  const standing = findServing(members, referrers, { name, upload });
  const { serving, to, from } = standing;
  const serves = (one: KnownCertificate): ObservedCertificate['serves'] => {
    if (one === serving) return 'yes';
    if (one === to) return 'arriving';
    return from.includes(one) ? 'departing' : 'no';
  };
  const referredTo = new Set(referrers.flatMap(({ refersTo }) => refersTo));
  const certificates = members.map(
    (member): ObservedCertificate => ({
      certificate: { ...member, inUse: referredTo.has(member.id) },
      readiness: member.status === 'pending' ? 'dormant' : 'ready',
      serves: serves(member),
      resemblance: isUpload(member, upload) ? 'certain' : 'none',
      publicKeySha256: null,
      unfitness: null,
    }),
  );
  const observation: RotationObservation = {
    certificates,
    servingKnownBy: 'provider',
    missingId,
    danglingIds: dangling.map(({ id }) => id),
    settlesByItself: false,
    hasStage: true,
    successorLifetimeMilliseconds: null,
    successorValidity: upload?.plan ?? null,
    blockers: findBlockers(reading, { serving: serving ?? from[0] ?? null, to, referrers, withheld }),
    referrers: findReferrersOf(
      missingId === null ? memberIds : new Set([...memberIds, missingId]),
      everything,
    ).map(({ title }) => title),
    material: {
      certificate: upload?.plan.fingerprint ?? null,
      'verify-hosts': reading.verifyHosts
        .map(({ host, address, port }) => `${host}=${address}:${port}`)
        .join(','),
    },
    unfinished: findUnfinished(serving, members, name),
    remarks: [
      ...withheld,
      ...remarkOnDangling(dangling),
      ...(to === null ? [] : [to, ...from].map((one) => remarkOnNaming(one, referrers))),
      ...(members.length > 0 && referrers.length === 0 && missingId === null
        ? [`No application and no portal refers to ${name}: a promote only hands the name on.`]
        : []),
    ],
  };
  return { ...standing, observation, members, everything, referrers, withheld };
}

/** The ids of certificates. */
function idsOf(rows: readonly Certificate[]): ReadonlySet<string> {
  return new Set(rows.flatMap(({ id }) => (id === null ? [] : [id])));
}

function remarkOnNaming({ id }: KnownCertificate, referrers: readonly Referrer[]): string {
  const titles = findReferrersOf(new Set([id]), referrers).map(({ title }) => title);
  return `Certificate ${id} is named by ${titles.join(', ')}.`;
}

function findUnfinished(
  serving: KnownCertificate | null,
  members: readonly KnownCertificate[],
  name: string,
): readonly string[] {
  if (serving === null || serving.name === name || members.some((one) => one.name === name)) return [];
  return [`certificate ${serving.id} is to be renamed from ${serving.name} to ${name}`];
}
