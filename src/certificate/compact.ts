import type { Certificate } from './certificate.ts';

const NOTHING: Certificate['vendor'] = {};
const NONE: readonly string[] = [];

/** A date that is held as a number, in a fifth of a Date's memory: milliseconds since 1970, or null. */
export type CompactDate = number | null;

/** The number of a date. */
export function compactDate(date: Date | null): CompactDate {
  return date === null ? null : date.getTime();
}

/** The date of a number, made anew each time it is asked for. */
export function expandDate(compact: CompactDate): Date | null {
  return compact === null ? null : new Date(compact);
}

/** What a compact certificate may have that the certificate it is made of has not. */
export type CompactChanges = Partial<Pick<Certificate, 'issuer' | 'inUse'>>;

/**
 * A certificate without its PEM and the vendor's remaining fields, in half of the memory: an audit holds 100,000.
 * Its dates are no properties of its own, so a copy by spreading would lack them: `compactCertificate` copies one.
 */
class CompactCertificate implements Certificate {
  readonly provider: string;
  readonly scope: string;
  readonly id: string | null;
  readonly name: string | null;
  readonly status: string | null;
  readonly fingerprint: string | null;
  readonly subject: string | null;
  readonly issuer: string | null;
  readonly serialNumber: string | null;
  readonly sans: readonly string[] | null;
  readonly inUse: boolean | null;
  readonly type: string | null;
  readonly contradictions: readonly string[];
  readonly #notBefore: CompactDate;
  readonly #notAfter: CompactDate;
  readonly #createdAt: CompactDate;
  readonly #updatedAt: CompactDate;

  constructor(
    certificate: Certificate,
    { issuer = certificate.issuer, inUse = certificate.inUse }: CompactChanges,
  ) {
    this.provider = certificate.provider;
    this.scope = certificate.scope;
    this.id = certificate.id;
    this.name = certificate.name;
    this.status = certificate.status;
    this.fingerprint = certificate.fingerprint;
    this.subject = certificate.subject;
    this.issuer = issuer;
    this.serialNumber = certificate.serialNumber;
    this.sans = certificate.sans?.length === 0 ? NONE : certificate.sans;
    this.inUse = inUse;
    this.type = certificate.type;
    this.contradictions = certificate.contradictions.length === 0 ? NONE : certificate.contradictions;
    this.#notBefore = compactDate(certificate.notBefore);
    this.#notAfter = compactDate(certificate.notAfter);
    this.#createdAt = compactDate(certificate.createdAt);
    this.#updatedAt = compactDate(certificate.updatedAt);
  }

  get notBefore(): Date | null {
    return expandDate(this.#notBefore);
  }

  get notAfter(): Date | null {
    return expandDate(this.#notAfter);
  }

  get createdAt(): Date | null {
    return expandDate(this.#createdAt);
  }

  get updatedAt(): Date | null {
    return expandDate(this.#updatedAt);
  }

  get pem(): null {
    return null;
  }

  get vendor(): Certificate['vendor'] {
    return NOTHING;
  }
}

/** The certificate as an audit holds it, with what is changed in it. */
export function compactCertificate(certificate: Certificate, changes: CompactChanges = {}): Certificate {
  return new CompactCertificate(certificate, changes);
}
