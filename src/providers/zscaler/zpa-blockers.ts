import type { Certificate } from '../../certificate/certificate.ts';
import { coversName } from '../../certificate/coverage.ts';
import type { Upload, Violation } from '../provider.ts';
import type { Blocker, KnownCertificate } from '../rotation.ts';
import { isUpload, namesOf } from './lineage.ts';
import type { Referrer } from './referrers.ts';
import { findEntryViolations, isInTarget, type ZpaScope } from './scope.ts';

/** What was read and asked for, as far as it can stand against a phase. */
interface BlockerReading {
  readonly name: string;
  readonly rows: readonly Certificate[];
  readonly upload: Upload | null;
  readonly scope: ZpaScope;
}

/** What stands of a lineage, as far as it can stand against a phase. */
export interface Standing {
  /** What is to be replaced. */
  readonly serving: KnownCertificate | null;
  readonly to: KnownCertificate | null;
  readonly referrers: readonly Referrer[];
  readonly withheld: readonly string[];
}

/** What stands against the phases of a ZPA rotation, whoever the successor is. */
export function findBlockers(
  { name, rows, upload, scope }: BlockerReading,
  { serving, to, referrers, withheld }: Standing,
): readonly Blocker[] {
  const blockers: Blocker[] = findElsewhere(rows, name, scope).map((violation) => ({
    at: 'first',
    violation,
  }));
  const managed = referrers.filter(({ isManaged }) => isManaged);
  for (const at of managed.length === 0 ? [] : (['create', 'promote'] as const)) {
    blockers.push({ at, violation: describeManaged(managed, serving) });
  }
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

/** Where the name is another microtenant's, that is what is wrong. */
function findElsewhere(rows: readonly Certificate[], name: string, scope: ZpaScope): readonly Violation[] {
  const elsewhere = rows.filter((row) => row.name === name && !isInTarget(row, scope));
  return elsewhere.length === 0
    ? [describeUnknown(name)]
    : elsewhere.flatMap((row) => findEntryViolations(row, scope));
}

function describeManaged(managed: readonly Referrer[], serving: KnownCertificate | null): Violation {
  const id = serving?.id ?? 'the certificate';
  return {
    reason: managed
      .map(
        ({ title }) => `${title} names ${id}, and Zscaler manages it, so that no other can be chosen for it`,
      )
      .join('; '),
    certificates: serving === null ? [] : [serving.id],
    instead: 'have it managed by yourself in the admin portal, or take the certificate away from it there',
    forcible: false,
  };
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
