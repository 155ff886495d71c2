import type { AuditRequest } from '../../../src/interface/audit-request.ts';
import { InputError, type InputProblem } from '../../../src/interface/input-error.ts';
import type { Environment, RawInputs } from '../../../src/interface/raw-inputs.ts';
import { readAuditRequest } from '../../../src/interface/targets/read-audit-request.ts';

export const ACCOUNT = '0123456789abcdef0123456789abcdef';
export const ZONE = 'fedcba9876543210fedcba9876543210';
export const CUSTOMER = '216196257331281920';
export const TOKEN = 'cfut_abcdefghijklmnopqrstuvwxyz0123456789AB';
export const FILE = 'audit/estate.yml';

/** What a reading came to, and what was told on the way. */
export interface Reading {
  readonly request: AuditRequest | null;
  readonly problems: readonly InputProblem[];
  /** The whole error, as people see it; empty where there is none. */
  readonly error: string;
  readonly kept: readonly string[];
}

interface Surroundings {
  readonly environment?: Environment;
  readonly files?: Readonly<Record<string, string>>;
}

/** Reads the inputs of an audit. */
export async function readInputs(inputs: RawInputs, surroundings: Surroundings = {}): Promise<Reading> {
  const kept: string[] = [];
  const files = surroundings.files ?? {};
  try {
    const request = await readAuditRequest(
      { operation: 'audit', ...inputs },
      {
        environment: surroundings.environment ?? {},
        readFile: async (path) => {
          const text = files[path];
          if (text === undefined) throw Object.assign(new Error('no such file'), { code: 'ENOENT' });
          return text;
        },
        keepSecret: (secret) => kept.push(secret),
      },
    );
    return { request, problems: [], error: '', kept };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { request: null, problems: error.problems, error: error.message, kept };
  }
}

/** Reads targets that are given as the text of the input. */
export function readInline(
  targets: string,
  inputs: RawInputs = {},
  environment: Environment = {},
): Promise<Reading> {
  return readInputs({ targets, ...inputs }, { environment });
}

/** Reads targets that are given as a file. */
export function readFromFile(
  targets: string,
  inputs: RawInputs = {},
  environment: Environment = {},
): Promise<Reading> {
  return readInputs({ 'targets-file': FILE, ...inputs }, { environment, files: { [FILE]: targets } });
}

/** Every value that a target may have, as one target in YAML. */
export function writeTarget(keys: Readonly<Record<string, unknown>>): string {
  return JSON.stringify([keys]);
}

/** A target that lacks nothing, for any provider, with changes; a null takes a key away. */
export function buildTarget(
  provider: 'gateway' | 'client' | 'zpa',
  changes: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> {
  const complete = {
    gateway: { provider: 'cloudflare-gateway', 'account-id': ACCOUNT, 'api-token-env': 'CF_TOKEN' },
    client: { provider: 'cloudflare-client', 'zone-id': ZONE, 'api-token-env': 'CF_TOKEN' },
    zpa: {
      provider: 'zscaler-zpa',
      'customer-id': CUSTOMER,
      'client-id-env': 'ZPA_ID',
      'client-secret-env': 'ZPA_SECRET',
    },
  }[provider];
  return Object.fromEntries(
    Object.entries({ ...complete, ...changes }).filter(([, value]) => value !== null),
  );
}

/** Entries that the targets of buildTarget name. */
export const CREDENTIALS = `CF_TOKEN: ${TOKEN}\nZPA_ID: some-client\nZPA_SECRET: 'O2k:0vs#,x,0N9'\n`;
