import * as z from 'zod/mini';

/*
 * What Cloudflare sends. Every field of a result is optional in the vendor's own schema, and unknown ones are
 * kept (Cloudflare API reference, Zero Trust certificates).
 */

const text = z.optional(z.nullable(z.string()));

export const responseInfoSchema = z.looseObject({
  code: z.optional(z.number()),
  message: z.optional(z.string()),
  documentation_url: z.optional(z.string()),
  source: z.optional(z.nullable(z.looseObject({ pointer: z.optional(z.string()) }))),
  error_chain: z.optional(
    z.array(z.looseObject({ code: z.optional(z.number()), message: z.optional(z.string()) })),
  ),
});
export type ResponseInfo = z.output<typeof responseInfoSchema>;

/** `errors` is read one by one, so that an odd one hides neither the others nor the result. */
export const envelopeSchema = z.looseObject({
  success: z.optional(z.boolean()),
  errors: z.optional(z.unknown()),
  result: z.optional(z.unknown()),
  result_info: z.optional(
    z.nullable(z.looseObject({ total_pages: z.optional(z.number()), total_count: z.optional(z.number()) })),
  ),
});

export const gatewayCertificateSchema = z.looseObject({
  id: text,
  binding_status: text,
  certificate: text,
  created_at: text,
  expires_on: text,
  fingerprint: text,
  in_use: z.optional(z.nullable(z.boolean())),
  type: text,
  updated_at: text,
});
export type GatewayCertificate = z.output<typeof gatewayCertificateSchema>;

/** Cloudflare API reference, Get Zero Trust account configuration; other blocks are left as they come. */
export const gatewayConfigurationSchema = z.looseObject({
  settings: z.optional(
    z.nullable(z.looseObject({ certificate: z.optional(z.nullable(z.looseObject({ id: text }))) })),
  ),
});

export const clientCertificateSchema = z.looseObject({
  id: text,
  certificate: text,
  common_name: text,
  expires_on: text,
  fingerprint_sha256: text,
  issued_on: text,
  serial_number: text,
  // The lifecycle; `state` is the subject's province.
  status: text,
});
export type ClientCertificate = z.output<typeof clientCertificateSchema>;

export const tokenSchema = z.looseObject({
  id: text,
  status: text,
  not_before: text,
  expires_on: text,
});
