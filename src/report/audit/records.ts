import { formatDate } from '../../certificate/time.ts';
import type { AuditedCertificate } from '../../operations/audit/audit-report.ts';
import { toRecordWithoutPem } from '../records.ts';

/** A certificate of an audit as JSON: where it is, what is made of it, and whom to ask. */
export function toAuditRecord(audited: AuditedCertificate): Record<string, unknown> {
  const { target, standing, reason, usedBy, renewOn, ignoredBy, consoleUrl } = audited;
  return {
    target: target.name,
    ...toRecordWithoutPem(audited),
    standing,
    reason,
    renewOn: renewOn === null ? null : formatDate(renewOn),
    usedBy,
    owner: target.owner,
    runbook: target.runbook,
    consoleUrl,
    ignored: ignoredBy === null ? null : { reason: ignoredBy.reason, until: formatDate(ignoredBy.until) },
  };
}
