import type { AuditReport } from '../../../../src/operations/audit/audit-report.ts';
import { buildHostileCertificate, HOSTILE } from '../../hostile-text.ts';
import { buildAudit, buildAudited, buildTarget, findingOf, inDays } from '../build-audit.ts';

const RUN = 'window.hacked=1;alert(1)';

/** Texts that would run, load or lead somewhere, each if it were taken for markup, a script, a style or an address. */
export const HOSTILE_MARKUP: readonly string[] = [
  `<img src=x onerror="${RUN}">`,
  `</script><script>${RUN}</script>`,
  `</style></title></noscript></textarea></template><svg onload="${RUN}">`,
  `" autofocus onfocus="${RUN}" x="`,
  `' onmouseover='${RUN}`,
  `--><!--<script>${RUN}</script>]]>`,
  `<base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=https://evil.example/">`,
  `<link rel=stylesheet href=https://evil.example/x.css><iframe src="javascript:${RUN}"></iframe>`,
  `\${${RUN}}\`\\u003cscript>${RUN}`,
  '</script x',
  '<!--<script ',
  '&lt;script&gt;&#60;script&#62;&amp;lt;',
  '__proto__',
  'constructor',
  '\ud800 half of a pair',
  HOSTILE,
];

/** Addresses that are not to be followed. */
export const HOSTILE_ADDRESSES: readonly string[] = [
  `javascript:${RUN}`,
  ` \u0001JaVaScRiPt:${RUN}`,
  `java\nscript:${RUN}`,
  `data:text/html,<script>${RUN}</script>`,
  `vbscript:${RUN}`,
  'file:///etc/passwd',
  '//evil.example/',
  'https://console.example@evil.example/',
  `https://console.example/"onclick="${RUN}`,
];

/** An audit in which every text that comes from elsewhere is hostile, each in several certificates and targets. */
export function buildHostilePage(): AuditReport {
  const targets = HOSTILE_MARKUP.map((text, index) =>
    buildTarget({
      name: `${text} ${index}`,
      provider:
        (['cloudflare-gateway', 'cloudflare-client', 'zscaler-zpa'] as const)[index % 3] ?? 'zscaler-zpa',
      scope: text,
      microtenantId: text,
      types: [text],
      owner: text,
      runbook: HOSTILE_ADDRESSES[index % HOSTILE_ADDRESSES.length] ?? null,
      filter: { statuses: [text], inUse: null, search: text },
    }),
  );
  const certificates = HOSTILE_MARKUP.flatMap((text, index) => {
    const target = targets[index] ?? buildTarget();
    const facts = { id: text, name: text, status: text, fingerprint: text, subject: text, issuer: text };
    const certificate = {
      ...buildHostileCertificate({ ...facts, serialNumber: text, sans: [text, text, text], type: text }),
      notBefore: inDays(-60),
      notAfter: inDays(index + 1),
    };
    const key = {
      kind: text,
      bits: 1024,
      publicKeySha256: text,
      signatureAlgorithm: text,
      isCa: false,
      isSelfIssued: false,
    };
    const consoleUrl = HOSTILE_ADDRESSES[(index + 3) % HOSTILE_ADDRESSES.length] ?? null;
    const shared = { certificate, target, key, usedBy: [text], reason: text, consoleUrl };
    const rule = { match: { by: 'name' as const, pattern: text }, reason: text, until: inDays(30) };
    return [
      buildAudited(shared),
      buildAudited({ ...shared, severity: 'unknown', renewOn: null }),
      buildAudited({ ...shared, severity: 'ignored', contribution: null, ignoredBy: rule }),
    ];
  });
  const hostile = { message: HOSTILE_MARKUP.join('\n'), mend: HOSTILE_MARKUP.join('\n') };
  return buildAudit({
    version: HOSTILE_MARKUP[0] ?? '',
    certificates,
    findings: [
      ...certificates.map((one) => findingOf(one, { rule: 'weak-key', ...hostile })),
      {
        rule: 'ended-ignore',
        verdict: 'warn',
        target: HOSTILE_MARKUP[1] ?? '',
        certificate: null,
        ...hostile,
      },
    ],
    targets: targets.map((target, index) => ({
      target,
      state: index % 2 === 0 ? 'denied' : 'read',
      trouble: index % 2 === 0 ? hostile : null,
      count: 3,
      credentialExpiresOn: null,
      remarks: HOSTILE_MARKUP,
    })),
    run: {
      repository: HOSTILE_MARKUP[0] ?? '',
      workflow: HOSTILE_MARKUP[1] ?? '',
      url: HOSTILE_ADDRESSES[0] ?? '',
    },
  });
}
