import { formatDuration } from '../../certificate/duration.ts';
import { formatDate } from '../../certificate/time.ts';
import type { Violation } from '../../providers/provider.ts';
import type { ObservedCertificate, RotationObservation } from '../../providers/rotation.ts';
import { decideMakingPromote } from './decide-making-promote.ts';
import type { Decision, RotationPolicy } from './decision.ts';
import {
  block,
  blockersAt,
  build,
  describeFailedPromotion,
  describeUnprovable,
  type Situation,
} from './decision-parts.ts';
import { assessDue, wouldBeDueAtOnce } from './due.ts';
import { findSuccessor, type SuccessorFinding } from './successor.ts';

/**
 * A certificate is due, or there is none: its successor is sought, made, soaked and promoted.
 * @param subject what is said before `why`.
 */
export function decideDue(
  current: ObservedCertificate | null,
  why: string,
  situation: Situation,
  subject = current === null ? 'First installation' : `Certificate ${current.certificate.id} is due`,
): Decision {
  const { observation, policy } = situation;
  const because = `${subject}: ${why}`;
  const stopped = findStops(current, situation);
  if (stopped !== null) return stopped;
  const unknown = findUnknownLineage(current, situation);
  if (unknown.length > 0) return block(situation, { current }, unknown);
  if (!observation.hasStage) {
    return decideMakingPromote(current, because, {
      ...situation,
      violations: findLifetimeViolations(observation, policy),
    });
  }
  const finding = findSuccessor({ ...situation, current });
  const remarks = remarkOnDue(current, situation);
  const successor = finding.kind === 'found' ? finding.successor : null;
  // A successor that could not be promoted is not made either: it would be one more that no record names.
  const unproved = findUnprovable(successor, current, situation);
  if (finding.kind === 'blocked') {
    return block(situation, { current, remarks }, [...finding.violations, ...unproved]);
  }
  if (finding.kind === 'none') {
    const violations = [
      ...blockersAt(observation, 'create', 'stage'),
      ...findLifetimeViolations(observation, policy),
      ...findDueMaterial(situation),
      ...unproved,
    ];
    if (violations.length > 0) return block(situation, { current, remarks }, violations);
    return build(situation, {
      state: 'planned',
      reason: `${because}. Its successor has to be made.`,
      current,
      step: { kind: 'stage', phase: 'stage', successor: null, adoption: null },
      remarks,
    });
  }
  if (unproved.length > 0) return block(situation, { current, successor, remarks }, unproved);
  if (finding.kind === 'await') {
    const run = finding.staging.run === null ? 'a run' : `run ${finding.staging.run}`;
    return build(situation, {
      state: 'planned',
      reason: `${because}. At ${formatDate(finding.staging.at)} ${run} began to make its successor, which does not show yet.`,
      current,
      step: { kind: 'await-creation', phase: 'stage', until: finding.until },
      remarks,
    });
  }
  return decideFound(current, because, finding, remarks, situation);
}

/** The successor is there: it is brought to the edge, soaks, and is promoted. */
function decideFound(
  current: ObservedCertificate | null,
  because: string,
  { successor, adoption }: Extract<SuccessorFinding, { kind: 'found' }>,
  remarks: readonly string[],
  situation: Situation,
): Decision {
  const { observation, history, ledger, policy } = situation;
  const { id } = successor.certificate;
  const staging = history.findStaging(id);
  const mustRecord = staging === null && ledger.unavailability === null;
  if (successor.readiness !== 'ready' || mustRecord) {
    const violations = successor.readiness === 'dormant' ? blockersAt(observation, 'stage') : [];
    if (violations.length > 0) return block(situation, { current, successor, remarks }, violations);
    return build(situation, {
      state: 'planned',
      reason: `${because}. Its successor ${id} is ${successor.certificate.status ?? 'of unknown status'}${mustRecord && successor.readiness === 'ready' ? ', and its soak has not begun' : ''}.`,
      current,
      successor,
      step: { kind: 'stage', phase: 'stage', successor, adoption },
      remarks,
    });
  }

  const soak = policy.soakMilliseconds;
  const soakedAt = staging === null ? null : new Date(staging.at.getTime() + soak);
  // A ledger's times are rounded so that nothing is hastened; a soak of nothing has nothing to prove.
  if (soak > 0 && soakedAt !== null && soakedAt.getTime() > ledger.now.getTime()) {
    const endsBefore = current?.certificate.notAfter ?? null;
    const isLate = endsBefore !== null && endsBefore.getTime() < soakedAt.getTime();
    return build(situation, {
      state: 'soaking',
      reason: `${because}. Its successor ${id} soaks until ${formatDate(soakedAt)}, so that every device has it before it serves.`,
      current,
      successor,
      comesNext: { phase: 'promote', notBefore: soakedAt },
      remarks: isLate
        ? [
            ...remarks,
            `Certificate ${current?.certificate.id} ends before the soak is over. Where the devices have the successor already, shorten soak and run again.`,
          ]
        : remarks,
    });
  }
  const violations = blockersAt(observation, 'promote');
  if (violations.length > 0) return block(situation, { current, successor, remarks }, violations);
  return build(situation, {
    state: 'staged',
    reason: `${because}. Its successor ${id} is ready${soak > 0 ? `, and has soaked for ${formatDuration(soak)}` : ''}.`,
    current,
    successor,
    step: { kind: 'promote', phase: 'promote', replaced: current, successor, keyless: [] },
    remarks,
  });
}

/** A promotion that failed, or that somebody took back: people have to say what comes next. */
function findStops(current: ObservedCertificate | null, situation: Situation): Decision | null {
  const { history, policy, observation } = situation;
  const currentId = current?.certificate.id ?? null;
  if (policy.successor !== null || history.namedSuccessorId !== null) return null;
  const { lastFailure, lastPromotion } = history;
  if (lastFailure !== null && (lastFailure.previous?.id ?? null) === currentId) {
    const failed = describeFailedPromotion(lastFailure.successor?.id ?? '', lastFailure.at);
    return block(situation, { current, state: 'rolled-back' }, [failed]);
  }
  const promotedId = lastPromotion?.successor?.id ?? null;
  const stillExists = observation.certificates.some(({ certificate }) => certificate.id === promotedId);
  if (lastPromotion === null || promotedId === currentId || !stillExists) return null;
  if ((lastPromotion.previous?.id ?? null) !== currentId) return null;
  return block(situation, { current }, [
    {
      reason: `certificate ${promotedId} was promoted at ${formatDate(lastPromotion.at)}, and since then somebody has set ${currentId ?? 'none'} to serve again`,
      certificates: [promotedId ?? ''],
      instead: `find out why; then set successor-id to '${promotedId}' to promote it again, or to 'new' to make another one`,
      forcible: false,
    },
  ]);
}

function remarkOnDue(current: ObservedCertificate | null, situation: Situation): readonly string[] {
  const { observation, history } = situation;
  const remarks: string[] = [];
  const named = history.namedSuccessorId;
  if (named !== null && !observation.certificates.some(({ certificate }) => certificate.id === named)) {
    remarks.push(`Certificate ${named}, which an earlier run staged, is gone.`);
  }
  if (current === null) {
    remarks.push('Nothing serves before it, so this promotion cannot be taken back.');
  }
  return remarks;
}

/** A lineage that nobody has heard of is more often a mistyped name than a first one. */
function findUnknownLineage(
  current: ObservedCertificate | null,
  { observation, history, policy }: Situation,
): readonly Violation[] {
  const isWanted = policy.successor?.by === 'new';
  return current === null && history.isEmpty && !isWanted ? blockersAt(observation, 'first') : [];
}

/**
 * Without the ledger nothing tells when a soak or an overlap began, nor, later, that a certificate was replaced at
 * all: a rotation that could not be brought to its end is not begun.
 */
function findUnprovable(
  successor: ObservedCertificate | null,
  current: ObservedCertificate | null,
  { observation, ledger, policy }: Situation,
): readonly Violation[] {
  if (ledger.unavailability === null) return [];
  const { soakMilliseconds: soak, overlapMilliseconds: overlap, retireBy } = policy;
  const violations: Violation[] = [];
  if (soak > 0 && observation.hasStage) {
    violations.push(describeUnprovable('soak', soak, successor?.certificate.id ?? null, ledger));
  }
  if (overlap > 0 && current !== null && retireBy !== 'keep') {
    violations.push(describeUnprovable('overlap', overlap, current.certificate.id, ledger));
  }
  return violations;
}

/** What is given to be uploaded must serve for longer than what it replaces is due. */
function findDueMaterial({ observation, policy, now }: Situation): readonly Violation[] {
  if (observation.successorValidity === null) return [];
  const assessed = assessDue(observation.successorValidity, policy.rotateWithin, now);
  if (assessed.due === false) return [];
  return [
    {
      reason: `the certificate that is given would itself be due: ${assessed.reason}`,
      certificates: [],
      instead: 'have it renewed, or lower rotate-within',
      forcible: false,
    },
  ];
}

function findLifetimeViolations(
  { successorLifetimeMilliseconds: lifetime }: RotationObservation,
  { rotateWithin, soakMilliseconds }: RotationPolicy,
): readonly Violation[] {
  if (!wouldBeDueAtOnce(lifetime, rotateWithin, soakMilliseconds)) return [];
  return [
    {
      reason: `a successor that is valid for ${formatDuration(lifetime ?? 0)} would be due again before it has served`,
      certificates: [],
      instead: 'raise validity-days, or lower rotate-within',
      forcible: false,
    },
  ];
}
