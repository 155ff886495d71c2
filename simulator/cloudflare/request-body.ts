import type { VendorRequest } from '../vendor.ts';
import { CODES } from './codes.ts';
import { refuse } from './envelope.ts';
import { isObject, type JsonObject } from './wire.ts';

/**
 * The JSON object in a request's body; an empty one where there is no body.
 * @throws {Refusal} for another content type, for what is not JSON, and for JSON that is not an object
 */
export function readRequestBody({ headers, body }: VendorRequest): JsonObject {
  if (body === '') return {};
  const contentType = headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (contentType !== 'application/json') {
    throw refuse(400, CODES.invalidRequestHeaders, 'Invalid request headers', {
      error_chain: [
        {
          code: CODES.invalidContentType,
          message: 'Invalid Content-Type header, valid values are application/json,multipart/form-data',
        },
      ],
    });
  }
  const json = parse(body);
  if (json === undefined) throw refuse(400, CODES.malformedJson, 'Malformed JSON in request body');
  if (!isObject(json)) throw refuse(400, CODES.invalidBody, 'The request body must be an object');
  return json;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
