import * as z from 'zod/mini';

/*
 * What Zscaler sends. Every field is optional, and unknown ones are kept (ZPA API reference, Certificate
 * Management; fields and types as in recorded answers). Counts and times are texts in most answers, numbers in
 * some.
 */

const text = z.optional(z.nullable(z.string()));
const textOrNumber = z.optional(z.nullable(z.union([z.string(), z.number()])));

/** ZPA: `id`, `reason`, `params`; its gateways: `detail`, or `code` and `message`; ZIdentity: RFC 6749, 5.2. */
export const errorBodySchema = z.looseObject({
  id: textOrNumber,
  reason: text,
  params: z.optional(z.nullable(z.array(z.unknown()))),
  exception: text,
  detail: text,
  code: textOrNumber,
  message: text,
  error: text,
  error_description: text,
});
export type ErrorBody = z.output<typeof errorBodySchema>;

/** `expires_in`, seconds, is a text in the legacy sign-in and a number in OneAPI. */
export const tokenSchema = z.looseObject({
  access_token: z.string().check(z.regex(/^[\x21-\x7e]+$/)),
  expires_in: textOrNumber,
});

/** `list` may be left out where it is empty; `totalCount` is wrong at times, so it is not read. */
export const listSchema = z.looseObject({
  totalPages: textOrNumber,
  list: z.optional(z.nullable(z.array(z.unknown()))),
});

export const certificateSchema = z.looseObject({
  id: textOrNumber,
  name: text,
  description: text,
  cName: text,
  /** `cName` in another description of the API. */
  getcName: text,
  certificate: text,
  issuedTo: text,
  issuedBy: text,
  /** Decimal. */
  serialNo: textOrNumber,
  san: z.optional(z.nullable(z.array(z.string()))),
  validFromInEpochSec: textOrNumber,
  validToInEpochSec: textOrNumber,
  creationTime: textOrNumber,
  modifiedTime: textOrNumber,
});
export type ZpaCertificate = z.output<typeof certificateSchema>;

/** An application's app, a PRA portal or a user portal: what may refer to a certificate. */
export const referrerSchema = z.looseObject({
  id: textOrNumber,
  /** The application that an app is of. */
  appId: textOrNumber,
  name: text,
  domain: text,
  microtenantId: textOrNumber,
  certificateName: text,
  /** A user portal whose certificate is Zscaler's own. */
  managedByZs: z.optional(z.nullable(z.boolean())),
});
