import { type Credentials, chooseCredentials } from '../credentials.ts';
import { inputNotes } from '../input-notes.ts';
import { inputSchema } from '../inputs.ts';
import { isMaterialText } from '../material-text.ts';
import { describeUnseen } from '../parse-inputs.ts';
import { nearest } from '../parsers.ts';
import { readVariable } from '../raw-inputs.ts';
import type { ProviderName } from '../words.ts';
import { type CredentialKey, credentialKeys } from './field-notes.ts';
import { isCredentialName } from './field-texts.ts';
import { STAND_INS, standInEnvironment } from './stand-ins.ts';
import type { TargetsContext } from './targets-context.ts';
import { findGluedKey, isPlainName, placeOf, type Tell } from './texts.ts';
import type { LocatedMap } from './yaml-text.ts';

/** More names than these are not searched for one that is like a missing one. */
const MOST_COMPARED = 100;
/** What an empty credential often means. */
export const INVISIBLE =
  'An empty secret is often one that is not visible to this workflow (a fork, another environment, a misspelt name)';

/** Keeps every secret that a target holds or names, before anything is said of it. */
export function keepTargetSecrets(map: LocatedMap, context: TargetsContext): void {
  for (const secret of findGluedSecrets(map)) context.secrets.keep(secret);
  for (const key of credentialKeys) {
    if (inputNotes[key].secret !== true) continue;
    const literal = map.entries.get(key)?.value;
    const name = map.entries.get(`${key}-env`)?.value;
    const named =
      name?.kind === 'text' && !context.validateOnly ? lookUp(name.text, context)?.text : undefined;
    for (const secret of [literal?.kind === 'text' ? literal.text : '', named ?? '']) {
      if (key !== 'client-private-key' || isMaterialText(secret)) context.secrets.keep(secret);
      else context.secrets.hide(secret);
    }
  }
}

/** Secrets whose key lacks the blank after its colon, so that they are part of another text. */
function findGluedSecrets(map: LocatedMap): readonly string[] {
  const found: string[] = [];
  for (const [key, { value }] of map.entries) {
    if (key.includes(':')) found.push(findGluedKey(key, credentialKeys)?.rest ?? '');
    if (value.kind === 'text' && value.isFolded) {
      found.push(findGluedKey(value.text, credentialKeys)?.rest ?? '');
    }
  }
  return found;
}

/**
 * The credential of a target; null where there is none, which is told of, and where nothing but the form was to
 * be checked. A private key is still what was given, text or path.
 */
export function readTargetCredentials(
  map: LocatedMap,
  provider: ProviderName,
  texts: Readonly<Partial<Record<string, string>>>,
  context: TargetsContext,
  tell: Tell,
): Credentials | null {
  const resolved: Record<string, string> = {};
  let isSound = true;
  const refuse = (key: string, message: string) => {
    isSound = false;
    tell(placeOf(map, key), key, message);
  };
  const given = credentialKeys.filter((key) => map.entries.has(key) || map.entries.has(`${key}-env`));
  for (const key of given) {
    const text = resolve(key, map, texts, context, refuse);
    if (text === null) isSound = false;
    else resolved[key] = text;
  }
  if (!isSound) return null;
  const { cloud = '', 'vanity-domain': vanityDomain = '' } = texts;
  const chosen = chooseCredentials(
    provider,
    { ...resolved, cloud, 'vanity-domain': vanityDomain },
    context.validateOnly ? standInEnvironment(cloud) : context.environment,
  );
  if ('scheme' in chosen) return context.validateOnly ? null : chosen;
  for (const { input, message } of chosen) {
    const isAbsent = given.length === 0 && (input === 'api-token' || input === 'client-id');
    const key = map.entries.has(input) ? input : `${input}-env`;
    tell(placeOf(map, key), isAbsent ? null : input, isAbsent ? describeAbsence(provider) : message);
  }
  return null;
}

/** The text of a part of a credential, given or named; null where there is none, which is told of. */
function resolve(
  key: CredentialKey,
  map: LocatedMap,
  texts: Readonly<Partial<Record<string, string>>>,
  context: TargetsContext,
  refuse: (key: string, message: string) => void,
): string | null {
  const nameKey = `${key}-env`;
  const isLiteral = map.entries.has(key);
  if (isLiteral && map.entries.has(nameKey)) {
    refuse(nameKey, `given together with ${key}; allowed is one of the two. Remove one`);
    return null;
  }
  if (isLiteral) {
    const literal = map.entries.get(key)?.value;
    if (context.path !== null && inputNotes[key].secret === true) {
      refuse(key, refuseLiteral(key, literal?.kind === 'text' ? literal.text : ''));
      return null;
    }
    if (literal?.kind === 'text' && literal.text === '' && context.validateOnly) return STAND_INS[key];
    return texts[key] ?? null;
  }
  const name = texts[nameKey];
  if (name === undefined) return null;
  if (context.validateOnly) return STAND_INS[key];
  const found = lookUp(name, context);
  if (found === null || found.text === '') {
    if (!context.missingNames.has(name)) refuse(nameKey, describeMissing(name, found, context));
    context.missingNames.add(name);
    return null;
  }
  const checked = inputSchema.shape[key].safeParse(found.text);
  if (!checked.success) {
    const allowed = checked.error.issues[0]?.message ?? '';
    refuse(nameKey, `${name} of ${found.source}: ${describeUnseen(found.text)}; ${allowed}`);
    return null;
  }
  if (key === 'client-private-key' && context.path !== null && !isMaterialText(found.text)) {
    refuse(
      nameKey,
      `${name} of ${found.source} holds no PEM text (no -----BEGIN); a path is not taken by way of a file that a pull request can change. Give it the key itself`,
    );
    return null;
  }
  return found.text;
}

interface FoundCredential {
  readonly text: string;
  readonly source: 'the input credentials' | 'the environment';
}

/** What a name leads to: an entry of `credentials`, else a variable. */
function lookUp(name: string, { credentials, environment }: TargetsContext): FoundCredential | null {
  const entry = credentials.get(name);
  if (entry !== undefined) return { text: entry, source: 'the input credentials' };
  if (!isCredentialName(name) || !Object.hasOwn(environment, name)) return null;
  return { text: readVariable(environment, name), source: 'the environment' };
}

function describeMissing(
  name: string,
  found: FoundCredential | null,
  { credentials }: TargetsContext,
): string {
  if (found !== null) return `${name} of ${found.source} is empty. ${INVISIBLE}`;
  const entries = credentials.size === 0 ? 'which is empty' : `which has ${credentials.size}`;
  const looked = `no entry of the input credentials, ${entries}, and no variable of the environment`;
  if (!isPlainName(name)) {
    return `${describeUnseen(name)}, and they are the name of ${looked}. Give the name of the credential, not the credential itself`;
  }
  const names = credentials.size > MOST_COMPARED ? [] : [...credentials.keys()].filter(isPlainName);
  const hint = nearest(name, names) || '; add it to one of the two.';
  return `given ${name}, which is ${looked}${hint} ${INVISIBLE}`;
}

function describeAbsence(provider: ProviderName): string {
  const ways =
    provider === 'zscaler-zpa'
      ? "client-id-env with client-secret-env (or, for OneAPI, client-private-key-env), or set the vendor's own variables in env (ZSCALER_CLIENT_ID, ZSCALER_CLIENT_SECRET and ZSCALER_VANITY_DOMAIN, or ZPA_CLIENT_ID and ZPA_CLIENT_SECRET)"
      : 'api-token-env (or api-email with api-key-env), or set CLOUDFLARE_API_TOKEN in env';
  return `has no credential. Name one with ${ways}. ${INVISIBLE}`;
}

function refuseLiteral(key: CredentialKey, text: string): string {
  if (key === 'client-private-key' && text !== '' && !isMaterialText(text)) {
    return `a path is not taken from a file that a pull request can change. Store the key in a secret and name it with ${key}-env`;
  }
  return `a secret in a file is read by everyone who can read the repository, and stays in its history. Take it as leaked: make a new one at the vendor, revoke this one, store the new one in a secret and name it here with ${key}-env`;
}
