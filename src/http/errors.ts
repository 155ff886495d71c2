/** `proxy` is also a proxy variable that cannot be used. */
export type NetworkFailureKind = 'connect' | 'timeout' | 'reset' | 'too-large' | 'tls' | 'proxy';

/** One exchange that ended without a whole answer. */
export class NetworkFailure extends Error {
  override readonly name = 'NetworkFailure';
  readonly kind: NetworkFailureKind;
  /** False only where it is certain that no octet of the request left. */
  readonly mayHaveArrived: boolean;
  /** Whether it may pass by itself; an untrusted certificate or a malformed setting does not. */
  readonly passing: boolean;

  constructor(
    message: string,
    details: { kind: NetworkFailureKind; mayHaveArrived: boolean; passing?: boolean; cause?: unknown },
  ) {
    super(message, { cause: details.cause });
    this.kind = details.kind;
    this.mayHaveArrived = details.mayHaveArrived;
    this.passing = details.passing ?? true;
  }
}

/** One error of a vendor's answer, as it came. */
export interface VendorError {
  /** Cloudflare's number or ZPA's id, as text. */
  readonly code: string | null;
  readonly message: string;
  readonly pointer?: string;
  readonly documentationUrl?: string;
}

export type ApiErrorKind = 'network' | 'http' | 'unreadable' | 'redirect';

export interface ApiErrorDetails {
  readonly kind: ApiErrorKind;
  /** Method and path, without a query. */
  readonly call: string;
  readonly host: string;
  /** Null where there was no answer. */
  readonly status: number | null;
  readonly errors: readonly VendorError[];
  /** cf-ray, x-transaction-id, x-oneapi-request-id, …: whatever the answer carried. */
  readonly requestId: string | null;
  readonly attempts: number;
  /** True where the vendor may have acted although no good answer came. */
  readonly mayHaveArrived: boolean;
  readonly cause?: unknown;
}

/** A call that failed for good. Its texts are redacted; it holds no credential. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly kind: ApiErrorKind;
  readonly call: string;
  readonly host: string;
  readonly status: number | null;
  readonly errors: readonly VendorError[];
  readonly requestId: string | null;
  readonly attempts: number;
  readonly mayHaveArrived: boolean;

  constructor(message: string, details: ApiErrorDetails) {
    super(message, { cause: details.cause });
    this.kind = details.kind;
    this.call = details.call;
    this.host = details.host;
    this.status = details.status;
    this.errors = details.errors;
    this.requestId = details.requestId;
    this.attempts = details.attempts;
    this.mayHaveArrived = details.mayHaveArrived;
  }

  /** Whether the vendor named this code. */
  has(code: string): boolean {
    return this.errors.some((error) => error.code === code);
  }
}
