import type { Certificate } from '../../certificate/certificate.ts';
import { formatThreshold, type Threshold, windowMilliseconds } from '../../certificate/threshold.ts';
import { formatDate } from '../../certificate/time.ts';
import { findRenewalDate } from '../audit/policy.ts';

/** Whether a certificate has to be replaced, and why: one clause without its name. */
export type DueAssessment =
  | { readonly due: boolean; readonly reason: string; readonly dueOn: Date | null }
  /** It has no date that can be judged. */
  | { readonly due: null; readonly reason: string };

type Dates = Pick<Certificate, 'notBefore' | 'notAfter'>;

/** Judges a certificate by the threshold: due where its end is within it. */
export function assessDue(certificate: Dates, rotateWithin: Threshold, now: Date): DueAssessment {
  const { notAfter, notBefore } = certificate;
  if (notAfter === null) return { due: null, reason: 'its notAfter is missing or cannot be read' };
  if (notAfter.getUTCFullYear() === 9999) return { due: false, reason: 'it does not expire', dueOn: null };
  if (notBefore !== null && notAfter.getTime() <= notBefore.getTime()) {
    return { due: null, reason: 'its notAfter is not after its notBefore' };
  }
  const dueOn = findRenewalDate(certificate, rotateWithin);
  if (dueOn === null) {
    const reason =
      'its lifetime is not known, so a percent of it cannot be applied; add days to rotate-within, such as 180d 33%';
    return { due: null, reason };
  }
  const left = notAfter.getTime() - now.getTime();
  if (left <= 0) return { due: true, reason: `it expired on ${formatDate(notAfter)}`, dueOn };
  const due = dueOn.getTime() <= now.getTime();
  const within = `rotate-within ${formatThreshold(rotateWithin)}`;
  return {
    due,
    reason: due
      ? `it expires on ${formatDate(notAfter)}, within ${within}`
      : `it expires on ${formatDate(notAfter)}, and is due on ${formatDate(dueOn)} (${within})`,
    dueOn,
  };
}

/** Whether a certificate of this lifetime would be due again before its soak is over. */
export function wouldBeDueAtOnce(
  lifetimeMilliseconds: number | null,
  rotateWithin: Threshold,
  soakMilliseconds: number,
): boolean {
  if (lifetimeMilliseconds === null) return false;
  const window = windowMilliseconds(rotateWithin, lifetimeMilliseconds);
  return window !== null && window + soakMilliseconds >= lifetimeMilliseconds;
}

/** Whether it is within its dates; a clock that differs by some minutes does not count. */
export function isValidNow(certificate: Dates, now: Date): boolean {
  const { notBefore, notAfter } = certificate;
  if (notAfter === null || notAfter.getTime() <= now.getTime()) return false;
  return notBefore === null || notBefore.getTime() <= now.getTime() + CLOCK_TOLERANCE_MILLISECONDS;
}

/** The vendor's clock and the runner's may differ. */
const CLOCK_TOLERANCE_MILLISECONDS = 10 * 60 * 1000;
