import type { Answer, VendorRequest } from '../vendor.ts';
import { ERROR_IDS, refuse, succeed, succeedEmpty } from './errors.ts';
import { readForm } from './forms.ts';
import type { ZscalerOptions } from './options.ts';
import type { ClientSeed } from './seeds.ts';
import type { Session, Sessions } from './sessions.ts';

/** POST signin: `expires_in` is a text (ZPA API documentation, authentication). @throws {Refusal} */
export function signIn(
  request: VendorRequest,
  { clients, sessions }: { readonly clients: readonly ClientSeed[]; readonly sessions: Sessions },
): Answer {
  const form = readForm(request);
  if (form === null) {
    throw refuse(415, ERROR_IDS.unsupportedMediaType, 'The body must be application/x-www-form-urlencoded');
  }
  const client = clients.find(({ id }) => id === form.get('client_id'));
  if (client === undefined || client.secret !== form.get('client_secret')) {
    throw refuse(401, ERROR_IDS.accessDenied, 'Invalid client id or client secret');
  }
  const { token, seconds } = sessions.open('legacy', client);
  return succeed(200, { token_type: 'Bearer', access_token: token, expires_in: String(seconds) });
}

/** POST signout. */
export function signOut(session: Session, sessions: Sessions, { signOutStatus }: ZscalerOptions): Answer {
  sessions.signOut(session);
  return succeedEmpty(signOutStatus);
}
