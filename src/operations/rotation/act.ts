import type { ActResult, ObservedCertificate, RotationObservation } from '../../providers/rotation.ts';
import { OperationError } from '../outcome.ts';
import type { Decision, Step } from './decision.ts';
import { findById, reference } from './decision-parts.ts';
import { failRollback, stopAfterRollback } from './failed-promotion.ts';
import { readHistory } from './history.ts';
import type { RotationLoop } from './loop.ts';
import { findOpenKey } from './open-keys.ts';
import { refuseRotation } from './refusal.ts';
import { findLookalikes } from './successor.ts';
import { createTools } from './tools.ts';

/** How an act ended: `again` looks at what stands anew, `pending` ends the run and the next one goes on. */
export type Ending = 'done' | 'again' | 'pending';

type StepOf<Kind extends Step['kind']> = Extract<Step, { kind: Kind }>;
type ActingStep = Exclude<Step, { kind: 'await-creation' }>;

/** What an act works on. */
interface Act {
  readonly loop: RotationLoop;
  readonly observation: RotationObservation;
  readonly decision: Decision;
}

/** Does one step; what is about to happen is recorded before, and what has happened after it. */
export async function act(
  loop: RotationLoop,
  observation: RotationObservation,
  decision: Decision,
  step: ActingStep,
): Promise<Ending> {
  const { recorder, context } = loop;
  const { tell } = context.progress;
  switch (step.kind) {
    case 'stage':
      return stage({ loop, observation, decision }, step);
    case 'promote':
      return promote({ loop, observation, decision }, step);
    case 'rollback':
      return rollBack({ loop, observation, decision }, step);
    case 'retire':
      return retire({ loop, observation, decision }, step);
    case 'record-promotion': {
      const { previous } = step;
      const unproved = await prove({ loop, observation, decision }, step);
      if (unproved !== null) return unproved;
      await recorder.confirm({ phase: 'promoted', previous, successor: reference(step.successor) });
      tell(`Recorded that certificate ${step.successor.certificate.id} serves`);
      return 'done';
    }
    case 'record-retirement': {
      const { previous } = step;
      await recorder.confirm({ phase: 'retired', previous, successor: reference(step.heir) });
      tell(`Recorded that certificate ${previous.id} is retired`);
      return 'done';
    }
  }
}

async function stage(work: Act, { successor, adoption }: StepOf<'stage'>): Promise<Ending> {
  const { loop, decision } = work;
  const { progress } = loop.context;
  if (adoption !== null) {
    progress.warn(adoption);
    progress.learn({ adopted: true });
  }
  const ended = await loop.rotation.stage({ successor }, lendTools(work));
  return finish(work, ended, async ({ certificate }) => {
    if (certificate === null) return;
    const { id, fingerprint } = certificate;
    const previous = reference(decision.current);
    await loop.recorder.confirm({ phase: 'staged', previous, successor: { id, fingerprint } });
    progress.tell(`Staged certificate ${id}`);
  });
}

async function promote(work: Act, step: StepOf<'promote'>): Promise<Ending> {
  const { loop, decision } = work;
  const previous = decision.replaced;
  const { successor } = step;
  const isUnderWay = successor?.serves === 'arriving';
  // A vendor that makes the successor in its promote announces its key.
  if (successor !== null && !isUnderWay) {
    await loop.recorder.announce({ phase: 'promoting', previous, successor: reference(successor) });
  }
  let publicKeySha256: string | null = null;
  const tools = lendTools(work, (hash) => {
    publicKeySha256 = hash;
  });
  const { missingId } = work.observation;
  const order = {
    replaced: step.replaced?.certificate ?? null,
    successor,
    missingId,
    keyless: step.keyless,
  };
  const ended = await loop.rotation.promote(order, tools);
  // One that was made for it was never set to serve, so nothing has to be taken back.
  if (ended.result === 'failed' && successor !== null) return endFailedPromotion(work, step, ended);
  return finish(work, ended, async ({ certificate }) => {
    const promoted = certificate ?? successor?.certificate ?? null;
    if (promoted === null) return;
    const { id, fingerprint } = promoted;
    const entry = { previous, successor: { id, fingerprint }, publicKeySha256 };
    await loop.recorder.confirm({ phase: 'promoted', ...entry });
    loop.context.progress.tell(`Promoted certificate ${id}: it serves`);
  });
}

/** What an earlier run did not see to its end is looked at once more; null where it is proved. */
async function prove(work: Act, { previous, successor }: StepOf<'record-promotion'>): Promise<Ending | null> {
  const { rotation } = work.loop;
  if (rotation.prove === null) return null;
  const replaced = findById(work.observation, previous?.id ?? null);
  const { missingId } = work.observation;
  const order = { replaced: replaced?.certificate ?? null, successor, missingId, keyless: [] };
  const ended = await rotation.prove(order, lendTools(work));
  if (ended.result === 'done') return null;
  if (ended.result === 'failed') return endFailedPromotion(work, { replaced, successor }, ended);
  return finish(work, ended, async () => {});
}

/** A vendor that has undone its own promote, or could not. */
async function endFailedPromotion(
  work: Act,
  { replaced, successor }: Pick<StepOf<'promote'>, 'replaced' | 'successor'>,
  { reason, restored }: Extract<ActResult, { result: 'failed' }>,
): Promise<never> {
  const entry = { previous: work.decision.replaced, successor: reference(successor) };
  const phase = restored ? 'rolled-back' : 'rollback-failed';
  await work.loop.recorder.confirm({ phase, ...entry });
  const failedId = successor?.certificate.id ?? '';
  if (!restored) throw failRollback(work.loop, work.decision, `The promote failed: ${reason}`);
  throw stopAfterRollback(work.loop, work.decision, { failedId, current: replaced, reason });
}

/** A ledger that fails does not keep what serves from being mended. */
async function rollBack(work: Act, { failed, restored }: StepOf<'rollback'>): Promise<Ending> {
  const { recorder, context } = work.loop;
  const entry = { previous: reference(restored), successor: failed };
  await recorder.confirm({ phase: 'rolling-back', ...entry });
  let ended: ActResult;
  try {
    ended = await work.loop.rotation.rollback({ failedId: failed.id, restored }, lendTools(work));
  } catch (error) {
    await recorder.confirm({ phase: 'rollback-failed', ...entry });
    const cause = error instanceof Error ? error.message : String(error);
    const { id, status } = restored.certificate;
    const what = `Certificate ${failed.id} cannot serve, and going back to ${id} failed: ${cause}. The provider may still be set to ${failed.id}; ${id} is ${status ?? 'of unknown status'}`;
    throw failRollback(work.loop, work.decision, what, error);
  }
  if (ended.result === 'pending') context.progress.warn(`${capitalise(ended.reason)}.`);
  if (ended.result !== 'done' && ended.result !== 'pending') return finish(work, ended, async () => {});
  await recorder.confirm({ phase: 'rolled-back', ...entry });
  context.progress.tell(`Rolled back to certificate ${restored.certificate.id}`);
  const served: ObservedCertificate =
    ended.result === 'done' && ended.certificate !== null
      ? { ...restored, certificate: ended.certificate, serves: 'yes' }
      : restored;
  throw stopAfterRollback(work.loop, work.decision, { failedId: failed.id, current: served, reason: null });
}

async function retire(work: Act, { replaced, heir }: StepOf<'retire'>): Promise<Ending> {
  const { loop, decision } = work;
  const by = loop.policy.retireBy;
  const ended = await loop.rotation.retire({ replaced, heir, by }, lendTools(work));
  return finish(work, ended, async () => {
    if (decision.replaced === null) return;
    const history = readHistory(loop.book.view.records);
    const openKey = replaced === null ? null : findOpenKey(replaced, history);
    await loop.recorder.confirm({
      phase: 'retired',
      previous: decision.replaced,
      successor: reference(heir),
      publicKeySha256: openKey?.publicKeySha256 ?? null,
    });
    loop.context.progress.tell(`Retired certificate ${decision.replaced.id} (${by})`);
  });
}

function lendTools({ loop, observation, decision }: Act, keepKeyHash: (hash: string) => void = () => {}) {
  const { context, book, recorder, policy } = loop;
  return createTools(context, book, recorder, {
    previous: reference(decision.current),
    knownIds: findLookalikes(observation, new Date(context.clock.now())),
    settlesMilliseconds: policy.creationSettlesMilliseconds,
    keepKeyHash,
  });
}

async function finish(
  { loop, decision }: Act,
  ended: ActResult,
  record: (done: Extract<ActResult, { result: 'done' }>) => Promise<void>,
): Promise<Ending> {
  const { progress, log } = loop.context;
  switch (ended.result) {
    case 'done':
      await record(ended);
      return 'done';
    case 'overtaken':
      log(`Looking again: ${ended.reason}`);
      return 'again';
    case 'pending': {
      const reason = `${capitalise(ended.reason)}.`;
      const state = decision.step?.phase === 'retire' ? decision.state : 'promoting';
      progress.learn({ decision: { ...decision, state, reason } });
      progress.warn(`${reason} Running again goes on.`);
      return 'pending';
    }
    case 'failed':
      throw new OperationError(
        `${capitalise(ended.reason)}.`,
        'Run again, which looks at what stands first.',
      );
    case 'refused':
      progress.learn({
        decision: {
          ...decision,
          state: 'blocked',
          step: null,
          nextPhase: null,
          violations: ended.violations,
        },
      });
      throw refuseRotation(ended.violations, 'blocked');
  }
}

function capitalise(sentence: string): string {
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`;
}
