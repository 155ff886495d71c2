import type { AuditReport } from '../../../src/operations/audit/audit-report.ts';
import { buildHostileCertificate, HOSTILE } from '../hostile-text.ts';
import { buildAudit, buildAudited, buildTarget, findingOf, inDays } from './build-audit.ts';

/** Texts that mean something to one format or another, each at the start of a field. */
export const HOSTILE_TEXTS: readonly (readonly [what: string, text: string])[] = [
  ['a formula that starts a program', `=cmd|'/C calc'!A0`],
  ['a formula that begins with plus', '+1+1'],
  ['a formula that begins with minus', '-2+3+cmd|x'],
  ['a formula that begins with at', '@SUM(1+1)'],
  ['a formula after a tab', '\t=1+1'],
  ['a formula after a carriage return', '\r=1+1'],
  ['a formula after a blank and a quote', ' "=1+1'],
  ['a formula after a space of no width', '\u200b=1+1'],
  ['a formula of full width', '\uff1d1+1'],
  ['a formula after a semicolon', 'a;=1+1'],
  ['a formula after a closed cell', 'a","=1+1'],
  ['marks that end fields', 'quote " apostrophe \' comma , semicolon ; back\\slash'],
  ['markup with an entity', ']]><!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]><a b="c">&y;</a>'],
  ['characters that XML cannot hold', '\u0000\u0001\u0008\u000b\ufffe\uffff'],
  ['halves of surrogate pairs', 'half a pair \ud800 and the other \udc00'],
  ['marks that turn text around', '\u202edesrever\u2066\u200f'],
  ['a command of the runner', '::set-output name=verdict::ok'],
  ['a command on a line of its own', '\n::set-output name=verdict::ok\n##[error]x'],
  ['another calendar event', 'END:VEVENT\r\nBEGIN:VEVENT\r\nUID:mine'],
  ['another series', 'x"} 1\ncertops_audit_verdict{verdict="ok"} 1\n# HELP x'],
  ['a link and placeholders', '[click](https://evil.example/) {0} {{1}}'],
  ['a command wherever a line is folded', `${'x'.repeat(60)}::set-output name=verdict::ok `.repeat(20)],
  ['a path that leads out', '../../etc/passwd'],
  ['a path to the parent', '..'],
  ['no text', ''],
  ['everything at once', HOSTILE],
];

/** An audit in which a text is whatever a person, a file or a vendor can set. */
export function buildHostileAudit(text: string): AuditReport {
  const target = buildTarget({
    name: text,
    scope: text,
    microtenantId: text,
    types: [text],
    owner: text,
    runbook: text,
    filter: { statuses: [text], inUse: null, search: text },
  });
  const rule = { match: { by: 'name' as const, pattern: text }, reason: text, until: inDays(30) };
  const build = (overrides: Parameters<typeof buildAudited>[0]) =>
    buildAudited({ target, reason: text, usedBy: [text], consoleUrl: text, ...overrides });
  const certificate = buildHostileCertificate({
    provider: text,
    scope: text,
    id: text,
    name: text,
    status: text,
    fingerprint: text,
    subject: text,
    issuer: text,
    serialNumber: text,
    sans: [text],
    type: text,
    contradictions: [text],
    notAfter: inDays(5),
  });
  const key = {
    kind: text,
    bits: 1024,
    publicKeySha256: text,
    signatureAlgorithm: text,
    isCa: false,
    isSelfIssued: false,
  };
  const failing = build({ certificate, key });
  const warned = build({ certificate, contribution: 'warn', severity: 'expiring' });
  const ignored = build({ certificate, contribution: null, severity: 'ignored', ignoredBy: rule });
  const trouble = { message: text, mend: text };
  return buildAudit({
    version: '1.2.3',
    certificates: [failing, warned, ignored],
    findings: [
      findingOf(failing, { message: text, mend: text }),
      findingOf(warned, { rule: 'weak-key', message: text, mend: text }),
      { rule: 'ended-ignore', verdict: 'warn', message: text, mend: text, target: text, certificate: null },
      { rule: 'empty', verdict: 'fail', message: text, mend: text, target: null, certificate: null },
    ],
    targets: [
      { target, state: 'read', trouble: null, count: 3, credentialExpiresOn: inDays(3), remarks: [text] },
      {
        target: buildTarget({ name: `${text} 2`, owner: text }),
        state: 'denied',
        trouble,
        count: null,
        credentialExpiresOn: null,
        remarks: [],
      },
    ],
    isComplete: false,
    run: { repository: text, workflow: text, url: 'https://github.example.com/x' },
  });
}
