import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { SimulatorOptions } from '../../simulator/server.ts';
import { loadX509 } from '../../simulator/x509.ts';
import { ONEAPI_CLIENTS, ZPA_CLIENTS, ZPA_CUSTOMERS } from '../../simulator/zscaler/estate.ts';
import type { CustomerState } from '../../simulator/zscaler/state.ts';
import { NOW, openSimulator, type Visited } from './visitor.ts';

export const DAY = 24 * 60 * 60 * 1000;
export const CUSTOMER = `/mgmtconfig/v1/admin/customers/${ZPA_CUSTOMERS.company}`;
export const CUSTOMER_V2 = `/mgmtconfig/v2/admin/customers/${ZPA_CUSTOMERS.company}`;
export const CERTIFICATE = `${CUSTOMER}/certificate`;
export const TOKEN = '/oauth2/v1/token';
export const AUDIENCE = 'https://api.zscaler.com';

export type Json = Readonly<Record<string, unknown>>;

export interface ZpaReply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Empty where the answer is no JSON object. */
  readonly json: Json;
}

export interface ZpaVisit {
  /** A Bearer token; none where null. That of the company's legacy key by default. */
  readonly token?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON unless it is a string or a form. */
  readonly body?: unknown;
}

export interface ZpaVisited extends Omit<Visited, 'call'> {
  zpa(method: string, path: string, visit?: ZpaVisit): Promise<ZpaReply>;
  /** A legacy token. */
  signIn(client?: { readonly id: string; readonly secret: string }): Promise<string>;
  /** A OneAPI token. */
  fetchToken(client?: { readonly id: string; readonly secret: string }): Promise<string>;
  /** The rows of a list, by name of a field. */
  readList(path: string): Promise<readonly Json[]>;
  readCompany(): CustomerState;
}

/** Starts a simulator, and signs in when first needed; the quotas of ZPA are out of the way unless given. */
export async function openZpa(options: SimulatorOptions = {}): Promise<ZpaVisited> {
  const quota = { reads: 10_000, writes: 10_000, seconds: 10 };
  const simulator = await openSimulator({ ...options, zscaler: { quota, ...options.zscaler } });
  let token: string | undefined;

  async function zpa(method: string, path: string, visit: ZpaVisit = {}): Promise<ZpaReply> {
    if (visit.token === undefined) token ??= await signIn();
    const bearer = visit.token === undefined ? token : visit.token;
    const { body } = visit;
    const isText = typeof body === 'string' || body instanceof URLSearchParams;
    const response = await fetch(`${simulator.url}${path}`, {
      method,
      headers: {
        ...(bearer === null || bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
        ...(body === undefined || body instanceof URLSearchParams
          ? {}
          : { 'content-type': 'application/json' }),
        ...visit.headers,
      },
      ...(body === undefined ? {} : { body: isText ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, json: parse(text) };
  }

  async function signIn({ id, secret } = ZPA_CLIENTS.write as { id: string; secret: string }) {
    const body = new URLSearchParams({ client_id: id, client_secret: secret });
    return String((await zpa('POST', '/signin', { token: null, body })).json.access_token);
  }

  async function fetchToken({ id, secret } = ONEAPI_CLIENTS.write as { id: string; secret: string }) {
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: id,
      client_secret: secret,
      audience: AUDIENCE,
    });
    return String((await zpa('POST', TOKEN, { token: null, body })).json.access_token);
  }

  return Object.assign(simulator, {
    zpa,
    signIn,
    fetchToken,
    readList: async (path: string) => ((await zpa('GET', path)).json.list ?? []) as Json[],
    readCompany: () => {
      const company = simulator.readState().zscaler.customers[ZPA_CUSTOMERS.company];
      if (company === undefined) throw new Error('The company is not there');
      return company;
    },
  });
}

export interface Material {
  readonly certificate: string;
  readonly key: KeyObject;
}

const keys = {
  rsa: generateKeyPairSync('rsa', { modulusLength: 2048 }),
  ec: generateKeyPairSync('ec', { namedCurve: 'P-256' }),
};

/** A certificate and its key, as a user would upload them: self-signed where there is no issuer. */
export async function makeMaterial({
  kind = 'ec',
  subject = 'C=GB, O=Uploads, CN=upload.simulator.example',
  names = ['upload.simulator.example'],
  notAfter = NOW + 90 * DAY,
}: {
  readonly kind?: 'rsa' | 'ec';
  readonly subject?: string;
  readonly names?: readonly string[];
  readonly notAfter?: number;
} = {}): Promise<Material> {
  const x509 = await loadX509();
  const pair = keys[kind];
  const algorithm =
    kind === 'rsa'
      ? { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
      : { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name: subject,
    serialNumber: '0badc0de',
    notBefore: new Date(Math.floor(notAfter / 1000) * 1000 - 365 * DAY),
    notAfter: new Date(Math.floor(notAfter / 1000) * 1000),
    signingAlgorithm: algorithm,
    keys: {
      publicKey: pair.publicKey.toCryptoKey(algorithm, true, ['verify']),
      privateKey: pair.privateKey.toCryptoKey(algorithm, false, ['sign']),
    },
    extensions:
      names.length === 0
        ? []
        : [new x509.SubjectAlternativeNameExtension(names.map((value) => ({ type: 'dns', value })))],
  });
  return { certificate: `${certificate.toString('pem')}\n`, key: pair.privateKey };
}

/** A private key as PEM. */
export function writeKey(
  key: KeyObject,
  type: 'pkcs1' | 'pkcs8' | 'sec1' = 'pkcs8',
  passphrase?: string,
): string {
  const cipher = passphrase === undefined ? {} : { cipher: 'aes-256-cbc', passphrase };
  return key.export({ type, format: 'pem', ...cipher }).toString();
}

function parse(text: string): Json {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
