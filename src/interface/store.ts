import { type Capabilities, capabilitiesOf } from './capabilities.ts';
import type { InputProblem } from './input-error.ts';
import { inputNotes } from './input-notes.ts';
import type { InputName, Inputs } from './inputs.ts';
import { nearest } from './parsers.ts';
import { type Environment, type RawInputs, readVariable } from './raw-inputs.ts';
import type { ListFilter, StoreAccess } from './request.ts';
import { findPageSizeProblems } from './request-rules.ts';
import { type ProviderName, providers } from './words.ts';

/** A certificate store and what of it is read; how to sign in to it aside. */
export interface Store extends Omit<StoreAccess, 'credentials' | 'transport'> {
  readonly filter: ListFilter;
}

/** What names a store, already read by the inputs' schema. */
export type StoreInputs = { readonly [Name in StoreInputName]?: Inputs[Name] | undefined };
type StoreInputName =
  | 'account-id'
  | 'zone-id'
  | 'customer-id'
  | 'microtenant-id'
  | 'view'
  | 'page-size'
  | 'api-url'
  | 'status'
  | 'in-use'
  | 'search';

/** The input that names a provider's scope. */
export const scopeInputs = {
  'cloudflare-gateway': 'account-id',
  'cloudflare-client': 'zone-id',
  'zscaler-zpa': 'customer-id',
} as const satisfies Readonly<Record<ProviderName, InputName>>;

const scopeHints: Readonly<Record<ProviderName, string>> = {
  'cloudflare-gateway': "It is the 32 hex digits after dash.cloudflare.com/ in the dashboard's URL",
  'cloudflare-client': "It is the 32 hex digits under API on the zone's overview page",
  'zscaler-zpa': 'It is the customer id that the ZPA admin portal shows beside the API keys',
};

/** The problem of an operation that is not told which store it is for. */
export function missingProvider(): InputProblem {
  return { input: 'provider', message: `missing; allowed: ${providers.join(', ')}` };
}

/** What the vendor's own variables say of the scope, where the inputs leave it open. */
export function withEnvironment(raw: RawInputs, environment: Environment): RawInputs {
  const provider = providers.find((name) => name === raw.provider);
  if (provider === undefined) return raw;
  const names: readonly InputName[] = [
    scopeInputs[provider],
    ...(provider === 'zscaler-zpa' ? (['microtenant-id'] as const) : []),
  ];
  const complete: Record<string, string> = { ...raw };
  for (const name of names) {
    complete[name] ||= readVariable(environment, inputNotes[name].environment ?? '');
  }
  return complete;
}

/** The store of a provider; null, with the problems, where something of it is missing or wrong. */
export function readStore(
  provider: ProviderName,
  inputs: StoreInputs,
  problems: InputProblem[],
): Store | null {
  const capabilities = capabilitiesOf[provider];
  const found: InputProblem[] = [];
  const scope = inputs[scopeInputs[provider]];
  if (scope === undefined) {
    found.push({
      input: scopeInputs[provider],
      message: `missing; ${provider} needs it. ${scopeHints[provider]}`,
    });
  }
  const statuses = readStatuses(inputs.status ?? [], 'status', capabilities, found);
  found.push(...findPageSizeProblems({ provider, 'page-size': inputs['page-size'] }, capabilities));
  problems.push(...found);
  if (found.length > 0 || scope === undefined) return null;
  return {
    provider,
    scope,
    microtenantId: provider === 'zscaler-zpa' ? (inputs['microtenant-id'] ?? null) : null,
    view: inputs.view ?? 'all',
    pageSize: inputs['page-size'] ?? capabilities.pageSize?.maximum ?? null,
    apiUrl: inputs['api-url'] ?? null,
    filter: { statuses, inUse: inputs['in-use'] ?? null, search: inputs.search ?? null },
  };
}

/** The provider's words for statuses; a problem for each word that is none. */
export function readStatuses(
  words: readonly string[],
  input: InputName,
  capabilities: Capabilities,
  problems: InputProblem[],
): readonly string[] {
  return words.map((word) => {
    const status = Object.hasOwn(capabilities.statusAliases, word)
      ? (capabilities.statusAliases[word] ?? word)
      : word;
    if (!capabilities.statuses.includes(status)) {
      problems.push({
        input,
        message: `given ${JSON.stringify(word)}; allowed: ${capabilities.statuses.join(', ')}${nearest(word, capabilities.statuses)}`,
      });
    }
    return status;
  });
}
