import { type Answer, type Call, type Endpoint, readMembers } from './exchange.ts';
import { writeTime } from './issue-json.ts';
import { notFound, Refusal } from './problems.ts';
import { currentKey, findVault, type SecretVault, type StoredSecret } from './secret-vault.ts';

const NAME = /^(?!GITHUB_)[A-Z_][A-Z0-9_]*$/i;
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
/** A sealed box is so much longer than what is in it. */
const SEAL_BYTES = 48;
const VALUE_BYTES_AT_MOST = 48 * 1024;
const SECRETS_AT_MOST = 100;

export const SECRET_ENDPOINTS: readonly Endpoint[] = [
  ...makeEndpoints('secrets', '/actions/secrets', 'a-repository'),
  ...makeEndpoints('environments', '/environments/{environment_name}/secrets', 'an-environment'),
];

/** The same three for a repository (`secrets.put`) and for an environment (`environment-secrets.put`). */
function makeEndpoints(scope: 'secrets' | 'environments', path: string, owner: string): readonly Endpoint[] {
  const prefix = scope === 'secrets' ? 'secrets' : 'environment-secrets';
  const documentation = '/actions/secrets#';
  return [
    {
      name: `${prefix}.key`,
      method: 'GET',
      path: `${path}/public-key`,
      scope,
      level: 'read',
      documentation: `${documentation}get-${owner}-public-key`,
      answer: getKey,
    },
    {
      name: `${prefix}.get`,
      method: 'GET',
      path: `${path}/{secret}`,
      scope,
      level: 'read',
      documentation: `${documentation}get-${owner}-secret`,
      answer: getSecret,
    },
    {
      name: `${prefix}.put`,
      method: 'PUT',
      path: `${path}/{secret}`,
      scope,
      level: 'write',
      documentation: `${documentation}create-or-update-${owner}-secret`,
      answer: putSecret,
    },
  ];
}

/** Everybody who sees the repository may read it. */
function getKey(call: Call): Answer {
  const { id, publicKey } = currentKey(openVault(call));
  return { status: 200, json: { key_id: id, key: publicKey } };
}

/** Of a public repository too, unlike the key, it is only for who works in it and may read secrets. */
function getSecret(call: Call): Answer {
  const { actor, repository, parameters } = call;
  const isMember = actor.repositories.includes(`${repository.owner}/${repository.name}`);
  if (!isMember) throw new Refusal(403, 'Must have admin rights to Repository.');
  if (
    actor.permissions[parameters.environment_name === undefined ? 'secrets' : 'environments'] === undefined
  ) {
    throw new Refusal(403, 'Resource not accessible by personal access token');
  }
  const secret = findSecret(openVault(call), call);
  if (secret === undefined) throw notFound();
  const { createdAt, updatedAt } = secret;
  return {
    status: 200,
    json: { name: secret.name, created_at: writeTime(createdAt), updated_at: writeTime(updatedAt) },
  };
}

function putSecret(call: Call): Answer {
  const { encrypted_value: sealed, key_id: keyId } = readMembers(call.body);
  const { secret: name = '' } = call.parameters;
  const vault = openVault(call);
  if (!NAME.test(name)) throw new Refusal(422, 'Secret names can only contain alphanumeric characters');
  for (const [field, value] of Object.entries({ encrypted_value: sealed, key_id: keyId })) {
    if (typeof value !== 'string') throw new Refusal(422, `Invalid request.\n\n"${field}" wasn't supplied.`);
  }
  if (typeof sealed !== 'string' || typeof keyId !== 'string' || !BASE64.test(sealed)) {
    throw new Refusal(422, 'Invalid request.\n\nencrypted_value is not base64.');
  }
  const bytes = Buffer.from(sealed, 'base64').length;
  if (keyId !== currentKey(vault).id || bytes < SEAL_BYTES) {
    throw new Refusal(422, 'Bad request - validation failed due to an improperly encrypted secret');
  }
  if (bytes > SEAL_BYTES + VALUE_BYTES_AT_MOST) throw new Refusal(422, 'Secret value is too large');
  const known = findSecret(vault, call);
  if (known !== undefined) {
    Object.assign(known, { sealed, keyId, updatedAt: call.now });
    return { status: 204, json: undefined };
  }
  if (vault.secrets.length >= SECRETS_AT_MOST) throw new Refusal(422, 'Limit of secrets exceeded');
  vault.secrets.push({ name: name.toUpperCase(), createdAt: call.now, updatedAt: call.now, sealed, keyId });
  return { status: 201, json: {} };
}

/** @throws Refusal where there is no such environment */
function openVault({ repository, parameters }: Call): SecretVault {
  const vault = findVault(repository, parameters.environment_name ?? null);
  if (vault === null) throw notFound();
  return vault;
}

function findSecret({ secrets }: SecretVault, { parameters }: Call): StoredSecret | undefined {
  return secrets.find(({ name }) => name === parameters.secret?.toUpperCase());
}
