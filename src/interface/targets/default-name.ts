import type { AuditTarget } from '../audit-request.ts';

/** What a store is called that has no name of its own. */
export function defaultName({
  provider,
  scope,
  microtenantId,
  view,
}: Pick<AuditTarget, 'provider' | 'scope' | 'microtenantId' | 'view'>): string {
  return [
    provider,
    scope,
    ...(microtenantId === null ? [] : [`microtenant ${microtenantId}`]),
    ...(view === 'all' ? [] : [`view ${view}`]),
  ].join(' ');
}
