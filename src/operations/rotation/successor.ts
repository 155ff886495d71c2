import { formatDate } from '../../certificate/time.ts';
import type { Violation } from '../../providers/provider.ts';
import type { ObservedCertificate, RotationObservation } from '../../providers/rotation.ts';
import type { RotationPolicy } from './decision.ts';
import { assessDue, isValidNow } from './due.ts';
import type { LineageHistory } from './history.ts';
import type { LedgerRecord } from './ledger.ts';
import type { LedgerView } from './ledger-book.ts';

const MINUTE = 60 * 1000;
const HOUR = 60 * MINUTE;
/** Between a begun making on record and the certificate's own time: clocks differ, and a busy API holds calls back. */
const EARLIEST_BEFORE_STAGING = 15 * MINUTE;
const LATEST_AFTER_STAGING = HOUR;
/** Without a record, only one as young as this is taken for a lost run's own. */
const YOUNG_MILLISECONDS = 24 * HOUR;

/** Whose successor it is. */
export type SuccessorFinding =
  | { readonly kind: 'found'; readonly successor: ObservedCertificate; readonly adoption: string | null }
  | { readonly kind: 'none' }
  /** A run has begun to make one a moment ago; whether it did will show. */
  | { readonly kind: 'await'; readonly until: Date; readonly staging: LedgerRecord }
  | { readonly kind: 'blocked'; readonly violations: readonly Violation[] };

/** What the search goes by. */
export interface SuccessorSearch {
  readonly observation: RotationObservation;
  readonly history: LineageHistory;
  readonly ledger: LedgerView;
  readonly policy: RotationPolicy;
  readonly now: Date;
  readonly current: ObservedCertificate | null;
}

/**
 * Finds the successor: the one that a person named, that is certain by its content, or that the ledger names; else
 * one that a crashed run has left behind, recognised by its begun making on record, or without any record by its
 * age. Anything else that could serve is somebody's spare: then a person has to choose.
 */
export function findSuccessor(search: SuccessorSearch): SuccessorFinding {
  const { observation, history, policy, current } = search;
  const others = observation.certificates.filter((one) => one !== current);
  const given = policy.successor?.by === 'id' ? policy.successor.id : null;
  if (given !== null) return findGiven(given, others, search);
  const certain = others.filter(({ resemblance }) => resemblance === 'certain');
  const [only, another] = certain;
  if (another !== undefined) return blockByCandidates(certain, 'have the content of what is to be staged');
  if (only !== undefined) return checkNamed(only, 'is what is to be staged', search);
  const listed = others.find(({ certificate }) => certificate.id === history.namedSuccessorId);
  // One that has ended since is of no use to anybody.
  const named = listed === undefined || hasEnded(listed, search) ? undefined : listed;
  if (named !== undefined) {
    const finding = checkStaged(named, search);
    // A person who asks for a new one has seen that the staged one is of no use.
    if (finding.kind === 'found' || policy.successor?.by !== 'new') return finding;
  }
  const intent = history.namedSuccessorId === null ? null : history.findIntent(history.namedSuccessorId);
  // Made a moment ago, and not listed yet.
  if (listed === undefined && intent !== null && isSettling(intent, search))
    return awaitCreation(intent, search);
  return findUnnamed(
    others.filter((one) => isCandidate(one, search)),
    search,
  );
}

function hasEnded({ certificate: { notAfter } }: ObservedCertificate, { now }: SuccessorSearch): boolean {
  return notAfter !== null && notAfter <= now;
}

function isSettling({ at }: LedgerRecord, { ledger, policy }: SuccessorSearch): boolean {
  return at.getTime() + policy.creationSettlesMilliseconds > ledger.now.getTime();
}

function awaitCreation(staging: LedgerRecord, { policy }: SuccessorSearch): SuccessorFinding {
  const until = new Date(staging.at.getTime() + policy.creationSettlesMilliseconds);
  return { kind: 'await', until, staging };
}

function findGiven(
  id: string,
  others: readonly ObservedCertificate[],
  search: SuccessorSearch,
): SuccessorFinding {
  const found = others.find(({ certificate }) => certificate.id === id);
  if (found !== undefined) return checkNamed(found, 'is named by successor-id', search);
  const isCurrent = search.current?.certificate.id === id;
  return block({
    reason: isCurrent
      ? 'successor-id names the certificate that is to be replaced'
      : 'successor-id names a certificate that does not exist',
    certificates: [id],
    instead: "remove successor-id, or give it the id of another certificate, or 'new'",
    forcible: false,
  });
}

/** One that the ledger names; where it was ready once and is so no more, somebody did not want it to serve. */
function checkStaged(staged: ObservedCertificate, search: SuccessorSearch): SuccessorFinding {
  const how = 'was staged by an earlier run';
  const { certificate, readiness } = staged;
  if (readiness !== 'dormant' || search.history.findStaging(certificate.id) === null) {
    return checkNamed(staged, how, search);
  }
  return violate(
    staged,
    how,
    `since then somebody has deactivated it (${certificate.status ?? 'status unknown'})`,
  );
}

function violate({ certificate }: ObservedCertificate, how: string, reason: string): SuccessorFinding {
  return block({
    reason: `certificate ${certificate.id} ${how}, but ${reason}`,
    certificates: [certificate.id],
    instead: `set successor-id to the id of the one that shall serve (this one's too, if it may), or to 'new'`,
    forcible: false,
  });
}

/** One that was named still has to be able to serve, and for longer than the one that it replaces. */
function checkNamed(
  named: ObservedCertificate,
  how: string,
  { policy, now }: SuccessorSearch,
): SuccessorFinding {
  const { certificate, readiness, unfitness } = named;
  if (unfitness !== null) return block(unfitness);
  const due = assessDue(certificate, policy.rotateWithin, now);
  if (due.due !== false) return violate(named, how, `it would itself be due: ${due.reason}`);
  if (!isValidNow(certificate, now)) return violate(named, how, 'it is not valid yet');
  if (readiness === 'leaving') {
    return violate(named, how, `somebody is taking it away (${certificate.status ?? 'status unknown'})`);
  }
  return { kind: 'found', successor: named, adoption: null };
}

/** Whether it could serve next, though nobody said that it shall. */
function isCandidate(one: ObservedCertificate, { policy, now, history }: SuccessorSearch): boolean {
  const { certificate, unfitness } = one;
  const wasReplaced = history.replacements.some(({ previous }) => previous.id === certificate.id);
  return (
    unfitness === null &&
    !wasReplaced &&
    !history.setAsideIds.has(certificate.id) &&
    history.namedSuccessorId !== certificate.id &&
    assessDue(certificate, policy.rotateWithin, now).due === false
  );
}

function findUnnamed(candidates: readonly ObservedCertificate[], search: SuccessorSearch): SuccessorFinding {
  const { history, ledger, policy, current, now } = search;
  const stagings = history.openStagings.filter(
    ({ previous }) => (previous?.id ?? null) === (current?.certificate.id ?? null),
  );
  const made = candidates.filter((one) => stagings.some((staging) => mayBeOf(one, staging)));
  const [only, another] = made;
  if (another !== undefined) {
    return blockByCandidates(made, 'may have been made by runs that ended before they could record it');
  }
  if (only !== undefined && only.readiness !== 'leaving') {
    const adoption = `Certificate ${only.certificate.id} is taken for the one that an earlier run began to make and could not record: it appeared since, and it is as what was asked for.`;
    return { kind: 'found', successor: only, adoption };
  }
  if (only !== undefined)
    return blockByCandidates(made, 'may have been made by an earlier run, and is being taken away');
  const last = stagings.at(-1);
  if (last !== undefined && isSettling(last, search)) return awaitCreation(last, search);

  // Without records nobody knows whether a young one is ours, so no second one is made beside it.
  const isBlind = ledger.unavailability !== null || history.isEmpty;
  const young = isBlind ? candidates.filter((one) => isYoung(one, now)) : [];
  const wantsNew = policy.successor?.by === 'new';
  const spares = wantsNew ? [] : candidates.filter(isAtEdge);
  const all = [...new Set([...young, ...spares])];
  const [single, ...more] = all;
  if (single === undefined) return { kind: 'none' };
  if (more.length === 0 && young.includes(single) && single.readiness !== 'leaving') {
    const adoption = `Certificate ${single.certificate.id} is taken for the successor: no record names one, it was made within the last 24 hours, and it is as what would be made.`;
    return { kind: 'found', successor: single, adoption };
  }
  return blockByCandidates(all, 'could be the successor, and no record names one');
}

function isAtEdge({ readiness }: ObservedCertificate): boolean {
  return readiness === 'ready' || readiness === 'arriving';
}

function mayBeOf({ certificate, resemblance }: ObservedCertificate, staging: LedgerRecord): boolean {
  const madeAt = certificate.createdAt ?? certificate.notBefore;
  if (resemblance !== 'likely' || madeAt === null || staging.knownIds.includes(certificate.id)) return false;
  const after = madeAt.getTime() - staging.at.getTime();
  return after >= -EARLIEST_BEFORE_STAGING && after <= LATEST_AFTER_STAGING;
}

/** Whether it is as young and as much alike as one that a lost run may have made. */
function isYoung({ certificate, resemblance }: ObservedCertificate, now: Date): boolean {
  const madeAt = certificate.createdAt ?? certificate.notBefore;
  return resemblance === 'likely' && madeAt !== null && now.getTime() - madeAt.getTime() < YOUNG_MILLISECONDS;
}

/** Ids that a new certificate could be taken for: young ones that are there before it is made, and alike. */
export function findLookalikes(observation: RotationObservation, now: Date): readonly string[] {
  return observation.certificates.filter((one) => isYoung(one, now)).map(({ certificate }) => certificate.id);
}

function blockByCandidates(candidates: readonly ObservedCertificate[], what: string): SuccessorFinding {
  const shown = candidates.map(({ certificate: { id, status, notAfter } }) => {
    const end = notAfter === null ? 'end unknown' : `until ${formatDate(notAfter)}`;
    return `${id} (${status ?? 'status unknown'}, ${end})`;
  });
  return block({
    reason: `${candidates.length} ${candidates.length === 1 ? 'certificate' : 'certificates'} ${what}: ${shown.join('; ')}`,
    certificates: candidates.map(({ certificate }) => certificate.id),
    instead: "set successor-id to the id of the one that shall serve, or to 'new' to make another one",
    forcible: false,
  });
}

function block(violation: Violation): SuccessorFinding {
  return { kind: 'blocked', violations: [violation] };
}
