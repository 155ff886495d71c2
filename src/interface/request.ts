import type { Threshold } from '../certificate/threshold.ts';
import { type Capabilities, capabilitiesOf } from './capabilities.ts';
import { type Credentials, chooseCloudflareCredentials } from './credentials.ts';
import { InputError, type InputProblem } from './input-error.ts';
import { type InputName, type Inputs, inputNames, inputNotes, inputSchema } from './inputs.ts';
import { nearest } from './parsers.ts';
import type { Operation, ProviderName } from './words.ts';

/** Inputs as the runner gives them: trimmed texts, empty where unset. */
export type RawInputs = Readonly<Record<string, string>>;
export type Environment = Readonly<Record<string, string | undefined>>;

/** What a step was asked to do: checked, complete, without a text left to read. */
export interface Request {
  readonly operation: Operation;
  readonly provider: ProviderName;
  readonly accountId: string;
  readonly apiUrl: URL | null;
  readonly credentials: Credentials;
  readonly dryRun: boolean;
  readonly force: boolean;
  readonly selector: Selector | null;
  readonly filter: ListFilter;
  readonly validityDays: number | null;
  readonly gate: Gate;
  readonly waiting: Waiting;
  readonly transport: TransportSettings;
  readonly summary: boolean;
}

/** Names exactly one certificate. */
export type Selector =
  | { readonly by: 'certificate-id'; readonly value: string }
  | { readonly by: 'fingerprint'; readonly value: string };

export interface ListFilter {
  /** Empty: every status. */
  readonly statuses: readonly string[];
  readonly inUse: boolean | null;
}

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
  const inputs = parseInputs(withEnvironment(raw, environment, ['account-id']), problems);
  if (inputs === null || problems.length > 0) throw new InputError(problems);

  const capabilities = capabilitiesOf[inputs.provider];
  const credentials = chooseCredentials(raw, environment);
  if (!('scheme' in credentials)) problems.push(...credentials);
  problems.push(...findMisplacedInputs(raw, inputs, capabilities), ...findSelectorProblems(inputs));
  const accountId = inputs['account-id'];
  if (accountId === undefined) {
    problems.push({
      input: 'account-id',
      message: `missing; ${inputs.provider} needs it. It is the 32 hex digits after dash.cloudflare.com/ in the dashboard's URL`,
    });
  }
  const statuses = readStatuses(inputs.status ?? [], 'status', capabilities, problems);
  const waitFor = readStatuses(
    inputs['wait-for'] === undefined ? [] : [inputs['wait-for']],
    'wait-for',
    capabilities,
    problems,
  );
  problems.push(...findSwappedThresholds(inputs));
  if (problems.length > 0 || accountId === undefined || !('scheme' in credentials))
    throw new InputError(problems);

  return {
    operation: inputs.operation,
    provider: inputs.provider,
    accountId,
    apiUrl: inputs['api-url'] ?? null,
    credentials,
    dryRun: inputs['dry-run'],
    force: inputs.force,
    selector: readSelector(inputs),
    filter: { statuses, inUse: inputs['in-use'] ?? null },
    validityDays: inputs['validity-days'] ?? null,
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

/** The credential that the inputs, or else the environment, hold; or what is wrong with it. */
export function chooseCredentials(
  raw: RawInputs,
  environment: Environment,
): Credentials | readonly InputProblem[] {
  const input = (name: InputName) => raw[name] ?? '';
  const variable = (name: InputName) => (environment[inputNotes[name].environment ?? ''] ?? '').trim();
  return chooseCloudflareCredentials(
    { token: input('api-token'), email: input('api-email'), key: input('api-key') },
    { token: variable('api-token'), email: variable('api-email'), key: variable('api-key') },
  );
}

function withEnvironment(raw: RawInputs, environment: Environment, names: readonly InputName[]): RawInputs {
  const complete: Record<string, string> = { ...raw };
  for (const name of names) {
    complete[name] ||= (environment[inputNotes[name].environment ?? ''] ?? '').trim();
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

/** A misspelt threshold would be a gate that never closes, so an unknown input is refused, not ignored. */
function findUnknownInputs(raw: RawInputs): InputProblem[] {
  return Object.keys(raw)
    .filter((name) => raw[name] !== '' && !(name in inputNotes))
    .map((name) => ({
      input: name,
      message: `no such input${nearest(name, inputNames)}. Correct its name, or remove it; a variable of the job's env must not begin with INPUT_`,
    }));
}

function findMisplacedInputs(raw: RawInputs, inputs: Inputs, capabilities: Capabilities): InputProblem[] {
  if (!capabilities.operations.includes(inputs.operation)) {
    return [
      {
        input: 'operation',
        message: `${inputs.provider} cannot '${inputs.operation}'; it can: ${capabilities.operations.join(', ')}`,
      },
    ];
  }
  return inputNames.flatMap((name) => {
    const heeding = inputNotes[name].operations;
    if (heeding === undefined || heeding.includes(inputs.operation) || isDefault(name, raw[name] ?? ''))
      return [];
    return [
      {
        input: name,
        message: `has no effect with operation '${inputs.operation}', only with ${heeding.join(', ')}; remove it, or change the operation`,
      },
    ];
  });
}

function isDefault(name: InputName, text: string): boolean {
  return text === '' || text === defaultOf(name);
}

/** The text that action.yml gives as an input's default; undefined where it has none. */
export function defaultOf(name: InputName): string | undefined {
  const definition: object = inputSchema.shape[name]._zod.def;
  return 'defaultValue' in definition ? String(definition.defaultValue) : undefined;
}

function findSelectorProblems(inputs: Inputs): InputProblem[] {
  const needsOne = inputNotes['certificate-id'].operations?.includes(inputs.operation) ?? false;
  const given = [inputs['certificate-id'], inputs.fingerprint].filter((value) => value !== undefined).length;
  if (!needsOne || given === 1) return [];
  return [
    {
      input: 'certificate-id',
      message:
        given === 0
          ? `missing; operation '${inputs.operation}' needs to know which certificate: give certificate-id or fingerprint (operation 'list' shows both)`
          : 'given together with fingerprint; allowed is one of them. Remove the other',
    },
  ];
}

function readSelector(inputs: Inputs): Selector | null {
  if (inputs['certificate-id'] !== undefined)
    return { by: 'certificate-id', value: inputs['certificate-id'] };
  if (inputs.fingerprint !== undefined) return { by: 'fingerprint', value: inputs.fingerprint };
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

/** Two thresholds of the same kind, where a warning could never come before the failure. */
function findSwappedThresholds(inputs: Inputs): InputProblem[] {
  const fail = inputs['fail-within'];
  const warn = inputs['warn-within'];
  if (fail === undefined || warn === undefined) return [];
  const narrower = (a: number | null, b: number | null) => a !== null && b !== null && a < b;
  const sameKind =
    (fail.percent === null) === (warn.percent === null) &&
    (fail.milliseconds === null) === (warn.milliseconds === null);
  const swapped =
    sameKind &&
    (narrower(warn.milliseconds, fail.milliseconds) || narrower(warn.percent, fail.percent)) &&
    !narrower(fail.milliseconds, warn.milliseconds) &&
    !narrower(fail.percent, warn.percent);
  return swapped
    ? [
        {
          input: 'warn-within',
          message:
            'is narrower than fail-within, so no warning could ever come before the failure; were the two swapped?',
        },
      ]
    : [];
}
