/** JSON as the Cloudflare API writes it; this simulator's own description, shared with nobody. */

export interface ApiError {
  readonly code: number;
  readonly message: string;
  readonly documentation_url?: string;
  readonly source?: { readonly pointer: string };
  /** Real, though not in the reference. */
  readonly error_chain?: readonly { readonly code: number; readonly message: string }[];
}

export interface ApiEnvelope {
  readonly success: boolean;
  readonly errors: readonly ApiError[];
  readonly messages: readonly { readonly code: number; readonly message: string; readonly type?: null }[];
  readonly result: unknown;
  readonly result_info?: {
    readonly count: number;
    readonly page: number;
    readonly per_page: number;
    readonly total_count: number;
    readonly total_pages?: number;
  };
}

/** `available` was named `active` before. */
export type BindingStatus = 'pending_deployment' | 'available' | 'active' | 'pending_deletion' | 'inactive';

/** Cloudflare API reference, Zero Trust certificates. `qs_pack_id` is real, though not in the reference. */
export interface GatewayCertificateJson {
  readonly id: string;
  readonly binding_status: BindingStatus;
  readonly certificate: string;
  readonly created_at: string;
  readonly expires_on: string;
  readonly fingerprint: string;
  readonly in_use: boolean;
  readonly issuer_org: string;
  readonly issuer_raw: string;
  readonly qs_pack_id: string;
  readonly type: 'custom' | 'gateway_managed';
  readonly updated_at: string;
  readonly uploaded_on: string;
}

export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
