import { CLIENT_CERTIFICATES, ZONES } from '../../../simulator/cloudflare/client-estate.ts';
import { ACCOUNTS, GATEWAY_CERTIFICATES, TOKENS } from '../../../simulator/estate.ts';
import type { FaultPlan } from '../../../simulator/faults.ts';
import type { SimulatorState } from '../../../simulator/server.ts';
import {
  ONEAPI_CLIENTS,
  VANITY_DOMAIN,
  ZPA_CERTIFICATES,
  ZPA_CLIENTS,
  ZPA_CUSTOMERS,
} from '../../../simulator/zscaler/estate.ts';
import { issue, makeEcKeys } from '../../support/material.ts';

/** One endpoint, the step that calls it, and what that step brings about. */
export interface Endpoint {
  readonly name: FaultPlan['endpoint'];
  readonly provider: string;
  readonly inputs: Readonly<Record<string, string | number | boolean>>;
  /** Credential and scope, by the vendor's own names. */
  readonly env: Readonly<Record<string, string>>;
  /** Everything of the inputs and the environment that nobody may see. */
  readonly secrets: readonly string[];
  /** `read` changes nothing; `create` makes a certificate; `write` changes or takes away one. */
  readonly effect: 'read' | 'create' | 'write';
  /** The ids of all certificates that were made since the start, whatever became of them. */
  readonly listCreations: (state: SimulatorState) => readonly string[];
  /** Whether the vendor's state is what a write was to bring about. */
  readonly isDone?: (state: SimulatorState) => boolean;
  /** What the step knows once it is done, besides what is true of all steps of its effect. */
  readonly outputs?: Readonly<Record<string, string>>;
  /** A good answer has no body, or none that is read, so that none can be spoilt. */
  readonly isBodiless?: boolean;
  /** Saying it twice is saying it once, so that it is sent again without a look. */
  readonly isIdempotent?: boolean;
  /** An id that is a number serves, or there is no id. */
  readonly takesNumericIds?: boolean;
  /** It is done as well as it can be, and never fails the step. */
  readonly neverFails?: boolean;
}

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;
const { shelved, spare, quarter } = GATEWAY_CERTIFICATES;
const { wiki } = ZPA_CERTIFICATES;

function gatewayOf(state: SimulatorState) {
  const account = state.cloudflare.accounts[ACCOUNTS.company];
  if (account === undefined) throw new Error('The account is gone');
  return account.gateway;
}

function zoneOf(state: SimulatorState) {
  const zone = state.cloudflare.zones[ZONES.company];
  if (zone === undefined) throw new Error('The zone is gone');
  return zone;
}

function customerOf(state: SimulatorState) {
  const customer = state.zscaler.customers[ZPA_CUSTOMERS.company];
  if (customer === undefined) throw new Error('The customer is gone');
  return customer;
}

const gatewayStatus = (state: SimulatorState, id: string) =>
  gatewayOf(state).certificates.find((certificate) => certificate.id === id)?.status;
const clientStatus = (state: SimulatorState, id: string) =>
  zoneOf(state).clientCertificates.find((certificate) => certificate.id === id)?.status;
const idsOf = (creations: readonly { readonly id: string }[]) => creations.map(({ id }) => id);

const gateway = {
  provider: 'cloudflare-gateway',
  env: { CLOUDFLARE_API_TOKEN: TOKENS.write, CLOUDFLARE_ACCOUNT_ID: ACCOUNTS.company },
  secrets: [TOKENS.write],
  listCreations: (state: SimulatorState) => idsOf(gatewayOf(state).creations),
} as const;
const client = {
  provider: 'cloudflare-client',
  env: { CLOUDFLARE_API_TOKEN: TOKENS.write, CLOUDFLARE_ZONE_ID: ZONES.company },
  secrets: [TOKENS.write],
  listCreations: (state: SimulatorState) => idsOf(zoneOf(state).creations),
} as const;
const zpa = {
  provider: 'zscaler-zpa',
  env: {
    ZPA_CUSTOMER_ID: ZPA_CUSTOMERS.company,
    ZSCALER_CLIENT_ID: ONEAPI_CLIENTS.write.id,
    ZSCALER_CLIENT_SECRET: ONEAPI_CLIENTS.write.secret,
    ZSCALER_VANITY_DOMAIN: VANITY_DOMAIN,
  },
  secrets: [ONEAPI_CLIENTS.write.secret],
  listCreations: (state: SimulatorState) => idsOf(customerOf(state).creations),
} as const;
const legacyZpa = {
  ...zpa,
  env: {
    ZPA_CUSTOMER_ID: ZPA_CUSTOMERS.company,
    ZPA_CLIENT_ID: ZPA_CLIENTS.write.id,
    ZPA_CLIENT_SECRET: ZPA_CLIENTS.write.secret,
  },
  secrets: [ZPA_CLIENTS.write.secret],
} as const;

const gatewayEndpoints: readonly Endpoint[] = [
  { ...gateway, name: 'gateway.list', effect: 'read', inputs: { operation: 'list' } },
  {
    ...gateway,
    name: 'gateway.get',
    effect: 'read',
    inputs: { operation: 'get', 'certificate-id': spare },
    outputs: { id: spare, status: 'available' },
  },
  {
    ...gateway,
    name: 'gateway.create',
    effect: 'create',
    inputs: { operation: 'create', 'validity-days': 77 },
    outputs: { status: 'inactive' },
  },
  {
    ...gateway,
    name: 'gateway.activate',
    effect: 'write',
    inputs: { operation: 'activate', 'certificate-id': shelved },
    isDone: (state) => gatewayStatus(state, shelved) === 'available',
    outputs: { id: shelved, status: 'available' },
  },
  {
    ...gateway,
    name: 'gateway.deactivate',
    effect: 'write',
    inputs: { operation: 'deactivate', 'certificate-id': quarter },
    isDone: (state) => gatewayStatus(state, quarter) === 'inactive',
    outputs: { id: quarter, status: 'inactive' },
  },
  {
    ...gateway,
    name: 'gateway.delete',
    effect: 'write',
    inputs: { operation: 'delete', 'certificate-id': shelved },
    isDone: (state) => gatewayStatus(state, shelved) === undefined,
    outputs: { id: shelved, status: 'deleted' },
  },
  { ...gateway, name: 'token.verify', effect: 'read', inputs: { operation: 'check' } },
];

const clientEndpoints: readonly Endpoint[] = [
  { ...client, name: 'client.list', effect: 'read', inputs: { operation: 'list', status: 'revoked' } },
  {
    ...client,
    name: 'client.get',
    effect: 'read',
    inputs: { operation: 'get', 'certificate-id': CLIENT_CERTIFICATES.spare },
    outputs: { id: CLIENT_CERTIFICATES.spare, status: 'active' },
  },
  {
    ...client,
    name: 'client.create',
    effect: 'create',
    inputs: { operation: 'create', subject: 'CN=fault', 'validity-days': 9 },
    outputs: { name: 'fault', status: 'active' },
  },
  {
    ...client,
    name: 'client.revoke',
    effect: 'write',
    inputs: { operation: 'revoke', 'certificate-id': CLIENT_CERTIFICATES.spare },
    isDone: (state) => clientStatus(state, CLIENT_CERTIFICATES.spare) === 'revoked',
    outputs: { id: CLIENT_CERTIFICATES.spare, status: 'revoked' },
  },
  {
    ...client,
    name: 'client.reactivate',
    effect: 'write',
    inputs: { operation: 'reactivate', 'certificate-id': CLIENT_CERTIFICATES.revoked },
    isDone: (state) => clientStatus(state, CLIENT_CERTIFICATES.revoked) === 'active',
    outputs: { id: CLIENT_CERTIFICATES.revoked, status: 'active' },
  },
];

const zpaRead = { ...zpa, effect: 'read', takesNumericIds: true } as const;
const zpaReads: readonly Endpoint[] = [
  { ...zpaRead, name: 'zpa.certificates.list', inputs: { operation: 'list' } },
  { ...zpaRead, name: 'zpa.issued.list', inputs: { operation: 'list', view: 'issued' } },
  { ...zpaRead, name: 'zpa.clientlessIssued.list', inputs: { operation: 'list', view: 'clientless-issued' } },
  { ...zpaRead, name: 'zpa.certificates.get', inputs: { operation: 'get', 'certificate-id': wiki } },
  {
    ...zpaRead,
    name: 'zpa.clientless.get',
    inputs: { operation: 'get', 'certificate-id': wiki, view: 'clientless-issued' },
  },
  { ...zpaRead, name: 'oneapi.token', inputs: { operation: 'list' } },
  { ...legacyZpa, name: 'zpa.signin', effect: 'read', inputs: { operation: 'list' }, takesNumericIds: true },
  {
    ...legacyZpa,
    name: 'zpa.signout',
    effect: 'read',
    inputs: { operation: 'list' },
    neverFails: true,
    isBodiless: true,
  },
];

/** Every endpoint of the vendors' references, and the calls that check, bring and end a token. */
export async function describeEndpoints(): Promise<readonly Endpoint[]> {
  const keys = makeEcKeys();
  const now = Date.now();
  const leaf = await issue({
    subject: 'CN=fault.example.com',
    sans: ['fault.example.com'],
    keys,
    notBefore: new Date(now - DAY_MILLISECONDS),
    notAfter: new Date(now + 90 * DAY_MILLISECONDS),
  });
  const privateKey = keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  return [
    ...gatewayEndpoints,
    ...clientEndpoints,
    ...zpaReads,
    {
      ...zpa,
      name: 'zpa.certificates.create',
      effect: 'create',
      inputs: {
        operation: 'create',
        name: 'fault',
        certificate: leaf.pem,
        'private-key': privateKey,
        'allow-untrusted-chain': true,
      },
      secrets: [...zpa.secrets, privateKey.trim()],
      outputs: { name: 'fault', status: 'valid' },
      takesNumericIds: true,
    },
    {
      ...zpa,
      name: 'zpa.certificates.update',
      effect: 'write',
      inputs: { operation: 'update', 'certificate-id': wiki, description: 'changed' },
      isDone: (state) =>
        customerOf(state).certificates.find(({ id }) => id === wiki)?.description === 'changed',
      outputs: { id: wiki },
      isBodiless: true,
      isIdempotent: true,
    },
    {
      ...zpa,
      name: 'zpa.certificates.delete',
      effect: 'write',
      inputs: { operation: 'delete', 'certificate-id': wiki },
      isDone: (state) => customerOf(state).deletedIds.includes(wiki),
      outputs: { id: wiki, status: 'deleted' },
      isBodiless: true,
    },
  ];
}
