import type { CloudflareCredentials, CredentialSource } from './credentials.ts';
import type { InputProblem } from './input-error.ts';
import { type Environment, type RawInputs, readVariable } from './raw-inputs.ts';

/** No token or key of Cloudflare's is shorter. */
const SHORTEST_TOKEN = 16;

interface CredentialTexts {
  readonly token: string;
  readonly email: string;
  readonly key: string;
}

/**
 * Chooses one whole Cloudflare credential: from the inputs, else from the vendor's own environment names,
 * token before key. Two schemes within the inputs are refused.
 */
export function chooseCloudflareCredentials(
  raw: RawInputs,
  environment: Environment,
): CloudflareCredentials | readonly InputProblem[] {
  const inputs = {
    token: raw['api-token'] ?? '',
    email: raw['api-email'] ?? '',
    key: raw['api-key'] ?? '',
  };
  const given = Object.values(inputs).some((text) => text !== '');
  if (given && inputs.token !== '' && (inputs.key !== '' || inputs.email !== '')) {
    return [
      {
        input: 'api-token',
        message:
          'given together with api-email or api-key; allowed is one scheme. Keep api-token and remove the other two',
      },
    ];
  }
  if (given) return readScheme(inputs, 'inputs');
  return readScheme(
    {
      token: readVariable(environment, 'CLOUDFLARE_API_TOKEN'),
      email: readVariable(environment, 'CLOUDFLARE_EMAIL'),
      key: readVariable(environment, 'CLOUDFLARE_API_KEY'),
    },
    'environment',
  );
}

function readScheme(
  texts: CredentialTexts,
  from: CredentialSource,
): CloudflareCredentials | readonly InputProblem[] {
  const names =
    from === 'inputs'
      ? { token: 'api-token', email: 'api-email', key: 'api-key' }
      : { token: 'CLOUDFLARE_API_TOKEN', email: 'CLOUDFLARE_EMAIL', key: 'CLOUDFLARE_API_KEY' };
  if (texts.token !== '') {
    const problem = refuseToken(texts.token);
    return problem === null
      ? { scheme: 'cloudflare-token', token: texts.token, from }
      : [{ input: names.token, message: problem }];
  }
  if (texts.key !== '' && texts.email !== '') {
    const problem = refuseKey(texts.key);
    return problem === null
      ? { scheme: 'cloudflare-key', email: texts.email, key: texts.key, from }
      : [{ input: names.key, message: problem }];
  }
  if (texts.key !== '')
    return [{ input: names.email, message: `missing: ${names.key} works only together with it` }];
  if (texts.email !== '')
    return [{ input: names.key, message: `missing: ${names.email} works only together with it` }];
  return [
    {
      input: 'api-token',
      message:
        'missing. Give api-token from a secret (such as secrets.CLOUDFLARE_API_TOKEN), or api-email with api-key, or set CLOUDFLARE_API_TOKEN in env. An empty value often means that the secret is not visible to this workflow (a fork, another environment, a misspelt name)',
    },
  ];
}

// Token prefixes: Cloudflare Fundamentals documentation, API token formats.
function refuseToken(token: string): string | null {
  if (/^bearer\s/i.test(token)) return "begins with 'Bearer'; give the token alone";
  if (!/^[\x21-\x7e]+$/.test(token)) {
    return 'holds a blank, a line break or a character that no token has; store the secret again without them';
  }
  if (token.startsWith('cfk_'))
    return 'is a Global API Key (prefix cfk_); give it as api-key together with api-email';
  if (token.length < SHORTEST_TOKEN) {
    return `is only ${token.length} characters long, which no Cloudflare token is; was the secret cut?`;
  }
  return null;
}

function refuseKey(key: string): string | null {
  if (!/^[\x21-\x7e]+$/.test(key))
    return 'holds a blank or a line break; store the secret again without them';
  if (/^cf[ua]t_/.test(key))
    return 'is an API token (prefix cfut_ or cfat_); give it as api-token, without api-email';
  if (key.length < SHORTEST_TOKEN) {
    return `is only ${key.length} characters long, which no Global API Key is; was the secret cut?`;
  }
  return null;
}
