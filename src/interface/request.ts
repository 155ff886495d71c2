import type { Threshold } from '../certificate/threshold.ts';
import { type Capabilities, capabilitiesOf } from './capabilities.ts';
import { type Credentials, chooseCredentials } from './credentials.ts';
import { InputError, type InputProblem } from './input-error.ts';
import { inputNotes } from './input-notes.ts';
import { type InputName, type Inputs, inputSchema } from './inputs.ts';
import { nearest } from './parsers.ts';
import { type Environment, type RawInputs, readVariable } from './raw-inputs.ts';
import {
  findMaterialProblems,
  findMisplacedInputs,
  findPageSizeProblems,
  findSelectorProblems,
  findSwappedThresholds,
  findUnknownInputs,
  NAMING_OPERATIONS,
} from './request-rules.ts';
import { type KeyAlgorithm, type Operation, type ProviderName, providers, type View } from './words.ts';

/** What a step was asked to do: checked, complete, without a text left to read. */
export interface Request {
  readonly operation: Operation;
  readonly provider: ProviderName;
  /** Account, zone or customer id. */
  readonly scope: string;
  readonly microtenantId: string | null;
  readonly view: View;
  /** Rows of a page; null where lists have no pages. */
  readonly pageSize: number | null;
  readonly apiUrl: URL | null;
  readonly credentials: Credentials;
  readonly dryRun: boolean;
  readonly force: boolean;
  readonly selector: Selector | null;
  readonly filter: ListFilter;
  readonly validityDays: number | null;
  readonly material: MaterialInputs;
  readonly changes: { readonly name: string | null; readonly description: string | null };
  readonly gate: Gate;
  readonly waiting: Waiting;
  readonly transport: TransportSettings;
  readonly summary: boolean;
}

/** Names exactly one certificate. */
export type Selector =
  | { readonly by: 'certificate-id'; readonly value: string }
  | { readonly by: 'fingerprint'; readonly value: string }
  | { readonly by: 'name'; readonly value: string };

/** Material as it was given: each a text or a path; null where it was not. */
export interface MaterialInputs {
  readonly csr: string | null;
  readonly subject: string | null;
  readonly keyAlgorithm: KeyAlgorithm;
  readonly certificate: string | null;
  readonly privateKey: string | null;
  readonly chain: string | null;
  readonly allowUntrustedChain: boolean;
}

export interface ListFilter {
  /** Empty: every status. */
  readonly statuses: readonly string[];
  readonly inUse: boolean | null;
  /** In the vendor's own language. */
  readonly search: string | null;
}

/** A filter that lets everything pass. */
export const EVERYTHING: ListFilter = { statuses: [], inUse: null, search: null };

/** The expiry gate; closed (no verdict) where both thresholds are null. */
export interface Gate {
  readonly failWithin: Threshold | null;
  readonly warnWithin: Threshold | null;
  readonly failJob: boolean;
  readonly onEmpty: 'fail' | 'warn' | 'ignore';
}

export interface Waiting {
  readonly wait: boolean;
  /** The status that `get` waits for. */
  readonly waitFor: string | null;
  readonly timeoutMilliseconds: number;
  readonly intervalMilliseconds: number;
}

export interface TransportSettings {
  readonly requestTimeoutMilliseconds: number;
  readonly maxRetries: number;
  readonly retryDelayMilliseconds: number;
  readonly concurrency: number;
}

/**
 * Reads and checks the inputs, and takes from the vendors' own environment names what they leave open.
 * @throws InputError with every problem found; no call was made.
 */
export function readRequest(raw: RawInputs, environment: Environment): Request {
  const problems: InputProblem[] = findUnknownInputs(raw);
  const inputs = parseInputs(withEnvironment(raw, environment), problems);
  if (inputs === null || problems.length > 0) throw new InputError(problems);

  const { operation, provider } = inputs;
  const capabilities = capabilitiesOf[provider];
  const credentials = chooseCredentials(provider, raw, environment);
  if (!('scheme' in credentials)) problems.push(...credentials);
  problems.push(...findMisplacedInputs(raw, inputs, capabilities));
  problems.push(...findSelectorProblems(inputs, capabilities), ...findMaterialProblems(inputs));
  const scope = inputs[scopeInputs[provider]];
  if (scope === undefined) {
    problems.push({
      input: scopeInputs[provider],
      message: `missing; ${provider} needs it. ${scopeHints[provider]}`,
    });
  }
  const statuses = readStatuses(inputs.status ?? [], 'status', capabilities, problems);
  const waitFor = readStatuses(
    inputs['wait-for'] === undefined ? [] : [inputs['wait-for']],
    'wait-for',
    capabilities,
    problems,
  );
  problems.push(...findSwappedThresholds(inputs), ...findPageSizeProblems(inputs, capabilities));
  if (problems.length > 0 || scope === undefined || !('scheme' in credentials))
    throw new InputError(problems);

  return {
    operation,
    provider,
    scope,
    microtenantId: provider === 'zscaler-zpa' ? (inputs['microtenant-id'] ?? null) : null,
    view: inputs.view,
    pageSize: inputs['page-size'] ?? capabilities.pageSize?.maximum ?? null,
    apiUrl: inputs['api-url'] ?? null,
    credentials,
    dryRun: inputs['dry-run'],
    force: inputs.force,
    selector: readSelector(inputs),
    filter: { statuses, inUse: inputs['in-use'] ?? null, search: inputs.search ?? null },
    validityDays: inputs['validity-days'] ?? null,
    material: {
      csr: inputs.csr ?? null,
      subject: inputs.subject ?? null,
      keyAlgorithm: inputs['key-algorithm'],
      certificate: inputs.certificate ?? null,
      privateKey: inputs['private-key'] ?? null,
      chain: inputs.chain ?? null,
      allowUntrustedChain: inputs['allow-untrusted-chain'],
    },
    changes: { name: inputs.name ?? null, description: inputs.description ?? null },
    gate: {
      failWithin: inputs['fail-within'] ?? null,
      warnWithin: inputs['warn-within'] ?? null,
      failJob: inputs['fail-job'],
      onEmpty: inputs['on-empty'],
    },
    waiting: {
      wait: inputs.wait,
      waitFor: waitFor[0] ?? null,
      timeoutMilliseconds: inputs['wait-timeout'],
      intervalMilliseconds: inputs['poll-interval'],
    },
    transport: {
      requestTimeoutMilliseconds: inputs['request-timeout'],
      maxRetries: inputs['max-retries'],
      retryDelayMilliseconds: inputs['retry-delay'],
      concurrency: inputs.concurrency,
    },
    summary: inputs.summary,
  };
}

/** The input that names a provider's scope. */
const scopeInputs = {
  'cloudflare-gateway': 'account-id',
  'cloudflare-client': 'zone-id',
  'zscaler-zpa': 'customer-id',
} as const satisfies Readonly<Record<ProviderName, InputName>>;

const scopeHints: Readonly<Record<ProviderName, string>> = {
  'cloudflare-gateway': "It is the 32 hex digits after dash.cloudflare.com/ in the dashboard's URL",
  'cloudflare-client': "It is the 32 hex digits under API on the zone's overview page",
  'zscaler-zpa': 'It is the customer id that the ZPA admin portal shows beside the API keys',
};

/** What the vendor's own variables say of the scope, where the inputs leave it open. */
function withEnvironment(raw: RawInputs, environment: Environment): RawInputs {
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

function parseInputs(raw: RawInputs, problems: InputProblem[]): Inputs | null {
  const given = Object.fromEntries(
    Object.entries(raw).filter(([name, text]) => text !== '' && name in inputNotes),
  );
  const parsed = inputSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    const name = String(issue.path[0]) as InputName;
    const text = given[name];
    const allowed = text === undefined ? allowedFor(name) : issue.message;
    problems.push({ input: name, message: `${describeGiven(name, text)}; ${allowed}` });
  }
  return null;
}

function allowedFor(name: InputName): string {
  const refused = inputSchema.shape[name].safeParse('\u0000');
  return refused.success ? 'give it' : (refused.error.issues[0]?.message ?? 'give it');
}

function describeGiven(name: InputName, text: string | undefined): string {
  if (text === undefined) return 'missing';
  if (inputNotes[name].secret) return `${text.length} characters given`;
  return `given ${JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text)}`;
}

function readSelector(inputs: Inputs): Selector | null {
  if (inputs['certificate-id'] !== undefined)
    return { by: 'certificate-id', value: inputs['certificate-id'] };
  if (inputs.fingerprint !== undefined) return { by: 'fingerprint', value: inputs.fingerprint };
  if (inputs.name !== undefined && !NAMING_OPERATIONS.includes(inputs.operation)) {
    return { by: 'name', value: inputs.name };
  }
  return null;
}

function readStatuses(
  words: readonly string[],
  input: InputName,
  capabilities: Capabilities,
  problems: InputProblem[],
): readonly string[] {
  return words.map((word) => {
    const status = capabilities.statusAliases[word] ?? word;
    if (!capabilities.statuses.includes(status)) {
      problems.push({
        input,
        message: `given ${JSON.stringify(word)}; allowed: ${capabilities.statuses.join(', ')}${nearest(word, capabilities.statuses)}`,
      });
    }
    return status;
  });
}
