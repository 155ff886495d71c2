import type { VendorRequest } from '../vendor.ts';

const FORM_TYPE = 'application/x-www-form-urlencoded';

/** The fields of a form; null where the content type is another. */
export function readForm({ headers, body }: VendorRequest): URLSearchParams | null {
  return readMediaType(headers['content-type']) === FORM_TYPE ? new URLSearchParams(body) : null;
}

/** A Content-Type without its parameters, in small letters. */
export function readMediaType(contentType: string | undefined): string {
  return contentType?.split(';')[0]?.trim().toLowerCase() ?? '';
}
