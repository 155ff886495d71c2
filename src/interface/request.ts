import type { Threshold } from '../certificate/threshold.ts';
import { type Capabilities, capabilitiesOf } from './capabilities.ts';
import { type Credentials, chooseCredentials } from './credentials.ts';
import { InputError, type InputProblem } from './input-error.ts';
import type { Inputs } from './inputs.ts';
import { parseInputs } from './parse-inputs.ts';
import type { Environment, RawInputs } from './raw-inputs.ts';
import {
  findMaterialProblems,
  findMisplacedInputs,
  findSelectorProblems,
  findSwappedThresholds,
  findUnknownInputs,
  NAMING_OPERATIONS,
} from './request-rules.ts';
import { missingProvider, readStatuses, readStore, withEnvironment } from './store.ts';
import type { KeyAlgorithm, ProviderName, SingleOperation, StoreOperation, View } from './words.ts';

/** Where a certificate store is, and how it is reached. */
export interface StoreAccess {
  readonly provider: ProviderName;
  /** Account, zone or customer id. */
  readonly scope: string;
  readonly microtenantId: string | null;
  readonly view: View;
  /** Rows of a page; null where lists have no pages. */
  readonly pageSize: number | null;
  readonly apiUrl: URL | null;
  readonly credentials: Credentials;
  readonly transport: TransportSettings;
}

/** What a step was asked to do with one certificate store: checked, complete, without a text left to read. */
export interface Request<Verb extends StoreOperation = SingleOperation> extends StoreAccess {
  readonly operation: Verb;
  readonly dryRun: boolean;
  readonly force: boolean;
  readonly selector: Selector | null;
  readonly filter: ListFilter;
  readonly validityDays: number | null;
  readonly material: MaterialInputs;
  readonly changes: { readonly name: string | null; readonly description: string | null };
  readonly gate: Gate;
  readonly waiting: Waiting;
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
  const { request } = readStoreRequest(raw, environment);
  const { operation } = request;
  if (operation === 'rotate') throw new TypeError('A rotation is read by readRotationRequest');
  return { ...request, operation };
}

/**
 * As `readRequest`, for every operation on one store, and with the inputs as they were read.
 * @param findMore finds what else is wrong with them, so that everything is told at once.
 * @throws InputError
 */
export function readStoreRequest(
  raw: RawInputs,
  environment: Environment,
  findMore: (inputs: Inputs, capabilities: Capabilities) => readonly InputProblem[] = () => [],
): { readonly request: Request<StoreOperation>; readonly inputs: Inputs } {
  const problems: InputProblem[] = findUnknownInputs(raw);
  const inputs = parseInputs(withEnvironment(raw, environment), problems);
  if (inputs === null || problems.length > 0) throw new InputError(problems);

  const { operation, provider } = inputs;
  if (operation === 'audit') throw new TypeError('An audit is read by readAuditRequest');
  if (provider === undefined) throw new InputError([missingProvider()]);
  const capabilities = capabilitiesOf[provider];
  const credentials = chooseCredentials(provider, raw, environment);
  if (!('scheme' in credentials)) problems.push(...credentials);
  problems.push(...findMisplacedInputs(raw, operation, provider));
  problems.push(...findSelectorProblems(inputs, capabilities), ...findMaterialProblems(inputs));
  const store = readStore(provider, inputs, problems);
  const waitFor = readStatuses(
    inputs['wait-for'] === undefined ? [] : [inputs['wait-for']],
    'wait-for',
    capabilities,
    problems,
  );
  problems.push(...findSwappedThresholds(inputs), ...findMore(inputs, capabilities));
  if (problems.length > 0 || store === null || !('scheme' in credentials)) throw new InputError(problems);

  const request: Request<StoreOperation> = {
    ...store,
    operation,
    credentials,
    dryRun: inputs['dry-run'],
    force: inputs.force,
    selector: readSelector(inputs),
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
    transport: readTransportSettings(inputs),
    summary: inputs.summary,
  };
  return { request, inputs };
}

/** How calls are made. */
export function readTransportSettings(inputs: Inputs): TransportSettings {
  return {
    requestTimeoutMilliseconds: inputs['request-timeout'],
    maxRetries: inputs['max-retries'],
    retryDelayMilliseconds: inputs['retry-delay'],
    concurrency: inputs.concurrency,
  };
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
