import type { Decision } from './decision.ts';
import { block, build, findById, reference, type Situation } from './decision-parts.ts';
import { isValidNow } from './due.ts';
import type { Serving } from './serving.ts';

/** The provider is set to another certificate, and what serves is not settled. */
export function decideMoving(
  { to, from }: Extract<Serving, { kind: 'moving' }>,
  situation: Situation,
): Decision {
  const { history, observation } = situation;
  const intent = to === null ? null : history.findIntent(to.certificate.id);
  if (to === null || (intent === null && to.resemblance !== 'certain')) {
    const target = to === null ? 'none of its certificates' : `certificate ${to.certificate.id}`;
    return build(situation, {
      state: 'promoting',
      reason: `Somebody has set the provider to ${target}, and what serves is not settled yet${from === null ? '' : ` (${from.certificate.id} still does)`}. Nothing is done before it is.`,
      current: from,
    });
  }
  const replaced = findById(observation, intent?.previous?.id ?? from?.certificate.id ?? null);
  return build(situation, {
    state: 'promoting',
    reason: `Certificate ${to.certificate.id} is set to serve, and is not proved to yet.`,
    current: from,
    successor: to,
    replaced: intent?.previous ?? reference(replaced),
    step: { kind: 'promote', phase: 'promote', replaced, successor: to, keyless: [] },
  });
}

/** The provider is set to a certificate that cannot serve. */
export function decideBroken(
  { failedId, failed }: Extract<Serving, { kind: 'broken' }>,
  situation: Situation,
): Decision {
  const { history, observation, now } = situation;
  const status =
    failed === null ? 'does not exist' : `is ${failed.certificate.status ?? 'of unknown status'}`;
  const intent = history.findIntent(failedId);
  const restored = findById(observation, intent?.previous?.id ?? null);
  const canRestore =
    restored !== null &&
    restored.readiness === 'ready' &&
    restored.unfitness === null &&
    isValidNow(restored.certificate, now);
  if (!canRestore) {
    const why =
      intent === null
        ? 'no record says what served before it'
        : `${intent.previous?.id ?? 'nothing'}, which served before it, cannot serve again`;
    return block(situation, { current: null, successor: failed }, [
      {
        reason: `the provider is set to certificate ${failedId}, which ${status}, and ${why}`,
        certificates: [failedId],
        instead: 'choose a certificate that is available where the provider is set to it, at once',
        forcible: false,
      },
    ]);
  }
  const hasFailedBefore =
    history.lastFailure?.phase === 'rollback-failed' && history.lastFailure.successor?.id === failedId;
  return build(situation, {
    state: hasFailedBefore ? 'rollback-failed' : 'promoting',
    reason: `The provider is set to certificate ${failedId}, which ${status}; ${restored.certificate.id} has to serve again.`,
    current: null,
    successor: failed,
    replaced: reference(restored),
    step: {
      kind: 'rollback',
      phase: 'promote',
      failed: reference(failed) ?? { id: failedId, fingerprint: null },
      restored,
    },
  });
}
