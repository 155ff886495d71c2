import type { AuditedCertificate, Workload } from './audit-report.ts';
import { findLifetime } from './policy.ts';

const DAY_MILLISECONDS = 86_400_000;
const DAYS_A_YEAR = 365.25;
/** A certificate is replaced when a third of its life is left, as the default warn window says. */
const USED_SHARE = 2 / 3;

/** The longest lifetimes of public TLS certificates (CA/Browser Forum, ballot SC-081v3). */
const LIMITS = [
  { days: 200, since: '2026-03-15' },
  { days: 100, since: '2027-03-15' },
  { days: 47, since: '2029-03-15' },
] as const;

/** How often the leaf certificates that count have to be replaced in a year. */
export function estimateWorkload(counted: readonly AuditedCertificate[]): Workload {
  const leaves = counted.filter(({ isAuthority }) => !isAuthority);
  const lifetimes = leaves.map(({ certificate }) => findLifetime(certificate));
  const rotate = (most: number) =>
    lifetimes.reduce<number>((sum, lifetime) => {
      const days = Math.min(most, lifetime === null ? Number.POSITIVE_INFINITY : lifetime / DAY_MILLISECONDS);
      return sum + DAYS_A_YEAR / (days * USED_SHARE);
    }, 0);
  return {
    leaves: leaves.length,
    now: rotate(Number.POSITIVE_INFINITY),
    atMost: LIMITS.map((limit) => ({ ...limit, rotations: rotate(limit.days) })),
  };
}
