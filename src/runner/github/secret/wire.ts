import * as z from 'zod/mini';

/** 32 octets in base64. */
const PUBLIC_KEY = /^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/;

/** A public key for secrets as GitHub sends it (GitHub REST API, Actions secrets). Unknown fields are tolerated. */
export const publicKeySchema = z.looseObject({
  key_id: z.string().check(z.minLength(1)),
  key: z.string().check(z.regex(PUBLIC_KEY)),
});
