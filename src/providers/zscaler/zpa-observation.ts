import type { Certificate } from '../../certificate/certificate.ts';
import { coversName } from '../../certificate/coverage.ts';
import { ApiError } from '../../http/errors.ts';
import type { VerifiedHost } from '../../interface/verified-host.ts';
import type { Upload, Violation } from '../provider.ts';
import type { Blocker, KnownCertificate, ObservedCertificate, RotationObservation } from '../rotation.ts';
import { findMembers, findReferrersOf, findServing, isUpload, namesOf, type ZpaServing } from './lineage.ts';
import type { Referrer, ReferrerReadings } from './referrers.ts';
import { findEntryViolations, type ZpaScope } from './scope.ts';

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
  readonly referrers: readonly Referrer[];
  /** Why it is not certain that nobody else refers to them: one sentence each. */
  readonly withheld: readonly string[];
}

/** What a tenant's certificates, applications and portals mean for the rotation of one name. */
export function observeZpa(reading: ZpaReading): ZpaLineage {
  const { name, rows, readings, upload, scope } = reading;
  const members = findMembers(rows, name, upload, scope);
  const referrers = findReferrersOf(
    members,
    readings.flatMap(({ rows: found }) => (found instanceof ApiError ? [] : found)),
  );
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
    missingId: null,
    hasStage: true,
    successorLifetimeMilliseconds: null,
    successorValidity: upload?.plan ?? null,
    blockers: findBlockers(reading, { serving: serving ?? from[0] ?? null, to, referrers, withheld }),
    referrers: referrers.map(({ title }) => title),
    material: {
      certificate: upload?.plan.fingerprint ?? null,
      'verify-hosts': reading.verifyHosts
        .map(({ host, address, port }) => `${host}=${address}:${port}`)
        .join(','),
    },
    unfinished: findUnfinished(serving, members, name),
    remarks: [
      ...withheld,
      ...(members.length > 0 && referrers.length === 0
        ? [`No application and no portal refers to ${name}: a promote only hands the name on.`]
        : []),
    ],
  };
  return { ...standing, observation, members, referrers, withheld };
}

function findUnfinished(
  serving: KnownCertificate | null,
  members: readonly KnownCertificate[],
  name: string,
): readonly string[] {
  if (serving === null || serving.name === name || members.some((one) => one.name === name)) return [];
  return [`certificate ${serving.id} is to be renamed from ${serving.name} to ${name}`];
}

interface Parts {
  /** What is to be replaced. */
  readonly serving: KnownCertificate | null;
  readonly to: KnownCertificate | null;
  readonly referrers: readonly Referrer[];
  readonly withheld: readonly string[];
}

function findBlockers(
  { name, upload, scope }: ZpaReading,
  { serving, to, referrers, withheld }: Parts,
): readonly Blocker[] {
  const blockers: Blocker[] = [{ at: 'first', violation: describeUnknown(name) }];
  if (upload === null) blockers.push({ at: 'create', violation: describeMissing(name) });
  else if (serving !== null && isUpload(serving, upload)) {
    blockers.push({ at: 'create', violation: describeSame(serving) });
  } else {
    const violations = findUncovered(upload.plan, serving, referrers);
    for (const at of ['create', 'promote'] as const) {
      blockers.push(...violations.map((violation) => ({ at, violation })));
    }
  }
  const replaced = to === null ? serving : null;
  if (replaced !== null) {
    blockers.push(
      ...findEntryViolations(replaced, scope).map((violation) => ({ at: 'retire' as const, violation })),
    );
  }
  blockers.push(
    ...withheld.map((reason) => ({ at: 'retire' as const, violation: describeWithheld(reason, serving) })),
  );
  return blockers;
}

/**
 * Names that the new certificate would leave without one: those of the old one, and the domains of what refers to
 * it. At most one violation of each kind.
 */
export function findUncovered(
  successor: Pick<Certificate, 'sans' | 'subject'>,
  replaced: KnownCertificate | null,
  referrers: readonly Referrer[],
): readonly Violation[] {
  const names = namesOf(successor);
  const has = `the new certificate has ${names.length === 0 ? 'no name at all' : names.join(', ')}`;
  const violations: Violation[] = [];
  const lost = replaced === null ? [] : namesOf(replaced).filter((name) => !coversName(names, name));
  if (replaced !== null && lost.length > 0) {
    violations.push({
      reason: `certificate ${replaced.id} is also for ${lost.join(', ')}; ${has}`,
      certificates: [replaced.id],
      instead: 'have a certificate issued with all of its names; a wildcard stands for one label only',
      forcible: false,
    });
  }
  const bare = referrers.filter(({ domain }) => domain !== null && !coversName(names, domain));
  if (bare.length > 0) {
    violations.push({
      reason: `${bare.map(({ title }) => title).join('; ')} would serve a certificate that is not for ${bare.length === 1 ? 'its' : 'their'} domain; ${has}`,
      certificates: replaced === null ? [] : [replaced.id],
      instead: 'have a certificate issued that covers every domain, or give those another certificate first',
      forcible: false,
    });
  }
  return violations;
}

function describeUnknown(name: string): Violation {
  return {
    reason: `there is no certificate named ${name}`,
    certificates: [],
    instead:
      "correct 'name' (operation 'list' shows them), or set successor-id to 'new' to upload the first one",
    forcible: false,
  };
}

function describeMissing(name: string): Violation {
  return {
    reason: `there is no certificate to take the place of ${name}: ZPA only takes what is uploaded`,
    certificates: [],
    instead: "have it renewed, and give it as 'certificate' and 'private-key' (and 'chain')",
    forcible: false,
  };
}

function describeSame({ id }: KnownCertificate): Violation {
  return {
    reason: `the certificate that is given is ${id}, which serves now`,
    certificates: [id],
    instead: "give the renewed one as 'certificate' and 'private-key'",
    forcible: false,
  };
}

export function describeWithheld(reason: string, certificate: KnownCertificate | null): Violation {
  return {
    reason: reason.replace(/\.$/, ''),
    certificates: certificate === null ? [] : [certificate.id],
    instead: "give the API client a role that may read them, or set retire-by to 'keep'",
    forcible: false,
  };
}
