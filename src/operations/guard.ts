import type { Violation } from '../providers/provider.ts';
import { type OperationContext, OperationError } from './outcome.ts';

/**
 * Refuses a destructive operation that violates something, unless `force` may and does override all of it.
 * @throws OperationError that lists each violation with the certificates it concerns and what to do instead.
 */
export function guardAgainst(
  context: OperationContext,
  subject: string,
  violations: readonly Violation[],
): void {
  if (violations.length === 0) return;
  const { request, progress } = context;
  if (request.force && violations.every((violation) => violation.forcible)) {
    for (const violation of violations) {
      progress.warn(`Forced to ${request.operation} ${subject} although ${violation.reason}.`);
    }
    return;
  }
  const lines = violations.map(
    (violation) =>
      `- ${violation.reason} (${violation.certificates.join(', ')}); instead: ${violation.instead}${violation.forcible ? '' : '; force cannot override this'}`,
  );
  throw new OperationError(
    `Refused to ${request.operation} ${subject}:\n${lines.join('\n')}`,
    violations.every((violation) => violation.forcible)
      ? 'Follow the advice above, or set force: true if you are certain.'
      : 'Follow the advice above.',
  );
}
