import { formatName } from '../../certificate/material/subject.ts';
import type { Threshold } from '../../certificate/threshold.ts';
import type { RotationRequest } from '../../interface/rotation-request.ts';
import type { Provider } from '../../providers/provider.ts';
import type { Rotation, RotationMaterial, RotationObservation } from '../../providers/rotation.ts';
import { findThresholds } from '../audit/policy.ts';
import { prepareUpload } from '../material.ts';
import { OperationError } from '../outcome.ts';
import { act } from './act.ts';
import { checkApproval, checkGates } from './approval.ts';
import { completeObservation } from './complete-observation.ts';
import { decide } from './decide.ts';
import type { Decision, RotationPolicy, Step } from './decision.ts';
import type { CertificateReference } from './ledger.ts';
import { openLedgerBook } from './ledger-book.ts';
import type { RotationLoop } from './loop.ts';
import type { RotationContext } from './outcome.ts';
import { makePlan } from './plan.ts';
import { createRecorder } from './recorder.ts';
import { refuseRotation } from './refusal.ts';

/** A rotation takes five or six acts; more mean that somebody undoes them. */
const ACTS_AT_MOST = 12;
/** How long another run may be about to make a successor, and how often it is looked for. */
const CREATION_SETTLES_MILLISECONDS = 2 * 60 * 1000;
const LOOKS_AT_MOST = 12;

/**
 * Brings a lineage forward as far as it can go now: looks, decides, does what is due where `phases` allows it, and
 * looks again. What it found and did is in the context's progress, also where it throws.
 * @throws ApiError, OperationError where it is blocked, or a phase failed
 */
export async function rotate(context: RotationContext): Promise<void> {
  const { request, provider, ledger, clock, progress } = context;
  // Until a call that changes something is sent.
  progress.learn({ changed: false, adopted: false });
  const rotation = await openRotation(context);
  const policy = makePolicy(request, provider);
  const [book, observed, storeViolation] = await Promise.all([
    openLedgerBook(ledger, rotation.lineage, clock),
    rotation.observe(),
    context.secretStore?.findViolation() ?? null,
  ]);
  const loop: RotationLoop = { context, rotation, policy, book, recorder: createRecorder(book, progress) };
  /** A new key that could not be kept is not made either. */
  const withStore = (observation: RotationObservation): RotationObservation =>
    storeViolation === null
      ? observation
      : { ...observation, blockers: [...observation.blockers, { at: 'promote', violation: storeViolation }] };
  const complete = async (seen: RotationObservation) => withStore(await completeObservation(loop, seen));
  let observation = await complete(observed);
  const ended: Ended = {};
  let gatesAreChecked = false;
  for (let acts = 0; ; ) {
    const decision = look(loop, observation, ended);
    if (decision.violations.length > 0) throw refuseRotation(decision.violations, decision.state);
    const { step } = decision;
    if (step !== null && !gatesAreChecked) {
      await checkGates(context, decision);
      gatesAreChecked = true;
    }
    if (step === null || !request.phases.includes(step.phase)) return;
    if (request.store.dryRun) return foresee(loop, decision, step);
    if (step.kind === 'await-creation') {
      observation = await complete(await awaitCreation(loop, step.until));
      continue;
    }
    checkApproval(loop, decision, step);
    if (acts >= ACTS_AT_MOST) throw refuseToGoOn(acts);
    acts += 1;
    const ending = await act(loop, observation, decision, step);
    if (ending === 'pending') return;
    const isPromotion = step.kind === 'promote' || step.kind === 'record-promotion';
    if (ending === 'done' && isPromotion) ended.promoted = decision.replaced;
    if (ending === 'done' && step.kind === 'retire') ended.retired = decision.replaced;
    observation = await complete(await rotation.observe());
  }
}

async function openRotation(context: RotationContext): Promise<Rotation> {
  const { provider, request, secretStore } = context;
  if (provider.openRotation === null) {
    throw new OperationError(`${provider.name} cannot 'rotate'.`, 'Choose another operation.');
  }
  return provider.openRotation({
    lineageName: request.lineageName,
    material: await readMaterial(context),
    verifyHosts: request.verifyHosts,
    keptIn: secretStore?.label ?? null,
  });
}

/** What the successor is made of, read and checked before any call. */
async function readMaterial(context: RotationContext): Promise<RotationMaterial> {
  const { store, lineageName } = context.request;
  const { material, validityDays } = store;
  const { certificate, keyAlgorithm } = material;
  const subject = material.subject ?? (lineageName === null ? null : formatCommonName(lineageName));
  return {
    validityDays,
    keyRequest: subject === null ? null : { subject, keyAlgorithm },
    upload: certificate === null ? null : await prepareUpload({ ...context, request: store }, certificate),
  };
}

function formatCommonName(value: string): string {
  return formatName([[{ type: 'CN', value }]]);
}

function makePolicy(request: RotationRequest, { capabilities }: Provider): RotationPolicy {
  const { soakMilliseconds, overlapMilliseconds, retireBy, successor } = request;
  return {
    rotateWithin: request.rotateWithin ?? findWarnWindow(capabilities.holdsAuthorities),
    soakMilliseconds,
    overlapMilliseconds,
    retireBy,
    successor,
    creationSettlesMilliseconds: Math.min(
      CREATION_SETTLES_MILLISECONDS,
      request.store.waiting.timeoutMilliseconds,
    ),
  };
}

/** The window in which an audit warns. */
function findWarnWindow(isAuthority: boolean): Threshold {
  const undated = { notBefore: null, notAfter: null };
  return findThresholds(undated, isAuthority, { failWithin: null, warnWithin: null }).warnWithin;
}

/** What this run has brought to its end; absent where it has not. */
interface Ended {
  promoted?: CertificateReference | null;
  retired?: CertificateReference | null;
}

function look(loop: RotationLoop, observation: RotationObservation, ended: Ended): Decision {
  const { context, rotation, policy, book } = loop;
  const { progress, log, clock } = context;
  const decision = conclude(decide(observation, book.view, policy, new Date(clock.now())), ended);
  const before = progress.outcome.decision;
  if (before?.reason !== decision.reason) log(tell(decision));
  progress.learn({
    decision,
    plan: makePlan(rotation, observation, policy, decision),
    ledgerProblem: book.view.unavailability,
  });
  return decision;
}

/** What stands is not due because this run has ended a rotation: then that is what there is to say. */
function conclude(decision: Decision, { promoted, retired }: Ended): Decision {
  if (decision.state !== 'not-due' || (retired === undefined && promoted === undefined)) return decision;
  const replaced = retired ?? promoted ?? null;
  const tail =
    retired !== undefined
      ? `; ${replaced?.id ?? 'the old one'} is retired`
      : replaced === null
        ? ''
        : ` in place of ${replaced.id}`;
  return {
    ...decision,
    state: retired === undefined ? 'promoted' : 'retired',
    reason: `The rotation is complete: certificate ${decision.current?.certificate.id ?? ''} serves${tail}.`,
    replaced,
  };
}

/** What the run would send: the step's own calls, and those of the phases that follow without a pause. */
function foresee({ context, policy }: RotationLoop, { successor }: Decision, step: Step): void {
  const { request, progress, log } = context;
  const phases = progress.outcome.plan?.phases ?? [];
  const callsOf = (phase: Step['phase']) => phases.find((one) => one.phase === phase)?.calls ?? [];
  const planned = [...findOwnCalls(step, callsOf)];
  const follows = (phase: Step['phase'], pause: number) => pause === 0 && request.phases.includes(phase);
  const reachesPromote = step.phase === 'stage' && follows('promote', policy.soakMilliseconds);
  if (reachesPromote) planned.push(...callsOf('promote'));
  const isPromotion = step.kind === 'promote' || step.kind === 'record-promotion' || reachesPromote;
  if (isPromotion && follows('retire', policy.overlapMilliseconds)) planned.push(...callsOf('retire'));
  log(`A dry run: nothing is sent${successor === null ? '' : ` for ${successor.certificate.id}`}`);
  progress.learn({ planned });
}

function findOwnCalls(
  step: Step,
  callsOf: (phase: Step['phase']) => RotationContext['progress']['outcome']['planned'],
): RotationContext['progress']['outcome']['planned'] {
  switch (step.kind) {
    case 'stage':
      return step.successor === null || step.successor.readiness === 'dormant' ? callsOf('stage') : [];
    case 'promote':
      return step.successor?.serves === 'arriving' ? [] : callsOf('promote');
    case 'rollback':
      return callsOf('promote');
    case 'retire':
      return callsOf('retire');
    default:
      return [];
  }
}

/** Looks after a while whether what another run began to make shows. */
async function awaitCreation({ context, rotation, book, policy }: RotationLoop, until: Date) {
  const left = until.getTime() - book.view.now.getTime();
  const { intervalMilliseconds } = context.request.store.waiting;
  const pause = Math.max(intervalMilliseconds, policy.creationSettlesMilliseconds / LOOKS_AT_MOST);
  await context.sleep(Math.max(1, Math.min(pause, left)));
  await book.refresh();
  return rotation.observe();
}

function refuseToGoOn(acts: number): OperationError {
  return new OperationError(
    `After ${acts} acts of this run what stands still changes.`,
    'Somebody else, or another run, works on the same lineage: see who, and run again.',
  );
}

/** A line of the log. What blocks says so itself. */
function tell({ state, reason }: Decision): string {
  return state === 'blocked' ? reason : `${state}: ${reason}`;
}
