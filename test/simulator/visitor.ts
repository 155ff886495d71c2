import { ACCOUNTS, TOKENS } from '../../simulator/estate.ts';
import { type Simulator, type SimulatorOptions, startSimulator } from '../../simulator/server.ts';

export const NOW = Date.parse('2026-11-20T10:00:00.250Z');
export const SETTLE = 1500;
export const COMPANY = `/client/v4/accounts/${ACCOUNTS.company}`;
export const CERTIFICATES = `${COMPANY}/gateway/certificates`;
export const CONFIGURATION = `${COMPANY}/gateway/configuration`;

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: Envelope;
}

/** The envelope as these tests read it. */
export interface Envelope {
  readonly success: boolean;
  readonly errors: readonly {
    readonly code: number;
    readonly message: string;
    readonly error_chain?: readonly { readonly code: number }[];
    readonly source?: { readonly pointer: string };
  }[];
  readonly messages: readonly { readonly code: number }[];
  readonly result: unknown;
  readonly result_info?: unknown;
}

export interface Visit {
  readonly token?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON unless it is a string. */
  readonly body?: unknown;
  readonly signal?: AbortSignal;
}

/** A simulator whose clock stands still unless it is moved. */
export interface Visited extends Simulator {
  readonly clock: { now(): number; pass(milliseconds: number): void };
  call(method: string, path: string, visit?: Visit): Promise<Reply>;
  /** As `call`, for an answer with a certificate. */
  callForCertificate(method: string, path: string, visit?: Visit): Promise<CertificateRow>;
  list(): Promise<CertificateRow[]>;
}

export interface CertificateRow {
  readonly id: string;
  readonly binding_status: string;
  readonly in_use: boolean;
  readonly type: string;
  readonly certificate: string;
  readonly fingerprint: string;
  readonly created_at: string;
  readonly expires_on: string;
  readonly updated_at: string;
  readonly uploaded_on: string;
  readonly issuer_org: string;
  readonly issuer_raw: string;
  readonly qs_pack_id: string;
}

const open: Simulator[] = [];

/** Starts a simulator that `closeSimulators` ends. */
export async function openSimulator(options: SimulatorOptions = {}): Promise<Visited> {
  let time = NOW;
  const clock = {
    now: () => time,
    pass: (milliseconds: number) => {
      time += milliseconds;
    },
  };
  const simulator = await startSimulator({ clock, settleMilliseconds: SETTLE, ...options });
  open.push(simulator);
  const call = (method: string, path: string, visit: Visit = {}) =>
    visitUrl(`${simulator.url}${path}`, method, visit);
  return Object.assign(simulator, {
    clock,
    call,
    callForCertificate: async (method: string, path: string, visit?: Visit) =>
      (await call(method, path, visit)).json.result as CertificateRow,
    list: async () => (await call('GET', CERTIFICATES)).json.result as CertificateRow[],
  });
}

export async function closeSimulators(): Promise<void> {
  await Promise.all(open.splice(0).map((simulator) => simulator.close()));
}

async function visitUrl(url: string, method: string, visit: Visit): Promise<Reply> {
  const { token = TOKENS.write, body, headers, signal } = visit;
  const response = await fetch(url, {
    method,
    redirect: 'manual',
    headers: {
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: parse(text) };
}

function parse(text: string): Envelope {
  try {
    return JSON.parse(text);
  } catch {
    return { success: false, errors: [], messages: [], result: undefined };
  }
}
