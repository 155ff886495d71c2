import type { webcrypto } from 'node:crypto';
import type { JsonName } from '@peculiar/x509';
import { ZONES } from '../../simulator/cloudflare/client-estate.ts';
import type { SimulatorOptions } from '../../simulator/server.ts';
import { loadX509 } from '../../simulator/x509.ts';
import { openSimulator, type Reply, type Visit } from './visitor.ts';

export const ZONE = `/client/v4/zones/${ZONES.company}`;
export const CLIENTS = `${ZONE}/client_certificates`;
export const ASSOCIATIONS = `${ZONE}/certificate_authorities/hostname_associations`;
/** The zone without certificates. */
export const SECOND_CLIENTS = `/client/v4/zones/${ZONES.second}/client_certificates`;
export const at = (id: string) => `${CLIENTS}/${id}`;

export interface ClientRow {
  readonly id: string;
  readonly certificate: string;
  readonly certificate_authority: { readonly id: string; readonly name: string };
  readonly common_name: string;
  readonly country: string;
  readonly csr: string;
  readonly expires_on: string;
  readonly fingerprint_sha256: string;
  readonly issued_on: string;
  readonly location: string;
  readonly organization: string;
  readonly organizational_unit: string;
  readonly serial_number: string;
  readonly signature: string;
  readonly ski: string;
  readonly state: string;
  readonly status: string;
  readonly validity_days: number;
}

export interface PageInfo {
  readonly count: number;
  readonly page: number;
  readonly per_page: number;
  readonly total_count: number;
  readonly total_pages: number;
}

/** A simulator as somebody with client certificates visits it. */
export async function openZone(options: SimulatorOptions = {}) {
  const simulator = await openSimulator(options);
  const { call } = simulator;
  return Object.assign(simulator, {
    /** For an answer with a certificate. */
    callForRow: async (method: string, path: string, visit?: Visit) =>
      readRow(await call(method, path, visit)),
    /** For an answer with a page. */
    callForPage: async (query = '', path = CLIENTS) => readPage(await call('GET', `${path}${query}`)),
    /** Every row of a zone, in the order of the pages. */
    listAll: async (path = CLIENTS) => {
      const rows: ClientRow[] = [];
      for (let page = 1; ; page += 1) {
        const { rows: more } = readPage(await call('GET', `${path}?per_page=50&page=${page}`));
        rows.push(...more);
        if (more.length === 0) return rows;
      }
    },
  });
}

export function readRow(reply: Reply): ClientRow {
  if (reply.status !== 200) throw new Error(`Answered ${reply.status} ${reply.text}`);
  return reply.json.result as ClientRow;
}

export function readPage(reply: Reply): { readonly rows: readonly ClientRow[]; readonly info: PageInfo } {
  if (reply.status !== 200) throw new Error(`Answered ${reply.status} ${reply.text}`);
  return { rows: reply.json.result as ClientRow[], info: reply.json.result_info as PageInfo };
}

/** What an answer says: its status and the first code; null where it is good. */
export function readCode({ status, json }: Reply): readonly [status: number, code: number | null] {
  return [status, json.errors[0]?.code ?? null];
}

const ALGORITHMS = {
  ecdsa: { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' },
  rsa: {
    name: 'RSASSA-PKCS1-v1_5',
    modulusLength: 2048,
    publicExponent: new Uint8Array([1, 0, 1]),
    hash: 'SHA-256',
  },
} as const;

/** A request in PEM with line feeds, made by the X.509 library. */
export async function makeCsr(
  name: JsonName = [{ C: ['GB'] }, { O: ['Example Works Ltd'] }, { CN: ['pump.company.example'] }],
  type: keyof typeof ALGORITHMS = 'ecdsa',
): Promise<string> {
  const x509 = await loadX509();
  const algorithm = ALGORITHMS[type];
  const keys = (await crypto.subtle.generateKey(algorithm, false, [
    'sign',
    'verify',
  ])) as webcrypto.CryptoKeyPair;
  const request = await x509.Pkcs10CertificateRequestGenerator.create({
    name,
    keys,
    signingAlgorithm: algorithm,
  });
  return `${request.toString('pem')}\n`;
}
