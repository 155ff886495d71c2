import type { Severity } from '../../../certificate/expiry.ts';
import type { AuditedCertificate } from '../../../operations/audit/audit-report.ts';
import { tellNumber } from '../sentences.ts';

/** What a row of the table is called by: the severity of what counts, else why it does not count. */
export type State = Severity | 'dormant' | 'pending';

/** Every state there is, the most urgent first, with what it means. */
export const STATES: Readonly<Record<State, string>> = {
  expired: 'the end of its validity is past',
  critical: 'inside fail-within',
  expiring: 'inside warn-within',
  'not-yet-valid': 'its validity has not begun',
  unknown: 'no date that can be judged',
  ok: 'outside both windows',
  ignored: 'taken out by an ignore rule',
  dormant: 'inactive, revoked or left out by the target',
  pending: 'holds no certificate yet',
};
export const stateNames = Object.keys(STATES) as readonly State[];

export function stateOf({ standing, severity, ignoredBy }: AuditedCertificate): State {
  if (ignoredBy !== null) return 'ignored';
  return standing === 'counted' ? severity : standing;
}

/** How many certificates are in each state. */
export function countStates(certificates: readonly AuditedCertificate[]): ReadonlyMap<State, number> {
  const counts = new Map<State, number>();
  for (const one of certificates) {
    const state = stateOf(one);
    counts.set(state, (counts.get(state) ?? 0) + 1);
  }
  return counts;
}

/** The time of day in UTC: `06:00 UTC`. */
export function tellTime(date: Date): string {
  return `${date.toISOString().slice(11, 16)} UTC`;
}

/** The first few, and how many more there are. */
export function listSome(names: readonly string[], most: number): string {
  const shown = names.slice(0, most).join(', ');
  return names.length > most ? `${shown} and ${tellNumber(names.length - most)} more` : shown;
}
