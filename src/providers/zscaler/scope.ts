import type { Certificate } from '../../certificate/certificate.ts';
import type { Violation } from '../provider.ts';

/** The Default microtenant; reads leave it out where they name a row's. */
const DEFAULT_MICROTENANT = '0';

/** A customer, and the microtenant that calls name; null where they name none. */
export interface ZpaScope {
  readonly customerId: string;
  readonly microtenantId: string | null;
}

/** The query that names the microtenant. */
export function microtenantQuery({ microtenantId }: ZpaScope): Readonly<Record<string, string>> {
  return microtenantId === null ? {} : { microtenantId };
}

/** Whether a row is in the microtenant that a write goes to: the Default one where none is named. */
export function isInTarget({ vendor }: Certificate, { microtenantId }: ZpaScope): boolean {
  return (
    readMicrotenant(vendor) === null || readMicrotenant(vendor) === (microtenantId ?? DEFAULT_MICROTENANT)
  );
}

/** Why an entry cannot be changed or deleted at all. */
export function findEntryViolations(certificate: Certificate, scope: ZpaScope): readonly Violation[] {
  const { id, vendor } = certificate;
  const refuse = (reason: string, instead: string): Violation => ({
    reason,
    certificates: [id ?? 'without id'],
    instead,
    forcible: false,
  });
  const violations: Violation[] = [];
  if (vendor.zscalerManaged === true) {
    violations.push(
      refuse('Zscaler manages it, so it cannot be changed', 'choose a certificate of your own'),
    );
  } else if (vendor.readOnly === true) {
    violations.push(
      refuse(
        'it is read-only here: another microtenant shares it',
        'run with the microtenant-id that it belongs to',
      ),
    );
  }
  if (!isInTarget(certificate, scope)) {
    const microtenant = readMicrotenant(vendor) ?? '';
    violations.push(
      refuse(
        `it is in microtenant ${microtenant}, and a write without its id goes to the Default one`,
        `set microtenant-id: ${microtenant}`,
      ),
    );
  }
  return violations;
}

/** Null where the row does not say: the Default microtenant, or the one that was asked for. */
function readMicrotenant({ microtenantId }: Certificate['vendor']): string | null {
  return typeof microtenantId === 'string' && microtenantId !== '' ? microtenantId : null;
}
