import { type CompactDate, compactDate, expandDate } from '../../certificate/compact.ts';
import { describeEnd } from '../../certificate/expiry.ts';
import type { AuditedCertificate } from './audit-report.ts';

/** Its date is held as a number, and its reason only where it says more than the end: 100,000 take 20 MB less. */
class CompactAudited implements AuditedCertificate {
  readonly certificate: AuditedCertificate['certificate'];
  readonly standing: AuditedCertificate['standing'];
  readonly severity: AuditedCertificate['severity'];
  readonly contribution: AuditedCertificate['contribution'];
  readonly daysLeft: AuditedCertificate['daysLeft'];
  readonly target: AuditedCertificate['target'];
  readonly key: AuditedCertificate['key'];
  readonly isAuthority: AuditedCertificate['isAuthority'];
  readonly usedBy: AuditedCertificate['usedBy'];
  readonly ignoredBy: AuditedCertificate['ignoredBy'];
  readonly consoleUrl: AuditedCertificate['consoleUrl'];
  readonly #renewOn: CompactDate;
  /** Null where it is the certificate's end alone. */
  readonly #reason: string | null;

  constructor(audited: AuditedCertificate) {
    this.certificate = audited.certificate;
    this.standing = audited.standing;
    this.severity = audited.severity;
    this.contribution = audited.contribution;
    this.daysLeft = audited.daysLeft;
    this.target = audited.target;
    this.key = audited.key;
    this.isAuthority = audited.isAuthority;
    this.usedBy = audited.usedBy;
    this.ignoredBy = audited.ignoredBy;
    this.consoleUrl = audited.consoleUrl;
    this.#renewOn = compactDate(audited.renewOn);
    this.#reason = audited.reason === tellEnd(audited.certificate) ? null : audited.reason;
  }

  get renewOn(): Date | null {
    return expandDate(this.#renewOn);
  }

  get reason(): string {
    return this.#reason ?? tellEnd(this.certificate);
  }
}

/** An audited certificate in little memory, as those are held that an audit reports. */
export function compactAudited(audited: AuditedCertificate): AuditedCertificate {
  return new CompactAudited(audited);
}

function tellEnd({ notAfter }: AuditedCertificate['certificate']): string {
  return notAfter === null ? '' : describeEnd(notAfter);
}
