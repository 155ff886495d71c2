import type { Answer, Clock, VendorRequest } from '../vendor.ts';
import { AUDIENCE, findAssertionFault } from './client-assertion.ts';
import { Refusal, succeed } from './errors.ts';
import { readForm } from './forms.ts';
import type { ZscalerOptions } from './options.ts';
import type { OneApiClientSeed } from './seeds.ts';
import type { Sessions } from './sessions.ts';

const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
/** The token endpoint has a quota of its own (recorded). */
export const TOKEN_QUOTA_HEADERS = { 'x-ratelimit-limit': '500, 500;w=1, 100000;w=60' };

interface TokenContext {
  readonly clients: readonly OneApiClientSeed[];
  readonly sessions: Sessions;
  readonly clock: Clock;
  readonly options: ZscalerOptions;
}

/**
 * POST oauth2/v1/token, for client credentials: a secret in the form or as Basic authorisation, or an assertion
 * signed with the client's private key. Every failure is HTTP 400 (Zscaler OneAPI, authentication).
 * @throws {Refusal}
 */
export function issueToken(request: VendorRequest, context: TokenContext): Answer {
  const form = readForm(request);
  if (form === null)
    throw refuseToken('invalid_request', 'The body must be application/x-www-form-urlencoded');
  if (form.get('grant_type') !== 'client_credentials') {
    throw refuseToken('unsupported_grant_type', 'grant_type must be client_credentials');
  }
  const audience = form.get('audience');
  if (audience === null ? context.options.audienceRequired : audience !== AUDIENCE) {
    throw refuseToken('invalid_request', `audience must be ${AUDIENCE}`);
  }
  const client = identify(form, request.headers.authorization, context);
  const { token, seconds } = context.sessions.open('oneapi', client);
  return succeed(200, { access_token: token, token_type: 'Bearer', expires_in: seconds });
}

function identify(
  form: URLSearchParams,
  authorization: string | undefined,
  { clients, clock, options }: TokenContext,
): OneApiClientSeed {
  const given = {
    authorization: authorization ?? null,
    client_secret: form.get('client_secret'),
    client_assertion: form.get('client_assertion'),
  };
  if (Object.values(given).filter((proof) => proof !== null).length !== 1) {
    throw refuseToken(
      'invalid_request',
      'Give one of client_secret, client_assertion and Basic authorisation',
    );
  }
  const pair = given.authorization === null ? null : readBasic(given.authorization);
  const clientId = pair?.id ?? form.get('client_id');
  const client = clients.find(({ id }) => id === clientId);
  if (client === undefined) throw refuseToken('invalid_client', 'Invalid client');
  if (given.client_assertion === null) {
    const secrets = pair?.secrets ?? [given.client_secret];
    if (client.secret === null || !secrets.includes(client.secret)) {
      throw refuseToken('invalid_client', 'Invalid client secret');
    }
    return client;
  }
  if (form.get('client_assertion_type') !== ASSERTION_TYPE) {
    throw refuseToken('invalid_request', `client_assertion_type must be ${ASSERTION_TYPE}`);
  }
  if (client.publicKey === null) throw refuseToken('invalid_client', 'The client has no registered key');
  const fault = findAssertionFault(given.client_assertion, {
    clientId: client.id,
    publicKey: client.publicKey,
    now: clock.now(),
    seconds: options.assertionSeconds,
  });
  if (fault !== null) throw refuseToken('invalid_client', `Invalid client assertion: ${fault}`);
  return client;
}

/**
 * Id and secret of a Basic header. RFC 6749, 2.3.1, has each of them form-encoded first, many clients do not:
 * the secret may be meant either way.
 */
function readBasic(
  authorization: string,
): { readonly id: string; readonly secrets: readonly string[] } | null {
  const encoded = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(authorization)?.[1] ?? '';
  const [, id, secret] = /^([^:]+):(.+)$/s.exec(Buffer.from(encoded, 'base64').toString()) ?? [];
  if (id === undefined || secret === undefined) return null;
  return { id: decodeFormPart(id), secrets: [secret, decodeFormPart(secret)] };
}

function decodeFormPart(part: string): string {
  return new URLSearchParams(`part=${part}`).get('part') ?? '';
}

function refuseToken(error: string, description: string): Refusal {
  const json = { error, error_description: description };
  return new Refusal(description, { status: 400, headers: {}, json });
}
