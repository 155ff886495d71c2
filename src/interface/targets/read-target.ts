import type { AuditTarget, IgnoreRule } from '../audit-request.ts';
import { capabilitiesOf } from '../capabilities.ts';
import type { Credentials } from '../credentials.ts';
import { InputError, type InputProblem } from '../input-error.ts';
import { nearest } from '../parsers.ts';
import { findSwappedThresholds } from '../request-rules.ts';
import { readSigningKey } from '../signing-key.ts';
import { missingProvider, readStore, type Store } from '../store.ts';
import type { ProviderName } from '../words.ts';
import { defaultName } from './default-name.ts';
import { credentialKeys, targetNotes } from './field-notes.ts';
import { type TargetKey, type TargetValues, targetSchema } from './fields.ts';
import { readIgnoreRules } from './ignore-rules.ts';
import { parseTexts } from './parse-texts.ts';
import { INVISIBLE, readTargetCredentials } from './target-credentials.ts';
import { describeText, type TargetsContext } from './targets-context.ts';
import { EMPTY, isPlainName, type KeyRules, placeOf, readTexts, type Tell } from './texts.ts';
import type { LocatedMap } from './yaml-text.ts';

const LISTS: ReadonlySet<string> = new Set<TargetKey>(['statuses', 'types']);
const APART: ReadonlySet<string> = new Set<TargetKey>(['ignore']);
const CREDENTIAL_KEYS: ReadonlySet<string> = new Set(credentialKeys);
const NAMING_KEYS: ReadonlySet<string> = new Set(credentialKeys.map((key) => `${key}-env`));

/** One target; null where something is wrong with it, which is told of. */
export async function readTarget(
  map: LocatedMap,
  context: TargetsContext,
  tell: Tell,
): Promise<AuditTarget | null> {
  let isSound = true;
  const refuse: Tell = (...problem) => {
    isSound = false;
    tell(...problem);
  };
  const texts = readTexts(map, rulesFor(context), context.secrets, refuse);
  const values = parseTexts(targetSchema, texts, (key, message) => refuse(placeOf(map, key), key, message), {
    isHidden: (key, text) =>
      (NAMING_KEYS.has(key) && !isPlainName(text)) || targetNotes[key as TargetKey].secret === true,
    secrets: context.secrets,
  });
  const ignore = readIgnoreRules(map.entries.get('ignore')?.value, context.secrets, refuse);
  checkThresholds(map, values, context, refuse);
  checkApiUrl(map, values, context, refuse);
  const { provider } = values;
  if (provider === undefined) {
    if (!map.entries.has('provider')) refuse(map.at, 'provider', missingProvider().message);
    return null;
  }
  refuseMisplacedKeys(map, provider, refuse);
  checkTypes(map, provider, values, context, refuse);
  const store = readStoreOf(map, provider, values, context, refuse);
  const credentials = await readCredentials(map, provider, { ...texts }, values, context, refuse);
  return isSound && store !== null ? assembleTarget(store, values, ignore, credentials, context) : null;
}

function rulesFor({ validateOnly }: TargetsContext): KeyRules<TargetKey> {
  return {
    keys: targetNotes,
    lists: LISTS,
    apart: APART,
    complainOfEmpty(key) {
      if (!CREDENTIAL_KEYS.has(key)) return EMPTY;
      return validateOnly ? null : `is empty. ${INVISIBLE}`;
    },
  };
}

function checkThresholds(
  map: LocatedMap,
  values: TargetValues,
  { defaults }: TargetsContext,
  tell: Tell,
): void {
  const own = (['warn-within', 'fail-within'] as const).filter((key) => values[key] !== undefined);
  if (own.length === 0) return;
  const [swapped] = findSwappedThresholds({
    'fail-within': values['fail-within'] ?? defaults.failWithin,
    'warn-within': values['warn-within'] ?? defaults.warnWithin,
  });
  if (swapped === undefined) return;
  const message =
    own.length === 2
      ? swapped.message
      : `with the other one of the action's inputs warn-within would be narrower than fail-within, so that no warning could ever come before the failure; give the target both`;
  tell(placeOf(map, own[0] ?? ''), own[0] ?? null, message);
}

/** A pull request could otherwise have the credentials sent to a host of its own. */
function checkApiUrl(
  map: LocatedMap,
  values: TargetValues,
  { path, defaults }: TargetsContext,
  tell: Tell,
): void {
  const given = values['api-url'];
  if (path === null || given === undefined || given.href === defaults.apiUrl?.href) return;
  tell(
    placeOf(map, 'api-url'),
    'api-url',
    `given "${given.origin}"; a file that a pull request can change cannot say where credentials go. Allowed: ${
      defaults.apiUrl === null
        ? 'none, since the input api-url is not given'
        : `"${defaults.apiUrl.origin}", as the input api-url`
    }. Remove it, or give it as the input api-url`,
  );
}

function refuseMisplacedKeys(map: LocatedMap, provider: ProviderName, tell: Tell): void {
  for (const [key, { keyAt }] of map.entries) {
    if (!Object.hasOwn(targetNotes, key)) continue;
    const { providers, why } = targetNotes[key as TargetKey];
    if (providers === undefined || providers.includes(provider)) continue;
    const reason = why === undefined ? '' : `, ${why}`;
    tell(
      keyAt,
      key,
      `has no effect with provider '${provider}'${reason}, only with ${providers.join(', ')}; remove it, or change the provider`,
    );
  }
}

function checkTypes(
  map: LocatedMap,
  provider: ProviderName,
  values: TargetValues,
  { secrets }: TargetsContext,
  tell: Tell,
): void {
  const { types } = capabilitiesOf[provider];
  if (types.length === 0) return;
  for (const type of values.types ?? []) {
    if (types.includes(type)) continue;
    tell(
      placeOf(map, 'types'),
      'types',
      `${describeText(type, secrets)}; allowed: ${types.join(', ')}${nearest(type, types)}`,
    );
  }
}

function readStoreOf(
  map: LocatedMap,
  provider: ProviderName,
  values: TargetValues,
  { defaults }: TargetsContext,
  tell: Tell,
): Store | null {
  const problems: InputProblem[] = [];
  const store = readStore(
    provider,
    { ...values, status: values.statuses, 'api-url': values['api-url'] ?? defaults.apiUrl ?? undefined },
    problems,
  );
  for (const { input, message } of problems) {
    const key = input === 'status' ? 'statuses' : input;
    // A key whose text cannot be read is told of already.
    const isToldOf = map.entries.has(key) && values[key as keyof TargetValues] === undefined;
    if (!isToldOf) tell(placeOf(map, key), key, message);
  }
  return store;
}

async function readCredentials(
  map: LocatedMap,
  provider: ProviderName,
  texts: Partial<Record<string, string>>,
  values: TargetValues,
  context: TargetsContext,
  tell: Tell,
): Promise<Credentials | null> {
  // A text that its schema refused is told of already.
  for (const key of Object.keys(texts))
    if (values[key as keyof TargetValues] === undefined) delete texts[key];
  const credentials = readTargetCredentials(map, provider, texts, context, tell);
  if (credentials === null) return null;
  try {
    return await readSigningKey(credentials, context.readFile, context.secrets.keep);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    for (const { input, message } of error.problems) tell(placeOf(map, input), input, message);
    return null;
  }
}

function assembleTarget(
  store: Store,
  values: TargetValues,
  ignore: readonly IgnoreRule[],
  credentials: Credentials | null,
  { defaults }: TargetsContext,
): AuditTarget {
  return {
    ...store,
    name: values.name ?? defaultName(store),
    credentials,
    onlyInUse: values['only-in-use'] ?? false,
    types: values.types ?? [],
    failWithin: values['fail-within'] ?? defaults.failWithin ?? null,
    warnWithin: values['warn-within'] ?? defaults.warnWithin ?? null,
    owner: values.owner ?? null,
    runbook: values.runbook ?? null,
    ignore,
  };
}
