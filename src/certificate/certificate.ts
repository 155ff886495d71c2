/**
 * One certificate as every provider's record is read. A field that the provider left out is null, never
 * guessed. Fingerprint, dates and names come from the PEM where there is one.
 */
export interface Certificate {
  /** The provider's name, as in the `provider` input. */
  readonly provider: string;
  /** Account, zone or customer id (with microtenant, where there is one). */
  readonly scope: string;
  readonly id: string | null;
  readonly name: string | null;
  /** The vendor's documented word; `deleted` after a delete. */
  readonly status: string | null;
  /** SHA-256 over the DER: upper-case hex, colon-separated, every octet two digits. */
  readonly fingerprint: string | null;
  /** RFC 4514-like, most specific part first, separated by commas. */
  readonly subject: string | null;
  readonly issuer: string | null;
  /** Upper-case hex, as in the certificate; a negative one begins with a minus sign. */
  readonly serialNumber: string | null;
  readonly sans: readonly string[] | null;
  readonly notBefore: Date | null;
  readonly notAfter: Date | null;
  readonly createdAt: Date | null;
  readonly updatedAt: Date | null;
  /** Whether it serves now; null where the provider does not say. */
  readonly inUse: boolean | null;
  readonly type: string | null;
  readonly pem: string | null;
  /** The vendor's remaining fields as they came. */
  readonly vendor: Readonly<Record<string, unknown>>;
  /** Where the API's own fields contradict the PEM, or the PEM cannot be read: one sentence each. */
  readonly contradictions: readonly string[];
}
