import { type Judgement, rankByUrgency, worstOf } from '../../certificate/expiry.ts';
import type { Clock } from '../../http/types.ts';
import type { AuditRequest } from '../../interface/audit-request.ts';
import type { AuditCounts, AuditedCertificate, AuditReport, Finding, RunFacts } from './audit-report.ts';
import { findAboutCertificate, findSharedKeys } from './certificate-findings.ts';
import { judgeTarget, needsUsage } from './judge-target.ts';
import { type ReadingContext, readTarget, type TargetReading } from './read-target.ts';
import {
  findAboutTarget,
  findEmptiness,
  findEndingCredentials,
  remarkOnIdleRules,
} from './target-findings.ts';
import { estimateWorkload } from './workload.ts';

/** What an audit works with. */
export interface AuditContext extends Omit<ReadingContext, 'askOnce'> {
  readonly request: AuditRequest;
  readonly clock: Clock;
  /** A line of progress for the log. */
  readonly log: (line: string) => void;
  readonly version: string;
  readonly run: RunFacts | null;
}

/** So many targets are read at once; each credential's own limits are kept besides. */
const TARGETS_SIDE_BY_SIDE = 32;
/** More lines than that tell nobody anything. */
const PROGRESS_LINES_AT_MOST = 50;

/** Reads all targets side by side and judges them together. Rejects only on a defect: trouble is a finding. */
export async function auditTargets(context: AuditContext): Promise<AuditReport> {
  const { request, clock } = context;
  const readings = await readTargets(context);
  const now = new Date(clock.now());

  const judged = readings.map((reading) =>
    judgeTarget(reading.target, reading.certificates, reading.usage, now),
  );
  const certificates = judged.flat().sort(rankAudited);
  const counted = certificates.filter(isCounted);
  const counts = countAll(certificates, readings);
  const findings = [
    ...readings.flatMap((reading) => findAboutTarget(reading, now)),
    ...judged.flatMap((siblings) => siblings.flatMap((one) => findAboutCertificate(one, siblings))),
    ...findSharedKeys(counted),
    ...findEndingCredentials(readings, ({ target }) => credentialKeyOf(target), now),
    ...findEmptiness(counts, request.onEmpty),
  ].sort(rankFindings(certificates));
  return {
    at: now,
    version: context.version,
    verdict: worstOf(findings.map(({ verdict }) => verdict)),
    failJob: request.failJob,
    isComplete: counts.unreadable === 0,
    counts,
    certificates,
    findings,
    targets: readings.map((reading, index) => ({
      target: reading.target,
      state: reading.state,
      trouble: reading.trouble,
      count: reading.state === 'read' ? reading.certificates.length : null,
      credentialExpiresOn: reading.credentialExpiresOn,
      remarks: [...reading.remarks, ...remarkOnIdleRules(reading, judged[index] ?? [], now)],
    })),
    workload: estimateWorkload(counted),
    run: context.run,
  };
}

/** Tells credentials apart: those that are alike share their limits, and are asked about once. */
export function credentialKeyOf({ credentials, apiUrl, provider }: AuditRequest['targets'][number]): string {
  return JSON.stringify([provider === 'zscaler-zpa', credentials, apiUrl?.href ?? null]);
}

async function readTargets(context: AuditContext): Promise<readonly TargetReading[]> {
  const { request, clock, log } = context;
  const { targets } = request;
  const asked = new Map<string, Promise<unknown>>();
  const reading: ReadingContext = {
    open: context.open,
    explain: context.explain,
    askOnce: <T>(target: AuditRequest['targets'][number], ask: () => Promise<T>) => {
      // What a token may be asked differs between an account's store and a zone's.
      const key = `${target.provider} ${credentialKeyOf(target)}`;
      const answer = asked.get(key) ?? ask();
      asked.set(key, answer);
      return answer as Promise<T>;
    },
  };
  const readings: TargetReading[] = [];
  let next = 0;
  const readOn = async (): Promise<void> => {
    for (let index = next++; index < targets.length; index = next++) {
      const target = targets[index];
      if (target === undefined) return;
      const now = new Date(clock.now());
      const one = await readTarget(target, (found) => needsUsage(target, found, now), reading);
      readings[index] = one;
      if (targets.length <= PROGRESS_LINES_AT_MOST) log(describeReading(one));
    }
  };
  await Promise.all(Array.from({ length: Math.min(TARGETS_SIDE_BY_SIDE, targets.length) }, readOn));
  return readings;
}

function describeReading({ target, state, certificates }: TargetReading): string {
  if (state === 'denied') return `${target.name}: denied`;
  if (state === 'unreadable') return `${target.name}: could not be read`;
  return `${target.name}: ${certificates.length} certificates`;
}

function isCounted({ standing, ignoredBy }: AuditedCertificate): boolean {
  return standing === 'counted' && ignoredBy === null;
}

function rankAudited(a: AuditedCertificate, b: AuditedCertificate): number {
  return rankGroup(a) - rankGroup(b) || rankByUrgency(a, b);
}

function rankGroup(audited: AuditedCertificate): number {
  const groups: readonly Judgement['standing'][] = ['counted', 'dormant', 'pending'];
  return isCounted(audited) ? 0 : 1 + groups.indexOf(audited.standing);
}

/** `fail` first; among equals what concerns targets, then certificates as they are ordered. */
function rankFindings(certificates: readonly AuditedCertificate[]): (a: Finding, b: Finding) => number {
  const places = new Map(certificates.map((one, index) => [one, index]));
  const placeOf = ({ certificate }: Finding) => (certificate === null ? -1 : (places.get(certificate) ?? 0));
  const rank = ({ verdict }: Finding) => (verdict === 'fail' ? 0 : 1);
  return (a, b) => rank(a) - rank(b) || placeOf(a) - placeOf(b);
}

function countAll(
  certificates: readonly AuditedCertificate[],
  readings: readonly TargetReading[],
): AuditCounts {
  const counted = certificates.filter(isCounted);
  const count = (...severities: readonly string[]) =>
    counted.filter(({ severity }) => severities.includes(severity)).length;
  return {
    count: certificates.length,
    judged: counted.length,
    expiring: count('expiring', 'critical'),
    critical: count('critical'),
    expired: count('expired'),
    undated: count('unknown', 'not-yet-valid'),
    dormant: certificates.filter(({ standing }) => standing === 'dormant').length,
    pending: certificates.filter(({ standing }) => standing === 'pending').length,
    ignored: certificates.filter(({ ignoredBy }) => ignoredBy !== null).length,
    targets: readings.length,
    unreadable: readings.filter(({ state }) => state !== 'read').length,
  };
}
