import type { Violation } from '../../providers/provider.ts';
import type { Decision, Step } from './decision.ts';
import { findUngated } from './gates.ts';
import type { RotationLoop } from './loop.ts';
import type { RotationContext } from './outcome.ts';
import { refuseRotation } from './refusal.ts';

/** A gate that asks nobody is found where something is due, before anything is done. */
export async function checkGates(
  { request, gates, progress }: RotationContext,
  decision: Decision,
): Promise<void> {
  if (request.allowUngated || gates === null) return;
  const violations = await findUngated(gates, request.gateEnvironments);
  if (violations.length === 0) return;
  progress.learn({ decision: { ...decision, state: 'blocked', step: null, nextPhase: null, violations } });
  throw refuseRotation(violations, 'blocked');
}

/** Promote and retire go by an approval: what was approved has to be what stands. */
export function checkApproval({ context }: RotationLoop, decision: Decision, step: Step): void {
  const { request, progress } = context;
  const { expectedPlan } = request;
  const digest = progress.outcome.plan?.digest ?? '';
  const isGated = step.kind === 'promote' || step.kind === 'retire';
  if (expectedPlan === null || !isGated || expectedPlan === digest) return;
  const violation: Violation = {
    reason: `the plan that was approved (${expectedPlan.slice(0, 12)}…) is not the one that stands now (${digest.slice(0, 12)}…): the certificate to be replaced, who refers to it, the policy or the material has changed`,
    certificates: decision.replaced === null ? [] : [decision.replaced.id],
    instead: 'plan again, compare, and approve anew',
    forcible: false,
  };
  progress.learn({
    decision: { ...decision, state: 'blocked', step: null, nextPhase: null, violations: [violation] },
  });
  throw refuseRotation([violation], 'blocked');
}
