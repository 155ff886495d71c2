import type { Certificate } from './certificate.ts';
import { formatThreshold, type Threshold, windowMilliseconds } from './threshold.ts';
import { formatDate } from './time.ts';

export type Verdict = 'ok' | 'warn' | 'fail';

/**
 * How a certificate stands: `expiring` is within warn-within, `critical` within fail-within, `unknown` has no
 * date that can be judged. `ignored` is given by an audit's own rules, never here.
 */
export type Severity = 'ok' | 'expiring' | 'critical' | 'expired' | 'not-yet-valid' | 'unknown' | 'ignored';

/** The expiry gate; without both thresholds it is open, and there is no verdict. */
export interface ExpiryPolicy {
  readonly failWithin: Threshold | null;
  readonly warnWithin: Threshold | null;
  /** The verdict's source where no certificate counts; `ignore` is `ok`. */
  readonly onEmpty: 'fail' | 'warn' | 'ignore';
  /** Whether a certificate counts; inactive and revoked ones only where they were asked for. */
  readonly counts: (certificate: Certificate) => boolean;
}

export interface Judgement {
  readonly certificate: Certificate;
  /** `pending`: a row that holds no certificate yet. Dormant and pending ones contribute nothing. */
  readonly standing: 'counted' | 'dormant' | 'pending';
  readonly severity: Severity;
  /** What it adds to the verdict; null where it contributes nothing, or no gate is given. */
  readonly contribution: Verdict | null;
  /** Whole days until notAfter, rounded down, so negative once expired; null where unknown or never. */
  readonly daysLeft: number | null;
  /** Why, in one clause without the certificate's name. */
  readonly reason: string;
}

export interface ExpiryCounts {
  /** Every certificate that was given. */
  readonly count: number;
  /** Those that count; the next two are among them. */
  readonly judged: number;
  /** Within a threshold and not expired. */
  readonly expiring: number;
  readonly expired: number;
  readonly dormant: number;
  readonly pending: number;
}

export interface ExpiryAssessment {
  /** The worst contribution; null where no gate is given. */
  readonly verdict: Verdict | null;
  readonly counts: ExpiryCounts;
  /** The most urgent first. */
  readonly judgements: readonly Judgement[];
  /** Why on-empty decided the verdict; null where it did not. */
  readonly emptyReason: string | null;
}

const DAY_MS = 86_400_000;
const LAST_DAY = Date.UTC(9999, 11, 31);

/** Judges all certificates together. */
export function judge(
  certificates: readonly Certificate[],
  policy: ExpiryPolicy,
  now: Date,
): ExpiryAssessment {
  const judgements = certificates
    .map((certificate) => judgeCertificate(certificate, policy, now))
    .sort(rankByUrgency);
  const counts = countJudgements(judgements);
  if (!hasGate(policy)) return { verdict: null, counts, judgements, emptyReason: null };
  if (counts.judged > 0) {
    const verdict = worstOf(judgements.flatMap(({ contribution }) => contribution ?? []));
    return { verdict, counts, judgements, emptyReason: null };
  }
  const verdict = policy.onEmpty === 'ignore' ? 'ok' : policy.onEmpty;
  return { verdict, counts, judgements, emptyReason: describeEmptiness(counts, policy) };
}

/** Judges one certificate. Within N days means notAfter <= now + N × 24 h. */
export function judgeCertificate(certificate: Certificate, policy: ExpiryPolicy, now: Date): Judgement {
  const standing = isPending(certificate) ? 'pending' : policy.counts(certificate) ? 'counted' : 'dormant';
  const { severity, reason } = assess(certificate, policy, now);
  return {
    certificate,
    standing,
    severity,
    contribution:
      standing === 'counted' && hasGate(policy) ? contribute(severity, certificate, policy) : null,
    daysLeft: countDaysLeft(certificate.notAfter, now),
    reason,
  };
}

/** The worst of some verdicts; `ok` where there are none. */
export function worstOf(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('fail')) return 'fail';
  return verdicts.includes('warn') ? 'warn' : 'ok';
}

/**
 * Orders judgements by urgency: those that count, then dormant, then pending ones; among them first what is
 * unknown or expired, then by notAfter, with what does not expire last. Equal ones by name and id.
 */
export function rankByUrgency(a: Judgement, b: Judgement): number {
  return (
    STANDINGS.indexOf(a.standing) - STANDINGS.indexOf(b.standing) ||
    rankSeverity(a) - rankSeverity(b) ||
    compareValues(rankDate(a), rankDate(b)) ||
    compareValues(a.certificate.name ?? '', b.certificate.name ?? '') ||
    compareValues(a.certificate.id ?? '', b.certificate.id ?? '')
  );
}

const STANDINGS: readonly Judgement['standing'][] = ['counted', 'dormant', 'pending'];

function rankSeverity({ severity }: Judgement): number {
  return severity === 'unknown' || severity === 'expired' ? 0 : 1;
}

function rankDate({ certificate: { notAfter } }: Judgement): number {
  if (notAfter === null) return Number.NEGATIVE_INFINITY;
  return neverExpires(notAfter) ? Number.POSITIVE_INFINITY : notAfter.getTime();
}

function compareValues<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function hasGate({ failWithin, warnWithin }: ExpiryPolicy): boolean {
  return failWithin !== null || warnWithin !== null;
}

/** ZPA lists a signing request that was not answered yet among its certificates. */
function isPending({ status, pem, notAfter }: Certificate): boolean {
  return status === 'pending' && pem === null && notAfter === null;
}

function assess(
  certificate: Certificate,
  { failWithin, warnWithin }: ExpiryPolicy,
  now: Date,
): Pick<Judgement, 'severity' | 'reason'> {
  const { notBefore, notAfter } = certificate;
  if (isPending(certificate)) return { severity: 'unknown', reason: 'holds no certificate yet' };
  if (notAfter === null) return { severity: 'unknown', reason: 'its notAfter is missing or cannot be read' };
  const lifetime = notBefore === null ? null : notAfter.getTime() - notBefore.getTime();
  if (notBefore !== null && lifetime !== null && lifetime <= 0) {
    const reason = `its notAfter ${formatDate(notAfter)} is not after its notBefore ${formatDate(notBefore)}`;
    return { severity: 'unknown', reason };
  }
  const left = notAfter.getTime() - now.getTime();
  if (left <= 0) return { severity: 'expired', reason: `expired on ${formatDate(notAfter)}` };

  const expires = !neverExpires(notAfter);
  const fail = expires ? place(left, failWithin, lifetime) : 'outside';
  const warn = expires ? place(left, warnWithin, lifetime) : 'outside';
  const until = describeEnd(notAfter);
  if (fail === 'inside')
    return { severity: 'critical', reason: describeWindow(until, 'fail-within', failWithin) };
  if (fail === 'unknowable' || warn === 'unknowable') {
    const reason =
      'its lifetime is not known, so a percent of it cannot be applied; add days, such as 30d 33%';
    return { severity: 'unknown', reason };
  }
  if (notBefore !== null && notBefore.getTime() > now.getTime()) {
    const use = certificate.inUse === true ? ', yet it is in use' : '';
    return { severity: 'not-yet-valid', reason: `is not valid before ${formatDate(notBefore)}${use}` };
  }
  if (warn === 'inside')
    return { severity: 'expiring', reason: describeWindow(until, 'warn-within', warnWithin) };
  return { severity: 'ok', reason: expires ? until : 'does not expire' };
}

/** The reason of a certificate of which nothing but its end is to be said. */
export function describeEnd(notAfter: Date): string {
  return `expires on ${formatDate(notAfter)}`;
}

/** Where the time left, in milliseconds, stands to a threshold's window; its border is inside. */
function place(
  left: number,
  threshold: Threshold | null,
  lifetime: number | null,
): 'inside' | 'outside' | 'unknowable' {
  if (threshold === null) return 'outside';
  const window = windowMilliseconds(threshold, lifetime);
  if (window === null) return 'unknowable';
  return left <= window ? 'inside' : 'outside';
}

function contribute(severity: Severity, { inUse }: Certificate, { failWithin }: ExpiryPolicy): Verdict {
  switch (severity) {
    case 'ok':
    case 'ignored':
      return 'ok';
    case 'expiring':
      return 'warn';
    case 'critical':
    case 'unknown':
      return 'fail';
    case 'expired':
      return failWithin === null ? 'warn' : 'fail';
    case 'not-yet-valid':
      return inUse === true && failWithin !== null ? 'fail' : 'warn';
  }
}

function countDaysLeft(notAfter: Date | null, now: Date): number | null {
  if (notAfter === null || neverExpires(notAfter)) return null;
  return Math.floor((notAfter.getTime() - now.getTime()) / DAY_MS);
}

/** 9999-12-31 means "does not expire" (RFC 5280, 4.1.2.5). */
export function neverExpires(notAfter: Date): boolean {
  const time = notAfter.getTime();
  return time >= LAST_DAY && time < LAST_DAY + DAY_MS;
}

function countJudgements(judgements: readonly Judgement[]): ExpiryCounts {
  const standing = (wanted: Judgement['standing']) => judgements.filter((each) => each.standing === wanted);
  const counted = standing('counted');
  return {
    count: judgements.length,
    judged: counted.length,
    expiring: counted.filter(({ severity }) => severity === 'expiring' || severity === 'critical').length,
    expired: counted.filter(({ severity }) => severity === 'expired').length,
    dormant: standing('dormant').length,
    pending: standing('pending').length,
  };
}

function describeWindow(until: string, input: string, threshold: Threshold | null): string {
  return threshold === null ? until : `${until}, within ${input} ${formatThreshold(threshold)}`;
}

function describeEmptiness({ count, dormant, pending }: ExpiryCounts, { onEmpty }: ExpiryPolicy): string {
  const found =
    count === 0
      ? 'No certificate was found'
      : `None of the certificates found counts (${dormant} not in service, ${pending} pending)`;
  const advice = onEmpty === 'ignore' ? '' : '; if that is as it should be, set on-empty to ignore';
  return `${found}, and on-empty is ${onEmpty}${advice}.`;
}
