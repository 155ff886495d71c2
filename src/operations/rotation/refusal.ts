import type { Violation } from '../../providers/provider.ts';
import { OperationError } from '../outcome.ts';
import type { RotationState } from './decision.ts';

/** The error that a run ends with where something stands against going on: every violation with how to mend it. */
export function refuseRotation(violations: readonly Violation[], state: RotationState): OperationError {
  const lines = violations.map(({ reason, certificates, instead }) => {
    const unnamed = certificates.filter((id) => !reason.includes(id));
    const ids = unnamed.length === 0 ? '' : ` (${unnamed.join(', ')})`;
    return `- ${reason}${ids}; instead: ${instead}`;
  });
  const head = state === 'rolled-back' ? 'The rotation was taken back' : 'The rotation is blocked';
  return new OperationError(`${head}:\n${lines.join('\n')}`, 'Follow the advice above, and run again.');
}
