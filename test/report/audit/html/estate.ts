import type { AuditReport } from '../../../../src/operations/audit/audit-report.ts';
import { buildAudit, buildAudited, buildTarget, findingOf, inDays } from '../build-audit.ts';

export const GATEWAY = buildTarget();
export const SHOP = buildTarget({
  name: 'shop mTLS',
  provider: 'cloudflare-client',
  owner: 'shop team',
  runbook: 'ask in #shop',
});
export const ZPA = buildTarget({ name: 'ZPA', provider: 'zscaler-zpa', owner: null, runbook: null });
export const SANDBOX = buildTarget({ name: 'sandbox', provider: 'zscaler-zpa' });

export const RULE = {
  match: { by: 'name' as const, pattern: 'legacy-*' },
  reason: 'switched off with the old VPN',
  until: inDays(69),
};
/** Of SHA-256's length. */
export const FINGERPRINT = Array.from({ length: 32 }, (_, index) =>
  (index + 16).toString(16).toUpperCase(),
).join(':');

/** A small estate of which every state, every section and every column has something to show. */
export function buildEstate(overrides: Parameters<typeof buildAudit>[0] = {}): AuditReport {
  const expired = buildAudited({
    certificate: { id: 'id-expired', name: 'portal.example.com', inUse: true, notAfter: inDays(-3) },
    severity: 'expired',
    target: ZPA,
    usedBy: ['app segment: portal', 'PRA portal: vendors', 'user portal: Europe', 'app segment: more'],
  });
  const critical = buildAudited({
    certificate: {
      id: 'id-critical',
      name: 'checkout',
      fingerprint: FINGERPRINT,
      sans: ['checkout.example.com', 'pay.example.com', 'till.example.com'],
      issuer: 'CN=Issuing CA 7',
      notAfter: inDays(5),
    },
    key: {
      kind: 'rsa',
      bits: 1024,
      publicKeySha256: 'ab',
      signatureAlgorithm: 'sha256WithRSAEncryption',
      isCa: false,
      isSelfIssued: false,
    },
    target: SHOP,
    renewOn: inDays(-25),
  });
  const expiring = buildAudited({
    certificate: { id: 'id-expiring', name: 'root 2021', notAfter: inDays(120) },
    severity: 'expiring',
    contribution: 'warn',
    isAuthority: true,
  });
  const ok = buildAudited({
    certificate: { id: 'id-ok', name: 'wiki.example.com', inUse: false, notAfter: inDays(300) },
    severity: 'ok',
    contribution: 'ok',
    target: ZPA,
    renewOn: inDays(270),
  });
  const undated = buildAudited({
    certificate: { id: 'id-unknown', name: 'rig', notAfter: null },
    severity: 'unknown',
    target: SHOP,
    reason: 'its notAfter is missing or cannot be read',
    renewOn: null,
  });
  const ignored = buildAudited({
    certificate: { id: 'id-ignored', name: 'legacy-erp', notAfter: inDays(2) },
    severity: 'ignored',
    contribution: null,
    ignoredBy: RULE,
    target: SHOP,
  });
  const dormant = buildAudited({
    certificate: { id: 'id-dormant', name: 'root 2019', status: 'inactive', notAfter: inDays(20) },
    standing: 'dormant',
    severity: 'expiring',
    contribution: null,
  });
  const state = (target: typeof GATEWAY) => ({
    ...{ target, state: 'read' as const, trouble: null, count: 2, credentialExpiresOn: null, remarks: [] },
  });
  return buildAudit({
    certificates: [undated, expired, critical, expiring, ok, ignored, dormant],
    findings: [
      findingOf(undated, { rule: 'unknown-date' }),
      findingOf(expired, { rule: 'expired' }),
      findingOf(expired, {
        rule: 'expired-in-use',
        message: 'has expired and is still referred to',
        mend: 'Put a valid certificate in its place.',
      }),
      findingOf(critical),
      findingOf(critical, { rule: 'weak-key', verdict: 'warn', message: 'has an RSA key of only 1024 bits' }),
      findingOf(expiring, { rule: 'expiring', verdict: 'warn' }),
    ],
    targets: [
      state(GATEWAY),
      { ...state(SHOP), credentialExpiresOn: inDays(16), remarks: ['The rule for name x names nothing.'] },
      state(ZPA),
      {
        ...state(SANDBOX),
        state: 'denied',
        count: null,
        trouble: { message: 'HTTP 403\nof the vendor', mend: 'Give the token the permission to read.' },
      },
    ],
    isComplete: false,
    ...overrides,
  });
}

/** As many certificates as are asked for, the most urgent first: a day apart, over two targets. */
export function buildLarge(count: number): AuditReport {
  return buildAudit({
    certificates: Array.from({ length: count }, (_, index) =>
      buildAudited({
        certificate: { id: `id-${index}`, name: `client-${index}`, notAfter: inDays(1 + index) },
        severity: index < 5 ? 'critical' : 'ok',
        contribution: index < 5 ? 'fail' : 'ok',
        target: index % 2 === 0 ? SHOP : ZPA,
        renewOn: inDays(index - 20),
      }),
    ),
  });
}
