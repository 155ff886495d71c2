import type { Certificate } from './certificate.ts';
import { formatDate } from './time.ts';

const prepared = new WeakMap<Certificate, string>();

/** A certificate's fields as they are shown in JSON: its dates are texts. */
export function toJsonFields(certificate: Certificate): Record<string, unknown> {
  const format = (date: Date | null) => (date === null ? null : formatDate(date));
  // Field by field: a compact certificate's dates are no properties of its own.
  return {
    provider: certificate.provider,
    scope: certificate.scope,
    id: certificate.id,
    name: certificate.name,
    status: certificate.status,
    fingerprint: certificate.fingerprint,
    subject: certificate.subject,
    issuer: certificate.issuer,
    serialNumber: certificate.serialNumber,
    sans: certificate.sans,
    notBefore: format(certificate.notBefore),
    notAfter: format(certificate.notAfter),
    createdAt: format(certificate.createdAt),
    updatedAt: format(certificate.updatedAt),
    inUse: certificate.inUse,
    type: certificate.type,
    pem: certificate.pem,
    vendor: certificate.vendor,
    contradictions: certificate.contradictions,
  } satisfies Record<keyof Certificate, unknown>;
}

/** A certificate as a JSON object on one line. */
export function writeJson(certificate: Certificate): string {
  return prepared.get(certificate) ?? JSON.stringify(toJsonFields(certificate));
}

/** Makes the text that `writeJson` returns while there is time for it, and holds it as long as the certificate. */
export function prepareJson(certificate: Certificate): void {
  prepared.set(certificate, writeJson(certificate));
}
