import { CLIENT_CERTIFICATES, ZONES } from '../../../simulator/cloudflare/client-estate.ts';
import { ACCOUNTS, GATEWAY_CERTIFICATES } from '../../../simulator/estate.ts';
import type { SimulatorState } from '../../../simulator/server.ts';
import { ZPA_CERTIFICATES, ZPA_CLIENTS, ZPA_CUSTOMERS } from '../../../simulator/zscaler/estate.ts';
import { issue, makeEcKeys } from '../../support/material.ts';
import type { Endpoint } from './fault-cells.ts';

const gatewayOf = (state: SimulatorState) => {
  const account = state.cloudflare.accounts[ACCOUNTS.company];
  if (account === undefined) throw new Error('no such account');
  return account.gateway;
};
const zoneOf = (state: SimulatorState) => {
  const zone = state.cloudflare.zones[ZONES.company];
  if (zone === undefined) throw new Error('no such zone');
  return zone;
};
const customerOf = (state: SimulatorState) => {
  const customer = state.zscaler.customers[ZPA_CUSTOMERS.company];
  if (customer === undefined) throw new Error('no such customer');
  return customer;
};

const { shelved, spare, quarter } = GATEWAY_CERTIFICATES;
const { wiki } = ZPA_CERTIFICATES;
const gatewayStatus = (state: SimulatorState, id: string) =>
  gatewayOf(state).certificates.find((certificate) => certificate.id === id)?.status;
const clientStatus = (state: SimulatorState, id: string) =>
  zoneOf(state).clientCertificates.find((certificate) => certificate.id === id)?.status;

const gateway = {
  provider: 'cloudflare-gateway',
  countCreations: (state: SimulatorState) => gatewayOf(state).creations.length,
};
const client = {
  provider: 'cloudflare-client',
  countCreations: (state: SimulatorState) => zoneOf(state).creations.length,
};
const zpa = {
  provider: 'zscaler-zpa',
  countCreations: (state: SimulatorState) => customerOf(state).creations.length,
};
const legacy = {
  ZPA_CUSTOMER_ID: ZPA_CUSTOMERS.company,
  ZPA_CLIENT_ID: ZPA_CLIENTS.write.id,
  ZPA_CLIENT_SECRET: ZPA_CLIENTS.write.secret,
};

/** Every endpoint of the vendors' references, and the calls that check or bring a token. */
export async function describeEndpoints(): Promise<readonly Endpoint[]> {
  const keys = makeEcKeys();
  const day = 24 * 60 * 60 * 1000;
  const dates = { notBefore: new Date(Date.now() - day), notAfter: new Date(Date.now() + 90 * day) };
  const leaf = await issue({ subject: 'CN=fault.example.com', sans: ['fault.example.com'], keys, ...dates });
  const upload = {
    operation: 'create',
    name: 'fault',
    certificate: leaf.pem,
    'private-key': keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    'allow-untrusted-chain': true,
  };
  return [
    { ...gateway, name: 'gateway.list', effect: 'read', inputs: { operation: 'list' } },
    {
      ...gateway,
      name: 'gateway.get',
      effect: 'read',
      inputs: { operation: 'get', 'certificate-id': spare },
    },
    {
      ...gateway,
      name: 'gateway.create',
      effect: 'create',
      inputs: { operation: 'create', 'validity-days': 77 },
    },
    {
      ...gateway,
      name: 'gateway.activate',
      effect: 'write',
      inputs: { operation: 'activate', 'certificate-id': shelved },
      isDone: (state) => gatewayStatus(state, shelved) === 'available',
    },
    {
      ...gateway,
      name: 'gateway.deactivate',
      effect: 'write',
      inputs: { operation: 'deactivate', 'certificate-id': quarter },
      isDone: (state) => gatewayStatus(state, quarter) === 'inactive',
    },
    {
      ...gateway,
      name: 'gateway.delete',
      effect: 'write',
      inputs: { operation: 'delete', 'certificate-id': shelved },
      isDone: (state) => gatewayStatus(state, shelved) === undefined,
    },
    { ...gateway, name: 'token.verify', effect: 'read', inputs: { operation: 'check' } },
    { ...client, name: 'client.list', effect: 'read', inputs: { operation: 'list', status: 'revoked' } },
    {
      ...client,
      name: 'client.get',
      effect: 'read',
      inputs: { operation: 'get', 'certificate-id': CLIENT_CERTIFICATES.spare },
    },
    {
      ...client,
      name: 'client.create',
      effect: 'create',
      inputs: { operation: 'create', subject: 'CN=fault', 'validity-days': 9 },
    },
    {
      ...client,
      name: 'client.revoke',
      effect: 'write',
      inputs: { operation: 'revoke', 'certificate-id': CLIENT_CERTIFICATES.spare },
      isDone: (state) => clientStatus(state, CLIENT_CERTIFICATES.spare) === 'revoked',
    },
    {
      ...client,
      name: 'client.reactivate',
      effect: 'write',
      inputs: { operation: 'reactivate', 'certificate-id': CLIENT_CERTIFICATES.revoked },
      isDone: (state) => clientStatus(state, CLIENT_CERTIFICATES.revoked) === 'active',
    },
    { ...zpa, name: 'zpa.certificates.list', effect: 'read', inputs: { operation: 'list' } },
    { ...zpa, name: 'zpa.issued.list', effect: 'read', inputs: { operation: 'list', view: 'issued' } },
    {
      ...zpa,
      name: 'zpa.clientlessIssued.list',
      effect: 'read',
      inputs: { operation: 'list', view: 'clientless-issued' },
    },
    {
      ...zpa,
      name: 'zpa.certificates.get',
      effect: 'read',
      inputs: { operation: 'get', 'certificate-id': wiki },
    },
    {
      ...zpa,
      name: 'zpa.clientless.get',
      effect: 'read',
      inputs: { operation: 'get', 'certificate-id': wiki, view: 'clientless-issued' },
    },
    { ...zpa, name: 'zpa.certificates.create', effect: 'create', inputs: upload },
    {
      ...zpa,
      name: 'zpa.certificates.update',
      effect: 'write',
      inputs: { operation: 'update', 'certificate-id': wiki, description: 'changed' },
      isDone: (state) =>
        customerOf(state).certificates.find(({ id }) => id === wiki)?.description === 'changed',
    },
    {
      ...zpa,
      name: 'zpa.certificates.delete',
      effect: 'write',
      inputs: { operation: 'delete', 'certificate-id': wiki },
      isDone: (state) => customerOf(state).deletedIds.includes(wiki),
    },
    { ...zpa, name: 'zpa.signin', effect: 'read', inputs: { operation: 'list' }, env: legacy },
    { ...zpa, name: 'zpa.signout', effect: 'read', inputs: { operation: 'list' }, env: legacy },
    { ...zpa, name: 'oneapi.token', effect: 'read', inputs: { operation: 'list' } },
  ];
}
