import type { Judgement, Severity } from '../certificate/expiry.ts';
import { formatThreshold } from '../certificate/threshold.ts';
import { formatDate } from '../certificate/time.ts';
import type { HttpCall } from '../http/types.ts';
import type { StepReport } from './step-report.ts';

/** The call as a person would type it: method, URL and body, without what is secret. */
export function describeCall(call: HttpCall, origin: string): string {
  const search = new URLSearchParams(call.query).toString();
  const query = search === '' ? '' : `?${search}`;
  const json = call.shownJson ?? call.json;
  const body = json === undefined ? '' : ` ${JSON.stringify(json)}`;
  return `${call.method} ${origin}${call.path}${query}${body}`;
}

/** Why the verdict is what it is; null where no threshold was given. */
export function describeVerdict({ judged, gate }: StepReport): string | null {
  if (judged.verdict === null) return null;
  const { counts } = judged;
  const counted = judged.judgements.filter(({ standing }) => standing === 'counted');
  const count = (severity: Severity) => counted.filter((judgement) => judgement.severity === severity).length;
  if (counts.judged === 0) return judged.emptyReason ?? 'no certificate counts';
  const thresholds = [
    gate.failWithin === null ? null : `fail-within ${formatThreshold(gate.failWithin)}`,
    gate.warnWithin === null ? null : `warn-within ${formatThreshold(gate.warnWithin)}`,
  ].filter((part) => part !== null);
  const found = [
    counts.expired > 0 ? `${counts.expired} expired` : null,
    counts.expiring > 0 ? `${counts.expiring} expiring` : null,
    count('unknown') > 0 ? `${count('unknown')} without a readable date` : null,
    count('not-yet-valid') > 0 ? `${count('not-yet-valid')} not yet valid` : null,
  ].filter((part) => part !== null);
  const dormant = counts.count - counts.judged;
  return `${found.length === 0 ? 'nothing' : found.join(', ')} of ${counts.judged} certificates that count (${thresholds.join(', ')}${dormant > 0 ? `; ${dormant} not counted, being inactive, revoked or pending` : ''})`;
}

/** The remaining time as people say it. */
export function tellTimeLeft({ certificate, daysLeft }: Judgement): string {
  if (certificate.notAfter === null) return 'unknown';
  if (daysLeft === null) return 'does not expire';
  if (daysLeft < 0) return `expired ${-daysLeft} d ago`;
  return `${daysLeft} d`;
}

/** One certificate's finding, for an annotation. */
export function describeFinding(judgement: Judgement): string {
  const { certificate } = judgement;
  const name = certificate.name ?? certificate.id ?? certificate.fingerprint ?? 'without id';
  const date = certificate.notAfter === null ? '' : ` (${formatDate(certificate.notAfter)})`;
  return `Certificate ${name}${date}: ${judgement.reason}`;
}

/** The severity; a dash where no threshold was given to call it good by, and for what is gone. */
export function tellSeverity({ severity, contribution, standing, certificate }: Judgement): string {
  if (certificate.status === 'deleted' || standing === 'pending') return '–';
  return severity === 'ok' && contribution === null ? '–' : severity;
}
