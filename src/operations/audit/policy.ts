import type { Certificate } from '../../certificate/certificate.ts';
import { type ExpiryPolicy, neverExpires } from '../../certificate/expiry.ts';
import { parseThreshold, type Threshold, windowMilliseconds } from '../../certificate/threshold.ts';
import type { AuditTarget } from '../../interface/audit-request.ts';

/** Two thresholds of one kind of certificate. */
interface Ladder {
  readonly warnWithin: Threshold;
  readonly failWithin: Threshold;
}

/** Where a target gives none. An authority must reach every device before it serves. */
const LEAF_LADDER: Ladder = { warnWithin: threshold('30d 33%'), failWithin: threshold('7d 10%') };
const AUTHORITY_LADDER: Ladder = { warnWithin: threshold('180d 33%'), failWithin: threshold('60d 10%') };

/** The thresholds that one certificate is judged by, in its target. */
export function findThresholds(
  certificate: Pick<Certificate, 'notBefore' | 'notAfter'>,
  isAuthority: boolean,
  { failWithin, warnWithin }: Pick<AuditTarget, 'failWithin' | 'warnWithin'>,
): Pick<ExpiryPolicy, 'failWithin' | 'warnWithin'> & Ladder {
  const defaults = isAuthority ? AUTHORITY_LADDER : LEAF_LADDER;
  const fail = failWithin ?? defaults.failWithin;
  if (warnWithin !== null) return { failWithin: fail, warnWithin };
  if (failWithin === null) return defaults;
  const lifetime = findLifetime(certificate);
  const isWider = widthOf(failWithin, lifetime) > widthOf(defaults.warnWithin, lifetime);
  return { failWithin: fail, warnWithin: isWider ? failWithin : defaults.warnWithin };
}

/** When a certificate enters its warn window; null where it has no date, or does not expire. */
export function findRenewalDate(
  certificate: Pick<Certificate, 'notBefore' | 'notAfter'>,
  warnWithin: Threshold,
): Date | null {
  const { notAfter } = certificate;
  if (notAfter === null || neverExpires(notAfter)) return null;
  const window = windowMilliseconds(warnWithin, findLifetime(certificate));
  return window === null ? null : new Date(notAfter.getTime() - window);
}

/** In milliseconds; null where a date is missing or the two make none. */
export function findLifetime({
  notBefore,
  notAfter,
}: Pick<Certificate, 'notBefore' | 'notAfter'>): number | null {
  if (notBefore === null || notAfter === null) return null;
  const lifetime = notAfter.getTime() - notBefore.getTime();
  return lifetime > 0 ? lifetime : null;
}

function widthOf(threshold: Threshold, lifetime: number | null): number {
  return windowMilliseconds(threshold, lifetime) ?? 0;
}

function threshold(text: string): Threshold {
  const parsed = parseThreshold(text);
  if ('error' in parsed) throw new TypeError(parsed.error);
  return parsed.ok;
}
