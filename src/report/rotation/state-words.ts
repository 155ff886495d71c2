import { formatDate } from '../../certificate/time.ts';
import type { Decision, RotationState } from '../../operations/rotation/decision.ts';

/** A state as people say it. */
export const stateWords: Readonly<Record<RotationState, string>> = {
  'not-due': 'not due: nothing to do',
  planned: 'due: a successor is needed',
  soaking: 'soaking: the successor is ready, and waits until every device has it',
  staged: 'staged: the successor may serve now',
  promoting: 'promoting: the successor is set to serve, and is not proved to yet',
  overlapping: 'overlapping: the successor serves, and the old one stays for a while',
  promoted: 'promoted: the successor serves',
  retired: 'retired: the rotation is complete',
  'rolled-back': 'rolled back: the old one serves again',
  'rollback-failed': 'rollback failed: see at once what serves',
  blocked: 'blocked: somebody has to see to it',
};

/** What comes next, and when. */
export function tellNext({ comesNext, nextPhase }: Decision): string {
  if (comesNext === null) return 'Nothing comes next.';
  const { phase, notBefore } = comesNext;
  if (nextPhase !== null) return `Next: ${phase}, which can be done now.`;
  return notBefore === null
    ? `Next: ${phase}; when is not known yet.`
    : `Next: ${phase}, not before ${formatDate(notBefore)}.`;
}
