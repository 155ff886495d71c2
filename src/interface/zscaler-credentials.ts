import { legacyClouds, oneApiClouds } from './clouds.ts';
import type { CredentialSource, ZscalerCredentials, ZscalerSignIn } from './credentials.ts';
import type { InputProblem } from './input-error.ts';
import { type Environment, type RawInputs, readVariable } from './raw-inputs.ts';

interface SchemeTexts {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly privateKey: string;
  readonly vanityDomain: string;
  readonly cloud: string;
  readonly from: CredentialSource;
  /** What people call each of them. */
  readonly names: {
    readonly clientId: string;
    readonly clientSecret: string;
    readonly privateKey: string;
    readonly cloud: string;
  };
}

/** No secret of a Zscaler API client is shorter. */
const SHORTEST_SECRET = 8;

/**
 * Chooses one whole Zscaler credential: from the inputs, else from the vendor's own environment names, OneAPI
 * before legacy where a vanity domain is set. Two schemes within the inputs are refused.
 */
export function chooseZscalerCredentials(
  raw: RawInputs,
  environment: Environment,
): ZscalerCredentials | readonly InputProblem[] {
  const inputs: SchemeTexts = {
    clientId: raw['client-id'] ?? '',
    clientSecret: raw['client-secret'] ?? '',
    privateKey: raw['client-private-key'] ?? '',
    vanityDomain: raw['vanity-domain'] ?? '',
    cloud: raw.cloud ?? '',
    from: 'inputs',
    names: {
      clientId: 'client-id',
      clientSecret: 'client-secret',
      privateKey: 'client-private-key',
      cloud: 'cloud',
    },
  };
  if (inputs.clientId !== '' || inputs.clientSecret !== '' || inputs.privateKey !== '')
    return readScheme(inputs);
  return readScheme(readEnvironment(environment, inputs));
}

function readEnvironment(environment: Environment, inputs: SchemeTexts): SchemeTexts {
  const variable = (name: string) => readVariable(environment, name);
  const vanityDomain = inputs.vanityDomain || variable('ZSCALER_VANITY_DOMAIN');
  if (vanityDomain !== '') {
    return {
      clientId: variable('ZSCALER_CLIENT_ID'),
      clientSecret: variable('ZSCALER_CLIENT_SECRET'),
      privateKey: variable('ZSCALER_PRIVATE_KEY'),
      vanityDomain,
      cloud: inputs.cloud || variable('ZSCALER_CLOUD'),
      from: 'environment',
      names: {
        clientId: 'ZSCALER_CLIENT_ID',
        clientSecret: 'ZSCALER_CLIENT_SECRET',
        privateKey: 'ZSCALER_PRIVATE_KEY',
        cloud: inputs.cloud === '' ? 'ZSCALER_CLOUD' : 'cloud',
      },
    };
  }
  return {
    clientId: variable('ZPA_CLIENT_ID'),
    clientSecret: variable('ZPA_CLIENT_SECRET'),
    privateKey: '',
    vanityDomain,
    cloud: inputs.cloud || variable('ZPA_CLOUD'),
    from: 'environment',
    names: {
      clientId: 'ZPA_CLIENT_ID',
      clientSecret: 'ZPA_CLIENT_SECRET',
      privateKey: 'client-private-key',
      cloud: inputs.cloud === '' ? 'ZPA_CLOUD' : 'cloud',
    },
  };
}

function readScheme(texts: SchemeTexts): ZscalerCredentials | readonly InputProblem[] {
  const { names, from } = texts;
  if (texts.clientId === '' && texts.clientSecret === '' && texts.privateKey === '') {
    return [
      {
        input: 'client-id',
        message:
          "missing. Give client-id with client-secret (or, for OneAPI, client-private-key) from secrets, or set the vendor's own variables in env: ZSCALER_CLIENT_ID, ZSCALER_CLIENT_SECRET and ZSCALER_VANITY_DOMAIN, or ZPA_CLIENT_ID and ZPA_CLIENT_SECRET. An empty value often means that the secret is not visible to this workflow",
      },
    ];
  }
  const problems: InputProblem[] = [];
  if (texts.clientId === '')
    problems.push({ input: names.clientId, message: 'missing beside its secret or key' });
  if (texts.clientSecret !== '' && texts.privateKey !== '') {
    problems.push({
      input: names.privateKey,
      message: `given together with ${names.clientSecret}; allowed is one scheme. Remove one of the two`,
    });
  } else if (texts.clientSecret === '' && texts.privateKey === '') {
    problems.push({ input: names.clientSecret, message: `missing beside ${names.clientId}` });
  }
  if (texts.privateKey !== '' && texts.vanityDomain === '') {
    problems.push({
      input: 'vanity-domain',
      message: `missing: ${names.privateKey} signs in through OneAPI only, which needs the vanity domain`,
    });
  }
  if (texts.clientSecret !== '' && texts.clientSecret.length < SHORTEST_SECRET) {
    problems.push({
      input: names.clientSecret,
      message: `is only ${texts.clientSecret.length} characters long, which no client secret is; was it cut?`,
    });
  }
  const signIn = readSignIn(texts);
  if ('message' in signIn) problems.push(signIn);
  if (problems.length > 0 || 'message' in signIn) return problems;
  return texts.clientSecret === ''
    ? { scheme: 'zscaler-key', clientId: texts.clientId, privateKey: texts.privateKey, signIn, from }
    : { scheme: 'zscaler-secret', clientId: texts.clientId, clientSecret: texts.clientSecret, signIn, from };
}

/** An unknown cloud is refused: the secret would go to another one. */
function readSignIn({ vanityDomain, cloud, names }: SchemeTexts): ZscalerSignIn | InputProblem {
  const word = (cloud === '' ? 'PRODUCTION' : cloud).toUpperCase();
  const refuse = (kind: string, clouds: readonly string[]): InputProblem => ({
    input: names.cloud,
    message: `given ${JSON.stringify(cloud.slice(0, 40))}; allowed with ${kind}: ${clouds.join(', ')}`,
  });
  if (vanityDomain !== '') {
    const known = oneApiClouds.find((name) => name === word);
    return known === undefined
      ? refuse('a vanity domain (OneAPI)', oneApiClouds)
      : { kind: 'oneapi', vanityDomain, cloud: known };
  }
  const known = legacyClouds.find((name) => name === word);
  return known === undefined
    ? refuse('the legacy sign-in (no vanity-domain)', legacyClouds)
    : { kind: 'legacy', cloud: known };
}
