import type { AuditTarget } from '../../../src/interface/audit-request.ts';
import { EVERYTHING } from '../../../src/interface/request.ts';
import type {
  AuditCounts,
  AuditedCertificate,
  AuditedTarget,
  AuditReport,
  Finding,
} from '../../../src/operations/audit/audit-report.ts';
import { buildCertificate } from '../../certificate/build-certificate.ts';

/** The moment that built audits are judged at. */
export const AUDITED_AT = new Date('2026-11-23T06:00:00Z');
const DAY_MILLISECONDS = 86_400_000;

/** A date so many days from when built audits are judged. */
export function inDays(days: number): Date {
  return new Date(AUDITED_AT.getTime() + days * DAY_MILLISECONDS);
}

export function buildTarget(overrides: Partial<AuditTarget> = {}): AuditTarget {
  return {
    name: 'production gateway',
    provider: 'cloudflare-gateway',
    scope: '0'.repeat(32),
    microtenantId: null,
    view: 'all',
    pageSize: null,
    apiUrl: null,
    credentials: null,
    filter: EVERYTHING,
    onlyInUse: false,
    types: [],
    failWithin: null,
    warnWithin: null,
    owner: 'network team',
    runbook: 'https://wiki.example.com/rotate',
    ignore: [],
    ...overrides,
  };
}

export function buildAudited({
  certificate,
  ...overrides
}: Partial<Omit<AuditedCertificate, 'certificate'>> & {
  readonly certificate?: Parameters<typeof buildCertificate>[0];
} = {}): AuditedCertificate {
  const notAfter = certificate?.notAfter === undefined ? inDays(5) : certificate.notAfter;
  return {
    certificate: buildCertificate({ pem: null, notBefore: inDays(-85), notAfter, ...certificate }),
    standing: 'counted',
    severity: 'critical',
    contribution: 'fail',
    daysLeft:
      notAfter === null ? null : Math.floor((notAfter.getTime() - AUDITED_AT.getTime()) / DAY_MILLISECONDS),
    reason: 'expires soon',
    target: buildTarget(),
    key: null,
    isAuthority: false,
    usedBy: null,
    renewOn: inDays(-25),
    ignoredBy: null,
    consoleUrl: 'https://dash.example.com/certificates',
    ...overrides,
  };
}

/** A date finding for each certificate that contributes one. */
export function findingOf(certificate: AuditedCertificate, overrides: Partial<Finding> = {}): Finding {
  return {
    rule: 'critical',
    verdict: certificate.contribution === 'warn' ? 'warn' : 'fail',
    message: certificate.reason,
    mend: 'Renew it.',
    target: certificate.target.name,
    certificate,
    ...overrides,
  };
}

export function buildAudit(
  overrides: Partial<Omit<AuditReport, 'counts'>> & { readonly counts?: Partial<AuditCounts> } = {},
): AuditReport {
  const certificates = overrides.certificates ?? [buildAudited()];
  const targets: readonly AuditedTarget[] =
    overrides.targets ??
    [...new Map(certificates.map((one) => [one.target.name, one.target])).values()].map((target) => ({
      target,
      state: 'read' as const,
      trouble: null,
      count: certificates.filter((one) => one.target.name === target.name).length,
      credentialExpiresOn: null,
      remarks: [],
    }));
  const counted = certificates.filter(
    ({ standing, ignoredBy }) => standing === 'counted' && ignoredBy === null,
  );
  const count = (severity: string) => counted.filter((one) => one.severity === severity).length;
  const findings =
    overrides.findings ??
    counted
      .filter(({ contribution }) => contribution === 'fail' || contribution === 'warn')
      .map((one) => findingOf(one));
  return {
    at: AUDITED_AT,
    version: '0.0.0',
    verdict: findings.some(({ verdict }) => verdict === 'fail')
      ? 'fail'
      : findings.length > 0
        ? 'warn'
        : 'ok',
    failJob: true,
    isComplete: true,
    certificates,
    targets,
    workload: {
      leaves: counted.length,
      now: counted.length,
      atMost: [
        { days: 200, since: '2026-03-15', rotations: counted.length * 2.7 },
        { days: 100, since: '2027-03-15', rotations: counted.length * 5.5 },
        { days: 47, since: '2029-03-15', rotations: counted.length * 11.6 },
      ],
    },
    run: {
      repository: 'example/infrastructure',
      workflow: 'Expiry audit',
      url: 'https://github.example.com/example/infrastructure/actions/runs/1',
    },
    ...overrides,
    findings,
    counts: {
      count: certificates.length,
      judged: counted.length,
      expiring: count('expiring') + count('critical'),
      critical: count('critical'),
      expired: count('expired'),
      undated: count('unknown') + count('not-yet-valid'),
      dormant: certificates.filter(({ standing }) => standing === 'dormant').length,
      pending: certificates.filter(({ standing }) => standing === 'pending').length,
      ignored: certificates.filter(({ ignoredBy }) => ignoredBy !== null).length,
      targets: targets.length,
      unreadable: targets.filter(({ state }) => state !== 'read').length,
      ...overrides.counts,
    },
  };
}
