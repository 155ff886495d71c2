import type { Certificate } from '../../src/certificate/certificate.ts';

/** A Certificate that holds nothing but what is given. */
export function buildCertificate(facts: Partial<Certificate> = {}): Certificate {
  return {
    provider: 'cloudflare-gateway',
    scope: 'account',
    id: null,
    name: null,
    status: null,
    fingerprint: null,
    subject: null,
    issuer: null,
    serialNumber: null,
    sans: null,
    notBefore: null,
    notAfter: null,
    createdAt: null,
    updatedAt: null,
    inUse: null,
    type: null,
    pem: null,
    vendor: {},
    contradictions: [],
    ...facts,
  };
}
